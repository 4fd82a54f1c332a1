"""What people ask staff for, or offer them: to be rung, to be a case study, training, to meet others.

A request begins with an answer or a consent (`storage.conversations.events`). A case study goes through every stage of consent, one
after the other: nothing is published that the person has not seen and agreed to in its own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, or_, select

from feedback.errors import SaysoError
from feedback.flows.model import QUEUES, Queue
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.typed_rows import rows_as
from storage.review.triage import agreed
from storage.tables import conversations, requests, staff

State = Literal[
    "new",
    "in hand",
    "done",
    "not possible",
    "asked",
    "agreed",
    "drafted",
    "shown",
    "approved",
    "published",
    "withdrawn",
]

DRAFT = "request.draft"
MOST_LISTED = 200
"""A guess: a queue that long is worked off from its top. The page says so where there are more."""
_ENDED = ("done", "not possible", "withdrawn")
_USUAL: Mapping[State, tuple[State, ...]] = {
    "new": ("in hand", "done", "not possible"),
    "in hand": ("done", "not possible", "new"),
    "done": ("in hand",),
    "not possible": ("in hand",),
}
_CASE_STUDY: Mapping[State, tuple[State, ...]] = {
    "new": ("asked", "not possible"),
    "asked": ("agreed", "withdrawn"),
    "agreed": ("drafted", "withdrawn"),
    "drafted": ("shown", "withdrawn"),
    "shown": ("approved", "drafted", "withdrawn"),
    "approved": ("published", "drafted", "withdrawn"),
    "published": ("withdrawn",),
    "withdrawn": ("asked",),
    "not possible": ("asked",),
}
NEEDS_PROOF_OF_YES: frozenset[State] = frozenset({"agreed", "approved"})
"""Stages that stand on what the person said: a note has to say how they said it."""
_NEEDS_DRAFT: frozenset[State] = frozenset({"drafted", "shown", "approved", "published"})
_MAY_WRITE: frozenset[State] = frozenset({"agreed", "drafted", "shown", "approved"})


class NotNow(SaysoError):
    """A request cannot take this step from where it is."""


Query = TypeVar("Query", bound=Select[*tuple[object, ...]])


@dataclass(frozen=True)
class Request:
    """One request as it stands. `is_wanted` is False once the person took it back, was erased, or takes part no more.

    `person_id` is empty where the person was erased: then only that something has to be taken down is left.
    """

    conversation_id: str
    queue: Queue
    person_id: str
    flow: str
    version_id: str
    channel: str
    asked_at: datetime
    is_wanted: bool
    state: State
    assigned_to: str | None
    assigned_name: str | None
    changed_at: datetime | None
    has_draft: bool

    @property
    def steps(self) -> tuple[State, ...]:
        """What may become of it next."""
        steps = (_CASE_STUDY if self.queue == "case_study" else _USUAL)[self.state]
        if not self.is_wanted:
            return tuple(step for step in steps if step in _ENDED)
        return tuple(step for step in steps if self.has_draft or step not in _NEEDS_DRAFT)

    @property
    def may_be_written(self) -> bool:
        """Whether the case study may be written or changed now."""
        return self.queue == "case_study" and self.is_wanted and self.state in _MAY_WRITE


def counts(tx: Connection) -> dict[Queue, int]:
    """Return how many requests wait for staff, by queue."""
    query = _joined(select(requests.c.queue, func.count())).where(_is_open()).group_by(requests.c.queue)
    found: dict[str, int] = {row[0]: row[1] for row in tx.execute(query)}
    return {queue: found.get(queue, 0) for queue in QUEUES}


def listed(tx: Connection, *, queue: Queue, is_all: bool = False) -> tuple[Request, ...]:
    """Return the requests of a queue that wait for staff, or all of them; who asked first stands first."""
    query = _query().where(requests.c.queue == queue)
    if not is_all:
        query = query.where(_is_open())
    rows = tx.execute(query.order_by(requests.c.asked_at, requests.c.conversation_id).limit(MOST_LISTED))
    return tuple(map(_request, rows_as(_Row, rows)))


def of_conversation(tx: Connection, *, conversation_id: str) -> tuple[Request, ...]:
    """Return what somebody asked for in one conversation."""
    return tuple(map(_request, _of_conversation.rows(tx, {"conversation": conversation_id})))


def one(tx: Connection, *, queue: str, conversation_id: str) -> Request | None:
    """Return one request, or None where there is none."""
    found = of_conversation(tx, conversation_id=conversation_id)
    return next((request for request in found if request.queue == queue), None)


def move(act: Act, *, request: Request, to: State, now: datetime) -> None:
    """Take a request a step further. Raises NotNow for a step that does not come next."""
    if to not in request.steps:
        raise NotNow("This step does not come next. Look at the request as it is now.")
    _put(act, request, state=to, changed_at=now)


def give(act: Act, *, request: Request, to: str | None, now: datetime) -> None:
    """Give a request to a member of staff, or to nobody."""
    _put(act, request, assigned_to=to, changed_at=now)


def write(tx: Connection, vault: Vault, act: Act, *, request: Request, words: str, now: datetime) -> None:
    """Keep a case study as it is written. Words that the person has not seen have to be shown to them again.

    Raises NotNow where they have not agreed, or where it is published.
    """
    if not request.may_be_written:
        raise NotNow("A case study is written only after the person has agreed to it, and before it is published.")
    sealed = vault.seal(tx, request.person_id, DRAFT, words, request.conversation_id)
    _put(act, request, draft=sealed, state="drafted", changed_at=now)


def draft_of(tx: Connection, vault: Vault, *, request: Request) -> str:
    """Return the case study as it is written; empty where there is none."""
    query = select(requests.c.draft).where(*_is(request))
    sealed = tx.execute(query).scalar_one_or_none()
    return "" if sealed is None else vault.open(tx, request.person_id, DRAFT, sealed, request.conversation_id)


def _put(act: Act, request: Request, **values: object) -> None:
    act.change(requests, {"conversation_id": request.conversation_id, "queue": request.queue}, values)


def _is(request: Request) -> tuple[ColumnElement[bool], ...]:
    return requests.c.conversation_id == request.conversation_id, requests.c.queue == request.queue


def _joined(query: Query) -> Query:
    return query.select_from(requests).join(conversations, conversations.c.id == requests.c.conversation_id)


def is_still_wanted() -> ColumnElement[bool]:
    """Return the condition on a request and its conversation that the person wants it, and takes part."""
    return and_(requests.c.is_wanted, conversations.c.state.is_not(None), agreed())


def _is_open() -> ColumnElement[bool]:
    """Whether staff have something to do: it is wanted and not yet done, or begun and wanted no longer."""
    wanted = and_(is_still_wanted(), requests.c.state.not_in((*_ENDED, "published")))
    unwanted = and_(~is_still_wanted(), requests.c.state.not_in((*_ENDED, "new")))
    return or_(wanted, unwanted)


def _query() -> Select[*tuple[object, ...]]:
    about = ("person_id", "flow", "version_id", "channel", "state")
    columns = (
        *(column for column in requests.c if column.name not in ("is_wanted", "draft")),
        *(conversations.c[name].label(f"talk_{name}") for name in about),
        is_still_wanted().label("is_wanted"),
        requests.c.draft.is_not(None).label("has_draft"),
        staff.c.name.label("assigned_name"),
    )
    return _joined(select(*columns)).outerjoin(staff, staff.c.id == requests.c.assigned_to)


class _Row(NamedTuple):
    """A request with its conversation and who sees to it."""

    conversation_id: str
    queue: Queue
    talk_person_id: str
    talk_flow: str
    talk_version_id: str
    talk_channel: str
    talk_state: bytes | None
    asked_at: datetime
    is_wanted: bool
    state: State
    assigned_to: str | None
    assigned_name: str | None
    changed_at: datetime | None
    has_draft: bool


def _request(row: _Row) -> Request:
    return Request(
        conversation_id=row.conversation_id,
        queue=row.queue,
        person_id=row.talk_person_id if row.talk_state is not None else "",
        flow=row.talk_flow,
        version_id=row.talk_version_id,
        channel=row.talk_channel,
        asked_at=row.asked_at,
        is_wanted=bool(row.is_wanted),
        state=row.state,
        assigned_to=row.assigned_to,
        assigned_name=row.assigned_name,
        changed_at=row.changed_at,
        has_draft=row.has_draft,
    )


_of_conversation = PreparedStatement(
    _query().where(requests.c.conversation_id == bindparam("conversation")).order_by(requests.c.queue)
)
