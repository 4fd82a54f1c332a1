"""The record of what staff and commands did and read: rows that are only added, each bound to the one before.

The chain is keyed with the look-up key of the key file, so whoever has the database alone cannot make it anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, func, insert, select, text

from storage.crypto.vault import Vault
from storage.db import counters
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import at_most
from storage.db.typed_rows import rows_as
from storage.tables import audits

COULD_NOT_SIGN_IN = "could not sign in"
SIGNED_IN = "signed in"
_COUNTED = "audit"
_ORDER_LOCK = 7_305_241
"""PostgreSQL's transaction lock under which rows of the audit are put in order."""
_LATEST = 20_000
"""Rows looked through for tries to sign in: weeks of a busy team, read in some milliseconds."""
_TOGETHER = 1000
"""Rows read at once, so that a record of years is walked in little memory."""


@dataclass(frozen=True)
class AuditRecord:
    """What is written down. `by` is the name of a member of staff or of a command; no field holds words of a person."""

    by: str
    what: str
    target: str = ""
    """Kind and id of what it was done to: `conversation x`."""
    reason: str = ""


@dataclass(frozen=True)
class AuditEntry:
    """One thing that was done or read."""

    id: int
    at: datetime
    by: str
    what: str
    target: str
    reason: str


@dataclass(frozen=True)
class ChainVerification:
    """What the verifier found. `broken_at` is the first row that was altered, removed or moved, or None."""

    rows: int
    broken_at: int | None = None
    missing: int = 0
    """Rows that were counted and are not there (cut off at the end)."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was touched."""
        return self.broken_at is None and not self.missing


def record(tx: Connection, vault: Vault, deed: AuditRecord, *, now: datetime) -> None:
    """Add a row."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ORDER_LOCK})
    row = {"at": now, **vars(deed)}
    _insert.change(tx, row | {"chain": _link(vault, _latest.value(tx, {}) or "", row)})
    counters.add(tx, name=_COUNTED, day=now.date())


def verify(tx: Connection, vault: Vault) -> ChainVerification:
    """Walk the whole chain and return what was found. Rows from before there was a chain may only stand first."""
    before, last, count, broken = "", 0, 0, None
    while rows := tx.execute(select(audits).where(audits.c.id > last).order_by(audits.c.id).limit(_TOGETHER)).all():
        for row in rows:
            is_old = not row.chain and not before
            if broken is None and not is_old and row.chain != _link(vault, before, row._asdict()):
                broken = row.id
            before, last = row.chain, row.id
            count += bool(row.chain)
    return ChainVerification(count, broken, max(0, counters.total(tx, name=_COUNTED) - count))


def entries(tx: Connection, *, before: int | None = None, limit: int = 100) -> tuple[AuditEntry, ...]:
    """Return what was done, the latest first; `before` is the id to go on from."""
    query = select(audits).order_by(audits.c.id.desc()).limit(limit)
    found = tx.execute(query if before is None else query.where(audits.c.id < before))
    return _entries(rows_as(AuditEntry, found))


def of_target(tx: Connection, *, target: str) -> tuple[AuditEntry, ...]:
    """Return what was done to one thing, the latest first: who has read a conversation, for one."""
    return _entries(_of_target.rows(tx, {"target": target}))


def wrong_tries(tx: Connection, *, by: str, before: datetime) -> tuple[datetime, ...]:
    """Return when tries to sign in as somebody were wrong, the latest first: those before, back to when they last were in.

    Of the last 20,000 rows of the audit at most.
    """
    rows = tx.execute(_coming_in, {"by": by, "before": before}).all()
    times = []
    for row in rows:
        if row.what != COULD_NOT_SIGN_IN:
            break
        times.append(row.at)
    return tuple(times)


def _entries(rows: Sequence[AuditEntry]) -> tuple[AuditEntry, ...]:
    return tuple(AuditEntry(row.id, row.at, row.by, row.what, row.target, row.reason) for row in rows)


def _link(vault: Vault, before: str, row: dict[str, object]) -> str:
    at = row["at"]
    moment = at.astimezone(UTC).isoformat() if isinstance(at, datetime) else ""
    fields = (before, moment, *(str(row[name]) for name in ("by", "what", "target", "reason")))
    return vault.stamp("audit", "\0".join(fields))


_latest = PreparedStatement(select(audits.c.chain).order_by(audits.c.id.desc()).limit(at_most(1)))
_insert = PreparedStatement(insert(audits))
_of_target = PreparedStatement(
    select(audits).where(audits.c.target == bindparam("target")).order_by(audits.c.id.desc()).limit(at_most(200))
)
_lately = select(func.coalesce(func.max(audits.c.id), 0) - _LATEST).scalar_subquery()
_coming_in = (
    select(audits.c.at, audits.c.what)
    .where(
        audits.c.id > _lately,
        audits.c.by == bindparam("by"),
        audits.c.at < bindparam("before"),
        audits.c.what.in_((COULD_NOT_SIGN_IN, SIGNED_IN, "joined")),
    )
    .order_by(audits.c.id.desc())
    .limit(_TOGETHER)
)
