"""Signing in: the one-time link, password, second factor, recovery codes, and showing again who one is."""

import asyncio
from urllib.parse import quote

import segno
from markupsafe import Markup
from sqlalchemy import Connection
from starlette.responses import Response

from review.auth import webauthn
from review.auth.known_device import know
from review.auth.sign_in_session import SignInProblem, begin, fits, give_back, note_wrong, take_try
from review.http.middleware import forget, remember, safe_next, with_form_token
from review.http.request import StaffRequest
from review.http.roles import StaffPage
from review.identity import passwords
from storage.accounts import members, passkeys, sessions
from storage.accounts.members import Member
from storage.audit import audit_log

_WRONG = "The name or the password is not right."
_WRONG_CODE = "This code is not right, or it was used already. Wait for the next one."


async def show_sign_in(visit: StaffRequest) -> Response:
    """Ask for name and password. Whoever came in meanwhile, in another tab, goes on."""
    if visit.is_in:
        return visit.go(safe_next(visit.query.one("next")))
    visit, token = with_form_token(visit)
    return remember(_sign_in_page(visit), visit.desk, token)


async def sign_in(visit: StaffRequest) -> Response:
    """Take name and password; the second factor comes next."""
    name, password = visit.form.one("name"), visit.form.text("password")
    wait = await take_try(visit, name)
    if wait:
        return _sign_in_page(visit, wait)
    account = await visit.read(lambda tx: members.named(tx, name=name))
    is_open = account is not None and account.member.disabled_at is None
    is_right = await fits(visit, name, password, account.password if account and is_open else None)
    if isinstance(is_right, SignInProblem):
        return _sign_in_page(visit, is_right)
    if account is None or not is_open or not is_right:
        await note_wrong(visit, account.member.name if account else "")
        return _sign_in_page(visit, SignInProblem(_WRONG))
    await give_back(visit, name)
    if not account.member.is_ready:
        return await to_first_code(visit, account.member)
    token = await begin(visit, account.member, "code")
    asked = visit.query.one("next")
    return remember(visit.go(f"/sign-in/code{after(asked)}"), visit.desk, token)


async def to_first_code(visit: StaffRequest, member: Member) -> Response:
    """Lead somebody on who chose how to sign in and then left before the second step was set up."""
    return remember(visit.go("/join-code"), visit.desk, await begin(visit, member, "joining"))


async def show_code(visit: StaffRequest) -> Response:
    """Ask for the code of the second factor, or a passkey."""
    return await _code_page(visit)


async def take_key(visit: StaffRequest) -> Response:
    """Take a passkey in place of the code."""
    member = visit.member
    wait = await take_try(visit, member.name)
    if wait:
        return await _code_page(visit, wait)
    known = await visit.read(lambda tx: passkeys.of_staff(tx, staff_id=member.id))
    found = webauthn.shown(visit.desk, known, visit.form.one("answer"), visit.token)
    if found is None:
        await note_wrong(visit, member.name)
        return await _code_page(visit, SignInProblem("This passkey is not one of yours. Use a code."))
    await give_back(visit, member.name)
    await visit.write(lambda tx: passkeys.used(tx, credential=found[0], count=found[1]))
    return await _let_in(visit)


async def take_code(visit: StaffRequest) -> Response:
    """Take the code, or a recovery code."""
    problem = await _code_problem(visit)
    if problem:
        return await _code_page(visit, problem)
    return await _let_in(visit)


async def _let_in(visit: StaffRequest) -> Response:
    token = await begin(visit, visit.member, "in", audit_log.SIGNED_IN)
    response = remember(visit.go(safe_next(visit.query.one("next"))), visit.desk, token)
    return know(response, visit, visit.member.name)


async def sign_out(visit: StaffRequest) -> Response:
    """End this session."""
    session = visit.session
    if session is not None:
        await visit.write(lambda tx: sessions.end(tx, session_id=session.id, staff_id=session.member.id))
    return forget(visit.go("/sign-in"), visit.desk)


async def show_join(visit: StaffRequest) -> Response:
    """Show the one-time link's page: choose a password."""
    visit, token = with_form_token(visit)
    member = await _joining(visit)
    if member is None:
        return visit.page("join-over", 404)
    return remember(visit.page("join", member=member, problems=()), visit.desk, token)


async def join(visit: StaffRequest) -> Response:
    """Take the password, and show the second factor next."""
    member = await _joining(visit)
    if member is None:
        return visit.page("join-over", 404)
    password = visit.form.text("password")
    problems = passwords.faults(member.name, password, visit.form.text("again"))
    if problems:
        return visit.page("join", 400, member=member, problems=problems)
    stored = await passwords.hashed(password)

    def job(tx: Connection) -> str:
        members.set_password(tx, visit.vault, staff_id=member.id, hashed=stored)
        return sessions.begin(tx, visit.vault, staff_id=member.id, stage="joining", now=visit.desk.now())

    return remember(visit.go("/join-code"), visit.desk, await visit.write(job))


async def show_join_code(visit: StaffRequest) -> Response:
    """Show the picture to scan with an authenticator app, and ask for its first code."""
    return await _join_code_page(visit, "")


async def join_code(visit: StaffRequest) -> Response:
    """Take the first code; then show the recovery codes, once."""
    problem = await _code_problem(visit)
    if problem:
        return await _join_code_page(visit, await _clock_problem(visit) or problem.text)

    def job(tx: Connection) -> tuple[str, ...]:
        return members.new_recovery_codes(tx, visit.vault, staff_id=visit.member.id)

    codes = await visit.write(job)
    token = await begin(visit, visit.member, "in", "joined")
    return know(remember(visit.page("recovery-codes", codes=codes), visit.desk, token), visit, visit.member.name)


async def show_proof(visit: StaffRequest) -> Response:
    """Ask for password and code again, or lead to the provider, before something that matters."""
    return _proof_page(visit)


async def prove(visit: StaffRequest) -> Response:
    """Take password and code; the code alone from whoever has no password here."""
    problem = await password_problem(visit) or await _code_problem(visit)
    if problem:
        return _proof_page(visit, problem)
    session_id = visit.session.id if visit.session else ""

    def job(tx: Connection) -> None:
        sessions.prove(tx, session_id=session_id, now=visit.desk.now())
        visit.audit(tx, "showed again who they are")

    await visit.write(job)
    return visit.go(safe_next(visit.query.one("next")))


async def password_problem(visit: StaffRequest) -> SignInProblem | None:
    """Take the password of the form that they have now; return what is wrong with it, or None."""
    member = visit.member
    if member.issuer:
        return None
    wait = await take_try(visit, member.name)
    if wait:
        return wait
    account = await visit.read(lambda tx: members.named(tx, name=member.name))
    is_right = await fits(visit, member.name, visit.form.text("password"), account.password if account else None)
    if isinstance(is_right, SignInProblem):
        return is_right
    if not is_right:
        await note_wrong(visit, member.name)
        return SignInProblem("The password is not right.")
    await give_back(visit, member.name)
    return None


def _proof_page(visit: StaffRequest, problem: SignInProblem | None = None) -> Response:
    status, text = _shown(problem)
    return visit.page("prove", status, problem=text, after=after(visit.query.one("next")))


def _shown(problem: SignInProblem | None) -> tuple[int, str]:
    return (problem.status, problem.text) if problem else (200, "")


async def _code_page(visit: StaffRequest, problem: SignInProblem | None = None) -> Response:
    known = await visit.read(lambda tx: passkeys.of_staff(tx, staff_id=visit.member.id))
    has_keys = known and webauthn.host_of(visit.desk)
    options = webauthn.options_to_show(visit.desk, known, visit.token) if has_keys else ""
    way_on = after(visit.query.one("next"))
    status, text = _shown(problem)
    return visit.page("code", status, problem=text, options=options, after=way_on)


def _sign_in_page(visit: StaffRequest, problem: SignInProblem | None = None) -> Response:
    way_on = after(visit.query.one("next"))
    status, text = _shown(problem)
    return visit.page("sign-in", status, problem=text, name=visit.form.one("name"), after=way_on)


def after(asked: str) -> str:
    """Return the part of an address that says where to go on to."""
    return f"?next={quote(asked)}" if asked else ""


async def _code_problem(visit: StaffRequest) -> SignInProblem | None:
    """Take the code of the form; return what is wrong with it, or None."""
    member, code = visit.member, visit.form.one("code")
    wait = await take_try(visit, member.name)
    if wait:
        return wait

    def job(tx: Connection) -> bool:
        now = visit.desk.now()
        return members.take_code(tx, visit.vault, staff_id=member.id, code=code, now=now) or members.take_recovery_code(
            tx, visit.vault, staff_id=member.id, code=code, now=now
        )

    if await visit.write(job):
        await give_back(visit, member.name)
        return None
    await note_wrong(visit, member.name)
    return SignInProblem(_WRONG_CODE)


async def _clock_problem(visit: StaffRequest) -> str:
    """Return what is wrong with the clock of the phone, if the code shows that; nothing where it does not."""
    member, code = visit.member, visit.form.one("code")
    ahead = await visit.read(
        lambda tx: members.minutes_off(tx, visit.vault, staff_id=member.id, code=code, now=visit.desk.now())
    )
    if not ahead:
        return ""
    way = "fast" if ahead > 0 else "slow"
    minutes = "1 minute" if abs(ahead) == 1 else f"{abs(ahead)} minutes"
    return f"The clock of your phone is {minutes} {way}. Let the phone set its time by itself, then type the next code."


async def _joining(visit: StaffRequest) -> Member | None:
    token = visit.path("token")
    return await visit.read(lambda tx: members.joining(tx, visit.vault, token=token, now=visit.desk.now()))


async def _join_code_page(visit: StaffRequest, problem: str) -> Response:
    member = visit.member
    secret = await visit.read(lambda tx: members.totp_secret(tx, visit.vault, staff_id=member.id)) or ""
    return await secret_page(visit, secret, problem)


async def secret_page(visit: StaffRequest, secret: str, problem: str) -> Response:
    """Show a secret (base32) as a picture to scan and as letters to type, and ask for a first code of it."""
    label = quote(f"{visit.desk.organisation or 'sayso'}:{visit.member.name}")
    issuer = quote(visit.desk.organisation or "sayso")
    link = f"otpauth://totp/{label}?secret={secret}&issuer={issuer}"
    picture = await asyncio.to_thread(_picture, link)
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return visit.page("join-code", 403 if problem else 200, picture=picture, secret=groups, problem=problem)


def _picture(link: str) -> Markup:
    """Return a QR code as SVG that stands in the page itself: no other file ever holds the secret."""
    svg = segno.make(link, error="m").svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)
    return Markup(svg)  # noqa: S704 - made of squares alone


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/sign-in", show_sign_in, stage="out"),
    StaffPage("POST", "/sign-in", sign_in, stage="out"),
    StaffPage("GET", "/sign-in/code", show_code, stage="code"),
    StaffPage("POST", "/sign-in/code", take_code, stage="code"),
    StaffPage("POST", "/sign-in/passkey", take_key, stage="code"),
    StaffPage("POST", "/sign-out", sign_out, writes=False),
    StaffPage("GET", "/join/{token}", show_join, stage="out"),
    StaffPage("POST", "/join/{token}", join, stage="out"),
    StaffPage("GET", "/join-code", show_join_code, stage="joining"),
    StaffPage("POST", "/join-code", join_code, stage="joining"),
    StaffPage("GET", "/prove", show_proof),
    StaffPage("POST", "/prove", prove, writes=False),
)
