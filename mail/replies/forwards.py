"""Mails that somebody hands on: the words of whoever wrote them, without header lines and addresses of third persons."""

import re

from mail.phrases.line_kinds import ADDRESS, BLANK, QUOTE, TEXT, role_of
from mail.replies.quote_headers import find, forwarded
from mail.replies.quoted_text import split

FORWARDED = re.compile(
    r"\s*(?:fwd?|wg|tr|rv|rif|i|enc|vs|vl|videresendt|vb|doorst|pd|pds|př|fs|továbbítás|fwd|isl|ileti|προ|fwd|trs|转发|轉寄|転送|전달|הועבר|إعادة توجيه)\s?[:：]",
    re.IGNORECASE,
)
"""How programs begin the subject of a mail that is handed on."""
_MARKS = re.compile(r"^[>|\s]+")


def words_of(text: str, *, is_forward: bool) -> str:
    """Return what stands in a forwarded mail, as its writer's own words; "" where the text begins with no such mail.

    `is_forward`: the subject says that it is one, so any head of a mail will do.
    """
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return ""
    end = _head_end(lines, first, is_forward=is_forward)
    if end is None:
        return ""
    inner = [_MARKS.sub("", line) if line[:1] in ">|" else line for line in lines[end:]]
    while inner and (not inner[0].strip() or role_of(inner[0])):
        inner.pop(0)
    told = split("\n".join(inner)).reply
    return "\n".join(line for line in told.split("\n") if not _is_address(line)).strip()


def _head_end(lines: list[str], first: int, *, is_forward: bool) -> int | None:
    head = forwarded(lines, first)
    if head is not None:
        return head.end
    if not (is_forward and role_of(lines[first])):
        return None
    kinds = [TEXT if line.strip() and line[:1] != ">" else QUOTE if line.strip() else BLANK for line in lines]
    heads = find(lines, kinds)
    return heads[0].end if heads and heads[0].start == first else None


def _is_address(line: str) -> bool:
    """Whether a line says little but an address: that of a third person is nobody's feedback."""
    return bool(ADDRESS.search(line)) and len(line.split()) <= _SHORT


_SHORT = 4
"""Words beside an address: a name, and "Email"."""
