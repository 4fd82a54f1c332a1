"""The first page: how many were told what happened, what waits, and that nothing was lost."""

from dataclasses import replace
from typing import get_args

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.flow import Queue
from review import wording
from review.access import RAW, READERS, ROLE_MEANINGS, Page
from review.visit import Visit
from storage import inbox, outcomes, queues, reading
from storage.inbox import Conservation
from storage.outcomes import Share
from storage.reading import View, Wanted


async def show(visit: Visit) -> Response:
    """Show where things stand."""
    mine = Wanted(staff_id=visit.member.id)
    views: tuple[View, ...] = get_args(View)

    def look(tx: Connection) -> tuple[Share, Conservation, dict[View, int], dict[Queue, int]]:
        counts = {view: reading.count(tx, wanted=replace(mine, view=view)) for view in views}
        asked = queues.counts(tx) if visit.member.role in RAW else {}
        return outcomes.share_told(tx), inbox.conservation(tx), counts, asked

    share, sums, counts, asked = await visit.read(look)
    return visit.page(
        "home",
        share=share,
        sums=sums,
        counts=counts,
        asked=asked,
        is_reader=visit.member.role in READERS,
        meaning=ROLE_MEANINGS[visit.member.role],
        wording=wording,
    )


PAGES: tuple[Page, ...] = (Page("GET", "/", show),)
