"""`sayso report` and `sayso export`, fed by hand."""

import csv
import json
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import sayso.commands.report as report_module
from report.exports.qdpx_project import CodedTexts
from report.exports.redaction import ClearedTexts
from sayso.commands.export import export_command
from sayso.commands.export_inputs import ExportContext
from sayso.commands.report import report_command
from sayso.commands.report_inputs import ReportInputs


@pytest.fixture
def run(make_flow, pick, respond, tmp_path) -> Callable[..., Result]:
    """Return a runner of a command on two replies to a flow named club; under any other name nothing is stored."""
    flow = make_flow(pick("q", "ab"), level="organisation")
    stored = (respond(flow, {"q": "a"}), respond(flow, {"q": "=Größer, please"}))

    @contextmanager
    def provider(name, *, with_words, part=None):
        yield ReportInputs(stored if name in (None, "club") else (), {"v1": flow}, invited=4)

    def go(make_command: Callable[..., click.Command], *arguments: object) -> Result:
        desk = [ExportContext(lambda _: None, ClearedTexts, CodedTexts)] if make_command is export_command else []
        return CliRunner().invoke(make_command(provider, *desk), [str(one) for one in arguments])

    return go


def test_a_report_is_a_page_unless_another_format_is_meant(run, tmp_path):
    assert run(report_command, "club").stdout.startswith("<!doctype html>")
    assert "- Replies: 2, of which finished: 2\n- Invited: 4" in run(report_command, "club", "--format", "md").stdout
    assert run(report_command, "club", "--out", tmp_path / "club.md").exit_code == 0
    assert (tmp_path / "club.md").read_text().startswith("# Your club\n")
    assert "We asked questions about taking part." in run(report_command, "club", "--easy").stdout


@pytest.mark.slow
@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_report_that_is_no_text_goes_to_a_file(run, tmp_path, form, begins):
    out = tmp_path / f"club.{form}"

    assert run(report_command, "club", "--out", out).exit_code == 0
    assert out.read_bytes().startswith(begins)
    assert out.stat().st_mode & 0o777 == 0o600
    refused = run(report_command, "club", "--format", form)
    assert (refused.exit_code, f"--out report.{form}" in refused.stderr) == (2, True)


def test_what_changed_for_the_same_people_is_a_document_of_its_own(run):
    told = run(report_command, "club", "--again", "--format", "md").stdout

    assert "Nobody has answered again yet." in told
    assert "A change does not say what brought it about." in told
    for more in (("--by", "q"), ("--perspective", "club"), ("--publish",), ("--format", "json")):
        assert run(report_command, "club", "--again", *more).exit_code == 2


def test_json_has_no_easy_read(run):
    assert run(report_command, "club", "--format", "json", "--easy").exit_code == 2


def test_a_report_for_programs_stands_alone_on_the_screen(run):
    told = json.loads(run(report_command, "club", "--format", "json", "--profile", "people").stdout)

    assert (told["response_rate"], told["method"]["profile"]) == (50, "people")


@pytest.mark.parametrize(
    ("make_command", "arguments"), [(report_command, ("walk",)), (export_command, ("--flow", "walk"))]
)
def test_an_unknown_flow_is_one_clear_line(run, make_command, arguments):
    result = run(make_command, *arguments)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: There is no flow named walk.")


def test_a_name_that_no_format_has_is_wrong_use(run, tmp_path):
    refused = run(report_command, "club", "--out", tmp_path / "report.txt")

    assert refused.exit_code == 2
    assert "No format is called txt. Name the file .html, .json, .md, .docx, .pdf, or say --format." in refused.output
    assert run(report_command, "club", "--out", tmp_path / "report.txt", "--format", "md").exit_code == 0
    assert run(report_command, "club", "--out", tmp_path / "REPORT.MD").exit_code == 0
    assert (tmp_path / "REPORT.MD").read_bytes() == (tmp_path / "report.txt").read_bytes()


def test_wrong_use_is_told_from_failed_work(run):
    assert run(report_command, "club", "--profile", "mine").exit_code == 2


def test_an_export_is_whole_and_for_its_owner_alone(run, tmp_path):
    out = tmp_path / "rows.csv"

    result = run(export_command, "--format", "csv", "--flow", "club", "--out", out)

    assert (result.exit_code, result.output) == (0, "")
    with out.open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == ["", "Größer, please"]
    assert out.stat().st_mode & 0o777 == 0o600
    assert sorted(tmp_path.iterdir()) == [out.with_suffix(".codebook.csv"), out]


def test_rows_of_all_flows_come_as_lines(run):
    lines = run(export_command).stdout.splitlines()

    assert [json.loads(line)["value"] for line in lines] == ["a", None]


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left_behind(run, tmp_path: Path):
    result = run(report_command, "club", "--out", tmp_path / "gone" / "report.md")

    assert result.exit_code == 1
    assert "report.md cannot be written: No such file or directory. Choose another place." in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def two(make_flow, pick, respond, tmp_path) -> Callable[..., Result]:
    """Return a runner of `sayso report` on two flows, of organisations and of people, twelve replies each."""
    codes = pick("q", "abc", type="many")
    mine = make_flow(codes, name="ours", level="organisation", version_id="v1")
    theirs = make_flow(codes, name="theirs", version_id="v2")

    @contextmanager
    def provider(name, *, with_words, part=None):
        flow = mine if name == "ours" else theirs
        yield ReportInputs([respond(flow, {"q": ("a",)}) for _ in range(12)], {"v1": mine, "v2": theirs})

    return lambda *arguments: CliRunner().invoke(report_command(provider, lambda: tmp_path / "published"), arguments)


def test_two_flows_stand_side_by_side(two):
    go = two

    assert (
        "| Choice a | 12 of 12 (100 %) | 12 of 12 (100 %) | 0 |"
        in go("--perspective", "ours", "theirs", "--format", "md").stdout
    )
    assert json.loads(go("theirs", "--perspective", "ours", "--format", "json").stdout)["first"]["flow"] == "ours"
    easy = go("ours", "--perspective", "theirs", "--easy").stdout
    assert "<figcaption>Organisations: Choice a: 12 of 12 (100 %)</figcaption>" in easy
    assert "We cannot be sure who says this more often. Too few replied." in easy
    assert "There is no flow named walk" in go("ours", "--perspective", "walk").stderr


def test_two_flows_are_one_report_and_published_together_or_not_at_all(two, tmp_path, monkeypatch):
    whole = two("ours", "--with", "theirs", "--format", "json")
    assert [one["flow"] for one in json.loads(whole.stdout)["reports"]] == ["ours", "theirs"]
    assert two("ours", "--with", "theirs", "--perspective", "theirs").exit_code == 2

    monkeypatch.setattr(report_module, "every_file", lambda _: None)
    lost = two("ours", "--with", "theirs", "--publish", "--out", str(tmp_path / "gone" / "x.html"))
    assert (lost.exit_code, list(tmp_path.glob("published/*.json"))) == (1, [])
    assert two("ours", "--with", "theirs", "--publish", "--format", "md").exit_code == 0
    kept = [json.loads(file.read_text())["query"]["flow"] for file in sorted(tmp_path.glob("published/*.json"))]
    assert kept == ["ours", "theirs"]
    again = two("ours", "--with", "theirs", "--published", "last", "--format", "json")
    assert len(json.loads(again.stdout)["reports"]) == 2
