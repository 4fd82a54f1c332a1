"""The register of artefacts: charters, local standards, strategies, training and papers, and which the public sees."""

from collections.abc import Callable
from datetime import date
from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import TELLERS, StaffPage
from review.http.templates import day
from review.http.undo import Way, carry_out, just_done
from storage.audit.undo import Act
from storage.organisations import artefacts, register
from storage.organisations.artefacts import KINDS, Artefact, ArtefactDetails, ArtefactFault

_NOT_KNOWN = "not known"


async def show(visit: StaffRequest) -> Response:
    """Show the register, with a form for another artefact."""
    return await _list(visit)


async def show_one(visit: StaffRequest) -> Response:
    """Show what is known of one artefact."""
    return await _one(visit)


async def add(visit: StaffRequest) -> Response:
    """Put an artefact on the register."""
    return await _change(visit, "put {} on the register", artefacts.add, Way("/artefacts"))


async def edit(visit: StaffRequest) -> Response:
    """Change what is known of an artefact."""
    found = await _known(visit)
    work = partial(artefacts.edit, artefact_id=found.id)
    return await _change(visit, "changed what is known of {}", work, Way(f"/artefacts/{found.id}"))


async def remove(visit: StaffRequest) -> Response:
    """Take an artefact off the register, which can be undone."""
    found = await _known(visit)
    work = partial(artefacts.remove, artefact_id=found.id)
    return await carry_out(visit, f"took {found.details.title} off the register", work, Way("/artefacts"))


def artefact_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the artefact that a form is about."""
    found = artefacts.one(tx, artefact_id=visit.path("id"))
    return _snapshot(found) if found else Snapshot()


def _snapshot(found: Artefact) -> Snapshot:
    told = found.details
    parts = (
        ("What it is", told.kind), ("Title", told.title), ("Link", told.link), ("Made by", found.organisation),
        ("Made with", told.made_with), ("Made on", day(told.made_on)), ("Looked at again", day(told.review_on)),
        ("Shown to the public", "yes" if told.is_public else "no"),
    )  # fmt: skip
    return Snapshot(parts)


async def _change(visit: StaffRequest, what: str, work: Callable[..., object], way: Way) -> Response:
    again = _one if visit.request.path_params else _list
    try:
        details = _details(visit)
    except ValueError:
        return await again(visit, "Write the day like this: 2027-03-31.")

    def job(tx: Connection, act: Act) -> None:
        work(tx, act, details=details)

    try:
        return await carry_out(visit, what.format(details.title), job, way)
    except ArtefactFault as fault:
        return await again(visit, str(fault))


def _details(visit: StaffRequest) -> ArtefactDetails:
    """Return what the form says. Raises ValueError for a day that is none."""
    form = visit.form
    kind, title, link, organisation_id, made_with = map(
        form.one, ("kind", "title", "link", "organisation_id", "made_with")
    )
    made_on, review_on = (_day(form.one(name)) for name in ("made_on", "review_on"))
    is_public = bool(form.one("is_public"))
    return ArtefactDetails(kind, title, link, organisation_id, made_with, made_on, review_on, is_public)


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


async def _known(visit: StaffRequest) -> Artefact:
    found = await visit.read(lambda tx: artefacts.one(tx, artefact_id=visit.path("id")))
    if found is None:
        raise HTTPException(404)
    return found


async def _list(visit: StaffRequest, problem: str = "") -> Response:
    found, today = await visit.read(artefacts.listed), visit.desk.now().date()
    return visit.page("artefacts", 400 if problem else 200, found=found, today=today, **await _words(visit, problem))


async def _one(visit: StaffRequest, problem: str = "") -> Response:
    found = await _known(visit)
    seen = _snapshot(found).stamp(visit.vault)
    return visit.page("artefact", 400 if problem else 200, found=found, seen=seen, **await _words(visit, problem))


async def _words(visit: StaffRequest, problem: str) -> dict[str, object]:
    """Return what both pages with a form need."""
    known = await visit.read(register.listed)
    around = [("", _NOT_KNOWN), *((one.id, ", in ".join(reversed(one.path))) for one in known)]
    kinds = [(kind, kind) for kind in KINDS]
    told = {"problem": problem, "typed": visit.form, "done": await just_done(visit)}
    return {"kinds": kinds, "organisations": around, **told}


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/artefacts", show, TELLERS),
    StaffPage("POST", "/artefacts", add, TELLERS),
    StaffPage("GET", "/artefacts/{id}", show_one, TELLERS),
    StaffPage("POST", "/artefacts/{id}", edit, TELLERS, watch=artefact_of_form, insist="Keep mine in its place"),
    StaffPage("POST", "/artefacts/{id}/remove", remove, TELLERS),
)
