"""The person's words inside what is quoted, without the letter: answers between questions, or in a colour."""

import re
from collections.abc import Sequence
from typing import Final

from mail.phrases.client_phrases import GREETING
from mail.phrases.line_kinds import BLANK, QUOTE, TEXT, role_of
from mail.quotes.colours import Tints
from mail.quotes.questionnaires import Questionnaire, runs

_BELOW = re.compile(
    r"\b(?:below|inline|in ?line|see|unten|dessous|abajo|abaixo|sotto|onder|nedan|nedenfor|poniżej|isod|red|blue|colou?r)\b",
    re.IGNORECASE,
)
_BARRED = re.compile(r"^[^\S\n]*[>|]", re.MULTILINE)
_FEW: Final = 8
"""Words above a quote that only greet, or say where the answers stand."""


def given_back(lines: list[str], kinds: list[str], blocks: Sequence[str], tints: Tints) -> tuple[list[str], list[str]]:
    """Return lines and kinds with the answers inside a quote as the person's; a line that holds both is parted."""
    kinds = list(kinds)
    if tinted := _tinted(lines, kinds, tints):
        for start, end in runs(kinds):
            _set(kinds, Questionnaire(lines, [], start, end).below_reference(), TEXT)
        return _parted(lines, kinds, tinted)
    if not any(line[:8].lstrip("> |")[:1].isdigit() for line in lines):
        return lines, kinds
    stretches = [(start, end) for start, end in runs(kinds) if any(lines[at].strip() for at in range(start, end))]
    if not stretches:
        _set_copied(lines, kinds)
        return lines, kinds
    return _answered(lines, kinds, list(blocks), stretches)


def _answered(
    lines: list[str], kinds: list[str], blocks: list[str], stretches: list[tuple[int, int]]
) -> tuple[list[str], list[str]]:
    """Give answers back between the questions of a quoted letter, and at the ends of their lines; or all of them."""
    first, last = stretches[0][0], stretches[-1][1]
    asked = Questionnaire(lines, blocks, first, last)
    if not asked.is_one:
        return lines, kinds
    joined = asked.joined()
    is_alone = _says_little(lines, kinds)
    if len(stretches) == 1 and not _is_marked(lines, first, last):
        _set(kinds, asked.answers(is_alone=is_alone), TEXT)
    if joined:
        return _parted(lines, kinds, joined)
    if is_alone and _says_little(lines, kinds):
        _set(kinds, asked.whole(), TEXT)
    return lines, kinds


def _tinted(lines: list[str], kinds: list[str], tints: Tints) -> dict[int, int]:
    if not tints.places:
        return {}
    begins = [_first_words(lines, start, end) for start, end in runs(kinds)]
    return tints.typed(lines, kinds, begins)


def _first_words(lines: list[str], start: int, end: int) -> int:
    """Return the line of a quote on which its words begin, below its head."""
    said = (at for at in range(start, end) if lines[at].strip())
    return next((at for at in said if not role_of(lines[at]) and lines[at].rstrip()[-1:] not in (":", "：")), start)


def _set_copied(lines: list[str], kinds: list[str]) -> None:
    """Take questions that were copied without any mark for ours, where nobody could have typed them."""
    asked = Questionnaire(lines, [], 0, len(lines))
    if not asked.is_copied:
        return
    copied = asked.asked()
    if any(kind == TEXT and lines[at].strip() and at not in copied for at, kind in enumerate(kinds)):
        _set(kinds, copied, QUOTE)


def _set(kinds: list[str], places: set[int], kind: str) -> None:
    for at in places:
        kinds[at] = kind if kinds[at] != BLANK else BLANK


def _says_little(lines: list[str], kinds: list[str]) -> bool:
    """Whether the person's words outside a quote are none, a greeting, or say that the answers stand below."""
    own = [line for line, kind in zip(lines, kinds, strict=True) if kind == TEXT and line.strip()]
    text = " ".join(own)
    return len(text.split()) <= _FEW and all(GREETING.match(line) or _BELOW.search(line) for line in own)


def _is_marked(lines: list[str], first: int, last: int) -> bool:
    return bool(_BARRED.search("\n".join(lines[first:last])))


def _parted(lines: list[str], kinds: list[str], places: dict[int, int]) -> tuple[list[str], list[str]]:
    """Part each of these lines at its place: what follows it is the person's."""
    said: list[str] = []
    what: list[str] = []
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        place = places.get(at)
        if place is None:
            said.append(line)
            what.append(kind)
            continue
        before = line[:place].rstrip()
        said += [before, line[place:]] if before else [line]
        what += [QUOTE, TEXT] if before else [TEXT]
    return said, what
