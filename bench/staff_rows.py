"""A database of invented comments for the bench of the staff app: as many as asked for, sealed as any others."""

import random  # noqa: TID251 - the same invented comments in every run
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from sqlalchemy import Connection, Table, insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from config.settings import Settings, load_settings
from feedback.conversation.serialisation import dump_pieces
from feedback.flows.answer import Piece
from sayso.core.clock import now
from sayso.core.flow_registry import FlowRegistry, registry_for
from sayso.core.store import Store, open_store
from storage.accounts import members, sessions
from storage.conversations.events import COMMENT_WORDS
from storage.db.driver import driver_of
from storage.db.ids import new_id
from storage.tables import comments, consents, conversations, people

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FLOW = "open_door"
RARE = "marmalade"
_RARITY = 40_000
"""One conversation in so many holds the rare word."""
_KNOWN = 60_000
_WORDS = 17
"""Words of a comment: what real ones have on average, with some more."""
_TOGETHER = 25_000
"""Conversations in one transaction: their ids are random, so each one touches most pages of the indexes."""


@dataclass(frozen=True)
class Town:
    """A filled database, and what it was opened with."""

    settings: Settings
    store: Store
    registry: FlowRegistry
    vocabulary: tuple[str, ...]

    def session(self, name: str) -> str:
        """Make somebody a reviewer and return the token of their session."""

        def job(tx: Connection) -> str:
            members.add(tx, self.store.vault, name=name, role="reviewer", now=now())
            entry = members.named(tx, name=name)
            assert entry is not None
            return sessions.begin(tx, self.store.vault, staff_id=entry.member.id, stage="in", now=now())

        return self.store.database.write_now(job)


@contextmanager
def town(folder: Path, *, talks: int, each: int) -> Iterator[Town]:
    """Open a new database with so many conversations of so many comments each."""
    settings = load_settings({"SAYSO_DATA": str(folder / "data")}, folder / "none.toml")
    with open_store(settings, is_new_allowed=True) as store:
        registry = registry_for(settings)
        store.database.write_now(lambda tx: registry.keep(tx, AT))
        chance = random.Random(11)  # noqa: S311 - invented words
        vocabulary = _vocabulary(chance)
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(vocabulary))))
        flow = registry.named(FLOW)
        assert flow is not None
        for first in range(0, talks, _TOGETHER):
            numbers = range(first, min(first + _TOGETHER, talks))
            made = [
                (number, [chance.choices(vocabulary, cum_weights=weights, k=_WORDS) for _ in range(each)])
                for number in numbers
            ]
            store.database.write_now(lambda tx: _add(tx, store, flow.version_id, made))  # noqa: B023 - done at once
        yield Town(settings, store, registry, vocabulary)


def _vocabulary(chance: random.Random) -> tuple[str, ...]:
    """Return invented words, the commonest first, with the beginnings and lengths that words have."""
    made = dict.fromkeys(
        "".join(chance.choice("bcdfghlmnprstvw") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))
        + chance.choice(("", "n", "s", "ing", "ed"))
        for _ in range(2 * _KNOWN)
    )
    return tuple(made)[:_KNOWN]


def _add(tx: Connection, store: Store, version_id: str, made: list[tuple[int, list[list[str]]]]) -> None:
    rows: dict[Table, list[dict[str, object]]] = {people: [], conversations: [], consents: [], comments: []}
    for (number, said), (person_id, conversation_id) in zip(made, _ids(tx, store, len(made)), strict=True):
        at = AT + timedelta(seconds=30 * number)
        rows[people].append({"id": person_id, "created_at": at})
        state = store.vault.seal(tx, person_id, "conversation.state", "{}", conversation_id)
        here = {"channel": "web", "language": "en"}
        moments = {"started_at": at, "heard_at": at, "finished_at": at}
        whole = {"id": conversation_id, "person_id": person_id, "flow": FLOW, "version_id": version_id, "turn": 1}
        rows[conversations].append(whole | moments | here | {"stage": "finished", "state": state})
        about = {"conversation_id": conversation_id, "at": at} | here
        agreed = {"person_id": person_id, "switch": "take_part", "granted": True, "wording": "OK?", "wording_hash": ""}
        rows[consents].append(agreed | about)
        for place, words in enumerate(said):
            piece = Piece(str(place), " ".join([*words, *([] if number % _RARITY else [RARE])]))
            sealed = store.vault.seal(tx, person_id, COMMENT_WORDS, dump_pieces((piece,)), conversation_id)
            rows[comments].append({"message": str(place), "words": sealed} | about)
    for table, those in rows.items():
        _insert(tx, table, those)


def _ids(tx: Connection, store: Store, number: int) -> list[tuple[str, str]]:
    """Return new ids of people, who have their keys, and of a conversation of each."""
    ids = [(new_id(), new_id()) for _ in range(number)]
    store.vault.make_keys(tx, [person_id for person_id, _ in ids])
    return ids


def _insert(tx: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    """Add rows as SQLAlchemy would, without its work for each of them: a moment is written down once for all its rows."""
    compiled: SQLCompiler = insert(table).compile(dialect=tx.dialect, column_keys=list(rows[0]))
    prefetched = ((column.key, column.default) for column in compiled.insert_prefetch)
    otherwise = {key: put.arg for key, put in prefetched if isinstance(put, ScalarElementColumnDefault)}
    names = compiled.positiontup or []
    types = [table.c[name].type.dialect_impl(tx.dialect).bind_processor(tx.dialect) for name in names]
    plain = [lru_cache(maxsize=16)(process) if process else None for process in types]
    values = (
        [
            process(row.get(name, otherwise.get(name))) if process else row.get(name, otherwise.get(name))
            for name, process in zip(names, plain, strict=True)
        ]
        for row in rows
    )
    driver_of(tx).executemany(compiled.string, values)
