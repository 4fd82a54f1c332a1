"""Who replied, by group."""

from itertools import product

import pytest

from report.build import build
from report.content import document
from report.disclosure import SMALL
from report.groups import NO_GROUP, SMALL_GROUPS, Group, GroupRate, Invited, group_rates
from report.render import to_markdown


def test_exact_numbers_stand_where_replies_speak_for_organisations():
    groups = (Group("", 10, 1), Group("Ward B", 3, 2), Group("Ward A", 8, 8))

    assert group_rates(groups, 11, "organisations") == (
        GroupRate("Ward A", 8, 8, 100),
        GroupRate("Ward B", 3, 2, 67),
        GroupRate(NO_GROUP, 10, 1, 10),
    )
    assert group_rates((Group("", 10, 1),), 1, "organisations") == ()


def test_the_rule_of_the_nhs_rounds_groups_and_hides_small_ones():
    groups = (Group("Ward A", 22, 13), Group("Ward B", 7, 0), Group("Ward C", 11, 7))

    assert group_rates(groups, 20, "nhs-round5") == (
        GroupRate("Ward A", 20, 15, 75),
        GroupRate("Ward B", None, 0, None),
        GroupRate("Ward C", 10, None, None),
    )


def test_small_groups_stand_together_without_a_name():
    groups = (Group("", 20, 10), Group("Ada's four", 4, 2), Group("Ward A", 40, 20), Group("Ward B", 9, 8))

    assert group_rates(groups, 40, "people") == (
        GroupRate("Ward A", 40, 20, 50),
        GroupRate(SMALL_GROUPS, 33, 20, 61),
    )


def test_a_small_number_of_replies_or_of_silence_is_hidden_with_another():
    silent = (Group("Ward A", 30, 10), Group("Ward B", 20, 18), Group("Ward C", 60, 30))
    few = (Group("Ward A", 30, 10), Group("Ward B", 20, 3), Group("Ward C", 60, 30))

    hidden = [
        [one.name for one in group_rates(groups, 99, "people") if one.replied is None] for groups in (silent, few)
    ]

    assert hidden == [["Ward A", "Ward B"], ["Ward A", "Ward B"]]
    assert {one.percent for one in group_rates(few, 99, "people") if one.replied is None} == {None}


@pytest.mark.parametrize("without", [0, 2, 9])
def test_no_small_number_is_shown_or_left_over(without):
    for replied in product(range(0, 13, 2), range(0, 16, 3), (0, 3, 9)):
        groups = [
            Group(f"Ward {place}", size, one)
            for place, (size, one) in enumerate(zip((12, 15, 9), replied, strict=True))
        ]

        rates = group_rates(groups, sum(replied) + without, "people")

        shown = {one.name: one.replied for one in rates if one.replied is not None}
        left = [one for one in groups if one.name not in shown]
        assert not any(one.replied in SMALL or one.invited - one.replied in SMALL for one in groups if one not in left)
        assert len(left) != 1 or sum(one.invited - one.replied for one in left) not in SMALL


def test_the_page_has_a_row_for_each_group(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    invited = Invited(30, (Group("Ward A", 20, 11), Group("Ward B", 10, 1)))
    responses = [respond(flow, {"q": "a"}) for _ in range(12)]

    report = build("club", responses, {"v1": flow}, invited)

    assert (report.invited, report.response_rate) == (30, 40)
    assert "| Ward A | 20 | hidden | hidden |\n| Ward B | 10 | hidden | hidden |\n" in to_markdown(document(report))
