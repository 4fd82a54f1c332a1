"""A report in each of its formats, for the command and for the pages of staff alike."""

from collections.abc import Callable
from contextlib import suppress

from feedback.errors import PartMissing, optional
from report.build.comparison import Perspective, perspective_document
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import Report
from report.easy.easy_parts import easy_parts
from report.easy.easy_perspective import easy_perspective
from report.formats.blocks import Document
from report.formats.html import to_html
from report.formats.markdown_json import to_json, to_markdown
from report.parts.joint import JointReport, easy_joint, joint_document
from report.parts.parts_report import SideBySide
from report.parts.side_by_side import side_by_side

FORMS = ("html", "json", "md", "docx", "pdf")
FILES_ONLY = frozenset({"docx", "pdf"})
"""They are no text."""


Printable = Report | Perspective | SideBySide | JointReport
"""A report of one flow, of two flows side by side, of parts of the replies side by side, or of several flows in one."""


def printed(told: Printable, form: str, *, is_easy: bool = False) -> bytes:
    """Return a report as a file, made in memory; text is UTF-8. JSON has no Easy Read.

    Raises PartMissing where the library for it was left out.
    """
    if form == "json":
        return to_json(told.numbers if isinstance(told, SideBySide) else told).encode()
    return drawn(_page(told, is_easy=is_easy), form)


def drawn(page: Document, form: str) -> bytes:
    """Return any document as a file in one of the formats but JSON. Raises PartMissing as above."""
    return _maker(form)(page)


def every_file(told: Printable) -> None:
    """Make a report in each format and in Easy Read, as far as their libraries are here: it can be printed at any time.

    Whatever a format raises is raised.
    """
    for form in FORMS:
        for is_easy in (False, True) if form != "json" else (False,):
            with suppress(PartMissing):
                printed(told, form, is_easy=is_easy)


def _page(told: Printable, *, is_easy: bool) -> Document:
    match told:
        case Report():
            return easy_document(told) if is_easy else document(told)
        case Perspective():
            return easy_perspective(told) if is_easy else perspective_document(told)
        case JointReport():
            return easy_joint(told) if is_easy else joint_document(told)
        case SideBySide():
            return easy_parts(told) if is_easy else side_by_side(told.found, told.cut, told.this_month)


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
