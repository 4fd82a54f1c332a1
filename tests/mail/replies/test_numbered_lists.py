"""Numbered answers in one line: numbers may pass over questions, and stand inside somebody's own words."""

import pytest

from feedback.flows.model import Choice
from mail.model.expected_answers import LetterItem
from mail.replies.numbered_lists import listed

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
ITEMS = (
    LetterItem(1, "consent", "Is it OK?", "yesno", YES_NO),
    LetterItem(2, "heard", "How did you hear of it?", "one", (Choice("first", "This is the first I have heard"),)),
    LetterItem(3, "used", "Have you used it?", "yesno", YES_NO),
    LetterItem(7, "why", "What changed?", "text"),
    LetterItem(8, "more", "More of it?", "yesno", YES_NO),
    LetterItem(9, "others", "For others too?", "yesno", YES_NO),
)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "1 yes 2 This is the first I have heard 8 yes 9 skip",
            {1: "yes", 2: "This is the first I have heard", 8: "yes", 9: "skip"},
        ),
        ("1 yes 3 yes 7 We plan with people now. 8 yes", {1: "yes", 3: "yes", 7: "We plan with people now.", 8: "yes"}),
        (
            "1 yes 7 We had 8 people in the room and 9 more outside 8 yes 9 no",
            {1: "yes", 7: "We had 8 people in the room and 9 more outside", 8: "yes", 9: "no"},
        ),
    ],
)
def test_each_number_with_an_answer_behind_it_begins_that_answer(text, answers):
    found = listed(text, ITEMS)

    assert found is not None
    assert dict(found.answers) == answers
