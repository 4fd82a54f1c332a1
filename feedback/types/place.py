"""`place`: where it was, in words; the place of the invitation is offered as a choice."""

from collections.abc import Mapping
from typing import Any

from feedback.types.choices import read_choice
from feedback.types.question_type import (
    Asked,
    FormCells,
    FormElement,
    FormRow,
    QuestionType,
    Reading,
    TypedWords,
)


def _read(question: Asked, text: str, _words: TypedWords) -> Reading | None:
    return read_choice(question.choices, text) or Reading(None, has_words=True)


def _xlsform(_question: Asked) -> FormCells:
    return FormCells("text")


def _is_xlsform(row: FormRow) -> bool:
    return row.kind in ("geopoint", "location")


def _surveyjs(_question: Asked) -> Mapping[str, Any]:
    return {"type": "text"}


def _from_surveyjs(_element: FormElement) -> None:
    """Return None: a form of SurveyJS asks for a place as for any other line of words."""


PLACE = QuestionType(
    name="place",
    gives="choice",
    field="line",
    read=_read,
    seconds=10,
    counting="choices",
    variable="id",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    from_surveyjs=_from_surveyjs,
    needs_theme=False,
    offers_place=True,
    form_loss="the place of the invitation, offered as an answer",
)
