"""How a letter looks: one row of blocks, drawn as plain text and as HTML with the very same words in the same order.

The twin matters: a reply quotes whichever form the person's program showed, and is read against the plain one.
Layout of a question: its number, a dot, the question; hints; the choices, in brackets on one line where they are
short, else one a line with their number.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Literal, NamedTuple

from feedback.flows.words import Words
from feedback.listening.safeguarding import help_message, shown_signposts
from feedback.types.registry import type_of
from mail.model.expected_answers import LetterItem
from mail.outgoing.text import Letter

WIDTH = 72
"""Columns of the plain text: room for the marks of quoting within the 78 that mail allows."""

_GAP = "\n"
_SHORT_LINE = 60
"""Characters. A guess: lines of a letter hold 72, and some programs quote them with marks in front and a break at
76."""
_FEW_WORDS = 3
""""Yes / No / Not sure" is read at a glance; longer labels in one line run into each other."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
_BREAK = re.compile(r"\r\n|[\n\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


@dataclass(frozen=True)
class Envelope:
    """To whom and in whose name a letter goes, and its own names: everything that differs from person to person.

    `from_address` is the mailbox that replies go to; `token` the letter's own; `page_url` and `stop_url` the person's
    own pages (empty: not shown); `public_url` the web pages of all. `campaign` is the name of the flow. `why` says why
    the person gets it, where the shared words do not know better.
    """

    from_address: str
    to: str
    token: str
    message_id: str
    at: datetime
    boundary: str
    organisation: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    campaign: str = "feedback"
    public_url: str = ""
    page_url: str = ""
    stop_url: str = ""
    why: str = ""
    nation: str = ""
    has_plus: bool = True
    """Whether the mailbox takes `name+anything@`. Else replies are known by the Message-ID and the reference line."""


class LetterBlock(NamedTuple):
    """One piece of a letter. `lines`, and what stands `below` a question, keep their breaks; others are one flow."""

    kind: Literal["title", "heading", "question", "below", "text", "lines"]
    text: str


def blocks(letter: Letter, envelope: Envelope, words: Words) -> tuple[LetterBlock, ...]:
    """Return the whole letter, in the order of reading."""
    parts = (
        [LetterBlock("title", letter.subject)],
        _opening(letter, envelope, words),
        _how(letter, envelope, words),
        _questions(letter, envelope, words),
        _summary(letter, words),
        [LetterBlock("text", text) for text in letter.closing],
        _signature(letter, words),
        _help(letter, envelope, words),
        _about(letter, envelope, words),
    )
    cleaned = (LetterBlock(block.kind, _clean(block.text)) for part in parts for block in part)
    return tuple(block for block in cleaned if block.text)


def plain(parts: Iterable[LetterBlock]) -> str:
    """Return the letter as plain text, lines of at most 72 columns (a word or link that is longer stands alone)."""
    drawn = "".join(f"{'' if block.kind == 'below' else _GAP}{_folded(block)}\n" for block in parts)
    return drawn.removeprefix(_GAP)


def html(parts: Iterable[LetterBlock], language: str) -> str:
    """Return the letter as one page of HTML that needs nothing from outside: no picture, no script, no styles."""
    shown = tuple(parts)
    title = next((escape(block.text) for block in shown if block.kind == "title"), "")
    direction = ' dir="rtl"' if language.partition("-")[0] in _RIGHT_TO_LEFT else ""
    body = "\n".join(_tagged(block) for block in shown)
    return _PAGE.format(language=escape(language), direction=direction, title=title, body=body)


def _opening(letter: Letter, envelope: Envelope, words: Words) -> Iterator[LetterBlock]:
    yield from (LetterBlock("lines", text) for text in letter.opening)
    if letter.is_campaign:
        yield LetterBlock("text", words.say("mail_free"))
        yield LetterBlock("lines", f"{_danger(envelope, words)}\n{words.say('mail_help_below')}")


def _danger(envelope: Envelope, words: Words) -> str:
    posts = sorted(shown_signposts(words.signposts, envelope.nation), key=lambda post: not post.always_open)
    return words.say("mail_danger", name=posts[0].name, contact=posts[0].contact) if posts else ""


def _how(letter: Letter, envelope: Envelope, words: Words) -> Iterator[LetterBlock]:
    """The ways to answer, before many questions. One question needs no more than a line behind it."""
    if len(letter.items) < 2:
        return
    ways = [words.say("mail_pick_a_way")]
    ways += [f"- {words.say(key)}" for key in ("mail_way_reply", "mail_way_below", "mail_way_numbers")]
    if envelope.page_url:
        ways += [f"- {words.say('mail_way_page')}", envelope.page_url]
    yield LetterBlock("heading", words.say("mail_how"))
    yield LetterBlock("lines", "\n".join(ways))


def _questions(letter: Letter, envelope: Envelope, words: Words) -> Iterator[LetterBlock]:
    if letter.items:
        yield LetterBlock("heading", words.say("mail_questions" if len(letter.items) > 1 else "mail_question"))
    for item in letter.items:
        *lead, ask = item.ask.split("\n\n")
        yield from (LetterBlock("lines", text) for text in lead)
        yield LetterBlock("question", f"{item.number}. {ask}")
        yield LetterBlock("below", "\n".join(part for part in (item.hint, choices_of(item)) if part))
    if len(letter.items) == 1:
        page = [words.say("mail_or_page"), envelope.page_url] if envelope.page_url else []
        yield LetterBlock("lines", "\n".join([words.say("mail_one_reply"), *page]))


def choices_of(item: LetterItem) -> str:
    """Return the choices of a question as its letter shows them; empty where it has none."""
    labels = [" ".join(choice.label.split()) for choice in item.choices]
    in_one_line = f"({' / '.join(labels)})"
    is_short = len(in_one_line) <= _SHORT_LINE and all(len(label.split()) <= _FEW_WORDS for label in labels)
    is_list = type_of(item).gives == "choices" or type_of(item).field == "line"
    if not is_list and is_short and not any("/" in label for label in labels):
        return in_one_line if labels else ""
    return "\n".join(f"   {number}) {label}" for number, label in enumerate(labels, 1))


def _summary(letter: Letter, words: Words) -> Iterator[LetterBlock]:
    if letter.summary:
        yield LetterBlock("heading", words.say("mail_summary"))
        yield LetterBlock("lines", "\n".join(letter.summary))


def _signature(letter: Letter, words: Words) -> Iterator[LetterBlock]:
    """Who signs, once: what staff wrote, and the first words of a conversation, are signed already."""
    is_signed = any(words.signature in text for text in (*letter.opening, *letter.closing))
    if words.signature and not is_signed and letter.kind not in ("help", "alert"):
        yield LetterBlock("lines", words.signature)


def _help(letter: Letter, envelope: Envelope, words: Words) -> Iterator[LetterBlock]:
    """Where help is, whole in a letter of our own choice, in one line in others; a help letter has said it already.

    One to the team tells of others, and has no need of it.
    """
    if letter.kind in ("help", "alert"):
        return
    if letter.is_campaign:
        yield LetterBlock("heading", words.labels["help"])
        yield LetterBlock("lines", help_message(words, envelope.nation))
    else:
        yield LetterBlock("lines", f"{_danger(envelope, words)}\n{words.say('mail_help_reply')}")


def _about(letter: Letter, envelope: Envelope, words: Words) -> Iterator[LetterBlock]:
    if letter.kind == "alert":
        return
    yield LetterBlock("heading", words.say("mail_about"))
    organisation = envelope.organisation or words.say("mail_us")
    told = [envelope.why or words.say("mail_why", organisation=organisation)]
    if letter.kind != "farewell":
        told.append(words.say("mail_who_reads"))
        if envelope.public_url:
            told += [words.say("mail_less_private"), words.say("mail_privacy_page"), f"{envelope.public_url}/privacy"]
    yield LetterBlock("lines", "\n".join(told))
    if letter.kind != "farewell":
        page = [words.say("mail_stop_page"), envelope.stop_url] if envelope.stop_url else []
        yield LetterBlock("lines", "\n".join([words.say("mail_stop"), *page]))
    yield LetterBlock("text", words.say("mail_reference", token=envelope.token))


def _clean(text: str) -> str:
    """Return a text without anything that a mail program may take for more than words."""
    kept = (_CONTROLS.sub(" ", line).rstrip() for line in _BREAK.split(text))
    return "\n".join(line for line in kept if line)


def _folded(block: LetterBlock) -> str:
    lines = block.text.split("\n") if block.kind in ("lines", "below") else [" ".join(block.text.split())]
    return "\n".join(_fold(line) for line in lines)


def _fold(line: str) -> str:
    mark = re.match(r"\s*(?:\d+\)|-)\s", line)
    return textwrap.fill(
        line,
        WIDTH,
        subsequent_indent=" " * len(mark[0]) if mark else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _tagged(block: LetterBlock) -> str:
    """Return a block as HTML. Only lines that hold a script from right to left say how they run.

    All others stay alike, for a reply quotes them, and what looks otherwise there may be taken for the person's own words.
    """
    drawn = _TAGS[block.kind].format(_marked_up(block.text))
    return drawn.replace("<p>", '<p dir="auto">', 1) if _RIGHT_TO_LEFT_LETTER.search(block.text) else drawn


def _marked_up(text: str) -> str:
    lines = (escape(line.strip(), quote=False) for line in text.split("\n"))
    return "<br>\n".join(_LINK.sub(r'<a href="\g<0>">\g<0></a>', line) for line in lines)


_TAGS = {
    "title": "<h1>{}</h1>",
    "heading": "<h2>{}</h2>",
    "question": "<h3>{}</h3>",
    "below": "<p>{}</p>",
    "text": "<p>{}</p>",
    "lines": "<p>{}</p>",
}
_RIGHT_TO_LEFT_LETTER = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_PAGE = """<!DOCTYPE html>
<html lang="{language}"{direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; background: Canvas; color: CanvasText; }}
a {{ color: LinkText; }}
body {{ margin: 0 auto; max-width: 38em; padding: 1em; font: 16px/1.5 sans-serif; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.4em; line-height: 1.3; }}
h2 {{ font-size: 1.2em; line-height: 1.3; margin-top: 2em; }}
h3 {{ font-size: 1em; margin: 1.5em 0 0; }}
h3 + p {{ margin-top: 0; }}
</style>
</head>
<body>
<main style="font-size: 16px; line-height: 1.5; overflow-wrap: anywhere">
{body}
</main>
</body>
</html>
"""
