"""Texts under themes, whole or in part, each by the member of staff who put it there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import insert_into
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.review.texts import FreeText, TextSpan, columns_of, ref_of
from storage.tables import answers, codings, comments, conversations, staff, themes

MEMO = "coding.memo"

WHOLE = TextSpan(0, 0)
"""Stands for the whole text."""
NO_THEME = "6e6f207468656d652066697473000000"
"""The id of the theme under which a text is put that was read and that none of the team's themes fits: a GUID, so that
it is the same one after it went through another program. It is in no codebook of the team, but it leaves with codings
like any other, so that "read, and none fits" differs from "not read yet"."""
NO_THEME_NAME = "No theme fits"


@dataclass(frozen=True)
class Coding:
    """One text, or a span of it, under one theme. `span` is `WHOLE` where it is the whole text."""

    id: str
    ref: str
    conversation_id: str
    theme_id: str
    theme: str
    span: TextSpan
    by: str
    coder: str
    at: datetime
    memo: str = ""


@dataclass(frozen=True)
class NewCoding:
    """What a coding is made of besides its text and theme."""

    span: TextSpan
    at: datetime
    memo: str = ""


def add(tx: Connection, vault: Vault, act: Act, *, text: FreeText, theme_id: str, coding: NewCoding) -> bool:
    """Put a text, or a span of it, under a theme. Returns False where the same person has done so already."""
    row = {"theme_id": theme_id, **columns_of(text.ref), "start": coding.span.start, "stop": coding.span.stop}
    same = [codings.c[name] == value for name, value in {**row, "coded_by": act.by}.items()]
    if tx.execute(select(codings.c.id).where(*same)).first():
        return False
    coding_id = new_id()
    memo = vault.seal(tx, text.person_id, MEMO, coding.memo, coding_id) if coding.memo else None
    act.insert(codings, {"id": coding_id, **row, "coded_by": act.by, "coded_at": coding.at, "memo": memo})
    return True


def ensure_no_theme(tx: Connection, *, now: datetime) -> None:
    """Let there be the theme of texts that none fits. It stays when what was put under it is undone."""
    if tx.execute(select(themes.c.id).where(themes.c.id == NO_THEME)).first():
        return
    taken = tx.execute(select(themes.c.id).where(themes.c.name == NO_THEME_NAME)).first()
    name = f"{NO_THEME_NAME} (of these themes)" if taken else NO_THEME_NAME
    row = {"id": NO_THEME, "name": name, "definition": "", "parent_id": None, "merged_into": None, "created_at": now}
    tx.execute(insert_into(tx, themes).values(row).on_conflict_do_nothing())


def put_under(
    tx: Connection, vault: Vault, act: Act, *, text: FreeText, theme_ids: Iterable[str], coding: NewCoding
) -> None:
    """Let a text stand under these themes, and no others, as far as whoever acts has put the whole of it.

    What they put a part of it under stays. Raises nothing for a theme that it stands under already.
    """
    wanted = set(theme_ids)
    if NO_THEME in wanted:
        ensure_no_theme(tx, now=coding.at)
    if coding.span == WHOLE:
        for one in of_texts(tx, vault, refs=[text.ref], by=act.by).get(text.ref, ()):
            if one.span == WHOLE and one.theme_id not in wanted:
                act.remove(codings, {"id": one.id})
    for theme_id in sorted(wanted):
        add(tx, vault, act, text=text, theme_id=theme_id, coding=coding)


def put_beside(tx: Connection, vault: Vault, act: Act, *, text: FreeText, theme_id: str, coding: NewCoding) -> bool:
    """Put a text under one theme more; return False where the same person has done so already.

    "No theme fits" and a theme are never both true of a whole text: what somebody says last takes the place of what
    they said before. So a coder has one opinion of each text, as in work-through, and agreement counts it once.
    """
    is_bare = theme_id == NO_THEME and coding.span == WHOLE
    if theme_id == NO_THEME:
        ensure_no_theme(tx, now=coding.at)
    for one in of_texts(tx, vault, refs=[text.ref], by=act.by).get(text.ref, ()):
        if one.span == WHOLE and one.theme_id != theme_id and (is_bare or one.theme_id == NO_THEME):
            act.remove(codings, {"id": one.id})
    return add(tx, vault, act, text=text, theme_id=theme_id, coding=coding)


def of_texts(tx: Connection, vault: Vault, *, refs: Iterable[str], by: str = "") -> Mapping[str, tuple[Coding, ...]]:
    """Return the codings of some texts by the name of the text; of one member of staff where `by` names one."""
    wanted = [columns_of(ref) for ref in refs]
    about = {
        "answers": [row["answer_id"] for row in wanted if row["answer_id"] is not None],
        "comments": [row["comment_id"] for row in wanted if row["comment_id"] is not None],
    }
    rows = _of_texts_by.rows(tx, {**about, "by": by}) if by else _of_texts.rows(tx, about)
    found: dict[str, tuple[Coding, ...]] = {}
    for coding in (_coding(tx, vault, row) for row in rows):
        found[coding.ref] = (*found.get(coding.ref, ()), coding)
    return found


def of_theme(tx: Connection, vault: Vault, *, theme_ids: Sequence[str], limit: int = 500) -> tuple[Coding, ...]:
    """Return what stands under some themes, the latest first."""
    return tuple(_read(tx, vault, codings.c.theme_id.in_(theme_ids)))[-limit:][::-1]


def everything(tx: Connection, vault: Vault) -> tuple[Coding, ...]:
    """Return every coding of what was not erased, for export and for agreement."""
    return tuple(_read(tx, vault))


def coded_once(tx: Connection, *, by: str, limit: int = 50) -> tuple[str, ...]:
    """Return the names of texts that exactly one other member of staff has coded, and this one has not: the oldest."""
    mine = select(codings.c.answer_id, codings.c.comment_id).where(codings.c.coded_by == by)
    seen = {ref_of(row) for row in tx.execute(mine)}
    query = (
        select(codings.c.answer_id, codings.c.comment_id, func.min(codings.c.coded_at))
        .group_by(codings.c.answer_id, codings.c.comment_id)
        .having(func.count(codings.c.coded_by.distinct()) == 1)
        .order_by(func.min(codings.c.coded_at))
    )
    found = (ref_of(row) for row in tx.execute(query))
    return tuple(ref for ref in found if ref not in seen)[:limit]


def count(tx: Connection) -> int:
    """Return how many codings there are."""
    found: int = _number.value(tx, {})
    return found


def latest_themes(tx: Connection, *, limit: int) -> dict[str, set[str]]:
    """Return the themes of the texts coded last, by the name of the text, the oldest of them first."""
    columns = (codings.c.answer_id, codings.c.comment_id, codings.c.theme_id)
    found: dict[str, set[str]] = {}
    is_theme = codings.c.theme_id != NO_THEME
    for row in tx.execute(select(*columns).where(is_theme).order_by(codings.c.coded_at.desc(), codings.c.id)):
        ref = ref_of(row)
        if ref not in found and len(found) == limit:
            break
        found.setdefault(ref, set()).add(row.theme_id)
    return dict(reversed(found.items()))


def with_id(tx: Connection, vault: Vault, *, coding_id: str) -> Coding | None:
    """Return one coding, or None for no such one."""
    return next(iter(_read(tx, vault, codings.c.id == coding_id)), None)


def _query() -> Select[*tuple[object, ...]]:
    return (
        select(
            codings,
            themes.c.name.label("theme"),
            staff.c.name.label("coder"),
            conversations.c.id.label("conversation_id"),
            conversations.c.person_id,
        )
        .join(themes, themes.c.id == codings.c.theme_id)
        .join(staff, staff.c.id == codings.c.coded_by)
        .outerjoin(answers, answers.c.id == codings.c.answer_id)
        .outerjoin(comments, comments.c.id == codings.c.comment_id)
        .join(conversations, conversations.c.id.in_((answers.c.conversation_id, comments.c.conversation_id)))
        .where(conversations.c.state.is_not(None))
        .order_by(codings.c.coded_at, codings.c.id)
    )


class _Row(NamedTuple):
    """A coding with the names of its theme and its coder, and whose words it is about."""

    id: str
    answer_id: int | None
    comment_id: int | None
    conversation_id: str
    person_id: str
    theme_id: str
    theme: str
    start: int
    stop: int
    coded_by: str
    coder: str
    coded_at: datetime
    memo: bytes | None


def _read(tx: Connection, vault: Vault, *where: ColumnElement[bool]) -> list[Coding]:
    rows = rows_as(_Row, tx.execute(_query().where(*where)))
    return [_coding(tx, vault, row) for row in rows]


def _coding(tx: Connection, vault: Vault, row: _Row) -> Coding:
    memo = vault.open(tx, row.person_id, MEMO, row.memo, row.id) if row.memo is not None else ""
    return Coding(
        row.id,
        ref_of(row),
        row.conversation_id,
        row.theme_id,
        row.theme,
        TextSpan(row.start, row.stop),
        row.coded_by,
        row.coder,
        row.coded_at,
        memo,
    )


_named = _query().where(
    or_(
        codings.c.answer_id.in_(bindparam("answers", expanding=True)),
        codings.c.comment_id.in_(bindparam("comments", expanding=True)),
    )
)
_of_texts = PreparedStatement(_named)
_of_texts_by = PreparedStatement(_named.where(codings.c.coded_by == bindparam("by")))
_number = PreparedStatement(select(func.count().label("found")).select_from(codings))
