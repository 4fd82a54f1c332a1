"""How things stand: groups and who of them began, messages on their way, times when nobody listened, flows in use."""

from datetime import timedelta

from sqlalchemy import Connection
from starlette.responses import Response

from review import wording
from review.access import ADMINS, TELLERS, Page
from review.visit import Visit
from storage import flows, gaps, inbox, overview
from storage.flows import Kept
from storage.gaps import Gap
from storage.inbox import Conservation
from storage.overview import Asked, Post

_LOOKED_BACK = timedelta(days=7)

Found = tuple[Conservation, tuple[Asked, ...], tuple[Post, ...], tuple[Gap, ...], tuple[Kept, ...]]


async def show(visit: Visit) -> Response:
    """Show it all on one page; there is nothing on it that anybody said."""
    now = visit.desk.now()

    def look(tx: Connection) -> Found:
        since = now - _LOOKED_BACK
        return (
            inbox.conservation(tx),
            overview.asked(tx),
            overview.post(tx, since=since, now=now),
            tuple(gaps.ledger(tx, since=since)),
            flows.versions(tx),
        )

    sums, asked, post, silences, kept = await visit.read(look)
    versions: dict[str, list[int]] = {}
    for one in kept:
        versions.setdefault(one.flow, []).append(one.version)
    return visit.page(
        "set-up", sums=sums, asked=asked, post=post, silences=silences, versions=versions, wording=wording
    )


PAGES: tuple[Page, ...] = (Page("GET", "/set-up", show, ADMINS | TELLERS),)
