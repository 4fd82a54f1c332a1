"""What somebody typed into a form, told apart from what the form carries: so that it can be shown again."""

from dataclasses import dataclass

from review.http.request import FormFields
from review.text.labels import FIELDS, FIELDS_OF_CHOICES

OF_EVERY_FORM = frozenset({"csrf", "mark", "seen"})
"""What a form carries that nobody sees and that is other on each page."""
SECRET = frozenset({"password", "again", "code", "answer"})
"""Never shown again and never kept, whoever sent them."""


@dataclass(frozen=True)
class TypedField:
    """A field of a form that somebody had typed words into."""

    name: str
    label: str
    words: str


@dataclass(frozen=True)
class SentForm:
    """A form as it was sent, in two parts: what was typed, and all else that it says as (name, value)."""

    typed: tuple[TypedField, ...]
    carried: tuple[tuple[str, str], ...]


def label_of(name: str) -> str:
    """Return what a field of words is called; empty for one that holds no words.

    Fields of choices are named after their choices, and those of translations after what they translate, with dots.
    """
    if name in FIELDS:
        return FIELDS[name]
    if "." in name:
        return f"The translation of {name}"
    return next((label for begin, label in FIELDS_OF_CHOICES.items() if name.startswith(begin)), "")


def is_work(form: FormFields) -> bool:
    """Return whether somebody typed or ticked something that would be a loss: one press of a button is none."""
    return bool(sent_form(form).typed) or any(len(values) > 1 for values in form.all.values())


def sent_form(form: FormFields) -> SentForm:
    """Return a form in its two parts, without what every form carries and without secrets."""
    pairs = [(name, value) for name, many in form.all.items() if name not in OF_EVERY_FORM | SECRET for value in many]
    named = [(name, words, label_of(name)) for name, words in pairs if words.strip()]
    typed = tuple(TypedField(name, label, words) for name, words, label in named if label)
    shown = {field.name for field in typed}
    return SentForm(typed, tuple(pair for pair in pairs if pair[0] not in shown))
