"""`text`: the person's own words, in as many messages as they like."""

from collections.abc import Mapping
from typing import Any

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


def _read(_question: Asked, _text: str, _words: TypedWords) -> Reading | None:
    return Reading(None, has_words=True)


def _xlsform(_question: Asked) -> FormCells:
    return FormCells("text", {"appearance": "multiline"})


def _is_xlsform(row: FormRow) -> bool:
    return row.kind in ("text", "string")


def _surveyjs(_question: Asked) -> Mapping[str, Any]:
    return {"type": "comment"}


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    if element.kind == "comment":
        return FlowKeys()
    kind = element.words("inputType", "text")
    if element.kind != "text" or kind not in ("text", "email", "tel", "url"):
        return None
    return FlowKeys({}, frozenset({"inputType"}) if kind == "text" else frozenset())


TEXT = QuestionType(
    name="text",
    gives="words",
    field="box",
    keys=frozenset({"prefer_not", "accept"}),
    read=_read,
    seconds=40,
    counting="nothing",
    variable="none",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    from_surveyjs=_from_surveyjs,
)
