"""Writing to a person, by the way they used, without seeing who it is."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.http.undo import Way, any_case_of, carry_out
from review.lists.list_query import came_from
from review.lists.snapshots import of_talk, said_in, talk_of_form
from review.lists.visibility import words_as_seen
from review.text import labels
from review.text.signing import signed
from storage.audit import undo
from storage.audit.undo import CannotUndo
from storage.db.write_queue import savepoint
from storage.review import case_list, replies
from storage.review.case_list import Case
from storage.review.work import answer_templates, dealing, drafts
from storage.review.work.answer_templates import AnswerTemplate
from storage.review.work.drafts import ReplyDraft

_LONGEST = 3000
"""A message in Telegram holds 4,096 characters."""


async def show(visit: StaffRequest) -> Response:
    """Show what was said, and a place to answer."""
    return await _page(visit, await any_case_of(visit, visit.path("id")))


async def send(visit: StaffRequest) -> Response:
    """Queue the reply. What is missing of the seven areas is asked about once."""
    case, words = await any_case_of(visit, visit.path("id")), visit.form.one("words")
    if not words:
        return await _page(visit, case, "Write something first.")
    if len(words) > _LONGEST:
        return await _page(visit, case, f"This is {len(words)} characters long. Use {_LONGEST} at most.")
    if set(visit.form.many("area")) != set(labels.AREAS) and not visit.form.one("anyway"):
        return await _page(
            visit, case, "Not all of these are ticked. Look again, or tick 'Send it as it is'.", is_asked=True
        )
    now = visit.desk.now()
    new = replies.NewReply(signed(words, visit.desk.signature), visit.member.id, now)

    def work(tx: Connection, doing: undo.Act) -> None:
        if replies.leave(tx, case=case).fault:
            raise HTTPException(409)
        replies.send(tx, visit.vault, case=case, new=new)
        drafts.drop(tx, conversation_id=case.conversation_id, by=visit.member.id)
        dealing.deal_with(tx, doing, conversation_id=case.conversation_id, by=visit.member.name, now=now)
        case_list.move_on(tx, doing, conversation_id=case.conversation_id, to="answered", now=now)
        visit.audit(tx, "wrote to a person", f"conversation {case.conversation_id}")

    way = Way(f"/conversations/{case.conversation_id}", "replies", came_from(visit))
    return await carry_out(visit, replies.ANSWERED, work, way, case.conversation_id)


async def take_back(visit: StaffRequest) -> Response:
    """Take a reply back before it goes out. Raises: HTTPException (409), where it has gone."""
    number = visit.path("number")
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        raise HTTPException(404)

    def job(tx: Connection) -> str | None:
        conversation_id = replies.conversation_of(tx, outbox_id=int(number))
        if conversation_id is None:
            return None
        if not replies.take_back(tx, outbox_id=int(number), by=visit.member.id, now=visit.desk.now()):
            raise HTTPException(409)
        _put_back(tx, visit, conversation_id)
        visit.audit(tx, "took a message back", f"conversation {conversation_id}")
        return conversation_id

    conversation_id = await visit.write(job)
    if conversation_id is None:
        raise HTTPException(404)
    return RedirectResponse(Way(f"/conversations/{conversation_id}", "replies").to(), 303)


def _put_back(tx: Connection, visit: StaffRequest, conversation_id: str) -> None:
    """Let a conversation be as far as it was before it was answered, unless somebody has changed it since."""
    with suppress(CannotUndo), savepoint(tx):
        for act_id in replies.undoable(tx, conversation_id=conversation_id):
            undo.undo(tx, visit.vault, act_id=act_id, by=visit.member.id, now=visit.desk.now())


async def _page(visit: StaffRequest, case: Case, problem: str = "", *, is_asked: bool = False) -> Response:

    def look(tx: Connection) -> dict[str, object]:
        found = said_in(tx, visit.vault, case)
        said = [words for words in (words_as_seen(visit.member.role, text) for text in found) if words]
        written = [reply for reply in replies.of_conversation(tx, visit.vault, case=case) if reply.words]
        seen = of_talk(tx, visit.vault, case, found).stamp(visit.vault)
        begun = drafts.of_conversation(tx, visit.vault, **_named(case))
        templates = answer_templates.every(tx)
        shown = {"begun": begun, "templates": templates, "words": _words(visit, begun, templates)}
        return {"said": said, "written": written, "seen": seen, "leave": replies.leave(tx, case=case), **shown}

    await _keep_typed(visit, case)
    shown = await visit.read(look)
    await visit.note("read", f"conversation {case.conversation_id}")
    return visit.page(
        "reply",
        400 if problem else 200,
        case=case,
        came=came_from(visit),
        problem=problem,
        is_asked=is_asked,
        ticked=visit.form.many("area"),
        minutes=int(replies.TAKE_BACK.total_seconds()) // 60,
        at_once=replies.is_seen_at_once(case),
        wording=labels,
        **shown,
    )


async def _keep_typed(visit: StaffRequest, case: Case) -> None:
    """Keep what was typed and not sent, since something was missing: it is no effect of the form."""
    words, now = visit.form.text("words")[: 2 * _LONGEST], visit.desk.now()
    if words.strip():
        keep = partial(drafts.keep, vault=visit.vault, case=case, by=visit.member.id, words=words, now=now)
        await visit.desk.database.write(keep)


def _words(visit: StaffRequest, begun: Sequence[ReplyDraft], templates: Sequence[AnswerTemplate]) -> str:
    """Return what stands in the form: what was typed, or the template that was chosen, or what was begun before."""
    chosen = visit.query.one("template")
    words = [
        visit.form.text("words"),
        *(one.words for one in templates if one.id == chosen),
        *(one.words for one in begun if one.by_id == visit.member.id),
    ]
    return next(filter(None, words), "")


def _named(case: Case) -> dict[str, str]:
    return {"conversation_id": case.conversation_id, "person_id": case.person_id}


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/conversations/{id}/reply", show, RAW),
    StaffPage("POST", "/conversations/{id}/reply", send, RAW, watch=talk_of_form, insist="Send mine as well"),
    StaffPage("POST", "/replies/{number}/take-back", take_back, RAW),
)
