"""Flow versions, kept for ever as compiled JSON; compiling and reading them is the core's."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from feedback.flows.model import Flow
from storage.db.dialect import insert_into
from storage.tables import flow_versions


@dataclass(frozen=True)
class StoredFlow:
    """One stored flow version."""

    version_id: str
    flow: str
    version: int
    compiled: str


def keep(tx: Connection, *, flow: Flow, compiled: str, now: datetime) -> None:
    """Store a flow version under its `version_id`. One that is stored already stays as it is."""
    row = {
        "id": flow.version_id,
        "flow": flow.name,
        "version": flow.version,
        "language": flow.language,
        "title": flow.title,
        "compiled": compiled,
        "first_used_at": now,
    }
    tx.execute(insert_into(tx, flow_versions).on_conflict_do_nothing(), row)


def versions(tx: Connection, *, flow: str | None = None) -> tuple[StoredFlow, ...]:
    """Return all stored versions (of one flow, if it is named), the oldest first."""
    query = select(flow_versions.c.id, flow_versions.c.flow, flow_versions.c.version, flow_versions.c.compiled)
    if flow is not None:
        query = query.where(flow_versions.c.flow == flow)
    return tuple(StoredFlow(*row) for row in tx.execute(query.order_by(flow_versions.c.first_used_at)))


def compiled(tx: Connection, *, version_id: str) -> str | None:
    """Return one compiled flow, or None if it was never stored."""
    return tx.execute(select(flow_versions.c.compiled).where(flow_versions.c.id == version_id)).scalar_one_or_none()
