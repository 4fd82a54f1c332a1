"""Care: what was said before a yes, where there is a reason to read it, and letters that tell of a death.

It is for those who look after people in danger. What nobody has a reason to read is only counted.
"""

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import SAFEGUARDING, StaffPage
from review.http.service_port import MailRead
from review.http.undo import Way, any_case_of, carry_out, early_of, just_done
from review.lists.dealt import what_was_done
from review.lists.snapshots import case_of_form, of_case
from review.text import labels
from storage.audit import undo
from storage.messages import incoming_mail
from storage.review import before_yes, replies, texts, triage
from storage.review.work import dealing, notes


async def show(visit: StaffRequest) -> Response:
    """Show who needs somebody before a yes, how many others wait, and what letters told."""

    def look(tx: Connection) -> dict[str, object]:
        return {"early": before_yes.early(tx), "unread": before_yes.unread(tx), "mails": triage.mails_to_see(tx)}

    shown = await visit.read(look)
    await visit.note("looked through what waits for a yes", "")
    return visit.page("care", 200, titles=dict(visit.desk.titles), wording=labels, **shown)


async def read(visit: StaffRequest) -> Response:
    """Show what one person said before a yes, and write down that it was read."""
    return await _early_page(visit)


async def _early_page(visit: StaffRequest, problem: str = "") -> Response:
    early = await early_of(visit, visit.path("id"))
    if early is None:
        raise HTTPException(404)
    case = await any_case_of(visit, early.conversation_id)

    def look(tx: Connection) -> dict[str, object]:
        found = texts.before_a_yes(tx, visit.vault, ids=[early.conversation_id])
        return {
            "said": found.get(early.conversation_id, ()),
            "leave": replies.leave(tx, case=case),
            "replies": replies.of_conversation(tx, visit.vault, case=case),
            "notes": notes.of_conversation(tx, visit.vault, case=case),
            "dealt": dealing.dealt_with(tx, conversation_id=early.conversation_id),
        }

    shown = await visit.read(look)
    await visit.note("read", f"conversation {early.conversation_id}")
    return visit.page(
        "early",
        400 if problem else 200,
        early=early,
        seen=of_case(case).stamp(visit.vault),
        case=case,
        done=await just_done(visit),
        wording=labels,
        problem=problem,
        **shown,
    )


async def deal_with(visit: StaffRequest) -> Response:
    """Say that somebody has seen to it. Raises: HTTPException (404), where there is nothing to see to."""
    early = await early_of(visit, visit.path("id"))
    if early is None:
        raise HTTPException(404)
    did, words, problem = what_was_done(visit)
    if problem:
        return await _early_page(visit, problem)
    now, name, case = visit.desk.now(), visit.member.name, await any_case_of(visit, early.conversation_id)

    def work(tx: Connection, doing: undo.Act) -> None:
        dealing.deal_with(tx, doing, conversation_id=early.conversation_id, by=name, now=now, did=did)
        if words:
            notes.add(tx, visit.vault, doing, case=case, words=words, now=now)

    way = Way(f"/care/{early.conversation_id}")
    return await carry_out(visit, "dealt with what waited", work, way, early.conversation_id)


async def read_mail(visit: StaffRequest) -> Response:
    """Show the words of a letter that tells of a death or a wrong address; who sent it stands nowhere."""
    return await _mail_page(visit)


async def _mail_page(visit: StaffRequest, problem: str = "") -> Response:
    number = _number(visit)
    mail = await visit.read(lambda tx: incoming_mail.about_leaving(tx, visit.vault, mail_id=number))
    if mail is None:
        raise HTTPException(404)
    await visit.note("read a mail", f"mail {number}")
    heard = visit.desk.service.read_mail(mail.heard) if mail.heard else MailRead()
    return visit.page("care-mail", 400 if problem else 200, mail=mail, read=heard, wording=labels, problem=problem)


async def deal_with_mail(visit: StaffRequest) -> Response:
    """Say that somebody has seen to a letter. Raises: HTTPException (404), where none of this number waits."""
    number, did = _number(visit), visit.form.one("done")
    if did not in labels.DEALT:
        return await _mail_page(visit, "Say what was done.")

    def job(tx: Connection) -> bool:
        is_done = triage.deal_with(tx, name=f"m{number}", by=visit.member.name, now=visit.desk.now(), did=did)
        if is_done:
            visit.audit(tx, "dealt with a mail", f"mail {number}", labels.dealt(did))
        return is_done

    if not await visit.write(job, "/care"):
        raise HTTPException(404)
    return visit.go("/care")


def _number(visit: StaffRequest) -> int:
    number = visit.path("number")
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        raise HTTPException(404)
    return int(number)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/care", show, SAFEGUARDING),
    StaffPage("GET", "/care/mails/{number}", read_mail, SAFEGUARDING),
    StaffPage("POST", "/care/mails/{number}/deal-with", deal_with_mail, SAFEGUARDING),
    StaffPage("GET", "/care/{id}", read, SAFEGUARDING),
    StaffPage("POST", "/care/{id}/deal-with", deal_with, SAFEGUARDING, watch=case_of_form),
)
