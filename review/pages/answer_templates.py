"""Templates that answers can begin with, and answers that were begun."""

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.http.undo import Way, any_case_of, back, carry_out, just_done
from review.lists.list_query import came_from
from review.lists.snapshots import of_template, template_of_form
from storage.audit import undo
from storage.review.work import answer_templates, drafts
from storage.review.work.answer_templates import AnswerTemplate, TemplateFault

_LONGEST_NAME = 60
"""Characters that stay on one line of the list to choose from."""
_LONGEST = 3000
"""Characters, as of an answer."""
_HERE = Way("/answer-templates")
_MISSING = f"Write a name of {_LONGEST_NAME} letters at most, and words of {_LONGEST} at most."


async def show(visit: StaffRequest) -> Response:
    """Show every template, and a form for a new one."""
    return await _page(visit)


async def add(visit: StaffRequest) -> Response:
    """Keep a new template."""
    new, now = _read(visit, ""), visit.desk.now()
    if new is None:
        return await _page(visit, _MISSING)
    try:
        return await carry_out(
            visit,
            "wrote a template",
            lambda tx, doing: answer_templates.add(tx, doing, name=new.name, words=new.words, now=now),
            _HERE,
        )
    except TemplateFault as fault:
        return await _page(visit, str(fault))


async def change(visit: StaffRequest) -> Response:
    """Change a template. Raises: HTTPException (404), where there is none."""
    changed = _read(visit, visit.path("id"))
    if changed is None:
        return await _page(visit, _MISSING)

    def work(tx: Connection, doing: undo.Act) -> None:
        if not answer_templates.change(tx, doing, template=changed):
            raise HTTPException(404)

    try:
        return await carry_out(visit, "changed a template", work, _HERE)
    except TemplateFault as fault:
        return await _page(visit, str(fault))


async def remove(visit: StaffRequest) -> Response:
    """Take a template away. Raises: HTTPException (404), where there is none."""

    def work(_: Connection, doing: undo.Act) -> None:
        if not answer_templates.remove(doing, template_id=visit.path("id")):
            raise HTTPException(404)

    return await carry_out(visit, "took a template away", work, _HERE)


async def keep_draft(visit: StaffRequest) -> Response:
    """Keep an answer as it is so far, for whoever writes it. Raises: HTTPException (413), for a very long one."""
    case, words = await any_case_of(visit, visit.path("id")), visit.form.text("words")
    now = visit.desk.now()
    if len(words) > 2 * _LONGEST:
        raise HTTPException(413)

    def job(tx: Connection) -> None:
        drafts.keep(tx, visit.vault, case=case, by=visit.member.id, words=words, now=now)

    await visit.write(job)
    return back(f"/conversations/{case.conversation_id}", kept=came_from(visit))


def _read(visit: StaffRequest, template_id: str) -> AnswerTemplate | None:
    name, words = visit.form.one("name"), visit.form.one("words")
    is_right = 0 < len(name) <= _LONGEST_NAME and 0 < len(words) <= _LONGEST
    return AnswerTemplate(template_id, name, words) if is_right else None


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    known = await visit.read(answer_templates.every)
    shown = {
        "templates": known,
        "seen": {one.id: of_template(one).stamp(visit.vault) for one in known},
        "done": await just_done(visit),
        "problem": problem,
    }
    return visit.page("answer-templates", 400 if problem else 200, **shown)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/answer-templates", show, RAW),
    StaffPage("POST", "/answer-templates", add, RAW),
    StaffPage("POST", "/answer-templates/{id}", change, RAW, watch=template_of_form, insist="Keep mine in its place"),
    StaffPage("POST", "/answer-templates/{id}/remove", remove, RAW, watch=template_of_form),
    StaffPage("POST", "/conversations/{id}/draft", keep_draft, RAW, writes=False),
)
