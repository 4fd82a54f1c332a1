"""`one`: one of several choices."""

from collections.abc import Mapping
from typing import Any

from feedback.types.choices import KEYS, read_choice
from feedback.types.question_type import Asked, FormCells, FormRow, QuestionType, Reading, TypedWords


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


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "select_one" and not is_yes_or_no(row)


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
)
