"""All questions on one page: what is in use, what is being written; new ones, and forms of other programs."""

import asyncio
import re

from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import SaysoError
from feedback.exchange.flow_file import free_id
from review.http.multipart import as_bytes
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.undo import Way
from review.questions.drafts import keep_draft
from review.questions.flow_document import FlowDocument, id_like, new_document, read_document
from storage.settings import files

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LONGEST = 120
"""Characters of a title."""


async def show(visit: StaffRequest) -> Response:
    """Show every file of questions."""
    return await _page(visit)


async def begin(visit: StaffRequest) -> Response:
    """Begin new questions, with one question in them."""
    title = visit.form.one("title")
    if not title or len(title) > _LONGEST:
        return await _page(visit, f"Give a title, of {_LONGEST} letters at most.")
    name = free_id(id_like(title, 4), await _names(visit), "flow")[:40]
    return await _keep(visit, new_document(name, title), "began new questions")


async def take_form(visit: StaffRequest) -> Response:
    """Take a form of another program as a draft, and show what could not be carried over."""
    content = as_bytes(visit.form.text("file"))
    kind = "json" if content.lstrip()[:1] in (b"{", b"[") else "xlsx"
    try:
        called = f"{visit.form.one('called') or 'form'}.{kind}"
        taken = await asyncio.to_thread(visit.desk.house.take_form, called, content)
        document = read_document(taken.text)
    except (SaysoError, ValueError) as fault:
        return await _page(visit, f"This form cannot be read: {fault}")
    name = free_id(taken.name, await _names(visit), "flow")[:40]
    document = FlowDocument({**document.head, "flow": name}, document.consent, document.finish, document.questions)
    await _keep(visit, document, "imported a form")
    return visit.page("edit-taken", name=name, lost=taken.lost, title=document.head.get("title", name))


async def _keep(visit: StaffRequest, document: FlowDocument, what: str) -> Response:
    name = str(document.head["flow"])
    if not _NAME.fullmatch(name):
        raise HTTPException(400)
    return await keep_draft(visit, document, what, Way(f"/edit/{name}"))


async def _names(visit: StaffRequest) -> tuple[str, ...]:
    """Return every name that is taken: by a file in use, or by a draft."""
    drafts = await visit.read(lambda tx: files.all_of(tx, state="draft"))
    names = [*visit.desk.house.files(), *(one.path.removeprefix("flows/") for one in drafts)]
    return tuple(dict.fromkeys(name.removesuffix(".toml") for name in names if "." not in name.removesuffix(".toml")))


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    drafts, published = await visit.read(
        lambda tx: (files.all_of(tx, state="draft"), files.all_of(tx, state="published"))
    )
    return visit.page(
        "edit-all",
        400 if problem else 200,
        names=await _names(visit),
        titles=dict(visit.desk.titles),
        drafts={one.path: one for one in drafts},
        published={one.path: one for one in published},
        problem=problem,
        typed=visit.form,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/edit", show, ADMINS),
    StaffPage("POST", "/edit", begin, ADMINS),
    StaffPage("POST", "/edit-import", take_form, ADMINS, takes_file=True),
)
