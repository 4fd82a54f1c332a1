"""What `mail.mime.html` shows of a mail's HTML, and what `mail.replies.quoted_text` keeps of it."""

import pytest

from mail.mime.html import read, to_text
from mail.replies.quoted_text import split_html
from tests.growth import grows_in_line

ATTRIBUTION = "On Tue, 3 Mar 2026 at 10:12, Bea &lt;bea@example.org&gt; wrote:"
HEADER = "<b>From:</b> Bea &lt;bea@example.org&gt;<br><b>Sent:</b> 3 March 2026 10:12<br><b>To:</b> Ada<br><b>Subject:</b> How was it"

SHOWN = {
    "blocks and breaks": ("<div>one</div><div>two<br>three</div>four", "one\ntwo\nthree\nfour"),
    "a blank line": ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
    "paragraphs": ("<p>one</p><p>two</p>", "one\n\ntwo"),
    "paragraphs of Word": ("<p class=MsoNormal>one<o:p></o:p></p><p class=MsoNormal>two</p>", "one\ntwo"),
    "white space": ("<p>one\n   two&nbsp; three</p>", "one two  three"),
    "entities": ("<p>a &amp; b &lt; c &#8217; &#x1F600;</p>", "a & b < c ’ 😀"),
    "lists": ("<ul><li>one</li><li>two</li></ul><ol><li>three</li></ol>", "* one\n* two\n\n1. three"),
    "tables": ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    "set text": ("<pre>one\n  two</pre>", "one\n  two"),
    "what is hidden": (
        "<div style='display:none'>no</div><style>no</style><script>no</script><p hidden>no</p>yes<!-- no -->",
        "yes",
    ),
    "links": ("<a href='https://example.org'>here</a>", "here"),
    "faces as pictures": ("ok <img alt='😀' src=x> <img alt='logo' src=y>", "ok 😀"),
    "nothing": ("", ""),
}

QUOTES = {
    "Gmail": f'<div dir="ltr">Fine.</div><div class="gmail_quote"><div class="gmail_attr">{ATTRIBUTION}</div><blockquote class="gmail_quote">How was it?</blockquote></div>',
    "Gmail, seen through Outlook": f'<div>Fine.</div><div class="x_gmail_quote">{ATTRIBUTION}<blockquote class="x_gmail_quote">How?</blockquote></div>',
    "Apple Mail": f'Fine.<div><br><blockquote type="cite"><div>{ATTRIBUTION}</div><br><div>How was it?</div></blockquote></div>',
    "Thunderbird": f'Fine.<div class="moz-cite-prefix">{ATTRIBUTION}</div><blockquote type="cite">How was it?</blockquote>',
    "Outlook on the web": f'<div>Fine.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">{HEADER}</div><div>How was it?</div>',
    "Outlook on the desk": f'<p class=MsoNormal>Fine.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal>{HEADER}</p></div><p>How?</p>',
    "Yahoo": f'<div>Fine.</div><div id="ydp1yahoo_quoted" class="ydp1yahoo_quoted"><div>{ATTRIBUTION}</div><div>How was it?</div></div>',
    "Proton": f'<div>Fine.</div><div class="protonmail_quote">{ATTRIBUTION}<blockquote class="protonmail_quote" type="cite">How?</blockquote></div>',
    "Zoho": f'<div>Fine.</div><div class="zmail_extra_hr"></div><div class="zmail_extra">---- {ATTRIBUTION} ----<blockquote>How?</blockquote></div>',
    "GMX": f'<div>Fine.</div><div name="quote"><div>{ATTRIBUTION}</div><div name="quoted-content">How was it?</div></div>',
    "Hotmail": f'<div>Fine.<hr id="stopSpelling">{HEADER}<br>How was it?</div>',
    "Spark": f'Fine.<div name="messageReplySection">{ATTRIBUTION}<blockquote type="cite">How?</blockquote></div>',
    "a bare box": "<div>Fine.</div><blockquote>How was it?</blockquote>",
    "a header in a language that nobody listed": (
        "Fine.<div style='border-top:1px solid'>Brzu: Bea<br>Qazt: 3 Mraz 2026 10:12<br>Wuur: Ada</div>How?"
    ),
}


@pytest.mark.parametrize(("html", "text"), SHOWN.values(), ids=SHOWN.keys())
def test_html_is_read_as_a_browser_shows_it(html: str, text: str):
    assert to_text(html).strip() == text


@pytest.mark.parametrize("html", QUOTES.values(), ids=QUOTES.keys())
def test_what_each_program_quotes_is_told_from_the_reply(html: str):
    parts = split_html(f"<html><body>{html}</body></html>")

    assert parts.reply == "Fine."
    assert "How" in parts.quoted


def test_answers_between_the_boxes_of_gmail_are_kept():
    html = (
        f'<div>Hello.</div><div class="gmail_quote"><div class="gmail_attr">{ATTRIBUTION}</div>'
        '<blockquote class="gmail_quote">How was it?</blockquote><div>Fine.</div>'
        '<blockquote class="gmail_quote">What next?</blockquote><div>More tea.</div></div>'
    )

    assert split_html(html).reply.split() == ["Hello.", "Fine.", "More", "tea."]


def test_an_indent_and_a_box_of_the_persons_own_are_kept():
    indent = '<div>Fine.</div><blockquote style="margin:0 0 0 40px;border:none">Indented.</blockquote>'
    own = f"Fine.<blockquote>Own.</blockquote><div>{ATTRIBUTION}</div><blockquote>How was it?</blockquote>"

    assert split_html(indent).reply.split() == ["Fine.", "Indented."]
    assert split_html(own).reply.split() == ["Fine.", "Own."]
    assert split_html("<blockquote>All in one box.</blockquote>").reply == "All in one box."


@pytest.mark.parametrize(
    "box",
    [
        '<div class="gmail_signature">',
        '<div class="moz-signature">',
        '<div id="Signature">',
        '<div id="x_ms-outlook-mobile-signature">',
    ],
)
def test_a_signature_box_is_a_signature(box: str):
    parts = split_html(f"<div>Fine.</div>{box}Ada Example<br>Peer worker</div>")

    assert (parts.reply, parts.signature) == ("Fine.", "Ada Example\nPeer worker")


def test_a_signature_box_below_the_quote_stays_with_it():
    html = f'Fine.<div class="gmail_quote">{ATTRIBUTION}<blockquote>How?</blockquote></div>-- <div class="gmail_signature">Ada</div>'

    parts = split_html(html)

    assert (parts.reply, parts.signature) == ("Fine.", "")


def test_words_inside_a_signature_box_alone_are_kept():
    assert split_html('<div class="gmail_signature">Fine.</div>').reply == "Fine."


def test_a_message_handed_on_without_a_word_is_kept():
    head = "---------- Forwarded message ----------<br>From: Bea &lt;bea@example.org&gt;<br>Date: 3 Mar 2026"

    assert "It was fine." in split_html(f'<div class="gmail_quote">{head}<br><br>It was fine.</div>').reply
    assert split_html(f'<div class="gmail_quote">{head}</div>').reply == ""


def test_bold_words_can_be_asked_for():
    assert read("a <b>b</b> <span style='font-weight:bold'>c</span>", strong=True) == [
        ("t", "a \ue000b\ue001 \ue000c\ue001")
    ]


MEGABYTE = 1_000_000
HURTFUL = {
    "nested boxes": "<div>",
    "nested styles": "<b>",
    "styles left open in paragraphs": "<p><b class=c>",
    "brackets": "<",
    "nested quotes": "<blockquote>",
    "lists": "<ul><li>x",
    "breaks": "<br>",
    "words": "hello world ",
    "entities": "&amp;",
    "comments": "<!-- -",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", HURTFUL.values(), ids=HURTFUL.keys())
def test_a_megabyte_of_html_made_to_hurt_takes_time_in_line_with_its_size(piece: str):
    large = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
    small = large[: MEGABYTE // 8]

    assert grows_in_line(lambda: split_html(small), lambda: split_html(large), times=8)


@pytest.mark.slow
def test_too_many_nodes_or_lines_are_read_without_a_tree():
    deep = "".join(f"<p><b class=c{number}>" for number in range(50)) + "<p>x</p>" * 5000

    assert split_html(deep).reply.count("x") == 5000
    assert to_text("<pre>" + "x\n" * 20_000 + "</pre>").count("x") == 20_000
