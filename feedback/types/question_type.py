"""What a question type is: everything that the rest of sayso asks of one, as data and small functions.

Types stand below flows, so they know a question, its choices and the shared words by their shapes alone.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

Value = str | tuple[str, ...] | float | None
"""A choice id, the picked ids of several, a number or an ISO 8601 date as text; None where only words were given."""

TypeName = str
"""The name of a registered type, as a flow file writes it (see `feedback.types.registry.TYPES`)."""

Gives = Literal["choice", "choices", "number", "text", "words", "nothing"]
"""What an answer holds: a choice id, several, a number, a text of fixed form (a date), words alone, or none at all."""

Field = Literal["nothing", "options", "points", "number", "line", "box"]
"""How a form draws it: `options` to pick, the `points` of a scale, one `line` of text, a `box` for many lines.

A `line` that has choices shows them with the line below. Only `options` and `points` bring a keyboard in a chat.
"""

Counting = Literal["choices", "points", "bands", "years", "parts", "nothing"]
"""What the report counts: each choice, each point of a scale, bands of numbers, years of dates, or fixed parts."""

VariableKind = Literal["choice", "picked", "number", "id", "none"]
"""Its column in every export: one coded choice, a yes or no for each choice, a number, a text; or words alone."""


class Choice(Protocol):
    """A choice as types see it."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def label(self) -> str:
        """Return what people see."""


class Asked(Protocol):
    """A question as types see it."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def ask(self) -> str:
        """Return its words."""

    @property
    def choices(self) -> Sequence[Choice]:
        """Return what can be picked, in order."""

    @property
    def only(self) -> str:
        """Return the choice that clears all others; empty for none."""

    @property
    def other(self) -> str:
        """Return the choice that takes own words beside it; empty for none."""

    @property
    def max(self) -> int | None:
        """Return how many may be picked."""

    @property
    def range(self) -> tuple[float, float] | None:
        """Return the least and the most of a number."""

    @property
    def ends(self) -> tuple[str, str] | None:
        """Return the words at the two ends of a scale."""

    @property
    def prefer_not(self) -> bool:
        """Return whether it offers 'prefer not to say'."""


class TypedWords(Protocol):
    """The shared words, as far as an answer is read with them."""

    @property
    def yesno(self) -> Mapping[str, str]:
        """Return other ways to say yes and no, folded, to the choice id."""


@dataclass(frozen=True)
class Reading:
    """An answer as it was understood.

    `is_sure` is False when it was not exactly a number or label, so the reply names what was understood.
    `has_words` says that the message holds more than the label itself. `items` counts what was picked in this message.
    """

    value: Value
    is_sure: bool = True
    has_words: bool = False
    items: int = 1

    @property
    def is_own(self) -> bool:
        """Whether the message is more than a label, a number or a day. A slip of the finger may be a name."""
        return self.has_words or not self.is_sure


class Fault(NamedTuple):
    """What is wrong with a key of a question in a flow file; its line is that of the key."""

    code: str
    message: str
    suggestion: str


class FormRow(NamedTuple):
    """A question of an XLSForm: the first word of its type, what follows it, its choices' names, its parameters."""

    kind: str
    rest: str
    choices: frozenset[str]
    parameters: str


class FormCells(NamedTuple):
    """The `type` of an XLSForm row, and its further cells by the name of their column."""

    type: str
    more: Mapping[str, str] = {}


class FormChoice(NamedTuple):
    """A choice of a SurveyJS form: its value as text, its label, and whether it takes own words beside it."""

    value: str
    label: str
    is_other: bool = False


@dataclass(frozen=True)
class FormElement:
    """A question of a SurveyJS form: its `type`, its name, its choices, and its properties in one language.

    A property may hold whatever JSON can: ask for its kind with `words`, `number` and `has`.
    """

    kind: str
    name: str
    properties: Mapping[str, Any]
    choices: tuple[FormChoice, ...] = ()

    def words(self, name: str, usual: str = "") -> str:
        """Return a property that is a text; `usual` for any other."""
        held = self.properties.get(name)
        return held if isinstance(held, str) and held else usual

    def number(self, name: str) -> float | None:
        """Return a property that is a number, or a text that says one; None for any other."""
        held = self.properties.get(name)
        if isinstance(held, bool) or not re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", str(held)):
            return None
        return float(str(held))

    def has(self, *names: str) -> bool:
        """Return whether one of these properties is switched on."""
        return any(self.properties.get(name) is True for name in names)


class FlowKeys(NamedTuple):
    """What a question of a form says in a flow file: its keys, but for those that all types have, and its choices.

    `ids` are our ids of the choices' values, where they are not the values themselves. `only` and `other` name values.
    `declines` is the value that stands for 'prefer not to say', and no choice of a flow. `read` are the properties that
    this says in full; `lost` is what else it leaves out.
    """

    keys: Mapping[str, object] = {}
    read: frozenset[str] = frozenset()
    choices: tuple[FormChoice, ...] = ()
    ids: Mapping[str, str] = {}
    declines: str = ""
    lost: tuple[str, ...] = ()


def no_faults(_key: str, _value: Any) -> Iterable[Fault]:
    """Return nothing: this type takes every value that the key itself allows."""
    return ()


def own_text(value: str) -> str:
    """Return a value as it is."""
    return value


@dataclass(frozen=True)
class QuestionType:
    """One type of question. Every attribute without a default has to be thought about for a new one."""

    name: TypeName
    gives: Gives
    field: Field
    read: Callable[[Asked, str, TypedWords], Reading | None]
    """Return a typed or tapped message as an answer, or None if it is not clear."""
    seconds: int
    """How long a slow reader takes to answer, beside the reading."""
    counting: Counting
    variable: VariableKind
    xlsform: Callable[[Asked], FormCells]
    is_xlsform: Callable[[FormRow], bool]
    """Return whether a row of an XLSForm asks for this type. No row asks for two."""
    surveyjs: Callable[[Asked], Mapping[str, Any]]
    """Return the element of a SurveyJS form, without name, title and choices."""
    from_surveyjs: Callable[[FormElement], FlowKeys | None]
    """Return what an element of a SurveyJS form says here; None where it asks for another type. None asks for two."""
    keys: frozenset[str] = frozenset({"prefer_not"})
    """The keys of a flow file that go with this type, beside those that go with all."""
    needed: tuple[tuple[str, str], ...] = ()
    """The keys that must be there, each with what to write in it."""
    check: Callable[[str, Any], Iterable[Fault]] = no_faults
    """Return what is wrong with the value of a key: a range, or the ids of the choices."""
    usual_choices: tuple[str, ...] = ()
    """The choices where a flow file names none; their labels are shared words."""
    retry: str = "retry_one"
    """The shared words when an answer is not clear."""
    page_hint: str = ""
    """The words on a page that say what kind of answer fits; empty where the field shows it."""
    mail_hint: str = ""
    """The same in a letter."""
    needs_theme: bool = True
    offers_place: bool = False
    """Whether the place of the invitation is offered as a choice."""
    parts: tuple[tuple[str, str], ...] = ()
    """The parts (id, label) that `counting` by parts counts under."""
    part_of: Callable[[str], str] = own_text
    """Return the id of the part that a text value counts under."""
    form_loss: str = ""
    """What the forms of other programs do not carry of this type."""

    @property
    def has_choices(self) -> bool:
        """Whether a flow file gives it choices, so that its answers are choice ids."""
        return "choices" in self.keys

    @property
    def is_counted_singly(self) -> bool:
        """Whether each thing that can be said has a count of its own, not one shared with others near it."""
        return self.counting in ("choices", "points")
