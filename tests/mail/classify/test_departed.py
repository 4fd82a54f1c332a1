"""Gone for good, and away for a while: two kinds of automatic answer."""

import pytest

from mail.classify.departed import is_departed


@pytest.mark.parametrize(
    "text",
    [
        "Ada no longer works here. Please write to Bea instead.",
        "Thank you for your email. I have now left the Trust and this mailbox is not monitored.",
        "Please note that I have left the organisation.",
        "Cal is no longer with the company.",
        "This email address is no longer in use.",
        "I am no longer employed by Example Trust.",
        "Bea has retired.",
        "Ada doesn't work here anymore.",
    ],
)
def test_who_is_gone_for_good_is_told(text: str) -> None:
    assert is_departed(text)


@pytest.mark.parametrize(
    "text",
    [
        "I am away until Monday.",
        "I have left the office for today and will be back on Tuesday.",
        "I am on annual leave. This mailbox is not monitored while I am away.",
        "I no longer work on Fridays. I will return to your email on Monday.",
        "This account is not monitored. Please ring the main line.",
        "Thank you for your email. We will answer within two working days.",
        "",
    ],
)
def test_who_is_away_or_says_nothing_of_it_is_not(text: str) -> None:
    assert not is_departed(text)
