"""The report of one flow as a file: the same that `sayso report` prints, with small numbers hidden as its page does."""

import asyncio
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import PartMissing
from report.build.report import default_profile
from report.counting.flow_versions import in_order
from report.disclosure.suppression import PROFILES, Profile
from review.http.request import StaffRequest
from review.http.roles import TELLERS, StaffPage
from review.pages.figures import report_of, title_of, versions_of
from review.text import labels

Named = TypeVar("Named", bound=str)

_LONGEST_REASON = 300
"""Characters: a sentence or two, which the audit keeps for good."""
_KINDS = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}


async def show(visit: StaffRequest) -> Response:
    """Ask how the report is wanted, and what for."""
    return await _page(visit)


async def take(visit: StaffRequest) -> Response:
    """Hand out the report. It is written down, with who and why, before it leaves."""
    form, why = _one_of(visit, "form", visit.desk.service.report_forms) or "", visit.form.one("why")
    is_easy = bool(visit.form.one("easy"))
    if problem := _problem(form, why, is_easy=is_easy):
        return await _page(visit, problem)
    name = visit.path("name")
    profile = _one_of(visit, "profile", await _profiles(visit))
    report = await visit.read(lambda tx: report_of(tx, visit, name, profile))
    try:
        made = await asyncio.to_thread(visit.desk.service.print_report, report, form, is_easy)
    except PartMissing as fault:
        return await _page(visit, str(fault), 503)
    easy = "-easy" if is_easy else ""
    what = f"report {form}{easy} as {report.method.profile}"
    await visit.note(what, f"flow {name}", why)
    file = f"sayso-{name}{easy}-{visit.desk.now():%Y-%m-%d}.{form}"
    return Response(
        made, headers={"Content-Type": _KINDS[form], "Content-Disposition": f'attachment; filename="{file}"'}
    )


def _problem(form: str, why: str, *, is_easy: bool) -> str:
    if not form:
        return "Choose a kind of file."
    if is_easy and form == "json":
        return "JSON is for programs, and has no Easy Read."
    return "" if why and len(why) <= _LONGEST_REASON else "Say in a sentence what it is for."


async def _page(visit: StaffRequest, problem: str = "", status: int = 400) -> Response:
    fields, forms = visit.form, visit.desk.service.report_forms
    return visit.page(
        "printing",
        status if problem else 200,
        name=visit.path("name"),
        title=title_of(visit),
        forms=[(one, labels.REPORT_FORMS.get(one, one)) for one in forms],
        profiles=[(one, labels.PROFILES[one]) for one in await _profiles(visit)],
        picked=fields.one("form") or next(iter(forms), ""),
        profile=fields.one("profile"),
        is_easy=bool(fields.one("easy")),
        why=fields.text("why"),
        problem=problem,
    )


async def _profiles(visit: StaffRequest) -> tuple[Profile, ...]:
    """Return how small numbers may be kept, that of the page first. Raises: HTTPException (404), for no such flow.

    Where the page shows exact numbers, a file may hide more. Where it hides some, there is no choice: two ways of
    hiding the same numbers, side by side, give away more than either.
    """
    title_of(visit)
    kept = await visit.read(lambda tx: versions_of(tx, visit, visit.path("name")))
    if not kept:
        raise HTTPException(404)
    usual = default_profile(in_order(kept.values())[-1].level)
    return PROFILES if usual == "organisations" else (usual,)


def _one_of(visit: StaffRequest, field: str, known: tuple[Named, ...]) -> Named | None:
    """Return what was picked, None where nothing was. Raises: HTTPException (400), for what is not on the page."""
    picked = visit.form.one(field)
    found = next((one for one in known if one == picked), None)
    if picked and found is None:
        raise HTTPException(400)
    return found


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/figures/{name}/report", show, TELLERS, needs_proof=True),
    StaffPage("POST", "/figures/{name}/report", take, TELLERS, needs_proof=True, writes=False),
)
