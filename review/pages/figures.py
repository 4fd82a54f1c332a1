"""The figures of a flow as they stand now: the report that would be published, with themes, groups and agreed quotes."""

from html import escape

from markupsafe import Markup
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from report.build import Report, build
from report.content import document
from report.document import Block, Chart
from report.groups import Group, Invited
from report.over_time import overview
from review.access import READERS, Page
from review.heard import heard
from review.visit import Visit
from storage import flows
from storage.agreed import asked_groups
from storage.coded import coded_responses


async def show_all(visit: Visit) -> Response:
    """Show all flows together: over time, by channel and by flow; and which flows have figures of their own."""
    titles = dict(visit.desk.titles)
    found = await visit.read(lambda tx: overview(coded_responses(tx, flow=None), titles))
    blocks = tuple(_drawn(block, place) for place, block in enumerate(found))
    return visit.page("figures", blocks=blocks, title="Figures")


async def show(visit: Visit) -> Response:
    """Show the report of one flow as it would be printed now: small numbers hidden, and only words that may be quoted."""
    name = visit.path("name")
    titles = dict(visit.desk.titles)
    if name not in titles:
        raise HTTPException(404)
    found = await visit.read(lambda tx: _report(tx, visit, name))
    await visit.write(lambda tx: visit.audit(tx, "looked at figures", f"flow {name}"))
    blocks = () if found is None else tuple(_drawn(block, place) for place, block in enumerate(document(found).blocks))
    return visit.page("figures", blocks=blocks, title=titles[name])


def _report(tx: Connection, visit: Visit, name: str) -> Report | None:
    """Return the report, or None for a flow that nobody has begun yet."""
    kept = {one.version_id: visit.desk.pinned(tx, one.version_id) for one in flows.versions(tx, flow=name)}
    if not kept:
        return None
    groups = tuple(Group(*one) for one in asked_groups(tx, flow=name))
    invited = Invited(sum(one.invited for one in groups), groups) if groups else None
    return build(name, coded_responses(tx, flow=name), kept, invited, heard=heard(tx, visit.vault, flow=name))


def _drawn(block: Block, place: int) -> tuple[str, object]:
    """Return a block with the name of its kind; a chart has its name and what it shows as its words."""
    if not isinstance(block, Chart):
        return type(block).__name__, block
    head, rest = block.svg.split(">", 1)
    named = f'<title id="n{place}">{escape(block.name)}</title><desc id="d{place}">{escape(block.shows)}</desc>'
    about = f' role="img" aria-labelledby="n{place}" aria-describedby="d{place}">'
    return "Chart", Markup(head + about + named + rest)  # noqa: S704 - our own drawing, its words escaped


PAGES: tuple[Page, ...] = (
    Page("GET", "/figures", show_all, READERS),
    Page("GET", "/figures/{name}", show, READERS),
)
