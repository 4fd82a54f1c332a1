"""Organisations beside people, on the codes that they share."""

import json
from dataclasses import replace

import pytest

from feedback.errors import SaysoError
from report.build.comparison import NOT_SURE, TOO_FEW, perspective, perspective_document
from report.build.report import build
from report.counting.slices import ReportSlice
from report.easy.easy_perspective import easy_perspective
from report.formats.blocks import Heading, Table
from report.formats.markdown_json import to_json, to_markdown
from tests.report.survey import signatories


@pytest.fixture
def organisations(flow_file, respond):
    flow = flow_file("signatories")
    return build("signatories", signatories(flow, respond), {flow.version_id: flow})


@pytest.fixture
def people(flow_file, respond):
    """Return a maker of a report on people: so many, of whom so many saw o1, and so many were told what changed."""

    def make(many: int, saw: int, told: int):
        flow = flow_file("people")
        made = [
            respond(flow, {"c8": ("o1", "o2") if n < saw else ("none",), "c7": "yes" if n < told else "no"})
            for n in range(many)
        ]
        return build("people", made, {flow.version_id: flow})

    return make


def gaps(told):
    return {one.code: one for one in told.gaps}


def test_organisations_stand_first_and_share_the_ten_outcomes_and_the_five_ps(organisations, people):
    told = perspective(people(40, 20, 10), organisations)

    assert (told.first.flow, told.second.flow) == ("signatories", "people")
    assert [one.code for one in told.gaps] == [
        *("o1", "o2", "o3", "o4", "o5", "w1", "w2", "w3", "w4", "w5"),
        *("principles", "purpose", "presence", "process", "impact"),
    ]


def test_a_gap_of_thirty_points_with_ten_organisations_is_not_sure(organisations, people):
    one = gaps(perspective(organisations, people(40, 20, 10)))["o1"]

    assert (one.first.chose, one.first.answered, one.second.chose, one.second.answered) == (8, 10, 20, 40)
    assert (one.gap, one.interval, one.says) == (30, (-4, 51), NOT_SURE)


def test_a_wide_gap_is_said_and_which_side_says_more(organisations, people):
    more, less = (gaps(perspective(organisations, people(60, saw, 0))) for saw in (6, 55))

    assert (more["o1"].gap, more["o1"].says) == (70, "more often so for Organisations")
    assert less["o2"].says == NOT_SURE
    none = gaps(perspective(organisations, people(60, 60, 0)))["o2"]
    assert (none.gap, none.says) == (-30, "more often so for People")


def test_fewer_than_ten_people_are_never_set_beside_an_organisation(organisations, people):
    told = perspective(organisations, people(9, 9, 9))

    assert {one.says for one in told.gaps} == {TOO_FEW}
    page = to_markdown(perspective_document(told))
    assert "There are too few replies to be sure of any gap." in page
    assert "| Better chances to get involved | 8 of 10 (80 %) | hidden |  |  | too few to show |" in page
    assert not any(one.strips for one in perspective_document(told).blocks if isinstance(one, Table))


def test_easy_read_tells_the_surest_gap_first_and_hides_what_is_of_few(organisations, people):
    told = perspective(organisations, people(60, 6, 0))
    page = easy_perspective(told)
    text = to_markdown(page)

    assert [one.words for one in page.blocks if isinstance(one, Heading)][:2] == [
        "Who replied",
        "Better chances to get involved",
    ]
    assert "- People: 6 of 60 (10 %) said “Better chances to take part”." in text
    assert "Organisations say this more often." in text
    assert "People say this more often." in to_markdown(easy_perspective(perspective(organisations, people(60, 60, 0))))
    few = replace(perspective(organisations, people(9, 9, 9)), part="Leeds")
    assert "We do not show this. Too few replied." in to_markdown(easy_perspective(few))
    assert "This is a part of all replies: Leeds." in to_markdown(easy_perspective(few))


def test_the_page_has_both_bases_the_gap_its_interval_and_a_chart(organisations, people):
    told = perspective(organisations, people(60, 6, 0))
    page = perspective_document(told)

    text = to_markdown(page)
    assert (
        "- Better chances to get involved: 8 of 10 (80 %) beside 6 of 60 (10 %), a gap of +70 points; more often so"
        in text
    )
    assert "| Better chances to get involved | 8 of 10 (80 %) | 6 of 60 (10 %) | +70 | +37 to +85 |" in text
    assert "| More ways to get involved | 6 of 10 (60 %) | 0 of 60 (0 %) | +60 |" in text
    assert [one.caption for one in page.blocks if isinstance(one, Table) and one.strips] == [
        "Figure 1. Both sides on the codes they share"
    ]
    assert json.loads(to_json(told))["gaps"][0]["interval"] == [37, 85]


def test_a_part_of_the_replies_is_named_on_the_page(organisations, people):
    first = replace(organisations, method=replace(organisations.method, slice=ReportSlice(place="Leeds")))
    told = perspective(first, people(60, 6, 0))

    assert f"Only these replies, on both sides: {first.method.slice}." in to_markdown(perspective_document(told))


def test_flows_without_shared_codes_are_named(organisations, make_flow, respond):
    flow = make_flow()

    with pytest.raises(SaysoError, match="club have no codes in common"):
        perspective(organisations, build("club", [respond(flow, {})], {"v1": flow}))


def test_a_gap_in_points_is_rounded_away_from_nothing(organisations, people):
    one = people(40, 20, 10)
    told = perspective(organisations, replace(one, figures=organisations.figures, method=organisations.method))

    assert {gap.gap for gap in told.gaps if gap.interval} == {0}
    assert "| What | signatories | people |" in to_markdown(perspective_document(told))
