"""What goes out: stored before the first try, in order for each contact, and ending as sent, refused or unknown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    case,
    exists,
    insert,
    or_,
    select,
    update,
)

from feedback.channels import channel_named, registered
from feedback.conversation.messages import Outbound
from feedback.conversation.serialisation import dump_outbound, load_outbound
from storage.crypto.vault import TRANSIT, Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import at_most, constant, letters
from storage.db.errors import KeyErased
from storage.db.typed_rows import rows_as
from storage.tables import contacts, outbox, services, told

_WAITING = constant("waiting")
_SENDING = constant("sending")
_IS_LETTER = outbox.c.channel.in_(letters())
_BODY = "outbox.body"
_URGENT = ("help", "alert")
"""An alert to the team goes before a campaign of letters: somebody may be in danger."""
_ADDRESS = "outbox.address"
_PROMPTS_LOOKED_AT = 20
"""A guess: nobody answers the twentieth question back. Without an end, a long conversation would be read whole."""


@dataclass(frozen=True)
class Destination:
    """Where messages go. `address` is given for a farewell only, whose contact is erased with everything else."""

    channel: str
    turn: int
    now: datetime
    conversation_id: str | None = None
    person_id: str | None = None
    contact_id: str | None = None
    address: str = ""


@dataclass(frozen=True)
class DueMessage:
    """A message to send now. `id` is the key of the send; `is_doubtful`: an earlier try may have arrived."""

    id: int
    conversation_id: str | None
    contact_id: str | None
    channel: str
    address: str
    kind: str
    about: str
    outbound: Outbound
    tries: int
    is_doubtful: bool
    created_at: datetime


class SendRow(NamedTuple):
    """A message as it stands in its table, with the sealed address of its contact."""

    id: int
    conversation_id: str | None
    contact_id: str | None
    invitation_id: str | None
    person_id: str | None
    address: bytes | None
    contact_address: bytes | None
    channel: str
    kind: str
    about: str
    body: bytes | None
    sealed_for: str
    tries: int
    is_doubtful: bool
    created_at: datetime
    reason: str
    first_tried_at: datetime | None


def queue(tx: Connection, vault: Vault, post: Destination, outbounds: Sequence[Outbound]) -> None:
    """Store messages to one contact, in their order. For the web they count as sent: the page shows them."""
    for outbound in outbounds:
        _insert.change(tx, _row(tx, vault, post, outbound))


def queue_alert(tx: Connection, vault: Vault, post: Destination, outbound: Outbound) -> int:
    """Store a message to one of the team and return its id. Nothing of it is kept once it has ended."""
    return int(tx.execute(insert(outbox).returning(outbox.c.id), _row(tx, vault, post, outbound)).scalar_one())


def claim_due(tx: Connection, vault: Vault, *, now: datetime, limit: int) -> tuple[DueMessage, ...]:
    """Mark messages as being sent and return them: help first, then in the order of writing.

    Never a later message of a contact before the earlier one is settled, and never two of one contact at once.
    """
    rows = _due(limit).rows(tx, {"now": now})
    if not rows:
        return ()
    start(tx, outbox_ids=[row.id for row in rows])
    opened = [(row, _opened(tx, vault, row)) for row in rows]
    for row, message in opened:
        if message is None:
            refused(tx, outbox_id=row.id, reason="erased", now=now)
    return tuple(message for _, message in opened if message)


def start(tx: Connection, *, outbox_ids: Sequence[int]) -> None:
    """Mark messages as being sent."""
    for number in outbox_ids:
        _start.change(tx, {"starting": number, "state": "sending"})


def claimed(tx: Connection, *, outbox_ids: Sequence[int], by: int) -> None:
    """Note which service sends messages that are marked as being sent. What it leaves behind, others send (`leases`)."""
    tx.execute(update(outbox).where(outbox.c.id.in_(outbox_ids)).values(claimed_by=by))


def due_by_email(now: datetime, limit: int) -> Select[*tuple[object, ...]]:
    """Return the query for what is due by email, which has a loop of its own: it is slower than any chat."""
    return _ready.where(_IS_LETTER, outbox.c.next_at <= now).limit(limit)


def message(tx: Connection, vault: Vault, row: SendRow) -> Outbound:
    """Return what a row says. Raises KeyErased when its words are gone."""
    return _outbound(tx, vault, row)


def sent(tx: Connection, *, outbox_id: int, provider_id: str, now: datetime) -> None:
    """Record that a message arrived, under the name that the provider gives it."""
    _settled(tx, outbox_id, state="sent", provider_id=provider_id, sent_at=now)


def refused(tx: Connection, *, outbox_id: int, reason: str, now: datetime) -> None:
    """Record that a message can never arrive. `reason` is for staff and holds no words and no address."""
    _settled(tx, outbox_id, state="refused", reason=reason, sent_at=now)


def blame(tx: Connection, *, outbox_id: int, fault: str) -> None:
    """Record whose fault it is that a letter did not arrive: address, message, us or provider."""
    tx.execute(update(outbox).where(outbox.c.id == outbox_id).values(fault=fault))


def first_tried(tx: Connection, *, outbox_id: int, now: datetime) -> None:
    """Record when a letter was first tried. Later tries change nothing."""
    untried = update(outbox).where(outbox.c.id == outbox_id, outbox.c.first_tried_at.is_(None))
    tx.execute(untried.values(first_tried_at=now))


def unknown(tx: Connection, *, outbox_id: int, reason: str, now: datetime) -> None:
    """Record that a message may or may not have arrived, and will not be tried again."""
    _settled(tx, outbox_id, state="unknown", reason=reason, sent_at=now)


def put_off(tx: Connection, *, outbox_id: int, next_at: datetime, doubtful: bool, reason: str = "") -> None:
    """Try a message again later. `doubtful`: this try may have arrived."""
    values = {"state": "waiting", "next_at": next_at, "reason": reason}
    _settle.change(tx, {"settling": outbox_id, **values, **({"is_doubtful": True} if doubtful else {})})


def recover(tx: Connection) -> int:
    """At start: let what was being sent when the program ended wait again, as doubtful; return how many. Others keep theirs."""
    return tx.execute(_left_behind.where(~_IS_LETTER)).rowcount


def recover_by_email(tx: Connection) -> int:
    """Do the same for letters."""
    return tx.execute(_left_behind.where(_IS_LETTER)).rowcount


def give_up(tx: Connection, *, contact_id: str, reason: str, now: datetime) -> int:
    """Refuse everything that waits for a contact (who blocked us, or is erased); return how many."""
    waiting = update(outbox).where(outbox.c.contact_id == contact_id, outbox.c.state == _WAITING)
    return tx.execute(waiting.values(state="refused", reason=reason, sent_at=now)).rowcount


class Sight(NamedTuple):
    """What the person had in front of them when they wrote: the question, None when in doubt.

    `is_crossed`: something that we asked later could not be read yet.
    """

    about: str | None
    is_crossed: bool = False


def sight_of(tx: Connection, *, conversation_id: str, message_id: int) -> Sight:
    """Return what the person had been asked last when they sent the chat message `message_id`.

    Ids of messages grow in one chat in both directions, so a question with a smaller id stood above the answer. One
    that was sent twice is known by its second id only: the answer may have been to the first.
    """
    is_crossed = False
    for row in _prompts.each(tx, {"conversation": conversation_id}):
        has_id = row.state == "sent" and row.provider_id and row.provider_id.isdecimal()
        if has_id and int(row.provider_id) < message_id:
            return Sight(str(row.about), is_crossed)
        if row.is_doubtful or not (has_id or row.state in ("refused", "waiting")):
            return Sight(None)
        is_crossed = is_crossed or row.state != "refused"
    return Sight(None)


def asked_in(tx: Connection, *, conversation_id: str, provider_id: str) -> str | None:
    """Return what a message of ours asked, by the provider's id of it; None for one that asked nothing."""
    ours = (outbox.c.conversation_id == conversation_id, outbox.c.provider_id == provider_id, outbox.c.about != "")
    return tx.execute(select(outbox.c.about).where(*ours).limit(1)).scalar_one_or_none()


def messages_of_turn(tx: Connection, vault: Vault, *, conversation_id: str) -> tuple[Outbound, ...]:
    """Return the messages of the latest turn that said anything, in order; none after they are erased.

    What staff wrote is among them once it is noted as read, and was not taken back.
    """
    ours = outbox.c.conversation_id == conversation_id
    taken_back = select(told.c.outbox_id).where(
        told.c.conversation_id == conversation_id, told.c.taken_back_at.is_not(None)
    )
    is_shown = (outbox.c.turn == _newest(conversation_id), outbox.c.id.not_in(unread_in(conversation_id)))
    query = select(outbox).where(ours, *is_shown, outbox.c.id.not_in(taken_back))
    rows = rows_as(SendRow, tx.execute(query.order_by(outbox.c.id)))
    return tuple(_outbound(tx, vault, row) for row in rows if row.body is not None)


def join_latest_turn(tx: Connection, *, conversation_id: str, outbox_ids: Sequence[int]) -> None:
    """Let messages be part of the latest turn, so that the page which shows that turn shows them, however often."""
    moved = update(outbox).where(outbox.c.id.in_(outbox_ids))
    tx.execute(moved.values(turn=_newest(conversation_id)))


def _newest(conversation_id: str) -> ScalarSelect[int]:
    ours = outbox.alias("ours")
    turns = select(ours.c.turn).where(ours.c.conversation_id == conversation_id)
    return turns.order_by(ours.c.id.desc()).limit(1).scalar_subquery()


def unread_in(conversation_id: str) -> Select[int]:
    """Return the query for the messages of staff that no page has shown to the person yet. Chats and letters tell of none."""
    on_page = [channel.name for channel in registered() if channel.shows_at_once]
    query = select(told.c.outbox_id).join(outbox, outbox.c.id == told.c.outbox_id)
    is_unread = (told.c.read_at.is_(None), told.c.taken_back_at.is_(None), outbox.c.state == "sent")
    return query.where(told.c.conversation_id == conversation_id, outbox.c.channel.in_(on_page), *is_unread)


def forget_farewells(tx: Connection, *, before: datetime) -> int:
    """Wipe farewells that a web page had time to show; return how many."""
    old = (outbox.c.body.is_not(None), outbox.c.state == "sent", outbox.c.created_at < before)
    return tx.execute(_wipe.where(*old)).rowcount


def oldest_waiting_at(tx: Connection, *, now: datetime) -> datetime | None:
    """Return since when the oldest message that is due waits. Letters wait for the morning and for their pace."""
    due = select(outbox.c.created_at).where(outbox.c.state == _WAITING, outbox.c.next_at <= now, ~_IS_LETTER)
    return tx.execute(due.order_by(outbox.c.created_at).limit(1)).scalar_one_or_none()


_before = outbox.alias("before")
_is_behind = exists().where(
    _before.c.contact_id == outbox.c.contact_id,
    # Said twice, since only in these words does it fit the index of what is unsettled.
    _before.c.state.in_((_WAITING, _SENDING)),
    or_(
        _before.c.state == _SENDING,
        and_(
            _before.c.state == _WAITING,
            or_(
                _before.c.priority < outbox.c.priority,
                and_(_before.c.priority == outbox.c.priority, _before.c.id < outbox.c.id),
            ),
        ),
    ),
)
_ready = (
    select(outbox, contacts.c.address.label("contact_address"))
    .outerjoin(contacts, contacts.c.id == outbox.c.contact_id)
    .where(outbox.c.state == _WAITING, ~_is_behind)
    .order_by(outbox.c.priority, outbox.c.id)
    .with_for_update(skip_locked=True, of=outbox)
)
_has_sender = outbox.c.claimed_by.in_(select(services.c.id))
_left_behind = (
    update(outbox)
    .where(outbox.c.state == _SENDING, or_(outbox.c.claimed_by.is_(None), ~_has_sender))
    .values(state="waiting", is_doubtful=True)
)
_start = PreparedStatement(update(outbox).where(outbox.c.id == bindparam("starting")).values(tries=outbox.c.tries + 1))
_is_settling = and_(outbox.c.id == bindparam("settling"), or_(outbox.c.state == _SENDING, outbox.c.state == _WAITING))
_settle = PreparedStatement(update(outbox).where(_is_settling))
_is_kept = outbox.c.sealed_for != constant(TRANSIT)
_end = PreparedStatement(
    update(outbox)
    .where(_is_settling)
    .values(address=case((_is_kept, outbox.c.address)), body=case((_is_kept, outbox.c.body)))
)
_insert = PreparedStatement(insert(outbox))
_prompts = PreparedStatement(
    select(outbox.c.about, outbox.c.state, outbox.c.provider_id, outbox.c.is_doubtful)
    .where(outbox.c.conversation_id == bindparam("conversation"), outbox.c.about != "")
    .order_by(outbox.c.id.desc())
    .limit(at_most(_PROMPTS_LOOKED_AT))
)
_wipe = update(outbox).where(outbox.c.sealed_for == TRANSIT).values(address=None, body=None)


@cache
def _due(limit: int) -> PreparedStatement:
    is_due = outbox.c.next_at <= bindparam("now")
    return PreparedStatement(_ready.where(~_IS_LETTER, is_due).limit(at_most(limit)))


def sending_to(contact_id: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a message to a contact is on its way at this moment."""
    under_way = outbox.alias("under_way")
    is_unsettled = under_way.c.state.in_((_WAITING, _SENDING))  # as it stands in the index
    return exists().where(under_way.c.contact_id == contact_id, is_unsettled, under_way.c.state == _SENDING)


def _settled(tx: Connection, outbox_id: int, **values: object) -> None:
    """Record how a message ended, and leave nothing of the last words to somebody erased."""
    _end.change(tx, {"settling": outbox_id, **values})


def _opened(tx: Connection, vault: Vault, row: SendRow) -> DueMessage | None:
    """Return a claimed row as a message, or None when its words or its address were erased."""
    try:
        return DueMessage(
            id=row.id,
            conversation_id=row.conversation_id,
            contact_id=row.contact_id,
            channel=row.channel,
            address=address_of(tx, vault, row),
            kind=row.kind,
            about=row.about,
            outbound=_outbound(tx, vault, row),
            tries=row.tries + 1,
            is_doubtful=row.is_doubtful,
            created_at=row.created_at,
        )
    except KeyErased:
        return None


def address_of(tx: Connection, vault: Vault, row: SendRow) -> str:
    """Return where a row goes. Raises KeyErased when the address is gone."""
    if row.address is not None:
        return vault.open(tx, TRANSIT, _ADDRESS, row.address)
    if row.contact_address is None or row.contact_id is None:
        raise KeyErased("The contact of this message is gone.")
    return vault.open(tx, row.contact_id, "contact.address", row.contact_address, row.contact_id)


def _outbound(tx: Connection, vault: Vault, row: SendRow) -> Outbound:
    if row.body is None:
        raise KeyErased("The words of this message are gone.")
    return load_outbound(vault.open(tx, row.sealed_for, _BODY, row.body, row.conversation_id or ""))


def _row(tx: Connection, vault: Vault, post: Destination, outbound: Outbound) -> dict[str, object]:
    owner = post.person_id or TRANSIT
    is_shown = channel_named(post.channel).shows_at_once
    return {
        "conversation_id": post.conversation_id,
        "person_id": post.person_id,
        "contact_id": post.contact_id,
        "address": vault.seal(tx, TRANSIT, _ADDRESS, post.address) if post.address else None,
        "channel": post.channel,
        "turn": post.turn,
        "kind": outbound.kind,
        "about": outbound.prompt.about if outbound.prompt else "",
        "body": vault.seal(tx, owner, _BODY, dump_outbound(outbound), post.conversation_id or ""),
        "sealed_for": owner,
        "priority": 0 if outbound.kind in _URGENT else 1,
        "state": "sent" if is_shown else "waiting",
        "tries": 0,
        "is_doubtful": False,
        "next_at": post.now,
        "created_at": post.now,
        "sent_at": post.now if is_shown else None,
        "reason": "",
        "fault": "",
    }
