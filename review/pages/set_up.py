"""How things stand: groups and who of them began, messages on their way, times when nobody listened; help numbers."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.words import Signpost
from review import wording
from review.access import ADMINS, EVERYBODY, TELLERS, Page
from review.pages.flows import newest
from review.visit import Visit
from storage import gaps, inbox, mailboxes, overview
from storage.gaps import Gap
from storage.inbox import Conservation
from storage.overview import Asked, Post

_LOOKED_BACK = timedelta(days=7)

_BACKUP_AGE = timedelta(days=7)
"""Longer than this and a broken disk costs more than a week of what people said."""
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


@dataclass(frozen=True)
class Standing:
    """How things stand, in numbers and times that say nothing about anybody."""

    sums: Conservation
    asked: tuple[Asked, ...]
    post: tuple[Post, ...]
    silences: tuple[Gap, ...]
    mail: tuple[mailboxes.Standing, ...]
    oldest_at: datetime | None
    """Since when the oldest message waits to be read."""
    backed_up_at: datetime | None


async def show(visit: Visit) -> Response:
    """Show it all on one page; there is nothing on it that anybody said."""
    now = visit.desk.now()
    standing = await visit.read(partial(_standing, now=now))
    troubles = await visit.desk.set_up.troubles()
    is_backup_old = standing.backed_up_at is None or now - standing.backed_up_at > _BACKUP_AGE
    return visit.page(
        "set-up",
        standing=standing,
        troubles=troubles,
        is_backup_old=is_backup_old,
        days=_BACKUP_AGE.days,
        titles=dict(visit.desk.titles),
        wording=wording,
    )


def _standing(tx: Connection, *, now: datetime) -> Standing:
    since = now - _LOOKED_BACK
    return Standing(
        inbox.conservation(tx),
        overview.asked(tx),
        overview.post(tx, since=since, now=now),
        gaps.ledger(tx, since=since),
        mailboxes.standings(tx),
        inbox.oldest_open_at(tx),
        gaps.alive_at(tx, channel="backup"),
    )


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
