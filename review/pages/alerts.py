"""What is wrong that the team can see to, each with the page where it is mended; nothing that anybody said is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from feedback.flows.model import Flow
from feedback.flows.words import CHECKED_FOR, Signpost, to_ring
from review.flows.step_context import StepContext
from review.http.request import StaffRequest
from review.http.roles import ADMINS, RAW, READERS, SAFEGUARDING
from review.http.templates import day, many, moment
from review.pages.flows import newest
from review.text import labels
from storage.alerts import alert_log, team
from storage.messages import downtime, held_back, letter_providers
from storage.messages.inbox import Conservation
from storage.messages.letter_providers import LetterProvider
from storage.review import before_yes, outcomes, redactions, triage
from storage.review.case_list import COUNTED_MOST, View
from storage.review.triage import LONGEST_WAIT

BACKUP_AGE = timedelta(days=7)
"""Longer than this and a broken disk costs more than a week of what people said."""
_UNTOLD = "Nobody on your team is told when people wait. Each of you can set it up under Account."
_WAITS: dict[View, tuple[str, str]] = {
    "waiting": ("person wants to hear from one of you", "people want to hear from one of you"),
    "flagged": ("conversation is marked “please read”", "conversations are marked “please read”"),
}


@dataclass(frozen=True)
class Alert:
    """One thing that is wrong. `path` is the page where it is mended; empty where whoever looks may open none.

    `is_bad`: people may be harmed by it, so it stands in red.
    """

    words: str
    path: str = ""
    is_bad: bool = False


@dataclass(frozen=True)
class HelpSource:
    """A source of help with its age in days; None where nobody has ever checked it."""

    post: Signpost
    age: int | None

    @property
    def is_old(self) -> bool:
        """Whether it was checked too long ago."""
        return self.age is not None and self.age > CHECKED_FOR.days


async def faults(visit: StaffRequest, sums: Conservation, *, has_list: bool = False) -> tuple[Alert, ...]:
    """Return what is wrong now, the people who wait first; without them where their list stands beside it."""
    role, now = visit.member.role, visit.desk.now()
    around = await visit.desk.around.current(visit.desk.database, now)
    backed_up_at = await visit.read(lambda tx: downtime.alive_at(tx, channel="backup"))
    early, told = await visit.read(lambda tx: (before_yes.count_open(tx), len(triage.mails_to_see(tx))))
    found = list(await visit.read(lambda tx: tuple(_untold(tx, visit))))
    if not (has_list and role in SAFEGUARDING):
        found += _early(early, told, can_open=role in SAFEGUARDING)
    if not has_list:
        found += _people(around, now, can_open=role in READERS)
    if visit.member.has_one_of(ADMINS):
        found += _letters(await visit.read(lambda tx: letter_providers.paused(tx, now=now)))
    if held := held_back.total(await visit.read(held_back.held)):
        place = "/settings/backups" if visit.member.has_one_of(ADMINS) else ""
        found.append(
            Alert(f"{many(held, 'message')} held back since a restore: say whether to send.", place, is_bad=True)
        )
    if sums.quarantined:
        words = many(sums.quarantined, "message could not be read and is", "messages could not be read and are")
        found.append(Alert(f"{words} set aside.", "/set-aside" if role in RAW else ""))
    again = await visit.read(redactions.count_under_older_rules)
    if again and role in RAW:
        words = many(again, "text was checked", "texts were checked")
        found.append(Alert(f"{words} when sayso found fewer names.", "/texts/again"))
    late = await visit.read(lambda tx: outcomes.overdue(tx, today=now.date()))
    return (
        *found,
        *_late(late, can_open=role in READERS),
        *_help(await helps(visit), now.date()),
        *_backup(visit, backed_up_at, now),
    )


def _letters(paused: Iterable[LetterProvider]) -> Iterator[Alert]:
    """Say who takes no letters of ours now, and when they are asked again. No letter is lost meanwhile."""
    for one in paused:
        who = "No letter leaves" if one.who == letter_providers.ALL else f"No letter leaves for {one.name}"
        again = f" It is tried again {moment(one.until)}." if one.until else ""
        yield Alert(f"{who}: {labels.WAITS[one.fault]} ({one.status}). None is lost.{again}", "/set-up", is_bad=True)


def _untold(tx: Connection, visit: StaffRequest) -> Iterator[Alert]:
    """Yield what staff were not told: an alert that did not go out, or that nobody can be told at all."""
    set_up, now, path = visit.desk.set_up, visit.desk.now(), "/rota" if visit.member.has_one_of(RAW | ADMINS) else ""
    for one in alert_log.undelivered(tx, now=now):
        yield Alert(
            f"{one.name} could not be told by {labels.WAYS[one.way]} on {moment(one.at)} that people wait.",
            path,
            is_bad=True,
        )
    colleagues = team.staff_team(tx, visit.vault, zone=set_up.zone, ways=set_up.ways, now=now).colleagues
    acting = [one for one in colleagues if one.may_act]
    able = [one for one in acting if one.ways]
    if acting and not able:
        yield Alert(_UNTOLD, "/account/alerts" if visit.member.has_one_of(RAW) else path, is_bad=True)
    elif any(one.may_act_restricted for one in acting) and not any(one.may_act_restricted for one in able):
        yield Alert("Nobody in safeguarding is told when somebody may be in danger.", path, is_bad=True)


async def helps(visit: StaffRequest) -> tuple[HelpSource, ...]:
    """Return where people are sent for help, with how long ago somebody looked each up."""
    names = [name for name, _ in visit.desk.titles]
    today = visit.desk.now().date()

    def look(tx: Connection) -> Flow | None:
        return next(filter(None, (newest(tx, visit=visit, name=name) for name in names)), None)

    found = await visit.read(look)
    return tuple(HelpSource(post, _age(post, today)) for post in (found.words.signposts if found else ()))


def is_backup_old(backed_up_at: datetime | None, now: datetime) -> bool:
    """Whether a broken disk would cost too much."""
    return backed_up_at is None or now - backed_up_at > BACKUP_AGE


def _people(around: StepContext, now: datetime, *, can_open: bool) -> Iterator[Alert]:
    """Yield who has waited longer than people are told, by queue."""
    for view, (one, more) in _WAITS.items():
        since, count = around.since.get(view), around.counts[view]
        if since is not None and now - since >= LONGEST_WAIT:
            number = many(count, one, more) if count <= COUNTED_MOST else f"Over {COUNTED_MOST:,} {more}"
            yield Alert(f"{number}, the oldest since {day(since)}.", f"/inbox?view={view}" if can_open else "")


def _early(early: int, told: int, *, can_open: bool) -> Iterator[Alert]:
    """Yield at once who needs somebody before a yes, for that may be erased within a day; and what letters told."""
    path = "/care" if can_open else ""
    if early:
        yield Alert(f"{many(early, 'person', 'people')} without a yes yet may need somebody.", path)
    if told:
        yield Alert(f"{many(told, 'letter tells', 'letters tell')} of a death or a wrong address.", path)


def _late(late: int, *, can_open: bool) -> Iterator[Alert]:
    if late:
        words = many(late, "entry of What we did is", "entries of What we did are")
        yield Alert(f"{words} over-due.", "/outcomes" if can_open else "")


def _help(posts: tuple[HelpSource, ...], today: date) -> Iterator[Alert]:
    unchecked, old = map(len, to_ring([one.post for one in posts], today))
    if unchecked:
        yield Alert(f"{many(unchecked, 'help number was', 'help numbers were')} never checked.", "/signposts")
    if old:
        words = many(old, "help number was", "help numbers were")
        yield Alert(f"{words} checked over {CHECKED_FOR.days} days ago.", "/signposts")


def _backup(visit: StaffRequest, backed_up_at: datetime | None, now: datetime) -> Iterator[Alert]:
    place = "/settings/backups" if visit.member.has_one_of(ADMINS) else "/set-up#backup"
    if backed_up_at is None:
        yield Alert("There is no backup that sayso knows of.", place)
    elif is_backup_old(backed_up_at, now):
        yield Alert(f"The last backup is over {BACKUP_AGE.days} days old.", place)


def _age(post: Signpost, today: date) -> int | None:
    return (today - post.checked_on).days if post.checked_on else None
