"""`yesno`: yes or no, and whatever else a flow offers beside them."""

from collections.abc import Iterable
from typing import Any

from feedback.types import one
from feedback.types.choices import KEYS, read_choice
from feedback.types.question_type import Asked, Fault, FormRow, QuestionType, Reading, TypedWords


def _read(question: Asked, text: str, words: TypedWords) -> Reading | None:
    return read_choice(question.choices, text, words.yesno)


def _check(key: str, value: Any) -> Iterable[Fault]:
    if key == "choices" and not {"yes", "no"} <= set(value):
        yield Fault("yesno-choices", 'A yesno has the choices "yes" and "no".', 'Use type = "one".')


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "select_one" and one.is_yes_or_no(row)


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
)
