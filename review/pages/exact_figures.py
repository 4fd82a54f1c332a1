"""Exact figures of one flow for those who read every word anyway: by day, channel, group and place, and month by month.

Small numbers stand as they are. The page says so, and that nothing of it is to be copied: what others may see is on the
page of figures. Filters are here alone, as two cuts of hidden numbers side by side would give them away.
"""

from datetime import datetime

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.conversation.response import Response as Reply
from feedback.flows.model import Flow
from report.build.document_builder import document
from report.build.report import build
from report.counting.flow_versions import in_order, options
from report.formats.blocks import Block
from report.parts.question_trend import question_trend
from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.lists.list_query import wanted_of
from review.pages.figures import drawn, title_of, versions_of
from review.text.labels import CHANNELS
from storage.conversations.coded_rows import coded_responses
from storage.conversations.figure_filter import FigureFilter, invited_groups, invited_places, matching
from storage.people import places


async def show(visit: StaffRequest) -> Response:
    """Show exact figures of what the address asks for; with a question named, how its answers changed."""
    name, title = visit.path("name"), title_of(visit)
    flows = await visit.read(lambda tx: versions_of(tx, visit, name))
    found = await visit.read(lambda tx: _blocks(tx, visit, name, flows)) if flows else ()
    groups = await visit.read(lambda tx: invited_groups(tx, flow=name))
    known = await visit.read(lambda tx: places.tidied(tx).names(invited_places(tx, flow=name)))
    await visit.note("looked at exact figures", f"flow {name}")
    return visit.page(
        "exact-figures",
        blocks=tuple(drawn(block, place) for place, block in enumerate(found)),
        name=name,
        title=title,
        channels=CHANNELS,
        groups=groups,
        places=known,
        questions=_questions(flows),
        asked=visit.query,
    )


def _questions(flows: dict[str, Flow]) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of the questions of the newest version that have choices to count."""
    if not flows:
        return ()
    newest = in_order(flows.values())[-1]
    return tuple((one.id, one.ask) for one in newest.questions if options(one) and not one.private)


def _blocks(tx: Connection, visit: StaffRequest, name: str, flows: dict[str, Flow]) -> tuple[Block, ...]:
    replies = _replies(tx, visit, name)
    if not replies:
        return ()
    question = visit.query.one("question")
    if question:
        return question_trend(question, replies, flows, _month)
    return document(build(name, replies, flows, profile="organisations")).blocks


def _replies(tx: Connection, visit: StaffRequest, name: str) -> tuple[Reply, ...]:
    days = wanted_of(visit, visit.query, ())
    place, named = visit.query.one("place"), invited_places(tx, flow=name)
    # A place that nobody was invited from has no spelling: its own name then leaves everybody out.
    spellings = (places.tidied(tx).spellings(place, named) or (place,)) if place else ()
    wanted = FigureFilter(days.since, days.until, days.channel, visit.query.one("group"), spellings)
    among = matching(tx, flow=name, wanted=wanted)
    return tuple(one for one in coded_responses(tx, flow=name) if one.conversation in among)


def _month(at: datetime) -> str:
    """Return the month of a moment in the zone in which the service runs."""
    return f"{at.astimezone():%Y-%m}"


PAGES: tuple[StaffPage, ...] = (StaffPage("GET", "/figures/{name}/exact", show, RAW),)
