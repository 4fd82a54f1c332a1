"""A member of staff's own account: where they are signed in, and their recovery codes."""

from sqlalchemy import Connection
from starlette.responses import Response

from review.access import ROLE_MEANINGS, Page
from review.visit import Visit
from storage import sessions, staff


async def show(visit: Visit) -> Response:
    """Show what is known of one's own account."""
    member, now = visit.member, visit.desk.now()

    def look(tx: Connection) -> tuple[object, int]:
        return sessions.of_staff(tx, staff_id=member.id, now=now), staff.recovery_codes_left(tx, staff_id=member.id)

    opened, left = await visit.read(look)
    return visit.page("account", meaning=ROLE_MEANINGS[member.role], open_sessions=opened, codes_left=left)


async def end_session(visit: Visit) -> Response:
    """Sign out of another browser."""
    member, session_id = visit.member, visit.form.one("session")
    await visit.write(lambda tx: sessions.end(tx, session_id=session_id, staff_id=member.id))
    return visit.go("/account")


async def new_codes(visit: Visit) -> Response:
    """Make new recovery codes and show them once."""

    def job(tx: Connection) -> tuple[str, ...]:
        visit.audit(tx, "made new recovery codes")
        return staff.new_recovery_codes(tx, visit.vault, staff_id=visit.member.id)

    return visit.page("recovery-codes", codes=await visit.write(job))


PAGES: tuple[Page, ...] = (
    Page("GET", "/account", show),
    Page("POST", "/account/end-session", end_session),
    Page("POST", "/account/recovery-codes", new_codes, needs_proof=True),
)
