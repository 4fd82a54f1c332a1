"""What people said, text by text, as staff read it: the words as they came, and what of them may be seen.

A text is one answer in words or one comment. Words that are only the label of what was picked, a number or a day are
no text: they hide nobody, and are shown as what was picked. It is named `a12` or `c7`, after its table. Positions in it count code
points. Only what a person has checked may be seen by those who do not see words as they came.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select

from feedback.conversation.serialisation import load_pieces, load_value
from feedback.flows.answer import STORY
from feedback.types.question_type import Value
from storage.audit.undo import Act
from storage.conversations.events import ANSWER_WORDS, COMMENT_WORDS, answer_row
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.tables import answers, comments, conversations, staff, text_checks

_TOGETHER = 500
"""Names in one query. A guess: either database takes thousands of values, and few pages ask for more texts."""
_OF_CONVERSATIONS = "conversations"
_NUMBERED = "numbers"
_HELD = "held"

RULES = 3
"""The version of the rules that propose what to hide, kept beside each check. Raised when they find more."""

CheckState = Literal["checked", "kept back"]


@dataclass(frozen=True, order=True)
class TextSpan:
    """Part of a text: from the first character to the one after the last (code points)."""

    start: int
    stop: int
    kind: str = ""


@dataclass(frozen=True)
class TextCheck:
    """What a person found when they read a text for what could show who it is."""

    id: str
    state: CheckState
    hidden: tuple[TextSpan, ...]
    by: str
    at: datetime
    rules: int = RULES


@dataclass(frozen=True)
class FreeText:
    """One answer in words (`question` says to what) or one comment."""

    ref: str
    conversation_id: str
    person_id: str
    question: str
    words: str
    at: datetime
    media: str = ""
    is_forward: bool = False
    revision: int = 1
    check: TextCheck | None = None

    @property
    def waits(self) -> bool:
        """Whether a person has yet to check it; a picture without words needs no check."""
        return self.check is None and self.words != ""

    @property
    def shown(self) -> str | None:
        """The words as everybody on the team may see them; None until somebody has checked them."""
        if self.check is None or self.check.state != "checked":
            return None
        return hide(self.words, self.check.hidden)


@dataclass(frozen=True)
class CodedAnswer:
    """One answer as far as it can be counted. `is_from_story`: read in a story, and confirmed by whoever told it."""

    question: str
    state: str
    value: Value
    at: datetime
    is_from_story: bool = False


def hide(words: str, hidden: Iterable[TextSpan]) -> str:
    """Return words with what is hidden replaced by its kind: `[name]`."""
    parts, at = [], 0
    for span in sorted(hidden):
        if span.start >= at:
            parts += [words[at : span.start], f"[{span.kind}]"]
        at = max(at, span.stop)
    return "".join((*parts, words[at:]))


def of_conversations(tx: Connection, vault: Vault, *, ids: Sequence[str]) -> Mapping[str, tuple[FreeText, ...]]:
    """Return the texts of some conversations in the order of arrival; what was erased or is held back is left out."""
    if not ids:
        return {}
    vault.fetch(tx, [row.person_id for row in _people_of.rows(tx, {_OF_CONVERSATIONS: ids})])
    found = [*_answers(tx, vault, _OF_CONVERSATIONS, ids), *_comments(tx, vault, _OF_CONVERSATIONS, ids)]
    found.sort(key=lambda text: (text.conversation_id, text.at, text.ref))
    return {key: tuple(group) for key, group in groupby(found, key=lambda text: text.conversation_id)}


def before_a_yes(tx: Connection, vault: Vault, *, ids: Sequence[str]) -> Mapping[str, tuple[FreeText, ...]]:
    """Do as `of_conversations`, with what is held back until there is a yes. For those who may read it."""
    found = dict(of_conversations(tx, vault, ids=ids))
    for text in _comments(tx, vault, _HELD, ids):
        found[text.conversation_id] = tuple(
            sorted((*found.get(text.conversation_id, ()), text), key=lambda each: (each.at, each.ref))
        )
    return found


def with_ref(tx: Connection, vault: Vault, *, ref: str) -> FreeText | None:
    """Return one text, or None where there is none of this name (any more)."""
    kind, number = ref[:1], ref[1:]
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        return None
    if kind == "a":
        return next(iter(_answers(tx, vault, _NUMBERED, [int(number)])), None)
    return next(iter(_comments(tx, vault, _NUMBERED, [int(number)])), None) if kind == "c" else None


def words_of(tx: Connection, vault: Vault, *, refs: Sequence[str]) -> dict[str, str]:
    """Return the words of some texts as they came, by the name of the text."""
    return {ref: text.words for ref, text in with_refs(tx, vault, refs=refs).items()}


def with_refs(tx: Connection, vault: Vault, *, refs: Sequence[str]) -> dict[str, FreeText]:
    """Return some texts by their name; those that are gone are left out."""
    found: dict[str, FreeText] = {}
    for start in range(0, len(refs), _TOGETHER):
        wanted = [columns_of(ref) for ref in refs[start : start + _TOGETHER]]
        of_answers = [row["answer_id"] for row in wanted if row["answer_id"] is not None]
        of_comments = [row["comment_id"] for row in wanted if row["comment_id"] is not None]
        found |= {text.ref: text for text in _answers(tx, vault, _NUMBERED, of_answers)}
        found |= {text.ref: text for text in _comments(tx, vault, _NUMBERED, of_comments)}
    return found


class _Picked(Protocol):
    """A current answer, and whose it is; nobody's once they were erased."""

    conversation_id: str
    person_id: str | None
    question: str
    revision: int
    words: bytes | None


def picked(tx: Connection, vault: Vault, *, conversation_id: str) -> tuple[CodedAnswer, ...]:
    """Return what was picked, or passed over, in one conversation: current answers without their words."""
    rows = _picked.rows(tx, {"conversation": conversation_id})
    return tuple(
        CodedAnswer(
            row.question,
            row.state,
            None if row.value is None else load_value(row.value),
            row.at,
            _is_from_story(tx, vault, row),
        )
        for row in rows
    )


def _is_from_story(tx: Connection, vault: Vault, row: _Picked) -> bool:
    if row.words is None or row.person_id is None:
        return False
    pieces = load_pieces(vault.open(tx, row.person_id, ANSWER_WORDS, row.words, answer_row(*_named(row))))
    return any(piece.message.startswith(STORY) for piece in pieces)


def _named(row: _Picked) -> tuple[str, str, int]:
    return row.conversation_id, row.question, row.revision


def columns_of(ref: str) -> dict[str, int | None]:
    """Return what a row about a text holds in `answer_id` and `comment_id`."""
    number = int(ref[1:])
    return {"answer_id": number if ref[0] == "a" else None, "comment_id": number if ref[0] == "c" else None}


class TextReference(Protocol):
    """A row that is about an answer or a comment."""

    @property
    def answer_id(self) -> int | None:
        """Return the number of the answer."""
        ...

    @property
    def comment_id(self) -> int | None:
        """Return the number of the comment."""
        ...


class _Answer(NamedTuple):
    """An answer with words, and who has read it and what of it is hidden; nothing where nobody has."""

    id: int
    conversation_id: str
    person_id: str
    question: str
    revision: int
    words: bytes
    at: datetime
    check_id: str | None
    check_state: CheckState
    check_hidden: str
    checker: str
    check_at: datetime
    check_rules: int


class _Comment(NamedTuple):
    """A comment with words, and the same about it."""

    id: int
    conversation_id: str
    person_id: str
    words: bytes
    at: datetime
    media: str
    is_forward: bool
    revision: int
    check_id: str | None
    check_state: CheckState
    check_hidden: str
    checker: str
    check_at: datetime
    check_rules: int


def ref_of(row: TextReference) -> str:
    """Return the name of the text that a row is about."""
    return f"a{row.answer_id}" if row.answer_id is not None else f"c{row.comment_id}"


def check(act: Act, *, text: FreeText, state: CheckState, hidden: Iterable[TextSpan], now: datetime) -> None:
    """Note that a person has read a text, and what of it must not be seen."""
    spans = json.dumps([[span.start, span.stop, span.kind] for span in sorted(set(hidden))])
    values = {"state": state, "hidden": spans, "by": act.by, "at": now, "rules": RULES}
    if text.check is not None and act.change(text_checks, {"id": text.check.id}, values):
        return
    act.insert(text_checks, {"id": new_id(), **columns_of(text.ref), **values})


def _answers(tx: Connection, vault: Vault, named_by: str, names: Sequence[object]) -> Iterable[FreeText]:
    for row in rows_as(_Answer, _ANSWERS[named_by].rows(tx, {named_by: names})) if names else ():
        named = answer_row(row.conversation_id, row.question, row.revision)
        words = _words(vault.open(tx, row.person_id, ANSWER_WORDS, row.words, named))
        if words:
            yield FreeText(
                f"a{row.id}",
                row.conversation_id,
                row.person_id,
                row.question,
                words,
                row.at,
                revision=row.revision,
                check=_check(row),
            )


def _comments(tx: Connection, vault: Vault, named_by: str, names: Sequence[object]) -> Iterable[FreeText]:
    query, key = (_HELD_COMMENTS, _OF_CONVERSATIONS) if named_by == _HELD else (_COMMENTS[named_by], named_by)
    for row in rows_as(_Comment, query.rows(tx, {key: names})) if names else ():
        words = _words(vault.open(tx, row.person_id, COMMENT_WORDS, row.words, row.conversation_id))
        if words or row.media:
            yield FreeText(
                f"c{row.id}",
                row.conversation_id,
                row.person_id,
                "",
                words,
                row.at,
                row.media,
                row.is_forward,
                row.revision,
                _check(row),
            )


def _queries(
    table: Table, is_about: ColumnElement[bool], is_read: ColumnElement[bool]
) -> Mapping[str, PreparedStatement]:
    """Return the queries for texts of some conversations, and for some by their numbers: made once, for every page."""
    checked = (text_checks.c.id, text_checks.c.state, text_checks.c.hidden, text_checks.c.at, text_checks.c.rules)
    labelled = [column.label(f"check_{column.name}") for column in checked]
    query = (
        select(table, conversations.c.person_id, *labelled, staff.c.name.label("checker"))
        .join(conversations, conversations.c.id == table.c.conversation_id)
        .outerjoin(text_checks, is_about)
        .outerjoin(staff, staff.c.id == text_checks.c.by)
        .where(table.c.is_current, table.c.words.is_not(None), is_read)
    )
    return {
        _OF_CONVERSATIONS: PreparedStatement(
            query.where(conversations.c.id.in_(bindparam(_OF_CONVERSATIONS, expanding=True)))
        ),
        _NUMBERED: PreparedStatement(query.where(table.c.id.in_(bindparam(_NUMBERED, expanding=True)))),
    }


def _check(row: _Answer | _Comment) -> TextCheck | None:
    if row.check_id is None:
        return None
    hidden = tuple(TextSpan(start, stop, kind) for start, stop, kind in json.loads(row.check_hidden))
    return TextCheck(row.check_id, row.check_state, hidden, row.checker, row.check_at, row.check_rules)


def _words(pieces: str) -> str:
    return "\n".join(piece.words for piece in load_pieces(pieces) if piece.words)


_ANSWERS = _queries(answers, text_checks.c.answer_id == answers.c.id, answers.c.has_own_words)
_COMMENTS = _queries(comments, text_checks.c.comment_id == comments.c.id, ~comments.c.is_held)
_HELD_COMMENTS = _queries(comments, text_checks.c.comment_id == comments.c.id, comments.c.is_held)[_OF_CONVERSATIONS]
_people_of = PreparedStatement(
    select(conversations.c.person_id).where(conversations.c.id.in_(bindparam(_OF_CONVERSATIONS, expanding=True)))
)
_picked = PreparedStatement(
    select(answers, conversations.c.person_id)
    .join(conversations, conversations.c.id == answers.c.conversation_id)
    .where(answers.c.conversation_id == bindparam("conversation"), answers.c.is_current, answers.c.state != "withdrawn")
    .order_by(answers.c.at, answers.c.id)
)
