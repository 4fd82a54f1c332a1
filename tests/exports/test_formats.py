"""Each format opened by a program that is not ours."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pyreadstat
import pytest

from feedback.errors import SaysoError
from feedback.flows.answer import Answer, Piece
from sayso.exports.archive import FORMS, bundle
from sayso.exports.dataset import material
from sayso.exports.tables import parquet, spreadsheet
from sayso.exports.tables.parquet import answers_parquet, wide_parquet
from sayso.exports.tables.spss import CUT, to_sav
from sayso.exports.tables.xlsx import to_xlsx
from tests.drawn import as_zip, whole

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def read_sav(tmp_path):
    def read(content):
        path = tmp_path / "x.sav"
        path.write_bytes(content)
        return pyreadstat.read_sav(path, user_missing=True)

    return read


def workbook(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}, book


def test_a_workbook_has_words_as_words_and_no_formula(made, responses):
    sheets, book = workbook(b"".join(to_xlsx(made, AT)))

    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    head, *table = sheets["answers"]
    rows = [dict(zip(head, row, strict=True)) for row in table]
    assert list(sheets) == ["answers", "club", "codebook"]
    assert kinds == {"s", "n"}
    assert len(rows) == len(list(made.long()))
    picked = next(row for row in rows if row["question"] == "what" and row["conversation"] == "c1")
    assert (picked["value"], picked["question_label"], picked["value_label"]) == ("c a", "What changed?", "Time; Pay")
    words = next(row["text"] for row in rows if row["question"] == "version" and row["text"])
    # That program leaves marks as the file has them (ECMA-376, 22.4.2.4); others show the marks themselves.
    assert words.replace("_x0007_", "\x07").replace("_x005F_", "_") == responses[0].answers["version"].words.replace(
        "\r\n", "\n"
    )
    assert [row[0] for row in sheets["club"]] == ["conversation", "c1", "c2", "c3", "c4", "c6"]
    assert sheets["codebook"][0][:3] == ["flow", "variable", "kind"]


def test_a_text_longer_than_a_cell_is_cut_and_says_so(responses, flows):
    long = Answer("answered", AT, None, (Piece("1", "👩" * 20_000),))
    made_of = material([replace(responses[0], answers={"version": long})], flows)

    sheets, _ = workbook(b"".join(to_xlsx(made_of, AT)))

    text = next(row[8] for row in sheets["answers"] if row[5] == "version")
    assert text.endswith(spreadsheet.CUT)
    assert len(text.encode("utf-16-le")) // 2 <= 32_767
    assert text.startswith("👩" * 16_000)


def test_more_rows_than_a_sheet_holds_are_refused(made, monkeypatch):
    monkeypatch.setattr(spreadsheet, "ROW_MOST", 5)

    with pytest.raises(SaysoError, match=r"A sheet holds 5 rows at most, and there are more\. Use csv or parquet\."):
        list(to_xlsx(made, AT))


def test_sheets_of_flows_with_long_or_taken_names_stay_apart(flows):
    names = ["answers", "codebook", "a" * 31 + "one", "a" * 31 + "two"]
    named = {name: replace(flows["club2"], name=name, version_id=name) for name in names}

    sheets, _ = workbook(b"".join(to_xlsx(material([], named), AT)))

    assert list(sheets) == ["answers", "a" * 31, "a" * 29 + "_2", "answers_2", "codebook_2", "codebook"]


def test_parquet_has_types_and_its_codebook_inside(made):
    content = answers_parquet(made)

    frame = pl.read_parquet(content)
    rows = {(row["conversation"], row["question"]): row for row in frame.to_dicts()}
    assert frame.schema["at"] == pl.Datetime("us", "UTC")
    assert rows["c1", "what"]["choices"] == ["c", "a"]
    assert rows["c1", "used"]["choices"] == ["yes"]
    assert (rows["c1", "heat"]["number"], rows["c1", "heat"]["value"]) == (-3.5, "-3.5")
    assert rows["c1", "when"]["choices"] is None
    assert rows["c1", "when"]["at"] == AT
    told = json.loads(pq.read_metadata(io.BytesIO(content)).metadata[b"sayso.codebook"])
    assert {"mark", "what.c", "used"} <= {row["variable"] for row in told}


def test_parquet_is_the_same_file_however_many_rows_are_held_at_once(made, monkeypatch):
    at_once = answers_parquet(made)
    monkeypatch.setattr(parquet, "_TOGETHER", 2)

    few = answers_parquet(made)

    assert pl.read_parquet(few).equals(pl.read_parquet(at_once))
    assert len(pl.read_parquet(few)) == len(list(made.long())) > 2


def test_parquet_of_no_answers_has_its_columns(flows):
    frame = pl.read_parquet(answers_parquet(material([], flows)))

    assert (len(frame), frame.schema["choices"]) == (0, pl.List(pl.String))


def test_parquet_of_conversations_reads_into_pandas_with_its_types(made):
    frame = pd.read_parquet(io.BytesIO(wide_parquet(made, made.books[0]))).set_index("conversation")

    assert [value if value is None else bool(value) for value in frame["what.c"]] == [True, None, None, None, None]
    assert frame["version"].dtype == "int32"
    assert str(frame["started_at"].dtype) == "datetime64[us, UTC]"
    assert frame["mark"].dropna().tolist() == [4.0]


def test_spss_has_labels_and_says_why_a_value_is_missing(made, read_sav):
    frame, told = read_sav(b"".join(to_sav(made, made.books[0])))

    rows = frame.set_index("conversation")
    assert told.column_names_to_labels["what.c"] == "Time (What changed?)"
    assert told.variable_value_labels["why"] == {
        1: "Yes",
        2: "No",
        0: "In their own words, no choice",
        -1: "Skipped",
        -2: "Prefer not to say",
        -3: "Not asked",
        -4: "Not reached",
        -5: "Withdrawn",
        -6: "Answered in words only",
    }
    assert told.missing_ranges["why"] == [{"lo": -6.0, "hi": -1.0}]
    assert rows["used"].tolist() == [1, 2, 0, -5, 1]
    assert rows["what.a"].tolist() == [1, -3, 0, -4, -1]
    assert rows["what.c"].tolist() == [1, -3, -3, -4, -1]
    assert rows["why"].tolist() == [1, 2, -3, -4, -4]
    assert rows["mark"].tolist() == [4, -1, -3, -4, -6]
    assert rows["heat"].tolist() == [-3.5, -1e12 - 2, -1e12 - 3, -1e12 - 5, -1e12 - 6]
    assert told.variable_value_labels["mark"][5] == "Good"
    assert rows["why.state"].map(told.variable_value_labels["why.state"]).tolist()[:2] == [
        "Answered",
        "Implied by an earlier answer, not asked",
    ]
    assert rows["started_at"].tolist()[0] == pd.Timestamp("2026-03-02 09:30:00")
    assert rows["version.text"].tolist()[0] == made.responses[0].answers["version"].words


def test_spss_keeps_valid_answers_apart_from_missing_ones_for_other_programs(made, read_sav, tmp_path):
    (tmp_path / "y.sav").write_bytes(b"".join(to_sav(made, made.books[0])))

    frame, _ = pyreadstat.read_sav(tmp_path / "y.sav")

    assert frame["heat"].dropna().tolist() == [-3.5]
    assert frame["why"].dropna().tolist() == [1, 2]
    assert frame["used"].dropna().tolist() == [1, 2, 0, 1]


def test_spss_text_that_is_too_long_is_cut_and_says_so(responses, flows, read_sav):
    long = Answer("answered", AT, None, (Piece("1", "é\0" * 20_000),))
    made_of = material(
        [replace(responses[0], answers={"version": long, "heat": Answer("answered", AT, -1e12 - 3)})], flows
    )

    frame, told = read_sav(b"".join(to_sav(made_of, made_of.books[0])))

    assert frame["version.text"][0].endswith(CUT)
    assert len(frame["version.text"][0].encode()) <= 32_767
    assert told.variable_value_labels["heat"][frame["heat"][0]] == "Answered in words only"


def test_every_bundle_has_codebook_dictionary_and_a_page_on_top(made):
    files = whole(bundle(made, FORMS, role="analyst", has_words=False, made_at=AT))

    assert list(files) == [
        *(
            "answers.jsonl",
            "answers.csv",
            "club.csv",
            "answers.xlsx",
            "answers.parquet",
            "club.parquet",
            "club.sav",
            "club.dta",
        ),
        *("texts.qdpx", "themes.qdc", "themes.csv", "codebook.csv", "dictionary.csv", "README.txt"),
    ]
    readme = files["README.txt"].decode()
    assert "made 2026-03-02 09:30 UTC, role: analyst" in readme
    assert "withheld" in readme
    assert all(name in readme for name in files if name != "README.txt")
    book = list(csv.DictReader(io.StringIO(files["codebook.csv"].decode("utf-8-sig"))))
    assert [(row["code"], row["value"], row["value_label"]) for row in book if row["variable"] == "why"] == [
        *(("1", "yes", "Yes"), ("2", "no", "No"), ("0", "", "In their own words, no choice"))
    ]
    used = next(row for row in book if row["variable"] == "used")
    assert (used["versions"], used["earlier_words"]) == ("1 2", "Have you used it?")
    columns = {row["column"] for row in csv.DictReader(io.StringIO(files["dictionary.csv"].decode("utf-8-sig")))}
    assert set(json.loads(files["answers.jsonl"].splitlines()[0])) <= columns


def test_the_same_files_give_the_same_zip():
    files = {"a.txt": b"one", "b.txt": b"two"}

    archive = zipfile.ZipFile(io.BytesIO(as_zip(files)))

    assert as_zip(files) == as_zip(files)
    assert {name: archive.read(name) for name in archive.namelist()} == files


def test_a_wide_csv_is_safe_for_a_spreadsheet(made):
    files = whole(bundle(made, ("csv",), role="host", has_words=True, made_at=AT))

    rows = list(csv.DictReader(io.StringIO(files["club.csv"].decode("utf-8-sig"), newline="")))

    assert rows[0]["version.text"].startswith("'=1+1")
    assert (rows[0]["heat"], rows[1]["what.a"], rows[1]["what.state_2"]) == ("-3.5", "", "not asked")
    assert rows[0]["started_at"] == "2026-03-02T09:30:00+00:00"


def test_no_format_lays_words_in_a_temporary_file(made, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    files = whole(bundle(made, FORMS, role="host", has_words=True, made_at=AT))

    assert {"answers.xlsx", "answers.parquet", "club.sav", "texts.qdpx"} <= files.keys()
    assert all(files.values())
