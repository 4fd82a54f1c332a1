"""What changed for the same people, who answered a set of questions again months later."""

from sqlalchemy import Connection
from starlette.responses import Response

from report.counting.flow_versions import in_order
from report.formats.blocks import Document
from report.parts.again import answered_again
from review.http.request import StaffRequest
from review.http.roles import READERS, StaffPage
from review.pages.figures import drawn, title_of, versions_of
from storage.conversations.coded_rows import coded_responses
from storage.involvement import again


async def show(visit: StaffRequest) -> Response:
    """Show what changed for people who answered again, with small numbers held."""
    name, title = visit.path("name"), title_of(visit)
    told = await visit.read(lambda tx: _told(tx, visit, name, title))
    await visit.note("looked at the same people again", f"flow {name}")
    blocks = () if told is None else tuple(drawn(block, place) for place, block in enumerate(told.blocks))
    return visit.page("same-people", blocks=blocks, name=name, title=title)


def _told(tx: Connection, visit: StaffRequest, name: str, title: str) -> Document | None:
    versions = in_order(versions_of(tx, visit, name).values())
    if not versions:
        return None
    links = [(pair.months, pair.before, pair.after) for pair in again.answered_again(tx, flow=name)]
    return answered_again(title, versions, coded_responses(tx, flow=name), links)


PAGES: tuple[StaffPage, ...] = (StaffPage("GET", "/figures/{name}/again", show, READERS),)
