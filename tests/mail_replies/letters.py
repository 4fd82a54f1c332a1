"""Letters that were sent: their text, their HTML twin as mail programs quote it, and where each question stands."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from functools import cache
from html import escape, unescape
from pathlib import Path
from random import Random  # noqa: TID251 - every reply is made from a seed that is handed in

from config.load import load_flows
from config.load import load_words as read_words
from feedback.flows.model import Choice, Flow, Question
from feedback.flows.words import Words
from mail.model.expected_answers import LetterItem, SentLetter
from mail.outgoing.layout import Envelope
from mail.outgoing.mime_builder import compose
from mail.outgoing.text import Letter as Written
from mail.outgoing.text import letter_for_flow

FLOWS = Path(__file__).parents[2] / "config" / "flows"
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
CLOSE = 1000
BLOCK = re.compile(r"<(h1|h2|h3|p)>(.*?)</\1>", re.DOTALL)
SENT_AT = datetime(2026, 3, 3, 10, 12, tzinfo=UTC)
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


@dataclass(frozen=True)
class Part:
    """One paragraph of a letter, as text or as a piece of HTML. `section`: 0 opening, n question n, CLOSE the rest."""

    body: str
    section: int
    plain: str = ""
    """What programs make of the HTML where they write plain text of their own."""


@dataclass(frozen=True)
class Letter:
    """A letter as a mail program holds it when somebody answers."""

    name: str
    sent: SentLetter
    texts: tuple[Part, ...]
    htmls: tuple[Part, ...]
    token: str
    sender: str
    subject: str

    @property
    def address(self) -> str:
        return f"feedback+{self.token}@feedback.example.org"

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(item.number for item in self.sent.items)

    def item(self, number: int) -> LetterItem:
        return next(item for item in self.sent.items if item.number == number)


@cache
def load_words() -> Words:
    return read_words()


@cache
def flows() -> dict[str, Flow]:
    return {flow.name: flow for flow in load_flows(FLOWS, load_words())}


def items_of(flow: Flow) -> tuple[LetterItem, ...]:
    """Return consent and every question of a flow, numbered."""
    consent = LetterItem(1, "consent", " ".join(flow.consent.ask.split()), "yesno", YES_NO)
    return (consent, *(_item(place, question) for place, question in enumerate(flow.questions, 2)))


def _item(number: int, question: Question) -> LetterItem:
    choices = question.choices or (YES_NO if question.type == "yesno" else ())
    return LetterItem(number, question.id, question.ask, question.type, choices, question.hint)


def letter(rng: Random) -> Letter:
    """Return one of the letters: a whole flow, some of it, or one question; most as sayso composes them today."""
    flow = flows()[rng.choice(("people", "trust_leads"))]
    is_composed = rng.random() < 0.6
    written = letter_for_flow(flow, load_words(), organisation="Example Trust")
    items = written.items if is_composed else items_of(flow)
    if rng.random() < 0.25:
        items = (replace(rng.choice(items), number=1),)
    elif rng.random() < 0.3:
        items = items[: rng.randint(2, 6)]
    return _composed(rng, flow, replace(written, items=items)) if is_composed else _drawn(rng, flow, items)


def _composed(rng: Random, flow: Flow, written: Written) -> Letter:
    token = "".join(rng.choice(ALPHABET) for _ in range(26))
    page = f"https://feedback.example.org/t/{token[:12]}" if rng.random() < 0.7 else ""
    envelope = Envelope(
        "feedback@feedback.example.org",
        "ada@example.net",
        token,
        "<inv.1@feedback.example.org>",
        SENT_AT,
        "boundary",
        organisation="Example Trust",
        campaign=flow.name,
        public_url="https://feedback.example.org",
        page_url=page,
        stop_url=f"{page}/stop" if page else "",
    )
    composed = compose(written, envelope, load_words())
    page_part = message_from_bytes(composed.raw, policy=SMTP).get_body(("html",))
    assert page_part is not None
    blocks = BLOCK.findall(page_part.get_content())
    htmls = [f"<{tag}>{body}</{tag}>" for tag, body in blocks]
    plains = [unescape(re.sub(r"<[^>]+>", "", body)) for _, body in blocks]
    last = len(written.items)
    return Letter(
        f"{flow.name}-{last}-composed",
        composed.sent,
        tuple(Part(text, at) for text, at in _placed(composed.sent.text.strip().split("\n\n"), last)),
        tuple(Part(html, at, plain) for html, (plain, at) in zip(htmls, _placed(plains, last), strict=True)),
        token,
        "Example Trust",
        written.subject,
    )


def _placed(texts: list[str], last: int) -> Iterator[tuple[str, int]]:
    """Yield each paragraph with its section: what follows a question is its own up to the next one or a heading."""
    section = 0
    for text in texts:
        if text.startswith(f"{section + 1}. ") and section < last:
            section += 1
        elif section == last and text == load_words().labels["help"]:
            section = CLOSE
        yield text, section


def _drawn(rng: Random, flow: Flow, items: tuple[LetterItem, ...]) -> Letter:
    token = "".join(rng.choice(ALPHABET) for _ in range(26))
    layout = rng.choice(("brackets", "lines", "letters", "digits"))
    width = rng.choice((68, 72, 78))
    paragraphs = [(text, 0) for text in _opening(rng, flow)]
    paragraphs += [(text, item.number) for item in items for text in _asked(item, layout)]
    paragraphs += [(text, CLOSE) for text in _closing(rng, token)]
    texts = tuple(Part(_folded(text, width), section) for text, section in paragraphs)
    sent = SentLetter("\n\n".join(part.body for part in texts) + "\n", items)
    htmls = tuple(Part(_html(text), section, text) for text, section in paragraphs)
    sender = rng.choice(("Feedback at Example Trust", "Example Involvement Team", "sayso"))
    return Letter(f"{flow.name}-{len(items)}-{layout}", sent, texts, htmls, token, sender, flow.title)


def _opening(rng: Random, flow: Flow) -> list[str]:
    start = [" ".join(part.split()) for part in flow.start.strip().split("\n\n")]
    ways = (
        "You can answer in three ways. Reply in your own words. Or type under each question. Or send a numbered list."
    )
    help_line = "If you need to talk to someone now, ring Samaritans on 116 123. It is free, day and night."
    hello = rng.choice(("Hello Ada,", "Hello,"))
    return [hello, *start, *([ways] if rng.random() < 0.8 else []), help_line]


def _closing(rng: Random, token: str) -> list[str]:
    return [
        "Thank you. A person will read this.",
        f"You can also answer on our web page:\nhttps://feedback.example.org/t/{token[:12]}",
        "You get this letter because you took part. Our involvement team reads your answers.",
        rng.choice(("To get no more letters, reply with the word STOP.", "Reply STOP and we will not write again.")),
        f"Reference: {token}",
    ]


def _asked(item: LetterItem, layout: str) -> list[str]:
    labels = [choice.label for choice in item.choices]
    head = f"{item.number}. {item.ask}" + (f"\n{item.hint}" if item.hint else "")
    if not labels:
        return [head]
    if layout == "brackets":
        return [f"{head} ({' / '.join(labels)})"]
    marks = {"lines": ["-"] * 99, "letters": [f"{letter})" for letter in ALPHABET], "digits": _digits()}[layout]
    listed = "\n".join(f"   {mark} {label}" for mark, label in zip(marks, labels, strict=False))
    return [head, listed] if layout == "lines" else [f"{head}\n{listed}"]


def _digits() -> list[str]:
    return [f"({number})" for number in range(1, 99)]


def _folded(text: str, width: int) -> str:
    lines = []
    for line in text.split("\n"):
        indent = "      " if line.startswith(" ") else ""
        lines += textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def _html(text: str) -> str:
    lines = text.split("\n")
    plain = [escape(line) for line in lines if not line.startswith("   ")]
    listed = [line.split(maxsplit=1)[1] for line in lines if line.startswith("   ")]
    head = f"<p>{'<br>'.join(plain)}</p>" if plain else ""
    return head + (f"<ul>{''.join(f'<li>{escape(label)}</li>' for label in listed)}</ul>" if listed else "")
