"""Browsers in which staff are signed in: kept on the server, 30 minutes idle, 12 hours in all.

The cookie holds a token of 256 bits; the table holds its keyed hash. A session that rises to another stage gets
another token, so that nobody rides on one that was planted before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, text, update

from storage.accounts import members
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import insert_into
from storage.db.ids import new_id
from storage.tables import staff_sessions, wrong_tries

Stage = Literal["joining", "code", "in"]

IDLE = timedelta(minutes=30)
"""As NIST SP 800-63B asks where two factors are shown (AAL2)."""
LONGEST = timedelta(hours=12)
"""The same. It is a long shift as well: nobody is signed out in the middle of one."""
PROOF = timedelta(minutes=10)
"""How long password and code, once shown, hold for export, erasure, un-redacting and roles."""
_KNOWN = timedelta(hours=12)
"""How long it is known whose a session was: a form from a tab that stood open over a meeting finds its owner."""
_HALF = timedelta(minutes=15)
"""How long somebody may take between password and code."""
_NOTED = timedelta(minutes=1)
"""Use is noted once a minute, so that reading a page seldom writes."""

FREE_TRIES = 5
"""Wrong passwords for one name from one place before a wait: enough for a hand that slips and an old password."""
FREE_TRIES_OF_A_PLACE = 20
"""A whole office may share one address."""
FREE_TRIES_HALF_IN = 10
"""Codes for one account, whatever the place. After them a minute each: a six-digit code of which three fit stays unguessed
for half a year."""
_LONGEST_WAIT = 60
"""Seconds. That leaves 1,440 tries a day, hopeless against 12 characters; whoever shares the place waits a minute at
most."""
_FORGET = timedelta(minutes=30)
"""A guess: as long as somebody who gave up stays away."""


@dataclass(frozen=True)
class Session:
    """A browser that is signed in, or on the way to it."""

    id: str
    stage: Stage
    member: members.Member
    created_at: datetime
    seen_at: datetime
    proved_at: datetime | None

    def is_proved(self, now: datetime) -> bool:
        """Whether password and code were shown just now."""
        return self.proved_at is not None and now - self.proved_at < PROOF


def begin(tx: Connection, vault: Vault, *, staff_id: str, stage: Stage, now: datetime, is_proof: bool = True) -> str:
    """Begin a session and return its token. `in` counts as proof that they are who they say, unless told otherwise."""
    token = members.new_secret()
    row = {
        "token_hash": vault.hash_token(token),
        "id": new_id(),
        "staff_id": staff_id,
        "stage": stage,
        "created_at": now,
        "seen_at": now,
        "proved_at": now if stage == "in" and is_proof else None,
    }
    tx.execute(insert(staff_sessions), row)
    return token


def find(tx: Connection, vault: Vault, *, token: str, now: datetime) -> Session | None:
    """Return the session of a token, or None for one that is unknown or over, or whose account is closed."""
    row = _of_token.first(tx, {"token_hash": vault.hash_token(token)})
    if row is None or _is_over(row.stage, row.created_at, row.seen_at, now):
        return None
    member = members.with_id(tx, staff_id=row.staff_id)
    if member is None or member.disabled_at is not None:
        return None
    return Session(row.id, row.stage, member, row.created_at, row.seen_at, row.proved_at)


def owner_of(tx: Connection, vault: Vault, *, token: str) -> str | None:
    """Return whose session this is or was: an ended one is known for some hours. None for a closed account."""
    row = _of_token.first(tx, {"token_hash": vault.hash_token(token)})
    member = members.with_id(tx, staff_id=row.staff_id) if row is not None and row.stage == "in" else None
    return member.id if member is not None and member.disabled_at is None else None


def note_use(tx: Connection, *, session: Session, now: datetime) -> None:
    """Let a session live on."""
    tx.execute(update(staff_sessions).where(staff_sessions.c.id == session.id).values(seen_at=now))


def needs_noting(session: Session, now: datetime) -> bool:
    """Return whether it is time to let a session live on."""
    return now - session.seen_at >= _NOTED


def prove(tx: Connection, *, session_id: str, now: datetime) -> None:
    """Note that password and code were shown again."""
    tx.execute(update(staff_sessions).where(staff_sessions.c.id == session_id).values(proved_at=now))


def end(tx: Connection, *, session_id: str, staff_id: str) -> None:
    """End one session of somebody."""
    one = (staff_sessions.c.id == session_id, staff_sessions.c.staff_id == staff_id)
    tx.execute(delete(staff_sessions).where(*one))


def end_others(tx: Connection, *, session_id: str, staff_id: str) -> None:
    """End every session of somebody but this one."""
    others = (staff_sessions.c.staff_id == staff_id, staff_sessions.c.id != session_id)
    tx.execute(delete(staff_sessions).where(*others))


def of_staff(tx: Connection, *, staff_id: str, now: datetime) -> tuple[tuple[str, datetime, datetime], ...]:
    """Return the sessions of somebody that are not over: id, when it began, when it was last used."""
    theirs = select(staff_sessions).where(staff_sessions.c.staff_id == staff_id, staff_sessions.c.stage == "in")
    rows = tx.execute(theirs.order_by(staff_sessions.c.created_at))
    return tuple(
        (row.id, row.created_at, row.seen_at)
        for row in rows
        if not _is_over(row.stage, row.created_at, row.seen_at, now)
    )


def purge(tx: Connection, *, now: datetime) -> int:
    """Remove sessions that were over long ago and wrong tries that are forgotten; return how many sessions went."""
    tx.execute(delete(wrong_tries).where(wrong_tries.c.at < now - _FORGET))
    known = now - _KNOWN
    over = or_(staff_sessions.c.created_at < known - LONGEST, staff_sessions.c.seen_at < known - IDLE)
    return tx.execute(delete(staff_sessions).where(over)).rowcount


def buckets(vault: Vault, *, name: str, place: str, half_in: str = "", device: str = "") -> tuple[tuple[str, int], ...]:
    """Return what tries are counted by, each with how many are free: account and place together, and the place.

    `half_in` is the id of the session of who has shown the password. Those are counted by it and by the account as well:
    nobody else can keep somebody out from afar, and a code of six digits cannot be guessed from many places at once.
    `device` is the id of a browser in which the owner of the account has signed in before. It is counted by itself
    alone, so that whatever strangers do, it is let through.
    """
    folded = members.folded(name)
    if device:
        return ((vault.stamp("try", f"{folded}\0device {device}"), FREE_TRIES),)
    both, alone = vault.stamp("try", f"{folded}\0{place}"), vault.stamp("place", place)
    half = ((vault.stamp("half", folded), FREE_TRIES_HALF_IN), (vault.stamp("session", half_in), FREE_TRIES))
    return (both, FREE_TRIES), (alone, FREE_TRIES_OF_A_PLACE), *(half if half_in else ())


def _wait_seconds(tx: Connection, tried: Iterable[tuple[str, int]], now: datetime) -> int:
    """Return how long to wait before the next try: nothing at first, then twice as long each time, a minute at most."""
    waits = [0]
    for bucket, free in tried:
        query = select(wrong_tries.c.count, wrong_tries.c.at).where(wrong_tries.c.bucket == bucket)
        for count, at in tx.execute(query):
            pause = timedelta(seconds=min(_LONGEST_WAIT, 2 ** min(max(count - free + 1, 0), 10)))
            if count >= free and now - at < _FORGET:
                waits.append(-int((now - at - pause).total_seconds() // 1))
    return max(waits)


def take_try(tx: Connection, *, tried: Iterable[tuple[str, int]], now: datetime) -> int:
    """Count a try before it is judged, and return 0; or return how many seconds to wait, and count nothing.

    In one transaction: however many come at once, no more are judged than are free.
    """
    if (
        tx.dialect.name == "postgresql"
    ):  # several services count at once there; on SQLite one write comes after the other
        for bucket in sorted(bucket for bucket, _ in tried):
            tx.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:bucket, 0))"), {"bucket": bucket})
    wait = _wait_seconds(tx, tried, now)
    for bucket, _ in () if wait else tried:
        row = {"bucket": bucket, "count": 1, "at": now}
        again = {"count": wrong_tries.c.count + 1, "at": now}
        tx.execute(
            insert_into(tx, wrong_tries).values(row).on_conflict_do_update(index_elements=["bucket"], set_=again)
        )
    return wait


def give_back(tx: Connection, *, tried: Iterable[tuple[str, int]]) -> None:
    """Count a try no longer: it was right."""
    named = [bucket for bucket, _ in tried]
    fewer = update(wrong_tries).where(wrong_tries.c.bucket.in_(named), wrong_tries.c.count > 0)
    tx.execute(fewer.values(count=wrong_tries.c.count - 1))


def forget_wrong(tx: Connection, *, tried: Iterable[tuple[str, int]]) -> None:
    """Forget the wrong tries of somebody who has signed in; the place keeps its count."""
    first = next(iter(tried))[0]
    tx.execute(delete(wrong_tries).where(wrong_tries.c.bucket == first))


def _is_over(stage: str, created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    if stage != "in":
        return now - created_at >= _HALF
    return now - created_at >= LONGEST or now - seen_at >= IDLE


_of_token = PreparedStatement(select(staff_sessions).where(staff_sessions.c.token_hash == bindparam("token_hash")))
