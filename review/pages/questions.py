"""Set-up, one thing a page: the questions of a flow and the ways through them, and numbers for help."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flow import Flow
from feedback.walk import Route, Walk, base_words, routes, walk
from feedback.words import Signpost
from review.access import ADMINS, EVERYBODY, TELLERS, Page
from review.visit import Visit
from storage import flows

_FRESH = timedelta(days=90)
"""A number for help that was checked longer ago is looked up again (DESIGN section 3)."""
_ROUTES_SHOWN = 30


@dataclass(frozen=True)
class Ways:
    """Every way through a flow: how many there are, how long they take, and the longest of them one by one."""

    walked: Walk
    shown: tuple[Route, ...]
    count: int
    is_whole: bool


@dataclass(frozen=True)
class Help:
    """A source of help with its age in days; None where nobody has ever checked it."""

    post: Signpost
    age: int | None

    @property
    def is_old(self) -> bool:
        """Whether somebody has to look the number up again."""
        return self.age is None or self.age > _FRESH.days


async def show(visit: Visit) -> Response:
    """Show the questions of a flow as the checker sees them. Raises: HTTPException (404), for no such flow."""
    name = visit.path("name")
    found = await visit.read(lambda tx: _newest(tx, visit, name))
    if found is None:
        raise HTTPException(404)
    bases = {question.id: base_words(found, question) for question in found.questions}
    return visit.page("questions", flow=found, bases=bases, ways=await visit.read(lambda _: _ways(found)))


async def signposts(visit: Visit) -> Response:
    """Show where people are sent for help, and how long ago somebody looked it up."""
    today = visit.desk.now().date()
    names = [name for name, _ in visit.desk.titles]
    found = await visit.read(lambda tx: next(filter(None, (_newest(tx, visit, name) for name in names)), None))
    posts = tuple(Help(post, _age(post, today)) for post in (found.words.signposts if found else ()))
    return visit.page("signposts", posts=posts, days=_FRESH.days)


def _newest(tx: Connection, visit: Visit, name: str) -> Flow | None:
    """Return the version of a flow that was stored last; None where it was never in use."""
    kept = flows.versions(tx, flow=name)
    return visit.desk.pinned(tx, kept[-1].version_id) if kept else None


def _ways(flow: Flow) -> Ways:
    """Walk all ways; this takes a moment, so it is asked for on a thread that reads."""
    found, is_whole = routes(flow)
    return Ways(walk(flow), found[:_ROUTES_SHOWN], len(found), is_whole)


def _age(post: Signpost, today: date) -> int | None:
    return (today - post.checked_on).days if post.checked_on else None


PAGES: tuple[Page, ...] = (
    Page("GET", "/questions/{name}", show, ADMINS | TELLERS),
    Page("GET", "/signposts", signposts, EVERYBODY),
)
