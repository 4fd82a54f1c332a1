"""Plain text for a channel without buttons: what can be typed stands beside everything, `Help now` always."""

import pytest

from config.load import load_words
from feedback.conversation.messages import Outbound, Prompt
from feedback.conversation.plain_text import draw_with_words

WORDS = load_words()


def asking(*words: str) -> Prompt:
    return Prompt("milk", "Do you take milk?", "yesno", words=words)


@pytest.mark.parametrize(
    ("prompt", "beside"),
    [
        (asking("skip", "help", "stop"), "[Skip] [Help now] [Stop]"),
        (asking("skip"), "[Skip] [Help now]"),
        (None, "[Help now] [Stop]"),
    ],
)
def test_help_stands_beside_whatever_is_said(prompt, beside):
    drawn = draw_with_words(Outbound("Hello.", prompt), WORDS)

    assert drawn.splitlines()[0] == "Hello."
    assert drawn.splitlines()[-1] == beside


def test_help_is_there_even_where_there_is_nothing_to_say():
    assert draw_with_words(Outbound(""), WORDS) == "[Help now] [Stop]"
