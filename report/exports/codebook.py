"""The codebook of a flow: every variable of its wide table, what its values mean, and who was asked.

Names join question and part with a dot (`b3.o1`, `b3.state`, `b3.text`), as the figures of the report do. Statistical
programs want numbers, so every choice has a code as well: 1, 2, 3 in the order in which the choices first appeared, so
that a later version of the flow changes no code.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Literal, assert_never

from feedback.flows.condition_parser import spell
from feedback.flows.model import Choice, Flow, Question
from feedback.types.registry import type_of
from report.counting.flow_versions import JoinedQuestion, in_order, join, options

Kind = Literal["id", "whole", "time", "choice", "picked", "number", "words", "state"]
"""`id` and `words` are text, `picked` is 1 or 0, `choice` and `state` are one of their codes."""

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


@dataclass(frozen=True)
class Codebook:
    """Everything that a reader of one flow's table must know. `flows` are its versions, oldest first."""

    flow: str
    title: str
    variables: tuple[Variable, ...]
    questions: Mapping[str, JoinedQuestion]
    flows: tuple[Flow, ...]


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


def codebook(flows: Iterable[Flow]) -> Codebook:
    """Return the codebook of one flow, made of all its versions (at least one), in the newest words."""
    ordered = in_order(flows)
    joined = {one.question.id: one for one in join(ordered)}
    own = (*CONVERSATION, FROM_STORY) if any(flow.story for flow in ordered) else CONVERSATION
    taken = {*_TAKEN, *(variable.name for variable in own)}
    asked = tuple(variable for one in joined.values() for variable in _variables(one.question, ordered, taken))
    return Codebook(ordered[-1].name, ordered[-1].title, own + asked, joined, ordered)


def _variables(question: Question, flows: tuple[Flow, ...], taken: set[str]) -> Iterator[Variable]:
    label, own = question.short or question.ask, question.id
    match type_of(question).variable:
        case "picked":
            for code in _codes(question, flows):
                name = _named(f"{own}.{code.value}", taken)
                yield Variable(name, "picked", f"{label}: {code.label}", own, code.value)
        case "choice":
            yield Variable(_named(own, taken), "choice", label, own, codes=(*_codes(question, flows), OWN_WORDS))
        case "number":
            yield Variable(_named(own, taken), "number", label, own, codes=_ends(question))
        case "id":
            yield Variable(_named(own, taken), "id", label, own)
        case "none":
            pass
        case other:
            assert_never(other)
    yield Variable(_named(f"{own}.state", taken), "state", f"{label}: what became of it", own, codes=STATES)
    yield Variable(_named(f"{own}.text", taken), "words", f"{label}: their own words", own)


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
    *("implied", "base", "theme", "private", "versions", "earlier_words"),
)


def codebook_rows(books: Iterable[Codebook]) -> Iterator[tuple[str | int, ...]]:
    """Yield a row for each value of each variable (one for a variable without), as CODEBOOK_COLUMNS name them."""
    for book in books:
        for variable in book.variables:
            about = _about(book, variable.question)
            values: list[tuple[str | int, ...]] = [(code.number, code.value, code.label) for code in variable.codes]
            for value in values or [("", "", "")]:
                head = (book.flow, variable.name, variable.kind, variable.label)
                yield (*head, *about[:2], *value, *about[2:])


def _about(book: Codebook, question_id: str) -> tuple[str, ...]:
    joined = book.questions.get(question_id)
    if joined is None:
        return ("",) * (len(CODEBOOK_COLUMNS) - 7)
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
    """Return the label of each question, and of each choice or point by (question, id)."""
    asked = {name: one.question.short or one.question.ask for name, one in book.questions.items()}
    picked: dict[tuple[str, str], str] = {
        (name, choice.id): choice.label for name, one in book.questions.items() for choice in _told(one.question)
    }
    return asked, picked


def _told(question: Question) -> tuple[Choice, ...]:
    return options(question)
