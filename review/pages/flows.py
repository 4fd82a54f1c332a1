"""The questions that are asked: what the checker says of each file, which versions are in use, and every way through."""

from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.condition_parser import spell
from feedback.flows.model import Flow
from feedback.flows.route_analysis import Route, Walk, base_words, routes, walk
from report.build.understanding import BASE, SIGNS, Understanding, understanding
from review.flows.route_diagram import drawn
from review.http.context import FlowFile, ServiceSetup
from review.http.request import StaffRequest
from review.http.roles import ADMINS, TELLERS, StaffPage
from review.pages.figures import versions_of
from storage.conversations import flow_versions
from storage.conversations.coded_rows import coded_responses
from storage.conversations.misunderstandings import noted
from storage.review import overview

_ROUTES_SHOWN = 30
"""More nobody reads; the number of all stands beside them."""
_ROUTES_DRAWN = 2000
"""Ways that the picture is drawn from. A guess: by then each arc has been seen."""


@dataclass(frozen=True)
class RouteList:
    """Every way through a flow: how many there are, how long they take, and the longest of them one by one."""

    walked: Walk
    shown: tuple[Route, ...]
    count: int
    is_whole: bool
    picture: str


async def show_all(visit: StaffRequest) -> Response:
    """Show every flow with what the checker says of its file, and how many conversations each version has."""
    pinned = await visit.read(overview.pinned)
    files = await visit.read(partial(files_now, visit.desk.set_up))
    newest_of = partial(newest, visit=visit)
    found = [await visit.read(partial(newest_of, name=name)) for name, _ in visit.desk.titles]
    in_use = {flow.name: flow.version_id for flow in found if flow}
    return visit.page("flows", files=files, pinned=pinned, in_use=in_use, titles=dict(visit.desk.titles))


async def show(visit: StaffRequest) -> Response:
    """Show the questions of a flow, and every way through them. Raises: HTTPException (404), for no such flow."""
    name = visit.path("name")
    found = await visit.read(partial(newest, visit=visit, name=name))
    if found is None:
        raise HTTPException(404)
    pinned = [one for one in await visit.read(overview.pinned) if one.flow == name]
    return visit.page(
        "questions",
        flow=found,
        bases={question.id: base_words(found, question) for question in found.questions},
        whens={question.id: spell(question.when) for question in found.questions if question.when},
        ways=await visit.read(lambda _: _ways(found)),
        file=await visit.read(partial(file_of, visit, name)),
        pinned=pinned,
        is_offered=name in dict(visit.desk.titles),
        understood=await _understood(visit, name),
        signs=SIGNS,
        understood_of=BASE,
    )


def newest(tx: Connection, *, visit: StaffRequest, name: str) -> Flow | None:
    """Return the flow with which conversations begin, or else the version that was stored last; None where none was."""
    current = visit.desk.set_up.current(name)
    if current is not None:
        return current
    kept = flow_versions.versions(tx, flow=name)
    return visit.desk.pinned(tx, kept[-1].version_id) if kept else None


def files_now(set_up: ServiceSetup, tx: Connection) -> tuple[FlowFile, ...]:
    """Return every file of questions as it is now, with what the checker says and what it means otherwise than before."""
    changed = set_up.changed(tx)
    return tuple(
        replace(file, faults=(*file.faults, *(fault for fault in changed if fault.file == file.name)))
        for file in set_up.files()
    )


def file_of(visit: StaffRequest, name: str, tx: Connection) -> FlowFile | None:
    """Return the file of a flow as it is now, checked; None where there is none."""
    return next((file for file in files_now(visit.desk.set_up, tx) if file.name == f"{name}.toml"), None)


async def _understood(visit: StaffRequest, name: str) -> tuple[Understanding, ...]:
    """Return how well each question is understood, as the report would print it; nothing where nobody was asked yet."""
    found = await visit.read(partial(_understanding, visit, name))
    if found:
        await visit.note("looked at figures", f"flow {name}")
    return found


def _understanding(visit: StaffRequest, name: str, tx: Connection) -> tuple[Understanding, ...]:
    kept = versions_of(tx, visit, name)
    return understanding(name, coded_responses(tx, flow=name), kept, noted(tx, flow=name)) if kept else ()


def _ways(flow: Flow) -> RouteList:
    """Walk all ways; this takes a moment, so it is asked for on a thread that reads."""
    found, is_whole = routes(flow)
    return RouteList(walk(flow), found[:_ROUTES_SHOWN], len(found), is_whole, drawn(flow, found[:_ROUTES_DRAWN]))


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/flows", show_all, ADMINS | TELLERS),
    StaffPage("GET", "/questions/{name}", show, ADMINS | TELLERS),
)
