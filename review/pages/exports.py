"""Exports: what was said, taken out of sayso in the role of an analyst (checked words alone) or of a reviewer (all)."""

import asyncio
from typing import Literal

from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import PartMissing, SaysoError
from review.http.request import StaffRequest
from review.http.roles import RAW, TELLERS, StaffPage
from review.http.service_port import ExportOrder
from review.text import labels

_LONGEST_REASON = 300
"""Characters: a sentence or two, which the audit keeps for good."""


async def show(visit: StaffRequest) -> Response:
    """Ask what is to be taken out, and what for."""
    return _page(visit)


async def take_out(visit: StaffRequest) -> Response:
    """Hand out a zip. It is written down, with who and why, before it leaves."""
    order, why = _order(visit), visit.form.one("why")
    if not order.forms:
        return _page(visit, "Choose at least one format.")
    if not why or len(why) > _LONGEST_REASON:
        return _page(visit, "Say in a sentence what it is for.")
    try:
        made = await asyncio.to_thread(visit.desk.service.export, order)
    except SaysoError as fault:
        return _page(visit, str(fault), 503 if isinstance(fault, PartMissing) else 400)
    what, target = (
        f"export {','.join(order.forms)} as {order.role}",
        f"flow {order.flow}" if order.flow else "all flows",
    )
    await visit.note(what, target, why)
    name = f"sayso-{order.flow or 'all'}-{visit.desk.now():%Y-%m-%d}.zip"
    return Response(
        made, media_type="application/zip", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _order(visit: StaffRequest) -> ExportOrder:
    """Return what is asked for. Raises: HTTPException (400, 403), for what was not on the page."""
    form = visit.form
    role: Literal["analyst", "reviewer"] = "reviewer" if form.one("role") == "reviewer" else "analyst"
    if role == "reviewer" and not visit.member.has_one_of(RAW):
        raise HTTPException(403)
    if form.one("flow") and form.one("flow") not in dict(visit.desk.titles):
        raise HTTPException(400)
    forms = tuple(one for one in visit.desk.service.forms if one in form.many("form"))
    return ExportOrder(role, forms, form.one("flow"), bool(form.one("semicolon")))


def _page(visit: StaffRequest, problem: str = "", status: int = 400) -> Response:
    form = visit.form
    return visit.page(
        "taking-out",
        status if problem else 200,
        forms=[(one, labels.FORMS.get(one, one)) for one in visit.desk.service.forms],
        ticked=form.many("form"),
        role=form.one("role") or "analyst",
        flow=form.one("flow"),
        semicolon=form.one("semicolon"),
        why=form.text("why"),
        may_take_all=visit.member.has_one_of(RAW),
        problem=problem,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/take-out", show, TELLERS, needs_proof=True),
    StaffPage("POST", "/take-out", take_out, TELLERS, needs_proof=True, writes=False),
)
