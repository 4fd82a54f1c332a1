"""Forms of other programs as they are handed over on a page."""

import io

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from feedback.errors import SaysoError
from sayso.setup.written import take_form


def workbook(blank: int) -> bytes:
    """A form with coloured rows without a word: some before its last question, and a whole column of them after it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    sheet.append(["type", "name", "label:English"])
    sheet.append(["text", "why", "Why?"])
    for number in range(3, 7000):
        sheet.cell(number, 1).fill = PatternFill("solid", fgColor="FFFF00")
    sheet.cell(3 + blank, 1, "text")
    sheet.cell(3 + blank, 2, "how")
    sheet.cell(3 + blank, 3, "How?")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(("blank", "names"), [(60, ["why", "how"]), (61, ["why"])])
def test_coloured_rows_without_a_word_end_a_sheet_as_for_pyxform(blank, names):
    taken = take_form("My form.xlsx", workbook(blank))

    assert (taken.name, [name for name in ("why", "how") if f'id = "{name}"' in taken.text]) == ("my_form", names)


def test_what_is_no_form_is_said():
    with pytest.raises(SaysoError, match="no workbook"):
        take_form("picture.xlsx", b"not a workbook")
    with pytest.raises(SaysoError, match="larger"):
        take_form("big.xlsx", bytes(10_000_001))


def test_a_form_of_surveyjs_is_taken_too():
    form = b'{"title": "Tea", "pages": [{"elements": [{"type": "text", "name": "why", "title": "Why?"}]}]}'

    taken = take_form("tea.json", form)

    assert 'ask = "Why?"' in taken.text
