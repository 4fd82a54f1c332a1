"""How things stand: groups and who of them began, messages on their way, times when nobody listened; help numbers."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.words import Signpost
from review import wording
from review.access import ADMINS, EVERYBODY, TELLERS, Page
from review.pages.flows import newest
from review.visit import Visit
from storage import gaps, inbox, overview
from storage.gaps import Gap
from storage.inbox import Conservation
from storage.overview import Asked, Post

_LOOKED_BACK = timedelta(days=7)

_FRESH = timedelta(days=90)
"""A number for help that was checked longer ago is looked up again (DESIGN section 3)."""


@dataclass(frozen=True)
class Help:
    """A source of help with its age in days; None where nobody has ever checked it."""

    post: Signpost
    age: int | None

    @property
    def is_old(self) -> bool:
        """Whether somebody has to look the number up again."""
        return self.age is None or self.age > _FRESH.days


Found = tuple[Conservation, tuple[Asked, ...], tuple[Post, ...], tuple[Gap, ...]]


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
        )

    sums, asked, post, silences = await visit.read(look)
    return visit.page("set-up", sums=sums, asked=asked, post=post, silences=silences, wording=wording)


async def signposts(visit: Visit) -> Response:
    """Show where people are sent for help, how long ago somebody looked it up, and the lines that say so."""
    today = visit.desk.now().date()
    names = [name for name, _ in visit.desk.titles]
    found = await visit.read(
        lambda tx: next(filter(None, (newest(tx, visit=visit, name=name) for name in names)), None)
    )
    posts = tuple(Help(post, _age(post, today)) for post in (found.words.signposts if found else ()))
    return visit.page("signposts", posts=posts, days=_FRESH.days, today=today)


def _age(post: Signpost, today: date) -> int | None:
    return (today - post.checked_on).days if post.checked_on else None


PAGES: tuple[Page, ...] = (
    Page("GET", "/set-up", show, ADMINS | TELLERS),
    Page("GET", "/signposts", signposts, EVERYBODY),
)
