"""The published survey made again with its narrative: cover, what was told, and both footnotes of organisations."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from report.build.report import Findings, build
from report.narrative.file import from_file
from sayso.exports.report_formats import printed
from tests.report.survey import leads, signatories

DATA = Path(__file__).parents[1] / "data"
SIDES = {
    "trust_leads": (leads, "published_leads.toml", 92, "15 of 56*", ("North Trust", "South Trust")),
    "signatories": (signatories, "published_signatories.toml", 76, "11 of 76*", ("A Project", "A Partnership")),
}


@pytest.fixture(params=SIDES)
def side(request, flow_file, respond):
    """Each half of the published report, and what its footnote has to say."""
    rows, file, invited, of_asked, named = SIDES[request.param]
    flow = flow_file(request.param)
    replies = rows(flow, respond)
    if rows is signatories:
        replies = [replace(one, organisation=f"signatory{number}") for number, one in enumerate(replies)]
    words = from_file(file, (DATA / file).read_text("utf-8"), ())
    heard = Findings(narrative=words, credits=named)
    return build(flow.name, replies, {flow.version_id: flow}, invited, heard=heard), of_asked, named


@pytest.mark.slow
def test_the_narrative_stands_around_the_figures_as_pdf_and_word(side, tmp_path):
    report, of_asked, named = side
    (tmp_path / "x.pdf").write_bytes(printed(report, "pdf"))
    pdf = subprocess.run(["pdftotext", tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True).stdout
    word = "\n".join(one.text for one in docx.Document(io.BytesIO(printed(report, "docx"))).paragraphs)

    for text in (" ".join(pdf.split()), " ".join(word.split())):
        assert "4Pi National Involvement Standards: Reality and Impact Project" in text
        assert f"Organisations that replied: {of_asked}" in text
        assert f"* Replies came from: {', '.join(named)}." in text
        assert all(one.words[:40] in text for one in report.method.narrative.told)
        assert "Please tell us what you think of this report: 4pi@example.org" in text
