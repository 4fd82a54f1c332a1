"""What mail programs and gateways do to the letter that they quote: a second, rougher deck of made-up replies.

Each kind of wear changes the lines of our letter alone, never what the person typed.
"""

import re
from collections.abc import Callable
from html import escape
from random import Random  # noqa: TID251 - every reply is made from a seed that is handed in

BANNER = (
    "CAUTION: This email came from outside Example Trust. Do not open links unless you know the sender.",
    "[EXTERNAL EMAIL] This message is from someone outside the organisation.",
    "You don't often get email from feedback@feedback.example.org. Learn why this is important",
)
LINK = re.compile(r"https://\S+")
Lines = list[str]
Wear = Callable[[Lines, Random], Lines]


def typographic(lines: Lines, rng: Random) -> Lines:
    """Straight signs become curly ones, as word processors like them."""
    swaps = str.maketrans({"'": "\u2019", "-": "\u2013"})
    return [line.translate(swaps) for line in lines]


def spaced(lines: Lines, rng: Random) -> Lines:
    """Spaces become ones that do not break."""
    return [line.replace(" ", "\xa0") if rng.random() < 0.5 else line.replace(". ", ".\xa0 ") for line in lines]


def linked(lines: Lines, rng: Random) -> Lines:
    """Each link stands there twice."""
    return [LINK.sub(lambda found: f"{found[0]}<{found[0]}>", line) for line in lines]


def unmarked(lines: Lines, rng: Random) -> Lines:
    """List marks are lost or become others."""
    mark = rng.choice(("", "\u2022 ", "\u00b7 ", "o ", "* "))
    return [re.sub(r"^\s*(?:-|\(?\w\))\s", mark, line) for line in lines]


def airy(lines: Lines, rng: Random) -> Lines:
    """An empty line stands below each line."""
    return [each for line in lines for each in ((line, "") if line else ("",))]


def run_together(lines: Lines, rng: Random) -> Lines:
    """The lines of a paragraph became one."""
    paragraphs = "\n".join(lines).split("\n\n")
    return [line for part in paragraphs for line in (re.sub(r"\s*\n\s*", " ", part), "")][:-1]


def directed(lines: Lines, rng: Random) -> Lines:
    """Signs that nobody sees show the direction of reading."""
    return [f"\u200e{line}\u200f" if line else line for line in lines]


def without_blanks(lines: Lines, rng: Random) -> Lines:
    """No empty line is left."""
    return [line for line in lines if line] or lines


WEARS: tuple[Wear, ...] = (typographic, spaced, linked, unmarked, airy, run_together, directed, without_blanks)
SIGNS: tuple[Wear, ...] = (typographic, spaced, directed)
"""These change signs and not lines, so that they fit into HTML, too."""


def worn_html(body: str, wear: Wear, rng: Random) -> str:
    """Return a piece of HTML with the words between its tags worn."""
    pieces = re.split(r"(<[^>]*>)", body)
    return "".join(piece if piece.startswith("<") else "\n".join(wear([piece], rng)) for piece in pieces)


def banner(rng: Random) -> tuple[str, str]:
    """Return the warning of a gateway that stands on top of the letter, as text and as HTML."""
    text = rng.choice(BANNER)
    return text, f'<table><tr><td style="background:#ffeb9c"><p>{escape(text)}</p></td></tr></table>'
