"""Erasing a person, by their return code or from a conversation. It is the same as `sayso forget`, and for ever."""

import asyncio

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.http.undo import case_of
from review.lists.set_up_snapshots import of_person, person_of_form
from review.text import labels
from storage.people import erasure, people
from storage.review import case_list, requests
from storage.review.case_list import Case

_LONGEST_REASON = 500
"""Characters. It is a line in the audit."""
_SAID = "erase"
"""What has to be typed, so that nobody erases by a slip."""


async def ask_for_code(visit: StaffRequest) -> Response:
    """Ask for the code of the person."""
    return visit.page("erase-code", problem="", code="")


async def find(visit: StaffRequest) -> Response:
    """Find the person behind a code, and go on to what would be erased."""
    code = visit.form.one("code")
    found = await visit.read(lambda tx: people.by_code(tx, visit.vault, code=code))
    await visit.note("looked for a person by a code")
    if found is None:
        problem = "Nobody is known by this code. It may be mistyped, or everything was erased already."
        return visit.page("erase-code", 400, problem=problem, code=code)
    return visit.go(f"/conversations/{found.conversation_id}/erase")


async def ask(visit: StaffRequest) -> Response:
    """Show what would be erased."""
    return await _page(visit, await case_of(visit, visit.path("id")))


async def erase(visit: StaffRequest) -> Response:
    """Erase everything that the person said, and the way to them."""
    case = await case_of(visit, visit.path("id"))
    reason, typed = visit.form.at_most("reason", _LONGEST_REASON), visit.form.one("sure").casefold()
    if not reason:
        return await _page(visit, case, "Say why.")
    if typed != _SAID:
        return await _page(visit, case, f"Type the word {_SAID}, if you are sure.")

    def job(tx: Connection) -> None:
        erasure.erase(tx, visit.vault, person_id=case.person_id, why="asked", now=visit.desk.now())
        visit.audit(tx, "erased a person", f"conversation {case.conversation_id}", reason)

    await visit.write(job, "/inbox")
    await asyncio.to_thread(visit.desk.service.note_erased)
    return visit.page("erased")


async def _page(visit: StaffRequest, case: Case, problem: str = "") -> Response:
    """Show all that would go: every conversation of this person, and what is published of theirs."""

    def look(tx: Connection) -> dict[str, object]:
        theirs = case_list.of_person(tx, person_id=case.person_id)
        asked = [one for each in theirs for one in requests.of_conversation(tx, conversation_id=each.conversation_id)]
        published = [one for one in asked if one.state == "published"]
        return {"theirs": theirs, "published": published, "seen": of_person(theirs).stamp(visit.vault)}

    shown = await visit.read(look)
    await visit.note("was about to erase a person", f"conversation {case.conversation_id}")
    return visit.page(
        "erase",
        400 if problem else 200,
        case=case,
        said=_SAID,
        reason=visit.form.text("reason"),
        titles=dict(visit.desk.titles),
        problem=problem,
        wording=labels,
        **shown,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/erase", ask_for_code, RAW, needs_proof=True),
    StaffPage("POST", "/erase", find, RAW, needs_proof=True, writes=False),
    StaffPage("GET", "/conversations/{id}/erase", ask, RAW, needs_proof=True),
    StaffPage("POST", "/conversations/{id}/erase", erase, RAW, needs_proof=True, watch=person_of_form),
)
