"""Lists of contacts as people have them: sixty files of every kind, each with the same three people in it."""

import csv
import io
from datetime import date
from itertools import product

import openpyxl
import pytest

from storage.people import contact_csv
from storage.people.contact_csv import RosterFault, masked, read_bytes
from storage.people.list_files import MOST_ROWS

ROWS = [
    ("Email", "Name", "Organisation", "Role"),
    ("zofia@example.org", "Zoë Łazarz", "Example Trust", "lead"),
    ("Bea@Example.org", "Béa Stone", "Brook, Hill & Sons", "carer"),
    ("cal@example.org", "Cal O'Neill", "", ""),
]
PLAIN = [tuple(cell.replace("Ł", "L") for cell in row) for row in ROWS]
"""The same in letters of Western Europe alone."""
ADDRESSES = ["zofia@example.org", "bea@example.org", "cal@example.org"]


def written(rows, separator: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def workbook(*sheets) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def of_every_kind() -> dict[str, bytes]:
    """Return the files: 24 in every encoding of Unicode and with every separator, then the odd ones."""
    files: dict[str, bytes] = {}
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
    for encoding, separator in product(encodings, (",", ";", "\t", "|")):
        files[f"{encoding} {separator!r}"] = written(ROWS, separator).encode(encoding)
    for encoding in ("cp1252", "latin-1", "iso8859-15", "mac_roman", "cp850"):
        files[encoding] = written(PLAIN, ";").encode(encoding)
    for encoding in ("cp1250", "iso8859-2"):
        files[f"Polish {encoding}"] = written(
            [ROWS[0], ("zofia@example.org", "Zofia Łazarz", "", ""), *PLAIN[2:]]
        ).encode(encoding)
    head, *body = ROWS
    files |= {
        "lines of Unix": written(ROWS, end="\n").encode(),
        "everything quoted": written(ROWS, quoting=csv.QUOTE_ALL).encode(),
        "said by a spreadsheet": b"sep=;\r\n" + written(ROWS, ";").encode(),
        "no end of the last line": written(ROWS).rstrip().encode(),
        "empty rows": written([head, (), body[0], ("", "", "", ""), *body[1:], ()]).encode(),
        "a title above": written([("Spring list",), (), *ROWS]).encode(),
        "no header": written(body).encode(),
        "addresses alone": "\n".join(ADDRESSES).encode(),
        "addresses of a mail program": b"Zoe <zofia@example.org>\nBea Stone <bea@example.org>\n\"O'Neill, Cal\" <cal@example.org>",
        "a To field": b"zofia@example.org; Bea Stone <Bea@example.org>, cal@example.org",
        "links": written([head, *((f"mailto:{row[0]}", *row[1:]) for row in body)]).encode(),
        "spaces that are not seen": written([head, *((f"\u00a0{row[0]}\u200b ", *row[1:]) for row in body)]).encode(),
        "marks after addresses": written([head, *((f"{row[0]};", *row[1:]) for row in body)]).encode(),
        "wide letters": written([head, *((row[0].replace("example", "ｅｘａｍｐｌｅ"), *row[1:]) for row in body)]).encode(),
        "more columns": written([(*row, "x", "1") for row in ROWS]).encode(),
        "columns in another order": written([row[::-1] for row in ROWS]).encode(),
        "E-mail Address": written([("E-mail Address", "Full name", "Company", "Job title"), *body]).encode(),
        "EMAIL": written([tuple(cell.upper() for cell in head), *body]).encode(),
        "first and last name": written([("Email", "First name", "Surname"), *((row[0], *row[1].split()) for row in body)]).encode(),
        "Polish headings": written([("Adres e-mail", "Imię i nazwisko", "Firma", "Stanowisko"), *body]).encode(),
        "Welsh headings": written([("Ebost", "Enw", "Sefydliad", "Swydd"), *body]).encode(),
        "headings that say nothing": written([("A", "B", "C", "D"), *body]).encode(),
        "the same people twice": written([*ROWS, *body]).encode(),
        "pasted from a sheet": "\n".join("\t".join(row) for row in ROWS).encode(),
        "a line break in a cell": written([head, (body[0][0], "Zoë\nŁazarz", *body[0][2:]), *body[1:]]).encode(),
        "a workbook": workbook(ROWS),
        "a workbook with a title": workbook([("Spring list", None), (), *ROWS]),
        "a second sheet": workbook([("Notes",), ("read me",)], ROWS),
        "dates and numbers": workbook([(*head, "Since", "Age"), *((*row, date(2026, 3, 1), 41.0) for row in body)]),
    }  # fmt: skip
    return files


FILES = of_every_kind()


def test_there_are_sixty_of_them():
    assert len(FILES) == 60


@pytest.mark.parametrize("kind", FILES)
def test_a_list_of_every_kind_is_read_whole(kind):
    found = read_bytes(FILES[kind])

    assert ([entry.email for entry in found.entries], found.refused) == (ADDRESSES, ())


@pytest.mark.parametrize(
    "kind",
    ["utf-16-le ';'", "cp1252", "latin-1", "Polish cp1250", "no header", "a workbook", "E-mail Address", "Welsh headings", "first and last name"],
)  # fmt: skip
def test_names_keep_their_accents(kind):
    names = [entry.name for entry in read_bytes(FILES[kind]).entries]

    assert names[1:] == (["", ""] if kind == "no header" else ["Béa Stone", "Cal O'Neill"])
    assert kind != "Polish cp1250" or names[0] == "Zofia Łazarz"


def test_merged_rows_fill_each_other_and_what_each_holds_is_known_by_its_heading():
    found = read_bytes(b"email,name,language,country,phone\na@example.org,,Polish,,1\nA@example.org,Ada,,Cymru,2\n")

    (entry,) = found.entries
    assert (entry.name, entry.language, entry.nation, found.merged, found.left_out) == (
        "Ada",
        "pl",
        "wales",
        1,
        ("phone",),
    )


def test_a_quotation_mark_in_the_wrong_place_costs_one_row():
    found = read_bytes(b'email,name\nada@example.org,Ada\nbea@example.org,"Bea\ncal@example.org,Cal\n')

    assert [entry.email for entry in found.entries] == ["ada@example.org", "cal@example.org"]
    assert found.faults == ("line 3: a quotation mark is in the wrong place, or is not closed.",)


def test_what_comes_back_can_be_mended_and_brought_in_and_starts_no_formula():
    found = read_bytes(b"email,name\nada@example.org,Ada\nbea at example.org,=1+1\n")
    back = contact_csv.as_file(found)

    assert b"'=1+1" in back
    mended = read_bytes(back.replace(b"bea at ", b"bea@"))
    assert [entry.email for entry in mended.entries] == ["bea@example.org"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"name\nAda\n", "No column holds email addresses."),
        (b"", "It holds no contacts."),
        (b"\n \n", "It holds no contacts."),
        (b"PK\x03\x04", "This file is damaged."),
        (b"\xd0\xcf\x11\xe0", "an old kind (.xls)"),
        (b"email\n" + b"a@example.org\n" * (MOST_ROWS + 1), "over 50,000 rows"),
    ],
)
def test_what_is_no_list_is_refused_in_one_plain_line(content, fault):
    with pytest.raises(RosterFault, match=fault.replace("(", r"\(").replace(")", r"\)")):
        read_bytes(content)


def test_only_the_first_letters_of_a_name_or_an_address_are_shown():
    assert masked("Ada O'Neill-Brook ada.b@example.org") == "A••• O••• a•••.b•••@e•••.o•••"
