"""`info`: words that ask nothing; they are said with the next question."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
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

_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr"})
_BREAKS = {"br": "\n", "p": "\n\n", "li": "\n"}
_HIDDEN = frozenset({"script", "style"})
MORE_THAN_WORDS = "pictures, links and layout in texts"
_SPACE = re.compile(r"[ \t\r\n\f]+")
"""What HTML shows as one space."""


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


def text_of(html: str) -> tuple[str, bool]:
    """Return HTML as plain text, and whether it held more than paragraphs, lines and words.

    What `html_of` made comes back as it was. Scripts and styles are left out.
    """
    reader = _HtmlReader()
    reader.feed(html)
    reader.close()
    text = re.sub(r" *\n *", "\n", re.sub(r" +", " ", "".join(reader.parts)))
    return re.sub(r"\n{3,}", "\n\n", text).strip(), reader.has_more


class _HtmlReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.has_more = False
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(_BREAKS.get(tag, ""))
        self.has_more = self.has_more or tag not in _BREAKS or bool(attrs)
        self.hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("\n\n" if tag in _BLOCKS else "")
        self.hidden = max(0, self.hidden - (tag in _HIDDEN))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(_SPACE.sub(" ", data))


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    if element.kind != "html":
        return None
    text, has_more = text_of(element.words("html"))
    lost = (MORE_THAN_WORDS,) if has_more else ()
    return FlowKeys({"ask": text} if text else {}, frozenset({"html"}), lost=lost)


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
    from_surveyjs=_from_surveyjs,
    needs_theme=False,
)
