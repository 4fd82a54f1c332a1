"""Writing to a person, by the way they used, without seeing who it is."""

from contextlib import suppress
from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, TELLERS, StaffPage
from review.http.undo import act, any_case_of, back, early_of
from review.lists.list_query import came_from
from review.lists.visibility import words_as_seen
from review.text import labels
from storage.audit import undo
from storage.audit.undo import CannotUndo
from storage.review import case_list, replies, texts
from storage.review.case_list import Case

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
    new = replies.NewReply(words, visit.member.id, now)

    def work(tx: Connection, doing: undo.Act) -> None:
        if replies.leave(tx, case=case).fault:
            raise HTTPException(409)
        replies.send(tx, visit.vault, case=case, new=new)
        case_list.deal_with(tx, doing, conversation_id=case.conversation_id, by=visit.member.name, now=now)
        case_list.move_on(tx, doing, conversation_id=case.conversation_id, to="answered", now=now)
        visit.audit(tx, "wrote to a person", f"conversation {case.conversation_id}")

    await act(visit, replies.ANSWERED, work, case.conversation_id)
    return back(f"/conversations/{case.conversation_id}", place="replies", kept=came_from(visit))


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
        visit.audit(tx, "took a message back", f"conversation {conversation_id}")
        return conversation_id

    conversation_id = await visit.write(job)
    if conversation_id is None:
        raise HTTPException(404)
    await _put_back(visit, conversation_id)
    return back(f"/conversations/{conversation_id}", place="replies")


async def _put_back(visit: StaffRequest, conversation_id: str) -> None:
    """Let a conversation be as far as it was before it was answered, unless somebody has changed it since."""
    now = visit.desk.now()
    with suppress(CannotUndo):
        for act_id in await visit.read(partial(replies.undoable, conversation_id=conversation_id)):
            await visit.write(partial(undo.undo, vault=visit.vault, act_id=act_id, by=visit.member.id, now=now))


async def _page(visit: StaffRequest, case: Case, problem: str = "", *, is_asked: bool = False) -> Response:
    role, is_early = visit.member.role, await early_of(visit, case.conversation_id) is not None

    def look(tx: Connection) -> tuple[list[str], replies.ReplyPermission]:
        read = texts.before_a_yes if is_early else texts.of_conversations
        found = read(tx, visit.vault, ids=[case.conversation_id]).get(case.conversation_id, ())
        visit_words = [words_as_seen(role, text) for text in found]
        return [words for words in visit_words if words], replies.leave(tx, case=case)

    said, leave = await visit.read(look)
    await visit.write(lambda tx: visit.audit(tx, "read", f"conversation {case.conversation_id}"))
    return visit.page(
        "reply",
        400 if problem else 200,
        case=case,
        came=came_from(visit),
        said=said,
        leave=leave,
        problem=problem,
        is_asked=is_asked,
        words=visit.form.text("words"),
        ticked=visit.form.many("area"),
        minutes=int(replies.TAKE_BACK.total_seconds()) // 60,
        at_once=replies.is_seen_at_once(case),
        wording=labels,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/conversations/{id}/reply", show, RAW),
    StaffPage("POST", "/conversations/{id}/reply", send, RAW),
    StaffPage("POST", "/replies/{number}/take-back", take_back, TELLERS),
)
