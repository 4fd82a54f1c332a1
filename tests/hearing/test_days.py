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


@pytest.mark.parametrize(
    ("question", "text", "start", "end"),
    [
        ("When would you like us to ring?", "friday after dinner", "2026-12-04", "2026-12-04"),
        ("When would you like us to ring?", "at the weekend", "2026-12-05", "2026-12-06"),
        ("When is your next visit?", "the 21st", "2026-12-21", "2026-12-21"),
        ("When did you first come?", "friday, for 5 minutes", "2026-11-27", "2026-11-27"),
        ("When did it begin?", "a month ago to the day", "2026-10-30", "2026-10-30"),
        ("When did it begin?", "a year ago today", "2025-11-30", "2025-11-30"),
        ("When did it begin?", "97", "1997-01-01", "1997-12-31"),
        ("When did it begin?", "the autumn of 23", "2023-09-01", "2023-11-30"),
        ("When did it begin?", "9/24", "2024-09-01", "2024-09-30"),
        ("When did it begin?", "i remember, May 2021", "2021-05-01", "2021-05-31"),
        ("What is your date of birth?", "14 Jan 62", "1962-01-14", "1962-01-14"),
        ("What is your date of birth?", "3 4 71, no jokes please", "1971-04-03", "1971-04-03"),
    ],
)
def test_a_day_is_looked_for_where_its_question_looks(question: str, text: str, start: str, end: str):
    heard = hear_answer(Ask("date", question, today=TODAY), text)

    assert (heard.date_from, heard.date_to) == (start, end)
