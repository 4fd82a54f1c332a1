"""A member of staff's own account: where they are signed in, their password, second step and recovery codes."""

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.auth import webauthn
from review.http.request import StaffRequest
from review.http.roles import StaffPage, meaning_of
from review.identity import passwords
from review.lists.set_up_snapshots import codes_of_form
from review.pages.sign_in import password_problem, secret_page
from storage.accounts import members, passkeys, sessions
from storage.accounts.passkeys import Passkey

_LONGEST_NAME = 60
"""Characters of a device's name. A guess: it stays on one line."""


async def show(visit: StaffRequest) -> Response:
    """Show what is known of one's own account."""
    member, now = visit.member, visit.desk.now()

    def look(tx: Connection) -> tuple[object, int, tuple[Passkey, ...]]:
        opened = sessions.of_staff(tx, staff_id=member.id, now=now)
        left = members.recovery_codes_left(tx, staff_id=member.id)
        return opened, left, passkeys.of_staff(tx, staff_id=member.id)

    opened, left, keys = await visit.read(look)
    seen = await visit.read(lambda tx: codes_of_form(tx, visit=visit))
    desk, token = visit.desk, visit.token
    return visit.page(
        "account",
        meaning=meaning_of(member),
        open_sessions=opened,
        codes_left=left,
        codes_seen=seen.stamp(visit.vault),
        keys=keys,
        options=webauthn.options_to_add(desk, member, keys, token) if webauthn.host_of(desk) else "",
    )


async def end_session(visit: StaffRequest) -> Response:
    """Sign out of another browser."""
    member, session_id = visit.member, visit.form.one("session")
    await visit.write(lambda tx: sessions.end(tx, session_id=session_id, staff_id=member.id))
    return visit.go("/account")


async def new_codes(visit: StaffRequest) -> Response:
    """Make new recovery codes and show them once."""

    def job(tx: Connection) -> tuple[str, ...]:
        visit.audit(tx, "made new recovery codes")
        return members.new_recovery_codes(tx, visit.vault, staff_id=visit.member.id)

    return visit.page("recovery-codes", codes=await visit.write(job))


async def show_new_password(visit: StaffRequest) -> Response:
    """Ask for the password of now and for another one. Raises: HTTPException (404), where they have none here."""
    return _password_page(visit)


async def new_password(visit: StaffRequest) -> Response:
    """Take another password from whoever knows the one of now; every other browser of theirs is signed out."""
    member, password = visit.member, visit.form.text("new")
    problem = await password_problem(visit)
    if problem:
        return _password_page(visit, (problem.text,), problem.status)
    faults = passwords.faults(member.name, password, visit.form.text("again"))
    if faults:
        return _password_page(visit, faults, 400)
    await _change_password(visit, await passwords.hashed(password))
    return visit.page("password-changed")


async def _change_password(visit: StaffRequest, stored: str) -> None:
    member, session_id = visit.member, visit.session.id if visit.session else ""

    def job(tx: Connection) -> None:
        members.change_password(tx, staff_id=member.id, hashed=stored)
        sessions.end_others(tx, session_id=session_id, staff_id=member.id)
        visit.audit(tx, "changed their password")

    await visit.write(job)


def _password_page(visit: StaffRequest, problems: tuple[str, ...] = (), status: int = 200) -> Response:
    if visit.member.issuer:
        raise HTTPException(404)
    return visit.page("password", status, problems=problems)


async def show_new_step(visit: StaffRequest) -> Response:
    """Show what a new phone has to scan in place of the old one."""
    return await secret_page(visit, await _new_secret(visit), "")


async def new_step(visit: StaffRequest) -> Response:
    """Take the first code of the new phone; from then on the old one is of no use."""
    member, code = visit.member, visit.form.one("code")
    secret = await _new_secret(visit)

    def job(tx: Connection) -> bool:
        known = {"staff_id": member.id, "token": visit.token}
        is_right = members.change_second_step(tx, visit.vault, **known, code=code, now=visit.desk.now())
        if is_right:
            visit.audit(tx, "set up a new second step")
        return is_right

    if await visit.write(job):
        return visit.go("/account")
    return await secret_page(visit, secret, "This code is not right. Type the one that the app shows now.")


async def _new_secret(visit: StaffRequest) -> str:
    """Return the secret for a new phone. Raises: HTTPException (404), where the second step is not ours."""
    member = visit.member
    if not member.has_code:
        raise HTTPException(404)
    return await visit.read(lambda tx: members.new_second_step(tx, visit.vault, staff_id=member.id, token=visit.token))


async def add_key(visit: StaffRequest) -> Response:
    """Keep the key that the browser made. Raises: HTTPException (400), where its answer is not right."""
    name = visit.form.one("name")[:_LONGEST_NAME] or "My device"
    named = (name, visit.desk.now())
    key = webauthn.added(visit.desk, visit.member, visit.form.one("answer"), visit.token, named)
    if key is None or not webauthn.host_of(visit.desk):
        raise HTTPException(400)

    def job(tx: Connection) -> None:
        passkeys.add(tx, key=key)
        visit.audit(tx, "added a passkey")

    await visit.write(job)
    return visit.go("/account")


async def remove_key(visit: StaffRequest) -> Response:
    """Take one of one's own keys away."""
    try:
        credential = bytes.fromhex(visit.form.one("key"))
    except ValueError as fault:
        raise HTTPException(400) from fault

    def job(tx: Connection) -> None:
        if passkeys.remove(tx, staff_id=visit.member.id, credential=credential):
            visit.audit(tx, "took a passkey away")

    await visit.write(job)
    return visit.go("/account")


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/account", show),
    StaffPage("POST", "/account/end-session", end_session),
    StaffPage("POST", "/account/recovery-codes", new_codes, needs_proof=True, watch=codes_of_form),
    StaffPage("GET", "/account/password", show_new_password),
    StaffPage("POST", "/account/password", new_password, is_secret=True),
    StaffPage("GET", "/account/second-step", show_new_step, needs_proof=True),
    StaffPage("POST", "/account/second-step", new_step, needs_proof=True),
    StaffPage("POST", "/account/passkeys", add_key, needs_proof=True),
    StaffPage("POST", "/account/passkeys/remove", remove_key, needs_proof=True),
)
