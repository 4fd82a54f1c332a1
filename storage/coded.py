"""What conversations gave, in choices and numbers alone, read quickly: a report over a million answers needs no more.

Nothing is unsealed. Each conversation comes as one row; an answer that was given before is not read anew.
"""

from collections.abc import Iterator
from typing import Any
from typing import cast as cast_type

from sqlalchemy import ColumnElement, Connection, Row, Select, String, cast, func, literal, select

from feedback.answer import Answer, State
from feedback.response import Comment, Response
from feedback.saved import load_value
from storage.tables import answers, comments, consents, conversations, flow_versions

_END, _PART = "\x1e", "\x1f"
"""Between answers, and between the parts of one: ids hold neither, and JSON writes them otherwise."""

_AT_ONCE = 500


def coded_responses(tx: Connection, *, flow: str | None) -> Iterator[Response]:
    """Yield a response for every conversation (of one flow, or of all: None) that nobody asked to erase.

    The same ones as `storage.responses.responses` gives without words, in no order; answers have no revision, and the
    moment of the conversation as theirs. Comments are as many as there are, and empty.
    """
    known: dict[str, tuple[str, Answer]] = {}
    rows = tx.execution_options(yield_per=_AT_ONCE).execute(_query(flow))
    for row in rows:
        yield _response(row, known)


def _query(flow: str | None) -> Select[Any]:
    mine = conversations.c.id
    current = (answers.c.conversation_id == mine, answers.c.is_current, answers.c.state != "withdrawn")
    given = _joined(answers.c.question, answers.c.state, func.coalesce(answers.c.value, ""))
    agreed = _joined(consents.c.switch, cast(consents.c.granted, String))
    said = (
        comments.c.conversation_id == mine,
        comments.c.is_current,
        ~comments.c.is_held,
        comments.c.words.is_not(None),
    )
    query = (
        select(
            *(
                conversations.c[name]
                for name in ("id", "person_id", "flow", "version_id", "channel", "language", "stage")
            ),
            *(conversations.c[name] for name in ("started_at", "heard_at", "organisation_id")),
            flow_versions.c.version,
            select(given).where(*current).scalar_subquery().label("given"),
            select(agreed).where(consents.c.conversation_id == mine).scalar_subquery().label("agreed"),
            select(func.count()).where(*said).scalar_subquery().label("said"),
        )
        .join(flow_versions, flow_versions.c.id == conversations.c.version_id)
        .where(conversations.c.stage != "deleted")
    )
    return query if flow is None else query.where(conversations.c.flow == flow)


def _joined(first: ColumnElement[Any], *others: ColumnElement[Any]) -> ColumnElement[str]:
    """Return the parts of all rows as one text."""
    text: ColumnElement[Any] = cast(first, String)
    for other in others:
        text = text.concat(literal(_PART)).concat(other)
    return func.aggregate_strings(text, _END)


def _response(row: Row[Any], known: dict[str, tuple[str, Answer]]) -> Response:
    given = {}
    for text in row.given.split(_END) if row.given else ():
        found = known.get(text)
        if found is None:
            found = known[text] = _answer(row, text)
        given[found[0]] = found[1]
    agreed = (text.split(_PART) for text in row.agreed.split(_END)) if row.agreed else ()
    return Response(
        conversation=row.id,
        person=row.person_id,
        flow=row.flow,
        version=row.version,
        version_id=row.version_id,
        channel=row.channel,
        language=row.language,
        stage=row.stage,
        started_at=row.started_at,
        heard_at=row.heard_at,
        answers=given,
        consents={switch: granted in ("1", "true") for switch, granted in agreed},
        comments=(Comment(0, "", row.heard_at),) * row.said,
        organisation=row.organisation_id or "",
    )


def _answer(row: Row[Any], text: str) -> tuple[str, Answer]:
    question, state, value = text.split(_PART)
    return question, Answer(cast_type(State, state), row.heard_at, load_value(value) if value else None)
