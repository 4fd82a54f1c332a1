"""How things stand: groups and who of them began, messages on their way, times when nobody listened; help numbers."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.flows.words import CHECKED_FOR
from review.http.request import StaffRequest
from review.http.roles import ADMINS, EVERYBODY, TELLERS, StaffPage
from review.http.templates import is_small
from review.pages.alerts import BACKUP_AGE, Alert, faults, helps, is_backup_old
from review.text import labels
from storage.messages import downtime, inbox, mailbox_cursors
from storage.messages.downtime import Downtime
from storage.messages.inbox import Conservation
from storage.people import groups
from storage.review import overview
from storage.review.overview import DeliveryCounts, GroupProgress

_LOOKED_BACK = timedelta(days=7)
"""A week: staff who look on Mondays see what happened since the last time."""
_NOT_BALANCED = (
    "What was received and what was done with it do not add up. "
    "Keep the database as it is, and tell whoever runs sayso."
)


@dataclass(frozen=True)
class ServiceStatus:
    """How things stand, in numbers and times that say nothing about anybody."""

    sums: Conservation
    asked: tuple[GroupProgress, ...]
    post: tuple[DeliveryCounts, ...]
    silences: tuple[Downtime, ...]
    mail: tuple[mailbox_cursors.FolderStatus, ...]
    oldest_at: datetime | None
    """Since when the oldest message waits to be read."""
    backed_up_at: datetime | None


async def show(visit: StaffRequest) -> Response:
    """Show it all on one page; there is nothing on it that anybody said."""
    now = visit.desk.now()
    standing = await visit.read(partial(_standing, now=now))
    troubles = [Alert(one) for one in await visit.desk.set_up.troubles()]
    if not standing.sums.is_balanced:
        troubles.append(Alert(_NOT_BALANCED, "/set-up#conserved"))
    return visit.page(
        "set-up",
        standing=standing,
        faults=(*troubles, *await faults(visit, standing.sums)),
        is_backup_old=is_backup_old(standing.backed_up_at, now),
        days=BACKUP_AGE.days,
        titles=dict(visit.desk.titles),
        wording=labels,
    )


def _standing(tx: Connection, *, now: datetime) -> ServiceStatus:
    since = now - _LOOKED_BACK
    return ServiceStatus(
        inbox.conservation(tx),
        _asked(tx),
        overview.post(tx, since=since, now=now),
        downtime.ledger(tx, since=since),
        mailbox_cursors.standings(tx),
        inbox.oldest_open_at(tx),
        downtime.alive_at(tx, channel="backup"),
    )


def _asked(tx: Connection) -> tuple[GroupProgress, ...]:
    """Return how many were invited. A group of few people stands there once, whatever its people were sent."""
    sizes = {group.name: group.contacts for group in groups.every(tx)}
    found = (replace(one, contacts=sizes.get(one.group, 0)) for one in overview.asked(tx))
    rows = [GroupProgress(one.group, "", one.contacts, 0, 0) if is_small(one.contacts) else one for one in found]
    return tuple(dict.fromkeys(rows))


async def signposts(visit: StaffRequest) -> Response:
    """Show where people are sent for help, how long ago somebody looked it up, and the lines that say so."""
    posts, today = await helps(visit), visit.desk.now().date()
    return visit.page("signposts", posts=posts, days=CHECKED_FOR.days, today=today)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/set-up", show, ADMINS | TELLERS),
    StaffPage("GET", "/signposts", signposts, EVERYBODY),
)
