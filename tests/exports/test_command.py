"""`sayso export`: what it refuses, what it writes where, and what it records."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import contextmanager

import openpyxl
import pytest
from click.testing import CliRunner, Result

from feedback.errors import SaysoError
from report.exports.qdpx_project import CodedTexts, answer_guid
from report.exports.qdpx_read import read_qdc
from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxSpan, guid_of
from report.exports.redaction import ClearedTexts, HiddenSpan
from sayso.commands.export import export_command
from sayso.commands.export_inputs import ExportContext, ExportSpec
from sayso.commands.report_inputs import ReportInputs
from tests.drawn import read_here

HARD = "=1+1 & <b>\r\n“Größer” 👩‍👩‍👧"
CODED = CodedTexts(
    (QdpxCode(guid_of("theme", "t1"), "Bigger", "What should grow"),),
    (QdpxCoder(guid_of("coder", "s1"), "Bea"),),
    {
        answer_guid("c1", "version"): (
            QdpxSpan(
                guid_of("coding", "1"), guid_of("theme", "t1"), 12, len(HARD), guid_of("coder", "s1"), None, "Why so"
            ),
        )
    },
)


@pytest.fixture
def kept() -> list[ExportSpec]:
    return []


@pytest.fixture
def run(responses, flows, kept) -> Callable[..., Result]:
    checked = ClearedTexts(
        {("c1", "used"): (), ("c1", "version"): (HiddenSpan(0, 4, "sum"),)}, {7: (HiddenSpan(0, 200, "all"),)}
    )

    @contextmanager
    def provider(name, *, with_words, part=None):
        yield ReportInputs(iter(responses), flows)

    def go(*arguments: object) -> Result:
        command = export_command(provider, ExportContext(kept.append, lambda: checked, lambda: CODED))
        return CliRunner().invoke(command, [str(one) for one in arguments])

    return go


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--format", "doc"], "'doc' is no format. There are: jsonl, csv"),
        (["--format", "csv,xlsx"], "Several formats need a place for several files"),
        (["--format", "xlsx"], "xlsx is not for the screen: add --out FILE."),
        (["--role", "reviewer"], "A reviewer says why: --why TEXT."),
        (["--role", "reviewer", "--why", " "], "A reviewer says why: --why TEXT."),
    ],
)
def test_wrong_use_is_refused_and_nothing_is_recorded(run, kept, arguments, why):
    result = run(*arguments)

    assert (result.exit_code, result.stdout, kept) == (2, "", [])
    assert why in result.stderr


def test_each_export_is_recorded_with_role_and_reason_before_it_leaves(run, kept):
    result = run("--role", "reviewer", "--why", "A question of the board", "--flow", "club")

    assert result.exit_code == 0
    assert [(one.role, one.why, one.forms, one.flow) for one in kept] == [
        ("reviewer", "A question of the board", ("jsonl",), "club")
    ]


def test_what_cannot_be_recorded_does_not_leave(responses, flows):
    def refuse(_):
        raise SaysoError("The disk is full.")

    @contextmanager
    def provider(name, *, with_words, part=None):
        yield ReportInputs(responses, flows)

    result = CliRunner().invoke(export_command(provider, ExportContext(refuse, ClearedTexts, CodedTexts)), [])

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Error: The disk is full.\n")


def test_an_analyst_gets_every_row_but_only_checked_words(run):
    whole = [json.loads(line) for line in run().stdout.splitlines()]
    shut = [json.loads(line) for line in run("--role", "analyst").stdout.splitlines()]

    assert [{**row, "text": ""} for row in shut] == [{**row, "text": ""} for row in whole]
    assert sum(bool(row["text"]) for row in whole) > 5
    words = whole[6]["text"]
    assert [row["text"] for row in shut if row["text"]] == ["yes", "[sum]" + words[4:], "[all]"]


def test_a_file_without_room_for_a_codebook_gets_it_beside(run, tmp_path):
    assert run("--format", "csv", "--bom", "--out", tmp_path / "rows.csv").exit_code == 0

    assert sorted(path.name for path in tmp_path.iterdir()) == ["rows.codebook.csv", "rows.csv"]
    assert (tmp_path / "rows.csv").read_bytes().startswith(b"\xef\xbb\xbfperson,")
    book = (tmp_path / "rows.codebook.csv").read_text("utf-8-sig")
    assert {row["flow"] for row in csv.DictReader(io.StringIO(book))} == {"club"}


def test_a_csv_can_have_semicolons_as_much_of_europe_reads_it(run, tmp_path):
    assert run("--format", "csv", "--semicolon", "--out", tmp_path / "rows.csv").exit_code == 0
    assert run("--format", "jsonl", "--semicolon").exit_code == 2

    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        assert {row["flow"] for row in csv.DictReader(file, delimiter=";")} == {"club"}
    book = (tmp_path / "rows.codebook.csv").read_text("utf-8-sig")
    assert {row["flow"] for row in csv.DictReader(io.StringIO(book), delimiter=";")} == {"club"}


def test_a_workbook_is_one_file_for_its_owner_alone(run, tmp_path):
    out = tmp_path / "rows.xlsx"

    assert run("--format", "xlsx", "--out", out).exit_code == 0

    assert openpyxl.load_workbook(out).sheetnames == ["answers", "club", "codebook"]
    assert out.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [out]


def test_several_formats_go_into_a_zip_or_a_folder(run, tmp_path):
    assert run("--format", "csv,sav", "--out", tmp_path / "all.zip").exit_code == 0
    (tmp_path / "all").mkdir()
    assert run("--format", "csv,sav", "--out", tmp_path / "all", "--role", "analyst").exit_code == 0

    names = {"answers.csv", "club.csv", "club.sav", "codebook.csv", "dictionary.csv", "README.txt"}
    assert set(zipfile.ZipFile(tmp_path / "all.zip").namelist()) == names
    assert {path.name for path in (tmp_path / "all").iterdir()} == names
    assert "own words are withheld" in (tmp_path / "all" / "README.txt").read_text()


def test_spss_holds_one_flow_and_says_so(run, flows, responses, tmp_path):
    flows["other"] = flows["club2"].__class__(**{**vars(flows["club2"]), "name": "other", "version_id": "other"})
    responses.append(responses[0].__class__(**{**vars(responses[0]), "flow": "other", "version_id": "other"}))

    result = run("--format", "sav", "--out", tmp_path / "x.sav")

    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "An SPSS file holds one flow. Name one with --flow (club, other), or ask for a .zip." in result.stderr


def test_a_project_has_texts_with_codings_where_they_stand(run, tmp_path):
    assert run("--format", "qdpx,qdc", "--out", tmp_path / "all.zip").exit_code == 0
    assert run("--format", "qdpx", "--out", tmp_path / "shut.qdpx", "--role", "analyst").exit_code == 0

    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        (tmp_path / "whole.qdpx").write_bytes(archive.read("texts.qdpx"))
        codes = read_qdc(archive.read("themes.qdc")).codes
    whole, shut = read_here(tmp_path / "whole.qdpx"), read_here(tmp_path / "shut.qdpx")
    by_name = {source.name: source for source in whole.sources}
    assert codes == CODED.codes
    assert sorted(by_name) == [
        *("comment-7", "comment-8", "heat-c6", "mark-c6", "used-c3", "version-c1", "when-c2"),
    ]
    said, span = by_name["version-c1"], by_name["version-c1"].spans[0]
    assert said.words[span.start : span.stop] == "“Größer” 👩‍👩‍👧"
    assert ("used: Used", "Yes") in said.values
    assert (by_name["comment-7"].spans, span.memo, whole.coders[0].name) == ((), "Why so", "Bea")
    (hidden, *_), (left,) = shut.sources, shut.sources[0].spans
    assert (hidden.name, hidden.words[:7], left.memo, shut.coders[0].name) == ("version-c1", "[sum] &", "", "Coder 1")
    assert hidden.words[left.start : left.stop] == "“Größer” 👩‍👩‍👧"


def test_the_name_of_the_file_says_the_format(run, tmp_path):
    assert run("--out", tmp_path / "answers.XLSX").exit_code == 0
    assert run("--out", tmp_path / "answers.txt").exit_code == 0

    assert openpyxl.load_workbook(tmp_path / "answers.XLSX", read_only=True).sheetnames
    assert json.loads((tmp_path / "answers.txt").read_text().splitlines()[0])["conversation"] == "c1"
