"""The figures of a flow as they stand now: the report that would be published, with themes, groups and agreed quotes."""

from dataclasses import replace

from markupsafe import Markup
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.model import Flow
from report.build.document_builder import document
from report.build.report import Findings, Report, build, signed
from report.build.trends import overview
from report.disclosure.suppression import Profile
from report.formats.blocks import Block, Chart, Table
from report.formats.html import drawing, strip
from review.http.request import StaffRequest
from review.http.roles import CODERS, RAW, READERS, TELLERS, StaffPage
from review.text.invited_counts import invited_to
from review.text.report_inputs import heard
from storage.conversations import flow_versions
from storage.conversations.coded_rows import coded_responses


async def show_all(visit: StaffRequest) -> Response:
    """Show all flows together: over time, by channel and by flow; and which flows have figures of their own."""
    titles = dict(visit.desk.titles)
    found = await visit.read(lambda tx: overview(coded_responses(tx, flow=None), titles))
    blocks = tuple(drawn(block, place) for place, block in enumerate(found))
    return visit.page("figures", blocks=blocks, title="Figures", name="", links={})


async def show(visit: StaffRequest) -> Response:
    """Show the report of one flow as it would be printed now: small numbers hidden, and only words that may be quoted."""
    name, title = visit.path("name"), title_of(visit)
    found = await visit.read(lambda tx: report_of(tx, visit, name) if versions_of(tx, visit, name) else None)
    await visit.note("looked at figures", f"flow {name}")
    told = document(found).blocks if found is not None and found.responses != 0 else ()
    blocks, member = tuple(drawn(block, place) for place, block in enumerate(told)), visit.member
    report = f"/figures/{name}/report" if blocks and member.has_one_of(TELLERS) else ""
    exact = f"/figures/{name}/exact" if blocks and member.has_one_of(RAW) else ""
    words = f"/figures/{name}/words" if member.has_one_of(TELLERS) else ""
    public = f"/figures/{name}/public" if member.has_one_of(TELLERS) else ""
    told_back = f"/figures/{name}/told" if public and found is not None else ""
    sample = f"/figures/{name}/sample" if blocks and member.has_one_of(CODERS) else ""
    links = {"report": report, "exact": exact, "words": words, "public": public, "told": told_back, "sample": sample}
    return visit.page("figures", blocks=blocks, title=title, name=name, links=links)


def title_of(visit: StaffRequest) -> str:
    """Return the title of the flow that the address names. Raises: HTTPException (404), where there is none."""
    title = dict(visit.desk.titles).get(visit.path("name"))
    if title is None:
        raise HTTPException(404)
    return title


def versions_of(tx: Connection, visit: StaffRequest, name: str) -> dict[str, Flow]:
    """Return every version of a flow that was ever used, by its id."""
    return {one.version_id: visit.desk.pinned(tx, one.version_id) for one in flow_versions.versions(tx, flow=name)}


def report_of(
    tx: Connection,
    visit: StaffRequest,
    name: str,
    profile: Profile | None = None,
    *,
    heard_so: Findings | None = None,
) -> Report:
    """Return the report of a flow that was kept; small numbers as its level asks for, or as named. Raises SaysoError.

    `heard_so` is what staff made of the words, where it shall not be read from what is stored.
    """
    kept = versions_of(tx, visit, name)
    asked, told = invited_to(tx, flow=name), heard_so or heard(tx, visit.vault, flow=name)
    found = build(name, coded_responses(tx, flow=name), kept, asked, profile, told)
    return signed(found, visit.desk.organisation, visit.desk.now().date())


def drawn(block: Block, place: int) -> tuple[str, object]:
    """Return a block with the name of its kind; a chart has its name and what it shows as its words."""
    if isinstance(block, Table):
        return "Table", replace(block, strips=tuple(map(_safe, block.strips)), scale=_safe(block.scale))
    if not isinstance(block, Chart):
        return type(block).__name__, block
    return "Chart", Markup(drawing(block, place))  # noqa: S704 - our own drawing, its words escaped


def _safe(svg: str) -> Markup:
    return Markup(strip(svg))  # noqa: S704 - our own drawing, its words escaped


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/figures", show_all, READERS),
    StaffPage("GET", "/figures/{name}", show, READERS),
)
