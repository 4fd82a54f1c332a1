"""Quoted lines and links that a program broke without marking their second halves."""

import pytest

from mail.replies.quoted_text import split

HEAD = "On Tue, 3 Mar 2026 at 10:12, The Trust <trust@trust.test> wrote:\n"
BROKEN = (
    "> We would like to hear from you about the meetings that\nyou came to.\n>\n"
    "> Please take your time. Somebody reads each word that\nyou write, and\n> answers you.\n>\n"
    "> You can skip each of the questions. You can also stop.\nPress Help\n> if you need it.\n"
)


def test_the_rests_of_quoted_lines_are_quoted():
    assert split(f"It was fine.\n\n{HEAD}{BROKEN}").reply == "It was fine."


@pytest.mark.parametrize("answer", ["Yes", "I would come again, and bring my own tea."])
def test_an_answer_below_a_quoted_line_stays_the_persons(answer: str):
    asked = f"{HEAD}{BROKEN}> Would you come again next year to hear what we changed?\n{answer}\n> Thank you.\n"

    assert split(asked).reply == answer


@pytest.mark.parametrize("head", [HEAD, "Trust <trust@trust.test> skriver:\n"])
def test_lines_with_a_bar_below_a_head_are_quoted(head: str):
    assert split(f"Fine.\n\n{head}\n| How was it?\n|\n| The Trust\n\nWarm too.").reply == "Fine.\n\nWarm too."


def test_lines_with_a_bar_of_somebodys_own_are_words():
    text = "My days:\n\n| Monday | tea |\n| Friday | none |"

    assert split(text).reply == text
