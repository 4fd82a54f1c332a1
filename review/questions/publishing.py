"""From a draft to a version in use: checked, rehearsed, and published by somebody who saw what it changes."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.flows.diff import Change, compare
from feedback.flows.model import Flow
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.undo import Way
from review.lists.draft_flows import path_of
from review.questions.drafts import DraftFlow, draft_of, draft_watched
from review.questions.flow_document import document_text
from review.questions.translation_drafts import TranslationDraft, place_of, translations_of
from review.setup.kept import change, stamp_of
from storage.audit.setting_changes import SettingAct
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
    """Publish the drafts: questions as their next version, and translations. Raises: HTTPException (404), for no flow."""
    found = await draft_of(visit)
    beside = await _beside(visit, found)
    problem = _missing(visit, found, await _changes(visit, found), beside)
    if problem:
        return await _page(visit, found, problem)
    version = await _next_version(visit, found)
    new = _files(found, version, beside)
    broken = await asyncio.to_thread(visit.desk.house.judge_files, new)
    if broken:
        told = "; ".join(f"{one.file}: {one.message}" for one in broken[:3])
        return await _page(visit, found, f"sayso would not start with it. {told}")
    windows = await visit.read(open_flows.windows)
    return await _publish(visit, found, new, _closed(visit, found, windows), version)


async def _publish(
    visit: StaffRequest, found: DraftFlow, new: Mapping[str, str], closed: str, version: int
) -> Response:
    """Publish files in the place of their drafts. `closed` are the windows of all flows, where one is added to them."""

    def job(doing: SettingAct) -> None:
        for path, text in new.items():
            doing.put_file(path, "published", text)
            doing.put_file(path, "draft", "")
        if closed:
            doing.put(open_flows.NAME, closed)

    what = f"questions as version {version}" if found.draft else "translations"
    answer = await change(visit, f"published {what}", path_of(found.name), job, Way("/edit", kept={"saved": "yes"}))
    visit.desk.house.restart()
    return answer


def _files(found: DraftFlow, version: int, beside: tuple[TranslationDraft, ...]) -> dict[str, str]:
    """Return what is published: drafts, and with questions also each translation that has to be fitted to them."""
    chosen = [one for one in beside if one.draft or (found.draft and one.is_outgrown)]
    new = {place_of(found.name, one.language): one.fitted for one in chosen}
    if found.draft is None:
        return new
    head = {**found.document.head, "version": version}
    return {path_of(found.name): document_text(replace(found.document, head=head)), **new}


def _closed(visit: StaffRequest, found: DraftFlow, windows: Mapping[str, OpenWindow]) -> str:
    """Return the windows with new questions closed, unless the form opens them; empty where none are new."""
    is_known = found.draft is None or found.name in dict(visit.desk.titles)
    if is_known or visit.form.one("open") == "yes":
        return ""
    return open_flows.as_text({**windows, found.name: OpenWindow(is_open=False)})


async def _beside(visit: StaffRequest, found: DraftFlow) -> tuple[TranslationDraft, ...]:
    """Return the translations; none where the questions have faults, for they cannot be compared then."""
    return await translations_of(visit, found.checked.flow) if found.checked.flow else ()


def _missing(
    visit: StaffRequest, found: DraftFlow, changes: tuple[Change, ...], beside: tuple[TranslationDraft, ...]
) -> str:
    """Return what has to be done before this can be published; nothing where all is."""
    form, drafts = visit.form, [one for one in beside if one.draft]
    if found.draft is None and not drafts:
        return "There is nothing new to publish."
    if found.faults or found.checked.flow is None:
        return "The checker finds a fault. Mend it first."
    if found.draft and not found.is_rehearsed and form.one("unrehearsed") != "yes":
        return "Rehearse it first, or say that you publish it without."
    if any(one.kind == "meaning" for one in changes) and form.one("meant") != "yes":
        return "Say that you mean to change what answers mean, or put back what was there."
    if any(one.is_unready for one in drafts) and form.one("unready") != "yes":
        return "Finish the translations first, or say that you publish them as they are."
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
    beside = await _beside(visit, found)
    return visit.page(
        "edit-publish",
        400 if problem else 200,
        found=found,
        translations=beside,
        unready=[one for one in beside if one.draft and one.is_unready],
        is_new_at_all=found.draft is not None or any(one.draft for one in beside),
        changes={kind: ones for kind, ones in sorted_changes.items() if ones},
        effects=_EFFECTS,
        is_new=visit.desk.set_up.current(found.name) is None,
        version=await _next_version(visit, found),
        seen=await stamp_of(visit, published_watched),
        problem=problem,
    )


def published_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at all drafts that would be published together."""
    name, own = visit.path("name"), draft_watched(tx, visit=visit)
    drafts = [one for one in files.all_of(tx, state="draft") if one.path.startswith(f"flows/{name}.")]
    beside = [(one.path, one.text) for one in drafts if one.path != path_of(name)]
    return Snapshot((*own.parts, *beside), own.target)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/edit/{name}/publish", show, ADMINS),
    StaffPage("POST", "/edit/{name}/publish", save, ADMINS, watch=published_watched),
)
