"""Talks with people who asked to be heard: times are offered, one is picked in their own channel, and all stand on a page."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.http.undo import Way, carry_out, just_done
from review.text import labels
from review.text.signing import signed
from storage.audit import undo
from storage.involvement import interviews
from storage.involvement.interviews import MOST_TIMES, QUEUES, Interview, NewInterview, OfferedTime, TalkWay
from storage.review import case_list, replies, requests
from storage.review.requests import NotNow, Request

_LIST = "/interviews"
_LONGEST_PARTNER, LONGEST_WORDS = 80, 1500
"""Characters: a name with a role, and what fits on one screen of a phone before the times."""
_NOTICE = timedelta(hours=3)
"""A guess: they are asked in ten minutes and have to see it, and nobody should have to hurry."""
_FURTHEST = timedelta(days=180)
"""A guess: a talk further ahead than half a year is a slip of the pen."""
_WAYS: dict[str, TalkWay] = {"phone": "phone", "video": "video", "person": "person"}


class _Unclear(ValueError):
    """What stands in the form is not complete, or cannot be offered."""


async def show_all(visit: StaffRequest) -> Response:
    """Show every talk: agreed ones by their time, then those that were offered last."""
    found = await visit.read(lambda tx: interviews.entries(tx, visit.vault))
    await visit.note("looked through talks", f"{len(found)} talks")
    return visit.page(
        "interviews",
        talks=found,
        now=visit.desk.now(),
        zone=visit.desk.set_up.zone,
        done=await just_done(visit),
        wording=labels,
    )


async def show(visit: StaffRequest) -> Response:
    """Show one talk: when, how, with whom, and the way to cancel it."""
    return await _one(visit, await _known(visit))


async def cancel(visit: StaffRequest) -> Response:
    """Cancel a talk, with the words in which they are told."""
    talk, words, now = await _known(visit), visit.form.one("words"), visit.desk.now()
    if not words or len(words) > LONGEST_WORDS:
        return await _one(visit, talk, f"Write what they are told, in {LONGEST_WORDS:,} characters at most.")
    told = signed(words, visit.desk.signature)

    def work(tx: Connection, doing: undo.Act) -> None:
        interviews.cancel(tx, visit.vault, doing, interview=talk, words=told, now=now)

    try:
        return await carry_out(visit, "cancelled a talk", work, Way(f"{_LIST}/{talk.id}"), talk.conversation_id)
    except NotNow as fault:
        return await _one(visit, talk, str(fault), 409)


async def show_form(visit: StaffRequest) -> Response:
    """Show the form by which times are offered."""
    return await _form(visit, await _request(visit))


async def offer(visit: StaffRequest) -> Response:
    """Offer somebody up to three times for a talk."""
    request, now = await _request(visit), visit.desk.now()
    try:
        new = _new(visit, request, now)
    except _Unclear as unclear:
        return await _form(visit, request, str(unclear))
    fault = await _fault(visit, request)
    if fault:
        return await _form(visit, request, fault)

    def work(tx: Connection, doing: undo.Act) -> None:
        interviews.offer(tx, visit.vault, doing, new=new, now=now)

    try:
        way = Way(f"/queues/{request.queue}/{request.conversation_id}")
        return await carry_out(visit, "offered times for a talk", work, way, request.conversation_id)
    except NotNow as late:
        return await _form(visit, request, str(late), 409)


def _new(visit: StaffRequest, request: Request, now: datetime) -> NewInterview:
    """Return the talk that a form offers. Raises _Unclear."""
    partner, words = visit.form.one("partner"), visit.form.one("words")
    if not partner or len(partner) > _LONGEST_PARTNER:
        raise _Unclear(f"Write who talks with them, in {_LONGEST_PARTNER} characters at most.")
    if not words or len(words) > LONGEST_WORDS:
        raise _Unclear(f"Write what they are told first, in {LONGEST_WORDS:,} characters at most.")
    given = [_time(visit, number, now) for number in range(1, MOST_TIMES + 1)]
    times = tuple(dict.fromkeys(one for one in given if one is not None))
    if not times:
        raise _Unclear("Offer one time at least, with its day and hour.")
    told = signed(f"{words}\n\nYou would talk with: {partner}.", visit.desk.signature)
    return NewInterview(request, times, partner, told, visit.desk.set_up.zone)


def _time(visit: StaffRequest, number: int, now: datetime) -> OfferedTime | None:
    """Return a time as it stands in the form; None where it is empty. Raises _Unclear."""
    day, hour, way = (visit.form.one(f"{name}-{number}") for name in ("day", "hour", "way"))
    if not day and not hour:
        return None
    try:
        local = datetime.combine(date.fromisoformat(day), time.fromisoformat(hour).replace(second=0, tzinfo=None))
    except ValueError as fault:
        raise _Unclear("Write the day like 2027-03-31, and the hour like 14:30.") from fault
    at = local.replace(tzinfo=ZoneInfo(visit.desk.set_up.zone)).astimezone(UTC)
    if not now + _NOTICE < at < now + _FURTHEST:
        raise _Unclear("Offer times that are more than three hours and less than half a year away.")
    if way not in _WAYS:
        raise HTTPException(400)
    return OfferedTime(at, _WAYS[way])


async def _fault(visit: StaffRequest, request: Request) -> str:
    """Return why somebody cannot be offered a talk; empty where they can."""

    def look(tx: Connection) -> str:
        case = case_list.case(tx, conversation_id=request.conversation_id)
        if case is None or not request.is_wanted:
            return "They do not want this any more, or cannot be reached."
        return replies.leave(tx, case=case).fault

    return await visit.read(look)


async def _form(visit: StaffRequest, request: Request, problem: str = "", status: int = 400) -> Response:
    talks = await visit.read(lambda tx: interviews.of_request(tx, visit.vault, request=request))
    await visit.note("looked at times for a talk", f"conversation {request.conversation_id}")
    return visit.page(
        "interview-offer",
        status if problem else 200,
        talks=talks,
        request=request,
        problem=problem,
        typed=visit.form,
        fault=await _fault(visit, request),
        most=MOST_TIMES,
        name=visit.member.name,
        wording=labels,
    )


async def _one(visit: StaffRequest, talk: Interview, problem: str = "", status: int = 400) -> Response:
    await visit.note("read about a talk", f"conversation {talk.conversation_id}")
    return visit.page(
        "interview",
        status if problem else 200,
        talk=talk,
        problem=problem,
        typed=visit.form,
        now=visit.desk.now(),
        zone=visit.desk.set_up.zone,
        done=await just_done(visit),
        wording=labels,
    )


async def _known(visit: StaffRequest) -> Interview:
    found = await visit.read(lambda tx: interviews.one(tx, visit.vault, interview_id=visit.path("id")))
    if found is None:
        raise HTTPException(404)
    return found


async def _request(visit: StaffRequest) -> Request:
    queue, conversation_id = visit.path("name"), visit.path("id")
    found = await visit.read(lambda tx: requests.one(tx, queue=queue, conversation_id=conversation_id))
    if found is None or found.queue not in QUEUES:
        raise HTTPException(404)
    return found


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _LIST, show_all, RAW),
    StaffPage("GET", f"{_LIST}/{{id}}", show, RAW),
    StaffPage("POST", f"{_LIST}/{{id}}/cancel", cancel, RAW),
    StaffPage("GET", "/queues/{name}/{id}/interview", show_form, RAW),
    StaffPage("POST", "/queues/{name}/{id}/interview", offer, RAW),
)
