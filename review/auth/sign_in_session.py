"""What every way of signing in shares: counting wrong tries, and beginning a session under a new token."""

from sqlalchemy import Connection

from review.http.request import StaffRequest
from storage.accounts import sessions
from storage.accounts.members import Member
from storage.accounts.sessions import Stage
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord

WAIT = "Please wait {seconds} seconds, then try again. There were many wrong tries."


async def wait_seconds(visit: StaffRequest, name: str) -> int:
    """Return how long whoever asks must wait before another try, as this account or from this place."""
    tried = sessions.buckets(visit.vault, name=name, place=_place(visit))
    return await visit.read(lambda tx: sessions.wait_seconds(tx, tried=tried, now=visit.desk.now()))


async def note_wrong(visit: StaffRequest, name: str, known: str) -> None:
    """Count a wrong try; in the audit too, where there is such an account (`known` is its name)."""
    tried = sessions.buckets(visit.vault, name=name, place=_place(visit))

    def job(tx: Connection) -> None:
        sessions.note_wrong(tx, tried=tried, now=visit.desk.now())
        if known:
            audit_log.record(tx, visit.vault, AuditRecord(known, "could not sign in"), now=visit.desk.now())

    # No effect of the form that asked for the password: that one can be sent again.
    await visit.desk.database.write(job)


async def begin(visit: StaffRequest, member: Member, stage: Stage, what: str = "", *, is_proof: bool = True) -> str:
    """End the session so far and begin one at the next stage, under another token.

    `what` goes into the audit, and clears the wrong tries of this account from this place.
    """
    before = visit.session
    tried = sessions.buckets(visit.vault, name=member.name, place=_place(visit))

    def job(tx: Connection) -> str:
        now = visit.desk.now()
        if before is not None:
            sessions.end(tx, session_id=before.id, staff_id=before.member.id)
        if what:
            audit_log.record(tx, visit.vault, AuditRecord(member.name, what), now=now)
            sessions.forget_wrong(tx, tried=tried)
            sessions.purge(tx, now=now)
        return sessions.begin(tx, visit.vault, staff_id=member.id, stage=stage, now=now, is_proof=is_proof)

    return await visit.write(job)


def _place(visit: StaffRequest) -> str:
    """Return where a request comes from, for the count of wrong tries alone: it is kept as a keyed hash."""
    return visit.request.client.host if visit.request.client else ""
