"""An answer of every type is in every export, and comes out of each as it went in."""

import csv
import io
import json
from datetime import UTC, datetime

import openpyxl
import polars as pl
import pyreadstat
import pytest

from feedback.conversation.response import Response
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import ConsentAsk, Finish, Flow
from feedback.types.registry import TYPES
from report.exports.long import csv_lines, jsonl
from report.exports.qdpx_project import CodedTexts, QdpxInputs, sources
from report.exports.qdpx_read import read_qdpx
from report.exports.qdpx_types import QdpxProject
from sayso.exports.dataset import material
from sayso.exports.tables.parquet import answers_parquet, wide_parquet
from sayso.exports.tables.spss import to_sav
from sayso.exports.tables.xlsx import to_xlsx
from tests.drawn import as_files
from tests.feedback.types.examples import EXAMPLES, Example

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ASKED = {name: one for name, one in EXAMPLES.items() if TYPES[name].gives != "nothing"}
FLOW = Flow(
    "types",
    1,
    "en",
    "Every type",
    "Hello.",
    ConsentAsk("Is it OK to keep your answers?", "That is fine."),
    tuple(one.question for one in EXAMPLES.values()),
    Finish("Right?", "Thank you."),
    version_id="types1",
)
ANSWERS = {one.question.id: Answer("answered", AT, one.value, (Piece("1", one.typed),)) for one in ASKED.values()}
RESPONSE = Response(
    conversation="c1",
    person="p1",
    flow=FLOW.name,
    version=1,
    version_id="types1",
    channel="web",
    language="en",
    stage="finished",
    started_at=AT,
    heard_at=AT,
    answers=ANSWERS,
    consents={"take_part": True},
)
MADE = material([RESPONSE], {"types1": FLOW})
(BOOK,) = MADE.books

every_type = pytest.mark.parametrize("example", ASKED.values(), ids=ASKED)


def as_text(example: Example) -> str:
    """The value as a text: several picks with spaces between, nothing where there are words alone."""
    if isinstance(example.value, tuple):
        return " ".join(example.value)
    return "" if example.value is None else str(example.value)


def columns_of(example: Example) -> dict[str, object]:
    """What the wide table holds of this answer, by the name of the variable, beside its state and words."""
    name, picked = example.question.id, example.value
    match TYPES[example.question.type].variable:
        case "picked":
            assert isinstance(picked, tuple)
            return {f"{name}.{choice.id}": int(choice.id in picked) for choice in example.question.choices}
        case "none":
            return {}
        case _:
            return {name: picked}


def is_same(cell: object, wanted: object) -> bool:
    return cell == wanted or (wanted is None and cell in (None, ""))


@every_type
def test_the_codebook_has_its_variables(example: Example):
    name = example.question.id
    mine = [one.name for one in BOOK.variables if one.question == name]

    assert mine == [*columns_of(example), f"{name}.state", f"{name}.text"]


@every_type
def test_csv_and_json_lines_hold_it(example: Example):
    table = list(csv.DictReader(io.StringIO("".join(csv_lines(MADE.long())), newline="")))
    objects = [json.loads(line) for line in jsonl(MADE.long())]

    (row,) = (one for one in table if one["question"] == example.question.id)
    (told,) = (one for one in objects if one["question"] == example.question.id)
    assert (row["state"], row["value"], row["text"]) == ("answered", as_text(example), example.typed)
    assert told["value"] == (list(example.value) if isinstance(example.value, tuple) else example.value)


@every_type
def test_a_workbook_holds_it(example: Example):
    book = openpyxl.load_workbook(io.BytesIO(b"".join(to_xlsx(MADE, AT))))
    head, row = (list(cells) for cells in book["types"].iter_rows(values_only=True))
    wide = dict(zip(head, row, strict=True))

    assert all(is_same(wide[name], wanted) for name, wanted in columns_of(example).items())
    assert (wide[f"{example.question.id}.state"], wide[f"{example.question.id}.text"]) == ("answered", example.typed)


@every_type
def test_spss_holds_it(example: Example, tmp_path):
    path = tmp_path / "types.sav"
    path.write_bytes(b"".join(to_sav(MADE, BOOK)))
    frame, _ = pyreadstat.read_sav(path)
    numbers = {one.name: {code.value: code.number for code in one.codes} for one in BOOK.variables}

    for name, wanted in columns_of(example).items():
        coded = numbers[name].get(wanted, wanted) if isinstance(wanted, str) else wanted
        assert is_same(frame[name][0], coded)
    assert frame[f"{example.question.id}.text"][0] == example.typed


@every_type
def test_parquet_holds_it(example: Example):
    wide = pl.read_parquet(io.BytesIO(wide_parquet(MADE, BOOK))).row(0, named=True)
    long = pl.read_parquet(io.BytesIO(answers_parquet(MADE)))

    assert all(is_same(wide[name], wanted) for name, wanted in columns_of(example).items())
    (row,) = long.filter(pl.col("question") == example.question.id).to_dicts()
    assert (row["value"] or "") == as_text(example)
    picks = TYPES[example.question.type].variable in ("choice", "picked")
    assert row["choices"] == (as_text(example).split() if picks else None)


@every_type
def test_a_coded_project_holds_its_words_and_its_value(example: Example):
    gathered = tuple(sources([RESPONSE], QdpxInputs({"types1": FLOW}, MADE.books, CodedTexts())))
    project = read_qdpx(as_files(QdpxProject("Types", sources=gathered, made_at=AT)))

    texts = {dict(one.values)["question"]: one.words for one in project.sources}
    values = dict(project.sources[0].values)
    if example.value is None:
        assert texts[example.question.id] == example.typed
    else:
        assert values[f"{example.question.id}: {example.question.ask}"]
