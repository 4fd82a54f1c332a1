"""Signing in with a provider of accounts in place of a password: the way there, and the three reasons to come back.

An account is known by issuer and the provider's own name for somebody, and is joined to them by a one-time link alone
(decision 0014).
"""

from collections.abc import Awaitable, Callable, Mapping

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review.auth import oidc_state as detours
from review.auth.known_device import know
from review.auth.oidc_state import OidcState
from review.auth.sign_in_session import begin, give_back, note_wrong, take_try
from review.http.middleware import remember, safe_next, with_form_token
from review.http.request import BASE, StaffRequest
from review.http.roles import StaffPage
from review.identity.oidc_client import (
    SKEW,
    AuthorizationRequest,
    IdentityNotProven,
    OidcProvider,
    ProvenIdentity,
    ProviderAway,
    error_code,
)
from review.pages.sign_in import after, to_first_code
from storage.accounts import members, sessions
from storage.accounts.members import Identity, IdentityTaken, Member
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord

_TITLE = "That did not work"
_OWN_CHOICE = frozenset({"access_denied", "login_required", "interaction_required", "consent_required"})
_REFUSED = 403
"""What a wrong try is answered with, and it stays counted."""
_NOBODY = ""
"""Wrong tries before anybody is known are counted for the place alone."""
_KNOWLEDGE = frozenset({"pwd", "pin", "kba"})
"""Ways to sign in that are one thing that somebody knows (RFC 8176): alone they are no second step."""


async def start(visit: StaffRequest) -> Response:
    """Send somebody to the provider, to sign in."""
    visit, _ = with_form_token(visit)
    return await _leave(visit, OidcState("sign in", visit.desk.now(), visit.query.one("next")))


async def start_joining(visit: StaffRequest) -> Response:
    """Send somebody to the provider who has opened a one-time link."""
    visit, _ = with_form_token(visit)
    link = visit.path("token")
    _provider(visit)
    if await visit.read(lambda tx: members.joining(tx, visit.vault, token=link, now=visit.desk.now())) is None:
        return visit.page("join-over", 404)
    return await _leave(visit, OidcState("join", visit.desk.now(), link=link))


async def start_proof(visit: StaffRequest) -> Response:
    """Send somebody to the provider to sign in there afresh."""
    if not visit.member.issuer or not _provider(visit).registration.has_second_step:
        raise HTTPException(404)
    return await _leave(visit, OidcState("prove", visit.desk.now(), visit.query.one("next")))


async def come_back(visit: StaffRequest) -> Response:
    """Take whoever comes back from the provider, and go on with what they went for."""
    _provider(visit)
    found = detours.came_back(visit.vault, visit.token, visit.query.one("state"), visit.desk.now())
    if found is None:
        return _stray(visit)
    detour, leaving = found
    wait = await take_try(visit, _NOBODY)
    if wait:
        return _refusal(visit, detour, wait.text, wait.status)
    code = visit.query.one("code")
    if not code:
        await give_back(visit, _NOBODY)
        return _turned_back(visit, detour)
    return await _take(visit, detour, leaving, code)


async def _take(visit: StaffRequest, detour: OidcState, leaving: AuthorizationRequest, code: str) -> Response:
    """Have the provider say who came back with this code."""
    provider = _provider(visit)
    try:
        shown = await provider.shown(code, leaving, visit.query.one("iss"))
    except ProviderAway as fault:
        await give_back(visit, _NOBODY)
        return _away(visit, detour, fault)
    except IdentityNotProven as fault:
        return await _wrong(visit, detour, f"{provider.name} did not show who you are ({fault.reason}).")
    answer = await _ENDS[detour.purpose](visit, detour, shown)
    if answer.status_code != _REFUSED:
        await give_back(visit, _NOBODY)
    return answer


def _turned_back(visit: StaffRequest, detour: OidcState) -> Response:
    """Answer somebody who comes back without a code: by their own choice, or because the provider would not ask them."""
    name, error = _provider(visit).name, error_code(visit.query.one("error"))
    text = f"You did not sign in at {name}. Nothing has changed."
    if error and error not in _OWN_CHOICE:
        text = f"{name} did not let you sign in ({error}). Nothing has changed. Tell whoever looks after this."
    return _refusal(visit, detour, text, 403)


def _stray(visit: StaffRequest) -> Response:
    """Answer an address of return that is not this browser's; one that is signed in by now only came late."""
    if visit.is_in:
        return visit.go("/")
    return _refusal(visit, None, "It took too long, or it began in another browser.", 403)


async def _signed_in(visit: StaffRequest, detour: OidcState, shown: ProvenIdentity) -> Response:
    """Let in whose account it is; the code of our own second step comes next, where it is ours."""
    provider = _provider(visit)
    identity = _identity(provider, shown)
    member = await visit.read(lambda tx: members.of_identity(tx, visit.vault, identity=identity))
    if member is None or member.disabled_at is not None:
        text = (
            f"There is no account here for who you are at {provider.name}. If you are somebody else there too, sign out "
            "there first. If not, ask whoever keeps the accounts for a link."
        )
        return await _wrong(visit, detour, text, member)
    if not provider.registration.has_second_step:
        return await _to_code(visit, detour, member)
    if _lacks_second_step(shown):
        return await _wrong(visit, detour, _second_step_text(provider), member)
    token = await begin(visit, member, "in", audit_log.SIGNED_IN, is_proof=_is_fresh(visit, detour, shown))
    return know(remember(visit.go(safe_next(detour.after)), visit.desk, token), visit, member.name)


async def _to_code(visit: StaffRequest, detour: OidcState, member: Member) -> Response:
    if not member.has_code:
        text = "A second step is asked for here now, and you have none. Ask whoever keeps the accounts for a new link."
        return _refusal(visit, detour, text, 403)
    if not member.is_ready:
        return await to_first_code(visit, member)
    token = await begin(visit, member, "code")
    return remember(visit.go(f"/sign-in/code{after(detour.after)}"), visit.desk, token)


async def _joined(visit: StaffRequest, detour: OidcState, shown: ProvenIdentity) -> Response:
    """Join the account of a one-time link to who came back. It is looked up again: it may have been used meanwhile."""
    provider = _provider(visit)
    has_code = not provider.registration.has_second_step
    if not has_code and _lacks_second_step(shown):
        return await _wrong(visit, detour, _second_step_text(provider))

    def job(tx: Connection) -> Member | None:
        now = visit.desk.now()
        member = members.joining(tx, visit.vault, token=detour.link, now=now)
        if member is not None:
            identity = _identity(provider, shown)
            members.join_identity(tx, visit.vault, staff_id=member.id, identity=identity, has_code=has_code)
            audit_log.record(
                tx, visit.vault, AuditRecord(member.name, "chose how to sign in", reason=provider.name), now=now
            )
        return member

    try:
        member = await visit.write(job)
    except IdentityTaken:
        text = f"Who you are at {provider.name} belongs to another account here. Choose another one there."
        return _refusal(visit, detour, text, 409)
    if member is None:
        return visit.page("join-over", 404)
    if has_code:
        return remember(visit.go("/join-code"), visit.desk, await begin(visit, member, "joining"))
    token = await begin(visit, member, "in", "joined", is_proof=_is_fresh(visit, detour, shown))
    return know(remember(visit.go("/"), visit.desk, token), visit, member.name)


async def _proved(visit: StaffRequest, detour: OidcState, shown: ProvenIdentity) -> Response:
    """Take it as proof where the same person signed in at the provider just now."""
    provider, session = _provider(visit), visit.session
    identity = _identity(provider, shown)
    found = await visit.read(lambda tx: members.of_identity(tx, visit.vault, identity=identity))
    if session is None or session.stage != "in" or found is None or found.id != session.member.id:
        text = f"You came back from {provider.name} as somebody else."
        return await _wrong(visit, detour, text, session.member if session else None)
    if not provider.registration.has_second_step or _lacks_second_step(shown):
        return await _wrong(visit, detour, _second_step_text(provider), found)
    if not _is_fresh(visit, detour, shown):
        text = f"{provider.name} did not say that you signed in just now. Tell whoever looks after this machine."
        return _refusal(visit, detour, text, 403)
    session_id = session.id

    def job(tx: Connection) -> None:
        sessions.prove(tx, session_id=session_id, now=visit.desk.now())
        visit.audit(tx, "showed again who they are")

    await visit.write(job)
    return visit.go(safe_next(detour.after))


_ENDS: Mapping[str, Callable[[StaffRequest, OidcState, ProvenIdentity], Awaitable[Response]]] = {
    "sign in": _signed_in,
    "join": _joined,
    "prove": _proved,
}


def _provider(visit: StaffRequest) -> OidcProvider:
    """Return the provider. Raises: HTTPException (404), where there is none."""
    if visit.desk.provider is None:
        raise HTTPException(404)
    return visit.desk.provider


def _identity(provider: OidcProvider, shown: ProvenIdentity) -> Identity:
    return Identity(provider.registration.issuer, shown.subject)


def _is_fresh(visit: StaffRequest, detour: OidcState, shown: ProvenIdentity) -> bool:
    """Return whether the provider says that they signed in there since they left us."""
    return shown.at is not None and detour.at - SKEW <= shown.at <= visit.desk.now() + SKEW


def _lacks_second_step(shown: ProvenIdentity) -> bool:
    """Return whether the provider itself says that there was none; where it is silent, the host has vouched."""
    return bool(shown.methods) and _KNOWLEDGE.issuperset(shown.methods)


def _second_step_text(provider: OidcProvider) -> str:
    return f"{provider.name} did not ask you for a second step. Set one up there, then try again."


async def _leave(visit: StaffRequest, detour: OidcState) -> Response:
    """Send a browser away. A plain link leads here, since a form may lead to our own pages alone (form-action)."""
    leaving = detours.leave(visit.vault, visit.token, detour)
    try:
        address = await _provider(visit).way_there(leaving)
    except ProviderAway as fault:
        return _away(visit, detour, fault)
    return remember(RedirectResponse(address, 303), visit.desk, visit.token)


def _away(visit: StaffRequest, detour: OidcState, fault: ProviderAway) -> Response:
    name = _provider(visit).name
    text = f"{name} cannot be asked now ({fault.reason}). Wait a minute. If it stays so, tell whoever looks after this."
    return _refusal(visit, detour, text, 503)


async def _wrong(visit: StaffRequest, detour: OidcState, text: str, member: Member | None = None) -> Response:
    await note_wrong(visit, member.name if member else "")
    return _refusal(visit, detour, text, _REFUSED)


def _refusal(visit: StaffRequest, detour: OidcState | None, text: str, status: int) -> Response:
    """Tell what is wrong, and lead back to where it began."""
    again = "/sign-in"
    if detour is not None and detour.purpose == "join":
        again = f"/join/{detour.link}"
    elif detour is not None:
        again = f"{'/prove' if detour.purpose == 'prove' else '/sign-in'}{after(detour.after)}"
    return visit.page("provider", status, title=_TITLE, text=text, again=again)


BACK = f"{BASE}/sign-in/provider/back"
"""Where browsers come back to: what is entered at the provider, behind the public address."""

PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/sign-in/provider", start, stage="out"),
    StaffPage("GET", "/sign-in/provider/back", come_back, stage="out"),
    StaffPage("GET", "/join/{token}/provider", start_joining, stage="out"),
    StaffPage("GET", "/prove/provider", start_proof),
)
