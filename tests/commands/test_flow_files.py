"""`sayso flow import` and `sayso flow export`: what they write, what they tell, and how they end."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from feedback.exchange.xlsform_export import COLUMNS
from sayso.commands import flow_files
from sayso.commands.flow import flow
from sayso.exports import sheets
from sayso.exports.sheets import write_sheets

FORM = {
    "survey": [{"type": "text", "name": "why", "label": "=Why?"}, {"type": "audio", "name": "song", "label": "Sing"}],
    "settings": [{"form_id": "tea", "form_title": "Tea"}],
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(flow, [str(argument) for argument in arguments])


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "tea.xlsx"
    path.write_bytes(write_sheets(FORM, COLUMNS))
    return path


def test_a_form_comes_in_as_a_flow_file_with_all_that_is_lost_beside_it(form: Path, tmp_path: Path):
    out = tmp_path / "tea.toml"

    result = run("import", form, "--out", out)
    again = run("import", form, "--out", out)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "Not carried over:\n  questions of type audio: song\nTo look at in the flow:\n" in result.stderr
    assert 'title = "Tea"' in out.read_text("utf-8")
    assert 'ask = "=Why?"' in out.read_text("utf-8")
    assert run("check", out).exit_code == 0
    assert (again.exit_code, f"{out} is there already. Name another file." in again.stderr) == (1, True)


def test_a_flow_that_needs_a_person_is_written_and_the_command_ends_with_1(tmp_path: Path):
    path = tmp_path / "long.xlsx"
    rows = [{"type": "text", "name": "why", "label": "W" * 400}]
    path.write_bytes(write_sheets({"survey": rows}, COLUMNS))

    result = run("import", path)

    assert result.exit_code == 1
    assert result.stdout.startswith('flow = "long"')
    assert "fault: " in result.stderr


def test_a_flow_goes_out_as_a_workbook_or_as_json(tmp_path: Path):
    out = tmp_path / "people.xlsx"

    made = run("export", "people", "--format", "xlsform", "--out", out)
    told = run("export", "people", "--format", "surveyjs")

    assert (made.exit_code, told.exit_code) == (0, 0)
    assert "Not carried over:\n" in made.stderr
    assert openpyxl.load_workbook(out).sheetnames == ["survey", "choices", "settings"]
    assert json.loads(told.stdout)["title"] == "What it was like to take part"
    assert run("export", "people", "--format", "xlsform").exit_code == 2
    assert run("export", "nobody", "--format", "surveyjs").exit_code == 2


def test_what_is_no_form_is_one_clear_line(tmp_path: Path, form: Path, monkeypatch):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK nothing")
    nothing = tmp_path / "nothing.xlsx"
    openpyxl.Workbook().save(nothing)

    assert f"{bad} is no workbook (.xlsx) that can be read. Save it again as .xlsx." in str(
        run("import", bad).exception
    )
    assert "[[question]]" not in run("import", nothing).stdout
    monkeypatch.setattr(sheets, "ROW_MOST", 1)
    assert "the sheet survey has more than 1 rows. That is no form." in str(run("import", form).exception)


def test_a_form_of_surveyjs_comes_in_as_a_flow_file_with_all_that_is_lost_beside_it(tmp_path: Path):
    made, out = tmp_path / "people.json", tmp_path / "people.toml"
    run("export", "people", "--format", "surveyjs", "--out", made)
    form = json.loads(made.read_text("utf-8"))
    form["pages"][1]["elements"].append({"type": "file", "name": "photo"})
    made.write_text(json.dumps(form), "utf-8-sig")

    result = run("import", made, "--out", out)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Not carried over:\n  questions of type file: photo\nTo look at in the flow:\n")
    assert 'flow = "people"' in out.read_text("utf-8")
    assert run("check", out).exit_code == 0


def test_what_is_no_form_of_surveyjs_is_told_with_all_its_faults(tmp_path: Path, monkeypatch):
    bad = tmp_path / "bad.json"
    bad.write_text('{"elements": [1, {"type": "text"}]}')
    latin = tmp_path / "latin.JSON"
    latin.write_bytes(b'{"title": "na\xefve"}')

    told = run("import", bad)
    other = run("import", latin)
    monkeypatch.setattr(flow_files, "_SIZE_MOST", 10)
    large = run("import", bad)

    assert (told.exit_code, other.exit_code, large.exit_code) == (1, 1, 1)
    assert told.stderr.splitlines() == [
        f"Error: {bad}: This is no SurveyJS form that can be read:",
        '  elements[0]: A question must be an object: { "type": "text", "name": "age" }.',
        '  elements[1]: "name" is missing or no text. Write: "name": "age".',
    ]
    assert "is no text in UTF-8. Save it again as JSON in UTF-8." in other.stderr
    assert "That is far more than any form." in large.stderr


def test_numbers_in_a_sheet_are_read_as_people_write_them(tmp_path: Path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Survey"
    for row in (["Type", "name", "label"], ["text", 3.0, None], [None, None, 2.5]):
        sheet.append(row)
    book.save(tmp_path / "x.xlsx")

    assert sheets.read_sheets(tmp_path / "x.xlsx") == {
        "survey": [{"type": "text", "name": "3"}, {"label": "2.5"}],
    }
