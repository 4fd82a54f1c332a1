"""Words that a report may print: the person agreed to it, a person has checked them, and staff put them under a theme."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, exists, select

from storage.conversations.consents import may_quote
from storage.crypto.vault import Vault
from storage.review import texts
from storage.review.texts import FreeText, TextSpan, columns_of, hide, ref_of
from storage.tables import answers, codings, comments, conversations, text_checks


class Passage(NamedTuple):
    """Words under a theme that may be quoted, and whose they are. `question` is None for a comment.

    `ref` is the reference of the text that they stand in.
    """

    words: str
    theme_id: str
    conversation_id: str
    question: str | None
    person_id: str
    ref: str


def quotable(tx: Connection, vault: Vault, *, flow: str | None) -> tuple[Passage, ...]:
    """Return what may be quoted of one flow (None: of all), the last coded first, without what must not be seen.

    Where a part of a text was put under a theme, that part. What somebody passed on is left out: they cannot agree for
    whoever said it.
    """
    rows = list(tx.execute(_query(flow)))
    known = texts.with_refs(tx, vault, refs=tuple({ref_of(row): None for row in rows}))
    return tuple(_passages(rows, known))


def quotable_texts(tx: Connection, vault: Vault, *, flow: str, refs: Sequence[str]) -> tuple[Passage, ...]:
    """Return what may be quoted of some texts of a flow, in the order of `refs`. Unseals no others."""
    wanted = [columns_of(ref) for ref in refs]
    of_answers = [one["answer_id"] for one in wanted if one["answer_id"] is not None]
    of_comments = [one["comment_id"] for one in wanted if one["comment_id"] is not None]
    query = _query(flow).where(codings.c.answer_id.in_(of_answers) | codings.c.comment_id.in_(of_comments))
    rows = list(tx.execute(query)) if refs else []
    known = texts.with_refs(tx, vault, refs=tuple({ref_of(row): None for row in rows}))
    return tuple(sorted(_passages(rows, known), key=lambda one: refs.index(one.ref)))


def has_unsorted(tx: Connection, *, flow: str | None) -> bool:
    """Return whether something that was checked, and may be quoted, stands under no theme."""
    query = (
        select(text_checks.c.id)
        .outerjoin(answers, answers.c.id == text_checks.c.answer_id)
        .outerjoin(comments, comments.c.id == text_checks.c.comment_id)
        .join(conversations, conversations.c.id.in_((answers.c.conversation_id, comments.c.conversation_id)))
        .where(
            text_checks.c.state == "checked",
            answers.c.is_current.is_(True) | comments.c.is_current.is_(True),
            ~exists().where(codings.c.answer_id == text_checks.c.answer_id),
            ~exists().where(codings.c.comment_id == text_checks.c.comment_id),
            may_quote(),
        )
        .limit(1)
    )
    return tx.execute(query if flow is None else query.where(conversations.c.flow == flow)).first() is not None


def _query(flow: str | None) -> Select[tuple[object, ...]]:
    is_checked = text_checks.c.state == "checked"
    query = (
        select(codings, conversations.c.id.label("conversation_id"), conversations.c.person_id)
        .select_from(codings)
        .outerjoin(answers, answers.c.id == codings.c.answer_id)
        .outerjoin(comments, comments.c.id == codings.c.comment_id)
        .join(conversations, conversations.c.id.in_((answers.c.conversation_id, comments.c.conversation_id)))
        .where(
            codings.c.answer_id.in_(select(text_checks.c.answer_id).where(is_checked))
            | codings.c.comment_id.in_(select(text_checks.c.comment_id).where(is_checked)),
            may_quote(),
        )
        .order_by(codings.c.coded_at.desc(), codings.c.id)
    )
    return query if flow is None else query.where(conversations.c.flow == flow)


def _passages(rows: list[Row[tuple[object, ...]]], known: dict[str, FreeText]) -> Iterator[Passage]:
    for row in rows:
        text = known.get(ref_of(row))
        words = "" if text is None or text.is_forward else _seen(text, row.start, row.stop)
        if words:
            place = None if row.answer_id is None else text.question if text else None
            yield Passage(words, row.theme_id, row.conversation_id, place, row.person_id, ref_of(row))


def _seen(text: FreeText, start: int, stop: int) -> str:
    """Return part of a text (0 and 0: all of it) with what is hidden in it replaced; empty where nothing else is left."""
    if text.check is None or text.check.state != "checked":
        return ""
    stop = stop or len(text.words)
    hidden = [
        TextSpan(max(one.start, start) - start, min(one.stop, stop) - start, one.kind)
        for one in text.check.hidden
        if one.start < stop and one.stop > start
    ]
    words = text.words[start:stop]
    left = hide(words, [TextSpan(one.start, one.stop) for one in hidden])
    return hide(words, hidden).strip() if any(map(str.isalnum, left)) else ""
