"""The register of organisations: what is known of each, tidied and joined, and how many of those invited replied."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, TELLERS, StaffPage
from review.http.undo import Way, carry_out, just_done
from review.lists.set_up_snapshots import of_organisation, organisation_of_form
from storage.audit.undo import Act
from storage.conversations.consents import listed as credits_of
from storage.conversations.consents import organisations_asked
from storage.organisations import assessments, register
from storage.organisations.register import KINDS, LEVELS, NATIONS, Organisation, OrganisationDetails, OrganisationFault
from storage.people import places

_NOT_KNOWN = "not known"
_PART_OF_NONE = "no other organisation"


@dataclass(frozen=True)
class OrganisationTurnout:
    """How many organisations were invited to one flow, how many replied, and whom its footnote names."""

    title: str
    invited: int
    replied: int
    people: int
    credits: tuple[str, ...]
    mark: str


async def show(visit: StaffRequest) -> Response:
    """Show every organisation, within those around it, and names that may be one."""
    return await _list(visit)


async def show_one(visit: StaffRequest) -> Response:
    """Show what is known of one organisation."""
    return await _one(visit)


async def add(visit: StaffRequest) -> Response:
    """Put an organisation on the register."""
    name = visit.form.one("name")
    work = partial(register.add, details=OrganisationDetails(name))
    return await _tidy(visit, f"put {name} on the register", work, "")


async def edit(visit: StaffRequest) -> Response:
    """Change what is known of an organisation."""
    found = await _known(visit)
    try:
        details = _details(visit)
    except ValueError:
        return await _one(visit, "Write the day like this: 2027-03-31.")
    work = partial(register.edit, organisation_id=found.id, details=details)
    return await _tidy(visit, f"changed what is known of {found.name}", work, found.id)


async def join(visit: StaffRequest) -> Response:
    """Let one organisation count as another."""
    one, into = visit.form.one("organisation"), visit.form.one("into")
    names = await visit.read(register.names)
    what = f"counted {names.get(one, '')} as {names.get(into, '')}"
    return await _tidy(visit, what, partial(register.join, organisation_id=one, into=into), "")


async def part(visit: StaffRequest) -> Response:
    """Let a name be an organisation of its own again."""
    one, names = visit.form.one("organisation"), await visit.read(register.names)
    what = f"made {names.get(one, '')} an organisation of its own"
    return await _tidy(visit, what, partial(register.part, organisation_id=one), "")


async def sign(visit: StaffRequest) -> Response:
    """Note that an organisation signed a version of a standard."""
    found, told = await _known(visit), register.standard_of(visit.form.one("standard"))
    if told is None:
        return await _one(visit, "Say which standard it signed, such as 4pi v1.")
    try:
        on = _day(visit.form.one("signed_on"))
    except ValueError:
        return await _one(visit, "Write the day like this: 2027-03-31.")
    work = partial(register.sign, organisation_id=found.id, standard=told[0], version=told[1], on=on)
    return await _tidy(visit, f"noted that {found.name} signed {told[0]} v{told[1]}", work, found.id)


async def withdraw(visit: StaffRequest) -> Response:
    """Take a signature off the register."""
    found = await _known(visit)
    work = partial(register.withdraw, signature_id=visit.form.one("signature"))
    return await _tidy(visit, f"took a signature of {found.name} off", work, found.id)


async def _tidy(visit: StaffRequest, what: str, work: Callable[[Connection, Act], object], one: str) -> Response:
    try:
        return await carry_out(visit, what, work, Way(f"/organisations/{one}" if one else "/organisations"))
    except OrganisationFault as fault:
        return await (_one(visit, str(fault)) if one else _list(visit, str(fault)))


def _details(visit: StaffRequest) -> OrganisationDetails:
    """Return what the form says. Raises ValueError for a day that is none."""
    form = visit.form
    texts = {name: form.one(name) for name in ("name", "kind", "nation", "place", "level", "promise", "part_of")}
    return OrganisationDetails(**texts, review_on=_day(form.one("review_on")))


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


async def _known(visit: StaffRequest) -> Organisation:
    found = await visit.read(lambda tx: register.one(tx, organisation_id=visit.path("id")))
    if found is None:
        raise HTTPException(404)
    return found


async def _one(visit: StaffRequest, problem: str = "") -> Response:
    found, others = await _known(visit), await visit.read(register.listed)
    around = [(one.id, ", in ".join(reversed(one.path))) for one in others if found.name not in one.path]
    return visit.page(
        "organisation",
        400 if problem else 200,
        found=found,
        assessed=await visit.read(lambda tx: assessments.of_organisation(tx, organisation_id=found.id)),
        standards=[(one.name, one.title) for one in visit.desk.set_up.standards.newest()],
        seen=of_organisation(found).stamp(visit.vault),
        typed=visit.form,
        around=[("", _PART_OF_NONE), *around],
        kinds=_options(KINDS),
        nations=_options(NATIONS),
        levels=_options(LEVELS),
        problem=problem,
        done=await just_done(visit),
    )


def _options(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(word, word or _NOT_KNOWN) for word in words]


async def _list(visit: StaffRequest, problem: str = "") -> Response:
    known = await visit.read(register.listed)
    ids = {one.name: one.id for one in known}
    alike = [(ids[one], one, ids[other], other) for one, other in places.alike(ids)]
    turnouts = await visit.read(partial(_turnouts, visit=visit)) if visit.member.has_one_of(RAW) else ()
    return visit.page(
        "organisations",
        400 if problem else 200,
        organisations=known,
        alike=alike,
        turnouts=turnouts,
        begun=await visit.read(assessments.still_open),
        names=await visit.read(register.names),
        problem=problem,
        typed=visit.form,
        done=await just_done(visit),
    )


def _turnouts(tx: Connection, *, visit: StaffRequest) -> tuple[OrganisationTurnout, ...]:
    """Return the flows whose replies speak for organisations: of others, their report alone says who replied."""
    found: list[OrganisationTurnout] = []
    for name, title in visit.desk.titles:
        flow = visit.desk.set_up.current(name)
        asked = organisations_asked(tx, flow=name) if flow is not None and flow.level == "organisation" else {}
        if asked:
            came = [replied for _, replied in asked.values() if replied]
            mark = "*" * (len(found) + 1)
            found.append(OrganisationTurnout(title, len(asked), len(came), sum(came), credits_of(tx, flow=name), mark))
    return tuple(found)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/organisations", show, TELLERS),
    StaffPage("POST", "/organisations", add, TELLERS),
    StaffPage("POST", "/organisations/join", join, TELLERS),
    StaffPage("POST", "/organisations/part", part, TELLERS),
    StaffPage("GET", "/organisations/{id}", show_one, TELLERS),
    StaffPage(
        "POST", "/organisations/{id}", edit, TELLERS, watch=organisation_of_form, insist="Keep mine in its place"
    ),
    StaffPage("POST", "/organisations/{id}/sign", sign, TELLERS),
    StaffPage("POST", "/organisations/{id}/withdraw", withdraw, TELLERS),
)
