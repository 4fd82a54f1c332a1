"""Doing things with a way back: one act, its line in the audit, and the note that offers to undo it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review.http.request import BASE, StaffRequest
from review.http.roles import RAW, READERS, SAFEGUARDING, StaffPage
from review.http.templates import address
from storage.audit import undo as acts
from storage.audit.undo import Act, CannotUndo, PastAct
from storage.review import before_yes, case_list
from storage.review.before_yes import UnconsentedConversation
from storage.review.case_list import Case

Work = Callable[[Connection, Act], object]


@dataclass(frozen=True)
class Way:
    """Where a form leads: a page, a place on it, and fields that its address goes on with."""

    path: str
    place: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)

    def to(self, act_id: str = "") -> str:
        """Return the address, which says what was done, so that the page offers to undo it."""
        return f"{BASE}{self.path}{address(**self.kept, did=act_id)}{f'#{self.place}' if self.place else ''}"


async def carry_out(
    visit: StaffRequest, what: str, work: Work, way: Way, conversation_id: str | None = None
) -> RedirectResponse:
    """Do something in one transaction, write it down, and lead to the page after it."""
    return RedirectResponse(way.to(await act(visit, what, work, conversation_id, way)), 303)


async def act(
    visit: StaffRequest, what: str, work: Work, conversation_id: str | None = None, way: Way | None = None
) -> str:
    """Do something in one transaction, write it down, and return the id by which it can be undone."""
    target = f"conversation {conversation_id}" if conversation_id else ""

    def job(tx: Connection) -> str:
        now = visit.desk.now()
        doing = Act(tx, visit.vault, by=visit.member.id, what=what, now=now, conversation_id=conversation_id)
        work(tx, doing)
        act_id = doing.store()
        if act_id:
            visit.audit(tx, what, target)
        if way is not None and visit.press is not None:
            visit.press.lead_to(tx, way.to(act_id))
        return act_id

    return await visit.write(job)


def back(
    path: str, act_id: str = "", place: str = "", kept: Mapping[str, str] = MappingProxyType({})
) -> RedirectResponse:
    """Return the way to a page that says what was done and offers to undo it; `place` is where on it to go on.

    `kept` are fields that its address goes on with.
    """
    return RedirectResponse(Way(path, place, kept).to(act_id), 303)


async def just_done(visit: StaffRequest) -> PastAct | None:
    """Return what this member of staff has just done, where the address says so and it can be undone."""
    act_id = visit.query.one("did")
    if not act_id:
        return None
    latest = await visit.read(lambda tx: acts.latest(tx, by=visit.member.id))
    return next((done for done in latest if done.id == act_id and not done.is_undone), None)


async def case_of(visit: StaffRequest, conversation_id: str) -> Case:
    """Return a conversation. Raises: HTTPException (404), where there is none (any more), or none with a yes."""
    case, is_early = await visit.read(lambda tx: _found(tx, conversation_id))
    if case is None or is_early:
        raise HTTPException(404)
    return case


async def any_case_of(visit: StaffRequest, conversation_id: str) -> Case:
    """Return a conversation with a yes, or one without that this member may read (`storage.review.before_yes`).

    Raises: HTTPException (404), for any other.
    """
    case, is_early = await visit.read(lambda tx: _found(tx, conversation_id))
    if case is None or (is_early and not await early_of(visit, conversation_id)):
        raise HTTPException(404)
    return case


async def early_of(visit: StaffRequest, conversation_id: str) -> UnconsentedConversation | None:
    """Return what was said before a yes, where there is a reason to read it and this member is one of those who may."""
    if not visit.member.has_one_of(SAFEGUARDING):
        return None
    return await visit.read(lambda tx: before_yes.one(tx, conversation_id=conversation_id))


def _found(tx: Connection, conversation_id: str) -> tuple[Case | None, bool]:
    named = {"conversation_id": conversation_id}
    return case_list.case(tx, **named), before_yes.is_before_yes(tx, **named)


async def undo(visit: StaffRequest) -> Response:
    """Undo one act: one's own, or anybody's for those who see every word. Raises: HTTPException (403, 404, 409)."""
    act_id = visit.form.one("act")
    owner = await visit.read(lambda tx: acts.owner_of(tx, act_id=act_id))
    if owner is None:
        raise HTTPException(404)
    if owner != visit.member.id and not visit.member.has_one_of(RAW):
        raise HTTPException(403)

    def job(tx: Connection) -> PastAct:
        done = acts.undo(tx, visit.vault, act_id=act_id, by=visit.member.id, now=visit.desk.now())
        target = f"conversation {done.conversation_id}" if done.conversation_id else ""
        visit.audit(tx, f"undid: {done.what}", target)
        return done

    try:
        done = await visit.write(job)
    except CannotUndo as fault:
        raise HTTPException(409) from fault
    return visit.go(
        _safe(visit.form.one("back"))
        or (f"/conversations/{done.conversation_id}" if done.conversation_id else "/inbox")
    )


def _safe(path: str) -> str:
    """Return where to go back to, if it is a page of ours."""
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else ""


PAGES: tuple[StaffPage, ...] = (StaffPage("POST", "/undo", undo, READERS),)
