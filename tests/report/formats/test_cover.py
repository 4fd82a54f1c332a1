"""The cover, the contents, the running head and foot, and the numbers of tables and figures, in every format."""

import io
import subprocess
from datetime import date

import docx
import pytest
from docx.shared import Cm
from selectolax.lexbor import LexborHTMLParser

from feedback.flows.model import Question
from report.build.document_builder import document
from report.build.report import Findings, build, signed
from report.formats.blocks import Cover, Document, Heading, Table, Text
from report.formats.html import to_html
from report.formats.markdown_json import to_markdown
from report.formats.svg_chart import run_chart
from report.formats.typst import to_typst
from report.narrative.model import Narrative
from sayso.exports.docx import to_docx
from sayso.exports.pdf import to_pdf


@pytest.fixture
def page(make_flow, pick, respond) -> Document:
    flow = make_flow(pick("q", "ab", short="Which"), Question("w", "Why?", "text"))
    replies = [respond(flow, {"q": "a"}) for _ in range(12)]
    words = Narrative(title='Tea & "milk"', contact="bea@example.org", version=3)
    report = build("club", replies, {"v1": flow}, heard=Findings(narrative=words))
    return document(signed(report, "Harbour <Trust>", date(2026, 11, 30)))


def test_the_cover_says_whose_report_it_is_and_of_when(page):
    assert page.cover == Cover(
        "Harbour <Trust>",
        (
            *(("Replies", "2 March 2026"), ("Date", "30 November 2026"), ("Contact", "bea@example.org")),
            *(("Version", "words 3"), ("Questions", "version 1")),
        ),
    )


def test_tables_and_figures_are_numbered_and_questions_stand_in_their_own_words(page):
    text = to_markdown(page)

    captions = [block.caption for block in page.blocks if isinstance(block, Table)]
    assert captions == ["Table 1. How conversations went", "Figure 1. Which"]
    assert "### Which\n\nThe question: “q?”\n\nBase: everyone who answered.\n" in text
    assert text.startswith('# Tea & "milk"\n\n- By: Harbour \\<Trust>\n- Replies: 2 March 2026\n')


def test_a_page_of_html_has_contents_that_lead_to_its_parts(page):
    tree = LexborHTMLParser(to_html(page))

    links = {one.attributes["href"].removeprefix("#"): one.text() for one in tree.css("nav a")}
    assert links == {one.attributes["id"]: one.text() for one in tree.css("h2")}
    assert tree.css_first(".cover .who").text() == "Harbour <Trust>"
    assert [one.text() for one in tree.css(".cover dd")][1] == "30 November 2026"


def test_without_facts_a_cover_has_the_title_alone():
    bare = Document("T", (Heading(2, "One"), Text("x")), cover=Cover("", ()))

    assert "<dl>" not in to_html(bare)
    assert 'class="who"' not in to_html(bare)
    assert to_markdown(bare) == "# T\n\n## One\n\nx\n"
    assert "#par(strong" not in to_typst(bare)
    assert bare.rewritten(str.upper).cover == Cover("", ())


@pytest.mark.slow
def test_a_pdf_has_contents_with_pages_a_running_head_and_a_foot(page, tmp_path):
    (tmp_path / "x.pdf").write_bytes(to_pdf(page))

    told = subprocess.run(["pdftotext", "-layout", tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True)
    cover, contents, first, *_ = told.stdout.split("\f")
    assert "Date: 30 November 2026" in cover
    assert "/" not in cover
    assert "In short" in contents
    assert contents.count(". . . .") > 4
    assert first.strip().startswith('Tea & "milk"')
    assert "Harbour <Trust>" in first
    assert "3/" in first.replace(" ", "")


def test_a_word_file_has_contents_that_lead_to_its_parts_and_a_running_head_and_foot(page):
    file = docx.Document(io.BytesIO(to_docx(page)))

    (section,) = file.sections
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == 'Tea & "milk"'
    assert section.footer.paragraphs[0].text == "Harbour <Trust>\t\t1 / 1"
    links = [link for one in file.paragraphs for link in one.hyperlinks]
    heads = [one for one in file.paragraphs if one.style.name == "Heading 2"]
    assert [one.text for one in links] == [one.text for one in heads]
    assert all(f'w:name="{link.fragment}"' in head._p.xml for link, head in zip(links, heads, strict=True))
    assert "Date: 30 November 2026" in [one.text for one in file.paragraphs]


def test_a_chart_of_a_word_file_is_as_wide_as_its_text():
    file = docx.Document(io.BytesIO(to_docx(Document("T", (run_chart("Run", [("May", 1), ("June", 2)]),)))))

    (section,), (shape,) = file.sections, file.inline_shapes
    assert abs(shape.width - (section.page_width - section.left_margin - section.right_margin)) < Cm(0.1)
