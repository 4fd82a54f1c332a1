"""Several published reports together tell of nobody: random pairs, triples and fours, attacked by another program."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from feedback.errors import SaysoError
from feedback.flows.model import Choice, Question
from report.build.held_apart import apart_from, refuse_too_soon
from report.build.report import Findings, build
from report.counting.slices import ReportSlice
from report.disclosure.theme_attack import ThemeContext, attack_theme_family
from report.parts.releases import apart_from_all, inside
from tests.report.conftest import AT
from tests.report.parts.solver import KINDS, LETTERS, QUESTIONS, Solver, is_harmless
from tests.samples import IS_GATE, examples

MARKS = {"words": "=hm", "skip": "skip"}
ENDS = tuple(date(2026, month, 30 if month in (6, 9) else 31) for month in (3, 6, 9, 12))
QUARTERS = tuple(ReportSlice(date(2026, 3 * at + 1, 1), end) for at, end in enumerate(ENDS))
SLICES = (
    *QUARTERS,
    *(ReportSlice(until=end) for end in ENDS),
    *(ReportSlice(until=ENDS[3], place=place) for place in ("Leeds", "York")),
    ReportSlice(until=ENDS[3], place="North", spellings=("Leeds", "York")),
)
PLACES = ("Leeds", "York", "")


def holds(part, quarter, place):
    """Return whether a slice holds what came in a quarter from a place."""
    first, last = part.days
    is_then = first <= QUARTERS[quarter].since and ENDS[quarter] <= last
    return is_then and (not part.place or place in part.names)


class Year:
    """A random year of replies, by quarter and place, and reports on parts of it."""

    def __init__(self, draw, flow, respond, many):
        evenness = draw.choice([0.7, 3, 30])
        shares = {name: draw.dirichlet(np.full(len(KINDS), evenness)) for name in QUESTIONS}
        of_places = draw.dirichlet((2, 2, 2))
        self.flow, self.replies, self.coded = flow, [], {}
        for number in range(many):
            quarter, place = number % 4, PLACES[draw.choice(3, p=of_places)]
            given = {name: str(draw.choice(KINDS, p=shares[name])) for name in QUESTIONS}
            told = {name: MARKS.get(said, said) for name, said in given.items()} | {"w": "=hm"}
            channel = str(draw.choice(["web", "email"], p=(0.8, 0.2)))
            at = AT.replace(month=3 * quarter + 1, day=3) + timedelta(days=int(draw.integers(60)))
            one = respond(flow, told, started_at=at, channel=channel)
            self.replies.append((one, quarter, place))
            self.coded[one.conversation, "w"] = frozenset({str(draw.choice(["t", "none fits"], p=(0.3, 0.7)))})

    def report(self, part, profile="people"):
        mine = [one for one, quarter, place in self.replies if holds(part, quarter, place)]
        heard = Findings((Choice("t", "Tea"),), self.coded)
        told = build("club", mine, {"v1": self.flow}, profile=profile, heard=heard)
        return replace(told, method=replace(told.method, slice=part))

    def published(self, parts):
        """Return the reports that can be published one after the other, each held apart from those before."""
        found = []
        for part in parts:
            told = self.report(part)
            try:
                refuse_too_soon(told, found)
            except SaysoError:
                continue
            found.append(apart_from_all(told, found, {"v1": self.flow}))
        return found


@pytest.fixture
def year(make_flow, pick, respond):
    flow = make_flow(pick("q", LETTERS), pick("r", LETTERS), Question("w", "Why?", "text"))
    return lambda draw, many: Year(draw, flow, respond, many)


def named(reports):
    return {f"{place}": one for place, one in enumerate(reports)}


@pytest.mark.slow
def test_no_count_of_one_to_four_is_found_in_random_releases_and_harmless_ones_are_shown(year):
    draw = np.random.default_rng(22 if IS_GATE else None)
    shown = harmless = 0
    for _ in range(examples(5 if IS_GATE else 60)):
        mine = year(draw, int(np.exp(draw.uniform(np.log(60), np.log(1500)))))
        reports = named(mine.published([SLICES[at] for at in draw.permutation(len(SLICES))[: draw.integers(3, 6)]]))
        within = inside(reports)
        atoms = [(quarter, place) for quarter in range(4) for place in PLACES]
        held = {name: [holds(one.method.slice, *atom) for atom in atoms] for name, one in reports.items()}

        assert list(Solver(reports, held, within).given_away()) == []
        themes = {name: one.method.themes for name, one in reports.items()}
        assert attack_theme_family(themes, within, ThemeContext(len(mine.replies) + 2)) == ()
        assert few_by_channel(reports, within) == []
        true = {name: mine.report(one.method.slice, "organisations") for name, one in reports.items()}
        for name, one in reports.items():
            for question in QUESTIONS:
                if is_harmless(true, within, name, question):
                    told = [figure.shown for figure in one.figures if figure.question == question]
                    shown, harmless = shown + sum(told), harmless + len(told)
    assert shown >= 0.9 * harmless


def few_by_channel(reports, within):
    """Return the channels by which few replied in a report and in none within it, or in one that hides it."""
    found = []
    told = {
        name: {one.name: one.responses for one in report.method.journey.channels} for name, report in reports.items()
    }
    for whole, parts in within.items():
        for channel, number in told[whole].items():
            left = [told[part].get(channel, 0) for part in parts if told[part]]
            hidden = [one for one in left if one is None]
            is_whole = len(left) == len(parts) and number is not None
            if is_whole and len(hidden) < 2 and number - sum(one or 0 for one in left) in range(1, 5):
                found.append((whole, channel))
    return found


def test_what_a_quarter_hides_does_not_follow_from_the_year_and_the_other_quarters(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))

    def report(part, *quarters):
        replies = [
            respond(flow, {"q": "a" if number < chose else "b"}, channel="web" if number < few else "email")
            for chose, few in quarters
            for number in range(40)
        ]
        told = build("club", replies, {"v1": flow}, profile="people")
        return replace(told, method=replace(told.method, slice=part))

    sizes = [(3, 3), (20, 20), (20, 20), (20, 20)]
    year = ReportSlice(QUARTERS[0].since, ENDS[3])
    published = [report(QUARTERS[0], sizes[0])]
    for part, mine in ((QUARTERS[1], sizes[1:2]), (QUARTERS[2], sizes[2:3]), (year, sizes)):
        published.append(apart_from_all(report(part, *mine), published, {"v1": flow}))
    last = apart_from_all(report(QUARTERS[3], sizes[3]), published, {"v1": flow})

    assert not any(one.shown for one in published[0].figures)
    assert all(one.shown for one in published[3].figures)
    assert not any(one.shown for one in last.figures)
    assert last.method.journey.channels == ()


def test_four_quarters_beside_each_other_show_what_they_show_alone(year):
    mine = year(np.random.default_rng(3), 800)
    told = mine.published(QUARTERS)
    whole = mine.published([*QUARTERS, ReportSlice(QUARTERS[0].since, ENDS[3])])[-1]

    assert [len(shown(one)) for one in told] == [len(shown(mine.report(one))) for one in QUARTERS]
    assert len(shown(whole)) >= 0.85 * len(shown(mine.report(whole.method.slice)))


def test_several_reports_hide_in_the_newest_what_no_two_of_them_tell(year):
    draw = np.random.default_rng(6)
    mine = year(draw, int(np.exp(draw.uniform(np.log(60), np.log(400)))))
    parts = [SLICES[at] for at in draw.permutation(len(SLICES))[:4]]
    found = mine.published(parts)
    alone = [apart_from(mine.report(one.method.slice), found[:at], {"v1": mine.flow}) for at, one in enumerate(found)]

    assert [len(shown(one)) for one in found] < [len(shown(one)) for one in alone]


def shown(report):
    return [one for one in report.figures if one.shown]


def test_exact_reports_and_two_alone_are_left_as_they_are(year):
    mine = year(np.random.default_rng(3), 200)
    exact = mine.report(QUARTERS[0], "organisations")

    assert apart_from_all(exact, [mine.report(QUARTERS[1])] * 2, {"v1": mine.flow}) == exact
