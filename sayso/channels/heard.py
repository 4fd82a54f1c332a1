"""The public page of a flow: what staff chose of it, as far as it may still be seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy import Connection

from config.load import flow_paths, is_translation
from config.settings import Settings
from config.word_files import read_text
from feedback.flows.model import Flow
from feedback.flows.translations import translate
from report.build.report import Report
from report.parts.public_page import public_questions
from review.text.public.material import PublicMaterial, material_of
from sayso.core.flow_registry import OPEN_DOOR, FlowRegistry
from storage.crypto.vault import Vault
from storage.review.outcomes import OutcomeEntry
from storage.review.told_back import public_pages
from storage.review.told_back.public_pages import KeptPage
from web.port import HeardAnswer, HeardOutcome, HeardPage, HeardQuestion

KEPT_SECONDS = 20.0
"""For how long what was read is shown again. With `web.published.heard.KEPT_SECONDS` it is less than a minute: for so long may be
seen what somebody has just taken back."""
_KINDS = {"did": "did", "could not": "could_not", "deciding": "deciding"}

Translations = Callable[[str], Mapping[str, Flow]]
"""Returns a flow in its other languages, by their codes."""


@dataclass(frozen=True)
class _Shown:
    """What was read of one flow, for each of its languages."""

    kept: KeptPage
    material: PublicMaterial


class HeardPages:
    """Reads public pages, and keeps each for some seconds, so that many readers cost no more than one."""

    def __init__(
        self, vault: Vault, registry: FlowRegistry, translations: Translations, elapsed: Callable[[], float]
    ) -> None:
        """`elapsed` returns the seconds of a steady clock."""
        self._vault = vault
        self._registry = registry
        self._translations = translations
        self._elapsed = elapsed
        self._kept: dict[str, tuple[float, _Shown | None]] = {}

    def page(self, tx: Connection, flow_name: str, language: str, now: datetime) -> HeardPage | None:
        """Return the page of a flow in a language (empty: its own); None where nothing is to be seen."""
        flow = self._registry.named(flow_name)
        shown = self._shown(tx, flow) if flow else None
        if flow is None or shown is None:
            return None
        written = (code for code, texts in shown.kept.texts.items() if texts)
        languages = tuple(dict.fromkeys((flow.language, *written)))
        code = language or flow.language
        return self._drawn(shown, flow, (code, languages), now) if code in languages else None

    def titles(self, tx: Connection) -> tuple[tuple[str, str], ...]:
        """Return the name and title of each flow whose page is open."""
        named = ((name, self._registry.named(name)) for name in public_pages.open_flows(tx))
        return tuple((name, flow.title) for name, flow in named if flow is not None)

    def _shown(self, tx: Connection, flow: Flow) -> _Shown | None:
        at, found = self._kept.get(flow.name, (-KEPT_SECONDS, None))
        began = self._elapsed()
        if began - at < KEPT_SECONDS:
            return found
        kept = public_pages.of_flow(tx, flow=flow.name)
        found = _Shown(kept, material_of(tx, self._vault, flow, kept)) if kept is not None and kept.is_open else None
        self._kept[flow.name] = (began, found)
        return found

    def _drawn(self, shown: _Shown, flow: Flow, language: tuple[str, tuple[str, ...]], now: datetime) -> HeardPage:
        code, languages = language
        written, report = shown.kept.texts.get(code, {}), shown.material.report
        words = self._translations(flow.name).get(code)
        return HeardPage(
            flow=flow.name,
            language=code,
            title=written.get("title") or (words or flow).title,
            text=written.get("text", ""),
            questions=_questions(report, shown.kept.questions, words or flow) if report else (),
            replies=report.responses if report else None,
            until=_until(report),
            quotes=shown.material.quotes,
            outcomes=tuple(map(_outcome, shown.material.outcomes)),
            languages=languages,
            phrases={key: text for key, text in written.items() if key not in ("title", "text")},
            door=self._door(flow, now),
            changed_at=shown.kept.changed_at,
        )

    def _door(self, flow: Flow, now: datetime) -> str:
        """Return where people can say more: the same questions, or the open door; empty where neither is open."""
        is_open = [name for name, _ in self._registry.open_titles(now)]
        return next((f"/talk/{name}" for name in (flow.name, OPEN_DOOR) if name in is_open), "")


def translations_of(settings: Settings, registry: FlowRegistry) -> Translations:
    """Return what reads the translations of a flow, once; one that cannot be read is left out, as a check tells."""

    @cache
    def found(flow_name: str) -> Mapping[str, Flow]:
        flow, paths = registry.named(flow_name), flow_paths(settings.flows, settings.written)
        mine = [path for path in paths if is_translation(path) and path.stem.split(".")[0] == flow_name]
        texts = [(path, read_text(path)) for path in mine]
        read = [translate(flow, str(path), text) for path, text in texts if flow and isinstance(text, str)]
        return {one.flow.language: one.flow for one in read if all(fault.is_warning for fault in one.faults)}

    return found


def _questions(report: Report, chosen: tuple[str, ...], words: Flow) -> tuple[HeardQuestion, ...]:
    return tuple(
        HeardQuestion(
            one.ask,
            tuple(HeardAnswer(told.label, told.chose, told.answered, told.share) for told in one.answers),
            one.has_hidden,
        )
        for one in public_questions(report, chosen, words)
    )


def _until(report: Report | None) -> date | None:
    return (report.method.slice.until or report.method.last_on) if report else None


def _outcome(one: OutcomeEntry) -> HeardOutcome:
    return HeardOutcome(
        one.id, _KINDS[one.draft.kind], one.draft.said, one.draft.done, one.published_at or one.created_at
    )
