"""The questions of a flow file, read one by one: each may lean on those before it only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from feedback.flows.condition import Condition
from feedback.flows.condition_parser import KEYWORDS, ConditionError, complaints, parse_condition
from feedback.flows.field_readers import flag_of, id_of, known_keys, numbers_of, one_of, text_of, whole_of, words_of
from feedback.flows.model import (
    CONSENT_SWITCHES,
    QUEUES,
    Choice,
    ConsentSwitch,
    Question,
    Queue,
)
from feedback.flows.toml_source import Path, Source, close_to
from feedback.flows.words import COMMANDS, Words
from feedback.folding import fold
from feedback.types.question_type import QuestionType
from feedback.types.registry import QUESTION_TYPES, TYPES

LABEL_MOST = 60
"""Characters. A guess: more runs out of a chat's button on most phones."""
TOKEN_MOST = 64
"""Bytes of `QUESTION.CHOICE`: what a chat button can carry."""
SHORT_MOST = 60
"""Characters: the head of a column, or a line beside a figure."""

ACCEPTED = ("voice", "photo", "place")
RESERVED_IDS: frozenset[str] = KEYWORDS | {
    *COMMANDS,
    "consent",
    "check",
    "finish",
    "comment",
    "after_help",
    "closed",
    "more",
}

_KEYS_OF_SOME_TYPES = (
    *("choices", "only", "max", "other", "also", "groups", "queues", "otherwise", "unit"),
    *("consent", "range", "ends", "accept", "prefer_not"),
)
QUESTION_KEYS = (
    *("id", "ask", "type", "short", "choices", "only", "other", "max", "range", "ends", "when", "otherwise", "base"),
    *(
        "theme",
        "consent",
        "groups",
        "queues",
        "prefer_not",
        "private",
        "speaker",
        "signpost",
        "hint",
        "retry",
        "accept",
    ),
    *("also", "means", "unit"),
)


@dataclass
class _Seen:
    """The questions read so far: their ids in order (None where too broken to judge), and where each stands."""

    questions: dict[str, Question | None] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_questions(source: Source, words: Words) -> tuple[Question, ...]:
    """Return the questions that could be read. All faults are in `source`."""
    raw = source.raw.get("question")
    if not isinstance(raw, list) or not all(isinstance(item, Mapping) for item in raw) or not raw:
        source.blame(("question",), "question-missing", "There is no question.", "Write [[question]] on a line.")
        return ()
    ids = [item.get("id") for item in raw]
    seen = _Seen()
    for number, item in enumerate(raw):
        later = frozenset(name for name in ids[number:] if isinstance(name, str)) - seen.questions.keys()
        _Reading(source, words, item, ("question", number), seen, later).read()
    return tuple(question for question in seen.questions.values() if question)


@dataclass(frozen=True)
class _Reading:
    """One question being read."""

    source: Source
    words: Words
    table: Mapping[str, Any]
    path: Path
    seen: _Seen
    later: frozenset[str]

    def read(self) -> None:
        known_keys(self.source, self.path, self.table, QUESTION_KEYS)
        question_id = self.id()
        kind = self.kind()
        question = self.question(question_id, kind) if kind else None
        if question_id and question_id not in self.seen.questions:
            self.seen.questions[question_id] = question
            self.seen.lines[question_id] = self.source.line((*self.path, "id"))

    def at(self, key: str) -> Path:
        return (*self.path, key)

    def blame(self, key: str, code: str, message: str, suggestion: str = "") -> None:
        self.source.blame(self.at(key), code, message, suggestion)

    def missing(self, key: str, code: str, message: str, suggestion: str) -> None:
        self.source.blame_missing(self.at(key), code, message, suggestion)

    def id(self) -> str:
        if "id" not in self.table:
            self.missing("id", "id-missing", "This question has no id.", 'Write: id = "a_short_name".')
            return ""
        name = id_of(self.source, self.at("id"), self.table["id"])
        if name in self.seen.questions:
            message = f'The id "{name}" is taken by the question on line {self.seen.lines[name]}.'
            self.blame("id", "id-repeated", message, "Give each question its own id.")
        if name in RESERVED_IDS:
            self.blame("id", "id-reserved", f'"{name}" is a word of sayso itself.', f'Call it "{name}_1", say.')
        return name

    def kind(self) -> QuestionType | None:
        if "type" not in self.table:
            self.missing("type", "key-missing", '"type" is missing.', f"There is: {', '.join(QUESTION_TYPES)}.")
            return None
        return TYPES.get(one_of(self.source, self.at("type"), self.table, QUESTION_TYPES))

    def question(self, question_id: str, kind: QuestionType) -> Question:
        for key in _KEYS_OF_SOME_TYPES:
            if key in self.table and key not in kind.keys:
                self.blame(key, "key-not-for-type", f'"{key}" does not go with type {kind.name}.', "Take it out.")
        choices = self.choices(question_id, kind) if kind.has_choices else ()
        ids = [choice.id for choice in choices]
        condition = self.condition()
        return Question(
            question_id,
            text_of(self.source, self.at("ask"), self.table, needed=True),
            kind.name,
            short=text_of(self.source, self.at("short"), self.table, most=SHORT_MOST),
            choices=choices,
            only=self.choice_named("only", ids) if "only" in kind.keys else "",
            other=self.choice_named("other", ids) if "other" in kind.keys else "",
            max=self.most(ids) if "max" in kind.keys else None,
            range=self.range(kind),
            ends=self.ends(),
            when=condition,
            otherwise=self.otherwise(ids),
            base=text_of(self.source, self.at("base"), self.table),
            theme=text_of(self.source, self.at("theme"), self.table, most=LABEL_MOST),
            consent=self.consent(kind, ids),
            groups=self.groups(ids),
            queues=self.queues(ids),
            prefer_not=flag_of(self.source, self.at("prefer_not"), self.table),
            private=flag_of(self.source, self.at("private"), self.table),
            speaker=self.speaker(kind),
            signpost=flag_of(self.source, self.at("signpost"), self.table),
            also=self.also(ids),
            hint=text_of(self.source, self.at("hint"), self.table),
            means=text_of(self.source, self.at("means"), self.table),
            unit=text_of(self.source, self.at("unit"), self.table, most=LABEL_MOST),
            retry=text_of(self.source, self.at("retry"), self.table),
            accept=words_of(self.source, self.at("accept"), self.table, ACCEPTED),
        )

    def choices(self, question_id: str, kind: QuestionType) -> tuple[Choice, ...]:
        raw = self.table.get("choices")
        if raw is None and kind.usual_choices:
            return self.usual_choices(kind.usual_choices)
        if not isinstance(raw, Mapping):
            message = "There are no choices." if raw is None else '"choices" must be ids with their labels.'
            self.missing("choices", "too-few-choices", message, 'Write: choices.yes = "Yes", and so on.')
            return ()
        choices = tuple(self.choice(question_id, raw, key) for key in raw)
        if len(choices) < 2:
            self.missing("choices", "too-few-choices", "There is one choice only.", "Add another, or ask for a text.")
        self.judge(kind, "choices", tuple(raw))
        self.judge_labels(choices)
        return choices

    def judge(self, kind: QuestionType, key: str, value: object) -> None:
        for code, message, suggestion in kind.check(key, value):
            self.blame(key, code, message, suggestion)

    def usual_choices(self, names: Sequence[str]) -> tuple[Choice, ...]:
        missing = [name for name in names if name not in self.words.texts]
        if missing:
            message = f"The shared words have no text for {' and '.join(missing)}."
            example = " and ".join(f'choices.{name} = "{name.capitalize()}"' for name in names)
            self.blame("type", "words-missing", message, f"Write: {example}.")
            return ()
        return tuple(Choice(name, self.words.say(name)) for name in names)

    def choice(self, question_id: str, raw: Mapping[str, Any], key: str) -> Choice:
        path = (*self.at("choices"), key)
        id_of(self.source, path, key)
        if key in KEYWORDS:
            self.source.blame(path, "id-reserved", f'"{key}" is a word of conditions.', f'Call it "{key}_1", say.')
        if len(f"{question_id}.{key}".encode()) > TOKEN_MOST:
            message = f"The ids of this question and choice are over {TOKEN_MOST} bytes together."
            self.source.blame(path, "token-too-long", message, "Use shorter ids.")
        return Choice(key, text_of(self.source, path, raw, needed=True))

    def judge_labels(self, choices: Iterable[Choice]) -> None:
        first: dict[str, str] = {}
        for choice in choices:
            path, label = (*self.at("choices"), choice.id), fold(choice.label)
            for code, message, suggestion in self.label_complaints(choice.label, label):
                self.source.blame(path, code, message, suggestion)
            if label and label in first:
                message = f'"{choice.label}" is the label of "{first[label]}" as well.'
                self.source.blame(path, "label-repeated", message, "Give each choice its own words.")
            first.setdefault(label, choice.id)

    def label_complaints(self, label: str, folded: str) -> Iterable[tuple[str, str, str]]:
        if len(label) > LABEL_MOST:
            message = f"This label has {len(label)} characters; the most is {LABEL_MOST}."
            yield "label-too-long", message, "Say it in fewer words; 20 characters is best."
        if folded in self.words.commands:
            meaning = self.words.commands[folded]
            yield "label-reserved", f'"{label}" always means "{meaning}" in a chat.', "Use other words."
        if folded.isdigit():
            message = f'"{label}" is only a number, and people answer with the number of the line.'
            yield "label-number", message, 'Add a word, or use type = "scale" or "number".'

    def condition(self) -> Condition | None:
        text = text_of(self.source, self.at("when"), self.table, most=10_000)
        if not text:
            return None
        try:
            condition = parse_condition(text)
        except ConditionError as fault:
            self.blame("when", "when-syntax", f"Character {fault.position}: {fault.message}", fault.suggestion)
            return None
        found = complaints(condition, self.seen.questions, self.later)
        for code, message, suggestion in found:
            self.blame("when", code, message, suggestion)
        return None if found else condition

    def choice_named(self, key: str, ids: Sequence[str]) -> str:
        name = text_of(self.source, self.at(key), self.table)
        if name and ids and name not in ids:
            self.blame(key, f"{key}-not-choice", f'"{name}" is not a choice of this question.', close_to(name, ids))
            return ""
        return name

    def otherwise(self, ids: Sequence[str]) -> str | None:
        if "otherwise" in self.table and "when" not in self.table:
            message = '"otherwise" has no "when", so it can never count.'
            self.blame("otherwise", "otherwise-without-when", message, 'Add a "when", or take it out.')
        return self.choice_named("otherwise", ids) or None

    def most(self, ids: Sequence[str]) -> int | None:
        most = whole_of(self.source, self.at("max"), self.table)
        if most is not None and ids and most > len(ids):
            message = f'"max" is {most}, and there are {len(ids)} choices.'
            self.blame("max", "max-over-choices", message, "Lower it, or take it out.")
        return most

    def range(self, kind: QuestionType) -> tuple[float, float] | None:
        for key, suggestion in kind.needed:
            if key not in self.table:
                self.missing(key, "key-missing", f'"{key}" is missing.', suggestion)
        found = numbers_of(self.source, self.at("range"), self.table)
        if found is not None:
            self.judge(kind, "range", found)
        return found

    def ends(self) -> tuple[str, str] | None:
        found = words_of(self.source, self.at("ends"), self.table)
        if "ends" in self.table and len(found) != 2:
            self.blame("ends", "wrong-kind", '"ends" must be two texts.', 'Write: ["Not at all", "A lot"].')
        return (found[0], found[1]) if len(found) == 2 else None

    def consent(self, kind: QuestionType, ids: Sequence[str]) -> ConsentSwitch | None:
        allowed = [switch for switch in get_args(ConsentSwitch) if switch in CONSENT_SWITCHES]
        found = one_of(self.source, self.at("consent"), self.table, allowed)
        if found and "consent" in kind.keys and ids and set(ids) != {"yes", "no"}:
            message = 'A question about consent has the choices "yes" and "no", no others.'
            self.blame("consent", "yesno-choices", message, "Take the other choices out.")
        return cast("ConsentSwitch | None", found or None)

    def speaker(self, kind: QuestionType) -> bool:
        found = flag_of(self.source, self.at("speaker"), self.table)
        if found and (kind.gives != "choice" or self.table.get("private")):
            message = "Only one choice, that is not private, can stand below somebody's words."
            self.blame("speaker", "speaker-choice", message, "Take it out, or ask for one choice.")
        return found

    def also(self, ids: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        raw = self.table.get("also", {})
        if not isinstance(raw, Mapping):
            message = '"also" must be choices with lists of other names.'
            self.blame("also", "wrong-kind", message, 'Write: also.yes = ["of course", "always"].')
            return ()
        for name in raw:
            if ids and name not in ids:
                path = (*self.at("also"), name)
                self.source.blame(
                    path, "also-not-choice", f'"{name}" is not a choice of this question.', close_to(name, ids)
                )
        return tuple((name, words_of(self.source, (*self.at("also"), name), raw)) for name in raw if name in ids)

    def groups(self, ids: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        raw = self.table.get("groups", {})
        if not isinstance(raw, Mapping):
            message = '"groups" must be names with lists of choices.'
            self.blame("groups", "wrong-kind", message, 'Write: groups.aware = ["online", "work"].')
            return ()
        return tuple((name, self.group(name, raw, ids)) for name in raw)

    def group(self, name: str, raw: Mapping[str, Any], ids: Sequence[str]) -> tuple[str, ...]:
        path = (*self.at("groups"), name)
        id_of(self.source, path, name)
        if name in ids:
            message = f'"{name}" is a choice of this question already.'
            self.source.blame(path, "group-name-taken", message, "Give the group another name.")
        return self.some_of(path, raw, ids, "group-not-choice")

    def queues(self, ids: Sequence[str]) -> tuple[tuple[Queue, tuple[str, ...]], ...]:
        raw = self.table.get("queues", {})
        if not isinstance(raw, Mapping) or not raw.keys() <= set(QUEUES):
            message = '"queues" must be names of queues with lists of choices.'
            self.blame("queues", "wrong-kind", message, f"There is: {', '.join(QUEUES)}.")
            return ()
        at = self.at("queues")
        return tuple((name, self.some_of((*at, name), raw, ids, "queue-not-choice")) for name in QUEUES if name in raw)

    def some_of(self, path: Path, raw: Mapping[str, Any], ids: Sequence[str], code: str) -> tuple[str, ...]:
        found = words_of(self.source, path, raw)
        for choice in found:
            if ids and choice not in ids:
                self.source.blame(path, code, f'"{choice}" is not a choice of this question.', close_to(choice, ids))
        return found
