"""Parts of the replies beside each other tell of nobody: random surveys in random parts, attacked by another program."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, milp

from feedback.flows.model import Choice, Question
from report.build.report import Findings
from report.parts.breakdown import ReplySource, broken_down
from report.parts.cuts import by_name
from tests.samples import IS_GATE, examples

LETTERS = "abcd"
KINDS = (*LETTERS, "words", "skip")
MARKS = {"words": "=hm", "skip": "skip"}
PATTERNS = list(product(KINDS, repeat=2))
"""How one reply can answer both questions."""


@pytest.fixture
def cut(make_flow, pick, respond):
    """Return a maker of a random survey with two questions, cut into parts of random sizes, some within others."""
    flow = make_flow(pick("q", LETTERS), pick("r", LETTERS), Question("w", "Why?", "text"))

    def make(draw, many, parts):
        evenness = draw.choice([0.7, 3, 30])
        shares = {name: draw.dirichlet(np.full(len(KINDS), evenness)) for name in ("q", "r")}
        sizes = draw.dirichlet(np.append(np.full(parts, 3), draw.choice([0.01, 1])))[[-1, *range(parts)]]
        names = [(), *((f"p{at // 2}", f"p{at}") if draw.random() < 0.4 else (f"p{at}",) for at in range(parts))]
        replies, where, coded = [], {}, {}
        for _ in range(many):
            given = {name: str(draw.choice(KINDS, p=shares[name])) for name in ("q", "r")}
            one = respond(flow, {name: MARKS.get(said, said) for name, said in given.items()} | {"w": "=hm"})
            where[one.conversation] = names[draw.choice(parts + 1, p=sizes)]
            coded[one.conversation, "w"] = frozenset({str(draw.choice(["t", "u", "none fits"], p=(0.3, 0.1, 0.6)))})
            replies.append(one)
        heard = Findings((Choice("t", "Tea"), Choice("u", "Tea at four")), coded, parents={"u": "t"})
        return ReplySource("club", replies, {"v1": flow}, heard), by_name("place", "Place", where)

    return make


def cells_of(report, question):
    """Return what is printed of a question: its base, and each number; None is hidden."""
    counts = next(one for one in report.method.questions if one.id == question)
    told = {one.choice: one.chose for one in report.figures if one.question == question}
    return counts.answered, told | {"words": counts.own_words}


class Solver:
    """Another attacker: unknown is how many replies of each pattern there are in each part and in each rest, exactly."""

    def __init__(self, found):
        self.reports = {(): found.whole, **found.parts}
        self.places = [*self.reports]
        """The rest of each report, by its path: whoever is in it and in none within it."""
        self.many = len(self.places) * len(PATTERNS)
        self.lines = []
        for path, report in self.reports.items():
            self.lines.append((self.row(path, lambda _: True), report.responses, report.responses))
            for at, question in enumerate(("q", "r")):
                self.read(path, at, *cells_of(report, question))

    def read(self, path, at, base, cells):
        mine = [(cell, self.row(path, lambda p, cell=cell: p[at] == cell)) for cell in cells]
        if base is not None:
            self.lines.append((self.row(path, lambda p: p[at] != "skip"), base, base))
        is_partly_shown = base is not None and any(
            number is not None for name, number in cells.items() if name != "words"
        )
        for cell, line in mine:
            number = cells[cell]
            if number is not None or is_partly_shown:
                self.lines.append((line, *((number, number) if number is not None else (1, base - 1))))

    def row(self, path, wanted, *, is_rest=False):
        inside = [place == path if is_rest else place[: len(path)] == path for place in self.places]
        return np.outer(inside, [bool(wanted(one)) for one in PATTERNS]).astype(float).ravel()

    def ends(self, goal):
        matrix, low, high = zip(*self.lines, strict=True)
        limits, whole = LinearConstraint(np.array(matrix), low, high), np.ones(self.many)
        found = [milp(sign * goal, constraints=limits, integrality=whole) for sign in (1, -1)]
        return round(found[0].fun), round(-found[1].fun)


def given_away(found):
    """Yield the numbers that the solver narrows to fewer than five values, of parts and of what is in no part."""
    solver = Solver(found)
    for path, report in solver.reports.items():
        for at, question in enumerate(("q", "r")):
            base = solver.ends(solver.row(path, lambda p, at=at: p[at] != "skip"))
            for cell, number in cells_of(report, question)[1].items():
                if number is None:
                    low, high = solver.ends(solver.row(path, lambda p, at=at, cell=cell: p[at] == cell))
                    is_of_few = cell != "words" or 0 < low <= high < 5
                    if is_of_few and high and low != base[1] and high - low + 1 < min(5, base[1] + 1):
                        yield path, question, cell, low, high
    for path in solver.places:
        if any(place[:-1] == path for place in solver.places if place):
            yield from few_left(solver, path)


def few_left(solver, path):
    """Yield what is told of one to four of those who are in a report and in no part within it."""
    for at, question in enumerate(("q", "r")):
        for cell in (*LETTERS, "words"):
            chose = solver.ends(solver.row(path, lambda p, at=at, cell=cell: p[at] == cell, is_rest=True))
            others = solver.ends(
                solver.row(path, lambda p, at=at, cell=cell: p[at] not in (cell, "skip"), is_rest=True)
            )
            if any(low > 0 and high < 5 for low, high in (chose, others)):
                yield path, "rest", question, cell, chose, others


@pytest.mark.slow
def test_no_count_of_one_to_four_is_found_in_random_parts_and_harmless_ones_are_shown(cut):
    draw = np.random.default_rng(21 if IS_GATE else None)
    shown = harmless = 0
    for _ in range(examples(5 if IS_GATE else 50)):
        source, cut_by = cut(draw, int(np.exp(draw.uniform(np.log(30), np.log(1500)))), int(draw.integers(1, 6)))
        found = broken_down(source, cut_by)

        assert list(given_away(found)) == []
        assert not [one for part in found.parts.values() for one in part.figures if one.chose in range(1, 5)]
        told, fine = harmless_of(source, cut_by, found)
        shown, harmless = shown + told, harmless + fine
    assert shown >= 0.9 * harmless


def harmless_of(source, cut_by, found):
    """Return how many numbers of parts are shown and how many tell of nobody: no number of their question is small anywhere."""
    exact = broken_down(replace(source, profile="organisations"), cut_by)
    reports = {(): exact.whole, **{path: exact.parts[path] for path in found.parts}}
    shown = harmless = 0
    for path in found.parts:
        for question in ("q", "r"):
            around = [path[:length] for length in range(len(path))]
            near = [reports[one] for one in reports if one[:-1] in around or one in around]
            if not any(is_small(one, question) for one in [*near, *rests(reports, around, question)]):
                mine = [one for one in found.parts[path].figures if one.question == question]
                shown, harmless = shown + sum(one.shown for one in mine), harmless + len(mine)
    return shown, harmless


def is_small(report, question):
    base, cells = report if isinstance(report, tuple) else cells_of(report, question)
    numbers = [number for cell in cells.values() for number in (cell, base - cell)]
    return base < 10 or any(number in range(1, 5) for number in numbers)


def rests(reports, around, question):
    """Yield the numbers of those who are in a report and in no part of it, where there are any."""
    for path in around:
        base, cells = cells_of(reports[path], question)
        inside = [cells_of(reports[one], question) for one in reports if one and one[:-1] == path]
        left = base - sum(one[0] for one in inside)
        if left:
            yield left, {name: number - sum(one[1][name] for one in inside) for name, number in cells.items()}
