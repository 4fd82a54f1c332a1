"""Parts of the replies in Easy Read: of each question the answer that most gave, in all replies and in each part."""

from collections.abc import Iterator

from report.build.easy_read import EASY
from report.build.phrases import number, of, quoted
from report.counting.figures import Figure
from report.formats.blocks import Block, Document, Heading, Points, Text
from report.formats.pictures import picture
from report.formats.svg_chart import people_row
from report.parts.parts_report import PartNumbers, SideBySide


def easy_parts(told: SideBySide) -> Document:
    """Return the parts as an Easy Read document. What is hidden stays hidden."""
    numbers = told.numbers
    return Document(numbers.title, tuple(_blocks(told.cut.label, numbers.whole, numbers.parts)), EASY, is_easy=True)


def _blocks(label: str, whole: PartNumbers, parts: tuple[PartNumbers, ...]) -> Iterator[Block]:
    yield Heading(2, "Who replied", picture("people"))
    yield Text(f"Replies: {number(whole.responses)}.")
    if not parts:
        yield Text("No part has enough replies. So we show no parts.")
        return
    yield Text(f"We put them into parts. The parts are by: {label.lower()}.")
    yield Points(tuple(f"{one.name}: {number(one.responses)}." for one in parts))
    yield Text("% means out of 100.")
    yield from (block for asked in whole.questions for block in _question(asked.ask, asked.id, (whole, *parts)))
    yield Heading(2, "Good to know", picture("question"))
    yield Text("Here is one answer to each question. It is the one that most people gave.")
    yield Text("The longer report has all the answers.")


def _question(ask: str, question: str, parts: tuple[PartNumbers, ...]) -> Iterator[Block]:
    whole = [one for one in parts[0].figures if one.question == question and one.shown]
    if not whole:
        return
    most = max(whole, key=lambda one: one.chose or 0)
    yield Heading(2, ask, picture("parts"))
    yield Text(f"How many said {quoted(most.label)}:")
    for one in parts:
        figure = next((figure for figure in one.figures if figure.id == most.id and figure.shown), None)
        yield _row(one.name, most.label, figure)


def _row(part: str, label: str, figure: Figure | None) -> Block:
    if figure is None:
        return Text(f"{part}: we do not show this. Too few people said it.")
    return people_row(f"{part}: {label}: {of(figure)}", figure.chose or 0, figure.answered or 0)
