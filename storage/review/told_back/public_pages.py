"""What staff chose to show the public of each flow. Nothing is shown that is not open."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.audit.undo import Act
from storage.db.typed_rows import row_as
from storage.tables import public_pages


@dataclass(frozen=True)
class PublicPageDraft:
    """What staff choose. `texts` holds their words by language; `report` the published figures as JSON, or is empty.

    `questions` are those whose figures are shown, `outcomes` the ids of what was done, `quotes` the texts that may be
    quoted, by their references.
    """

    is_open: bool = False
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    report: str = ""
    questions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptPage(PublicPageDraft):
    """What was chosen for one flow, with who changed it last and when."""

    flow: str = field(kw_only=True)
    changed_by: str = field(kw_only=True)
    changed_at: datetime = field(kw_only=True)


def of_flow(tx: Connection, *, flow: str) -> KeptPage | None:
    """Return what was chosen for a flow; None where nobody has chosen anything."""
    row = row_as(_Row, tx.execute(select(public_pages).where(public_pages.c.flow == flow)).first())
    return _page(row) if row else None


def open_flows(tx: Connection) -> tuple[str, ...]:
    """Return the flows whose page is open to the public, by name."""
    query = select(public_pages.c.flow).where(public_pages.c.is_open).order_by(public_pages.c.flow)
    return tuple(tx.execute(query).scalars())


def quoted(tx: Connection) -> frozenset[str]:
    """Return the texts that staff chose to quote on pages that are open, by their references."""
    kept = tx.execute(select(public_pages.c.quotes).where(public_pages.c.is_open)).scalars()
    return frozenset(ref for quotes in kept for ref in json.loads(quotes))


def keep(act: Act, tx: Connection, *, flow: str, draft: PublicPageDraft, by: str, now: datetime) -> None:
    """Keep what staff chose for a flow. `by` is the name of who did."""
    values = {
        "is_open": draft.is_open,
        "texts": json.dumps(draft.texts, ensure_ascii=False, sort_keys=True),
        "report": draft.report,
        "questions": json.dumps(list(draft.questions)),
        "outcomes": json.dumps(list(draft.outcomes)),
        "quotes": json.dumps(list(draft.quotes)),
        "changed_by": by,
        "changed_at": now,
    }
    if of_flow(tx, flow=flow) is None:
        act.insert(public_pages, {"flow": flow, **values})
    else:
        act.change(public_pages, {"flow": flow}, values)


class _Row(NamedTuple):
    """A page as it is stored; lists and texts are JSON."""

    flow: str
    is_open: bool
    texts: str
    report: str
    questions: str
    outcomes: str
    quotes: str
    changed_by: str
    changed_at: datetime


def _page(row: _Row) -> KeptPage:
    return KeptPage(
        is_open=row.is_open,
        texts=json.loads(row.texts),
        report=row.report,
        questions=tuple(json.loads(row.questions)),
        outcomes=tuple(json.loads(row.outcomes)),
        quotes=tuple(json.loads(row.quotes)),
        flow=row.flow,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
    )
