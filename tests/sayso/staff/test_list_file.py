"""Lists and forms that somebody hands over, also such as are made to fill the machine: each is read by a bounded child."""

import io
import time
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from feedback.errors import SaysoError
from sayso.setup.form_file import take_form_file
from sayso.staff import list_file
from sayso.staff.list_file import read_list_file
from storage.people.list_files import RosterFault, read_table

pytestmark = pytest.mark.slow


def workbook(*rows: tuple[str, ...], sheet: str = "Sheet") -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def swollen() -> bytes:
    """A small file that says 40 MB of cells."""
    plain, made = ZipFile(io.BytesIO(workbook(("Email",), ("ada@example.org",)))), io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for entry in plain.infolist():
            content = plain.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                cells = b'<row><c t="inlineStr"><is><t>' + b"x" * 40_000_000 + b"</t></is></c></row>"
                content = content.replace(b"</sheetData>", cells + b"</sheetData>")
            packed.writestr(entry.filename, content)
    return made.getvalue()


def test_a_workbook_is_read_as_it_was_and_small_texts_without_a_child(monkeypatch):
    content = workbook(("Name", "Email"), ("Ada", "ada@example.org"), ("", ""), ("Bea", "bea@example.org"))

    assert read_list_file(content) == read_table(content)
    monkeypatch.setattr(list_file, "run_child_on", None)
    assert read_list_file(b"Email\nada@example.org\n").rows[0].cells == ("ada@example.org",)


def test_what_is_no_list_is_said_as_before():
    with pytest.raises(RosterFault, match="damaged"):
        read_list_file(b"PK\x03\x04 and then nothing")


def test_a_workbook_that_swells_is_refused_and_the_service_goes_on(monkeypatch):
    small = list_file.ChildLimits(memory=150 << 20, seconds=10, clock=10.0)
    content, began = swollen(), time.process_time()

    with pytest.raises(RosterFault, match=r"too much memory|cannot be read"):
        read_list_file(content, small)

    assert time.process_time() - began < 0.5


def test_a_list_that_takes_for_ever_is_refused():
    brief = list_file.ChildLimits(memory=512 << 20, seconds=10, clock=0.01)
    with pytest.raises(RosterFault, match="too long"):
        read_list_file(workbook(("Email",), ("ada@example.org",)), brief)


def test_a_form_is_read_by_a_child_too_and_its_faults_are_said():
    survey = workbook(("type", "name", "label"), ("text", "why", "Why?"), sheet="survey")

    assert 'ask = "Why?"' in take_form_file("tea.xlsx", survey).text
    with pytest.raises(SaysoError, match="no workbook"):
        take_form_file("picture.xlsx", b"not a workbook")
    with pytest.raises(SaysoError, match="too long"):
        take_form_file("tea.xlsx", survey, list_file.ChildLimits(memory=512 << 20, seconds=10, clock=0.01))
