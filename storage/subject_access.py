"""Everything that is kept about one person, for that person: plain values that JSON can hold."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from feedback.conversation.serialisation import load_pieces, load_value
from storage.conversations.events import ANSWER_WORDS, COMMENT_WORDS, FLAG_MATCHED, answer_row
from storage.crypto.vault import Vault
from storage.db.typed_rows import rows_as
from storage.involvement import asks, case_studies, interviews, introductions, payments
from storage.people import people
from storage.review import case_list, replies
from storage.review.requests import DRAFT
from storage.review.told_back import public_pages
from storage.review.work import drafts
from storage.review.work.notes import NOTE_WORDS
from storage.tables import (
    answers,
    comments,
    consents,
    contacts,
    conversations,
    flags,
    links,
    misunderstandings,
    notes,
    person_requests,
    requests,
)
from storage.tables.people import ContactRow
from storage.tables.read import NoteRow
from storage.tables.said import (
    AnswerRow,
    CommentRow,
    ConsentRow,
    ConversationRow,
    FlagRow,
    PersonRequestRow,
    RequestRow,
)

Shape = TypeVar("Shape")


def mydata(tx: Connection, vault: Vault, *, person_id: str) -> dict[str, object]:
    """Return a person's contacts and conversations, every word of them; empty lists after erasure."""
    theirs = select(contacts).join(links, links.c.contact_id == contacts.c.id).where(links.c.person_id == person_id)
    held = select(conversations).where(conversations.c.person_id == person_id, conversations.c.state.is_not(None))
    return {
        "person": person_id,
        "contacts": [_contact(tx, vault, row) for row in rows_as(ContactRow, tx.execute(theirs))],
        "conversations": [
            _conversation(tx, vault, row)
            for row in rows_as(ConversationRow, tx.execute(held.order_by(conversations.c.started_at)))
        ],
        "meeting_others": list(introductions.of_person(tx, vault, person_id=person_id)),
        "talks_with_us": list(interviews.of_person(tx, vault, person_id=person_id)),
        "asked_by_staff": [_asked(kept) for kept in asks.of_person(tx, vault, person_id=person_id)],
        "payments": [_offered(terms) for terms in payments.of_person(tx, vault, person_id=person_id)],
    }


def of_contact(tx: Connection, vault: Vault, *, contact_id: str) -> dict[str, object]:
    """Return, in the same shape, what is kept about a contact that was brought in and has said nothing yet."""
    rows = rows_as(ContactRow, tx.execute(select(contacts).where(contacts.c.id == contact_id)))
    return {
        "person": None,
        "contacts": [_contact(tx, vault, row) for row in rows],
        "conversations": [],
        "meeting_others": [],
        "talks_with_us": [],
        "asked_by_staff": [],
        "payments": [],
    }


def _asked(kept: asks.KeptAsk) -> dict[str, object]:
    return {
        "about": kept.kind,
        "words": kept.words,
        "offered": [label for _, label in kept.choices],
        "at": _time(kept.put_at or kept.made_at),
        "said": kept.said,
        "own_words": kept.own_words,
        "answered_at": _time(kept.answered_at),
        "began_conversation": kept.begun_id,
    }


def _offered(terms: payments.OfferTerms) -> dict[str, object]:
    return {
        "activity": terms.activity,
        "what_for": terms.what_for,
        "offered_pence": terms.offered,
        "paid_pence": terms.paid,
        "expenses_pence": terms.expenses,
        "way": terms.way,
        "state": terms.state,
        "offered_on": terms.offered_on.isoformat(),
        "settled_on": terms.settled_on.isoformat() if terms.settled_on else None,
        "told_of_benefits_advice": terms.is_advised,
    }


def _contact(tx: Connection, vault: Vault, row: ContactRow) -> dict[str, object]:
    return {
        "channel": row.channel,
        "address": vault.open(tx, row.id, people.ADDRESS, row.address, row.id) if row.address is not None else "",
        "name": vault.open(tx, row.id, people.NAME, row.name, row.id) if row.name is not None else "",
        "role": row.role,
        "nation": row.nation,
        "language": row.language,
        "since": _time(row.created_at),
    }


def _conversation(tx: Connection, vault: Vault, row: ConversationRow) -> dict[str, object]:
    return {
        "conversation": row.id,
        "flow": row.flow,
        "channel": row.channel,
        "language": row.language,
        "stage": row.stage,
        "started_at": _time(row.started_at),
        "heard_at": _time(row.heard_at),
        "finished_at": _time(row.finished_at),
        "answers": [_answer(tx, vault, row.person_id, found) for found in _rows(tx, answers, AnswerRow, row.id)],
        "not_understood": _misunderstood(tx, row.id),
        "comments": [_comment(tx, vault, row.person_id, found) for found in _rows(tx, comments, CommentRow, row.id)],
        "consents": [
            {"switch": found.switch, "granted": found.granted, "wording": found.wording, "at": _time(found.at)}
            for found in _rows(tx, consents, ConsentRow, row.id)
        ],
        "please_read": [_flag(tx, vault, row.person_id, found) for found in _rows(tx, flags, FlagRow, row.id)],
        "asked_for_a_person": [
            {"at": _time(found.at), "may_contact": found.may_contact}
            for found in _rows(tx, person_requests, PersonRequestRow, row.id)
        ],
        "stories_on_our_page": [
            {"words": study.words, "since": _time(study.published_at)}
            for study in case_studies.of_conversation(tx, vault, conversation_id=row.id)
        ],
        "messages_from_staff": _from_staff(tx, vault, row.id),
        "quoted_on_our_page": _quoted(tx, row.id),
        "asked_for": [_request(tx, vault, row.person_id, found) for found in _requests(tx, row.id)],
        "notes_by_staff": [
            {"words": vault.open(tx, row.person_id, NOTE_WORDS, found.words, found.id), "at": _time(found.at)}
            for found in _rows(tx, notes, NoteRow, row.id)
            if found.words is not None
        ],
        "answers_begun_by_staff": [
            {"words": draft.words, "at": _time(draft.at)}
            for draft in drafts.of_conversation(tx, vault, conversation_id=row.id, person_id=row.person_id)
        ],
    }


def _from_staff(tx: Connection, vault: Vault, conversation_id: str) -> list[dict[str, object]]:
    """Return what staff wrote to the person: answers, what was done, and findings."""
    case = case_list.case(tx, conversation_id=conversation_id)
    written = replies.of_conversation(tx, vault, case=case) if case else ()
    return [{"words": one.words, "at": _time(one.at), "state": one.state} for one in written]


def _quoted(tx: Connection, conversation_id: str) -> list[str]:
    """Return the questions whose words stand on a public page; `said besides` for words that belong to none."""
    refs = public_pages.quoted(tx)
    given = (one for one in _rows(tx, answers, AnswerRow, conversation_id) if f"a{one.id}" in refs)
    besides = any(f"c{one.id}" in refs for one in _rows(tx, comments, CommentRow, conversation_id))
    return [*(one.question for one in given), *(["said besides"] if besides else [])]


def _rows(tx: Connection, table: Table, shape: type[Shape], conversation_id: str) -> list[Shape]:
    theirs = select(table).where(table.c.conversation_id == conversation_id)
    return rows_as(shape, tx.execute(theirs.order_by(table.c.id)))


def _requests(tx: Connection, conversation_id: str) -> list[RequestRow]:
    mine = select(requests).where(requests.c.conversation_id == conversation_id)
    return rows_as(RequestRow, tx.execute(mine.order_by(requests.c.queue)))


def _misunderstood(tx: Connection, conversation_id: str) -> list[dict[str, object]]:
    named = (misunderstandings.c.question, misunderstandings.c.how)
    mine = select(*named).where(misunderstandings.c.conversation_id == conversation_id).order_by(*named)
    return [{"question": question, "what": how} for question, how in tx.execute(mine)]


def _request(tx: Connection, vault: Vault, person_id: str, row: RequestRow) -> dict[str, object]:
    sealed = row.draft
    return {
        "what": row.queue,
        "at": _time(row.asked_at),
        "wanted": row.is_wanted,
        "state": row.state,
        "case_study": "" if sealed is None else vault.open(tx, person_id, DRAFT, sealed, row.conversation_id),
    }


def _answer(tx: Connection, vault: Vault, person_id: str, row: AnswerRow) -> dict[str, object]:
    named = answer_row(row.conversation_id, row.question, row.revision)
    sealed = vault.open(tx, person_id, ANSWER_WORDS, row.words, named) if row.words is not None else "[]"
    return {
        "question": row.question,
        "revision": row.revision,
        "state": row.state,
        "value": None if row.value is None else load_value(row.value),
        "words": [piece.words for piece in load_pieces(sealed)],
        "at": _time(row.at),
    }


def _comment(tx: Connection, vault: Vault, person_id: str, row: CommentRow) -> dict[str, object]:
    sealed = vault.open(tx, person_id, COMMENT_WORDS, row.words, row.conversation_id) if row.words is not None else "[]"
    words = [piece.words for piece in load_pieces(sealed)]
    return {"words": words, "media": row.media, "revision": row.revision, "at": _time(row.at)}


def _flag(tx: Connection, vault: Vault, person_id: str, row: FlagRow) -> dict[str, object]:
    sealed = row.matched
    matched = "" if sealed is None else vault.open(tx, person_id, FLAG_MATCHED, sealed, row.conversation_id)
    return {"tag": row.tag, "matched": matched, "at": _time(row.at)}


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
