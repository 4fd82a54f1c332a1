"""Requests: who may be contacted to hear more, case studies and their consent, training, and meeting others."""

from dataclasses import dataclass
from typing import get_args

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.model import QUEUE_OF, QUEUES, Flow, Queue
from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.http.undo import Way, Work, carry_out, just_done
from review.lists.snapshots import draft_of, of_request, request_of_form
from review.pages.conversation import LONGEST_NOTE
from review.text import labels
from review.text.signing import signed
from storage.accounts import members
from storage.audit import undo
from storage.involvement import asks, case_studies, interviews
from storage.review import case_list, replies, requests, texts
from storage.review.case_list import Case
from storage.review.requests import NotNow, Request, State
from storage.review.texts import CodedAnswer
from storage.review.work import notes

_LONGEST = 20_000
"""Characters: about seven pages, more than any case study has."""
_LONGEST_PLACE = 300
"""Characters for the name of a document and where it is."""
LONGEST_SHOWN = 3000
"""What fits into one message to the person."""


@dataclass(frozen=True)
class RequestReason:
    """What somebody was asked, and what they said, that made the request."""

    asked: str
    given: str
    is_from_story: bool = False


async def show_all(visit: StaffRequest) -> Response:
    """Show the queues, with how many wait in each."""
    counts, out_there = await visit.read(lambda tx: (requests.counts(tx), case_studies.still_out_there(tx)))
    return visit.page("queues", counts=counts, out_there=out_there, wording=labels)


async def show_queue(visit: StaffRequest) -> Response:
    """Show who waits in one queue; all that were ever in it where that is asked for."""
    queue, is_all = _queue(visit), bool(visit.query.one("all"))

    def look(tx: Connection) -> tuple[tuple[Request, ...], dict[Queue, int]]:
        return requests.listed(tx, queue=queue, is_all=is_all), requests.counts(tx)

    found, counts = await visit.read(look)
    await visit.note("looked through requests", f"{queue}, {len(found)}")
    return visit.page(
        "queue",
        queue=queue,
        requests=found,
        counts=counts,
        is_all=is_all,
        most=requests.MOST_LISTED,
        titles=dict(visit.desk.titles),
        wording=labels,
    )


async def show(visit: StaffRequest) -> Response:
    """Show one request, what may become of it next, and the case study as it is written."""
    return await _page(visit, await _known(visit))


async def move(visit: StaffRequest) -> Response:
    """Take a request a step further. Steps that stand on a yes of the person need a note of how they said it."""
    request = await _known(visit)
    to = next((step for step in get_args(State) if step == visit.form.one("step")), None)
    words = visit.form.at_most("note", LONGEST_NOTE)
    if to is None or to not in request.steps:
        raise HTTPException(400)
    if to in requests.NEEDS_PROOF_OF_YES and not words:
        return await _page(visit, request, "Write how and when they said yes.")
    case, now = await _case(visit, request), visit.desk.now()

    def work(tx: Connection, doing: undo.Act) -> None:
        if to == "published":
            case_studies.publish(tx, visit.vault, doing, request=request, now=now)
        else:
            requests.move(doing, request=request, to=to, now=now)
        if words and case:
            notes.add(tx, visit.vault, doing, case=case, words=words, now=now)

    return await _done(visit, request, f"marked a request: {to}", work)


async def give(visit: StaffRequest) -> Response:
    """Give a request to somebody, or to nobody."""
    request, to, now = await _known(visit), visit.form.one("to"), visit.desk.now()
    team = {one.id: one.name for one in await visit.read(members.members) if one.disabled_at is None}
    if to and to not in team:
        raise HTTPException(400)

    def work(_: Connection, doing: undo.Act) -> None:
        requests.give(doing, request=request, to=to or None, now=now)

    return await _done(visit, request, f"gave a request to {team[to]}" if to else "gave a request to nobody", work)


async def note(visit: StaffRequest) -> Response:
    """Keep a note for the others; it stands beside the conversation too."""
    request = await _known(visit)
    case, words, now = await _case(visit, request), visit.form.at_most("note", LONGEST_NOTE), visit.desk.now()
    if case is None or not words:
        return visit.go(_path(request))

    def work(tx: Connection, doing: undo.Act) -> None:
        notes.add(tx, visit.vault, doing, case=case, words=words, now=now)

    return await _done(visit, request, "wrote a note", work)


async def write(visit: StaffRequest) -> Response:
    """Keep the case study as it is written."""
    request, words, now = await _known(visit), visit.form.one("draft"), visit.desk.now()
    if not words or len(words) > _LONGEST:
        return await _page(visit, request, f"Write the case study, in {_LONGEST:,} characters at most.")

    def work(tx: Connection, doing: undo.Act) -> None:
        requests.write(tx, visit.vault, doing, request=request, words=words, now=now)

    return await _done(visit, request, "wrote a case study", work)


async def send(visit: StaffRequest) -> Response:
    """Show the case study to the person it is about, and ask whether these words may be published.

    What they answer moves the case study by itself (`storage.involvement.settling`).
    """
    request = await _known(visit)
    case, now = await _case(visit, request), visit.desk.now()
    words = f"{visit.form.one('before')}\n\n{await visit.read(lambda tx: draft_of(tx, visit.vault, request))}".strip()
    if case is None or "shown" not in request.steps:
        raise HTTPException(409)
    if len(words) > LONGEST_SHOWN:
        return await _page(visit, request, f"This is too long for a message. Use {LONGEST_SHOWN:,} characters at most.")

    new = asks.NewAsk(case.person_id, "case study", request.conversation_id, signed(words, visit.desk.signature), now)

    def work(tx: Connection, doing: undo.Act) -> None:
        if replies.leave(tx, case=case).fault:
            raise HTTPException(409)
        asks.ask(tx, visit.vault, doing, new=new)
        requests.move(doing, request=request, to="shown", now=now)

    return await _done(visit, request, "sent a case study to the person", work)


async def _done(visit: StaffRequest, request: Request, what: str, work: Work) -> Response:
    """Do it and go back to the request. What is left of an erased person has no key of theirs to be sealed with."""
    try:
        way, conversation_id = Way(_path(request)), request.conversation_id if request.person_id else None
        return await carry_out(visit, what, work, way, conversation_id)
    except NotNow as fault:
        raise HTTPException(409) from fault


async def _page(visit: StaffRequest, request: Request, problem: str = "") -> Response:
    case = await _case(visit, request)

    def look(tx: Connection) -> dict[str, object]:
        flow = visit.desk.pinned(tx, request.version_id)
        given = texts.picked(tx, visit.vault, conversation_id=request.conversation_id)
        draft = draft_of(tx, visit.vault, request)
        return {
            "whys": _whys(flow, given, request.queue),
            "draft": draft,
            "seen": of_request(request, draft).stamp(visit.vault),
            "asked": asks.about(tx, visit.vault, subject_id=request.conversation_id, kind="case study"),
            "may_talk": request.queue in interviews.QUEUES,
            "talks": interviews.of_request(tx, visit.vault, request=request),
            "copies": case_studies.copies(tx, conversation_id=request.conversation_id),
            "on_page": case_studies.of_conversation(tx, visit.vault, conversation_id=request.conversation_id),
            "leave": replies.leave(tx, case=case) if case else None,
            "notes": notes.of_conversation(tx, visit.vault, case=case) if case else (),
            "team": members.members(tx),
        }

    shown = await visit.read(look)
    await visit.note("read a request", f"conversation {request.conversation_id}")
    return visit.page(
        "request",
        400 if problem else 200,
        request=request,
        case=case,
        problem=problem,
        typed=visit.form,
        needs_note=requests.NEEDS_PROOF_OF_YES,
        titles=dict(visit.desk.titles),
        done=await just_done(visit),
        now=visit.desk.now(),
        zone=visit.desk.set_up.zone,
        wording=labels,
        **shown,
    )


def _whys(flow: Flow, given: tuple[CodedAnswer, ...], queue: Queue) -> tuple[RequestReason, ...]:
    """Return what was asked and answered that asks for this."""
    said = {one.question: one for one in given}
    found = []
    for question in flow.questions:
        asks = queue in dict(question.queues) or (
            question.consent is not None and QUEUE_OF.get(question.consent) == queue
        )
        if asks and question.id in said:
            one = said[question.id]
            picked = labels.said(flow, question.id, one.state, one.value)
            found.append(RequestReason(question.ask, picked, one.is_from_story))
    return tuple(found)


async def _case(visit: StaffRequest, request: Request) -> Case | None:
    """Return the conversation behind a request; None where the person was erased."""
    return await visit.read(lambda tx: case_list.case(tx, conversation_id=request.conversation_id))


async def add_copy(visit: StaffRequest) -> Response:
    """Note a document that holds the case study too, so that it is known where to take it down."""
    request, now, place = await _known(visit), visit.desk.now(), visit.form.at_most("place", _LONGEST_PLACE)
    if request.queue != "case_study" or not place:
        return visit.go(f"{_path(request)}#copies")

    def work(_: Connection, doing: undo.Act) -> None:
        case_studies.note_copy(doing, conversation_id=request.conversation_id, place=place, now=now)

    return await _done(visit, request, "noted a document that holds a case study", work)


async def take_copy_down(visit: StaffRequest) -> Response:
    """Note that the case study was taken out of a document."""
    request, now, named = await _known(visit), visit.desk.now(), visit.form.one("copy")
    held = await visit.read(lambda tx: case_studies.copies(tx, conversation_id=request.conversation_id))
    if named not in {copy.id for copy in held}:
        raise HTTPException(404)

    def work(_: Connection, doing: undo.Act) -> None:
        case_studies.copy_taken_down(doing, copy_id=named, now=now)

    return await _done(visit, request, "took a case study out of a document", work)


def _queue(visit: StaffRequest) -> Queue:
    found = next((queue for queue in QUEUES if queue == visit.path("name")), None)
    if found is None:
        raise HTTPException(404)
    return found


async def _known(visit: StaffRequest) -> Request:
    queue, conversation_id = _queue(visit), visit.path("id")
    found = await visit.read(lambda tx: requests.one(tx, queue=queue, conversation_id=conversation_id))
    if found is None:
        raise HTTPException(404)
    return found


def _path(request: Request) -> str:
    return f"/queues/{request.queue}/{request.conversation_id}"


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/queues", show_all, RAW),
    StaffPage("GET", "/queues/{name}", show_queue, RAW),
    StaffPage("GET", "/queues/{name}/{id}", show, RAW),
    StaffPage("POST", "/queues/{name}/{id}/move", move, RAW, watch=request_of_form),
    StaffPage("POST", "/queues/{name}/{id}/give", give, RAW, watch=request_of_form),
    StaffPage("POST", "/queues/{name}/{id}/note", note, RAW),
    StaffPage("POST", "/queues/{name}/{id}/draft", write, RAW, watch=request_of_form, insist="Keep mine in its place"),
    StaffPage("POST", "/queues/{name}/{id}/copies", add_copy, RAW),
    StaffPage("POST", "/queues/{name}/{id}/copies/down", take_copy_down, RAW),
    StaffPage("POST", "/queues/{name}/{id}/send", send, RAW, watch=request_of_form),
)
