"""Days as people say them, looked back on and looked forward to, seen from a Monday at the end of November."""

from datetime import date

import pytest

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.ask import Ask

TODAY = date(2026, 11, 30)
WHEN = Ask("date", "When was it?", today=TODAY)
NEXT = Ask("date", "What day would suit you next?", today=TODAY)


@pytest.mark.parametrize(
    ("text", "start", "end", "is_sure"),
    [
        ("the other day", "2026-11-23", "2026-11-29", False),
        ("the week before last", "2026-11-16", "2026-11-22", True),
        ("Tuesday last week", "2026-11-24", "2026-11-24", True),
        ("early last month", "2026-10-01", "2026-10-10", False),
        ("half a year ago", "2026-05-01", "2026-05-31", False),
        ("the week after Easter", "2026-04-06", "2026-04-12", False),
        ("earlier this year", "2026-01-01", "2026-11-30", False),
        ("the 25th", "2026-11-25", "2026-11-25", False),
    ],
)
def test_a_day_gone_by_is_counted_back_from_today(text: str, start: str, end: str, *, is_sure: bool):
    heard = hear_answer(WHEN, text)

    assert (heard.date_from, heard.date_to, heard.sure) == (start, end, is_sure)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday week", "2026-12-11"),
        ("a week on Friday", "2026-12-11"),
        ("the 3rd", "2026-12-03"),
        ("1 March", "2027-03-01"),
    ],
)
def test_a_day_to_come_is_counted_on_from_today_and_is_asked_back(text: str, day: str):
    heard = hear_answer(NEXT, text)

    assert (heard.date_from, heard.date_to, heard.sure) == (day, day, False)


@pytest.mark.parametrize(
    "text", ["i think it was 3 March 2024 when we met", "it was on 3 March 2024 when we first met in the old hall"]
)
def test_a_whole_date_in_a_longer_sentence_is_heard_and_asked_back(text: str):
    heard = hear_answer(WHEN, text)

    assert (heard.date_from, heard.date_to, heard.sure) == ("2024-03-03", "2024-03-03", False)


@pytest.mark.parametrize("text", ["0 days ago", "9000 days ago"])
def test_no_days_ago_and_too_many_days_ago_are_asked_again(text: str):
    heard = hear_answer(WHEN, text)

    assert (heard.date_from, heard.act) == (None, "unclear")
