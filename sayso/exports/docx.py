"""A report as a Word file that people can edit: real headings, lists and tables, and charts with words beside them."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from report.build.document_builder import drawings
from report.formats.blocks import Chart, Document, Heading, Points, Quoted, SmallPrint, Table, Text
from report.formats.typst import STRIP_WIDTH, column_weights
from sayso.exports.docx_pages import adorn, anchor, open_document
from sayso.exports.pdf import pictures, strip_pictures

_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""The file tells nothing of when it was made, so that the same report is the same file."""

_PAGE = Cm(21), Cm(29.7)
"""A4."""
_MARGIN = Cm(2.5)
"""As Word begins with, near enough, in whole millimetres."""
_WIDE = _PAGE[0] - 2 * _MARGIN
"""Of charts and tables: the whole width between the margins."""
_RIM = Cm(0.4)
"""What stands free at both sides of a cell."""
_CELL = "Cell"
"""The style of what stands in tables."""
_NOTE = "Note"
"""The style of small print."""


def to_docx(document: Document) -> bytes:
    """Return the document as a .docx file."""
    file = _new(document)
    drawn = dict(zip(map(id, drawings(document.blocks)), pictures(drawings(document.blocks)), strict=True))
    strips = strip_pictures(document.blocks)
    follows = (*document.blocks[1:], None)
    for at, (block, after) in enumerate(zip(document.blocks, follows, strict=False)):
        if isinstance(block, Text):
            file.add_paragraph(block.words).paragraph_format.keep_with_next = isinstance(after, Text | Chart | Table)
        elif isinstance(block, Heading):
            _add_picture(file, strips.get(block.picture))
            anchor(_write(file, block.words, f"Heading{block.level}"), at)
        elif isinstance(block, Table):
            _add_table(file, block, strips)
        else:
            _add(file, block, drawn.get(id(block), b""))
    made = io.BytesIO()
    file.save(made)
    return _without_dates(made)


def _without_dates(made: io.BytesIO) -> bytes:
    """Return the file with the first date that zip knows on each of its parts, in place of the time of day."""
    kept = io.BytesIO()
    with ZipFile(made) as parts, ZipFile(kept, "w", ZIP_DEFLATED) as undated:
        for part in parts.infolist():
            undated.writestr(ZipInfo(part.filename), parts.read(part), ZIP_DEFLATED)
    return kept.getvalue()


def _new(document: Document) -> WordFile:
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    about = file.core_properties
    about.title, about.language, about.author, about.comments = document.title, document.language, "", ""
    about.created = about.modified = _NO_TIME
    style = file.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(16 if document.is_easy else 11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), document.language)
    style.element.get_or_add_rPr().append(language)
    small = file.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size = style, Pt(14 if document.is_easy else 9)
    small.paragraph_format.space_after = Pt(0)
    note = file.styles.add_style(_NOTE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size, note.font.italic = style, Pt(14 if document.is_easy else 9.5), True
    open_document(file, document)
    return file


def _add(file: WordFile, block: Points | Chart | Quoted | SmallPrint, picture: bytes) -> None:
    match block:
        case Points(items):
            for item in items:
                _write(file, item, "ListBullet")
        case Chart():
            _add_chart(file, block, picture)
        case Quoted(words, who):
            _write(file, f"{words}\n{who}".strip(), "Quote")
        case SmallPrint(words):
            _write(file, words, _NOTE)
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(block)


def _add_picture(file: WordFile, picture: bytes | None) -> None:
    """Add the drawing above a heading, marked as one that only adorns."""
    if picture is None:
        return
    line = file.add_paragraph()
    line.paragraph_format.keep_with_next = True
    adorn(line.add_run().add_picture(io.BytesIO(picture), width=Cm(1.8)))


def _write(file: WordFile, words: str, style: str) -> Paragraph:
    """Add a paragraph in a style named by its id: by its name, every paragraph would search all styles."""
    made = file.add_paragraph(words)
    made._p.style = style  # noqa: SLF001 - python-docx takes ids only here
    return made


def _add_chart(file: WordFile, chart: Chart, picture: bytes) -> None:
    """Add a picture with its name above and its words: screen readers read `descr`."""
    _write(file, chart.name, "Caption").paragraph_format.keep_with_next = True
    shape = file.add_picture(io.BytesIO(picture), width=_WIDE)
    named = shape._inline.docPr  # noqa: SLF001 - python-docx has no call for the words of a picture
    named.set("descr", f"{chart.name}. {chart.shows}")
    named.set("title", chart.name)


def _add_table(file: WordFile, table: Table, strips: Mapping[str, bytes]) -> None:
    caption = _write(file, table.caption, "Caption")
    caption.paragraph_format.keep_with_next = True
    made = file.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    made.autofit = False
    weights = column_weights(table)
    for place, cell in enumerate(made.rows[0].cells):
        made.columns[place].width = cell.width = Emu(int(_WIDE * weights[place] / sum(weights)))
    _fill(made.rows[0], table.heads)
    for cell in made.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    _mark(made.rows[0], "w:tblHeader")
    width = Emu(int(_WIDE * weights[0] / sum(weights)) - _RIM)
    _draw(made.rows[0], strips.get(table.scale), table.heads[:1], width)
    for row, svg in zip(table.rows, table.drawn, strict=True):
        added = made.add_row()
        _fill(added, row)
        _draw(added, strips.get(svg), row, width)
    file.add_paragraph()


def _draw(row: _Row, picture: bytes | None, cells: tuple[str, ...], width: Emu) -> None:
    """Put the drawing of a row below its name, with the words of the row for a screen reader."""
    if picture is None:
        return
    run = row.cells[0].paragraphs[0].add_run()
    run.add_break()
    shape = run.add_picture(io.BytesIO(picture), width=min(width, Cm(STRIP_WIDTH)))
    shape._inline.docPr.set("descr", ", ".join(cells))  # noqa: SLF001 - python-docx has no call for it


def _mark(row: _Row, name: str) -> None:
    """Mark a row as a head that comes on each page, or as one that no page cuts in two."""
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no call for it


def _fill(row: _Row, cells: tuple[str, ...]) -> None:
    _mark(row, "w:cantSplit")
    for cell, words in zip(row.cells, cells, strict=True):
        cell.text = words
        cell.paragraphs[0]._p.style = _CELL  # noqa: SLF001 - as in `_write`
