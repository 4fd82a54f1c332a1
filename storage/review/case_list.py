"""The inbox of staff: which conversations wait to be read, how far each is, and who has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, assert_never

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Subquery,
    Table,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    union_all,
)

from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import at_most
from storage.db.ids import new_id
from storage.review.triage import agreed, waits
from storage.tables import (
    answers,
    codings,
    comments,
    conversations,
    flags,
    notes,
    person_requests,
    readings,
    staff,
)

View = Literal["all", "new", "waiting", "flagged", "mine"]
Order = Literal["latest", "oldest", "waiting"]
"""By when people were last heard, or who has waited longest (where nobody waits for anything: the oldest)."""
State = Literal["new", "read", "coded", "answered", "closed"]

COUNTED_MOST = 1000
"""Further than this nobody counts: a page says 'over 1,000'."""
NOTE_WORDS = "note.words"
NEVER_READ = ("consent", "declined", "deleted")
"""Stages of conversations that are in no list."""


@dataclass(frozen=True)
class CaseFilter:
    """Which conversations. Empty fields leave nothing out; days are in the zone that they carry, both included."""

    view: View = "all"
    flow: str = ""
    channel: str = ""
    language: str = ""
    organisation: str = ""
    """The id of an organisation."""
    state: str = ""
    theme_ids: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    changed_after: datetime | None = None
    """Only those that staff did something to since then."""
    staff_id: str = ""
    """Whose, for `mine`."""
    order: Order = "latest"
    among: tuple[str, ...] | None = None
    """Only these conversations, where they are named."""


@dataclass(frozen=True)
class Case:
    """A conversation as the inbox lists it. `flags` are tags of the safeguarding list: reasons to read, no score.

    `flagged_at` and `asked_at` say since when it waits to be read, and for a person; None where it does not.
    """

    conversation_id: str
    person_id: str
    contact_id: str | None
    flow: str
    version_id: str
    channel: str
    language: str
    stage: str
    started_at: datetime
    heard_at: datetime
    state: State
    assigned_to: str | None
    assigned_name: str | None
    changed_at: datetime | None
    flags: tuple[str, ...] = ()
    flagged_at: datetime | None = None
    asked_at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the person wants to hear from somebody."""
        return self.asked_at is not None

    def place(self, wanted: CaseFilter) -> tuple[datetime, str]:
        """Return where it stands in a list."""
        since = {"waiting": self.asked_at, "flagged": self.flagged_at}.get(wanted.view)
        return (since if wanted.order == "waiting" and since else self.heard_at), self.conversation_id


@dataclass(frozen=True)
class Note:
    """What staff told each other."""

    id: str
    by: str
    at: datetime
    words: str


def cases(
    tx: Connection, *, wanted: CaseFilter, limit: int, after: tuple[datetime, str] | None = None
) -> tuple[Case, ...]:
    """Return conversations in the order that is wanted; `after` is the place of the last one seen (`Case.place`)."""
    query, named = _matching(wanted), conversations.c.id
    key: ColumnElement[datetime] = conversations.c.heard_at
    if wanted.order == "waiting" and wanted.view in _TABLES:
        since = _since(_TABLES[wanted.view])
        query, key = query.join(since, since.c.conversation_id == named), since.c.since
    if after is not None:
        later = or_(key > after[0], and_(key == after[0], named > after[1]))
        before = or_(key < after[0], and_(key == after[0], named < after[1]))
        query = query.where(before if wanted.order == "latest" else later)
    order = (key.desc(), named.desc()) if wanted.order == "latest" else (key, named)
    return _cases(tx, tx.execute(query.order_by(*order).limit(limit)).all())


def case(tx: Connection, *, conversation_id: str) -> Case | None:
    """Return one conversation, or None where there is none that may be read (any more)."""
    return next(iter(_cases(tx, _with_id.rows(tx, {"conversation": conversation_id}))), None)


def named(tx: Connection, *, conversation_ids: Sequence[str]) -> tuple[Case, ...]:
    """Return these conversations, as far as they may be read, in no order."""
    theirs = (conversations.c.id.in_(conversation_ids), _is_kept, conversations.c.stage != "deleted")
    return _cases(tx, tx.execute(_base().where(*theirs)).all())


def of_person(tx: Connection, *, person_id: str) -> tuple[Case, ...]:
    """Return every conversation of a person that is kept, the earliest first."""
    query = _base().where(conversations.c.person_id == person_id, _is_kept)
    return _cases(tx, tx.execute(query.order_by(conversations.c.started_at, conversations.c.id)).all())


def count(tx: Connection, *, wanted: CaseFilter) -> int:
    """Return how many match, counting no further than one over `COUNTED_MOST`."""
    found = _matching(wanted).with_only_columns(conversations.c.id).order_by(None).limit(COUNTED_MOST + 1).subquery()
    return tx.execute(select(func.count()).select_from(found)).scalar_one()


def without_words(tx: Connection, *, wanted: CaseFilter) -> int:
    """Return how many replies match and are in no list, since there are no words in them; counted as `count` does."""
    answered = exists().where(answers.c.conversation_id == conversations.c.id, answers.c.is_current)
    kept = (conversations.c.stage.not_in(NEVER_READ), answered, ~_has_words(), agreed())
    found = select(conversations.c.id).where(*kept, *_fields(wanted)).limit(COUNTED_MOST + 1).subquery()
    return tx.execute(select(func.count()).select_from(found)).scalar_one()


def count_mine(tx: Connection, *, staff_id: str) -> int:
    """Return how many conversations somebody has that are not closed: what `count` tells of `mine`, for every page."""
    found: int = _mine.value(tx, {"staff": staff_id})
    return found


def ids(tx: Connection, *, wanted: CaseFilter, limit: int) -> tuple[str, ...]:
    """Return the ids of all that match, the latest first: for what is done to all of them at once."""
    query = _matching(wanted).with_only_columns(conversations.c.id).order_by(conversations.c.heard_at.desc())
    return tuple(tx.execute(query.limit(limit)).scalars())


def waits_since(tx: Connection) -> dict[View, datetime]:
    """Return since when the oldest waits of those who want a person, and of what to please read; nothing for none."""
    found = {view: tx.execute(query).scalar_one_or_none() for view, query in _OLDEST.items()}
    return {view: at for view, at in found.items() if at is not None}


def put(act: Act, *, conversation_ids: Sequence[str], now: datetime, **values: object) -> None:
    """Change how far conversations are (`state`) or who has them (`assigned_to`)."""
    for conversation_id in conversation_ids:
        key = {"conversation_id": conversation_id}
        if not act.change(readings, key, {**values, "changed_at": now}):
            fresh = {"state": "new", "assigned_to": None, "changed_at": now}
            act.insert(readings, key | fresh | values)


def move_on(tx: Connection, act: Act, *, conversation_id: str, to: State, now: datetime) -> None:
    """Let a conversation be further than it was: never back from coded to read."""
    order = ("new", "read", "coded", "answered", "closed")
    query = select(readings.c.state).where(readings.c.conversation_id == conversation_id)
    state = tx.execute(query).scalar_one_or_none() or "new"
    if order.index(state) < order.index(to):
        put(act, conversation_ids=(conversation_id,), now=now, state=to)


def add_note(tx: Connection, vault: Vault, act: Act, *, case: Case, words: str, now: datetime) -> None:
    """Keep a note, sealed with the key of the person it is about."""
    note_id = new_id()
    sealed = vault.seal(tx, case.person_id, NOTE_WORDS, words, note_id)
    act.insert(
        notes, {"id": note_id, "conversation_id": case.conversation_id, "by": act.by, "at": now, "words": sealed}
    )


def notes_of(tx: Connection, vault: Vault, *, case: Case) -> tuple[Note, ...]:
    """Return the notes on a conversation, the oldest first."""
    rows = _notes.rows(tx, {"conversation": case.conversation_id})
    return tuple(
        Note(row.id, row.name, row.at, vault.open(tx, case.person_id, NOTE_WORDS, row.words, row.id))
        for row in rows
        if row.words is not None
    )


_COLUMNS = ("id", "person_id", "contact_id", "flow", "version_id", "channel", "language", "stage")


def _base() -> Select[*tuple[object, ...]]:
    kept = [conversations.c[name] for name in (*_COLUMNS, "started_at", "heard_at")]
    return (
        select(*kept, readings.c.state, readings.c.assigned_to, readings.c.changed_at, staff.c.name)
        .outerjoin(readings, readings.c.conversation_id == conversations.c.id)
        .outerjoin(staff, staff.c.id == readings.c.assigned_to)
    )


def _matching(wanted: CaseFilter) -> Select[*tuple[object, ...]]:
    """Return the query. Conditions stand on the index of `heard_at`, or lead to few rows by their own."""
    query = _base().where(conversations.c.stage.not_in(NEVER_READ), *_view(wanted), *_fields(wanted))
    if wanted.theme_ids:
        query = query.where(conversations.c.id.in_(_coded(wanted.theme_ids)))
    return query


def _view(wanted: CaseFilter) -> tuple[ColumnElement[bool], ...]:
    match wanted.view:
        case "new":
            return (_is_in("new"), _has_words(), agreed())
        case "waiting":
            return (conversations.c.id.in_(_ids_of(person_requests)), agreed())
        case "flagged":
            return (conversations.c.id.in_(_ids_of(flags)), agreed())
        case "mine":
            theirs = (readings.c.assigned_to == wanted.staff_id, readings.c.state != "closed")
            return (conversations.c.id.in_(select(readings.c.conversation_id).where(*theirs)), _is_kept)
        case "all":
            return (_has_words(), agreed())
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(wanted.view)


def _fields(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    same = ("flow", "channel", "language")
    found: list[ColumnElement[bool]] = [
        conversations.c[name] == getattr(wanted, name) for name in same if getattr(wanted, name)
    ]
    if wanted.organisation:
        found.append(conversations.c.organisation_id == wanted.organisation)
    if wanted.state:
        found.append(_is_in(wanted.state))
    if wanted.since is not None:
        found.append(conversations.c.heard_at >= wanted.since)
    if wanted.until is not None:
        found.append(conversations.c.heard_at < wanted.until)
    if wanted.changed_after is not None:
        found.append(readings.c.changed_at > wanted.changed_after)
    if wanted.among is not None:
        found.append(conversations.c.id.in_(wanted.among))
    return found


def _is_in(state: str) -> ColumnElement[bool]:
    """Whether a conversation is in a state; one that nobody has touched is new."""
    if state == "new":
        touched = exists().where(readings.c.conversation_id == conversations.c.id, readings.c.state != "new")
        return ~touched.correlate(conversations)
    return conversations.c.id.in_(select(readings.c.conversation_id).where(readings.c.state == state))


def _has_words() -> ColumnElement[bool]:
    answered = exists().where(
        answers.c.conversation_id == conversations.c.id,
        answers.c.is_current,
        answers.c.words.is_not(None),
        answers.c.has_own_words,
    )
    said = exists().where(
        comments.c.conversation_id == conversations.c.id,
        comments.c.is_current,
        comments.c.words.is_not(None),
        ~comments.c.is_held,
    )
    return or_(answered, said)


def _coded(theme_ids: Sequence[str]) -> CompoundSelect[str]:
    under = codings.c.theme_id.in_(theme_ids)
    from_answers = select(answers.c.conversation_id).join(codings, codings.c.answer_id == answers.c.id).where(under)
    from_comments = select(comments.c.conversation_id).join(codings, codings.c.comment_id == comments.c.id).where(under)
    return union_all(from_answers, from_comments)


def _cases(tx: Connection, rows: Sequence[Any]) -> tuple[Case, ...]:  # the columns of `_base`
    if not rows:
        return ()
    found = {"conversations": [row.id for row in rows]}
    heard: dict[str, list[tuple[str, datetime]]] = {}
    for one, tag, at in tx.execute(_flagged, found):
        heard.setdefault(one, []).append((tag, at))
    asked = {row[0]: row[1] for row in tx.execute(_waiting, found)}
    return tuple(
        Case(
            conversation_id=row.id,
            person_id=row.person_id,
            contact_id=row.contact_id,
            flow=row.flow,
            version_id=row.version_id,
            channel=row.channel,
            language=row.language,
            stage=row.stage,
            started_at=row.started_at,
            heard_at=row.heard_at,
            state=row.state or "new",
            assigned_to=row.assigned_to,
            assigned_name=row.name,
            changed_at=row.changed_at,
            flags=tuple(dict.fromkeys(tag for tag, _ in heard.get(row.id, ()))),
            flagged_at=min((at for _, at in heard.get(row.id, ())), default=None),
            asked_at=asked.get(row.id),
        )
        for row in rows
    )


_waits = person_requests.c.answered_at.is_(None)
_is_kept = conversations.c.state.is_not(None)


def _ids_of(table: Table) -> Select[str]:
    """Return the query for the conversations in which something of a table waits for somebody."""
    return waits(table).with_only_columns(table.c.conversation_id)


def _oldest(table: Table) -> Select[datetime]:
    """Return the query for when the first of what waits came. What was said before a yes stands in a list of its own."""
    return waits(table).with_only_columns(table.c.at).where(agreed()).order_by(table.c.id).limit(1)


def _since(table: Table) -> Subquery:
    """Return since when something of a table waits in each conversation."""
    open_ones = waits(table).with_only_columns(table.c.conversation_id, func.min(table.c.at).label("since"))
    return open_ones.group_by(table.c.conversation_id).subquery()


_TABLES: dict[View, Table] = {"waiting": person_requests, "flagged": flags}
_OLDEST = {view: _oldest(table) for view, table in _TABLES.items()}
_these: BindParameter[str] = bindparam("conversations", expanding=True)
_flagged = select(flags.c.conversation_id, flags.c.tag, flags.c.at).where(
    flags.c.conversation_id.in_(_these), flags.c.state == "open"
)
_waiting = (
    select(person_requests.c.conversation_id, func.min(person_requests.c.at))
    .where(_waits, person_requests.c.conversation_id.in_(_these))
    .group_by(person_requests.c.conversation_id)
)
_with_id = PreparedStatement(
    _base().where(conversations.c.id == bindparam("conversation"), _is_kept, conversations.c.stage != "deleted")
)
_notes = PreparedStatement(
    select(notes, staff.c.name)
    .join(staff, staff.c.id == notes.c.by)
    .where(notes.c.conversation_id == bindparam("conversation"))
    .order_by(notes.c.at)
)
_are_mine = (
    select(conversations.c.id)
    .join(readings, readings.c.conversation_id == conversations.c.id)
    .where(readings.c.assigned_to == bindparam("staff"), readings.c.state != "closed")
    .where(*(conversations.c.stage != stage for stage in NEVER_READ), _is_kept)
    .limit(at_most(COUNTED_MOST + 1))
)
_mine = PreparedStatement(select(func.count().label("found")).select_from(_are_mine.subquery()))
