"""Words that somebody typed in a colour of their own into the letter that they answer."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from mail.mime.html import TINT_NAMED, TINT_OFF, TINT_ON
from mail.phrases.line_kinds import QUOTE

_MARKS = re.compile(f"{TINT_ON}([^{TINT_NAMED}]*){TINT_NAMED}|{TINT_OFF}")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgba?\((\d{1,3})\D+(\d{1,3})\D+(\d{1,3})")
_GREYS: Final = frozenset(
    [
        "black",
        "white",
        "gray",
        "grey",
        "silver",
        "dimgray",
        "lightgray",
        "windowtext",
        "inherit",
        "initial",
        "currentcolor",
        "unset",
    ]
)
_VIVID: Final = 60
"""Of 255: how far red, green and blue of a colour lie apart, so that an eye sees it as one."""
_MOST: Final = 0.6
"""Of the quoted words. What has most of them is the letter's own colour."""


@dataclass(frozen=True)
class Tints:
    """Where a line is coloured to its end: from which character on, and in which colour."""

    places: dict[int, tuple[int, str]] = field(default_factory=dict)

    def typed(self, lines: list[str], kinds: list[str], begins: Iterable[int]) -> dict[int, int]:
        """Return the quoted lines, and the character of each, from which on words bear a colour that the letter has not.

        `begins`: the lines on which quoted mails begin. A colour that one of them begins with is its writer's.
        """
        quoted = {at: place for at, place in self.places.items() if kinds[at] == QUOTE}
        said = sum(len(line) for line, kind in zip(lines, kinds, strict=True) if kind == QUOTE)
        amounts: Counter[str] = Counter()
        for at, (place, colour) in quoted.items():
            amounts[colour] += len(lines[at]) - place
        others = {quoted[at][1] for at in begins if at in quoted}
        own = {colour for colour, amount in amounts.items() if amount < _MOST * said and colour not in others}
        return {at: place for at, (place, colour) in quoted.items() if colour in own}


NO_TINTS: Final = Tints({})


def untinted(lines: list[str]) -> tuple[list[str], Tints]:
    """Take the marks of colours out of lines, and keep where one of them lasts to the end of its line."""
    if not any(TINT_ON in line for line in lines):
        return lines, Tints()
    places: dict[int, tuple[int, str]] = {}
    bare: list[str] = []
    colour = ""
    for at, line in enumerate(lines):
        if not colour and TINT_ON not in line:
            bare.append(line.replace(TINT_OFF, ""))
            continue
        pieces, colour = _pieces(line, colour)
        text = "".join(words for words, _ in pieces)
        bare.append(text)
        end = next((one for one in reversed(pieces) if one[0].strip()), ("", ""))
        if is_vivid(end[1]):
            own = [words for words, tint in pieces if not words.strip() or tint == end[1]]
            before = next((one for one, piece in enumerate(pieces) if piece[1] == end[1]), 0)
            if len(own) >= len(pieces) - before:
                places[at] = (sum(len(words) for words, _ in pieces[:before]), end[1])
    return bare, Tints(places)


def _pieces(line: str, colour: str) -> tuple[list[tuple[str, str]], str]:
    """Cut a line at its marks: the words and the colour of each piece. A colour may go on from the line above."""
    found: list[tuple[str, str]] = []
    rest = line
    while match := _MARKS.search(rest):
        found.append((rest[: match.start()], colour))
        colour = match[1] or ""
        rest = rest[match.end() :]
    found.append((rest, colour))
    return [one for one in found if one[0]], colour


def is_vivid(colour: str) -> bool:
    """Whether a colour of CSS is one that stands out from black, grey and white."""
    told = colour.strip().lower()
    if match := _HEX.match(told):
        digits = match[1] if len(match[1]) > 3 else "".join(2 * one for one in match[1])
        parts = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
    elif match := _RGB.match(told):
        parts = [int(part) for part in match.groups()]
    else:
        return told.isalpha() and told not in _GREYS
    return max(parts) - min(parts) >= _VIVID
