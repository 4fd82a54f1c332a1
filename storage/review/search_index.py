"""Which conversations hold which words: an index in memory alone, made of opened words and never written anywhere.

The words as they came and the words as everybody may see them stand in two indexes apart, so that whoever may see the
second alone learns nothing of the first. It only proposes: what is found is read from the database before it is shown.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

import sqlcipher3.dbapi2 as sqlite_driver

from storage.db.driver import Driver, Values

SHORTEST_BEGINNING = 3
"""Shorter words are found whole; longer ones also where a word begins so."""
_MOST_WORDS = 200
"""Words that one beginning stands for, the shortest first."""
_TICKS = 256
"""Places in a second: conversations are numbered by when they were heard, so that the latest are found first."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_LAST = 1 << 62
"""Behind every place there can be: SQLite's numbers end at 2^63."""
_TABLES = ("raw", "shown")


@dataclass(frozen=True)
class IndexEntry:
    """One conversation: its turn, when it was last heard, its words as they came, and those that everybody may see."""

    conversation_id: str
    turn: int
    heard_at: datetime
    raw: str
    shown: str


@dataclass(frozen=True)
class Hit:
    """A conversation that was found, and its place, behind which a search goes on."""

    place: int
    conversation_id: str

    @property
    def heard_at(self) -> datetime:
        """When it was last heard, but for parts of a second."""
        return datetime.fromtimestamp(self.place / _TICKS, UTC)


class WordIndex:
    """An index of words. May be used by several threads at once."""

    def __init__(self) -> None:
        """Begin with nothing in it."""
        self._lock = Lock()
        self._driver: Driver = sqlite_driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        for statement in _schema():
            self._driver.execute(statement)

    def close(self) -> None:
        """Give all memory back."""
        with self._lock:
            self._driver.close()

    def put(self, entries: Iterable[IndexEntry]) -> None:
        """Add conversations, or what they say now in the place of what they said."""
        with self._lock, self._driver:
            self._driver.execute("BEGIN")
            for entry in entries:
                self._put(entry)

    def remove(self, conversation_ids: Iterable[str]) -> int:
        """Take conversations out, and return how many were there."""
        with self._lock, self._driver:
            self._driver.execute("BEGIN")
            return sum(self._remove(one) for one in conversation_ids)

    def turns(self, conversation_ids: Sequence[str]) -> dict[str, int]:
        """Return the turn at which some conversations were put in; those that are not there are left out."""
        with self._lock:
            return dict(self._where("SELECT id, turn FROM place WHERE id", conversation_ids))

    def place_of(self, conversation_id: str, heard_at: datetime) -> int:
        """Return the place behind which a search goes on after this conversation."""
        with self._lock:
            row = self._driver.execute("SELECT n FROM place WHERE id = ?", (conversation_id,)).fetchone()
        return int(row[0]) if row else _tick(heard_at)

    def find(self, terms: Sequence[str], *, is_raw: bool, before: int | None, limit: int) -> tuple[Hit, ...]:
        """Return conversations that hold every term (as `terms_of` gives them), the latest heard first.

        `before` is the place of the last one seen.
        """
        table = _TABLES[0 if is_raw else 1]
        with self._lock:
            sought = [self._known(table, term) for term in terms]
            if not all(sought):
                return ()
            match = " AND ".join("({})".format(" OR ".join(f'"{word}"' for word in words)) for words in sought)
            query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"  # noqa: S608 - one of two names of ours
            rows = self._driver.execute(query, (match, before or _LAST, limit)).fetchall()
            found: dict[int, str] = dict(self._where("SELECT n, id FROM place WHERE n", [row[0] for row in rows]))
        return tuple(Hit(place, found[place]) for (place,) in rows)

    def memory(self) -> int:
        """Return how many bytes it takes."""
        with self._lock:
            [(pages,)], [(size,)] = (
                self._driver.execute(f"PRAGMA page_{name}").fetchall() for name in ("count", "size")
            )
        return int(pages) * int(size)

    def _put(self, entry: IndexEntry) -> None:
        self._remove(entry.conversation_id)
        place = self._free_place(_tick(entry.heard_at))
        self._driver.execute("INSERT INTO place VALUES (?, ?, ?)", (place, entry.conversation_id, entry.turn))
        for table, text in zip(_TABLES, (entry.raw, entry.shown), strict=True):
            words = list(dict.fromkeys(word for word, _ in words_of(text)))
            if words:
                self._driver.execute(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", (place, " ".join(words)))  # noqa: S608 - as above
                self._driver.executemany(f"INSERT OR IGNORE INTO {table}_word VALUES (?)", [(word,) for word in words])  # noqa: S608 - as above

    def _remove(self, conversation_id: str) -> bool:
        row = self._driver.execute("DELETE FROM place WHERE id = ? RETURNING n", (conversation_id,)).fetchone()
        if row is None:
            return False
        for table in _TABLES:
            self._driver.execute(f"DELETE FROM {table} WHERE rowid = ?", row)  # noqa: S608 - as above
        return True

    def _free_place(self, tick: int) -> int:
        while self._driver.execute("SELECT 1 FROM place WHERE n = ?", (tick,)).fetchone():
            tick += 1
        return tick

    def _known(self, table: str, term: str) -> list[str]:
        """Return the words of the index that a term stands for."""
        if len(term) < SHORTEST_BEGINNING:
            return [term]
        query = f"SELECT word FROM {table}_word WHERE word >= ? AND word < ? ORDER BY length(word), word LIMIT ?"  # noqa: S608 - as above
        return [word for (word,) in self._driver.execute(query, (term, f"{term}\U0010ffff", _MOST_WORDS))]

    def _where(self, query: str, values: Sequence[object]) -> list[Values]:
        marks = ", ".join("?" * len(values))
        return list(self._driver.execute(f"{query} IN ({marks})", values))


def _schema() -> Iterator[str]:
    """Give the tables. `contentless`: the index holds which words stand where, and no text."""
    yield "PRAGMA temp_store = MEMORY"
    yield "PRAGMA secure_delete = ON"
    yield "CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, turn INTEGER NOT NULL)"
    for table in _TABLES:
        options = "content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'"
        yield f"CREATE VIRTUAL TABLE {table} USING fts5(words, {options})"
        yield f"CREATE TABLE {table}_word (word TEXT PRIMARY KEY) WITHOUT ROWID"


def _tick(heard_at: datetime) -> int:
    return int(heard_at.timestamp() * _TICKS)


def words_of(text: str) -> Iterator[tuple[str, int]]:
    """Give the words of a text as they are compared (small letters, no accents), and where each begins."""
    for match in _WORD.finditer(text):
        yield _plain(match.group()), match.start()


def terms_of(asked: str) -> list[str]:
    """Return the words that somebody looks for."""
    return list(dict.fromkeys(word for word, _ in words_of(asked)))


def find_in(text: str, term: str) -> int | None:
    """Return where in a text a word is, or begins, as a term says; None where there is none."""
    if term not in _plain(text):
        return None
    is_whole = len(term) < SHORTEST_BEGINNING
    places = (at for word, at in words_of(text) if word == term or (not is_whole and word.startswith(term)))
    return next(places, None)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
