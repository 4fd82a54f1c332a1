"""From a draft to a version in use: checked, rehearsed, and published by somebody who saw what it changes."""

import asyncio
from dataclasses import replace

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.flows.diff import Change, compare
from feedback.flows.model import Flow
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.lists.draft_flows import path_of
from review.questions.drafts import DraftFlow, draft_of, draft_watched, snapshot_of
from review.questions.flow_document import document_text
from review.setup.kept import change_of, publish
from storage.conversations import flow_versions
from storage.settings import files, open_flows
from storage.settings.open_flows import OpenWindow

_EFFECTS = {
    "wording": "Words. Conversations under way keep the words that they began with.",
    "structure": "What is asked of whom. It counts for new conversations; those under way finish the old version.",
    "meaning": "What an answer means. Reports cannot add answers from before and after. A new question is better.",
}
"""What each kind of change does, as `sayso flow diff` sorts them."""


async def show(visit: StaffRequest) -> Response:
    """Show what publishing would change, and what is missing before it can be done."""
    return await _page(visit, await draft_of(visit))


async def save(visit: StaffRequest) -> Response:
    """Publish the draft as the next version. Raises: HTTPException (404), where there is no such draft."""
    found = await draft_of(visit)
    changes = await _changes(visit, found)
    problem = _missing(visit, found, changes)
    if problem:
        return await _page(visit, found, problem)
    version = await _next_version(visit, found)
    text = document_text(replace(found.document, head={**found.document.head, "version": version}))
    broken = await asyncio.to_thread(visit.desk.house.judge_files, {path_of(found.name): text})
    if broken:
        told = "; ".join(f"{one.file}: {one.message}" for one in broken[:3])
        return await _page(visit, found, f"sayso would not start with it. {told}")

    def also(tx: Connection) -> None:
        files.drop(tx, path=path_of(found.name), state="draft")
        if found.name not in dict(visit.desk.titles) and visit.form.one("open") != "yes":
            closed = {**open_flows.windows(tx), found.name: OpenWindow(is_open=False)}
            open_flows.put(tx, closed, change_of(visit))

    await publish(visit, path_of(found.name), text, f"published questions as version {version}", also)
    return visit.go("/edit?saved=yes")


def _missing(visit: StaffRequest, found: DraftFlow, changes: tuple[Change, ...]) -> str:
    """Return what has to be done before this can be published; nothing where all is."""
    form = visit.form
    if found.draft is None:
        return "There is nothing new to publish."
    if found.faults or found.checked.flow is None:
        return "The checker finds a fault. Mend it first."
    if not found.is_rehearsed and form.one("unrehearsed") != "yes":
        return "Rehearse it first, or say that you publish it without."
    if any(one.kind == "meaning" for one in changes) and form.one("meant") != "yes":
        return "Say that you mean to change what answers mean, or put back what was there."
    return ""


async def _changes(visit: StaffRequest, found: DraftFlow) -> tuple[Change, ...]:
    """Return what changes against the version in use; nothing where none is, or where the draft has faults."""
    before = visit.desk.set_up.current(found.name)
    return compare(before, found.checked.flow) if before and found.checked.flow else ()


async def _next_version(visit: StaffRequest, found: DraftFlow) -> int:
    """Return a version above every one that a conversation was begun with."""

    def look(tx: Connection) -> list[int]:
        kept = flow_versions.versions(tx, flow=found.name)
        return [visit.desk.pinned(tx, one.version_id).version for one in kept]

    before: Flow | None = visit.desk.set_up.current(found.name)
    return max([0, *([before.version] if before else []), *await visit.read(look)]) + 1


async def _page(visit: StaffRequest, found: DraftFlow, problem: str = "") -> Response:
    changes = await _changes(visit, found)
    sorted_changes = {kind: [one for one in changes if one.kind == kind] for kind in _EFFECTS}
    return visit.page(
        "edit-publish",
        400 if problem else 200,
        found=found,
        changes={kind: ones for kind, ones in sorted_changes.items() if ones},
        effects=_EFFECTS,
        is_new=visit.desk.set_up.current(found.name) is None,
        version=await _next_version(visit, found),
        seen=snapshot_of(found.document).stamp(visit.vault),
        problem=problem,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/edit/{name}/publish", show, ADMINS),
    StaffPage("POST", "/edit/{name}/publish", save, ADMINS, watch=draft_watched),
)
