"""What every way of signing in shares: counting tries, and beginning a session under a new token."""

from dataclasses import dataclass

from sqlalchemy import Connection

from browser.place import place_of
from review.auth.known_device import device_of
from review.http.request import StaffRequest
from review.identity import passwords
from storage.accounts import sessions
from storage.accounts.members import Member
from storage.accounts.sessions import Stage
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord

_WAIT = "Please wait {seconds} seconds, then try again. There were many wrong tries."
_BUSY = "Many people are signing in at this moment. Your password was not looked at. Please try again."


@dataclass(frozen=True)
class SignInProblem:
    """Why somebody is not let in, as a page says it, and the status of that page."""

    text: str
    status: int = 403


async def take_try(visit: StaffRequest, name: str) -> SignInProblem | None:
    """Count a try as this account and from this place before it is judged; return that they must wait, where they must.

    What was right is given back by `give_back`, so that only wrong tries stay counted.
    """
    tried, now = _tried(visit, name), visit.desk.now()
    # No effect of the form that asked for the password: that one can be sent again.
    wait = await visit.desk.database.write(lambda tx: sessions.take_try(tx, tried=tried, now=now))
    return SignInProblem(_WAIT.format(seconds=wait), 429) if wait else None


async def fits(visit: StaffRequest, name: str, password: str, stored: str | None) -> bool | SignInProblem:
    """Return whether a password is right, or why it was not looked at: then the try is counted no longer."""
    try:
        return await passwords.fits(password, stored, is_known=bool(device_of(visit, name)))
    except passwords.TooMany:
        await give_back(visit, name)
        return SignInProblem(_BUSY, 503)


async def give_back(visit: StaffRequest, name: str) -> None:
    """Count a try no longer, since it was right."""
    tried = _tried(visit, name)
    await visit.desk.database.write(lambda tx: sessions.give_back(tx, tried=tried))


async def note_wrong(visit: StaffRequest, known: str) -> None:
    """Note in the audit that a try was wrong, where there is such an account (`known` is its name)."""
    if not known:
        return
    record, now = AuditRecord(known, audit_log.COULD_NOT_SIGN_IN), visit.desk.now()
    await visit.desk.database.write(lambda tx: audit_log.record(tx, visit.vault, record, now=now))


async def begin(visit: StaffRequest, member: Member, stage: Stage, what: str = "", *, is_proof: bool = True) -> str:
    """End the session so far and begin one at the next stage, under another token.

    `what` goes into the audit, and clears the wrong tries of this account from this place.
    """
    before = visit.session
    tried = _tried(visit, member.name)

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


def _tried(visit: StaffRequest, name: str) -> tuple[tuple[str, int], ...]:
    """Return what a try is counted by. Who has a session is half in, at least: they have shown the password."""
    host = visit.request.client.host if visit.request.client else ""
    half_in, device = visit.session.id if visit.session else "", device_of(visit, name)
    return sessions.buckets(visit.vault, name=name, place=place_of(host), half_in=half_in, device=device)
