"""One question: its words, its choices with their other names, and when it is asked."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import Fault
from feedback.types.registry import TYPES
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.questions.drafts import DraftFlow, draft_of, draft_watched, keep_draft, snapshot_of
from review.questions.flow_document import Filled
from review.questions.plain_conditions import ROWS, plain_condition, statements_about
from review.questions.question_form import KINDS, NEW_CHOICES, choice_lines, question_of
from review.setup.kept import saved


async def show(visit: StaffRequest) -> Response:
    """Show a question, or an empty form for a new one. Raises: HTTPException (404), for no such question."""
    found = await draft_of(visit)
    return _page(visit, found, _chosen(visit, found))


async def save(visit: StaffRequest) -> Response:
    """Store a question, or take it out. The checker is asked on the page of all questions."""
    found = await draft_of(visit)
    number, before = _number(visit), _chosen(visit, found)
    way = saved(f"/edit/{found.name}", "questions")
    if visit.form.one("do") == "remove" and number is not None:
        return await keep_draft(visit, found.document.without_question(number), "took a question out", way)
    if not visit.form.one("ask"):
        return _page(visit, found, question_of(visit.form, before, str(before.get("id", ""))), "Write what is asked.")
    name = str(before.get("id") or found.document.free_id(visit.form.one("short") or visit.form.one("ask")))
    question = question_of(visit.form, before, name)
    if visit.form.one("do") == "more":
        place = len(found.document.questions) if number is None else number
        way = saved(f"/edit/{found.name}/questions/{place}", "choices")
    return await keep_draft(visit, found.document.with_question(number, question), "changed a question", way)


def _number(visit: StaffRequest) -> int | None:
    named = visit.path("number")
    return int(named) if named.isascii() and named.isdecimal() and len(named) < 5 else None


def _chosen(visit: StaffRequest, found: DraftFlow) -> dict[str, Any]:
    number = _number(visit)
    if number is None and visit.path("number") == "new":
        return {"type": "one"}
    if number is None or number >= len(found.document.questions):
        raise HTTPException(404)
    return dict(found.document.questions[number])


def _page(visit: StaffRequest, found: DraftFlow, question: dict[str, Any], problem: str = "") -> Response:
    number = _number(visit)
    earlier = found.document.questions[: number if number is not None else None]
    kinds = {name: KINDS.get(name, name) for name in TYPES}
    return visit.page(
        "edit-question",
        400 if problem else 200,
        found=found,
        question=Filled(question),
        number=number,
        kinds=kinds,
        kind=TYPES.get(str(question.get("type", "one")), TYPES["one"]),
        choices=choice_lines(question),
        labels=[("", "none"), *((one.id, one.label) for one in choice_lines(question))],
        new_choices=range(NEW_CHOICES),
        condition=plain_condition(str(question.get("when", ""))),
        statements=statements_about(earlier),
        rows=range(ROWS),
        faults=_faults_of(found, number),
        seen=snapshot_of(found.document).stamp(visit.vault),
        problem=problem,
    )


def _faults_of(found: DraftFlow, number: int | None) -> tuple[Fault, ...]:
    """Return what the checker says of the lines of this question."""
    return tuple(one.fault for one in found.remarks if number is not None and one.number == number)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/edit/{name}/questions/{number}", show, ADMINS),
    StaffPage("POST", "/edit/{name}/questions/{number}", save, ADMINS, watch=draft_watched),
)
