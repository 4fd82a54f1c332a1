"""The one place where forms that write are let through: none has its effect twice, none goes over what nobody saw.

A second press leads to where the first one led. Where something changed in between, the page shows what stands there
now, and what was typed.
"""

from dataclasses import replace
from functools import partial

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review.http.press import AlreadyDone, ChangedSince, Press, Snapshot, content_of, is_mark
from review.http.request import StaffRequest
from review.http.roles import StaffPage
from review.http.templates import moment
from review.http.typed_words import OF_EVERY_FORM, SentForm, sent_form
from storage.accounts.form_marks import FormMark, PastPress

_CHANGED = "This has changed since you opened it"
_SENT = "You have sent this form already"


async def answer(visit: StaffRequest, page: StaffPage, place: str) -> Response:
    """Answer a form that writes. `place` is the page that it stands on. Raises: HTTPException (400), without a mark."""
    mark = visit.form.one("mark")
    if not is_mark(mark):
        raise HTTPException(400)
    press = _press(visit, page, place, mark)
    visit = replace(visit, press=press)
    async with visit.desk.presses.turn(press.form):
        before = await _before(visit, page, press)
        return before or await _first(visit, page, press)


def _press(visit: StaffRequest, page: StaffPage, place: str, mark: str) -> Press:
    fields = {name: values for name, values in visit.form.all.items() if name not in OF_EVERY_FORM}
    form = FormMark(mark, visit.member.id, content_of(visit.vault, visit.request.url.path, fields))
    look = partial(page.watch, visit=visit) if page.watch else None
    return Press(visit.vault, form, place, visit.form.one("seen"), visit.desk.now(), look)


async def _before(visit: StaffRequest, page: StaffPage, press: Press) -> Response | None:
    """Return the answer where a press of this form has had its effect, or where something changed since it was drawn."""
    kept = visit.desk.presses.page_of(press.form, press.now)
    if kept is not None:
        return kept
    past, snapshot = await visit.read(press.look_before)
    if past is not None:
        return await _again(visit, page, press, past)
    return await _changed(visit, page, press, snapshot) if snapshot else None


async def _first(visit: StaffRequest, page: StaffPage, press: Press) -> Response:
    try:
        response = await page.answer(visit)
    except AlreadyDone as fault:
        return await _again(visit, page, press, fault.past)
    except ChangedSince as fault:
        return await _changed(visit, page, press, fault.snapshot)
    if press.is_done:
        visit.desk.presses.keep(press.form, response, press.now)
    return response


async def _again(visit: StaffRequest, page: StaffPage, press: Press, past: PastPress) -> Response:
    """Lead to where the first press led; ask first where it said something else, for that was never stored."""
    if past.is_same:
        return RedirectResponse(past.led_to, 303)
    snapshot = await visit.read(press.look) if press.look else Snapshot()
    told = f"It was sent on {moment(past.at)}. What you wrote since was not sent."
    return await _changed(visit, page, press, snapshot, (_SENT, told))


async def _changed(
    visit: StaffRequest, page: StaffPage, press: Press, snapshot: Snapshot, told: tuple[str, str] = (_CHANGED, "")
) -> Response:
    """Show what stands there now beside what was typed, and the ways on."""
    if snapshot.target:
        await visit.note("read", snapshot.target)
    sent = SentForm((), ()) if page.is_secret else sent_form(visit.form)
    return visit.page(
        "changed",
        409,
        title=told[0],
        told=told[1],
        now_there=snapshot.unseen(visit.vault, press.seen),
        sent=sent,
        insist=page.insist if sent.typed or snapshot.is_of_many else "",
        seen=snapshot.stamp(visit.vault),
        form_page=press.place,
    )
