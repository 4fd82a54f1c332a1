"""The first page."""

from starlette.responses import Response

from review.access import ROLE_MEANINGS, Page
from review.visit import Visit


async def show(visit: Visit) -> Response:
    """Show where things stand."""
    return visit.page("home", meaning=ROLE_MEANINGS[visit.member.role])


PAGES: tuple[Page, ...] = (Page("GET", "/", show),)
