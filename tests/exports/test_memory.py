"""Exports are made piece by piece: what they take does not grow with the number of replies."""

import tracemalloc
from collections.abc import Iterable
from dataclasses import replace

import pytest

from feedback.flows.answer import Answer, Piece
from report.exports.qdpx_project import CodedTexts
from sayso.exports.dataset import Reread, material
from sayso.exports.qdpx import with_project
from sayso.exports.tables.xlsx import to_xlsx
from sayso.exports.zipped import encoded, zipped
from tests.drawn import AT, project_pieces

LONG = "They listened. " * 700
FEW, MANY = 20, 120


def peak_of(content: Iterable[bytes]) -> int:
    """The most bytes that making this takes, beyond what there was."""
    tracemalloc.start()
    try:
        for _ in content:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture
def replies(responses, flows):
    """As many replies as asked for, each with ten thousand characters of its own, made anew each time."""

    def of(count):
        said = Answer("answered", AT, None, (Piece("1", LONG),))
        one = replace(responses[0], answers={"version": said}, comments=())
        made = Reread(lambda: (replace(one, conversation=f"c{n}") for n in range(count)))
        return with_project(material(made, flows), made, CodedTexts(), None, AT)

    return of


def test_a_workbook_of_ten_times_as_many_replies_holds_none_of_their_words(replies):
    few, many = (peak_of(to_xlsx(replies(count), AT)) for count in (FEW, MANY))

    assert many - few < len(LONG) * (MANY - FEW) / 5


def test_a_project_of_ten_times_as_many_texts_holds_their_names_alone(replies):
    few, many = (peak_of(zipped(project_pieces(replies(count)))) for count in (FEW, MANY))

    assert many - few < 2_000 * (MANY - FEW)


def test_small_pieces_of_text_are_handed_on_together():
    pieces = list(encoded("é" * 100 for _ in range(2_000)))

    assert len(pieces) < 6
    assert b"".join(pieces).decode() == "é" * 200_000
