"""Talks: staff offer times to one person, who picks one in their own channel, and hears of it again the day before.

Nothing of a talk but its times is kept here: what was said is noted beside the request. The number to ring is forgotten
a week after the talk, and at once where the talk is off.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, delete, select, update

from feedback.flows.model import Queue
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.involvement import asks
from storage.involvement.asks import KeptAsk, NewAsk
from storage.review.requests import NotNow, Request
from storage.tables import interview_times as times
from storage.tables import interviews, staff, staff_asks

State = Literal["offered", "agreed", "other time", "declined", "called off", "cancelled"]
TalkWay = Literal["phone", "video", "person"]
QUEUES: tuple[Queue, ...] = ("follow_up", "case_study")
"""Whoever waits here said that we may hear more from them."""
MOST_TIMES = 3
"""Times to choose from: more are hard to hold in mind."""
REMINDED = timedelta(days=1)
"""How long before a talk they are reminded of it."""
NUMBER_KEPT = timedelta(days=7)
"""After a talk the number is kept for a week, in case it has to be rung once more."""
KEPT = timedelta(days=365)
"""After this a talk is forgotten, as what was asked about it is."""
NUMBER = "interview.number"
OVER: tuple[State, ...] = ("declined", "called off", "cancelled")
_WAYS = {"phone": "by phone", "video": "by video", "person": "in person"}
_REMINDER = """This is about your talk with us: {label}, with {partner}.

If it does not suit you any more, write TAKE BACK here. You do not have to say why."""
_TOO_LATE = "We are sorry. The time that you picked is over, or no longer free. A person will write to you."


@dataclass(frozen=True)
class OfferedTime:
    """A time for a talk, and how: by phone, by video or in person."""

    at: datetime
    way: TalkWay

    def label(self, zone: str) -> str:
        """Return it as people read it, on the clock of this zone (an IANA name)."""
        return f"{self.at.astimezone(ZoneInfo(zone)):%A %-d %B, %H:%M}, {_WAYS[self.way]}"


@dataclass(frozen=True)
class NewInterview:
    """A talk to be offered. `partner` is who talks with them, `words` what they are shown before the times."""

    request: Request
    times: tuple[OfferedTime, ...]
    partner: str
    words: str
    zone: str


@dataclass(frozen=True)
class Interview:
    """A talk as staff see it. `number` is what to ring; empty where it is not needed, or not told, or forgotten."""

    id: str
    person_id: str
    conversation_id: str
    queue: Queue
    state: State
    partner: str
    at: datetime | None
    way: TalkWay | None
    number: str
    by: str
    made_at: datetime
    offered: tuple[OfferedTime, ...]
    asked: tuple[KeptAsk, ...]

    @property
    def is_over(self) -> bool:
        """Whether it will not take place."""
        return self.state in OVER

    def label(self, zone: str) -> str:
        """Return the time that is agreed as people read it, on the clock of this zone; empty while none is."""
        return OfferedTime(self.at, self.way).label(zone) if self.at is not None and self.way is not None else ""


def offer(tx: Connection, vault: Vault, act: Act, *, new: NewInterview, now: datetime) -> str:
    """Offer somebody a talk, and return its id. They are asked in ten minutes, by day.

    Raises NotNow where they do not want it any more, or were offered one that is not over.
    """
    request = new.request
    if not request.is_wanted or not request.person_id or request.queue not in QUEUES:
        raise NotNow("They do not want to be asked any more.")
    before = of_request(tx, vault, request=request)
    if any(one.state == "offered" or (one.at is not None and one.at > now and not one.is_over) for one in before):
        raise NotNow("They are asked about a talk already. Cancel it first, or wait for what they say.")
    interview_id = new_id()
    for one in before:
        if one.state == "other time":
            act.change(interviews, {"id": one.id}, {"state": "cancelled"})
    act.insert(interviews, _row(new, interview_id, act.by, now))
    choices = []
    for number, time in enumerate(new.times, start=1):
        choice = f"{time.way}-{number}"
        act.insert(times, {"interview_id": interview_id, "choice": choice, "way": time.way, "at": time.at})
        choices.append((choice, time.label(new.zone)))
    new_ask = NewAsk(request.person_id, "interview", interview_id, new.words, now, choices=tuple(choices))
    asks.ask(tx, vault, act, new=new_ask)
    return interview_id


def entries(tx: Connection, vault: Vault) -> tuple[Interview, ...]:
    """Return all talks: those that are agreed by their time, then those that were offered last."""
    found = _found(tx, vault, interviews.c.id.is_not(None))
    agreed = sorted((one for one in found if one.state == "agreed" and one.at), key=lambda one: str(one.at))
    return (*agreed, *(one for one in found if one not in agreed))


def one(tx: Connection, vault: Vault, *, interview_id: str) -> Interview | None:
    """Return a talk, or None where there is none."""
    found = _found(tx, vault, interviews.c.id == interview_id)
    return found[0] if found else None


def of_request(tx: Connection, vault: Vault, *, request: Request) -> tuple[Interview, ...]:
    """Return the talks that belong to a request, the latest first."""
    theirs = (interviews.c.conversation_id == request.conversation_id) & (interviews.c.queue == request.queue)
    return _found(tx, vault, theirs)


def cancel(tx: Connection, vault: Vault, act: Act, *, interview: Interview, words: str, now: datetime) -> None:
    """Cancel a talk. Whoever was asked about it is told so in these words, in ten minutes; undoing it before is in time.

    Raises NotNow where it is over, or was held.
    """
    if interview.is_over or (interview.at is not None and interview.at <= now):
        raise NotNow("This talk is over. There is nothing to cancel.")
    act.change(interviews, {"id": interview.id}, {"state": "cancelled", "number": None})
    waiting = (staff_asks.c.subject_id == interview.id, staff_asks.c.due_at.is_not(None))
    for ask_id in tx.execute(select(staff_asks.c.id).where(*waiting)).scalars().all():
        act.change(staff_asks, {"id": ask_id}, {"due_at": None, "fault": "It was cancelled."})
    if any(ask.put_at for ask in interview.asked):
        asks.ask(tx, vault, act, new=NewAsk(interview.person_id, "told", interview.id, words, now))


def answered(tx: Connection, vault: Vault, *, kept: KeptAsk, said: str, words: str, now: datetime) -> None:
    """Take in what somebody answered: a time, that none suits, that they want no talk, or the number to ring."""
    found = one(tx, vault, interview_id=kept.subject_id)
    if found is None:
        return
    picked = tx.execute(select(times).where(times.c.interview_id == found.id, times.c.choice == said)).first()
    if picked is not None and (found.is_over or picked.at <= now):
        _tell(tx, vault, kept, _TOO_LATE, now)
    elif picked is not None:
        _agree(tx, found, OfferedTime(picked.at, picked.way))
        words = _REMINDER.format(label=dict(kept.choices)[said], partner=found.partner)
        _remind(tx, vault, kept, words, now, picked.at)
    elif said == "number" and found.state == "agreed":
        _set(tx, found.id, number=vault.seal(tx, kept.person_id, NUMBER, words, found.id))
    elif said in ("no", "other") and not found.is_over:
        _drop(tx, found.id, "declined" if said == "no" else "other time")


def take_back(tx: Connection, *, person_id: str) -> None:
    """Call off every talk of a person that is not over. They are reminded of none of them."""
    theirs = select(interviews.c.id).where(interviews.c.person_id == person_id, interviews.c.state.not_in(OVER))
    for interview_id in tx.execute(theirs).scalars().all():
        _drop(tx, interview_id, "called off")


def of_person(tx: Connection, vault: Vault, *, person_id: str) -> tuple[dict[str, object], ...]:
    """Return what is kept of the talks of one person: the times offered, the one that they picked, and their number."""
    return tuple(
        {
            "state": one.state,
            "with": one.partner,
            "at": one.at.isoformat() if one.at else None,
            "how": one.way,
            "number": one.number,
            "offered": [{"at": time.at.isoformat(), "how": time.way} for time in one.offered],
        }
        for one in _found(tx, vault, interviews.c.person_id == person_id)
    )


def forget_old(tx: Connection, *, now: datetime) -> int:
    """Forget talks that were offered more than a year ago, and numbers a week after the talk; return how many talks."""
    tx.execute(update(interviews).where(interviews.c.at < now - NUMBER_KEPT).values(number=None))
    old = select(interviews.c.id).where(interviews.c.made_at < now - KEPT)
    tx.execute(delete(times).where(times.c.interview_id.in_(old)))
    return tx.execute(delete(interviews).where(interviews.c.made_at < now - KEPT)).rowcount


def _row(new: NewInterview, interview_id: str, by: str, now: datetime) -> dict[str, object]:
    request = new.request
    return {
        "id": interview_id,
        "person_id": request.person_id,
        "conversation_id": request.conversation_id,
        "queue": request.queue,
        "state": "offered",
        "partner": new.partner,
        "by": by,
        "made_at": now,
    }


def _agree(tx: Connection, found: Interview, picked: OfferedTime) -> None:
    """Note the time that was picked, in the place of one picked before."""
    asks.drop_about(tx, subject_id=found.id, fault="They picked another time.")
    _set(tx, found.id, state="agreed", at=picked.at, way=picked.way, number=None)


def _remind(tx: Connection, vault: Vault, kept: KeptAsk, words: str, now: datetime, at: datetime) -> None:
    """Plan to remind them the day before; whoever picks a time within a day has it in mind."""
    if at - REMINDED > now:
        new = NewAsk(kept.person_id, "told", kept.subject_id, words, now, due_at=at - REMINDED)
        asks.tell(tx, vault, new=new)


def _drop(tx: Connection, interview_id: str, state: State) -> None:
    _set(tx, interview_id, state=state, at=None, way=None, number=None)
    asks.drop_about(tx, subject_id=interview_id, fault="They said that it does not suit them.")


def _tell(tx: Connection, vault: Vault, kept: KeptAsk, words: str, now: datetime) -> None:
    asks.tell(tx, vault, new=NewAsk(kept.person_id, "told", kept.subject_id, words, now))


def _set(tx: Connection, interview_id: str, **values: object) -> None:
    tx.execute(update(interviews).where(interviews.c.id == interview_id).values(values))


class _Row(NamedTuple):
    """A talk with the name of who offered it."""

    id: str
    person_id: str
    conversation_id: str
    queue: Queue
    state: State
    partner: str
    way: TalkWay | None
    at: datetime | None
    number: bytes | None
    by: str
    made_at: datetime
    name: str


def _found(tx: Connection, vault: Vault, which: ColumnElement[bool]) -> tuple[Interview, ...]:
    query = select(interviews, staff.c.name).join(staff, staff.c.id == interviews.c.by).where(which)
    rows = rows_as(_Row, tx.execute(query.order_by(interviews.c.made_at.desc(), interviews.c.id)))
    return tuple(_interview(tx, vault, row) for row in rows)


def _interview(tx: Connection, vault: Vault, row: _Row) -> Interview:
    offered = select(times.c.at, times.c.way).where(times.c.interview_id == row.id).order_by(times.c.at, times.c.choice)
    number = vault.open(tx, row.person_id, NUMBER, row.number, row.id) if row.number is not None else ""
    opened = {
        "number": number,
        "by": row.name,
        "offered": tuple(OfferedTime(at, way) for at, way in tx.execute(offered)),
        "asked": asks.about(tx, vault, subject_id=row.id, kind="interview"),
    }
    named = {name: value for name, value in row._asdict().items() if name != "name"}
    return Interview(**(named | opened))
