"""Mails meant to hurt: each kind is a rule that makes one of about any size. Many hang parsers that look back."""

from collections.abc import Callable

from mail_replies.letters import Letter

Maker = Callable[[int], bytes]
HEAD = (
    b"From: Ada Example <ada@example.net>\r\nTo: feedback@feedback.example.org\r\nSubject: Re: A few questions\r\n"
    b"Message-ID: <1@mail.example.net>\r\nMIME-Version: 1.0\r\n"
)
PLAIN = HEAD + b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
HTML = HEAD + b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"


def _filled(head: bytes, piece: bytes, tail: bytes = b"") -> Maker:
    """Return a rule: a head, a piece as often as it fits, and a tail."""

    def make(size: int) -> bytes:
        return head + piece * max(1, (size - len(head) - len(tail)) // len(piece)) + tail

    return make


def _text(piece: str, before: str = "", after: str = "") -> Maker:
    return _filled(PLAIN + before.encode(), piece.encode(), after.encode())


def _page(piece: str, before: str = "", after: str = "") -> Maker:
    return _filled(HTML + before.encode(), piece.encode(), after.encode())


def _nested(opening: str, closing: str) -> Maker:
    def make(size: int) -> bytes:
        depth = max(1, (size - len(HTML)) // len(opening + closing))
        return HTML + (opening * depth + "No" + closing * depth).encode()

    return make


def _many_parts(size: int) -> bytes:
    head = HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
    return _filled(head, b"--b\r\nContent-Type: text/plain\r\n\r\nYes\r\n", b"--b--\r\n")(size)


def _nested_parts(size: int) -> bytes:
    depth = max(1, size // 60)
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at) for at in range(depth)
    )
    return HEAD + opening + b"Content-Type: text/plain\r\n\r\nYes\r\n"


def _nested_mails(size: int) -> bytes:
    layer = b"Content-Type: message/rfc822\r\n\r\n"
    return HEAD + layer * max(1, size // len(layer)) + b"Content-Type: text/plain\r\n\r\nYes\r\n"


def _boundaries(size: int) -> bytes:
    head = HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nYes\r\n'
    return _filled(head, b"--b-\r\n--\r\n")(size)


KNOWN: dict[str, Maker] = {
    "lines On": _text("On\n"),
    "lines of prose from On Monday": _text("On Monday we met and nobody wrote a word about it.\n"),
    "blank lines": _text("\n", "Yes\n", "No\n"),
    "spaces": _text(" ", "Yes", "No\n"),
    "Am": _text("Am "),
    "dashes": _text("-", "Yes\n", "\nNo\n"),
    "lines From: a b c": _text("From: a b c\n"),
    "less-than signs": _text("<", "Yes\n"),
}
"""Those that are known to hang five of eight reply parsers."""

PLAIN_TEXT: dict[str, Maker] = {
    "greater-than signs": _text(">", "Yes\n"),
    "lines quoted ever deeper": lambda size: (
        PLAIN + b"\n".join(b">" * depth + b" Yes" for depth in range(int((2 * size) ** 0.5)))
    ),
    "wrote:": _text("Ada <ada@example.net> wrote:\n"),
    "On without wrote": _text("On Tue, 3 Mar 2026 at 10:12, Ada <ada@example.net> "),
    "one word": _text("yes "),
    "one letter": _text("a"),
    "digits": _text("1 "),
    "a numbered list": _text("1. yes\n2. no\n"),
    "numbers in one line": _text("1 yes 2 skip "),
    "signature marks": _text("-- \nAda\n"),
    "rules": _text("_" * 32 + "\n"),
    "original message": _text("-----Original Message-----\nFrom: Ada\nSent: today\nTo: Bea\nSubject: Re\n\n"),
    "phone lines": _text("Sent from my iPhone\n"),
    "brackets": _text("(["),
    "at signs": _text("a@b."),
    "colons": _text("a: "),
    "stars": _text("*_"),
    "carriage returns": _text("\r", "Yes", "No"),
    "zeros": _text("\0", "Yes", "No"),
    "tabs": _text("\t", "Yes", "No"),
    "combining marks": _text("\u0301", "a", "\n"),
    "spaces that do not break": _text("\xa0", "Yes", "No"),
    "marks of direction": _text("\u200f\u200e", "Yes", "No"),
    "links": _text("https://example.net/a?b=c&d "),
    "begin 644": _text("begin 644 a.txt\n#0V%T\n`\nend\n"),
    "emoji": _text("😀"),
}
WEB_PAGES: dict[str, Maker] = {
    "nested div": _nested("<div>", "</div>"),
    "nested blockquote": _nested('<blockquote type="cite">', "</blockquote>"),
    "nested span": _nested("<span>", "</span>"),
    "nested table": _nested("<table><tr><td>", "</td></tr></table>"),
    "nested lists": _nested("<ul><li>", "</li></ul>"),
    "nested bold never closed": _page("<b><p>"),
    "breaks": _page("<br>", "Yes"),
    "entities": _page("&#60;&lt", "Yes"),
    "ampersands": _page("&", "Yes"),
    "comments": _page("<!--", "Yes"),
    "attributes": _page(' a="b"', "<p", ">Yes"),
    "an open tag": _page("x", '<p class="', ""),
    "quotes of Gmail": _page('<div class="gmail_quote">On Monday Ada wrote:</div>'),
    "styles": _page("p{color:red}", "<style>", "</style>Yes"),
    "links on a page": _page('<a href="https://example.net/">x</a>'),
    "heads of Outlook": _page('<div id="divRplyFwdMsg"><b>From:</b> Ada<br><b>Sent:</b> today</div>'),
    "empty paragraphs": _page("<p>&nbsp;</p>"),
    "closing tags": _page("</div>"),
    "cells": _page("<td>a"),
    "images": _page('<img src="cid:1">'),
}
ENVELOPES: dict[str, Maker] = {
    "many parts": _many_parts,
    "parts in parts": _nested_parts,
    "mails in mails": _nested_mails,
    "half boundaries": _boundaries,
    "references": _filled(HEAD + b"References: ", b"<1@example.net> ", b"\r\n\r\nYes"),
    "recipients": _filled(HEAD + b"Cc: ", b"ada@example.net, ", b"ada@example.net\r\n\r\nYes"),
    "brackets in a header": _filled(HEAD + b"Sender: ", b"(", b"\r\n\r\nYes"),
    "quotes in a header": _filled(HEAD + b"Sender: ", b'"\\', b"\r\n\r\nYes"),
    "encoded words": _filled(HEAD + b"Subject: ", b"=?utf-8?q?a?= ", b"\r\n\r\nYes"),
    "half encoded words": _filled(HEAD + b"Subject: ", b"=?utf-8?q?", b"\r\n\r\nYes"),
    "headers": _filled(HEAD, b"X-A: b\r\n", b"\r\nYes"),
    "folded headers": _filled(HEAD + b"X-A: b\r\n", b" c\r\n", b"\r\nYes"),
    "received": _filled(HEAD, b"Received: from a by b; Tue, 3 Mar 2026 10:00:00 +0000\r\n", b"\r\nYes"),
    "parameters": _filled(HEAD + b"Content-Type: text/plain", b"; a*0*=b", b"\r\n\r\nYes"),
    "quoted-printable": _filled(PLAIN.replace(b"8bit", b"quoted-printable"), b"=\r\n", b"Yes"),
    "equals signs": _filled(PLAIN.replace(b"8bit", b"quoted-printable"), b"="),
    "base64 with holes": _filled(PLAIN.replace(b"8bit", b"base64"), b"=A ="),
    "authentication results": _filled(HEAD + b"Authentication-Results: a", b"; spf=pass (a", b"\r\n\r\nYes"),
}
KINDS = {**KNOWN, **PLAIN_TEXT, **WEB_PAGES, **ENVELOPES}


def against(letter: Letter) -> dict[str, Maker]:
    """Return the kinds that hurt where a reply is laid beside the letter that it answers."""
    ours = letter.sent.text
    word = ours.split()[0]
    return {
        "the letter again and again": _text(ours),
        "the letter quoted again and again": _text("".join(f"> {line}\n" for line in ours.split("\n"))),
        "a word of the letter": _text(f"{word} "),
        "a question of the letter": _text(f"{letter.sent.items[0].ask}\n"),
        "a choice of the letter": _text("Not sure\n"),
        "the letter backwards": _text(" ".join(reversed(ours.split())) + "\n"),
        "the letter without spaces": _text("".join(ours.split())),
        "the numbers of the letter": _text("".join(f"{number}. " for number in letter.numbers)),
        "the letter as a page": _page(f"<p>{ours}</p>"),
    }
