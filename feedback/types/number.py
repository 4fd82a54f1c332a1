"""`number`: a number, within a range if the flow gives one."""

from collections.abc import Mapping
from typing import Any

from feedback.types.numbers import number_of, read_number
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
from feedback.types.scale import RATING, is_short, rating_range, steps_of


def _read(question: Asked, text: str, _words: TypedWords) -> Reading | None:
    return read_number(question, text)


def _xlsform(question: Asked) -> FormCells:
    if question.range is None:
        return FormCells("decimal")
    low, high = (number_of(end) for end in question.range)
    return FormCells("decimal", {"constraint": f". >= {low} and . <= {high}", "constraint_message": f"{low} to {high}"})


def _is_xlsform(row: FormRow) -> bool:
    if row.kind == "range":
        return not steps_of(row.parameters)
    return row.kind in ("integer", "int", "decimal")


def _surveyjs(question: Asked) -> Mapping[str, Any]:
    return {"type": "text", "inputType": "number", **dict(zip(("min", "max"), question.range or (), strict=False))}


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    found = rating_range(element)
    if found is not None:
        return None if is_short(*found) else FlowKeys({"range": found[:2]}, RATING - {"rateStep"})
    if element.kind != "text" or element.words("inputType") not in ("number", "range"):
        return None
    low, high = element.number("min"), element.number("max")
    if low is None or high is None:
        return FlowKeys({}, frozenset({"inputType"}))
    return FlowKeys({"range": (low, high)}, frozenset({"inputType", "min", "max"}))


NUMBER = QuestionType(
    name="number",
    gives="number",
    field="number",
    keys=frozenset({"prefer_not", "range", "unit"}),
    read=_read,
    retry="retry_number",
    seconds=8,
    counting="bands",
    variable="number",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    from_surveyjs=_from_surveyjs,
)
