"""Which conversations hold which words: an index in memory alone, made of opened words and never written anywhere.

The words as they came and the words as everybody may see them stand in two indexes apart, so that whoever may see the
second alone learns nothing of the first. It only proposes: what is found is read from the database before it is shown.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
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
_ASKED = re.compile(r'["“”„]([^"“”„]*)["“”]|(\S+)')
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
class SearchTerm:
    """Words that follow each other in a text. The last is also the beginning of a word, unless `is_exact`."""

    words: tuple[str, ...]
    is_exact: bool = False


WordQuery = tuple[tuple[SearchTerm, ...], ...]
"""What is looked for: of each group, one of its terms has to be there."""


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
        self._words: dict[str, set[str]] = {table: set() for table in _TABLES}
        """What stands in the tables of words, so that it is not put there with each conversation anew."""
        self._driver: Driver = sqlite_driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        for statement in _schema():
            self._driver.execute(statement)

    def close(self) -> None:
        """Give all memory back."""
        with self._lock:
            self._driver.close()

    def put(self, entries: Iterable[IndexEntry]) -> None:
        """Add conversations, or what they say now in the place of what they said."""
        fresh: dict[str, set[str]] = {table: set() for table in _TABLES}
        with self._lock:
            with self._driver:
                self._driver.execute("BEGIN")
                for entry in entries:
                    for table, words in self._put(entry):
                        fresh[table].update(words - self._words[table])
                for table, words in fresh.items():
                    statement = f"INSERT OR IGNORE INTO {table}_word VALUES (?)"  # noqa: S608 - one of two names of ours
                    self._driver.executemany(statement, [(word,) for word in sorted(words)])
            # Only now it is certain that they are there.
            for table, words in fresh.items():
                self._words[table] |= words

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

    def find(
        self, query: WordQuery, *, is_raw: bool, place: int | None, limit: int, is_oldest_first: bool = False
    ) -> tuple[Hit, ...]:
        """Return conversations that hold the words of a query (as `query_of` gives it), the latest heard first.

        `place` is that of the last one seen. Whether words follow each other is not known here.
        """
        table = _TABLES[0 if is_raw else 1]
        way, begin, order = (">", 0, "ASC") if is_oldest_first else ("<", _LAST, "DESC")
        with self._lock:
            match = self._match(table, query)
            if not match:
                return ()
            statement = (
                f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid {way} ? ORDER BY rowid {order} LIMIT ?"  # noqa: S608 - words of ours alone
            )
            rows = self._driver.execute(statement, (match, place or begin, limit)).fetchall()
            found: dict[int, str] = dict(self._where("SELECT n, id FROM place WHERE n", [row[0] for row in rows]))
        return tuple(Hit(number, found[number]) for (number,) in rows)

    def count(self, query: WordQuery, *, is_raw: bool, most: int) -> int:
        """Return how many conversations hold the words of a query, counting no further than `most`."""
        table = _TABLES[0 if is_raw else 1]
        with self._lock:
            match = self._match(table, query)
            if not match:
                return 0
            inner = f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?"  # noqa: S608 - one of two names of ours
            [(number,)] = self._driver.execute(f"SELECT count(*) FROM ({inner})", (match, most)).fetchall()  # noqa: S608 - as above
        return int(number)

    def memory(self) -> int:
        """Return how many bytes it takes."""
        with self._lock:
            [(pages,)], [(size,)] = (
                self._driver.execute(f"PRAGMA page_{name}").fetchall() for name in ("count", "size")
            )
        return int(pages) * int(size)

    def _put(self, entry: IndexEntry) -> Iterator[tuple[str, AbstractSet[str]]]:
        """Put one conversation in, and give the words that its tables have to know."""
        self._remove(entry.conversation_id)
        place = self._free_place(_tick(entry.heard_at))
        self._driver.execute("INSERT INTO place VALUES (?, ?, ?)", (place, entry.conversation_id, entry.turn))
        for table, text in zip(_TABLES, (entry.raw, entry.shown), strict=True):
            words = distinct_words(text)
            if words:
                self._driver.execute(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", (place, " ".join(words)))  # noqa: S608 - as above
                yield table, words.keys()

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

    def _match(self, table: str, query: WordQuery) -> str:
        """Return a query as FTS5 takes it; empty where nothing can be found."""
        groups = [" OR ".join(filter(None, (self._term(table, term) for term in group))) for group in query]
        return " AND ".join(f"({group})" for group in groups) if groups and all(groups) else ""

    def _term(self, table: str, term: SearchTerm) -> str:
        *first, last = term.words
        ends = [last] if term.is_exact else self._known(table, last)
        if not ends:
            return ""
        last_one = "({})".format(" OR ".join(f'"{word}"' for word in ends))
        return "({})".format(" AND ".join((*(f'"{word}"' for word in first), last_one)))

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


def distinct_words(text: str) -> dict[str, None]:
    """Return the words of a text as they are compared, each once, in the order in which they come."""
    if text.isascii():
        # Small letters part where large ones do, so that the whole text is looked through at once.
        return dict.fromkeys(_WORD.findall(text.lower()))
    return dict.fromkeys(word for word, _ in words_of(text))


def query_of(asked: str) -> WordQuery:
    """Return what somebody looks for: all of the words, "words in quotes" as they follow each other, one OR another."""
    groups: list[tuple[SearchTerm, ...]] = []
    is_other = False
    for match in _ASKED.finditer(asked):
        quoted, plain = match.groups()
        if plain == "OR":
            is_other = bool(groups)
            continue
        words = tuple(word for word, _ in words_of(quoted if plain is None else plain))
        if words:
            term = SearchTerm(words, is_exact=plain is None)
            groups[-1:] = [(*groups[-1], term)] if is_other else [*groups[-1:], (term,)]
            is_other = False
    return tuple(dict.fromkeys(groups))


def find_in(text: str, group: Sequence[SearchTerm]) -> int | None:
    """Return where in a text the first of some terms stands; None where there is none of them."""
    places = [at for term in group if (at := _find(text, term)) is not None]
    return min(places, default=None)


def holds(text: str, query: WordQuery) -> bool:
    """Whether one text holds all that is looked for."""
    return all(find_in(text, group) is not None for group in query)


def _find(text: str, term: SearchTerm) -> int | None:
    plain = _plain(text)
    if not all(word in plain for word in term.words):
        return None
    if len(term.words) > 1 and text.isascii() and not _following(term.words).search(plain):
        return None
    *first, last = term.words
    is_whole = term.is_exact or len(last) < SHORTEST_BEGINNING
    before: deque[tuple[str, int]] = deque(maxlen=len(first) + 1)
    for word, at in words_of(text):
        before.append((word, at))
        is_end = word == last or (not is_whole and word.startswith(last))
        if is_end and [said for said, _ in before][:-1] == first:
            return before[0][1]
    return None


@lru_cache(maxsize=64)
def _following(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what is found wherever words follow each other, and now and then elsewhere: quicker than going by words."""
    return re.compile(r"[\W_]+".join(words))


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
