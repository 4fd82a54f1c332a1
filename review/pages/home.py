"""The first page: how many were told what happened, what waits, and that nothing was lost."""

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.flows.model import Queue
from review.http.request import StaffRequest
from review.http.roles import ADMINS, RAW, READERS, ROLE_MEANINGS, TELLERS, StaffPage
from review.pages.alerts import faults
from review.text import labels
from storage.messages import inbox
from storage.messages.inbox import Conservation
from storage.review import case_list, outcomes, requests
from storage.review.outcomes import InformedShare


async def show(visit: StaffRequest) -> Response:
    """Show where things stand."""
    around = await visit.desk.around.current(visit.desk.database, visit.desk.now())

    def look(tx: Connection) -> tuple[InformedShare, Conservation, int, dict[Queue, int]]:
        mine = case_list.count_mine(tx, staff_id=visit.member.id)
        asked = requests.counts(tx) if visit.member.role in RAW else {}
        return outcomes.share_told(tx), inbox.conservation(tx), mine, asked

    share, sums, mine, asked = await visit.read(look)
    return visit.page(
        "home",
        share=share,
        sums=sums,
        counts={**around.counts, "mine": mine},
        since=around.since,
        faults=await faults(visit, sums) if visit.member.role in ADMINS | TELLERS else (),
        asked=asked,
        is_reader=visit.member.role in READERS,
        meaning=ROLE_MEANINGS[visit.member.role],
        wording=labels,
    )


PAGES: tuple[StaffPage, ...] = (StaffPage("GET", "/", show),)
