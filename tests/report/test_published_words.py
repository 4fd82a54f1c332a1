"""The published survey made again with its narrative: cover, what was told, and both footnotes of organisations."""

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from report.build.report import Findings, build
from report.narrative.file import from_file
from report.parts.joint import JointReport
from sayso.exports.report_formats import printed
from tests.report.survey import leads, signatories

DATA = Path(__file__).parents[1] / "data"
SIDES = {
    "trust_leads": (leads, "published_leads.toml", 92, "15 of 56*", ("North Trust", "South Trust")),
    "signatories": (signatories, "published_signatories.toml", 76, "11 of 76*", ("A Project", "A Partnership")),
}
PUBLISHED = (
    *("13 of 18 (72 %)", "5 of 18 (28 %)", "9 of 18 (50 %)", "4 of 18 (22 %)", "11 of 17 (65 %)", "11 of 12 (92 %)"),
    *("18 of 18 (100 %)", "7 of 11 (64 %)", "10 of 11 (91 %)", "8 of 10 (80 %)", "7 of 10 (70 %)", "6 of 10 (60 %)"),
    *("5 of 10 (50 %)", "4 of 10 (40 %)", "3 of 10 (30 %)", "2 of 10 (20 %)"),
)
"""All different numbers among the 23 percentages of the survey, each with its base."""


@pytest.fixture
def halves(flow_file, respond):
    """Both halves of the published report, as reports of their own."""
    return tuple(half(name, flow_file(name), respond) for name in SIDES)


def half(name, flow, respond):
    rows, file, invited, _, named = SIDES[name]
    replies = rows(flow, respond)
    if rows is signatories:
        replies = [replace(one, organisation=f"signatory{number}") for number, one in enumerate(replies)]
    words = from_file(file, (DATA / file).read_text("utf-8"), ())
    heard = Findings(narrative=words, credits=named)
    return build(flow.name, replies, {flow.version_id: flow}, invited, heard=heard)


def read(told, tmp_path):
    """Return the words of a report as a reader of its PDF has them, and as one of its Word file has."""
    (tmp_path / "x.pdf").write_bytes(printed(told, "pdf"))
    pdf = subprocess.run(["pdftotext", tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True).stdout
    word = docx.Document(io.BytesIO(printed(told, "docx")))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return " ".join(pdf.split()), " ".join("\n".join([one.text for one in word.paragraphs] + cells).split())


@pytest.mark.slow
def test_the_published_survey_is_one_report_with_all_its_figures_its_words_and_both_footnotes(halves, tmp_path):
    for text in read(JointReport(halves), tmp_path):
        assert text.count("4Pi National Involvement Standards: Reality and Impact Project") >= 1
        for mark, report, (*_, of_asked, named) in zip(("*", "**"), halves, SIDES.values(), strict=True):
            assert f"What we heard from {report.method.narrative.heard_from}" in text
            assert f"Organisations that replied: {of_asked[:-1]}{mark}" in text
            assert f" {mark} Responses received from {', '.join(named[:-1])} and {named[-1]}." in text
            assert all(one.words[:40] in text for one in report.method.narrative.told)
        assert "However, we have only heard from those who are involving people" in text
        assert "We are now considering what we need to do next" in text
        assert "Please tell us what you think of this report: 4pi@example.org" in text
        assert [one for one in PUBLISHED if one not in text] == []


def test_a_joint_report_is_text_json_and_easy_read_too(halves):
    told = JointReport(halves)

    assert [one["flow"] for one in json.loads(printed(told, "json"))["reports"]] == [*SIDES]
    page = printed(told, "md").decode()
    assert [line for line in page.splitlines() if line.startswith("## ")][:3] == [
        "## Introduction",
        "## What we heard from NHS Mental Health Trusts",
        "## What we heard from signatories",
    ]
    assert "#### " in page
    easy = printed(told, "md", is_easy=True).decode()
    assert "## What we heard from signatories" in easy
    assert "### What happens next" in easy


def test_a_joint_report_without_words_of_staff_has_the_findings_of_each_and_the_rules_once(make_flow, pick, respond):
    flows = [make_flow(pick("q", "ab"), name=name, title=name.capitalize()) for name in ("spring", "autumn")]
    reports = [build(one.name, [respond(one, {"q": "a"}) for _ in range(12)], {"v1": one}) for one in flows]
    page = printed(JointReport(tuple(reports)), "md").decode()

    assert "## What we heard from Spring" in page
    assert "## What next" not in page
    assert "## In numbers" not in page
    assert page.count("## How this was counted") == 1
