"""Wishes to leave: what a mail asks for before it is sorted as an answer, an automatic reply or anything else."""

from dataclasses import dataclass
from typing import Literal

from feedback.flows.words import Words
from feedback.hearing.leaving import leave_in
from feedback.listening.answer_parser import command_in
from mail.classify.departed import is_departed
from sayso.mail.reading import MailReading

Leave = Literal["stop", "delete", "bereaved", "wrong-person"]
_BY_PEOPLE = frozenset({"reply", "new"})


@dataclass(frozen=True)
class Wish:
    """What somebody asks for, and whether that is sure: then it is done at once, else they are asked."""

    leave: Leave
    is_sure: bool


def wish_in(reading: MailReading, own_words: str, words: Words) -> Wish | None:
    """Return what a mail wishes, or None where it is about something else.

    A button counts whatever the mail looks like. Of what a responder writes only this is believed, where it answers a
    letter of ours: a death, and that whom we wrote to has left. All else in it may stand in every answer that it gives.
    """
    told = reading.understood
    if told.is_by_button or (told.kind in _BY_PEOPLE and command_in(own_words or told.subject, words) == "stop"):
        return Wish("stop", is_sure=True)
    if told.kind in _BY_PEOPLE:
        return _wish(_apart_from_answers(reading, own_words), told.subject)
    return _told_by_responder(own_words) if told.kind == "auto-reply" and reading.letter_id else None


def _told_by_responder(own_words: str) -> Wish | None:
    found = _wish(own_words, "")
    if found == Wish("bereaved", is_sure=True):
        return found
    return Wish("wrong-person", is_sure=True) if is_departed(own_words) else None


def _wish(text: str, subject: str) -> Wish | None:
    leave, is_sure = leave_in(text, subject)
    match leave:
        case "stop" | "delete" | "bereaved" | "wrong-person":
            return Wish(leave, is_sure)
        case _:
            return None


def _apart_from_answers(reading: MailReading, own_words: str) -> str:
    """Return the words that answer no question. One answer alone may be no answer at all, so it is looked at."""
    heard = reading.heard
    return heard.comment if heard is not None and len(heard.slots) > 1 else own_words
