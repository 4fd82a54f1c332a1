"""The codebook of a flow: every variable of its wide table, what its values mean, and who was asked.

Names join question and part with a dot (`b3.o1`, `b3.state`, `b3.text`), as the figures of the report do. Statistical
programs want numbers, so every choice has a code as well: 1, 2, 3 in the order in which the choices first appeared, so
that a later version of the flow changes no code.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, assert_never

from feedback.flows.condition_parser import spell
from feedback.flows.model import Choice, Flow, Question
from feedback.types.registry import type_of
from report.counting.flow_versions import JoinedQuestion, in_order, join, options
from report.counting.sorted_words import ANY_WORDS
from report.exports.theme_columns import COMMENTS, ThemeWords

Kind = Literal["id", "whole", "time", "choice", "picked", "number", "words", "state", "theme", "sorting"]
"""`id` and `words` are text, `picked` and `theme` are 1 or 0, `choice`, `state` and `sorting` are one of their codes."""

NAME_MOST = 64
"""The longest name that SPSS takes."""
_TAKEN = frozenset({"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"})
"""Words of SPSS that no variable may be called."""


@dataclass(frozen=True)
class ValueCode:
    """One value of a variable: its number for statistical programs, its id in all other formats, and what it means."""

    number: int
    value: str
    label: str


STATES: tuple[ValueCode, ...] = (
    ValueCode(1, "answered", "Answered"),
    ValueCode(2, "implied", "Implied by an earlier answer, not asked"),
    ValueCode(3, "skipped", "Skipped"),
    ValueCode(4, "prefer not to say", "Prefer not to say"),
    ValueCode(5, "not asked", "Not asked"),
    ValueCode(6, "not reached", "Not reached"),
    ValueCode(7, "withdrawn", "Withdrawn"),
)
SORTED: tuple[ValueCode, ...] = (
    ValueCode(1, "sorted", "Sorted"),
    ValueCode(2, "partly sorted", "Sorted in part"),
    ValueCode(3, "not sorted", "Not sorted yet"),
    ValueCode(4, "no words", "No words here"),
)
OWN_WORDS = ValueCode(0, "", "In their own words, no choice")
"""An answer that counts, under no choice."""


@dataclass(frozen=True)
class Variable:
    """One column of the wide table. `question` is empty for what belongs to the whole conversation."""

    name: str
    kind: Kind
    label: str
    question: str = ""
    choice: str = ""
    """The choice that a `picked` variable stands for."""
    codes: tuple[ValueCode, ...] = ()
    short: str = ""
    """The label in fewer words, where it has some."""
    place: str | None = None
    """Of `theme` and `sorting`: where the words were said (`report.exports.theme_columns`)."""
    theme: str = ""
    """The id of the theme that a `theme` variable stands for."""
    set: str = ""
    """The name of the multiple-response set that it belongs to."""


@dataclass(frozen=True)
class ResponseSet:
    """Variables of 1 and 0 that together are one question with several answers. `name` is as a variable's, without dots."""

    name: str
    label: str
    variables: tuple[str, ...]


@dataclass(frozen=True)
class Codebook:
    """Everything that a reader of one flow's table must know. `flows` are its versions, oldest first."""

    flow: str
    title: str
    variables: tuple[Variable, ...]
    questions: Mapping[str, JoinedQuestion]
    flows: tuple[Flow, ...]
    words: ThemeWords = field(default_factory=ThemeWords)
    """What staff have sorted, with the private questions of this flow."""

    def sets(self) -> tuple[ResponseSet, ...]:
        """Return the multiple-response sets, in the order of their variables."""
        found: dict[str, list[Variable]] = {}
        for variable in self.variables:
            if variable.set:
                found.setdefault(variable.set, []).append(variable)
        return tuple(
            ResponseSet(name, self.set_label(some[0]), tuple(one.name for one in some)) for name, some in found.items()
        )

    def set_label(self, variable: Variable) -> str:
        """Return what the set of a variable is about."""
        if variable.kind == "theme":
            return f"Themes: {_place_label(variable.place or ANY_WORDS, self.questions)}"
        return self.questions[variable.question].question.ask


CONVERSATION: tuple[Variable, ...] = (
    Variable("conversation", "id", "The conversation, a random name"),
    Variable("person", "id", "The person, a random name"),
    Variable("organisation", "id", "The organisation that the reply counts for, a random name"),
    Variable("version", "whole", "The version of the flow"),
    Variable("channel", "id", "Where the conversation was held"),
    Variable("language", "id", "The language it was held in"),
    Variable("stage", "id", "How far it went"),
    Variable("started_at", "time", "When it began"),
    Variable("heard_at", "time", "When the person last said something"),
    Variable("comments", "whole", "How many comments belong to no question"),
    Variable("comments.text", "words", "These comments, with an empty line between two"),
)
FROM_STORY = Variable(
    "from_story", "id", "Questions whose answer was read in a story that the person told, and confirmed by them"
)
"""Only of flows in which people may tell it in one go."""


def codebook(flows: Iterable[Flow], words: ThemeWords | None = None) -> Codebook:
    """Return the codebook of one flow, made of all its versions (at least one), in the newest words.

    `words` adds columns for themes, at each place where somebody has sorted words.
    """
    ordered = in_order(flows)
    joined = {one.question.id: one for one in join(ordered)}
    own = (*CONVERSATION, FROM_STORY) if any(flow.story for flow in ordered) else CONVERSATION
    taken = {*_TAKEN, *(variable.name for variable in own)}
    asked = tuple(variable for one in joined.values() for variable in _variables(one.question, ordered, taken))
    known = (words or ThemeWords()).within(name for name, one in joined.items() if one.question.private)
    sorted_ = tuple(_theme_variables(known, joined, taken))
    return Codebook(ordered[-1].name, ordered[-1].title, own + asked + sorted_, joined, ordered, known)


def _theme_variables(words: ThemeWords, questions: Mapping[str, JoinedQuestion], taken: set[str]) -> Iterator[Variable]:
    for place in words.places(questions):
        where, before = _place_label(place, questions), f"{place}." if place else ""
        state = _named(f"{before}themes.state", taken)
        yield Variable(state, "sorting", f"{where}: are they sorted?", place=place, codes=SORTED)
        group = f"{before}themes".replace(".", "_")
        names = words.names()
        for theme in words.themes:
            name = _named(f"{before}themes.{names[theme.id]}", taken)
            label = f"{theme.label} ({where})"
            yield Variable(name, "theme", label, short=theme.label, place=place, theme=theme.id, set=group)


def _place_label(place: str, questions: Mapping[str, JoinedQuestion]) -> str:
    if place == ANY_WORDS:
        return "all their words, but those to private questions"
    return "comments to no question" if place == COMMENTS else questions[place].question.ask


def _variables(question: Question, flows: tuple[Flow, ...], taken: set[str]) -> Iterator[Variable]:
    label, own, short = question.ask, question.id, question.short or question.ask
    match type_of(question).variable:
        case "picked":
            group = f"{own}_set"
            for code in _codes(question, flows):
                name, told = _named(f"{own}.{code.value}", taken), f"{short}: {code.label}"
                yield Variable(name, "picked", f"{code.label} ({label})", own, code.value, short=told, set=group)
        case "choice":
            codes = (*_codes(question, flows), OWN_WORDS)
            yield Variable(_named(own, taken), "choice", label, own, codes=codes, short=short)
        case "number":
            yield Variable(_named(own, taken), "number", label, own, codes=_ends(question), short=short)
        case "id":
            yield Variable(_named(own, taken), "id", label, own, short=short)
        case "none":
            pass
        case other:
            assert_never(other)
    state, text = _named(f"{own}.state", taken), _named(f"{own}.text", taken)
    became, words = "What became of it", "Their own words"
    yield Variable(state, "state", f"{became} ({label})", own, codes=STATES, short=f"{short}: {became.lower()}")
    yield Variable(text, "words", f"{words} ({label})", own, short=f"{short}: {words.lower()}")


def _named(wanted: str, taken: set[str]) -> str:
    """Return a name that is free and not too long, and take it."""
    tails = ("" if number == 1 else f"_{number}" for number in count(1))
    name = next(name for tail in tails if (name := wanted[: NAME_MOST - len(tail)] + tail) not in taken)
    taken.add(name)
    return name


def _codes(question: Question, flows: tuple[Flow, ...]) -> tuple[ValueCode, ...]:
    """Number the choices in the order in which versions brought them, each with its newest label."""
    newest = {choice.id: choice.label for choice in question.choices}
    known = [one for flow in flows if (one := flow.question(question.id)) and type_of(one).has_choices]
    ids = dict.fromkeys(choice.id for one in known for choice in one.choices)
    return tuple(ValueCode(number, name, newest.get(name, name)) for number, name in enumerate(ids, start=1))


def _ends(question: Question) -> tuple[ValueCode, ...]:
    """Return the points of a scale that have words."""
    if not question.ends or not question.range:
        return ()
    return tuple(
        ValueCode(int(point), str(int(point)), words)
        for point, words in zip(question.range, question.ends, strict=True)
    )


CODEBOOK_COLUMNS = (
    *("flow", "variable", "kind", "label", "question", "type", "code", "value", "value_label", "asked_when"),
    *("implied", "base", "theme", "private", "versions", "earlier_words", "set"),
)


def codebook_rows(books: Iterable[Codebook]) -> Iterator[tuple[str | int, ...]]:
    """Yield a row for each value of each variable (one for a variable without), as CODEBOOK_COLUMNS name them."""
    for book in books:
        for variable in book.variables:
            about = _about(book, variable.question)
            values: list[tuple[str | int, ...]] = [(code.number, code.value, code.label) for code in variable.codes]
            for value in values or [("", "", "")]:
                head = (book.flow, variable.name, variable.kind, variable.label)
                yield (*head, *about[:2], *value, *about[2:], variable.set)


def _about(book: Codebook, question_id: str) -> tuple[str, ...]:
    joined = book.questions.get(question_id)
    if joined is None:
        return ("",) * (len(CODEBOOK_COLUMNS) - 8)
    question = joined.question
    known = [(flow.version, one.ask) for flow in book.flows if (one := flow.question(question_id))]
    earlier = dict.fromkeys(ask for _, ask in known if ask != question.ask)
    return (
        question_id,
        question.type,
        spell(question.when) if question.when else "",
        question.otherwise or "",
        question.base,
        question.theme,
        "yes" if question.private else "",
        " ".join(str(version) for version in dict.fromkeys(version for version, _ in known)),
        " / ".join(earlier),
    )


def labels(book: Codebook) -> tuple[Mapping[str, str], Mapping[tuple[str, str], str]]:
    """Return the wording of each question, and the label of each choice or point by (question, id)."""
    asked = {name: one.question.ask for name, one in book.questions.items()}
    picked: dict[tuple[str, str], str] = {
        (name, choice.id): choice.label for name, one in book.questions.items() for choice in _told(one.question)
    }
    return asked, picked


def _told(question: Question) -> tuple[Choice, ...]:
    return options(question)
