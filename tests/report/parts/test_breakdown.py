"""Parts of the replies beside each other tell of nobody: random surveys in random parts, attacked by another program."""

from dataclasses import replace

import numpy as np
import pytest

from feedback.flows.model import Choice, Question
from report.build.report import Findings
from report.disclosure.theme_attack import ThemeContext, attack_theme_family
from report.parts.breakdown import ReplySource, broken_down
from report.parts.cuts import by_name
from tests.report.parts.solver import KINDS, LETTERS, QUESTIONS, Solver, is_harmless
from tests.samples import IS_GATE, examples

MARKS = {"words": "=hm", "skip": "skip"}


@pytest.fixture
def cut(make_flow, pick, respond):
    """Return a maker of a random survey with two questions and themes, cut into random parts, some within others."""
    private = Question("odd", "Odd?", "text", private=True)
    flow = make_flow(pick("q", LETTERS), pick("r", LETTERS), Question("w", "Why?", "text"), private)

    def make(draw):
        many, parts = int(np.exp(draw.uniform(np.log(30), np.log(1500)))), int(draw.integers(1, 6))
        evenness = draw.choice([0.7, 3, 30])
        shares = {name: draw.dirichlet(np.full(len(KINDS), evenness)) for name in QUESTIONS}
        sizes = draw.dirichlet(np.append(np.full(parts, 3), draw.choice([0.01, 1])))[[-1, *range(parts)]]
        names = [(), *((f"p{at // 2}", f"p{at}") if draw.random() < 0.4 else (f"p{at}",) for at in range(parts))]
        replies, where, coded = [], {}, {}
        for _ in range(many):
            given = {name: str(draw.choice(KINDS, p=shares[name])) for name in QUESTIONS}
            told = {name: MARKS.get(said, said) for name, said in given.items()}
            one = respond(flow, told | {"w": "=hm", "odd": "=hm"})
            where[one.conversation] = names[draw.choice(parts + 1, p=sizes)]
            themes = frozenset({str(draw.choice(["t", "u", "none fits"], p=(0.3, 0.1, 0.6)))})
            coded[one.conversation, "w"] = coded[one.conversation, "odd"] = themes
            replies.append(one)
        heard = Findings((Choice("t", "Tea"), Choice("u", "Tea at four")), coded, parents={"u": "t"})
        return ReplySource("club", replies, {"v1": flow}, heard), by_name("place", "Place", where)

    return make


def scene(found):
    """Return all reports by path, which atoms each holds, and which lie directly within it."""
    reports = {(): found.whole, **found.parts}
    inside = {path: [one[: len(path)] == path for one in reports] for path in reports}
    within = {path: [one for one in reports if one and one[:-1] == path] for path in reports}
    return reports, inside, {path: parts for path, parts in within.items() if parts}


@pytest.mark.slow
def test_no_count_of_one_to_four_is_found_in_random_parts_and_harmless_ones_are_shown(cut):
    draw = np.random.default_rng(21 if IS_GATE else None)
    shown = harmless = 0
    for _ in range(examples(5 if IS_GATE else 100)):
        source, cut_by = cut(draw)
        found = broken_down(source, cut_by)
        reports, inside, within = scene(found)

        assert list(Solver(reports, inside, within).given_away()) == []
        assert not [one for part in found.parts.values() for one in part.figures if one.chose in range(1, 5)]
        themes = {"|".join(path): one.method.themes for path, one in reports.items()}
        parts = {"|".join(path): ["|".join(one) for one in mine] for path, mine in within.items()}
        known = ThemeContext(found.whole.responses, {"u": "t"})
        assert attack_theme_family(themes, parts, known) == ()
        assert not [one for mine in themes.values() for one in mine if one.chose in range(1, 5)]
        exact = broken_down(replace(source, profile="organisations"), cut_by)
        true = {(): exact.whole, **{path: exact.parts[path] for path in found.parts}}
        for path, part in found.parts.items():
            for question in QUESTIONS:
                if is_harmless(true, within, path, question):
                    mine = [one.shown for one in part.figures if one.question == question]
                    shown, harmless = shown + sum(mine), harmless + len(mine)
    assert shown >= 0.9 * harmless
