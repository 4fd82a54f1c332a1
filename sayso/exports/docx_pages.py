"""The pages of a Word file beside what stands on them: cover, contents, and the running head and foot (ECMA-376, WordprocessingML)."""

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from report.formats.blocks import Cover, Document

_ABOVE = Pt(160)
"""What is free above the title of a cover."""
_RUNNING = Pt(9)
"""The size of what stands on every page: smaller than the text."""
_CONTENTS = "Contents"
"""The style of the heading of the contents, which are no part of themselves."""
_ADORNS = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says of a picture that it only adorns."""
_FIELD = r'TOC \o "2-2" \h'
"""Contents of headings of level 2, as links; a reader that brings them up to date adds the numbers of pages."""


def open_document(file: WordFile, document: Document) -> None:
    """Write the title; where there is a cover, also its facts, the contents, and the head and foot of other pages."""
    cover = document.cover
    if cover is None:
        file.add_heading(document.title, level=1)
        return
    who = file.add_paragraph()
    who.paragraph_format.space_before = _ABOVE
    who.add_run(cover.organisation).bold = True
    file.add_heading(document.title, level=1)
    for name, fact in cover.facts:
        line = file.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(fact)
    _end_page(file)
    _add_contents(file, document)
    _end_page(file)
    _run(file, document.title, cover)


def anchor(heading: Paragraph, at: int) -> None:
    """Mark a heading, the block of this place, so that the contents lead to it."""
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(kind)
        mark.set(qn("w:id"), str(at))
        if kind == "w:bookmarkStart":
            mark.set(qn("w:name"), _anchor(at))
        heading._p.append(mark)  # noqa: SLF001 - python-docx has no call for it


def adorn(shape: InlineShape) -> None:
    """Mark a picture as one that says nothing, so that a screen reader passes it by ([MS-ODRAWXML] 2.20.2)."""
    words = shape._inline.docPr  # noqa: SLF001 - python-docx has no call for it
    words.set("descr", "")
    words.append(parse_xml(_ADORNS))


def _anchor(at: int) -> str:
    return f"_Toc{at:06}"


def _end_page(file: WordFile) -> None:
    file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add_contents(file: WordFile, document: Document) -> None:
    style = file.styles.add_style(_CONTENTS, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - what a paragraph style is; the library's type is of any
    style.font.size, style.font.bold = Pt(14), True
    file.add_paragraph(_CONTENTS, style=_CONTENTS)
    for number, (at, words) in enumerate(document.contents):
        line = file.add_paragraph()
        if number == 0:
            _begin_field(line, _FIELD)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _anchor(at))
        run = line.add_run(words)
        link.append(run._r)  # noqa: SLF001 - the same
        line._p.append(link)  # noqa: SLF001 - the same
        if number == len(document.contents) - 1:
            line.add_run()._r.append(_mark("end"))  # noqa: SLF001 - the same


def _run(file: WordFile, title: str, cover: Cover) -> None:
    """Write the head and the foot of every page but the first."""
    section = file.sections[0]
    section.different_first_page_header_footer = True
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.add_run(title).font.size = _RUNNING
    foot.add_run(f"{cover.organisation}\t\t").font.size = _RUNNING
    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            foot.add_run(" / ").font.size = _RUNNING
        _begin_field(foot, field)
        foot.add_run("1").font.size = _RUNNING
        foot.add_run()._r.append(_mark("end"))  # noqa: SLF001 - the same


def _begin_field(line: Paragraph, order: str) -> None:
    """Begin a field whose result the program that opens the file may bring up to date."""
    told = OxmlElement("w:instrText")
    told.set(qn("xml:space"), "preserve")
    told.text = order
    for part in (_mark("begin"), told, _mark("separate")):
        run = line.add_run()
        run.font.size = _RUNNING
        run._r.append(part)  # noqa: SLF001 - the same


def _mark(kind: str) -> BaseOxmlElement:
    mark: BaseOxmlElement = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark
