"""The second halves of quoted lines and links that a mail program broke without marking them again."""

import re
from typing import Final

from mail.phrases.line_kinds import BLANK, QUOTE, TEXT

_LEAST: Final = 40
"""Characters of the longest marked line: shorter ones were not broken for their length."""
_TIMES: Final = 2
"""Breaks at the same width that make it a habit of the program."""
_ENDS: Final = ".!?:;)？。！؟۔।"
_LINK_END = re.compile(r"^\s*(?:\(?<?https?://\S*|\S*[=/&%_]\S*\))\s*>?\s*$")
_LINK_REST = re.compile(r"^\s*[^\s<>]*[=&%][^\s<>]*\s*$")
_LONG: Final = 600
"""Characters. The patterns for links may look at each place of a line anew, so their time grows with its square."""
_FULL: Final = 66
"""Characters of a quoted line that was broken since it became too long with its mark: 72 to 80, and a word."""


def torn(lines: list[str], kinds: list[str]) -> list[int]:
    """Return the unmarked lines that only go on with the marked line above them, where it was full to the same width.

    A line below a sentence that has ended is left alone: an answer may begin there.
    """
    marked = [at for at, kind in enumerate(kinds) if kind == QUOTE and lines[at][:1] in (">", "|")]
    if not marked:
        return []
    width = max((len(lines[at]) for at in marked if " " in lines[at][2:]), default=0)
    if width < _LEAST:
        return []
    breaks = [at for at in marked if at + 1 < len(kinds) and kinds[at + 1] == TEXT and _runs_on(lines, at, width)]
    breaks += [at for at in marked if kinds[at + 1 : at + 3] == [TEXT, QUOTE] and _goes_on_below(lines, at, width)]
    return [one for at in breaks for one in _rest(lines, kinds, at, width)] if len(breaks) >= _TIMES else []


def _runs_on(lines: list[str], at: int, width: int) -> bool:
    """Whether the next word did not fit on this line, which ends inside a sentence."""
    return lines[at].rstrip()[-1:] not in _ENDS and _is_full(lines, at, width)


def _is_full(lines: list[str], at: int, width: int) -> bool:
    first = lines[at + 1].split(maxsplit=1)
    return bool(first) and len(lines[at].rstrip()) + 1 + len(first[0]) > width


def _goes_on_below(lines: list[str], at: int, width: int) -> bool:
    """Whether the line below a full one begins a sentence that the marked line below it ends, or choices."""
    line, below = lines[at + 1].strip(), lines[at + 2].lstrip("> |")
    is_open = line[-1:] not in _ENDS and (below[:1].islower() or line.count("(") > line.count(")"))
    return is_open and _is_full(lines, at, width)


def _rest(lines: list[str], kinds: list[str], at: int, width: int) -> list[int]:
    """Return the lines below a broken one, as long as each is as full as the first."""
    found = [at + 1]
    mark = len(lines[at]) - len(lines[at].lstrip("> |"))
    while found[-1] + 1 < len(kinds) and kinds[found[-1] + 1] not in (QUOTE, BLANK):
        if not _runs_on(lines, found[-1], width - mark):
            break
        found.append(found[-1] + 1)
    return found


def mend(lines: list[str], kinds: list[str]) -> None:
    """Mark the torn-off ends of quoted lines, and of links between two of them, as quoted."""
    if QUOTE + TEXT not in "".join(kinds):
        return
    for at in torn(lines, kinds):
        kinds[at] = QUOTE
    for at in [at for at in range(1, len(kinds) - 1) if kinds[at] == TEXT and kinds[at - 1] == QUOTE == kinds[at + 1]]:
        if len(lines[at]) > _LONG:
            continue
        is_link = _LINK_END.match(lines[at]) or (_LINK_REST.match(lines[at]) and "://" in lines[at - 1])
        if is_link or _is_torn(lines[at - 1], lines[at], lines[at + 1]):
            kinds[at] = QUOTE


def _is_torn(above: str, line: str, below: str) -> bool:
    """Whether a program broke a long quoted line here, and forgot the mark of its second half; or an address in it."""
    if line.lstrip()[:1] == ">":
        return line.rstrip()[-1:] == "<" and below.lstrip("> \t")[:1] not in ("<", "")
    first = line.split(" ", 1)[0]
    is_full = len(above) + len(first) >= _FULL and above[-1:] not in ".!?:;)" and above[:1] == ">"
    return is_full and first[:1].islower() and len(line) < len(above)
