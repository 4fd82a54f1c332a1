"""The mails behind a conversation: what was read in each, the words left aside, and the whole of it as plain text."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, SAFEGUARDING, StaffPage
from review.http.service_port import MailRead
from review.http.undo import case_of
from review.text import labels
from storage.messages import incoming_mail
from storage.messages.incoming_mail import StoredMail
from storage.review.case_list import Case

_MOST_SHOWN = 200_000
"""Characters of the source that one page shows."""


async def show(visit: StaffRequest) -> Response:
    """Show one mail: its words, what of them was taken for quotes and signature, and all of it as text."""
    case, mail = await _mail(visit)
    await visit.note("read a mail", f"conversation {case.conversation_id}")
    return visit.page(
        "mail",
        case=case,
        mail=mail,
        read=visit.desk.service.read_mail(mail.heard) if mail.heard else MailRead(),
        may_see_sender=visit.member.has_one_of(SAFEGUARDING),
        wording=labels,
    )


async def ask_for_source(visit: StaffRequest) -> Response:
    """Ask why somebody needs to know who wrote a mail."""
    case, mail = await _mail(visit)
    return visit.page("mail-source", case=case, mail=mail, source="", is_cut=False, problem="", wording=labels)


async def show_source(visit: StaffRequest) -> Response:
    """Show the mail as it came, with its sender: for those who look after people in danger, with a reason."""
    case, mail = await _mail(visit)
    reason = visit.form.one("reason")
    if reason:
        target = f"conversation {case.conversation_id}"
        await visit.note("saw who wrote a mail", target, reason)
    source = mail.original.encode("latin-1", "replace").decode("utf-8", "replace") if reason else ""
    return visit.page(
        "mail-source",
        200 if reason else 400,
        case=case,
        mail=mail,
        source=source[:_MOST_SHOWN],
        is_cut=len(source) > _MOST_SHOWN,
        problem="" if reason else "Say why you need to know who wrote it.",
        wording=labels,
    )


async def _mail(visit: StaffRequest) -> tuple[Case, StoredMail]:
    case = await case_of(visit, visit.path("id"))
    number, theirs = visit.path("number"), {"conversation_id": case.conversation_id}
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        raise HTTPException(404)
    mail = await visit.read(lambda tx: incoming_mail.one(tx, visit.vault, mail_id=int(number), **theirs))
    if mail is None:
        raise HTTPException(404)
    return case, mail


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/conversations/{id}/mails/{number}", show, RAW),
    StaffPage("GET", "/conversations/{id}/mails/{number}/source", ask_for_source, SAFEGUARDING, needs_proof=True),
    StaffPage(
        "POST", "/conversations/{id}/mails/{number}/source", show_source, SAFEGUARDING, needs_proof=True, writes=False
    ),
)
