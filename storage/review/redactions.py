"""Which texts a person has checked, and what is hidden in them: what may leave without unchecked words."""

import json

from sqlalchemy import Connection, select

from storage.tables import answers, comments, text_checks

Spans = tuple[tuple[int, int, str], ...]
"""First character (code point), the one after the last, and what kind of thing is hidden there."""


def checked_answers(tx: Connection) -> dict[tuple[str, str], Spans]:
    """Return what is hidden in each answer that was checked and passed as it stands now, by (conversation, question)."""
    query = (
        select(answers.c.conversation_id, answers.c.question, text_checks.c.hidden)
        .join(answers, answers.c.id == text_checks.c.answer_id)
        .where(text_checks.c.state == "checked", answers.c.is_current)
    )
    return {(row.conversation_id, row.question): _spans(row.hidden) for row in tx.execute(query)}


def checked_comments(tx: Connection) -> dict[int, Spans]:
    """Return what is hidden in each comment that was checked and passed as it stands now, by its id."""
    query = (
        select(comments.c.id, text_checks.c.hidden)
        .join(comments, comments.c.id == text_checks.c.comment_id)
        .where(text_checks.c.state == "checked", comments.c.is_current)
    )
    return {row.id: _spans(row.hidden) for row in tx.execute(query)}


def _spans(text: str) -> Spans:
    found: list[tuple[int, int, str]] = json.loads(text)
    return tuple((int(start), int(stop), str(kind)) for start, stop, kind in found)
