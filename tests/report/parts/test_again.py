"""What changed for the same people: who is counted, what is held because few people stand behind it, and what is shown."""

from datetime import UTC, datetime, timedelta

import pytest

from config.load import load_words
from feedback.conversation.response import Response
from feedback.flows.answer import Answer
from feedback.flows.flow_parser import parse
from report.formats.blocks import Heading, Table, Text
from report.parts.again import answered_again

SPRING = datetime(2026, 3, 2, 12, tzinfo=UTC)
FLOW = """
flow = "ward"
version = 1
language = "en"
title = "Your ward"
level = "{level}"
start = "Hello."
[consent]
ask = "Is it OK?"
no = "Fine."
[[question]]
id = "equal"
ask = "Were you treated as an equal?"
type = "one"
choices.yes = "Yes"
choices.partly = "Partly"
choices.no = "No"
[[question]]
id = "gain"
ask = "What did it do for you?"
type = "many"
choices.sure = "More sure of myself"
choices.cv = "More on my CV"
[[question]]
id = "quote"
ask = "May we quote you?"
type = "yesno"
consent = "quote_words"
[finish]
check = "Right?"
thanks = "Thank you."
"""
HELD = "Not shown: fewer than ten pairs, or a small number of people could be worked out from it."


def flow_of(level="person"):
    return parse("ward.toml", FLOW.replace("{level}", level), load_words())


class Panel:
    """Replies of invented people, some of whom answered again."""

    def __init__(self, level="person"):
        self.flow, self.replies, self.links, self.people = flow_of(level), [], [], 0

    def adds(self, number, *said, months=3):
        """So many people each with one answer to `equal` and `gain`, or with a later one as well."""
        for _ in range(number):
            self.people += 1
            ids = [self.reply(f"p{self.people}", place, *picks) for place, picks in enumerate(said)]
            if len(ids) > 1:
                self.links.append((months, *ids))
        return self

    def reply(self, person, place, equal, gain=()):
        began = SPRING + timedelta(days=91 * place, seconds=self.people)
        picks = {"equal": equal, "gain": gain} if equal else {"gain": gain}
        answers = {name: Answer("answered", began, value) for name, value in picks.items()}
        named = f"{person}/{place}"
        about = (person, "ward", 1, self.flow.version_id, "web", "en", "finished", began, began)
        self.replies.append(Response(named, *about, answers, {"take_part": True}))
        return named

    def blocks(self):
        return answered_again("Your ward", [self.flow], self.replies, self.links).blocks

    def table(self, ask="Were you treated as an equal?"):
        return next((block.rows for block in self.blocks() if isinstance(block, Table) and block.caption == ask), ())

    def texts(self):
        return [block.words for block in self.blocks() if isinstance(block, Text)]


YES, NO, PARTLY = ("yes", ("sure",)), ("no",), ("partly",)


def test_a_change_of_the_same_people_is_shown_with_both_shares_its_interval_and_the_test():
    panel = Panel().adds(12, YES, YES).adds(6, NO, YES).adds(5, NO, NO)

    assert panel.table()[0] == ("Yes", "12/23 (52 %)", "18/23 (78 %)", "+26 points (+6 to +44)", "p = 0.031")
    assert "People who answered again: 23." in panel.texts()


@pytest.mark.parametrize(
    "panel",
    [
        pytest.param(lambda: Panel().adds(9, YES, YES), id="fewer than ten pairs"),
        pytest.param(lambda: Panel().adds(20, YES, YES).adds(4, NO, YES).adds(6, NO, NO), id="four who changed"),
        pytest.param(lambda: Panel().adds(10, YES, YES).adds(10, NO, NO).adds(3, YES), id="three left over"),
        pytest.param(lambda: Panel().adds(10, YES, YES).adds(10, NO, NO).adds(10, YES).adds(2, NO), id="two of them"),
    ],
)
def test_nothing_is_shown_from_which_few_people_could_be_worked_out(panel):
    assert panel().table() == ()
    assert HELD in panel().texts()


def test_how_many_answered_again_is_not_told_where_they_are_few():
    assert "People who answered again: fewer than 10." in Panel().adds(9, YES, YES).texts()


def test_where_one_answer_has_to_be_held_the_first_alone_is_shown():
    panel = Panel().adds(12, YES, YES).adds(6, NO, NO).adds(2, PARTLY, PARTLY)

    assert [row[0] for row in panel.table()] == ["Yes"]
    assert HELD in panel.texts()


def test_six_months_are_held_where_they_would_tell_of_the_few_who_came_or_went_since_three():
    panel = Panel().adds(10, YES, YES).adds(10, NO, NO)
    for person in range(1, 19):
        panel.links.append((6, f"p{person}/0", panel.reply(f"p{person}", 2, "yes" if person < 11 else "no")))

    headings = [block.words for block in panel.blocks() if isinstance(block, Heading)]
    tables = [block for block in panel.blocks() if isinstance(block, Table)]

    assert [words for words in headings if words.startswith("After")] == ["After 3 months", "After 6 months"]
    assert [table.caption for table in tables].count("Were you treated as an equal?") == 1


def test_whoever_took_their_yes_back_is_not_counted_and_consents_are_no_findings():
    panel = Panel().adds(10, YES, YES).adds(10, NO, NO)
    panel.replies = [Response(**{**vars(one), "consents": {"take_part": one.person != "p1"}}) for one in panel.replies]

    assert panel.table()[0][1] == "9/19 (47 %)"
    assert not any(isinstance(block, Heading) and "quote" in block.words for block in panel.blocks())


def test_several_answers_are_each_held_to_the_rule():
    both = ("yes", ("sure", "cv"))
    panel = Panel().adds(15, YES, YES).adds(5, both, both).adds(6, ("yes",), ("yes",))

    rows = panel.table("What did it do for you?")

    assert [row[0] for row in rows] == ["More sure of myself", "More on my CV"]


def test_somebody_who_skipped_a_question_once_is_no_pair_there():
    panel = Panel().adds(10, YES, YES).adds(10, NO, NO).adds(10, ("", ()), YES)

    assert panel.table()[0][1] == "10/20 (50 %)"


def test_replies_of_organisations_are_shown_as_they_are():
    panel = Panel("organisation").adds(2, YES, YES).adds(1, NO, YES)

    assert panel.table()[0][:3] == ("Yes", "2/3 (67 %)", "3/3 (100 %)")
    assert "People who answered again: 3." in panel.texts()


def test_nobody_has_answered_again_yet():
    assert "Nobody has answered again yet." in Panel().adds(12, YES).texts()
