"""Parts of the replies side by side and over time: what is said, what is compared, and what is kept back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from feedback.errors import SaysoError
from feedback.flows.condition import Is
from feedback.flows.model import Choice, Question
from report.build.report import Findings
from report.disclosure.response_rates import InvitationCounts, InvitedGroup
from report.easy.easy_parts import easy_parts
from report.formats.blocks import Chart
from report.formats.markdown_json import to_markdown
from report.parts.breakdown import ReplySource, broken_down, offered
from report.parts.cuts import about_questions, by_answer, by_channel, by_group, by_name, by_period
from report.parts.parts_report import SideBySide
from report.parts.side_by_side import part_alone, side_by_side

BEGAN = datetime(2024, 11, 15, 12, tzinfo=UTC)


@pytest.fixture
def source(make_flow, pick, respond):
    """Return a maker of replies: so many each month, of whom so many chose a, with more fields by number."""
    flow = make_flow(
        pick("q", "ab"),
        Question("w", "Why?", "text"),
        pick("ok", "yn", type="yesno", consent="quote_words"),
        pick("age", "xyz", theme="about you", prefer_not=True),
        pick("sex", "fm", type="yesno", theme="about you", when=Is("age", "x")),
    )

    def make(*months, age=lambda _at: "x", **more):
        replies, coded = [], {}
        for at, (many, chose) in enumerate(months):
            began = BEGAN + timedelta(days=30.44 * at)
            for number in range(many):
                given = {"q": "a" if number < chose else "b", "w": "=hm", "ok": "y", "age": age(number)}
                fields = {name: read(number) for name, read in more.items()}
                replies.append(respond(flow, given, started_at=began, **fields))
                coded[replies[-1].conversation, "w"] = frozenset({"t" if number % 2 else "none fits"})
        return ReplySource("club", replies, {"v1": flow}, Findings((Choice("t", "Tea"),), coded))

    return make


def page_of(found, cut, month="2026-11"):
    return to_markdown(side_by_side(found, cut, month))


@pytest.mark.slow
def test_a_quarter_is_set_against_the_one_before_and_months_have_limits(source):
    replies = source(*[(40, 27), (40, 20)] * 7, (40, 35), (40, 35), (20, 10))
    cut = by_period(date(2026, 3, 31))
    page = page_of(broken_down(replies, cut), cut, "2026-03")

    assert "| October to December 2025 | 120 |" in page
    assert "## January to March 2026 against October to December 2025" in page
    assert "- q?: Choice a: 67 of 120 (56 %), then 80 of 100 (80 %); more than before." in page
    assert "of the 2 differences, corrected for being so many" in page
    assert "| 2026-01 | 35 of 40 (88 %) | 39 % to 85 % | outside the limits |" in page
    assert "2026-03 |" not in page.split("Replies by month, by month")[0]
    assert "ok?: " not in page
    assert "Making data count" in page
    assert "### age?" not in page


def test_few_months_are_a_run_chart_and_months_of_few_none(source):
    cut = by_period(date(2025, 6, 30))
    few = side_by_side(broken_down(source((20, 10), (20, 10), (20, 10)), cut), cut, "2025-06")
    assert [block.name for block in few.blocks if isinstance(block, Chart)] == ["Replies by month"]
    assert "A chart with limits needs 12 months" in to_markdown(few)

    page = page_of(broken_down(source((20, 10), (4, 2), (20, 10)), cut), cut)
    assert "There is no chart of replies by month" in page
    assert "Parts that are not shown, as few replied or would be told of: " in page


@pytest.mark.slow
def test_months_without_a_number_are_left_out_of_the_chart_of_shares(source):
    cut = by_period(date(2026, 6, 30))
    page = page_of(broken_down(source(*[(40, 20)] * 6, (40, 3), *[(40, 20)] * 9), cut), cut)

    assert "Months whose numbers are hidden are left out" in page
    assert "All months lie as chance would have them." in page


def test_quarters_that_show_no_number_both_are_not_compared(source):
    cut = by_period(date(2025, 4, 30))
    told = broken_down(source((20, 10), (20, 10), (20, 10), (20, 10)), cut)
    bare = {path: replace(one, figures=()) for path, one in told.parts.items()}

    assert "No number is shown in both." in page_of(replace(told, parts=bare), cut)
    assert "No difference is so large" in page_of(told, cut)


def test_places_stand_in_places_and_a_part_unlike_the_others_is_named(source):
    paths, replies = {}, source((200, 130))
    for number, one in enumerate(replies.replies):
        paths[one.conversation] = ("North", "Leeds") if number < 100 else ("South",) if number < 190 else ()
    cut = by_name("place", "Place", paths)
    found = broken_down(replies, cut)
    page = page_of(found, cut)

    assert offered(replies, cut) == [("North",), ("North", "Leeds"), ("South",)]
    assert "| Leeds, in North | 100 |" in page
    assert "- q?: Choice a. South: 30 of 90 (33 %), 58 points below the others (" in page
    assert "Themes: All words together" in page

    alone = to_markdown(part_alone(found, cut, ("South",)))
    assert "# Your club: South" in alone
    assert "Only these replies: South. They are 90 of 200." in alone
    assert "Base: everyone who answered. Answered: 90." in alone
    assert "Themes: Why?" in alone


def test_nothing_is_said_of_parts_that_are_all_few(source):
    replies = source((12, 6))
    cut = by_name("place", "Place", {one.conversation: (f"p{at % 4}",) for at, one in enumerate(replies.replies)})
    page = page_of(broken_down(replies, cut), cut)

    assert "All replies: 12. No part has replies enough to be shown." in page
    assert "p1" not in page
    found = broken_down(replies, cut)
    assert "No part has enough replies." in to_markdown(easy_parts(SideBySide(found, cut)))

    cut = by_channel()
    found = broken_down(source((60, 30), channel=lambda number: "web" if number % 3 else "email"), cut)
    hidden = replace(found, whole=replace(found.whole, figures=()))
    assert "How many said" in to_markdown(easy_parts(SideBySide(found, cut)))
    assert "How many said" not in to_markdown(easy_parts(SideBySide(hidden, cut)))


def test_alike_parts_do_not_differ_and_hidden_numbers_say_why(source):
    cut, replies = by_channel(), source((60, 30), channel=lambda number: "web" if number % 3 else "email")
    replies.replies.append(replace(replies.replies[0], conversation="no yes", stage="declined"))
    page = page_of(broken_down(replies, cut), cut)
    assert "No part is so unlike the others that chance can be ruled out." in page

    replies = source((60, 42), channel=lambda number: "web" if number < 45 else "email")
    found = broken_down(replies, cut)
    page = page_of(found, cut)
    assert "hidden (note 1)" in page
    assert "email: we do not show this. Too few people said it." in to_markdown(easy_parts(SideBySide(found, cut)))
    assert "Not shown: " in to_markdown(part_alone(found, cut, ("email",)))


def test_figures_by_an_answer_about_people_hold_no_other_such_answer(source):
    replies = source((100, 50), age=lambda number: "x" if number % 2 else "y" if number < 90 else "declined")
    (question,) = [one for one in about_questions(replies.versions) if one.id == "age"]
    cut = by_answer(question, replies.versions)
    found = broken_down(replies, cut)

    assert [*found.parts] == [("x",)]
    assert {one.question for part in found.parts.values() for one in part.figures} == {"q", "ok"}
    assert "| Choice x | 50 |" in page_of(found, cut)


def test_who_took_back_the_yes_to_such_questions_is_in_no_part(make_flow, pick, respond):
    flow = make_flow(pick("about", "yn", type="yesno", consent="about_you"), pick("age", "xyz", when=Is("about", "y")))
    cut = by_answer(flow.questions[1], {"v1": flow})

    assert cut.path_of(respond(flow, {"about": "y", "age": "x"})) == ("x",)
    assert cut.path_of(respond(flow, {"about": "n", "age": "x"})) == ()
    assert cut.path_of(respond(flow, {"about": "y", "age": "=in words"})) == ()
    assert cut.path_of(respond(flow, {"about": "y"})) == ()


def test_what_the_whole_hides_of_a_group_is_told_by_no_part(source):
    replies = source((80, 40))
    names = {one.conversation: ("wide",) if at < 50 else ("close",) for at, one in enumerate(replies.replies)}
    cut = by_group(names)
    groups = (InvitedGroup("wide", 100, 50, 50), InvitedGroup("close", 33, 30, 30))

    assert offered(replies, cut) == [("close",), ("wide",)]
    assert offered(replace(replies, invited=InvitationCounts(133, groups)), cut) == []


def test_exact_numbers_stay_exact_and_rounded_ones_are_refused(source):
    cut, replies = by_channel(), source((12, 6), channel=lambda number: "web" if number else "email")

    assert [*broken_down(replace(replies, profile="organisations"), cut).parts] == [("email",), ("web",)]
    with pytest.raises(SaysoError, match="cannot be rounded"):
        broken_down(replace(replies, profile="nhs-round5"), cut)
