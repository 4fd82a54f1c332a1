"""`yesno`: yes or no, and whatever else a flow offers beside them."""

from collections.abc import Iterable
from typing import Any

from feedback.types import one
from feedback.types.choices import KEYS, read_choice
from feedback.types.question_type import (
    Asked,
    Fault,
    FlowKeys,
    FormChoice,
    FormElement,
    FormRow,
    QuestionType,
    Reading,
    TypedWords,
)


def _read(question: Asked, text: str, words: TypedWords) -> Reading | None:
    return read_choice(question.choices, text, words.yesno)


def _check(key: str, value: Any) -> Iterable[Fault]:
    if key == "choices" and not {"yes", "no"} <= set(value):
        yield Fault("yesno-choices", 'A yesno has the choices "yes" and "no".', 'Use type = "one".')


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "select_one" and one.is_yes_or_no(row)


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    if element.kind == "boolean":
        return _switch(element)
    found = one.picked_in(element)
    return found if found is not None and one.offers_yes_and_no(found) else None


def _switch(element: FormElement) -> FlowKeys:
    """Return what a `boolean` says: its values are true and false, unless it names others."""
    yes, no = (
        str(element.properties.get(name, usual)) for name, usual in (("valueTrue", "true"), ("valueFalse", "false"))
    )
    labels = (element.words("labelTrue", "Yes"), element.words("labelFalse", "No"))
    choices = tuple(FormChoice(value, label) for value, label in zip((yes, no), labels, strict=True))
    read = frozenset({"valueTrue", "valueFalse", "labelTrue", "labelFalse"})
    return FlowKeys({}, read, choices, {yes: "yes", no: "no"})


YESNO = QuestionType(
    name="yesno",
    gives="choice",
    field="options",
    keys=KEYS | {"consent"},
    check=_check,
    usual_choices=("yes", "no"),
    read=_read,
    seconds=4,
    counting="choices",
    variable="choice",
    xlsform=one.xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=one.surveyjs,
    from_surveyjs=_from_surveyjs,
)
