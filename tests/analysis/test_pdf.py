"""A report as PDF, read by a validator of PDF/UA-1 and by a reader of its structure; neither knows how it was made."""

import json
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest

from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import Action, Findings, build
from report.formats.blocks import Document, Quoted
from sayso.exports.pdf import to_pdf
from tests.analysis.test_docs import PROGRAMS, ROOT, published


def pages() -> dict[str, Document]:
    """Return the published survey as a report and in Easy Read, with words and a decision in it."""
    made = published()
    heard = Findings(actions=(Action("", "we did", "We write back."),), credits=("Example Trust",))
    report = build("trust_leads", made.responses, made.flows, 92, heard=heard)
    whole = document(report)
    quoted = replace(whole, blocks=(*whole.blocks, Quoted("They wrote <back> & we “heard”.\nTwice.", "A carer")))
    return {"whole": quoted, "easy": easy_document(report)}


@pytest.fixture(params=["whole", "easy"])
def told(request, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(to_pdf(pages()[request.param]))
    reader = [PROGRAMS / "python", ROOT / "tests" / "analysis" / "read_pdf.py", file]
    return json.loads(subprocess.run(reader, capture_output=True, text=True, check=True).stdout)


@pytest.mark.slow
def test_a_screen_reader_finds_everything_in_a_pdf(told):
    about = ("part", "title", "marked", "language", "shows title", "unmarked", "findings", "tab order")
    assert [told[name] for name in about] == ["1", "4Pi in your trust", True, "en", True, 0, [], ["/S"]]
    assert told["marks"] == told["marks in the tree"] > 50

    elements = told["elements"]
    levels = [int(one["role"][2:]) for one in elements if one["role"] in ("/H1", "/H2", "/H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(len(one["alt"]) > 10 for one in elements if one["role"] == "/Figure")
    assert {one["scope"] for one in elements if one["role"] == "/TH"} <= {"/Column"}
    for one in elements:
        if one["role"] == "/Table":
            assert one["holds"] == ["/Caption", "/THead", "/TBody"]
        if one["role"] == "/TR":
            assert set(one["holds"]) in ({"/TH"}, {"/TD"})
        if one["role"] == "/LI":
            assert one["holds"] == ["/Lbl", "/LBody"]
