"""What happened in one step, written down: one function for each kind of event of `feedback.conversation.events`."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from sqlalchemy import Connection, bindparam, func, insert, select, update

from feedback.conversation.events import (
    Answered,
    AskAnswered,
    Commented,
    Consented,
    Distressed,
    Erased,
    Event,
    HelpShown,
    Misunderstood,
    Moved,
    PersonAsked,
    Renewed,
    Requested,
    Said,
    TookBack,
)
from feedback.conversation.serialisation import dump_pieces, dump_value
from feedback.conversation.state import Conversation
from feedback.flows.model import QUEUE_OF, Queue
from storage.crypto.vault import Vault
from storage.db import counters
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import insert_into
from storage.tables import answers, comments, consents, flags, misunderstandings, person_requests, requests

ANSWER_WORDS = "answer.words"
COMMENT_WORDS = "comment.words"
FLAG_MATCHED = "flag.matched"


@dataclass(frozen=True)
class EventContext:
    """The step that events belong to: the conversation as it is after it, whose it is, and when."""

    conversation: Conversation
    person_id: str
    now: datetime


def record(tx: Connection, vault: Vault, scene: EventContext, events: Sequence[Event]) -> None:
    """Write down what happened. Moved, Renewed, Said and Erased are the conversation's own and not written here."""
    for event in events:
        match event:
            case Answered():
                _answered(tx, vault, scene, event)
            case Commented():
                _commented(tx, vault, scene, event)
            case Misunderstood() | Requested():
                _record_marks(tx, scene, event)
            case Consented():
                _consented(tx, scene, event)
            case Distressed() | HelpShown() | PersonAsked():
                _record_care(tx, vault, scene, event)
            # What staff asked may be of another conversation: `storage.involvement.settling` takes the answers.
            case Moved() | Renewed() | Said() | Erased() | AskAnswered() | TookBack():
                continue
            case _:  # pragma: no cover - mypy proves that there is no other
                assert_never(event)


def _record_marks(tx: Connection, scene: EventContext, event: Misunderstood | Requested) -> None:
    match event:
        case Misunderstood():
            _misunderstood(tx, scene, event)
        case Requested():
            _requested(tx, scene, event.queue, is_wanted=event.is_wanted)


def _record_care(
    tx: Connection, vault: Vault, scene: EventContext, event: Distressed | HelpShown | PersonAsked
) -> None:
    match event:
        case Distressed():
            _distressed(tx, vault, scene, event)
        case HelpShown():
            counters.add(tx, name=counters.HELP_SHOWN, day=scene.now.date())
        case PersonAsked():
            _person_asked(tx, scene, event)
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(event)


def answer_row(conversation_id: str, question: str, revision: int) -> str:
    """Return the name that the words of one revision of an answer are sealed to."""
    return f"{conversation_id}/{question}/{revision}"


def _answered(tx: Connection, vault: Vault, scene: EventContext, event: Answered) -> None:
    talk, answer = scene.conversation, event.answer
    if answer.revision > 1:
        tx.execute(_supersede_answer, {"conversation": talk.id, "about": event.question})
    row = answer_row(talk.id, event.question, answer.revision)
    words = dump_pieces(answer.pieces) if answer.pieces else None
    _insert_answer.change(
        tx,
        {
            "conversation_id": talk.id,
            "question": event.question,
            "revision": answer.revision,
            "is_current": True,
            "state": answer.state,
            "value": None if answer.value is None else dump_value(answer.value),
            "words": vault.seal(tx, scene.person_id, ANSWER_WORDS, words, row) if words else None,
            "has_own_words": bool(words) and event.has_own_words,
            "at": answer.at,
            "channel": talk.channel,
            "language": talk.language,
        },
    )


def _commented(tx: Connection, vault: Vault, scene: EventContext, event: Commented) -> None:
    talk, message = scene.conversation, event.piece.message
    revision = _next_revision(tx, talk.id, message) if event.is_edit else 1
    words = dump_pieces((event.piece,))
    _insert_comment.change(
        tx,
        {
            "conversation_id": talk.id,
            "message": message,
            "revision": revision,
            "is_current": True,
            "words": vault.seal(tx, scene.person_id, COMMENT_WORDS, words, talk.id),
            "media": event.media,
            "is_forward": event.is_forward,
            "is_held": not talk.consents.get("take_part", False),
            "at": scene.now,
            "channel": talk.channel,
            "language": talk.language,
        },
    )


def _next_revision(tx: Connection, conversation_id: str, message: str) -> int:
    """Make room for a new wording of a comment: the old one stays as history."""
    same = (comments.c.conversation_id == conversation_id, comments.c.message == message)
    latest: int = tx.execute(select(func.coalesce(func.max(comments.c.revision), 0)).where(*same)).scalar_one()
    tx.execute(update(comments).where(*same).values(is_current=False))
    return latest + 1


def _misunderstood(tx: Connection, scene: EventContext, event: Misunderstood) -> None:
    """Note it once for each conversation: how often says nothing more of the question."""
    row = {"conversation_id": scene.conversation.id, "question": event.question, "how": event.how}
    tx.execute(insert_into(tx, misunderstandings).on_conflict_do_nothing(), row)


def _consented(tx: Connection, scene: EventContext, event: Consented) -> None:
    talk = scene.conversation
    _insert_consent.change(
        tx,
        {
            "person_id": scene.person_id,
            "conversation_id": talk.id,
            "switch": event.switch,
            "granted": event.granted,
            "wording": event.wording,
            "wording_hash": hashlib.sha256(event.wording.encode()).hexdigest(),
            "language": talk.language,
            "channel": talk.channel,
            "at": scene.now,
        },
    )
    if event.switch in QUEUE_OF:
        _requested(tx, scene, QUEUE_OF[event.switch], is_wanted=event.granted)
    if event.switch == "take_part" and event.granted:
        _release.change(tx, {"releasing": talk.id, "is_held": False})


def _requested(tx: Connection, scene: EventContext, queue: Queue, *, is_wanted: bool) -> None:
    """Put somebody into a queue of staff, or note that they want it no longer. How far staff are stays."""
    key = {"conversation_id": scene.conversation.id, "queue": queue}
    put = insert_into(tx, requests)
    if not is_wanted:
        tx.execute(update(requests).where(*(requests.c[name] == key[name] for name in key)).values(is_wanted=False))
        return
    again = put.on_conflict_do_update(index_elements=list(key), set_={"is_wanted": True, "asked_at": scene.now})
    tx.execute(again, {**key, "asked_at": scene.now, "is_wanted": True, "state": "new"})


def _distressed(tx: Connection, vault: Vault, scene: EventContext, event: Distressed) -> None:
    talk = scene.conversation
    matched = vault.seal(tx, scene.person_id, FLAG_MATCHED, event.matched, talk.id)
    row = {"conversation_id": talk.id, "tag": event.tag, "matched": matched, "at": scene.now, "state": "open"}
    tx.execute(insert(flags), row)


def _person_asked(tx: Connection, scene: EventContext, event: PersonAsked) -> None:
    """Open a request, or complete the one that is still open with whether we may write here."""
    talk = scene.conversation
    is_open = (person_requests.c.conversation_id == talk.id, person_requests.c.answered_at.is_(None))
    if event.may_contact is not None:
        known = update(person_requests).where(*is_open, person_requests.c.may_contact.is_(None))
        if tx.execute(known.values(may_contact=event.may_contact)).rowcount:
            return
    row = {"conversation_id": talk.id, "may_contact": event.may_contact, "at": scene.now}
    tx.execute(insert(person_requests), row)


_insert_answer = PreparedStatement(insert(answers))
_insert_comment = PreparedStatement(insert(comments))
_insert_consent = PreparedStatement(insert(consents))
_release = PreparedStatement(update(comments).where(comments.c.conversation_id == bindparam("releasing")))
_supersede_answer = (
    update(answers)
    .where(answers.c.conversation_id == bindparam("conversation"), answers.c.question == bindparam("about"))
    .where(answers.c.is_current)
    .values(is_current=False)
)
