"""Codebooks as CSV: what Taguette takes and gives, and what others write."""

import csv
import io

import pytest

from feedback.errors import SaysoError
from report.exports import codebook_csv
from report.exports.codebook_csv import codes_csv, read_codes_csv
from report.exports.qdpx_types import QdpxCode, guid_of

PAY, LATE, SUM = (guid_of("theme", name) for name in ("pay", "late", "sum"))
CODES = (
    QdpxCode(LATE, "Late, or not at all", 'They say "soon".', PAY),
    QdpxCode(PAY, "Pay", "What was paid.\nAll of it."),
    QdpxCode(SUM, "=SUM(A1)"),
)


def told(project):
    names = {code.guid: code.name for code in project.codes}
    return [(code.name, code.memo, names.get(code.parent, "")) for code in project.codes]


def test_a_codebook_comes_back_with_its_levels_and_no_cell_is_a_formula():
    text = "".join(codes_csv(CODES))

    assert [row[0] for row in csv.reader(io.StringIO(text, newline=""))] == [
        *("tag", "Pay", "'=SUM(A1)", "Late, or not at all")
    ]
    assert told(read_codes_csv(text.encode())) == [
        ("Pay", "What was paid.\nAll of it.", ""),
        ("=SUM(A1)", "", ""),
        ("Late, or not at all", 'They say "soon".', "Pay"),
    ]


def test_codes_that_are_parts_of_each_other_are_written_once():
    circle = (QdpxCode(PAY, "Pay", "", LATE), QdpxCode(LATE, "Late", "", PAY))

    assert len(list(codes_csv(circle))) == 3


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"tag,description,number of highlights\r\nPay,About pay,3\r\n", [("Pay", "About pay", "")]),
        (b"Code;Memo\nPay > Late;x\nPay;y\n", [("Pay", "y", ""), ("Late", "x", "Pay")]),
        ("Name\tDescription\nPay\\Late\tx\n".encode("utf-16"), [("Pay", "", ""), ("Late", "x", "Pay")]),
        (
            b"\xef\xbb\xbfname,parent\nLate,Pay\nPay,\nVery,Late\n",
            [("Pay", "", ""), ("Late", "", "Pay"), ("Very", "", "Late")],
        ),
        ("theme\nGröße\n\nGröße\n".encode("cp1252"), [("Größe", "", "")]),
    ],
)
def test_codebooks_of_other_programs_are_read(content, found):
    assert told(read_codes_csv(content)) == found


def test_the_same_file_gives_the_same_themes():
    assert read_codes_csv(b"tag\nPay\n") == read_codes_csv(b"tag\nPay\n")


@pytest.mark.parametrize("content", [b"", b"colour\nred\n", b"tag\n" + b"x" * 200_000])
def test_what_is_no_codebook_is_one_clear_line(content):
    with pytest.raises(SaysoError):
        read_codes_csv(content)


def test_a_file_with_far_too_many_themes_is_refused(monkeypatch):
    monkeypatch.setattr(codebook_csv, "_MOST", 2)

    with pytest.raises(SaysoError, match="more than 2 themes"):
        read_codes_csv(b"tag\na\nb\nc\n")
