"""One file of questions: its words around the questions, their order, what the checker says, and the file as text."""

from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.undo import Way
from review.lists.draft_flows import path_of
from review.questions.drafts import DraftFlow, draft_of, draft_watched, keep_draft, snapshot_of
from review.questions.flow_document import FlowDocument, document_text, read_document
from review.questions.question_form import KINDS
from review.setup.kept import change, saved
from storage.settings import files

_LONGEST = 200_000
"""Characters of a file: far more than a thousand questions."""


async def show(visit: StaffRequest) -> Response:
    """Show the questions in their order, and what the checker says."""
    return await _page(visit, "edit-flow")


async def show_around(visit: StaffRequest) -> Response:
    """Show the words before and after the questions."""
    return await _page(visit, "edit-around")


async def save_around(visit: StaffRequest) -> Response:
    """Store the words before and after the questions."""
    found, form = await draft_of(visit), visit.form
    document = found.document
    kept = {key: held for key, held in document.head.items() if key != "story"}
    head = {**kept, "title": form.one("title"), "start": form.text("start").strip()}
    changed = replace(
        document,
        head=head | {"story": True} if form.one("story") == "yes" else head,
        consent={**document.consent, "ask": form.text("consent_ask").strip(), "no": form.text("consent_no").strip()},
        finish={**document.finish, "check": form.one("check"), "thanks": form.text("thanks").strip()},
    )
    return await keep_draft(visit, changed, "changed the words around questions", saved(f"/edit/{found.name}"))


async def move(visit: StaffRequest) -> Response:
    """Move a question one up, one down, or to a place. Raises: HTTPException (400), for no such question."""
    found, form = await draft_of(visit), visit.form
    number, place = form.one("number"), form.one("place")
    if not (number.isdecimal() and int(number) < len(found.document.questions)):
        raise HTTPException(400)
    at = int(number)
    to = {"up": at - 1, "down": at + 1}.get(form.one("do"), int(place) - 1 if place.isdecimal() else at)
    way = saved(f"/edit/{found.name}", "questions")
    return await keep_draft(visit, found.document.moved(at, to), "moved a question", way)


async def show_text(visit: StaffRequest) -> Response:
    """Show the file as it is written: for what the forms have no room for."""
    return await _page(visit, "edit-text")


async def save_text(visit: StaffRequest) -> Response:
    """Store the file as it was typed. Only a file that can be read is kept."""
    found, text = await draft_of(visit), visit.form.text("text")[:_LONGEST]
    try:
        document = read_document(text)
    except ValueError as fault:
        return await _page(visit, "edit-text", f"The file cannot be read: {fault}", typed=text)
    if document.head.get("flow") != found.name:
        return await _page(visit, "edit-text", f'The name must stay: flow = "{found.name}".', typed=text)
    return await keep_draft(visit, document, "changed questions as text", saved(f"/edit/{found.name}"))


async def discard(visit: StaffRequest) -> Response:
    """Throw a draft away; what is in use stays."""
    name, way = visit.path("name"), Way("/edit", kept={"saved": "yes", "gone": "yes"})
    told, target = "threw a draft away", f"questions {name}"
    return await change(visit, told, target, lambda doing: doing.put_file(path_of(name), "draft", ""), way)


async def _page(visit: StaffRequest, template: str, problem: str = "", typed: str = "") -> Response:
    found = await draft_of(visit)
    return visit.page(
        template,
        400 if problem else 200,
        found=found,
        document=found.document,
        text=typed or document_text(found.document),
        problem=problem,
        seen=_stamp(visit, found.document),
        kinds=KINDS,
        is_published=await _is_published(visit, found),
    )


async def _is_published(visit: StaffRequest, found: DraftFlow) -> bool:
    return await visit.read(lambda tx: files.one(tx, path=path_of(found.name), state="published")) is not None


def _stamp(visit: StaffRequest, document: FlowDocument) -> str:
    return snapshot_of(document).stamp(visit.vault)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/edit/{name}", show, ADMINS),
    StaffPage("GET", "/edit/{name}/around", show_around, ADMINS),
    StaffPage("POST", "/edit/{name}/around", save_around, ADMINS, watch=draft_watched),
    StaffPage("POST", "/edit/{name}/move", move, ADMINS, watch=draft_watched),
    StaffPage("GET", "/edit/{name}/text", show_text, ADMINS),
    StaffPage("POST", "/edit/{name}/text", save_text, ADMINS, watch=draft_watched),
    StaffPage("POST", "/edit/{name}/discard", discard, ADMINS, watch=draft_watched),
)
