"""Everything that is set up in the browser, on one page: what is done, what is missing, and where to go."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from starlette.responses import Response

from feedback.flows.words import to_ring
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.templates import day, many
from review.pages.alerts import helps, is_backup_old
from review.setup.kept import file_of, shown
from review.setup.words import PATH as WORDS
from storage.accounts import members
from storage.messages import downtime
from storage.people.old_answers import OldCounts, count_older

_AGES = {"6": "6 months", "12": "1 year", "24": "2 years", "36": "3 years", "72": "6 years"}
"""Months, and how people say them."""
_YEAR = 365.25
"""Days, in the mean of four years."""


@dataclass(frozen=True)
class SetUpStep:
    """One part of the set-up: where it is done, whether it is, and what there is to say."""

    name: str
    path: str
    is_done: bool
    told: str
    is_optional: bool = False


async def show(visit: StaffRequest) -> Response:
    """Show every part of the set-up."""
    return visit.page(
        "settings",
        steps=await _steps(visit),
        troubles=visit.desk.house.troubles(),
        retention=visit.desk.house.retention,
        ages=_AGES,
        age=visit.query.one("older"),
        old=await _older(visit),
    )


async def _older(visit: StaffRequest) -> OldCounts | None:
    """Count what is older than the time that was chosen; nothing where none was, or none that is offered."""
    age = visit.query.one("older")
    if age not in _AGES:
        return None
    before = visit.desk.now() - timedelta(days=_YEAR * int(age) / 12)
    return await visit.read(partial(count_older, before=before))


async def _steps(visit: StaffRequest) -> tuple[SetUpStep, ...]:
    known, posts, now = await shown(visit), await helps(visit), visit.desk.now()
    backed_up_at = await visit.read(lambda tx: downtime.alive_at(tx, channel="backup"))
    team = [one for one in await visit.read(members.members) if one.disabled_at is None]
    unchecked = sum(map(len, to_ring([one.post for one in posts], now.date())))
    organisation, mail, bot = known["organisation"], known["mail_address"], known["telegram_token"]
    has_own = bool(await file_of(visit, WORDS))
    return (
        SetUpStep("Organisation", "/settings/organisation", organisation.is_set, organisation.value or "no name yet"),
        SetUpStep(
            "Help numbers",
            "/settings/help-numbers",
            not unchecked,
            f"{many(unchecked, 'number')} to ring or look up" if unchecked else "all checked",
        ),
        SetUpStep(
            "Questions that are open", "/settings/open", bool(visit.desk.titles), many(len(visit.desk.titles), "flow")
        ),
        SetUpStep("Words", "/settings/words", True, "some in your own words" if has_own else "as they come"),  # noqa: FBT003 - a step
        SetUpStep("Mailbox", "/settings/mail", mail.is_set, mail.value or "off", is_optional=True),
        SetUpStep("Telegram", "/settings/telegram", bot.is_set, "on" if bot.is_set else "off", is_optional=True),
        SetUpStep(
            "Backups",
            "/settings/backups",
            not is_backup_old(backed_up_at, now),
            f"the last one on {day(backed_up_at)}" if backed_up_at else "none yet",
        ),
        SetUpStep("Team", "/team", len(team) > 1, many(len(team), "account")),
    )


PAGES: tuple[StaffPage, ...] = (StaffPage("GET", "/settings", show, ADMINS),)
