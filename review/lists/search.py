"""Looking for words, the latest first: an index in memory proposes conversations, and what they say is read (decision 0016).

While the index is being made, conversations are read through one after the other. A role that does not see words as
they came is never told that a hidden word is there: only what it sees is searched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from review.http.roles import RAW
from review.lists.visibility import words_as_seen
from storage.accounts.members import Role
from storage.crypto.vault import Vault
from storage.review import case_list, texts
from storage.review.case_list import Case, CaseFilter
from storage.review.search_index import WordIndex, WordQuery, find_in, query_of
from storage.review.texts import FreeText

_TOGETHER = 250
"""Conversations of one query: enough to be quick, few enough to let a page that waits go first."""
MOST_READ = 5_000
"""Conversations that one request reads through; then the page offers to go on."""
_AROUND = 90
"""Characters: about a line before and after the word that was found."""

Place = tuple[datetime, str]


@dataclass(frozen=True)
class ListedConversation:
    """A conversation in a list, with the beginning of what was said, or the place where words were found."""

    case: Case
    words: str
    texts: int
    is_unchecked: bool


@dataclass(frozen=True)
class ResultPage:
    """One page of a list. `after` is where to go on, None at the end.

    `looked_at` says how many were read through, where there was no index.
    """

    rows: tuple[ListedConversation, ...]
    after: Place | None
    looked_at: int = 0


@dataclass(frozen=True)
class ListQuery:
    """What a list is asked for: which conversations, who asks, which words, and from where.

    `index` has to know all that is committed; without one, conversations are read through.
    """

    wanted: CaseFilter
    role: Role
    words: str = ""
    after: Place | None = None
    limit: int = 25
    index: WordIndex | None = None


def listed(tx: Connection, vault: Vault, asked: ListQuery) -> ResultPage:
    """Return one page of conversations, those with all the words where any are asked for."""
    query = query_of(asked.words)
    if asked.words.strip():
        return _searched(tx, vault, asked, query) if query else ResultPage((), None)
    cases = case_list.cases(tx, wanted=asked.wanted, limit=asked.limit, after=asked.after)
    rows = _rows(tx, vault, asked.role, cases, query)
    return ResultPage(rows, cases[-1].place(asked.wanted) if len(cases) == asked.limit else None)


def every_id(tx: Connection, vault: Vault, asked: ListQuery, *, most: int) -> tuple[str, ...]:
    """Return the conversations of a whole list, `most` at most: for what is done to all of them at once."""
    found: list[str] = []
    after = asked.after
    while len(found) < most:
        page = listed(tx, vault, replace(asked, after=after, limit=_TOGETHER))
        found += [row.case.conversation_id for row in page.rows]
        after = page.after
        if after is None:
            break
    return tuple(found[:most])


@dataclass(frozen=True)
class _Batch:
    """Some conversations to look at, how many were passed to get them, and where the next ones begin."""

    cases: tuple[Case, ...]
    passed: int
    after: Place


def _searched(tx: Connection, vault: Vault, asked: ListQuery, query: WordQuery) -> ResultPage:
    found: list[ListedConversation] = []
    passed, after = 0, None
    for batch in _proposed(tx, vault, asked, asked.index, query) if asked.index else _all(tx, asked):
        if passed >= MOST_READ:
            break
        for row in _rows(tx, vault, asked.role, batch.cases, query):
            found.append(row)
            if len(found) == asked.limit:
                return ResultPage(tuple(found), row.case.place(asked.wanted), _told(asked, passed))
        passed, after = passed + batch.passed, batch.after
    else:
        after = None
    return ResultPage(tuple(found), after, _told(asked, passed))


def _told(asked: ListQuery, passed: int) -> int:
    return 0 if asked.index else passed


def _all(tx: Connection, asked: ListQuery) -> Iterator[_Batch]:
    """Give all conversations, many at a time."""
    after = asked.after
    while cases := case_list.cases(tx, wanted=asked.wanted, limit=_TOGETHER, after=after):
        after = cases[-1].place(asked.wanted)
        yield _Batch(cases, len(cases), after)


def _proposed(tx: Connection, vault: Vault, asked: ListQuery, index: WordIndex, query: WordQuery) -> Iterator[_Batch]:
    """Give conversations that hold the words as the index has it: first as many as a page shows, then more."""
    place = index.place_of(asked.after[1], asked.after[0]) if asked.after else None
    limit, is_raw, is_oldest_first = asked.limit, asked.role in RAW, asked.wanted.order != "latest"
    while hits := index.find(query, is_raw=is_raw, place=place, limit=limit, is_oldest_first=is_oldest_first):
        named = tuple(hit.conversation_id for hit in hits)
        holding = _holding(tx, vault, asked.role, named, query)
        kept = case_list.cases(tx, wanted=replace(asked.wanted, among=holding), limit=_TOGETHER) if holding else ()
        cases = {case.conversation_id: case for case in kept}
        place, limit = hits[-1].place, _TOGETHER
        yield _Batch(tuple(cases[one] for one in named if one in cases), len(hits), (hits[-1].heard_at, named[-1]))


def _holding(tx: Connection, vault: Vault, role: Role, named: tuple[str, ...], query: WordQuery) -> tuple[str, ...]:
    """Return which of these conversations hold the words, as they follow each other: all else is looked up of these alone."""
    if all(len(term.words) == 1 for group in query for term in group):
        return named
    said = texts.of_conversations(tx, vault, ids=named)
    return tuple(one for one in named if _excerpt(role, said.get(one, ()), query) is not None)


def _rows(
    tx: Connection, vault: Vault, role: Role, cases: tuple[Case, ...], query: WordQuery
) -> tuple[ListedConversation, ...]:
    said = texts.of_conversations(tx, vault, ids=[case.conversation_id for case in cases])
    rows = []
    for case in cases:
        theirs = said.get(case.conversation_id, ())
        words = _excerpt(role, theirs, query)
        if words is not None:
            unchecked = any(text.waits for text in theirs)
            rows.append(ListedConversation(case, words, len(theirs), unchecked))
    return tuple(rows)


def _excerpt(role: Role, theirs: tuple[FreeText, ...], query: WordQuery) -> str | None:
    """Return the beginning of what was said, or the words around the first find; None where a word is missing."""
    seen = [words_as_seen(role, text) for text in theirs]
    if not query:
        return _short(max(seen, key=len, default=""), 0)
    finds = [[find_in(words, group) for words in seen] for group in query]
    if any(all(place is None for place in places) for places in finds):
        return None
    words, place = next((words, at) for words, at in zip(seen, finds[0], strict=True) if at is not None)
    return _short(words, max(0, place - _AROUND // 2))


def _short(words: str, start: int) -> str:
    plain = " ".join(words[start : start + 2 * _AROUND].split())
    return f"{'… ' if start else ''}{plain}{' …' if start + 2 * _AROUND < len(words) else ''}"
