"""Themes in tables: columns of 1 and 0 at each place, as sets, in every format; opened by programs that are not ours."""

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pyreadstat
import pytest

from feedback.flows.answer import Answer, Piece
from feedback.flows.model import Choice
from report.counting.sorted_words import Sorting
from report.exports.theme_columns import ThemeWords
from sayso.exports.archive import bundle
from sayso.exports.dataset import ResponseDataset, material
from sayso.exports.tables.spss import to_sav
from sayso.exports.tables.stata import stata_names, to_dta
from tests.drawn import AT, whole

THEMES = (Choice("t1", "Pay & costs"), Choice("t2", "Pay, costs"), Choice("t3", "Größe"))
CODED = {
    ("c1", "version"): frozenset({"t1", "t3"}),
    ("c1", None): frozenset({"t2"}),
    ("c2", "version"): frozenset({"no theme fits"}),
}
WORDS = ThemeWords(THEMES, Sorting(CODED, partly=frozenset({"c1"})))
SETS = {
    "what_set": ("What changed?", ["what.a", "what.b", "what.c", "what.state"]),
    "themes": (
        "Themes: all their words, but those to private questions",
        ["themes.pay_costs", "themes.pay_costs_2", "themes.grosse"],
    ),
    "version_themes": (
        "Themes: Tell us more",
        ["version.themes.pay_costs", "version.themes.pay_costs_2", "version.themes.grosse"],
    ),
    "comments_themes": (
        "Themes: comments to no question",
        ["comments.themes.pay_costs", "comments.themes.pay_costs_2", "comments.themes.grosse"],
    ),
}


@pytest.fixture
def sorted_(responses, flows) -> ResponseDataset:
    """The replies with what staff have sorted: of the first all, of the second that no theme fits, of the sixth nothing."""
    said = Answer("answered", AT, None, (Piece("1", "No more to say."),))
    for place in (1, 5):
        responses[place] = replace(responses[place], answers={**responses[place].answers, "version": said})
    return material(responses, flows, words=WORDS)


def table(sorted_) -> pd.DataFrame:
    content = whole(bundle(sorted_, ("csv",), role="host", has_words=True, made_at=AT))["club.csv"]
    return pd.read_csv(io.BytesIO(content)).set_index("conversation")


def test_a_theme_is_1_or_0_where_words_are_sorted_and_empty_elsewhere(sorted_):
    rows = table(sorted_)

    assert rows["version.themes.pay_costs"].dropna().to_dict() == {"c1": 1, "c2": 0}
    assert rows.loc["c1", [f"themes.{name}" for name in ("pay_costs", "pay_costs_2", "grosse")]].tolist() == [1, 1, 1]
    assert rows.loc["c1", "comments.themes.pay_costs"] == 0
    states = ["themes.state", "version.themes.state", "comments.themes.state"]
    assert rows.loc["c1", states].tolist() == ["partly sorted", "sorted", "partly sorted"]
    assert rows.loc["c6", states].tolist() == ["not sorted", "not sorted", "no words"]
    assert rows.loc["c4", states].isna().all()


def test_words_of_a_private_question_are_not_among_all_words(responses, flows):
    question = flows["club2"].question("version")
    asked = (*flows["club2"].questions[:-1], replace(question, private=True))
    flows["club2"] = replace(flows["club2"], questions=asked)

    rows = table(material(responses, flows, words=WORDS))

    assert (rows.loc["c1", "version.themes.pay_costs"], rows.loc["c1", "themes.pay_costs"]) == (1, 0)


def test_every_format_has_the_same_columns_of_themes(sorted_):
    files = whole(bundle(sorted_, ("csv", "xlsx", "parquet"), role="host", has_words=True, made_at=AT))

    names = [name for _, some in SETS.values() for name in some]
    sheet = openpyxl.load_workbook(io.BytesIO(files["answers.xlsx"]))["club"]
    frame = pl.read_parquet(files["club.parquet"])
    assert set(names) <= {cell.value for cell in sheet[1]}
    assert set(names) <= set(frame.columns)
    assert frame["version.themes.grosse"].to_list() == [True, False, None, None, None]
    told = json.loads(pq.read_metadata(io.BytesIO(files["club.parquet"])).metadata[b"sayso.codebook"])
    book = list(csv.DictReader(io.StringIO(files["codebook.csv"].decode("utf-8-sig"))))
    for rows in (told, book):
        assert [row["variable"] for row in rows if row["set"] == "version_themes"] == SETS["version_themes"][1]


def test_spss_knows_which_variables_are_one_question_with_several_answers(sorted_, tmp_path):
    path = tmp_path / "club.sav"
    path.write_bytes(b"".join(to_sav(sorted_, sorted_.books[0])))

    frame, told = pyreadstat.read_sav(path)

    assert {
        name: (one["label"], one["variable_list"], one["type"], one["counted_value"])
        for name, one in told.mr_sets.items()
    } == {name: (label, names, "D", 1) for name, (label, names) in SETS.items()}
    assert frame["version.themes.pay_costs"].tolist()[:2] == [1, 0]
    assert told.variable_value_labels["themes.state"][2] == "Sorted in part"
    assert told.column_names_to_labels["themes.grosse"] == "Größe (all their words, but those to private questions)"
    plain = frame.drop(columns=[name for name in frame if "themes" in name])
    (tmp_path / "plain.sav").write_bytes(b"".join(to_sav(material(sorted_.responses, sorted_.flows), sorted_.books[0])))
    assert plain["version.text"].tolist() == frame["version.text"].tolist()


def test_stata_has_the_wording_as_labels_and_values_with_labels(sorted_, tmp_path):
    path = tmp_path / "club.dta"
    path.write_bytes(b"".join(to_dta(sorted_, sorted_.books[0])))

    frame, told = pyreadstat.read_dta(path, apply_value_formats=True)

    rows = frame.set_index("conversation")
    assert told.column_names_to_labels["used"] == "Did you use it?"
    assert told.column_names_to_labels["what_c"] == "Time (What changed?)"
    assert rows["used"].astype(object).where(rows["used"].notna(), None).to_dict() == {
        "c1": "Yes",
        "c2": "No",
        "c3": "In their own words, no choice",
        "c4": None,
        "c6": "Yes",
    }
    assert rows.loc["c1", "version_text"] == sorted_.responses[0].answers["version"].words
    assert rows.loc["c1", "version_themes_grosse"] == "Speaks of it"
    assert rows.loc["c2", "mark_state"] == "Skipped"
    assert rows.loc["c1", "started_at"] == pd.Timestamp("2026-03-02 09:30")
    assert rows.loc["c1", "heat"] == -3.5


def test_names_for_stata_are_short_and_apart(sorted_):
    (book,) = sorted_.books
    long = replace(book.variables[-1], name="a" * 40 + ".1"), replace(book.variables[-1], name="a" * 40 + ".2")
    odd = replace(book.variables[-1], name="1.x"), replace(book.variables[-1], name="using")

    names = stata_names(replace(book, variables=(*long, *odd)))

    assert list(names.values()) == ["a" * 32, "a" * 30 + "_2", "_1_x", "using_2"]


def test_a_bundle_can_have_semicolons_in_every_csv(sorted_):
    files = whole(bundle(replace(sorted_, separator=";"), ("csv",), role="host", has_words=True, made_at=AT))

    for name in ("answers.csv", "club.csv", "codebook.csv", "dictionary.csv"):
        assert files[name].splitlines()[0].count(b";") > 2
