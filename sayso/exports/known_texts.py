"""Texts that are stored, known again in a project that went through another program."""

import re
from collections.abc import Iterable

from report.exports.folded_words import folded
from report.exports.qdpx_project import answer_guid, comment_guid, outgoing
from report.exports.qdpx_types import QdpxSource
from report.exports.redaction import HiddenSpan
from storage.review.texts import FreeText

_ENDING = re.compile(r"\.(txt|docx?|md|rtf|pdf|html?)$")


class KnownTexts:
    """Every text that is stored: by GUID, by the name of its source, and by its words where no two say the same."""

    def __init__(self, texts: Iterable[FreeText]) -> None:
        self._by_guid: dict[str, FreeText] = {}
        self._by_name: dict[str, FreeText] = {}
        self._by_words: dict[str, list[FreeText]] = {}
        self.names: set[str] = set()
        for text in texts:
            self._add(text)

    def _add(self, text: FreeText) -> None:
        guid, name = _named(text)
        self.names.add(name)
        self._by_guid[guid] = self._by_name[name.casefold()] = text
        hidden = hidden_in(text)
        for said in {text.words, *(() if hidden is None else (outgoing(text.words, hidden).text,))}:
            self._by_words.setdefault(folded(said).text, []).append(text)

    def of(self, source: QdpxSource) -> FreeText | None:
        """Return the text of a source, or None. Programs put endings behind names, and numbers or folders before them."""
        found = self._by_guid.get(source.guid) or self._by_name.get(_plain(source.name))
        if found is not None:
            return found
        same = self._by_words.get(folded(source.words).text, [])
        return same[0] if len(same) == 1 and source.words.strip() else None


def _plain(name: str) -> str:
    """Return the name of a source as it left: without folders, an ending, or a number that made it unlike another."""
    last = name.replace("\\", "/").rpartition("/")[2].casefold().strip()
    return re.sub(r"^\d+_", "", _ENDING.sub("", last))


def _named(text: FreeText) -> tuple[str, str]:
    """Return the GUID and the name that a text has as a source."""
    if text.ref.startswith("c"):
        return comment_guid(text.conversation_id, int(text.ref[1:])), f"comment-{text.ref[1:]}"
    return answer_guid(text.conversation_id, text.question), f"{text.question}-{text.conversation_id}"


def hidden_in(text: FreeText) -> tuple[HiddenSpan, ...] | None:
    """Return what is hidden in a text that staff have checked; None where nobody has."""
    if text.check is None or text.check.state != "checked":
        return None
    return tuple(HiddenSpan(span.start, span.stop, span.kind) for span in text.check.hidden)
