"""How many of those who were invited began: never more than were invited, and no small number."""

import json
from collections import defaultdict

import pytest

from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.held_apart import apart_from
from report.build.release_history import load_report
from report.build.report import build
from report.disclosure.response_rates import InvitationCounts, InvitedGroup, Turnout, beside, group_rates, turnout
from report.formats.markdown_json import to_json, to_markdown

HIDDEN = Turnout(None, None, None)


@pytest.fixture
def flow(make_flow, pick):
    return make_flow(pick("q", "ab"))


@pytest.fixture
def report(flow, respond):
    """Return a maker of reports: so many replies, and the group that was invited."""

    def make(replies, *group, profile="organisations"):
        invited = InvitationCounts(group[0], (InvitedGroup("Ward A", *group),))
        given = [respond(flow, {"q": "a"}) for _ in range(replies)]
        return build("club", given, {"v1": flow}, invited, profile)

    return make


def test_replies_without_an_invitation_are_no_part_of_the_invited(report):
    told = report(6, 6, 3)

    assert (told.response_rate, told.method.turnout) == (50, Turnout(3, 3, 0))
    text = to_markdown(document(told))
    assert "- Invited: 6, of whom 3 began (50 %). 3 more came without an invitation.\n" in text
    assert "| Ward A | 6 | 3 | 50 % |" in text
    assert "We asked 6.\n\n3 of them replied.\n\n3 more came without" in to_markdown(easy_document(told))


def test_a_link_that_led_to_several_replies_counts_once(report):
    told = report(5, 4, 2, 5)

    assert (told.response_rate, told.method.turnout) == (50, Turnout(2, 0, 3))
    assert "began (50 %). 3 more came by an invitation that was used before.\n" in to_markdown(document(told))
    assert "3 more came from an invitation used before." in to_markdown(easy_document(told))


def test_where_nobody_was_invited_there_is_no_share(report):
    assert "- Invited: 0, of whom 0 began. 2 more came" in to_markdown(document(report(2, 0, 0)))


@pytest.mark.parametrize("profile", ["people", "nhs-round5"])
@pytest.mark.parametrize(
    ("replies", "group"), [(20, (30, 3)), (20, (22, 20)), (20, (40, 18)), (9, (40, 9)), (9, (9, 9)), (30, (60, 20, 22))]
)
def test_one_small_number_hides_them_all(report, profile, replies, group):
    told = report(replies, *group, profile=profile)

    if (profile, group) in (("nhs-round5", (40, 9)), ("nhs-round5", (9, 9))):
        assert told.method.turnout == Turnout(10, 0, 0)
    else:
        assert (told.response_rate, told.method.turnout) == (None, HIDDEN)
        assert "How many of them began is hidden" in to_markdown(document(told))
        assert "We do not say how many of them replied." in to_markdown(easy_document(told))


@pytest.mark.parametrize("invited", [6, 10, 13, 24])
def test_who_knows_the_rule_and_all_replies_still_has_five_numbers_to_choose_from(invited):
    """The attack by trying out: all numbers that began which fit the sentence, the table of groups and all replies."""
    for replies in range(45):
        fitting = defaultdict(list)
        for began in range(min(invited, replies) + 1):
            groups = (InvitedGroup("Ward A", invited, began),)
            told = turnout(InvitationCounts(invited, groups), replies, "people")
            fitting[told, beside(group_rates(groups, "people"), told)].append(began)

        for (told, _), known in fitting.items():
            assert len(known) >= min(5, replies + 1) if told == HIDDEN else known == [told.began]


def test_two_published_reports_do_not_tell_of_the_few_who_began_between_them(report, flow):
    flows = {"v1": flow}
    old, late = report(40, 60, 20, profile="people"), report(55, 60, 23, profile="people")
    kept = load_report(json.loads(to_json(old)))

    told = apart_from(late, [kept], flows)

    assert late.method.turnout == Turnout(23, 32, 0)
    assert (told.response_rate, told.method.turnout) == (None, HIDDEN)
    assert apart_from(late, [told], flows).method.turnout == late.method.turnout
    assert apart_from(report(70, 60, 40, profile="people"), [kept], flows).method.turnout == Turnout(40, 30, 0)
