"""The codebook: themes with what belongs under them, parts of other themes, merged and split."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, func, select

from feedback.errors import SaysoError
from storage.audit.undo import Act
from storage.db.compiled_statements import PreparedStatement
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.review.codings import NO_THEME
from storage.tables import answers, codings, comments, conversations, themes
from storage.tables.read import CodingRow

LONGEST_NAME = 80
"""Characters that stay on one or two lines of a list."""
LONGEST_DEFINITION = 1000
"""Characters. A guess: more belongs into the team's own guide."""


class ThemeFault(SaysoError):
    """A theme cannot be made or changed like this."""


@dataclass(frozen=True)
class Theme:
    """A theme. `depth` is how many themes it is part of.

    `count` is how many texts stand under it or one of its parts, and `people` whose they are, each once.
    """

    id: str
    name: str
    definition: str
    parent_id: str | None
    depth: int = 0
    count: int = 0
    people: int = 0


@dataclass(frozen=True)
class Wording:
    """What a theme is called, what belongs under it, and which theme it is part of."""

    name: str
    definition: str = ""
    parent_id: str | None = None


def in_use(tx: Connection, *, is_counted: bool = False) -> tuple[Theme, ...]:
    """Return every theme that was not merged into another, each before its parts, by name; "no theme fits" is none.

    How many texts and people stand under each is 0 unless asked for: that takes a look at all that was coded.
    """
    counts = _counts(tx) if is_counted else {}
    rows = _in_use.rows(tx, {})
    known = {row.id for row in rows}
    below: dict[str | None, list[Theme]] = {}
    for row in rows:
        parent = row.parent_id if row.parent_id in known else None
        texts, people = counts.get(row.id, (0, 0))
        theme = Theme(row.id, row.name, row.definition, parent, count=texts, people=people)
        below.setdefault(parent, []).append(theme)
    return tuple(_walk(below, None, 0))


def _counts(tx: Connection) -> dict[str, tuple[int, int]]:
    """Return by theme how many texts as they stand now are under it or its parts, and of how many people."""
    own = select(themes.c.id.label("whole"), themes.c.id.label("part")).where(themes.c.merged_into.is_(None))
    inside = own.cte(recursive=True)
    parts = select(inside.c.whole, themes.c.id).join(themes, themes.c.parent_id == inside.c.part)
    inside = inside.union(parts.where(themes.c.merged_into.is_(None)))
    place = func.coalesce(answers.c.conversation_id, comments.c.conversation_id)
    texts = func.count(codings.c.answer_id.distinct()) + func.count(codings.c.comment_id.distinct())
    query = (
        select(inside.c.whole, texts, func.count(conversations.c.person_id.distinct()))
        .join(codings, codings.c.theme_id == inside.c.part)
        .outerjoin(answers, answers.c.id == codings.c.answer_id)
        .outerjoin(comments, comments.c.id == codings.c.comment_id)
        .join(conversations, conversations.c.id == place)
        .where(answers.c.is_current.is_(True) | comments.c.is_current.is_(True))
        .group_by(inside.c.whole)
    )
    return {str(row[0]): (int(row[1]), int(row[2])) for row in tx.execute(query)}


def taken_over(tx: Connection) -> dict[str, str]:
    """Return the themes that were merged, each with the theme in use that took its place."""
    rows = tx.execute(select(themes.c.id, themes.c.merged_into).where(themes.c.merged_into.is_not(None)))
    into = {str(row[0]): str(row[1]) for row in rows}
    return {merged: _last(taker, into) for merged, taker in into.items()}


def _last(theme_id: str, into: Mapping[str, str]) -> str:
    return _last(into[theme_id], into) if theme_id in into else theme_id


def with_parts(known: Sequence[Theme], theme_id: str) -> tuple[str, ...]:
    """Return a theme's id and those of all its parts."""
    found = [theme_id]
    for theme in known:
        if theme.parent_id in found:
            found.append(theme.id)
    return tuple(found)


def add(tx: Connection, act: Act, *, wording: Wording, now: datetime) -> str:
    """Make a theme and return its id. Raises ThemeFault for a name that is empty or taken."""
    _refuse(tx, wording, "")
    row = {"id": new_id(), "created_at": now, "merged_into": None, **vars(wording)}
    act.insert(themes, row)
    return str(row["id"])


def change(tx: Connection, act: Act, *, theme_id: str, wording: Wording) -> None:
    """Give a theme another wording or place. Raises ThemeFault for a name that is taken, and for a circle."""
    _refuse(tx, wording, theme_id)
    if wording.parent_id in with_parts(in_use(tx), theme_id):
        raise ThemeFault("A theme cannot be part of itself. Choose another one.")
    act.change(themes, {"id": theme_id}, dict(vars(wording)))


def merge(tx: Connection, act: Act, *, theme_id: str, into: str) -> None:
    """Put all that stands under a theme under another, which takes its place. Raises ThemeFault."""
    known = in_use(tx)
    if into not in {theme.id for theme in known} or into in with_parts(known, theme_id):
        raise ThemeFault("Choose a theme that is no part of this one.")
    for theme in known:
        if theme.parent_id == theme_id:
            act.change(themes, {"id": theme.id}, {"parent_id": into})
    given = tx.execute(select(codings).where(codings.c.theme_id == theme_id)).all()
    move(tx, act, coding_ids=[row.id for row in given], to=into)
    act.change(themes, {"id": theme_id}, {"merged_into": into})


def move(tx: Connection, act: Act, *, coding_ids: Sequence[str], to: str) -> None:
    """Put some codings under another theme; one that stands there already is taken away. This is how one splits."""
    there = {_place(row) for row in rows_as(CodingRow, tx.execute(select(codings).where(codings.c.theme_id == to)))}
    for row in rows_as(CodingRow, tx.execute(select(codings).where(codings.c.id.in_(coding_ids)))):
        if _place(row) in there:
            act.remove(codings, {"id": row.id})
        else:
            act.change(codings, {"id": row.id}, {"theme_id": to})


def _place(row: CodingRow) -> tuple[object, ...]:
    return row.answer_id, row.comment_id, row.coded_by, row.start, row.stop


def _refuse(tx: Connection, wording: Wording, theme_id: str) -> None:
    name = wording.name
    if not name:
        raise ThemeFault("Give the theme a name.")
    if len(name) > LONGEST_NAME or len(wording.definition) > LONGEST_DEFINITION:
        raise ThemeFault(
            f"Use {LONGEST_NAME} letters for the name of a theme, and {LONGEST_DEFINITION:,} for what belongs there, at most."
        )
    taken = select(themes.c.id).where(themes.c.name == name, themes.c.id != theme_id)
    if tx.execute(taken).first():
        raise ThemeFault("There is, or was, a theme of this name. Choose another name.")


def _walk(below: Mapping[str | None, Sequence[Theme]], parent: str | None, depth: int) -> list[Theme]:
    found: list[Theme] = []
    for theme in below.get(parent, ()):
        placed = replace(theme, depth=depth)
        found += [placed, *_walk(below, theme.id, depth + 1)]
    return found


_in_use = PreparedStatement(
    select(themes).where(themes.c.merged_into.is_(None), themes.c.id != NO_THEME).order_by(themes.c.name)
)
