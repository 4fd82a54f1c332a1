"""A report in each of its formats, for the command and for the pages of staff alike."""

from collections.abc import Callable
from contextlib import suppress

from feedback.errors import PartMissing, optional
from report.build.comparison import Perspective, perspective_document
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import Report
from report.formats.blocks import Document
from report.formats.html import to_html
from report.formats.markdown_json import to_json, to_markdown

FORMS = ("html", "json", "md", "docx", "pdf")
FILES_ONLY = frozenset({"docx", "pdf"})
"""They are no text."""


def printed(told: Report | Perspective | Document, form: str, *, is_easy: bool = False) -> bytes:
    """Return a report as a file, made in memory; text is UTF-8. JSON, and two flows side by side, have no Easy Read.

    Raises PartMissing where the library for it was left out.
    """
    if form == "json" and not isinstance(told, Document):
        return to_json(told).encode()
    return _maker(form)(_page(told, is_easy=is_easy))


def every_file(told: Report) -> None:
    """Make a report in each format and in Easy Read, as far as their libraries are here: it can be printed at any time.

    Whatever a format raises is raised.
    """
    for form in FORMS:
        for is_easy in (False, True) if form != "json" else (False,):
            with suppress(PartMissing):
                printed(told, form, is_easy=is_easy)


def _page(told: Report | Perspective | Document, *, is_easy: bool) -> Document:
    if isinstance(told, Report):
        return easy_document(told) if is_easy else document(told)
    return told if isinstance(told, Document) else perspective_document(told)


def _maker(form: str) -> Callable[[Document], bytes]:
    """Return who makes a format; the libraries of those that are no text are read only when one is wanted."""
    if form == "docx":
        with optional("A Word file", "word"):
            from sayso.exports.docx import to_docx  # noqa: PLC0415 - late, as it is slow to import
        return to_docx
    if form == "pdf":
        with optional("A PDF", "pdf"):
            from sayso.exports.pdf import to_pdf  # noqa: PLC0415 - late, as it is slow to import
        return to_pdf
    to_text = to_html if form == "html" else to_markdown
    return lambda page: to_text(page).encode()
