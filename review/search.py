"""Looking for words: they are sealed, so they are opened and read through, the latest first (decision in DESIGN 9).

A role that does not see words as they came is never told that a hidden word is there: only what it sees is searched.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from review.seen import words_as_seen
from storage import reading, texts
from storage.reading import Case, Wanted
from storage.staff import Role
from storage.texts import Text
from storage.vault import Vault

_TOGETHER = 250
MOST_READ = 5_000
"""Conversations that one request reads through; then the page offers to go on."""
_AROUND = 90

Place = tuple[datetime, str]


@dataclass(frozen=True)
class Listed:
    """A conversation in a list, with the beginning of what was said, or the place where words were found."""

    case: Case
    words: str
    texts: int
    is_unchecked: bool


@dataclass(frozen=True)
class Found:
    """One page of a list. `after` is where to go on, None at the end; `looked_at` says how many were read through."""

    rows: tuple[Listed, ...]
    after: Place | None
    looked_at: int = 0


@dataclass(frozen=True)
class Asked:
    """What a list is asked for: which conversations, who asks, which words, and from where."""

    wanted: Wanted
    role: Role
    words: str = ""
    after: Place | None = None
    limit: int = 25


def listed(tx: Connection, vault: Vault, asked: Asked) -> Found:
    """Return one page of conversations, those with all the words where any are asked for."""
    terms = asked.words.casefold().split()
    if not terms:
        cases = reading.cases(tx, wanted=asked.wanted, limit=asked.limit, after=asked.after)
        rows = _rows(tx, vault, asked.role, cases, terms)
        return Found(rows, _place(cases[-1]) if len(cases) == asked.limit else None)
    return _searched(tx, vault, asked, terms)


def _searched(tx: Connection, vault: Vault, asked: Asked, terms: list[str]) -> Found:
    found: list[Listed] = []
    after, looked_at = asked.after, 0
    while looked_at < MOST_READ:
        cases = reading.cases(tx, wanted=asked.wanted, limit=_TOGETHER, after=after)
        for row in _rows(tx, vault, asked.role, cases, terms):
            found.append(row)
            if len(found) == asked.limit:
                return Found(tuple(found), _place(row.case), looked_at)
        looked_at += len(cases)
        if len(cases) < _TOGETHER:
            return Found(tuple(found), None, looked_at)
        after = _place(cases[-1])
    return Found(tuple(found), after, looked_at)


def _rows(tx: Connection, vault: Vault, role: Role, cases: tuple[Case, ...], terms: list[str]) -> tuple[Listed, ...]:
    said = texts.of_conversations(tx, vault, ids=[case.conversation_id for case in cases])
    rows = []
    for case in cases:
        theirs = said.get(case.conversation_id, ())
        words = _excerpt(role, theirs, terms)
        if words is not None:
            unchecked = any(text.waits for text in theirs)
            rows.append(Listed(case, words, len(theirs), unchecked))
    return tuple(rows)


def _excerpt(role: Role, theirs: tuple[Text, ...], terms: list[str]) -> str | None:
    """Return the beginning of what was said, or the words around the first find; None where a word is missing."""
    seen = [words_as_seen(role, text) for text in theirs]
    whole = "\n".join(seen).casefold()
    if any(term not in whole for term in terms):
        return None
    if not terms:
        return _short(next(filter(None, seen), ""), 0)
    first = next(words for words in seen if terms[0] in words.casefold())
    return _short(first, max(0, first.casefold().index(terms[0]) - _AROUND // 2))


def _short(words: str, start: int) -> str:
    plain = " ".join(words[start : start + 2 * _AROUND].split())
    return f"{'… ' if start else ''}{plain}{' …' if start + 2 * _AROUND < len(words) else ''}"


def _place(case: Case) -> Place:
    return case.heard_at, case.conversation_id
