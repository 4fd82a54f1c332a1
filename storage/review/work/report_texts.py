"""The words that staff write around the figures of a report, version by version."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.audit.undo import Act
from storage.db.ids import new_id
from storage.tables import report_texts


@dataclass(frozen=True)
class NewReportText:
    """The words as a TOML file, and the ids of the texts that staff chose to quote; None leaves that to the rule."""

    words: str
    quotes: tuple[str, ...] | None


@dataclass(frozen=True)
class ReportText(NewReportText):
    """One version, with who wrote it and when."""

    version: int
    written_by: str
    written_at: datetime


def versions(tx: Connection, *, flow: str) -> tuple[ReportText, ...]:
    """Return every version of a flow, the newest first."""
    wanted = select(report_texts).where(report_texts.c.flow == flow).order_by(report_texts.c.version.desc())
    return tuple(
        ReportText(row.words, _chosen(row.quotes), row.version, row.written_by, row.written_at)
        for row in tx.execute(wanted)
    )


def newest(tx: Connection, *, flow: str) -> ReportText | None:
    """Return the version that counts; None where nothing was written."""
    return next(iter(versions(tx, flow=flow)), None)


def write(tx: Connection, act: Act, *, flow: str, new: NewReportText, by: str, now: datetime) -> int:
    """Keep a new version and return its number. `by` is the name of who wrote it."""
    latest = newest(tx, flow=flow)
    number = latest.version + 1 if latest else 1
    chosen = json.dumps(None if new.quotes is None else list(new.quotes))
    row = {"id": new_id(), "flow": flow, "version": number, "words": new.words, "quotes": chosen}
    act.insert(report_texts, {**row, "written_by": by, "written_at": now})
    return number


def _chosen(text: str) -> tuple[str, ...] | None:
    found = json.loads(text)
    return None if found is None else tuple(found)
