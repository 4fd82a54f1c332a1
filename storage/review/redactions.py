"""Which texts a person has checked, and what is hidden in them: what may leave without unchecked words."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update

from storage.review.texts import RULES, columns_of, ref_of
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


def under_older_rules(tx: Connection, *, limit: int) -> tuple[str, ...]:
    """Return the names of texts that were checked and passed when the rules found less, the newest check first."""
    query = select(text_checks).where(text_checks.c.rules < RULES, text_checks.c.state == "checked")
    return tuple(ref_of(row) for row in tx.execute(query.order_by(text_checks.c.at.desc()).limit(limit)))


def count_under_older_rules(tx: Connection) -> int:
    """Return how many texts were checked and passed when the rules found less."""
    query = select(func.count()).select_from(text_checks)
    return tx.execute(query.where(text_checks.c.rules < RULES, text_checks.c.state == "checked")).scalar_one()


def stand(tx: Connection, refs: Sequence[str]) -> None:
    """Note that the rules of today propose nothing in some texts that their checks leave to be seen."""
    for ref in refs:
        named = [text_checks.c[name] == value for name, value in columns_of(ref).items() if value is not None]
        tx.execute(update(text_checks).where(*named).values(rules=RULES))


def _spans(text: str) -> Spans:
    found: list[tuple[int, int, str]] = json.loads(text)
    return tuple((int(start), int(stop), str(kind)) for start, stop, kind in found)
