"""`date`: a day, a month or a year."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from feedback.folding import fold
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

_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%d %m %Y")
_MONTHS = ("%Y-%m", "%B %Y", "%b %Y", "%m/%Y", "%m %Y")


def _read(_question: Asked, text: str, _words: TypedWords) -> Reading | None:
    """Read a day, a month or a year as ISO 8601 text (2026-05-03, 2026-05, 2026): nobody has to know the day."""
    folded = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", fold(text)).replace(",", "")
    for formats, shown in ((_DATES, "%Y-%m-%d"), (_MONTHS, "%Y-%m"), (("%Y",), "%Y")):
        for form in formats:
            try:
                return Reading(datetime.strptime(folded, form).strftime(shown))  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    return None


def _xlsform(_question: Asked) -> FormCells:
    return FormCells("date")


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "date"


def _surveyjs(_question: Asked) -> Mapping[str, Any]:
    return {"type": "text", "inputType": "date"}


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    is_mine = element.kind == "text" and element.words("inputType") in ("date", "month")
    return FlowKeys({}, frozenset({"inputType"})) if is_mine else None


DATE = QuestionType(
    name="date",
    gives="text",
    field="line",
    read=_read,
    retry="retry_date",
    page_hint="date_hint",
    mail_hint="mail_date",
    seconds=10,
    counting="years",
    variable="id",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    from_surveyjs=_from_surveyjs,
    form_loss="a month or a year as a date",
)
