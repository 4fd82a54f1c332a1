"""Erasing a person: the key first, then the words, the contact and the link, and a line in the ledger.

What stays: that there was a conversation with so many answers, all marked withdrawn, and which consents were given.
The caller folds SQLite's log (`Database.checkpoint`) and keeps the ledger beside the key file (`storage.people.erasure_log`), so
that a restored backup forgets the person again.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, or_, select, update

from feedback.channels import EMAIL
from storage.crypto.vault import Vault
from storage.db import counters
from storage.db.dialect import insert_into
from storage.people import introduced, paid
from storage.tables import (
    answers,
    case_studies,
    codings,
    comments,
    consents,
    contacts,
    conversations,
    erasure_ledger,
    flags,
    inbox,
    interview_times,
    interviews,
    invitations,
    kept_forms,
    letters,
    links,
    mails,
    memberships,
    misunderstandings,
    notes,
    outbox,
    people,
    reply_drafts,
    requests,
    return_codes,
    second_looks,
    staff_acts,
    staff_asks,
    suppressions,
    vault_keys,
)

Why = Literal["asked", "no consent", "no reply"]
_AT_ONCE = 500
"""Ids in one question to the database: fewer than any limit of parameters."""


def erase(tx: Connection, vault: Vault, *, person_id: str, why: Why, now: datetime) -> bool:
    """Erase everything that a person said and the way to them. Returns False if there is no such person.

    Somebody who asked to be erased loses an imported contact too; it stays for one who only did not consent. Doing
    it twice changes nothing.
    """
    vault.forget(tx, person_id)
    gone = update(people).where(people.c.id == person_id, people.c.erased_at.is_(None))
    if not tx.execute(gone.values(erased_at=now)).rowcount:
        return False
    _wipe(tx, vault, conversations.c.person_id == person_id, why, now)
    # What staff had typed about somebody while they signed in again. It is sealed for passage, so it is all or none.
    tx.execute(delete(kept_forms))
    _remove_contacts(tx, vault, person_id, now, keep_imported=why != "asked")
    introduced.forget_of(tx, person_id=person_id)
    paid.forget_of(tx, vault, person_id=person_id)
    _forget_talks(tx, person_id)
    tx.execute(delete(staff_asks).where(staff_asks.c.person_id == person_id))
    tx.execute(delete(return_codes).where(return_codes.c.person_id == person_id))
    ledger = insert_into(tx, erasure_ledger).on_conflict_do_nothing()
    tx.execute(ledger, {"person_id": person_id, "at": now, "why": why})
    return True


def _forget_talks(tx: Connection, person_id: str) -> None:
    theirs = select(interviews.c.id).where(interviews.c.person_id == person_id)
    tx.execute(delete(interview_times).where(interview_times.c.interview_id.in_(theirs)))
    tx.execute(delete(interviews).where(interviews.c.person_id == person_id))


def erase_conversation(tx: Connection, vault: Vault, *, conversation_id: str, why: Why, now: datetime) -> None:
    """Erase one conversation that got no consent, and the person too if they have said nothing else.

    A person who agreed to an earlier conversation keeps that one: only `asked` reaches it.
    """
    found = select(conversations.c.person_id).where(conversations.c.id == conversation_id)
    person_id = tx.execute(found).scalar_one()
    others = select(conversations.c.id).where(
        conversations.c.person_id == person_id,
        conversations.c.id != conversation_id,
        conversations.c.state.is_not(None),
    )
    if why == "asked" or tx.execute(others.limit(1)).first() is None:
        erase(tx, vault, person_id=person_id, why=why, now=now)
        return
    _wipe(tx, vault, conversations.c.id == conversation_id, why, now)
    tx.execute(delete(return_codes).where(return_codes.c.conversation_id == conversation_id))


def replay(tx: Connection, vault: Vault, *, person_ids: Iterable[str], now: datetime) -> int:
    """Erase again whoever a ledger names and a restored database still knows; return how many."""
    return sum(erase(tx, vault, person_id=person_id, why="asked", now=now) for person_id in person_ids)


def still_known(tx: Connection, *, person_ids: Sequence[str]) -> tuple[str, ...]:
    """Return whom of a ledger this database has not erased: it is older than the ledger."""
    return _among(tx, select(people.c.id).where(people.c.erased_at.is_(None)), people.c.id, person_ids)


def readable(tx: Connection, *, person_ids: Sequence[str]) -> tuple[str, ...]:
    """Return whose key is there, of people who were erased: none, where all is well."""
    return _among(tx, select(vault_keys.c.owner), vault_keys.c.owner, person_ids)


def _among(tx: Connection, query: Select[str], column: ColumnElement[str], ids: Sequence[str]) -> tuple[str, ...]:
    parts = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    return tuple(one for part in parts for one in tx.execute(query.where(column.in_(part))).scalars())


def erased_people(tx: Connection) -> tuple[str, ...]:
    """Return everybody in the ledger of this database."""
    return tuple(tx.execute(select(erasure_ledger.c.person_id)).scalars())


def remove_contact(tx: Connection, vault: Vault, *, contact_id: str) -> None:
    """Remove an address, its key, its groups and its link; invitations and messages keep no trace of it."""
    vault.forget(tx, contact_id)
    tx.execute(update(outbox).where(outbox.c.contact_id == contact_id).values(contact_id=None))
    tx.execute(update(invitations).where(invitations.c.contact_id == contact_id).values(contact_id=None))
    tx.execute(update(letters).where(letters.c.contact_id == contact_id).values(contact_id=None))
    tx.execute(delete(contacts).where(contacts.c.id == contact_id))


def expire_links(tx: Connection, vault: Vault, *, now: datetime) -> int:
    """Remove the links whose time is over, and with them every address that nobody brought in; return how many.

    What the person said stays, and their return code still leads to it; who they are is gone.
    """
    over = tx.execute(select(links.c.contact_id).where(links.c.expires_at <= now)).scalars().all()
    brought_in = set(tx.execute(select(memberships.c.contact_id).where(memberships.c.contact_id.in_(over))).scalars())
    tx.execute(update(conversations).where(conversations.c.contact_id.in_(over)).values(contact_id=None))
    tx.execute(delete(links).where(links.c.contact_id.in_(over)))
    for contact_id in over:
        if contact_id not in brought_in:
            remove_contact(tx, vault, contact_id=contact_id)
    return len(over)


def _wipe(tx: Connection, vault: Vault, which: ColumnElement[bool], why: Why, now: datetime) -> None:
    ids = select(conversations.c.id).where(which)
    counters.add(tx, name=counters.ERASED, day=now.date())
    could_be_read = (consents.c.conversation_id.in_(ids), consents.c.switch == "take_part", consents.c.granted)
    if tx.execute(select(consents.c.id).where(*could_be_read).limit(1)).first() is not None:
        vault.tell_erased(tx)
    _count_without_yes(tx, which, now)
    withdrawn = {"state": "withdrawn", "value": None, "words": None}
    tx.execute(update(answers).where(answers.c.conversation_id.in_(ids)).values(withdrawn))
    tx.execute(update(comments).where(comments.c.conversation_id.in_(ids)).values(words=None, is_held=False))
    tx.execute(delete(misunderstandings).where(misunderstandings.c.conversation_id.in_(ids)))
    tx.execute(delete(second_looks).where(second_looks.c.conversation_id.in_(ids)))
    tx.execute(update(flags).where(flags.c.conversation_id.in_(ids)).values(matched=None))
    tx.execute(delete(mails).where(mails.c.conversation_id.in_(ids)))
    tx.execute(update(letters).where(letters.c.conversation_id.in_(ids)).values(sent=None, raw=None))
    tx.execute(update(requests).where(requests.c.conversation_id.in_(ids)).values(is_wanted=False, draft=None))
    _take_stories_off(tx, ids, now)
    _wipe_what_staff_wrote(tx, ids)
    theirs = update(outbox).where(outbox.c.conversation_id.in_(ids))
    # What is on its way already goes on; what waits must not be sent without its words.
    tx.execute(theirs.where(outbox.c.state == "waiting").values(state="refused", reason="erased", sent_at=now))
    tx.execute(theirs.values(body=None))
    ended = {
        "state": None,
        "contact_id": None,
        "due_at": None,
        "messages": 0,
        # A step that began before this is stale now, and cannot write its words back.
        "turn": conversations.c.turn + 1,
        "finished_at": now,
    }
    tx.execute(update(conversations).where(which).values(ended | ({"stage": "deleted"} if why == "asked" else {})))


def _take_stories_off(tx: Connection, ids: Select[*tuple[object, ...]], now: datetime) -> None:
    """Leave nothing of a story on the public page. Where else it stands stays known, so that it is taken down there."""
    stories = update(case_studies).where(case_studies.c.conversation_id.in_(ids))
    tx.execute(stories.values(words=None))
    tx.execute(stories.where(case_studies.c.taken_off_at.is_(None)).values(taken_off_by="erased", taken_off_at=now))


def _count_without_yes(tx: Connection, which: ColumnElement[bool], now: datetime) -> None:
    """Count the messages that nobody agreed to, before they are gone: a term of their own in what became of all."""
    agreed = exists().where(
        consents.c.conversation_id == conversations.c.id, consents.c.switch == "take_part", consents.c.granted
    )
    lost = select(func.coalesce(func.sum(conversations.c.messages), 0)).where(which, ~agreed)
    if count := int(tx.execute(lost).scalar_one()):
        counters.add(tx, name=counters.WITHOUT_YES, day=now.date(), count=count)


def _wipe_what_staff_wrote(tx: Connection, ids: Select[*tuple[object, ...]]) -> None:
    """Leave nothing of what staff wrote about somebody, nor of rows as they were; themes stay, as counts do."""
    tx.execute(update(notes).where(notes.c.conversation_id.in_(ids)).values(words=None))
    tx.execute(delete(reply_drafts).where(reply_drafts.c.conversation_id.in_(ids)))
    tx.execute(update(staff_acts).where(staff_acts.c.conversation_id.in_(ids)).values(changes=None))
    of_answers = codings.c.answer_id.in_(select(answers.c.id).where(answers.c.conversation_id.in_(ids)))
    of_comments = codings.c.comment_id.in_(select(comments.c.id).where(comments.c.conversation_id.in_(ids)))
    tx.execute(update(codings).where(or_(of_answers, of_comments)).values(memo=None))


def _want_no_letters(tx: Connection, lookups: Select[tuple[bytes]], now: datetime) -> None:
    """Let nobody come back with a later list who had everything erased. Only the keyed hash of the address stays."""
    for lookup in tx.execute(lookups).scalars().all():
        row = {"lookup": lookup, "why": "forgotten", "at": now}
        tx.execute(insert_into(tx, suppressions).on_conflict_do_nothing(), row)


def _remove_contacts(tx: Connection, vault: Vault, person_id: str, now: datetime, *, keep_imported: bool) -> None:
    theirs = select(contacts.c.lookup).join(links, links.c.contact_id == contacts.c.id)
    # While the links still tell which addresses were theirs.
    if not keep_imported:
        _want_no_letters(tx, theirs.where(links.c.person_id == person_id, contacts.c.channel == EMAIL.name), now)
    sent = inbox.c.sender.in_(theirs.where(links.c.person_id == person_id))
    tx.execute(update(inbox).where(sent, inbox.c.state == "quarantined").values(raw=None))
    leaving = select(links.c.contact_id).where(links.c.person_id == person_id)
    if keep_imported:
        leaving = leaving.where(~exists().where(memberships.c.contact_id == links.c.contact_id))
    for contact_id in tx.execute(leaving).scalars().all():
        remove_contact(tx, vault, contact_id=contact_id)
    tx.execute(delete(links).where(links.c.person_id == person_id))
