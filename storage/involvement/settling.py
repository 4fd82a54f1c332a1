"""What an answer to staff brings about at once, in the transaction in which it is stored."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update

from feedback.conversation.events import Agreement, AskAnswered, Event, TookBack
from storage.crypto.vault import Vault
from storage.involvement import asks, case_studies, interviews, introductions
from storage.involvement.asks import KeptAsk
from storage.review.requests import State
from storage.tables import conversations, requests

_STORY_STATES: dict[str, State] = {"yes": "approved", "no": "withdrawn", "change": "drafted"}
"""How far a case study is by what the person said to the words that they were shown."""


def settle(tx: Connection, vault: Vault, *, person_id: str, events: Sequence[Event], now: datetime) -> None:
    """Take in what one person answered to staff, or took back. Whoever is not the one who was asked changes nothing."""
    for event in events:
        if isinstance(event, TookBack):
            _take_back(tx, vault, person_id, event.what, now)
        elif isinstance(event, AskAnswered):
            kept = asks.one(tx, vault, ask_id=event.ask.id)
            if kept is not None and kept.person_id == person_id:
                _answered(tx, vault, kept, event, now)


def _answered(tx: Connection, vault: Vault, kept: KeptAsk, event: AskAnswered, now: datetime) -> None:
    # How to reach somebody is kept with the introduction or the talk alone, so that it is forgotten with it.
    words = "" if kept.kind == "meeting" or event.said == "number" else event.words
    asks.answered(tx, vault, kept=kept, said=event.said, words=words, now=now)
    if kept.kind == "case study" and event.said in _STORY_STATES:
        _move_story(tx, kept.subject_id, _STORY_STATES[event.said], now)
    if kept.kind == "meeting":
        introductions.answered(tx, vault, kept=kept, said=event.said, words=event.words, now=now)
    if kept.kind == "interview":
        interviews.answered(tx, vault, kept=kept, said=event.said, words=event.words, now=now)


def _move_story(tx: Connection, conversation_id: str, state: State, now: datetime) -> None:
    """Take a case study on by what the person said. A yes counts only for the words that stand there unchanged."""
    theirs = (requests.c.conversation_id == conversation_id, requests.c.queue == "case_study")
    tx.execute(update(requests).where(*theirs, requests.c.state == "shown").values(state=state, changed_at=now))


def _take_back(tx: Connection, vault: Vault, person_id: str, what: Agreement, now: datetime) -> None:
    if what in ("again", "all"):
        asks.drop_open(tx, person_id=person_id, kinds=("again",))
    if what in ("meeting", "all"):
        introductions.take_back(tx, vault, person_id=person_id, now=now)
        theirs = requests.c.conversation_id.in_(_talks(tx, person_id))
        tx.execute(update(requests).where(theirs, requests.c.queue == "network").values(is_wanted=False))
    if what in ("interview", "all"):
        interviews.take_back(tx, person_id=person_id)
    if what in ("story", "all"):
        asks.drop_open(tx, person_id=person_id, kinds=("case study",))
        for conversation_id in _talks(tx, person_id):
            case_studies.take_off(tx, conversation_id=conversation_id, by=case_studies.BY_THE_PERSON, now=now)
            _withdraw_story(tx, conversation_id, now)


def _withdraw_story(tx: Connection, conversation_id: str, now: datetime) -> None:
    theirs = (requests.c.conversation_id == conversation_id, requests.c.queue == "case_study")
    begun = update(requests).where(*theirs, requests.c.state.not_in(("new", "not possible", "withdrawn")))
    tx.execute(update(requests).where(*theirs).values(is_wanted=False))
    tx.execute(begun.values(state="withdrawn", changed_at=now, draft=None))


def _talks(tx: Connection, person_id: str) -> Sequence[str]:
    return tx.execute(select(conversations.c.id).where(conversations.c.person_id == person_id)).scalars().all()
