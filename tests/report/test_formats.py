"""The same numbers in every format: each figure of the published survey as 'n of d (p %)', with interval and base."""

import io
import json
import subprocess
from zipfile import ZipFile

import docx
import pytest

from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import Report, build
from report.formats.blocks import Document, Quoted, Table
from report.formats.html import to_html
from report.formats.markdown_json import to_json, to_markdown
from sayso.exports.docx import to_docx
from sayso.exports.pdf import to_pdf
from tests.report.survey import LEAD_FIGURES, SIGNATORY_FIGURES, leads, signatories

SURVEYS = [("trust_leads", leads, LEAD_FIGURES), ("signatories", signatories, SIGNATORY_FIGURES)]


@pytest.fixture(params=SURVEYS, ids=lambda survey: survey[0])
def survey(request, flow_file, respond) -> tuple[Report, tuple[tuple[object, ...], ...]]:
    """Each half of the survey as a report, with the figures that were published."""
    name, rows, expected = request.param
    flow = flow_file(name)
    return build(name, rows(flow, respond), {flow.version_id: flow}), expected


def printed(report: Report, expected: tuple[tuple[object, ...], ...]) -> list[tuple[str, str, str]]:
    """Return how each published figure has to be printed: its label, its share, its interval."""
    labels = {one.id: one.label for one in report.figures}
    return [
        (labels[name], f"{chose} of {base} ({share} %)", f"{low} % to {high} %")
        for name, chose, base, share, (low, high), *_ in expected
    ]


def rows_of(page: Document) -> set[tuple[str, ...]]:
    return {row for block in page.blocks if isinstance(block, Table) for row in block.rows}


def test_every_published_figure_stands_in_the_document_and_in_each_text_of_it(survey):
    report, expected = survey
    page = document(report)
    texts = (to_markdown(page), to_html(page))

    for row in printed(report, expected):
        assert row in rows_of(page)
        assert all(cell in text for cell in row[1:] for text in texts)
        assert f"{row[1]} said “{row[0]}”." in to_markdown(easy_document(report))
    told = {one["id"]: one for one in json.loads(to_json(report))["figures"]}
    for name, chose, base, share, interval, *_ in expected:
        one = told[name]
        assert (one["chose"], one["answered"], one["percent"], one["interval"]) == (chose, base, share, [*interval])


@pytest.mark.slow
def test_a_word_file_has_all_tables_with_heads_and_all_pictures_with_words(survey):
    report, expected = survey
    page = document(report)

    file = docx.Document(io.BytesIO(to_docx(page)))

    found = {tuple(cell.text.rstrip("\n") for cell in row.cells) for table in file.tables for row in table.rows}
    assert found >= rows_of(page)
    assert found >= set(printed(report, expected))
    assert [table.rows[0].cells[0].text for table in file.tables].count("Answer\n") > 3
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in file.tables)
    assert all(run.bold for table in file.tables for cell in table.rows[0].cells for run in cell.paragraphs[0].runs[:1])
    described = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert described
    assert all(described)
    assert file.core_properties.title == report.method.title
    assert [one.text for one in file.paragraphs if one.style.name == "Heading 1"] == [report.method.title]


@pytest.mark.slow
def test_a_pdf_is_tagged_and_holds_every_figure(survey, tmp_path):
    report, expected = survey
    file = tmp_path / "report.pdf"

    file.write_bytes(to_pdf(document(report)))

    about = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in about
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file.read_bytes()
    told = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    text = " ".join(told.split())
    assert all(cell in text for row in printed(report, expected) for cell in row[1:])


def test_a_word_file_tells_nothing_of_when_it_was_made():
    with ZipFile(io.BytesIO(to_docx(Document("T", (Quoted("Fine.", "A carer"),))))) as parts:
        dates = {part.date_time for part in parts.infolist()}

    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_words_and_a_report_without_charts_go_into_a_word_file():
    file = docx.Document(io.BytesIO(to_docx(Document("T", (Quoted("Fine.", "A carer"),)))))

    assert [(one.style.name, one.text) for one in file.paragraphs][1:] == [("Quote", "Fine.\nA carer")]
