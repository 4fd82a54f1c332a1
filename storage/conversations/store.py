"""Conversations: begun, loaded, and moved on by one step in one transaction (invariant I2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, and_, bindparam, insert, select, update

from feedback.channels import channel_named
from feedback.conversation.events import Consented, Erased, Event, Moved, Said
from feedback.conversation.messages import Outbound
from feedback.conversation.serialisation import dump_conversation, load_conversation
from feedback.conversation.state import OPEN_STAGES, Conversation
from storage.conversations.events import EventContext, record
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.errors import Stale
from storage.db.typed_rows import row_as
from storage.messages import inbox, news, outbox
from storage.people import erasure, invitations, people
from storage.people.invitations import Invitation
from storage.tables import comments, contacts, conversations, links, mails, return_codes
from storage.tables import invitations as invitation_rows

_STATE = "conversation.state"


@dataclass(frozen=True)
class StoredConversation:
    """A conversation as it is stored: whose it is, where we write, and how many steps were saved."""

    conversation: Conversation
    person_id: str
    contact_id: str | None
    turn: int
    messages: int = 0
    """How many messages of the person were taken into it."""


@dataclass(frozen=True)
class Correspondent:
    """Who wrote: the contact, if we know it, and the conversation that the message belongs to, if there is one.

    That is the open one, or else the one they were heard in last. `is_spoken_to`: a message to them is on its way at this
    moment, so that it is not known yet whether theirs came before or after it.
    """

    contact_id: str | None = None
    held: StoredConversation | None = None
    is_spoken_to: bool = False


@dataclass(frozen=True)
class StepResult:
    """What `feedback.conversation.step` gave for one inbound, and the inbox row (if any) that it consumed."""

    after: Conversation
    events: tuple[Event, ...]
    now: datetime
    due_at: datetime | None = None
    """From `feedback.conversation.state.due_at`."""
    inbox_id: int | None = None
    contact_id: str | None = None
    """The contact that the person writes from now, where it is another one than before."""


def begin(
    tx: Connection,
    vault: Vault,
    *,
    conversation: Conversation,
    contact_id: str,
    invited: Invitation | None = None,
    person_id: str = "",
) -> StoredConversation:
    """Store a new conversation with its return code, for the person that the contact is (a new one if none).

    `person_id` is given where it is somebody else's, or nothing proves that it is theirs: then an invitation to somebody
    in particular still waits for its answer. The first step is then saved with `save`.
    """
    now = conversation.started_at
    is_theirs = person_id == ""
    person_id = person_id or people.person_of(tx, contact_id=contact_id, now=now)
    _insert.change(
        tx,
        {
            "id": conversation.id,
            "person_id": person_id,
            "contact_id": contact_id,
            "invitation_id": invited.id if invited else None,
            "organisation_id": invited.organisation_id if invited else None,
            "flow": conversation.flow,
            "version_id": conversation.version_id,
            "started_at": now,
            "turn": 0,
            "messages": 0,
            **_moving(conversation, _sealed(tx, vault, person_id, conversation)),
        },
    )
    code = {"code_hash": vault.hash_code(conversation.code), "person_id": person_id, "conversation_id": conversation.id}
    _insert_code.change(tx, code)
    if invited and (is_theirs or invited.contact_id is None):
        invitations.use(tx, invitation_id=invited.id, now=now)
    return StoredConversation(conversation, person_id, contact_id, 0)


def with_terms(conversation: Conversation, invited: Invitation) -> Conversation:
    """Return a conversation with what its invitation carries with it."""
    return replace(
        conversation,
        nation=invited.nation,
        place=invited.place,
        is_series=invited.is_series,
        closes_at=invited.expires_at,
    )


def take_up(tx: Connection, *, held: StoredConversation, invited: Invitation, now: datetime) -> StoredConversation:
    """Let a conversation in which nothing was agreed to yet be the one that an invitation begins; it greets anew."""
    taken = replace(with_terms(held.conversation, invited), stage="consent", aside=None, is_greeted=False)
    values = {"invitation_id": invited.id, "organisation_id": invited.organisation_id}
    tx.execute(update(conversations).where(conversations.c.id == taken.id).values(values))
    invitations.use(tx, invitation_id=invited.id, now=now)
    return replace(held, conversation=taken)


def load(tx: Connection, vault: Vault, *, conversation_id: str) -> StoredConversation | None:
    """Return a conversation, or None if there is none or it was erased."""
    row = _by_id.first(tx, {"conversation": conversation_id})
    return _held(tx, vault, row) if row else None


def for_sender(tx: Connection, vault: Vault, *, channel: str, sender: bytes) -> Correspondent:
    """Return who wrote, by the channel and the keyed hash of the address (as in the inbox)."""
    rows = _by_sender.rows(tx, {"channel": channel, "sender": sender})
    return (
        Correspondent(rows[0].wrote, _latest(tx, vault, rows), bool(rows[0].is_spoken_to)) if rows else Correspondent()
    )


def of_invitation(
    tx: Connection, vault: Vault, *, invitation_id: str, contact_id: str, is_verified: bool | None
) -> StoredConversation | None:
    """Return the latest conversation that an invitation began with this very contact, or None.

    `is_verified`: of those with a mail that came from whom its letter was written to; False: of the others; None: of all.
    """
    proof = select(mails.c.id).where(mails.c.conversation_id == conversations.c.id, mails.c.is_verified).exists()
    theirs = (
        conversations.c.invitation_id == invitation_id,
        conversations.c.contact_id == contact_id,
        *((proof if is_verified else ~proof,) if is_verified is not None else ()),
    )
    latest = select(*_COLUMNS).where(*theirs).order_by(conversations.c.started_at.desc()).limit(1)
    row = row_as(_Row, tx.execute(latest).first())
    return _held(tx, vault, row) if row else None


def of_link(tx: Connection, vault: Vault, *, token: str, contact_id: str) -> StoredConversation | None:
    """Return the latest conversation that a link began for the person that this contact is, or None.

    The link may be too old by now to begin another.
    """
    theirs = (invitation_rows.c.token_hash == vault.hash_token(token), links.c.contact_id == contact_id)
    found = (
        select(*_COLUMNS, *_TIMES)
        .join(invitation_rows, invitation_rows.c.id == conversations.c.invitation_id)
        .join(links, links.c.person_id == conversations.c.person_id)
        .where(*theirs, conversations.c.state.is_not(None))
    )
    row = row_as(
        _Row,
        tx.execute(found.order_by(conversations.c.heard_at.desc(), conversations.c.started_at.desc()).limit(1)).first(),
    )
    held = _held(tx, vault, row) if row else None
    return replace(held, contact_id=contact_id) if held else None


def has_words(tx: Connection, *, held: StoredConversation) -> bool:
    """Return whether a conversation holds anything that was said: answers, or words that belong to none."""
    said = select(comments.c.id).where(
        comments.c.conversation_id == held.conversation.id, comments.c.words.is_not(None)
    )
    return held.conversation.answers != {} or tx.execute(said.limit(1)).first() is not None


def is_invited(tx: Connection, *, conversation_id: str) -> bool:
    """Return whether a conversation began with an invitation, to somebody in particular or printed."""
    query = select(conversations.c.invitation_id).where(conversations.c.id == conversation_id)
    return tx.execute(query).scalar_one_or_none() is not None


def save(tx: Connection, vault: Vault, *, held: StoredConversation, step: StepResult) -> StoredConversation:
    """Store one step: the conversation as it is now, everything that happened, and the inbox row as applied.

    Raises Stale, storing nothing, when the conversation was saved by someone else since `held` was loaded, or when
    the inbox row was handled already.
    """
    contact_id = step.contact_id or held.contact_id
    erased = next((event for event in step.events if isinstance(event, Erased)), None)
    _move(tx, vault, held, step, keep=erased is None)
    record(tx, vault, EventContext(step.after, held.person_id, step.now), step.events)
    if any(map(_wants_no_news, step.events)):
        news.stop_news(tx, person_id=held.person_id, now=step.now)
    said = tuple(event.outbound for event in step.events if isinstance(event, Said))
    post = outbox.Destination(
        channel=step.after.channel,
        turn=held.turn + 1,
        now=step.now,
        conversation_id=step.after.id,
        person_id=held.person_id,
        contact_id=contact_id,
    )
    if erased:
        post = _farewell(tx, vault, post)
        erasure.erase_conversation(tx, vault, conversation_id=step.after.id, why=erased.why, now=step.now)
    outbox.queue(tx, vault, post, said)
    if step.inbox_id is not None:
        inbox.done(tx, inbox_id=step.inbox_id, state="applied", now=step.now)
    return StoredConversation(step.after, held.person_id, contact_id, held.turn + 1, _messages(held, step))


def _wants_no_news(event: Event) -> bool:
    """Return whether somebody has stopped, or said no to hearing more: nothing that waits may reach them then."""
    match event:
        case Moved("stopped"):
            return True
        case Consented(switch, granted):
            return switch in ("contact_next", "contact_more") and not granted
        case _:
            return False


def due(tx: Connection, *, now: datetime, limit: int) -> tuple[str, ...]:
    """Return the ids of conversations whose silence is now an event, the longest due first.

    On PostgreSQL they are locked until the transaction ends, and locked ones are passed over.
    """
    query = select(conversations.c.id).where(conversations.c.due_at <= now).order_by(conversations.c.due_at)
    return tuple(tx.execute(query.limit(limit).with_for_update(skip_locked=True)).scalars())


def put_off(tx: Connection, *, conversation_id: str, due_at: datetime | None) -> None:
    """Look at a conversation's silence at another time (after a fault of ours), or never."""
    tx.execute(update(conversations).where(conversations.c.id == conversation_id).values(due_at=due_at))


def open_on(tx: Connection, *, channel: str, heard_since: datetime, heard_before: datetime) -> tuple[str, ...]:
    """Return the ids of a channel's conversations that wait for an answer, for asking again after a gap.

    Only those of people who wrote after `heard_since`, for the others get their reminders; and who have not written
    since `heard_before`, for those have been answered.
    """
    is_waiting = conversations.c.stage.in_(sorted(OPEN_STAGES - {"paused"}))
    is_fresh = and_(conversations.c.heard_at >= heard_since, conversations.c.heard_at < heard_before)
    query = select(conversations.c.id).where(conversations.c.channel == channel, is_waiting, is_fresh)
    return tuple(tx.execute(query.where(conversations.c.contact_id.is_not(None))).scalars())


def turn_messages(tx: Connection, vault: Vault, *, conversation_id: str) -> tuple[Outbound, ...]:
    """Return what we said in the latest turn that said anything, in order, for a page to show."""
    return outbox.messages_of_turn(tx, vault, conversation_id=conversation_id)


def _move(tx: Connection, vault: Vault, held: StoredConversation, step: StepResult, *, keep: bool) -> None:
    state = _sealed(tx, vault, held.person_id, step.after) if keep else None
    values = _moving(step.after, state) | {
        "due_at": step.due_at,
        "turn": held.turn + 1,
        "messages": _messages(held, step),
    }
    if step.contact_id:
        values["contact_id"] = step.contact_id
    was_open, is_open = held.conversation.stage in OPEN_STAGES, step.after.stage in OPEN_STAGES
    if was_open != is_open:
        values["finished_at"] = None if is_open else step.now
    if not _update.change(tx, {"moving": step.after.id, "from_turn": held.turn, **values}):
        raise Stale("This conversation moved on since it was loaded.")


def _messages(held: StoredConversation, step: StepResult) -> int:
    return held.messages + (step.inbox_id is not None)


def _sealed(tx: Connection, vault: Vault, person_id: str, conversation: Conversation) -> bytes:
    sealed = vault.seal(tx, person_id, _STATE, dump_conversation(conversation), conversation.id)
    vault.remember(person_id, sealed, conversation)
    return sealed


def _moving(conversation: Conversation, state: bytes | None) -> dict[str, object]:
    return {
        "channel": conversation.channel,
        "language": conversation.language,
        "stage": conversation.stage,
        "state": state,
        "heard_at": conversation.heard_at,
    }


def _farewell(tx: Connection, vault: Vault, post: outbox.Destination) -> outbox.Destination:
    """Return where the last words go: to the address itself, for the contact is about to be erased."""
    is_shown = channel_named(post.channel).shows_at_once or post.contact_id is None
    address = "" if is_shown else people.address_of(tx, vault, contact_id=str(post.contact_id))
    return replace(post, person_id=None, contact_id=None, address=address)


class _Row(NamedTuple):
    """A conversation as it stands in its table; without an id where a contact has none."""

    id: str | None
    person_id: str
    contact_id: str | None
    turn: int
    messages: int
    state: bytes | None
    started_at: datetime
    finished_at: datetime | None
    heard_at: datetime


def _latest(tx: Connection, vault: Vault, rows: Sequence[_Row]) -> StoredConversation | None:
    """Open the conversation that is going on, or else the last heard. A person has few: SQL's sorting costs more."""
    theirs = [row for row in rows if row.id is not None]
    newest = max(theirs, key=lambda row: (row.finished_at is None, row.heard_at, row.started_at), default=None)
    return _held(tx, vault, newest) if newest is not None else None


def _held(tx: Connection, vault: Vault, row: _Row) -> StoredConversation | None:
    if row.state is None or row.id is None:
        return None
    conversation = vault.recall(row.person_id, row.state)
    if not isinstance(conversation, Conversation) or conversation.id != row.id:
        conversation = load_conversation(vault.open(tx, row.person_id, _STATE, row.state, row.id))
    return StoredConversation(conversation, row.person_id, row.contact_id, row.turn, row.messages)


_COLUMNS = tuple(conversations.c[name] for name in ("id", "person_id", "contact_id", "turn", "state", "messages"))
_TIMES = (conversations.c.started_at, conversations.c.finished_at, conversations.c.heard_at)
_by_id = PreparedStatement(select(*_COLUMNS).where(conversations.c.id == bindparam("conversation")))
_insert = PreparedStatement(insert(conversations))
_insert_code = PreparedStatement(insert(return_codes))
_update = PreparedStatement(
    update(conversations).where(
        conversations.c.id == bindparam("moving"), conversations.c.turn == bindparam("from_turn")
    )
)


def _of_contact() -> Select[*tuple[object, ...]]:
    """Return the query for a contact and its person's conversations; one row without any if there are none."""
    is_theirs = and_(conversations.c.person_id == links.c.person_id, conversations.c.state.is_not(None))
    return (
        select(*_COLUMNS, *_TIMES, contacts.c.id.label("wrote"))
        .select_from(contacts)
        .outerjoin(links, links.c.contact_id == contacts.c.id)
        .outerjoin(conversations, is_theirs)
    )


_by_sender = PreparedStatement(
    _of_contact()
    .add_columns(outbox.sending_to(contacts.c.id).label("is_spoken_to"))
    .where(contacts.c.channel == bindparam("channel"), contacts.c.lookup == bindparam("sender"))
)
