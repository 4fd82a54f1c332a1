"""Texts on which coders differed and somebody has settled: their themes then, and what each coder had given before."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from storage.audit.undo import Act
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.review.texts import FreeText, columns_of, ref_of
from storage.tables import codings, settled_texts
from storage.tables.read import CodingRow

Given = Mapping[str, frozenset[str]]
"""The ids of the themes that each coder gave, by the id of the coder."""


def settle(tx: Connection, act: Act, *, text: FreeText, theme_ids: Collection[str], now: datetime) -> None:
    """Take away what stands under other themes than these, and keep what each coder had given.

    What coders gave before goes on counting when it is asked how far they agree.
    """
    name, value = next((name, value) for name, value in columns_of(text.ref).items() if value is not None)
    rows = rows_as(CodingRow, tx.execute(select(codings).where(codings.c[name] == value)))
    given: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        given[row.coded_by].append(row.theme_id)
        if row.theme_id not in theme_ids:
            act.remove(codings, {"id": row.id})
    before = json.dumps({coder: sorted(set(themes)) for coder, themes in sorted(given.items())})
    known = tx.execute(select(settled_texts.c.id).where(settled_texts.c[name] == value)).scalar_one_or_none()
    if known is None:
        new = {"id": new_id(), **columns_of(text.ref), "given": before, "by": act.by, "at": now}
        act.insert(settled_texts, new)


def before_settling(tx: Connection) -> Mapping[str, Given]:
    """Return what each coder had given to the texts that were settled, by the name of the text."""
    return {
        ref_of(row): {coder: frozenset(themes) for coder, themes in json.loads(row.given).items()}
        for row in tx.execute(select(settled_texts))
    }


def is_settled() -> ColumnElement[bool]:
    """Return the condition that somebody has settled on the text of a coding."""
    same = [settled_texts.c[name] == codings.c[name] for name in ("answer_id", "comment_id")]
    return exists().where(or_(*same))
