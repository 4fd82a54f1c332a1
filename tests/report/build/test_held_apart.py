"""Reports of periods and places: which of them could be subtracted, and that nothing of few is told by it."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from feedback.errors import SaysoError
from feedback.flows.model import Choice, Question
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.held_apart import TOO_SOON, apart_from, held, refuse_too_soon
from report.build.report import Findings, build
from report.counting.slices import ReportSlice, crossing, widest
from report.formats.markdown_json import to_json, to_markdown
from tests.report.conftest import AT
from tests.samples import IS_GATE, examples

YEAR = ReportSlice(date(2026, 1, 1), date(2026, 12, 31))
QUARTERS = tuple(
    ReportSlice(date(2026, month, 1), date(2026, month + 2, 30 if month in (4, 7) else 31)) for month in (1, 4, 7, 10)
)
LEEDS = ReportSlice(place="Leeds")


def test_slices_lie_within_around_apart_or_across():
    assert YEAR.covers(QUARTERS[0])
    assert not QUARTERS[0].covers(YEAR)
    assert ReportSlice().covers(LEEDS)
    assert QUARTERS[0].is_apart_from(QUARTERS[1])
    assert QUARTERS[1].is_apart_from(QUARTERS[0])
    assert LEEDS.is_apart_from(ReportSlice(place="York"))
    assert replace(YEAR, group="a").is_apart_from(replace(YEAR, group="b"))
    assert crossing(LEEDS, [ReportSlice(), QUARTERS[0]]) == QUARTERS[0]
    assert crossing(QUARTERS[1], [YEAR, *QUARTERS]) is None
    north = ReportSlice(place="North", spellings=("Leeds", "York"))
    assert north.covers(LEEDS)
    assert not LEEDS.covers(north)
    assert not north.covers(ReportSlice())
    assert north.is_apart_from(ReportSlice(place="Hull"))
    assert not north.is_apart_from(LEEDS)
    assert list(widest(enumerate([QUARTERS[0], YEAR, LEEDS, YEAR]))) == [2, 3]


def test_a_slice_is_said_in_words():
    assert str(ReportSlice()) == "all replies"
    assert ReportSlice(name="All").is_whole
    assert str(replace(QUARTERS[0], place="Leeds", group="Ward A")) == "2026-01-01 to 2026-03-31, Leeds, Ward A"
    assert str(ReportSlice(until=date(2026, 3, 1))) == "the beginning to 2026-03-01"
    assert str(ReportSlice(since=date(2026, 3, 1))) == "2026-03-01 to today"


@pytest.fixture
def year(make_flow, pick, respond):
    """Return a maker of reports on parts of a random year: of so many replies in each quarter."""
    flow = make_flow(pick("q", "abcd"), pick("m", "abc", type="many"), Question("w", "Why?", "text"))

    def make(draw, sizes):
        shares = draw.dirichlet((2, 2, 2, 2))
        replies, coded = [], {}
        for quarter, size in zip(QUARTERS, sizes, strict=True):
            for _ in range(size):
                at = AT.replace(month=quarter.since.month, day=3) + timedelta(days=int(draw.integers(60)))
                given = {"q": str(draw.choice(list("abcd"), p=shares)), "m": ("abc"[draw.integers(3)],), "w": "=hm"}
                replies.append(respond(flow, given, started_at=at))
                coded[replies[-1].conversation, "w"] = frozenset({str(draw.choice(["t", "none fits"], p=(0.3, 0.7)))})

        def report(part, earlier=()):
            first, last = part.days
            mine = [one for one in replies if first <= one.started_at.date() <= last]
            told = build("club", mine, {"v1": flow}, heard=Findings((Choice("t", "Tea"),), coded))
            told = replace(told, method=replace(told.method, slice=part))
            return apart_from(told, earlier, {"v1": flow})

        return report

    return make


def shown(report):
    return {one.id: one for one in (*report.figures, *report.method.themes) if one.shown}


def test_quarters_are_not_held_apart_from_each_other(year):
    report = year(np.random.default_rng(3), (60, 60, 60, 60))
    published = []
    for quarter in QUARTERS:
        refuse_too_soon(report(quarter), published)
        assert shown(report(quarter, published)).keys() == shown(report(quarter)).keys()
        published.append(report(quarter, published))
    whole = report(YEAR)
    assert len(shown(report(YEAR, published))) >= 0.85 * len(shown(whole))


@pytest.mark.slow
def test_what_is_left_of_a_year_beside_its_quarters_tells_of_no_few(year):
    draw = np.random.default_rng(5 if IS_GATE else None)
    left = total = 0
    for _ in range(examples(15 if IS_GATE else 60)):
        report = year(draw, [int(size) for size in draw.integers(12, 70, 4)])
        published = [report(YEAR)]
        for quarter in draw.permutation(4):
            part = QUARTERS[quarter]
            published.append(report(part, published))
            quarters = [shown(one) for one in published[1:]]
            for name, whole in shown(published[0]).items():
                if all(name in one for one in quarters):
                    came = whole.answered - sum(one[name].answered for one in quarters)
                    more = whole.chose - sum(one[name].chose for one in quarters)
                    assert more not in range(1, 5)
                    assert came - more not in range(1, 5)
            left += len(quarters[-1])
            total += len(shown(report(part)))
    assert left > 0.3 * total


def test_a_quarter_whose_remainder_is_few_is_held_back(year):
    report = year(np.random.default_rng(4), (40, 40, 40, 12))
    published = [report(YEAR)]
    for quarter in QUARTERS[:3]:
        published.append(report(quarter, published))

    assert TOO_SOON in {one.why_hidden for one in published[-1].figures}
    assert not any(one.shown for one in published[-1].figures)
    assert shown(published[1])


def test_what_crosses_or_leaves_few_is_refused(year):
    report = year(np.random.default_rng(4), (40, 40, 40, 5))
    published = [report(quarter) for quarter in QUARTERS[:3]]

    with pytest.raises(SaysoError, match="Only 5 more replied"):
        refuse_too_soon(report(YEAR), published)
    with pytest.raises(SaysoError, match="A report of 2026-01-01 to 2026-03-31 was published, which overlaps"):
        refuse_too_soon(report(ReportSlice(date(2026, 2, 1), date(2026, 5, 31))), published)
    with pytest.raises(SaysoError, match="Only 5 more replied"):
        refuse_too_soon(report(QUARTERS[2]), [report(YEAR), *published[:2]])


def test_a_report_says_which_replies_it_is_of(year):
    report = year(np.random.default_rng(4), (20, 0, 0, 0))(replace(QUARTERS[0], name="Spring"))

    page = to_markdown(document(report))
    assert page.startswith("# Spring\n")
    assert "- Only these replies: 2026-01-01 to 2026-03-31\n" in page
    assert "This is a part of all replies: 2026-01-01 to 2026-03-31." in to_markdown(easy_document(report))
    assert '"since": "2026-01-01"' in to_json(report)
    ended = replace(report, method=replace(report.method, slice=ReportSlice(until=date(2026, 3, 1))))
    assert "- Replies that began by 2026-03-01\n" in to_markdown(document(ended))


def test_a_quarter_within_a_year_tells_by_themes_and_channels_of_no_few(make_flow, respond):
    flow = make_flow(Question("w", "Why?", "text"))
    autumn = AT.replace(month=11)

    def reply(number, **more):
        return [respond(flow, {"w": "=hm"}, **more) for _ in range(number)]

    spring = [*reply(20), *reply(20, channel="web")]
    late = [*reply(18, started_at=autumn), *reply(2, channel="web", started_at=autumn)]
    coded = {(one.conversation, "w"): frozenset({"none fits"}) for one in (*spring, *late)}
    coded |= {(one.conversation, "w"): frozenset({"t"}) for one in (*spring[:10], *late[:2])}

    def report(replies, part):
        told = build("club", replies, {"v1": flow}, heard=Findings((Choice("t", "Tea"),), coded))
        return replace(told, method=replace(told.method, slice=part))

    whole, quarter = report([*spring, *late], YEAR), report(spring, QUARTERS[0])
    told = apart_from(quarter, [whole], {"v1": flow})

    assert [one.chose for one in quarter.method.themes] == [10, 10]
    assert [one.chose for one in told.method.themes] == [None, None]
    assert (len(quarter.method.journey.channels), told.method.journey.channels) == (2, ())


def test_hiding_themes_ends_where_nothing_is_left_to_hide(year):
    themes = year(np.random.default_rng(4), (20, 0, 0, 0))(QUARTERS[0]).method.themes

    bare = held(themes, lambda mine: [(mine[0].question, mine[0].choice)])

    assert bare[0].sorted is None
