"""What staff write to people: by the channel that the person used, without anybody seeing who it is.

A reply waits in the outbox for a while, so that it can be taken back. It yields to everything that the conversation
itself has to say (priority 2), for the person must not wait for an answer because of it. On the web page it is there at
once, and can be taken back until the page has shown it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, insert, or_, select, update

from feedback.channels import channel_named, registered
from feedback.conversation.messages import Outbound
from feedback.conversation.serialisation import load_outbound
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.messages import outbox as outgoing
from storage.messages.news import is_news
from storage.messages.outbox import Destination
from storage.review.case_list import Case
from storage.tables import consents, contacts, conversations, outbox, person_requests, staff, staff_acts, told

TAKE_BACK = timedelta(minutes=10)
"""How long a reply waits before it goes out."""
ANSWERED = "answered"
"""What answering is called among the acts of staff."""
UNREAD = "unread"
"""It stands on the page of the person, who has not opened that since."""
READ = "read"
TAKEN_BACK = "taken back"
"""The reason of a message that was never sent because staff took it back: no fault of anything."""
_AFTER_ALL = 2


@dataclass(frozen=True)
class NewReply:
    """A reply to be sent. `outcome_id` says what it tells of, where it is not an answer."""

    words: str
    by: str
    at: datetime
    outcome_id: str | None = None
    findings_id: str | None = None


@dataclass(frozen=True)
class StaffReply:
    """What somebody wrote to a person. `state` is that of the outbox, `unread`, `read` or `taken back`.

    Words are empty once erased.
    """

    outbox_id: int
    words: str
    by: str
    at: datetime
    state: str
    goes_at: datetime
    outcome_id: str | None

    @property
    def is_waiting(self) -> bool:
        """Whether it can still be taken back."""
        return self.state in ("waiting", UNREAD)


@dataclass(frozen=True)
class ReplyPermission:
    """Whether a person may be written to. `fault` says why not; `said` is what they said about it, True, False, None."""

    fault: str = ""
    said: bool | None = None


def leave(tx: Connection, *, case: Case) -> ReplyPermission:
    """Return whether somebody may be written to, from what they said last."""
    said = _said(tx, case)
    if said is False:
        return ReplyPermission("They do not want to be written to.", said)
    if case.contact_id is None:
        return ReplyPermission(
            "We no longer know how to reach them. Their contact was forgotten, as they were told.", said
        )
    if _blocked.value(tx, {"contact": case.contact_id}) is not None:
        return ReplyPermission("They have blocked us. Nothing can reach them this way.", said)
    return ReplyPermission("", said)


def send(tx: Connection, vault: Vault, *, case: Case, new: NewReply) -> int:
    """Queue a reply and return the id of the message. The caller has asked `leave`."""
    turn = tx.execute(select(conversations.c.turn).where(conversations.c.id == case.conversation_id)).scalar_one()
    post = Destination(
        channel=case.channel,
        turn=turn,
        now=new.at,
        conversation_id=case.conversation_id,
        person_id=case.person_id,
        contact_id=case.contact_id,
    )
    outgoing.queue(tx, vault, post, (Outbound(new.words),))
    latest = select(func.max(outbox.c.id)).where(outbox.c.conversation_id == case.conversation_id)
    outbox_id: int = tx.execute(latest).scalar_one()
    later = update(outbox).where(outbox.c.id == outbox_id, outbox.c.state == "waiting")
    tx.execute(later.values(next_at=new.at + TAKE_BACK, priority=_AFTER_ALL))
    row = {"outbox_id": outbox_id, "conversation_id": case.conversation_id, "by": new.by, "at": new.at}
    tx.execute(insert(told), row | {"outcome_id": new.outcome_id, "findings_id": new.findings_id})
    return outbox_id


def take_back(tx: Connection, *, outbox_id: int, by: str, now: datetime) -> bool:
    """Take a reply back. Returns False if it has gone out already, or was read."""
    waiting = update(outbox).where(outbox.c.id == outbox_id, _can_be_taken_back())
    if not tx.execute(waiting.values(state="refused", reason=TAKEN_BACK, sent_at=now)).rowcount:
        return False
    tx.execute(update(told).where(told.c.outbox_id == outbox_id).values(taken_back_by=by, taken_back_at=now))
    return True


def note_read(tx: Connection, *, conversation_id: str, now: datetime) -> None:
    """Note that a page shows a person all that staff wrote to them: from now on none of it can be taken back."""
    found = tx.execute(outgoing.unread_in(conversation_id)).scalars().all()
    tx.execute(update(told).where(told.c.outbox_id.in_(found)).values(read_at=now))
    outgoing.join_latest_turn(tx, conversation_id=conversation_id, outbox_ids=found)


def has_unread(tx: Connection, *, conversation_id: str) -> bool:
    """Return whether staff wrote something to a person that no page has shown yet."""
    return tx.execute(outgoing.unread_in(conversation_id).limit(1)).first() is not None


def count_not_gone(tx: Connection, *, outcome_id: str = "", findings_id: str = "") -> int:
    """Return how many messages about an entry of what was done, or of findings, can still be taken back."""
    query = select(func.count()).select_from(told).join(outbox, outbox.c.id == told.c.outbox_id)
    of_entry = told.c.outcome_id == outcome_id if outcome_id else told.c.findings_id == findings_id
    return tx.execute(query.where(of_entry, told.c.taken_back_at.is_(None), _can_be_taken_back())).scalar_one()


def _can_be_taken_back() -> ColumnElement[bool]:
    """Return the condition that a message has not gone out, or stands on a page that has not shown it."""
    mine = told.alias("mine")
    is_unread = exists().where(
        mine.c.outbox_id == outbox.c.id, mine.c.read_at.is_(None), mine.c.taken_back_at.is_(None)
    )
    is_on_page = and_(outbox.c.state == "sent", outbox.c.channel.in_(_on_page()), is_unread)
    return or_(and_(outbox.c.state == "waiting", outbox.c.tries == 0), is_on_page)


def _on_page() -> list[str]:
    return [channel.name for channel in registered() if channel.shows_at_once]


def undoable(tx: Connection, *, conversation_id: str) -> tuple[str, ...]:
    """Return the acts of answering, the latest first, that nothing stands on: every answer was taken back."""
    is_answer = (told.c.conversation_id == conversation_id, ~is_news())
    if tx.execute(select(told.c.outbox_id).where(*is_answer, told.c.taken_back_at.is_(None)).limit(1)).first():
        return ()
    answered = (staff_acts.c.conversation_id == conversation_id, staff_acts.c.what == ANSWERED)
    query = select(staff_acts.c.id).where(*answered, staff_acts.c.undone_at.is_(None))
    return tuple(tx.execute(query.order_by(staff_acts.c.at.desc())).scalars())


def conversation_of(tx: Connection, *, outbox_id: int) -> str | None:
    """Return the conversation that a reply belongs to, or None for no such reply."""
    return tx.execute(select(told.c.conversation_id).where(told.c.outbox_id == outbox_id)).scalar_one_or_none()


def of_conversation(tx: Connection, vault: Vault, *, case: Case) -> tuple[StaffReply, ...]:
    """Return what staff wrote in one conversation, the oldest first."""
    rows = _of_conversation.rows(tx, {"conversation": case.conversation_id})
    return tuple(_reply(tx, vault, row) for row in rows)


def is_seen_at_once(case: Case) -> bool:
    """Return whether a reply can be read the moment it is written: it can be taken back until it is."""
    return channel_named(case.channel).shows_at_once


class _Row(NamedTuple):
    """A reply of staff with its message in the outbox."""

    outbox_id: int
    name: str
    at: datetime
    taken_back_at: datetime | None
    outcome_id: str | None
    out_body: bytes | None
    out_sealed_for: str
    out_conversation_id: str | None
    out_state: str
    out_next_at: datetime
    out_channel: str
    read_at: datetime | None


def _reply(tx: Connection, vault: Vault, row: _Row) -> StaffReply:
    words = ""
    if row.out_body is not None:
        words = words_of(tx, vault, row.out_body, row.out_sealed_for, row.out_conversation_id)
    return StaffReply(row.outbox_id, words, row.name, row.at, _state(row), row.out_next_at, row.outcome_id)


def words_of(tx: Connection, vault: Vault, body: bytes, sealed_for: str, conversation_id: str | None) -> str:
    """Return the words of a message in the outbox. Raises KeyErased."""
    return load_outbound(vault.open(tx, sealed_for, "outbox.body", body, conversation_id or "")).text


def _state(row: _Row) -> str:
    if row.taken_back_at is not None:
        return TAKEN_BACK
    if row.out_state != "sent" or row.out_channel not in _on_page():
        return row.out_state
    return UNREAD if row.read_at is None else READ


def _said(tx: Connection, case: Case) -> bool | None:
    """Return what somebody said last about being written to: to a person's offer, or by a switch."""
    here = {"conversation": case.conversation_id}
    found = [(row[1], row[0]) for query in (_asked, _switched) for row in query.rows(tx, here)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


_blocked = PreparedStatement(select(contacts.c.blocked_at).where(contacts.c.id == bindparam("contact")))
_asked = PreparedStatement(
    select(person_requests.c.may_contact, person_requests.c.at).where(
        person_requests.c.conversation_id == bindparam("conversation"), person_requests.c.may_contact.is_not(None)
    )
)
_switched = PreparedStatement(
    select(consents.c.granted, consents.c.at).where(
        consents.c.conversation_id == bindparam("conversation"), consents.c.switch.in_(("contact_next", "contact_more"))
    )
)
_SENT = ("body", "sealed_for", "state", "next_at", "conversation_id", "channel")
_of_conversation = PreparedStatement(
    select(told, *(outbox.c[name].label(f"out_{name}") for name in _SENT), staff.c.name)
    .join(outbox, outbox.c.id == told.c.outbox_id)
    .join(staff, staff.c.id == told.c.by)
    .where(told.c.conversation_id == bindparam("conversation"))
    .order_by(told.c.outbox_id)
)
