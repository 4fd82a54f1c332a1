"""`info`: words that ask nothing; they are said with the next question."""

from collections.abc import Mapping
from typing import Any

from feedback.types.question_type import Asked, FormCells, FormRow, QuestionType, Reading, TypedWords


def _read(_question: Asked, _text: str, _words: TypedWords) -> Reading | None:
    return Reading(None, has_words=True)


def _xlsform(_question: Asked) -> FormCells:
    return FormCells("note")


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "note"


def html_of(text: str) -> str:
    """Return plain text as the HTML of a form: paragraphs and line breaks, nothing else."""
    escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in escaped.split("\n\n"))


def _surveyjs(question: Asked) -> Mapping[str, Any]:
    return {"type": "html", "html": html_of(question.ask)}


INFO = QuestionType(
    name="info",
    gives="nothing",
    field="nothing",
    keys=frozenset(),
    read=_read,
    seconds=0,
    counting="nothing",
    variable="none",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    needs_theme=False,
)
