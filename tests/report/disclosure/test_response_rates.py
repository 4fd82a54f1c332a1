"""Who replied, by group."""

from collections import defaultdict
from itertools import product

import pytest

from report.build.document_builder import document
from report.build.report import build
from report.disclosure.response_rates import (
    NO_GROUP,
    SMALL_GROUPS,
    GroupRate,
    InvitationCounts,
    InvitedGroup,
    group_rates,
)
from report.formats.markdown_json import to_markdown


def test_exact_numbers_stand_where_replies_speak_for_organisations():
    groups = (InvitedGroup("", 10, 1), InvitedGroup("Ward B", 3, 2), InvitedGroup("Ward A", 8, 8))

    assert group_rates(groups, "organisations") == (
        GroupRate("Ward A", 8, 8, 100),
        GroupRate("Ward B", 3, 2, 67),
        GroupRate(NO_GROUP, 10, 1, 10),
    )
    assert group_rates((InvitedGroup("", 10, 1),), "organisations") == ()


def test_the_rule_of_the_nhs_rounds_groups_and_hides_small_ones():
    """40 were invited, as the report says; 10 in Ward C would leave 6 or 7 for Ward B."""
    groups = (InvitedGroup("Ward A", 22, 13), InvitedGroup("Ward B", 7, 0), InvitedGroup("Ward C", 11, 7))

    assert group_rates(groups, "nhs-round5") == (
        GroupRate("Ward A", 20, 15, 75),
        GroupRate("Ward B", None, 0, None),
        GroupRate("Ward C", None, None, None),
    )


def test_small_groups_stand_together_without_a_name():
    groups = (
        InvitedGroup("", 20, 10),
        InvitedGroup("Ada's four", 4, 2),
        InvitedGroup("Ward A", 40, 20),
        InvitedGroup("Ward B", 9, 8),
    )

    assert group_rates(groups, "people") == (
        GroupRate("Ward A", 40, 20, 50),
        GroupRate(SMALL_GROUPS, 33, 20, 61),
    )


@pytest.mark.parametrize("replied", [(10, 18, 30), (10, 3, 30)])
def test_one_small_number_of_replies_or_of_silence_hides_them_all(replied):
    groups = [InvitedGroup(f"Ward {size}", size, came) for size, came in zip((30, 20, 60), replied, strict=True)]

    assert [(one.invited, one.replied, one.percent) for one in group_rates(groups, "people")] == [
        (20, None, None),
        (30, None, None),
        (60, None, None),
    ]


@pytest.mark.parametrize("sizes", [(10, 10), (12, 15), (12, 15, 9)])
def test_who_knows_the_rule_and_the_sum_still_has_five_numbers_to_choose_from(sizes):
    """Unless the sum alone, which the report prints as the number of replies, leaves fewer."""
    fitting = defaultdict(list)
    for replied in product(*(range(size + 1) for size in sizes)):
        groups = [InvitedGroup(f"Ward {place}", size, replied[place]) for place, size in enumerate(sizes)]
        fitting[group_rates(groups, "people"), sum(replied)].append(replied)

    for (rates, total), known in fitting.items():
        is_open = 5 <= total <= sum(sizes) - 5
        for place in range(len(sizes)) if rates[0].replied is None and is_open else ():
            assert len({one[place] for one in known}) >= 5


def test_the_page_has_a_row_for_each_group(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    invited = InvitationCounts(30, (InvitedGroup("Ward A", 20, 11), InvitedGroup("Ward B", 10, 1)))
    responses = [respond(flow, {"q": "a"}) for _ in range(12)]

    report = build("club", responses, {"v1": flow}, invited)

    assert (report.invited, report.response_rate) == (30, 40)
    assert "| Ward A | 20 | hidden | hidden |\n| Ward B | 10 | hidden | hidden |\n" in to_markdown(document(report))
