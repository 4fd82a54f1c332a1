"""`one`: one of several choices."""

from collections.abc import Mapping
from typing import Any

from feedback.types.choices import KEYS, choices_in, read_choice
from feedback.types.question_type import (
    Asked,
    FlowKeys,
    FormCells,
    FormElement,
    FormRow,
    QuestionType,
    Reading,
    TypedWords,
)


def _read(question: Asked, text: str, _words: TypedWords) -> Reading | None:
    return read_choice(question.choices, text)


def xlsform(question: Asked) -> FormCells:
    """Return a `select_one` with the list of the question."""
    return FormCells(f"select_one {question.id}_list")


def surveyjs(_question: Asked) -> Mapping[str, Any]:
    """Return a group of radio buttons."""
    return {"type": "radiogroup"}


def is_yes_or_no(row: FormRow) -> bool:
    """Return whether a `select_one` offers yes and no alone."""
    return row.choices == {"yes", "no"} and "or_other" not in row.rest


def picked_in(element: FormElement) -> FlowKeys | None:
    """Return what an element of SurveyJS says that offers choices to pick one of."""
    if element.kind in ("radiogroup", "dropdown", "buttongroup") or (element.kind == "rating" and element.choices):
        return choices_in(element)
    return None


def offers_yes_and_no(found: FlowKeys) -> bool:
    """Return whether yes and no are among these, and no choice takes words beside it."""
    return {choice.value for choice in found.choices} >= {"yes", "no"} and "other" not in found.keys


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "select_one" and not is_yes_or_no(row)


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    found = picked_in(element)
    return None if found is None or offers_yes_and_no(found) else found


ONE = QuestionType(
    name="one",
    gives="choice",
    field="options",
    keys=KEYS | {"other"},
    read=_read,
    seconds=5,
    counting="choices",
    variable="choice",
    xlsform=xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=surveyjs,
    from_surveyjs=_from_surveyjs,
)
