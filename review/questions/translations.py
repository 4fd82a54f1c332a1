"""Translations side by side: each wording beside the original, what is missing, and what the original changed since."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.flow_parser import LANGUAGE_FORM
from feedback.flows.model import Flow
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.undo import Way
from review.questions.drafts import DraftFlow, draft_of, draft_text_now
from review.questions.translation_document import (
    WordsPart,
    direction,
    originals,
    translation_text,
    with_words,
)
from review.questions.translation_drafts import (
    TranslationDraft,
    place_of,
    translations_of,
)
from review.setup.kept import change, saved
from review.text.labels import LANGUAGES, language_name
from storage.conversations import flow_versions
from storage.settings import files


async def show(visit: StaffRequest) -> Response:
    """Show how far each translation is, or lead to the page of a language. Nothing is stored before words are."""
    language = visit.query.one("other") or visit.query.one("language")
    if not language:
        return await _list(visit)
    found = await draft_of(visit)
    own = found.checked.flow.language if found.checked.flow else ""
    if not LANGUAGE_FORM.fullmatch(language) or language == own:
        return await _list(visit, "Choose a language, or write its code, such as cy.")
    return visit.go(f"/edit/{found.name}/words/{language}")


async def show_one(visit: StaffRequest) -> Response:
    """Show each wording beside the original."""
    return await _page(visit, await draft_of(visit))


async def save_one(visit: StaffRequest) -> Response:
    """Store the translation as a draft, or throw the draft away."""
    found = await draft_of(visit)
    now = await _translation(visit, found)
    if visit.form.one("do") == "discard":
        way, told = saved(f"/edit/{found.name}/words"), "threw away a translation"
        return await _put(visit, now, "", told, way)
    parts = with_words(now.parts, visit.form.one, visit.form.many("same"))
    text = translation_text(now.flow, now.language, parts)
    return await _put(visit, now, text, "translated", saved(f"/edit/{found.name}/words/{now.language}"))


async def _put(visit: StaffRequest, now: TranslationDraft, text: str, what: str, way: Way) -> Response:
    place, told = place_of(now.flow.name, now.language), f"{what} into {now.name}"
    target = f"questions {now.flow.name}"
    return await change(visit, told, target, lambda doing: doing.put_file(place, "draft", text), way)


def translation_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the original and its translation, as they are written now: a mark must not go with words nobody saw."""
    return _snapshot(visit, _draft_text(tx, visit), draft_text_now(tx, visit))


def _draft_text(tx: Connection, visit: StaffRequest) -> str:
    name, language = visit.path("name"), visit.path("language")
    found = files.one(tx, path=place_of(name, language), state="draft")
    return found.text if found else visit.desk.house.files().get(f"{name}.{language}.toml", "")


def _snapshot(visit: StaffRequest, text: str, own: str) -> Snapshot:
    name = visit.path("name")
    return Snapshot((("The translation", text), ("The original", own)), f"questions {name}")


async def _translation(visit: StaffRequest, found: DraftFlow) -> TranslationDraft:
    """Return the translation that the address names. Raises: HTTPException (404), for no language, or the flow's own."""
    flow, language = found.checked.flow, visit.path("language")
    if flow is None or not LANGUAGE_FORM.fullmatch(language) or language == flow.language:
        raise HTTPException(404)
    known = await translations_of(visit, flow)
    begun = TranslationDraft(flow, language, "", None, is_in_use=False)
    return next((one for one in known if one.language == language), begun)


async def _list(visit: StaffRequest, problem: str = "") -> Response:
    found = await draft_of(visit)
    flow = found.checked.flow
    return visit.page(
        "edit-languages",
        400 if problem else 200,
        found=found,
        translations=await translations_of(visit, flow) if flow else (),
        languages=[one for one in LANGUAGES.items() if flow is None or one[0] != flow.language],
        problem=problem,
    )


async def _page(visit: StaffRequest, found: DraftFlow) -> Response:
    now = await _translation(visit, found)
    return visit.page(
        "edit-words",
        found=found,
        now=now,
        parts=await _with_earlier(visit, now),
        language=language_name(now.language),
        direction=direction(now.language),
        own_direction=direction(now.flow.language),
        seen=_snapshot(visit, now.text, found.text).stamp(visit.vault),
    )


async def _with_earlier(visit: StaffRequest, now: TranslationDraft) -> tuple[WordsPart, ...]:
    """Return the parts; those that the original changed since with what it said then, where a version still has it."""
    parts = now.parts
    if not any(part.state == "changed" for part in parts):
        return parts
    known = await _originals(visit, now.flow)
    return tuple(replace(part, before=known.get(part.kept_mark, {})) for part in parts)


async def _originals(visit: StaffRequest, flow: Flow) -> Mapping[str, Mapping[str, str]]:
    """Return the words of every version that is kept, by their marks."""

    def look(tx: Connection) -> list[Flow]:
        return [visit.desk.pinned(tx, one.version_id) for one in flow_versions.versions(tx, flow=flow.name)]

    current: Flow | None = visit.desk.set_up.current(flow.name)
    kept = [*await visit.read(look), *([current] if current else [])]
    return {mark: words for one in kept for mark, words in originals(one).items()}


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/edit/{name}/words", show, ADMINS),
    StaffPage("GET", "/edit/{name}/words/{language}", show_one, ADMINS),
    StaffPage("POST", "/edit/{name}/words/{language}", save_one, ADMINS, watch=translation_watched),
)
