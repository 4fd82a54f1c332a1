"""Putting many texts under one theme at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from review.http.request import StaffRequest
from review.lists.visibility import words_as_seen
from storage.audit.undo import Act
from storage.review import case_list, codings, texts
from storage.review.codings import NO_THEME, WHOLE, NewCoding
from storage.review.search_index import WordQuery, holds
from storage.review.texts import FreeText

MOST_CODED = 1_000
"""Conversations of one press: all is kept in one transaction, which others wait for, and one undo holds it."""


@dataclass(frozen=True)
class MassCoding:
    """A theme, and the words that a text has to hold to be put under it; no words: each text."""

    theme_id: str
    query: WordQuery = ()


def put_many_under(
    tx: Connection, visit: StaffRequest, act: Act, conversation_ids: Sequence[str], coding: MassCoding
) -> int:
    """Put the texts of some conversations under a theme, as far as this role sees them. Returns how many were put."""
    said = texts.of_conversations(tx, visit.vault, ids=conversation_ids)
    role = visit.member.role
    found = [
        text
        for theirs in said.values()
        for text in theirs
        if (words := words_as_seen(role, text)) and holds(words, coding.query)
    ]
    return put_texts_under(tx, visit, act, found, coding.theme_id)


def put_texts_under(tx: Connection, visit: StaffRequest, act: Act, found: Sequence[FreeText], theme_id: str) -> int:
    """Put texts under a theme, whole. Returns how many did not stand under it already by the same member of staff."""
    now = visit.desk.now()
    if theme_id == NO_THEME:
        codings.ensure_no_theme(tx, now=now)
    new = NewCoding(WHOLE, now)
    count = sum(codings.add(tx, visit.vault, act, text=text, theme_id=theme_id, coding=new) for text in found)
    for conversation_id in dict.fromkeys(text.conversation_id for text in found):
        case_list.move_on(tx, act, conversation_id=conversation_id, to="coded", now=now)
    return count
