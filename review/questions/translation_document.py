"""A translation as an editor holds it: each wording beside the original, what is missing, and what became stale.

It is written as the file that `feedback.flows.translations` reads, and holds nothing but words.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from feedback.flows.model import Flow, Question
from feedback.flows.toml_source import read_source
from feedback.flows.translations import around_mark, source_mark
from review.questions.flow_document import part_text, question_toml

Table = Mapping[str, Any]
PartState = Literal["missing", "changed", "whole"]

AROUND = "Around"
"""The part of the words before and after the questions. No id of a question has a capital."""
_HEAD = "# Written in the browser, under Questions. It holds words only.\n"
_AROUND = {
    "title": "Title",
    "start": "The first message",
    "consent.ask": "The question about consent",
    "consent.no": "What is said after a no",
    "finish.check": "Before the list of answers at the end",
    "finish.thanks": "The thanks",
}
_TEXTS = {
    "ask": "What is asked",
    "short": "What reports call it",
    "hint": "A hint beside it",
    "means": "What is meant by it",
    "retry": "What is said when it was not understood",
    "base": "Whom it was put to, for the report",
}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages that are written from right to left (CLDR)."""
_LONG = 60
"""Characters from which on a wording gets a box of several lines."""
_SECTIONS = ("consent", "finish")


@dataclass(frozen=True)
class TextPair:
    """One text: the field of the form that holds it, what it is, the original, and the translation ("" is none)."""

    name: str
    what: str
    own: str
    words: str = ""

    @property
    def rows(self) -> int:
        """Return how many lines its box has."""
        longest = max(self.own, self.words, key=len)
        return 1 if len(longest) <= _LONG and "\n" not in longest else 2 + len(longest) // _LONG + longest.count("\n")


@dataclass(frozen=True)
class WordsPart:
    """One question, or the words around them. `before` are the originals when it was translated, if known."""

    id: str
    heading: str
    wordings: tuple[TextPair, ...]
    mark: str
    kept_mark: str = ""
    before: Mapping[str, str] = field(default_factory=dict)

    @property
    def missing(self) -> int:
        """Return how many of its texts are not translated."""
        return sum(not one.words for one in self.wordings)

    @property
    def is_begun(self) -> bool:
        """Whether anything of it is translated."""
        return self.missing < len(self.wordings)

    @property
    def state(self) -> PartState:
        """Return whether the original has changed since, a text is missing, or all is there."""
        if self.is_begun and self.kept_mark != self.mark:
            return "changed"
        return "missing" if self.missing else "whole"


@dataclass(frozen=True)
class TranslationCount:
    """How far a translation is."""

    texts: int
    missing: int
    changed: int


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return which way a language is written."""
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def read_translation(text: str) -> Table:
    """Return what a file of a translation says; nothing where it cannot be read."""
    return read_source("translation", text).raw


def parts_of(flow: Flow, table: Table) -> tuple[WordsPart, ...]:
    """Return every text of a flow beside its translation. What the flow has no longer is left out."""
    kept = _under(table, "question")
    around = WordsPart(AROUND, "Words around the questions", _around(flow, table), around_mark(flow), _mark_of(table))
    return (around, *(_question_part(one, _under(kept, one.id)) for one in flow.questions))


def with_words(parts: Iterable[WordsPart], said: Callable[[str], str], agreed: Iterable[str]) -> tuple[WordsPart, ...]:
    """Return parts with the words of a form. What is new, or agreed to say the same, is marked as of the original now."""
    same = frozenset(agreed)
    return tuple(_with_words(part, said, is_same=part.id in same) for part in parts)


def translation_text(flow: Flow, language: str, parts: Iterable[WordsPart]) -> str:
    """Return the file. A part of which nothing is translated is left out."""
    around, *questions = parts
    head: dict[str, Any] = {"flow": flow.name, "language": language}
    if around.is_begun:
        head["source"] = around.kept_mark
    sections: dict[str, dict[str, str]] = {name: {} for name in _SECTIONS}
    for one in around.wordings:
        section, _, key = one.name.removeprefix(f"{AROUND}.").rpartition(".")
        if one.words:
            (sections[section] if section else head)[key] = one.words
    tables = [part_text(f"[{name}]", table) for name, table in sections.items() if table]
    tables += [part_text(f"[question.{part.id}]", _question_table(part)) for part in questions if part.is_begun]
    return "\n".join([f"{_HEAD}{question_toml(head)}", *tables, ""])


def count(parts: Iterable[WordsPart]) -> TranslationCount:
    """Return how far a translation is."""
    told = tuple(parts)
    changed = sum(part.state == "changed" for part in told)
    return TranslationCount(sum(len(one.wordings) for one in told), sum(one.missing for one in told), changed)


def originals(flow: Flow) -> Mapping[str, Mapping[str, str]]:
    """Return the originals of each part, by its mark and the names of its texts: what a translation was made from."""
    return {part.mark: {one.name: one.own for one in part.wordings} for part in parts_of(flow, {})}


def _around(flow: Flow, table: Table) -> tuple[TextPair, ...]:
    own = {
        "title": flow.title,
        "start": flow.start,
        "consent.ask": flow.consent.ask,
        "consent.no": flow.consent.no,
        "finish.check": flow.finish.check,
        "finish.thanks": flow.finish.thanks,
    }
    told = {
        key: _text(_under(table, key.partition(".")[0]) if "." in key else table, key.rpartition(".")[2]) for key in own
    }
    return tuple(TextPair(f"{AROUND}.{key}", _AROUND[key], own[key], told[key]) for key in own if own[key])


def _question_part(question: Question, table: Table) -> WordsPart:
    own = {key: str(getattr(question, key)) for key in _TEXTS}
    found = [TextPair(f"{question.id}.{key}", _TEXTS[key], own[key], _text(table, key)) for key in _TEXTS if own[key]]
    ends = table.get("ends", ())
    for number, end in enumerate(question.ends or ()):
        kept = ends[number] if isinstance(ends, list) and len(ends) > number else ""
        found.append(
            TextPair(f"{question.id}.ends.{number}", "The low end" if not number else "The high end", end, str(kept))
        )
    labels = _under(table, "choices")
    found += [
        TextPair(f"{question.id}.choices.{one.id}", "A choice", one.label, _text(labels, one.id))
        for one in question.choices
    ]
    return WordsPart(question.id, question.short or question.ask, tuple(found), source_mark(question), _mark_of(table))


def _question_table(part: WordsPart) -> Table:
    table: dict[str, Any] = {"source": part.kept_mark}
    ends = [one.words for one in part.wordings if one.name.startswith(f"{part.id}.ends.")]
    if any(ends):
        table["ends"] = ends
    choices: dict[str, str] = {}
    for one in part.wordings:
        kind, _, choice = one.name.removeprefix(f"{part.id}.").partition(".")
        if kind == "choices" and one.words:
            choices[choice] = one.words
        elif kind in _TEXTS and one.words:
            table[kind] = one.words
    return {**table, "choices": choices} if choices else table


def _with_words(part: WordsPart, said: Callable[[str], str], *, is_same: bool) -> WordsPart:
    wordings = tuple(TextPair(one.name, one.what, one.own, said(one.name).strip()) for one in part.wordings)
    is_new = not part.is_begun
    return WordsPart(part.id, part.heading, wordings, part.mark, part.mark if is_new or is_same else part.kept_mark)


def _under(table: Table, key: str) -> Table:
    found = table.get(key, {})
    return found if isinstance(found, Mapping) else {}


def _text(table: Table, key: str) -> str:
    found = table.get(key, "")
    return found.strip() if isinstance(found, str) else ""


def _mark_of(table: Table) -> str:
    return _text(table, "source")
