"""Self-assessments of organisations: begun, filled in, given to several people by link, signed off and given back."""

import asyncio
from dataclasses import replace
from datetime import date
from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from feedback.standards.standard import Standard, StandardStatement
from report.parts.self_assessment import AssessedStandard, assessment_document, board_page
from review.http.request import BASE, FormFields, StaffRequest
from review.http.roles import TELLERS, StaffPage
from review.lists.set_up_snapshots import entry_of_form, of_entry
from review.pages.figures import drawn
from review.text.self_assessments import beside, given_back
from storage.organisations import assessments
from storage.organisations.assessments import AssessmentEntry, AssessmentFault, SelfAssessment

_BY_STAFF = "staff of this service"
_BAD_DAY = "Write the day like this: 2027-03-31."


async def begin(visit: StaffRequest) -> Response:
    """Begin a self-assessment of an organisation by the newest version of a standard."""
    wanted, organisation = visit.form.one("standard"), visit.path("id")
    standard = next((one for one in visit.desk.set_up.standards.newest() if one.name == wanted), None)
    if standard is None:
        raise HTTPException(400)

    def job(tx: Connection) -> str:
        visit.audit(tx, "began a self-assessment", f"{standard.name} v{standard.version}")
        named = {"organisation_id": organisation, "standard": standard.name}
        return assessments.begin(tx, **named, version=standard.version, now=visit.desk.now())

    try:
        return visit.go(f"/self-assessments/{await visit.write(job, f'/organisations/{organisation}')}")
    except AssessmentFault as fault:
        return visit.page("notice", 400, title="There is one already", text=str(fault))


async def show(visit: StaffRequest) -> Response:
    """Show a self-assessment as it is given back, who has a link to it, and what can be done with it."""
    return await _page(visit)


async def show_statement(visit: StaffRequest) -> Response:
    """Show the form of one statement."""
    return await _statement_page(visit)


async def write(visit: StaffRequest) -> Response:
    """Write what an organisation says of one statement, and lead to the next."""
    found, standard, statement = await _statement(visit)
    try:
        entry = entry_of(visit.form)
    except ValueError:
        return await _statement_page(visit, _BAD_DAY)
    ids = [one.id for one in standard.statements]
    after = ids[ids.index(statement.id) + 1 :]
    path = f"/self-assessments/{found.id}"
    leads_to = f"{path}/{after[0]}" if after else path

    def job(tx: Connection) -> None:
        kept = assessments.entries(tx, visit.vault, assessment_id=found.id).get(statement.id, AssessmentEntry())
        put = partial(assessments.put, assessment_id=found.id, statement=statement.id, now=visit.desk.now())
        put(tx, visit.vault, entry=replace(entry, revision=kept.revision))
        visit.audit(tx, "wrote in a self-assessment", f"{standard.name}: {statement.id}")

    try:
        await visit.write(job, leads_to)
    except AssessmentFault as fault:
        return await _statement_page(visit, str(fault))
    return visit.go(leads_to)


async def make_link(visit: StaffRequest) -> Response:
    """Make a personal link for somebody of the organisation."""
    found, role = await _known(visit), visit.form.one("role")

    def job(tx: Connection) -> None:
        assessments.make_link(tx, visit.vault, assessment_id=found.id, role=role, now=visit.desk.now())
        visit.audit(tx, "made a link to a self-assessment", f"for: {role}")

    try:
        await visit.write(job, f"/self-assessments/{found.id}")
    except AssessmentFault as fault:
        return await _page(visit, str(fault))
    return visit.go(f"/self-assessments/{found.id}")


async def close_link(visit: StaffRequest) -> Response:
    """Let a personal link open nothing any more."""
    found, link = await _known(visit), visit.form.one("link")

    def job(tx: Connection) -> None:
        assessments.close_link(tx, assessment_id=found.id, link_id=link)
        visit.audit(tx, "closed a link to a self-assessment")

    await visit.write(job, f"/self-assessments/{found.id}")
    return visit.go(f"/self-assessments/{found.id}")


async def sign_off(visit: StaffRequest) -> Response:
    """Sign a self-assessment off, with what people said as it is now."""
    found = await _known(visit)
    standard = visit.desk.set_up.standards.of(found)
    if standard is None:
        raise HTTPException(404)

    def job(tx: Connection) -> None:
        shelf, mine = visit.desk.set_up.standards, found.organisation_id
        said = beside(tx, standard=standard, organisation_id=mine, pinned=visit.desk.pinned, shelf=shelf)
        assessments.sign_off(tx, assessment_id=found.id, by=_BY_STAFF, beside=said, now=visit.desk.now())
        visit.audit(tx, "signed a self-assessment off", f"{standard.name} v{standard.version}")

    await visit.write(job, f"/self-assessments/{found.id}")
    return visit.go(f"/self-assessments/{found.id}")


async def remove(visit: StaffRequest) -> Response:
    """Delete a self-assessment for good, with its links."""
    found = await _known(visit)

    def job(tx: Connection) -> None:
        assessments.remove(tx, visit.vault, assessment_id=found.id)
        visit.audit(tx, "deleted a self-assessment", f"{found.standard} v{found.version}")

    await visit.write(job, f"/organisations/{found.organisation_id}")
    return RedirectResponse(f"{BASE}/organisations/{found.organisation_id}", 303)


async def take(visit: StaffRequest) -> Response:
    """Hand out a self-assessment as a PDF: all of it, or one page for a board."""
    found = await _known(visit)
    told = await _given_back(visit, found)
    page = board_page(told) if visit.path("name") == "board" else assessment_document(told)
    made = await asyncio.to_thread(visit.desk.service.print_document, page, "pdf")
    await visit.note("took a self-assessment", f"{found.standard} v{found.version}")
    return Response(made, media_type="application/pdf", headers={"Content-Disposition": "attachment"})


def entry_of(form: FormFields) -> AssessmentEntry:
    """Return what a form says of a statement. Raises ValueError for a day that is none."""
    due = form.one("due")
    return AssessmentEntry(
        form.one("standing"),
        form.one("evidence"),
        form.one("link"),
        form.one("action"),
        form.one("owner"),
        date.fromisoformat(due) if due else None,
        form.one("done") == "yes",
    )


async def _known(visit: StaffRequest) -> SelfAssessment:
    found = await visit.read(lambda tx: assessments.one(tx, assessment_id=visit.path("id")))
    if found is None:
        raise HTTPException(404)
    return found


async def _statement(visit: StaffRequest) -> tuple[SelfAssessment, Standard, StandardStatement]:
    found = await _known(visit)
    standard = visit.desk.set_up.standards.of(found)
    statement = standard.statement(visit.path("name")) if standard else None
    if standard is None or statement is None or found.signed_off_at is not None:
        raise HTTPException(404)
    return found, standard, statement


async def _given_back(visit: StaffRequest, found: SelfAssessment) -> AssessedStandard:
    shelf = visit.desk.set_up.standards
    told = await visit.read(lambda tx: given_back(tx, visit.vault, found=found, shelf=shelf))
    if told is None:
        raise HTTPException(404)
    return told


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    found = await _known(visit)
    told, now = await _given_back(visit, found), visit.desk.now()
    links = await visit.read(lambda tx: assessments.links(tx, visit.vault, assessment_id=found.id, now=now))
    standard = visit.desk.set_up.standards.of(found)
    blocks = assessment_document(told).blocks
    return visit.page(
        "self-assessment",
        400 if problem else 200,
        found=found,
        told=told,
        statements=standard.statements if standard else (),
        links=links,
        blocks=tuple(drawn(block, place) for place, block in enumerate(blocks)),
        problem=problem,
    )


async def _statement_page(visit: StaffRequest, problem: str = "") -> Response:
    found, standard, statement = await _statement(visit)
    entries = await visit.read(lambda tx: assessments.entries(tx, visit.vault, assessment_id=found.id))
    kept = entries.get(statement.id, AssessmentEntry())
    return visit.page(
        "self-assessment-statement",
        400 if problem else 200,
        found=found,
        standard=standard,
        statement=statement,
        entry=kept,
        seen=of_entry(kept).stamp(visit.vault),
        typed=visit.form,
        problem=problem,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("POST", "/organisations/{id}/assess", begin, TELLERS),
    StaffPage("GET", "/self-assessments/{id}", show, TELLERS),
    StaffPage("POST", "/self-assessments/{id}/links", make_link, TELLERS),
    StaffPage("POST", "/self-assessments/{id}/links/close", close_link, TELLERS),
    StaffPage("POST", "/self-assessments/{id}/sign-off", sign_off, TELLERS),
    StaffPage("POST", "/self-assessments/{id}/delete", remove, TELLERS),
    StaffPage("GET", "/self-assessments/{id}/file/{name}", take, TELLERS),
    StaffPage("GET", "/self-assessments/{id}/{name}", show_statement, TELLERS),
    StaffPage(
        "POST",
        "/self-assessments/{id}/{name}",
        write,
        TELLERS,
        watch=entry_of_form,
        insist="Keep mine in its place",
    ),
)
