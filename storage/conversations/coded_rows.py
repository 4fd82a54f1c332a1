"""What conversations gave, in choices and numbers alone, read quickly: a report over a million answers needs no more.

Nothing is unsealed. Each conversation comes as one row; an answer that was given before is not read anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any
from typing import cast as cast_type

from sqlalchemy import ColumnElement, Connection, Select, String, cast, func, select, type_coerce
from sqlalchemy.sql.functions import aggregate_strings

from feedback.conversation.response import Comment, Response
from feedback.conversation.serialisation import load_value
from feedback.flows.answer import Answer, State
from feedback.flows.model import ConsentSwitch
from storage.organisations.register import Ties, ties
from storage.tables import answers, comments, consents, conversations, flow_versions

_END, _PART = "\x1e", "\x1f"
"""Between answers, and between the parts of one: ids hold neither, and JSON writes them otherwise."""

_AT_ONCE = 500
"""Rows fetched at once: a report over a million answers must not hold them all."""
_VERSIONS = select(flow_versions.c.id, flow_versions.c.flow, flow_versions.c.version)
_NO_TIME = datetime.min.replace(tzinfo=UTC)


def coded_responses(tx: Connection, *, flow: str | None) -> Iterator[Response]:
    """Yield a response for every conversation (of one flow, or of all: None) that nobody asked to erase.

    The same ones as `storage.conversations.response_rows.responses` gives without words, in no order; answers have no
    revision and no moment. Comments are as many as there are, and empty.
    """
    given, agreed, around = _Given(), _Agreed(), _Around(ties(tx))
    versions = {row[0]: (row[1], row[2]) for row in tx.execute(_VERSIONS)}
    for row in tx.execution_options(yield_per=_AT_ONCE).execute(_query(flow)):
        conversation, person, version, *about, started_at, heard_at, organisation, given_text, agreed_text, said = row
        ended_at = _moment(heard_at)
        answers_given = dict(map(given.__getitem__, given_text.split(_END))) if given_text else {}
        comments_said = (Comment(0, "", ended_at),) * said if said else ()
        known = (conversation, person, *versions[version], version, *about, _moment(started_at), ended_at)
        yield _responded(
            (*known, answers_given, agreed[agreed_text or ""], comments_said, around[organisation or ""], ())
        )


_NAMES = tuple(one.name for one in fields(Response))


def _responded(values: tuple[object, ...]) -> Response:
    """Return a response of all its values, in the order of its fields.

    A frozen class sets each field by a call of its own, which takes too long for a million answers.
    """
    response = object.__new__(Response)
    response.__dict__.update(zip(_NAMES, values, strict=True))
    return response


def _moment(kept: str | datetime) -> datetime:
    """Return a moment as it is kept: text without an offset in SQLite. The column's own reader takes ten times as long."""
    return datetime.fromisoformat(kept).replace(tzinfo=UTC) if isinstance(kept, str) else kept.astimezone(UTC)


class _Given(dict[str, tuple[str, Answer]]):
    """Answers by the text that they come as: each is read once."""

    def __missing__(self, text: str) -> tuple[str, Answer]:
        question, state, *value = text.split(_PART)
        self[text] = question, Answer(cast_type(State, state), _NO_TIME, load_value(*value) if value else None)
        return self[text]


class _Agreed(dict[str, Mapping[ConsentSwitch, bool]]):
    """Consents by the text that they come as."""

    def __missing__(self, text: str) -> Mapping[ConsentSwitch, bool]:
        pairs = (one.split(_PART) for one in text.split(_END) if one)
        self[text] = {cast_type(ConsentSwitch, switch): granted in ("1", "true") for switch, granted in pairs}
        return self[text]


class _Around(dict[str, str]):
    """Organisations by the one that they came in with: each is looked up once."""

    def __init__(self, known: Ties) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, organisation_id: str) -> str:
        self[organisation_id] = self._known.widest(organisation_id)
        return self[organisation_id]


def _query(flow: str | None) -> Select[Any]:  # each column is unpacked by its place, a million times
    mine = conversations.c.id
    current = (answers.c.conversation_id == mine, answers.c.is_current, answers.c.state != "withdrawn")
    given = _joined(answers.c.question, answers.c.state, answers.c.value)
    # The last word about a consent counts, so they come in the order in which they were said.
    agreed = _joined(consents.c.switch, cast(consents.c.granted, String)).aggregate_order_by(consents.c.id)
    said = (
        comments.c.conversation_id == mine,
        comments.c.is_current,
        ~comments.c.is_held,
        comments.c.words.is_not(None),
    )
    about = ("id", "person_id", "version_id", "channel", "language", "stage")
    query = select(
        *(conversations.c[name] for name in about),
        *(type_coerce(conversations.c[name], String) for name in ("started_at", "heard_at")),
        conversations.c.organisation_id,
        select(given).where(*current).scalar_subquery().label("given"),
        select(agreed).where(consents.c.conversation_id == mine).scalar_subquery().label("agreed"),
        select(func.count()).where(*said).scalar_subquery().label("said"),
    ).where(conversations.c.stage != "deleted")
    return query if flow is None else query.where(conversations.c.flow == flow)


def _joined(*parts: ColumnElement[str]) -> aggregate_strings:
    """Return the parts of all rows as one text; what is null is left out."""
    return func.aggregate_strings(func.concat_ws(_PART, *parts), _END)
