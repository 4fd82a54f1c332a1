"""Two sides of the same thing in Easy Read: what organisations say, and what people say."""

from collections.abc import Iterator

from report.build.comparison import NOT_SURE, Gap, Perspective, names_of_sides
from report.build.easy_read import EASY
from report.build.phrases import number, of, quoted
from report.formats.blocks import Block, Document, Heading, Points, Text
from report.formats.pictures import picture
from report.formats.svg_chart import people_row


def easy_perspective(told: Perspective) -> Document:
    """Return the perspective report as an Easy Read document: the surest and largest gaps first."""
    return Document("Two sides", tuple(_blocks(told)), EASY, is_easy=True)


def _blocks(told: Perspective) -> Iterator[Block]:
    sides = names_of_sides(told)
    yield Heading(2, "Who replied", picture("people"))
    yield Text("We asked two groups about the same things.")
    for name, side in zip(sides, (told.first, told.second), strict=True):
        yield Text(f"{name}: {side.title}. Replies: {number(side.responses)}.")
    if told.part:
        yield Text(f"This is a part of all replies: {told.part}.")
    yield Text("% means out of 100.")
    yield from (block for one in sorted(told.gaps, key=_order) for block in _gap(one, sides))
    yield Heading(2, "Good to know", picture("question"))
    yield Text("The two groups are different people.")
    yield Text("We asked them in different words about the same thing.")


def _order(one: Gap) -> tuple[bool, bool, int]:
    return one.gap is None, one.says == NOT_SURE, -abs(one.gap or 0)


def _gap(one: Gap, sides: tuple[str, str]) -> Iterator[Block]:
    yield Heading(2, one.label, picture("sides"))
    if one.gap is None:
        yield Text("We do not show this. Too few replied.")
        return
    both = tuple(zip(sides, (one.first, one.second), strict=True))
    for side, figure in both:
        yield people_row(f"{side}: {one.label}: {of(figure)}", figure.chose or 0, figure.answered or 0)
    yield Points(tuple(f"{side}: {of(figure)} said {quoted(figure.label)}." for side, figure in both))
    yield Text(_says(one, sides))


def _says(one: Gap, sides: tuple[str, str]) -> str:
    if one.says == NOT_SURE:
        return "We cannot be sure who says this more often. Too few replied."
    return f"{sides[0] if (one.gap or 0) > 0 else sides[1]} say this more often."
