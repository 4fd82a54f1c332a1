"""Answers that stand in a quoted letter in a colour of their own."""

import pytest

from mail.quotes.colours import is_vivid
from mail.replies.quoted_text import split_html

HEAD = "<b>From:</b> The Trust &lt;trust@trust.test&gt;<br><b>Sent:</b> 3 March 2026 10:12<br><b>To:</b> Ada<br><b>Subject:</b> How"


def answered(*answers: str, above: str = "") -> str:
    asked = "".join(f"<p>Did you like part {at}?</p><p>{answer}</p>" for at, answer in enumerate(answers))
    return f'{above}<hr><div id="divRplyFwdMsg">{HEAD}</div><p>Hello, this is about the choir and all its songs.</p>{asked}<p>Thank you.</p>'


@pytest.mark.parametrize("style", ['<span style="color:#C00000">{}</span>', '<font color="red">{}</font>'])
def test_coloured_words_in_a_quote_are_the_persons(style: str):
    html = answered(style.format("Very much."), style.format("It was<br>too loud."), above="<p>See below.</p>")

    assert split_html(html).reply.split() == ["See", "below.", "Very", "much.", "It", "was", "too", "loud."]


def test_coloured_words_at_the_end_of_a_line_are_the_persons():
    html = answered("").replace("part 0?", 'part 0? <span style="color: rgb(0, 112, 192)">Very much.</span>')

    assert split_html(html).reply == "Very much."


@pytest.mark.parametrize(
    "html",
    [
        answered('<span style="color:black">No.</span>', above="<p>Fine.</p>"),
        answered('<a href="https://trust.test"><span style="color:blue">a link</span></a>', above="<p>Fine.</p>"),
        answered('<span style="color:red">Please</span> write.', above="<p>Fine.</p>"),
        answered(above="<p>Fine.</p>")
        .replace("Hello", '<span style="color:red">Hello')
        .replace("songs.", "songs.</span>"),
    ],
)
def test_colours_of_the_letter_itself_are_not(html: str):
    assert split_html(html).reply == "Fine."


@pytest.mark.parametrize(
    ("colour", "is_one"),
    [("#f00", True), ("#222222", False), ("rgb(9,9,9)", False), ("green", True), ("inherit", False), ("", False)],
)
def test_a_colour_stands_out_or_does_not(colour: str, *, is_one: bool):
    assert is_vivid(colour) is is_one
