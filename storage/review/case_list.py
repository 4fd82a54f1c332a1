"""The inbox of staff: which conversations wait to be read, how far each is, and who has it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
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
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import at_most
from storage.review.triage import agreed, first_waiting, is_open, waits
from storage.tables import (
    answers,
    codings,
    comments,
    conversations,
    flags,
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
_KEPT = 200
"""Shapes of queries that are kept, so that whoever makes up addresses cannot fill the memory."""
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


def cases(
    tx: Connection, *, wanted: CaseFilter, limit: int, after: tuple[datetime, str] | None = None
) -> tuple[Case, ...]:
    """Return conversations in the order that is wanted; `after` is the place of the last one seen (`Case.place`)."""
    shape, given = _asked(wanted)
    if _is_by_wait(shape) and after is None and wanted.among is None:
        # Those that have waited longest stand on top. Where enough of them match, the others need no look.
        near = cases(tx, wanted=replace(wanted, among=first_waiting(tx, table=_TABLES[shape.view])), limit=limit)
        if len(near) == limit:
            return near
    place = {"after_at": after[0], "after_id": after[1]} if after else {}
    return _cases(tx, _listing(shape, limit, is_further=bool(place)).rows(tx, given | place))


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
    shape, given = _asked(wanted)
    return int(_counting(shape).value(tx, given))


def without_words(tx: Connection, *, wanted: CaseFilter) -> int:
    """Return how many replies match and are in no list, since there are no words in them; counted as `count` does."""
    shape, given = _asked(wanted)
    return int(_counting_wordless(shape).value(tx, given))


def count_mine(tx: Connection, *, staff_id: str) -> int:
    """Return how many conversations somebody has that are not closed: what `count` tells of `mine`, for every page."""
    return int(_mine.value(tx, {"staff": staff_id}))


def ids(tx: Connection, *, wanted: CaseFilter, limit: int) -> tuple[str, ...]:
    """Return the ids of all that match, the latest first: for what is done to all of them at once."""
    shape, given = _asked(wanted)
    return tuple(row.id for row in _naming(shape, limit).rows(tx, given))


def put(act: Act, *, conversation_ids: Sequence[str], now: datetime, **values: object) -> None:
    """Change how far conversations are (`state`) or who has them (`assigned_to`)."""
    for conversation_id in conversation_ids:
        key = {"conversation_id": conversation_id}
        if not act.change(readings, key, {**values, "changed_at": now}):
            act.insert(readings, key | {"state": "new", "assigned_to": None, "changed_at": now} | values)


def move_on(tx: Connection, act: Act, *, conversation_id: str, to: State, now: datetime) -> None:
    """Let a conversation be further than it was: never back from coded to read."""
    order = ("new", "read", "coded", "answered", "closed")
    state = _state.value(tx, {"conversation": conversation_id}) or "new"
    if order.index(state) < order.index(to):
        put(act, conversation_ids=(conversation_id,), now=now, state=to)


_COLUMNS = ("id", "person_id", "contact_id", "flow", "version_id", "channel", "language", "stage")


def _base() -> Select[*tuple[object, ...]]:
    kept = [conversations.c[name] for name in (*_COLUMNS, "started_at", "heard_at")]
    return (
        select(*kept, readings.c.state, readings.c.assigned_to, readings.c.changed_at, staff.c.name)
        .outerjoin(readings, readings.c.conversation_id == conversations.c.id)
        .outerjoin(staff, staff.c.id == readings.c.assigned_to)
    )


@dataclass(frozen=True)
class _Shape:
    """Which conditions a query has: it is made once for each shape, and run with other values each time."""

    view: View
    order: Order
    given: frozenset[str]
    is_new: bool


def _asked(wanted: CaseFilter) -> tuple[_Shape, dict[str, object]]:
    """Return the shape of a query and the values that it is run with; what leaves nothing out is no value."""
    named = ("flow", "channel", "language", "organisation", "since", "until", "theme_ids")
    given = {name: value for name in named if (value := getattr(wanted, name))}
    given |= {"changed_after": wanted.changed_after} if wanted.changed_after else {}
    given |= {"state": wanted.state} if wanted.state not in ("", "new") else {}
    given |= {"staff": wanted.staff_id} if wanted.view == "mine" else {}
    given |= {} if wanted.among is None else {"among": wanted.among}
    return _Shape(wanted.view, wanted.order, frozenset(given), wanted.state == "new"), given


@lru_cache(maxsize=_KEPT)
def _listing(shape: _Shape, limit: int, *, is_further: bool) -> PreparedStatement:
    query, named = _matching(shape), conversations.c.id
    key: ColumnElement[datetime] = conversations.c.heard_at
    if _is_by_wait(shape):
        since = _since(_TABLES[shape.view])
        query, key = query.join(since, since.c.conversation_id == named), since.c.since
    if is_further:
        at: BindParameter[datetime] = bindparam("after_at", type_=conversations.c.heard_at.type)
        last: BindParameter[str] = bindparam("after_id")
        later = or_(key > at, and_(key == at, named > last))
        before = or_(key < at, and_(key == at, named < last))
        query = query.where(before if shape.order == "latest" else later)
    order = (key.desc(), named.desc()) if shape.order == "latest" else (key, named)
    return PreparedStatement(query.order_by(*order).limit(at_most(limit)))


@lru_cache(maxsize=_KEPT)
def _naming(shape: _Shape, limit: int) -> PreparedStatement:
    query = _matching(shape).with_only_columns(conversations.c.id)
    return PreparedStatement(query.order_by(conversations.c.heard_at.desc()).limit(at_most(limit)))


@lru_cache(maxsize=_KEPT)
def _counting(shape: _Shape) -> PreparedStatement:
    return _number_of(_matching(shape).with_only_columns(conversations.c.id))


@lru_cache(maxsize=_KEPT)
def _counting_wordless(shape: _Shape) -> PreparedStatement:
    answered = exists().where(answers.c.conversation_id == conversations.c.id, answers.c.is_current)
    kept = (conversations.c.stage.not_in(NEVER_READ), answered, ~_has_words(), agreed())
    return _number_of(select(conversations.c.id).where(*kept, *_fields(shape)))


def _number_of(query: Select[str]) -> PreparedStatement:
    found = query.limit(at_most(COUNTED_MOST + 1)).subquery()
    return PreparedStatement(select(func.count().label("found")).select_from(found))


def _matching(shape: _Shape) -> Select[*tuple[object, ...]]:
    """Return the query. Conditions stand on the index of `heard_at`, or lead to few rows by their own."""
    query = _base().where(conversations.c.stage.not_in(NEVER_READ), *_view(shape), *_fields(shape))
    if "theme_ids" in shape.given:
        query = query.where(conversations.c.id.in_(_coded()))
    return query


def _is_by_wait(shape: _Shape) -> bool:
    return shape.order == "waiting" and shape.view in _TABLES


def _view(shape: _Shape) -> tuple[ColumnElement[bool], ...]:
    match shape.view:
        case "new":
            return (_is_new(), _has_words(), agreed())
        case "waiting" | "flagged" if _is_by_wait(shape):
            return (agreed(), _is_kept)  # the order names those of the view
        case "waiting" | "flagged":
            return (conversations.c.id.in_(_ids_of(_TABLES[shape.view])), agreed())
        case "mine":
            theirs = (readings.c.assigned_to == bindparam("staff"), readings.c.state != "closed")
            return (conversations.c.id.in_(select(readings.c.conversation_id).where(*theirs)), _is_kept)
        case "all":
            return (_has_words(), agreed())
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(shape.view)


def _fields(shape: _Shape) -> list[ColumnElement[bool]]:
    moment, is_state = conversations.c.heard_at.type, readings.c.state == bindparam("state")
    conditions: dict[str, ColumnElement[bool]] = {
        "flow": conversations.c.flow == bindparam("flow"),
        "channel": conversations.c.channel == bindparam("channel"),
        "language": conversations.c.language == bindparam("language"),
        "organisation": conversations.c.organisation_id == bindparam("organisation"),
        "state": conversations.c.id.in_(select(readings.c.conversation_id).where(is_state)),
        "since": conversations.c.heard_at >= bindparam("since", type_=moment),
        "until": conversations.c.heard_at < bindparam("until", type_=moment),
        "changed_after": readings.c.changed_at > bindparam("changed_after", type_=moment),
        "among": conversations.c.id.in_(bindparam("among", expanding=True)),
    }
    found = [condition for name, condition in conditions.items() if name in shape.given]
    return [*found, _is_new()] if shape.is_new else found


def _is_new() -> ColumnElement[bool]:
    """Return the condition that a conversation is new; one that nobody has touched is."""
    touched = exists().where(readings.c.conversation_id == conversations.c.id, readings.c.state != "new")
    return ~touched.correlate(conversations)


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


def _coded() -> CompoundSelect[str]:
    under = codings.c.theme_id.in_(bindparam("theme_ids", expanding=True))
    from_answers = select(answers.c.conversation_id).join(codings, codings.c.answer_id == answers.c.id).where(under)
    from_comments = select(comments.c.conversation_id).join(codings, codings.c.comment_id == comments.c.id).where(under)
    return union_all(from_answers, from_comments)


def _cases(tx: Connection, rows: Sequence[Any]) -> tuple[Case, ...]:  # the columns of `_base`
    if not rows:
        return ()
    found = {"conversations": [row.id for row in rows]}
    heard: dict[str, list[tuple[str, datetime]]] = {}
    for one, tag, at in _flagged.rows(tx, found):
        heard.setdefault(one, []).append((tag, at))
    asked = {row.conversation_id: row.since for row in _waiting.rows(tx, found)}
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


_is_kept = conversations.c.state.is_not(None)


def _ids_of(table: Table) -> Select[str]:
    """Return the query for the conversations in which something of a table waits for somebody."""
    return waits(table).with_only_columns(table.c.conversation_id)


def _since(table: Table) -> Subquery:
    """Return since when something of a table waits in each conversation."""
    since = func.min(table.c.at).label("since")
    return select(table.c.conversation_id, since).where(is_open(table)).group_by(table.c.conversation_id).subquery()


_TABLES: dict[View, Table] = {"waiting": person_requests, "flagged": flags}
_these: BindParameter[str] = bindparam("conversations", expanding=True)
_flagged = PreparedStatement(
    select(flags.c.conversation_id, flags.c.tag, flags.c.at).where(
        flags.c.conversation_id.in_(_these), flags.c.state == "open"
    )
)
_waiting = PreparedStatement(
    select(person_requests.c.conversation_id, func.min(person_requests.c.at).label("since"))
    .where(is_open(person_requests), person_requests.c.conversation_id.in_(_these))
    .group_by(person_requests.c.conversation_id)
)
_with_id = PreparedStatement(
    _base().where(conversations.c.id == bindparam("conversation"), _is_kept, conversations.c.stage != "deleted")
)
_state = PreparedStatement(select(readings.c.state).where(readings.c.conversation_id == bindparam("conversation")))
_are_mine = (
    select(conversations.c.id)
    .join(readings, readings.c.conversation_id == conversations.c.id)
    .where(readings.c.assigned_to == bindparam("staff"), readings.c.state != "closed")
    .where(*(conversations.c.stage != stage for stage in NEVER_READ), _is_kept)
    .limit(at_most(COUNTED_MOST + 1))
)
_mine = PreparedStatement(select(func.count().label("found")).select_from(_are_mine.subquery()))
