"""Translations of a flow: files that hold words only, keyed by question id (`NAME.LANGUAGE.toml`).

    flow = "people"
    language = "cy"
    source = "5e6f7a8b"        # the mark of the words around the questions (`around_mark`)
    title = "..."
    [question.c1]
    source = "1a2b3c4d"        # the mark of the text that was translated (`source_mark`)
    ask = "..."
    choices.user = "..."

A text that is missing falls back to the flow's own with a warning; consent and choices must be there.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from feedback.errors import Fault
from feedback.flows.canonical_json import version_of
from feedback.flows.field_readers import LONG_TEXT_MOST, known_keys, text_of, words_of
from feedback.flows.linter import word_warnings
from feedback.flows.model import Choice, ConsentAsk, Finish, Flow, Question
from feedback.flows.question_parser import LABEL_MOST, SHORT_MOST
from feedback.flows.toml_source import Path, Source, close_to, read_source
from feedback.folding import fold

KEYS = ("flow", "language", "source", "title", "start", "consent", "finish", "question")
QUESTION_KEYS = ("source", "ask", "short", "hint", "means", "retry", "base", "ends", "choices")


@dataclass(frozen=True)
class Translation:
    """A flow in another language as far as it could be read, with every fault and warning of its file."""

    flow: Flow
    faults: tuple[Fault, ...]


def source_mark(question: Question) -> str:
    """Return the mark (8 hex digits) of a question's words: a translation that carries another one is stale."""
    told = [question.ask, question.short, question.hint, question.retry, question.base, question.ends]
    labels = [[choice.id, choice.label] for choice in question.choices]
    return _mark([told, labels, question.means] if question.means else [told, labels])


def around_mark(flow: Flow) -> str:
    """Return the mark (8 hex digits) of the words before and after the questions, as `source_mark` does of a question."""
    consent, finish = flow.consent, flow.finish
    return _mark([flow.title, flow.start, consent.ask, consent.no, finish.check, finish.thanks])


def _mark(told: object) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:8]


def translate(flow: Flow, file: str, text: str) -> Translation:
    """Return a flow with the words of a translation in place of its own. Ids, types and conditions stay."""
    source = read_source(file, text)
    if not source.is_whole:
        return Translation(flow, tuple(source.faults))
    reading = _Reading(source, flow, [])
    translated = reading.flow_in_words()
    reading.judge_words(translated)
    faults = tuple(sorted((*source.faults, *reading.warnings)))
    return Translation(replace(translated, version_id=version_of(translated)), faults)


@dataclass(frozen=True)
class _Reading:
    source: Source
    flow: Flow
    warnings: list[Fault]

    def warn(self, path: Path, code: str, message: str, suggestion: str) -> None:
        fault = Fault(self.source.file, self.source.line(path), code, message, suggestion, is_warning=True)
        self.warnings.append(fault)

    def judge_words(self, translated: Flow) -> None:
        """Warn of words that read hard, by the rules of the flow's own words."""
        for path, code, message, suggestion in word_warnings(translated, beside=self.flow):
            self.warn(path, code, message, suggestion)

    def flow_in_words(self) -> Flow:
        raw, flow = self.source.raw, self.flow
        known_keys(self.source, (), raw, KEYS)
        mark = around_mark(flow)
        if raw.get("source", mark) != mark:
            message = "The words around the questions have changed since they were translated."
            self.warn(("source",), "translation-stale", message, f'Compare them, then write: source = "{mark}".')
        if raw.get("flow") != flow.name:
            self.source.blame(
                ("flow",),
                "translation-flow",
                f'This translates no flow "{raw.get("flow")}".',
                f'Write: flow = "{flow.name}".',
            )
        tables = raw.get("question", {}) if isinstance(raw.get("question", {}), Mapping) else {}
        for name in tables:
            if flow.question(name) is None:
                ids = [question.id for question in flow.questions]
                self.source.blame(
                    ("question", name), "unknown-key", f'The flow has no question "{name}".', close_to(name, ids)
                )
        consent, finish = self.part("consent"), self.part("finish")
        return replace(
            flow,
            language=text_of(self.source, ("language",), raw, needed=True) or flow.language,
            title=self.text(("title",), raw, flow.title),
            start=self.text(("start",), raw, flow.start, LONG_TEXT_MOST),
            consent=self.consent(consent),
            finish=Finish(
                self.text(("finish", "check"), finish, flow.finish.check),
                self.text(("finish", "thanks"), finish, flow.finish.thanks),
            ),
            questions=tuple(self.question(question, tables.get(question.id)) for question in flow.questions),
        )

    def part(self, name: str) -> Mapping[str, Any]:
        value = self.source.raw.get(name, {})
        return value if isinstance(value, Mapping) else {}

    def consent(self, table: Mapping[str, Any]) -> ConsentAsk:
        ask = text_of(self.source, ("consent", "ask"), table, needed=True)
        no = text_of(self.source, ("consent", "no"), table, needed=True)
        return replace(self.flow.consent, ask=ask, no=no)

    def text(self, path: Path, table: Mapping[str, Any], own: str, most: int = 300) -> str:
        found = text_of(self.source, path, table, most=most)
        if own and not found:
            self.warn(path, "translation-missing", f'"{path[-1]}" is not translated.', f'It says: "{own[:60]}"')
        return found or own

    def question(self, question: Question, table: object) -> Question:
        path: Path = ("question", question.id)
        if not isinstance(table, Mapping):
            self.warn(
                path,
                "translation-missing",
                f'The question "{question.id}" is not translated.',
                f'It asks: "{question.ask}"',
            )
            return question
        known_keys(self.source, path, table, QUESTION_KEYS)
        mark = source_mark(question)
        if table.get("source") != mark:
            message = f'The words of "{question.id}" have changed since they were translated.'
            self.warn((*path, "source"), "translation-stale", message, f'Compare them, then write: source = "{mark}".')
        return replace(
            question,
            ask=self.text((*path, "ask"), table, question.ask),
            short=self.text((*path, "short"), table, question.short, SHORT_MOST),
            hint=self.text((*path, "hint"), table, question.hint),
            means=self.text((*path, "means"), table, question.means),
            retry=self.text((*path, "retry"), table, question.retry),
            base=self.text((*path, "base"), table, question.base),
            ends=self.ends((*path, "ends"), table, question.ends),
            choices=self.choices((*path, "choices"), table.get("choices"), question.choices),
        )

    def ends(self, path: Path, table: Mapping[str, Any], own: tuple[str, str] | None) -> tuple[str, str] | None:
        found = words_of(self.source, path, table)
        if own and not (len(found) == 2 and all(found)):
            self.warn(path, "translation-missing", '"ends" is not translated.', f'It says: "{own[0]}" and "{own[1]}"')
        return (found[0], found[1]) if own and len(found) == 2 and all(found) else own

    def choices(self, path: Path, table: object, own: tuple[Choice, ...]) -> tuple[Choice, ...]:
        raw: Mapping[str, Any] = table if isinstance(table, Mapping) else {}
        known_keys(self.source, path, raw, [choice.id for choice in own])
        made = tuple(self.choice(path, raw, choice) for choice in own)
        first: dict[str, str] = {}
        for choice in made:
            label = fold(choice.label)
            if first.setdefault(label, choice.id) != choice.id:
                message = f'"{choice.label}" is the label of "{first[label]}" as well.'
                self.source.blame((*path, choice.id), "label-repeated", message, "Give each choice its own words.")
        return made

    def choice(self, path: Path, raw: Mapping[str, Any], own: Choice) -> Choice:
        if own.id not in raw:
            message = f'The choice "{own.id}" is not translated, and a person could not pick it.'
            self.source.blame(path, "translation-lacks-choice", message, f'Write: choices.{own.id} = "...".')
            return own
        label = text_of(self.source, (*path, own.id), raw, needed=True, most=LABEL_MOST)
        return Choice(own.id, label or own.label)
