"""Translations of a flow as they are stored: drafts, what is published, and files of the machine."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from feedback.errors import Fault
from feedback.flows.model import Flow
from feedback.flows.translations import translate
from review.http.request import StaffRequest
from review.questions.translation_document import (
    TranslationCount,
    WordsPart,
    count,
    parts_of,
    read_translation,
    translation_text,
)
from review.text.labels import language_name
from storage.settings import files
from storage.settings.files import SettingFile


@dataclass(frozen=True)
class TranslationDraft:
    """A translation: what is written last of it, whether that is a draft, and its parts beside the flow of today."""

    flow: Flow
    language: str
    text: str
    draft: SettingFile | None
    is_in_use: bool

    @property
    def name(self) -> str:
        """Return the language as people call it."""
        return language_name(self.language)

    @property
    def parts(self) -> tuple[WordsPart, ...]:
        """Return each text beside its translation."""
        return parts_of(self.flow, read_translation(self.text))

    @property
    def count(self) -> TranslationCount:
        """Return how far it is."""
        return count(self.parts)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return what the checker says of it, beside what is missing or stale: the page shows these where they are."""
        shown = ("translation-missing", "translation-stale", "key-missing")
        file = f"{self.flow.name}.{self.language}.toml"
        return tuple(one for one in translate(self.flow, file, self.fitted).faults if one.code not in shown)

    @property
    def lacks_consent(self) -> bool:
        """Whether it does not say what people say yes or no to, without which it cannot be used."""
        kept = read_translation(self.text).get("consent", {})
        return not (isinstance(kept, Mapping) and kept.get("ask") and kept.get("no"))

    @property
    def is_unready(self) -> bool:
        """Whether a text is missing or stale, or the checker says something of its words."""
        far = self.count
        return bool(far.missing or far.changed or self.faults)

    @property
    def is_outgrown(self) -> bool:
        """Whether it holds what the flow has no longer, so that it could not be read beside it."""
        own = translate(self.flow, "", self.text).faults
        return any(one.code == "unknown-key" for one in own)

    @property
    def fitted(self) -> str:
        """Return its file without what the flow has no longer, as it can be published with it."""
        return translation_text(self.flow, self.language, self.parts)


def place_of(name: str, language: str) -> str:
    """Return the place of the file of a translation."""
    return f"flows/{name}.{language}.toml"


async def translations_of(visit: StaffRequest, flow: Flow) -> tuple[TranslationDraft, ...]:
    """Return every translation of a flow, by its language."""
    there = visit.desk.house.files()

    def look(tx: Connection) -> dict[str, SettingFile]:
        begin = f"flows/{flow.name}."
        return {one.path: one for one in files.all_of(tx, state="draft") if one.path.startswith(begin)}

    drafts = await visit.read(look)
    used = {f"flows/{name}": text for name, text in there.items() if name.startswith(f"{flow.name}.")}
    languages = sorted({path.split(".")[1] for path in (*drafts, *used)} - {"toml"})
    return tuple(_one(flow, language, drafts, used) for language in languages)


def _one(flow: Flow, language: str, drafts: Mapping[str, SettingFile], used: Mapping[str, str]) -> TranslationDraft:
    place = place_of(flow.name, language)
    draft = drafts.get(place)
    return TranslationDraft(flow, language, draft.text if draft else used.get(place, ""), draft, place in used)
