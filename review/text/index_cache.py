"""The index of words for searching, in the memory of this process alone (decision 0016).

It is made when somebody opens the inbox, brought up to what changed whenever it is used, and dropped when nobody has
looked for two hours.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from feedback.errors import SaysoError
from storage.audit import change_feed
from storage.audit.change_feed import FeedPosition
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.review import case_list, texts
from storage.review.case_list import Case, CaseFilter
from storage.review.search_index import IndexEntry, WordIndex

_TOGETHER = 250
"""Conversations between two rests. More would let a page, or somebody's answer, wait longer for its turn."""
_REST_SECONDS = 0.02
"""Between two readings while the index is made: the service itself goes first."""
_WAIT_SECONDS = 0.5
"""How long a search waits for it. Then it is searched by reading, until the index is there."""
_KEPT_SECONDS = 2 * 60 * 60
"""Opened words stay in memory no longer after the last look. A lunch or a meeting does not make the index anew."""

Place = tuple[datetime, str]


@dataclass
class IndexCache:
    """Holds the index, and how far it has read."""

    index: WordIndex | None = None
    marks: FeedPosition | None = None
    making: "asyncio.Task[None] | None" = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    end: asyncio.TimerHandle | None = None
    drops: int = 0

    async def current(self, database: Database, vault: Vault) -> WordIndex | None:
        """Return an index that knows all that is committed, or None while it is being made."""
        self.begin(database, vault)
        if self.index is None and self.making is not None:
            await asyncio.wait({self.making}, timeout=_WAIT_SECONDS)
        async with self.turn:
            index, marks = self.index, self.marks
            if index is None or marks is None:
                return None
            brought_to, is_less = await database.read(lambda tx: bring_up(tx, vault, index, marks))
            if self.index is index:
                self.marks = brought_to
        if is_less and self.making is not None and self.making.done():
            self.making = asyncio.create_task(self._make(database, vault))
        return index

    def begin(self, database: Database, vault: Vault) -> None:
        """See that it is there or being made, and wait for nothing: somebody looks at the inbox and may soon search it."""
        self._keep_a_while()
        if self.index is None and (self.making is None or self.making.done()):
            self.making = asyncio.create_task(self._make(database, vault))

    def drop(self) -> None:
        """Forget it all, in any thread, with one that is being made; it is made anew when somebody looks again."""
        self.drops += 1
        self.index = self.marks = None

    def _keep_a_while(self) -> None:
        if self.end is not None:
            self.end.cancel()
        self.end = asyncio.get_running_loop().call_later(_KEPT_SECONDS, self.drop)

    async def _make(self, database: Database, vault: Vault) -> None:
        """Make a new index, a little at a time, and put it in the place of the one before."""
        index, drops = WordIndex(), self.drops
        try:
            marks = await database.read(change_feed.marks)
            after = await database.read(partial(_take_more, vault=vault, index=index, after=None))
            while after is not None and drops == self.drops:
                await asyncio.sleep(_REST_SECONDS)
                after = await database.read(partial(_take_more, vault=vault, index=index, after=after))
        except (SaysoError, RuntimeError):
            return  # the database is away or was closed: whoever looks next begins again
        if drops == self.drops:
            self.index, self.marks = index, marks


def bring_up(tx: Connection, vault: Vault, index: WordIndex, since: FeedPosition) -> tuple[FeedPosition, bool]:
    """Let an index know what changed; return how far it goes now, and whether words were taken out of it.

    Words that were taken out are found no more, but leave memory only with the index: then it is made anew.
    """
    now, found = change_feed.marks(tx), change_feed.since(tx, since)
    gone = index.remove(found.erased)
    for some in _parts(sorted(found.said)):
        known = index.turns(some)
        stored = change_feed.turns(tx, ids=some)
        gone += _take(tx, vault, index, [one for one in some if stored.get(one) != known.get(one)])
    for some in _parts(sorted(found.seen_to)):
        gone += _take(tx, vault, index, some)
    return now, bool(gone)


def _take_more(tx: Connection, *, vault: Vault, index: WordIndex, after: Place | None) -> Place | None:
    """Put the conversations after a place into an index, the latest first; return the last, or None at the end."""
    cases = case_list.cases(tx, wanted=CaseFilter(), limit=_TOGETHER, after=after)
    _put(tx, vault, index, cases)
    return (cases[-1].heard_at, cases[-1].conversation_id) if len(cases) == _TOGETHER else None


def _take(tx: Connection, vault: Vault, index: WordIndex, ids: Sequence[str]) -> int:
    """Put conversations into an index as they are now; return how many had to leave it."""
    cases = case_list.cases(tx, wanted=CaseFilter(among=tuple(ids)), limit=_TOGETHER) if ids else ()
    _put(tx, vault, index, cases)
    return index.remove({*ids} - {case.conversation_id for case in cases})


def _put(tx: Connection, vault: Vault, index: WordIndex, cases: Sequence[Case]) -> None:
    ids = [case.conversation_id for case in cases]
    said, turns = texts.of_conversations(tx, vault, ids=ids), change_feed.turns(tx, ids=ids)
    index.put(
        IndexEntry(
            case.conversation_id,
            turns[case.conversation_id],
            case.heard_at,
            "\n".join(text.words for text in said.get(case.conversation_id, ())),
            "\n".join(text.shown or "" for text in said.get(case.conversation_id, ())),
        )
        for case in cases
    )


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _TOGETHER] for start in range(0, len(ids), _TOGETHER))
