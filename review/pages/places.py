"""The places that links name, tidied: spellings of one place joined, and places put within others."""

from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import TELLERS, StaffPage
from review.http.undo import Way, carry_out, just_done
from storage.audit.undo import Act
from storage.people import places
from storage.people.places import Place, PlaceFault


async def show(visit: StaffRequest) -> Response:
    """Show every place, within those around it, and names that may be one place."""
    return await _page(visit)


async def join(visit: StaffRequest) -> Response:
    """Let one name count as another place."""
    name, into = visit.form.one("name"), visit.form.one("into")
    return await _tidy(visit, f"counted {name} as {into}", partial(places.join, name=name, into=into))


async def part(visit: StaffRequest) -> Response:
    """Let a name be a place of its own again."""
    name = visit.form.one("name")
    return await _tidy(visit, f"made {name} a place of its own", partial(places.part, name=name))


async def put_within(visit: StaffRequest) -> Response:
    """Say in which place another lies."""
    name, around = visit.form.one("name"), visit.form.one("around")
    what = f"put {name} in {around or 'no other place'}"
    return await _tidy(visit, what, partial(places.put_within, name=name, around=around))


async def _tidy(visit: StaffRequest, what: str, work: Callable[[Connection, Act], None]) -> Response:
    try:
        return await carry_out(visit, what, work, Way("/places"))
    except PlaceFault as fault:
        return await _page(visit, str(fault))


def _looked(tx: Connection) -> tuple[tuple[Place, ...], tuple[tuple[str, str], ...]]:
    known = places.listed(tx)
    within = {(one.name, around) for one in known for around in one.path}
    pairs = places.alike(one.name for one in known)
    return known, tuple(pair for pair in pairs if pair not in within and pair[::-1] not in within)


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    known, alike = await visit.read(_looked)
    status = 400 if problem else 200
    done = await just_done(visit)
    return visit.page("places", status, places=known, alike=alike, problem=problem, done=done)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/places", show, TELLERS),
    StaffPage("POST", "/places/join", join, TELLERS),
    StaffPage("POST", "/places/part", part, TELLERS),
    StaffPage("POST", "/places/within", put_within, TELLERS),
)
