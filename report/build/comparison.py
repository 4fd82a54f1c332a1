"""Two sides of the same thing: what organisations say of involvement beside what people say, on the codes they share.

Shared codes are choices with the same id in two questions that allow several picks (the ten outcomes), and the answer
yes to the question that each flow asks about one of the five Ps.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from feedback.errors import SaysoError
from feedback.types.question_type import QuestionType
from feedback.types.registry import type_of
from report.build.figure_blocks import FIVE_PS
from report.build.phrases import HIDDEN, number, of, people, signed
from report.build.report import Report
from report.counting.differences import points
from report.counting.figures import Figure, Level, newcombe
from report.disclosure.attacker import SMALLEST_BASE
from report.formats.blocks import Block, Document, Heading, Points, Table, Text, numbered
from report.formats.strips import pair_scale, pair_strip, without

FEWEST: Mapping[Level, int] = {"organisation": 5, "person": SMALLEST_BASE}
"""The smallest base of each side that is set beside the other: one organisation never stands alone."""

TOO_FEW = "too few to show"
NOT_SURE = "too few people to be sure"

_SAME_EVERYWHERE = frozenset({"none", "unsure", "other", "nothing"})
"""Choices that mean nothing without their question."""

_NOTES = (
    "The gap is the first share less the second, in percentage points, with Newcombe's 95 % interval.",
    f"Where the interval holds 0, chance may explain the gap: {NOT_SURE}.",
    "A side is set beside the other only with a base of 5 organisations or 10 people, and where its own report shows it.",
    "Both sides count replies. Where one person or organisation replied more than once, it counts more than once.",
    "The two sides are different people, asked in different words about the same thing.",
)


@dataclass(frozen=True)
class Side:
    """One of the two reports: its flow, whom a reply speaks for, how many replies there are, and from how many people."""

    flow: str
    title: str
    level: Level
    responses: int | None
    people: int | None


@dataclass(frozen=True)
class Gap:
    """One shared code seen from both sides. `gap` and `interval` are whole percentage points, None where not shown."""

    code: str
    theme: str
    label: str
    first: Figure
    second: Figure
    gap: int | None
    interval: tuple[int, int] | None
    says: str


@dataclass(frozen=True)
class Perspective:
    """Organisations (or the first flow) beside people (or the second), on every code that they share."""

    first: Side
    second: Side
    gaps: tuple[Gap, ...]
    notes: tuple[str, ...]
    part: str = ""
    """Which replies both sides are of, in words; empty for all."""


_Found = tuple[str, str, Figure, Figure]
"""A code, its theme, and the figure of each side."""


def perspective(one: Report, other: Report) -> Perspective:
    """Return two reports side by side, organisations first. Raises SaysoError where they share no code."""
    first, second = sorted(map(_without_few, (one, other)), key=lambda report: _level(report) != "organisation")
    found = (*_shared_picks(first, second), *_shared_ps(first, second))
    if not found:
        raise SaysoError(
            f"{first.flow} and {second.flow} have no codes in common. Give the same ids to choices that mean the same, "
            "or the same theme (principles, purpose, presence, process, impact) to questions with yes, partly and no."
        )
    sides = _side(first), _side(second)
    mine = first.method.slice
    part = "" if mine.is_whole else str(mine)
    return Perspective(*sides, tuple(_gap(one, _names(*sides)) for one in found), _NOTES, part)


def _level(report: Report) -> Level:
    return report.figures[0].level if report.figures else "person"


def _side(report: Report) -> Side:
    return Side(report.flow, report.method.title, _level(report), report.responses, report.method.people)


def _without_few(report: Report) -> Report:
    """Return the report without the figures behind which too few people stand, or too few organisations.

    Each reply of which no organisation is known may be of another one.
    """
    method, fewest = report.method, FEWEST[_level(report)]
    most = {one.id: one.answered or 0 for one in method.by_person}
    for one in method.by_organisation:
        known = (one.answered or 0) + (method.without_organisation or 0)
        most[one.id] = min(known, most.get(one.id, known))
    told = (one if most.get(one.id, fewest) >= fewest else _hidden(one) for one in report.figures)
    return replace(report, figures=tuple(told))


def _hidden(figure: Figure) -> Figure:
    return replace(figure, chose=None, percent=None, interval=None, shown=False, why_hidden=TOO_FEW)


def _takes_several(kind: QuestionType) -> bool:
    return kind.gives == "choices"


def _takes_one(kind: QuestionType) -> bool:
    """Return whether it has one of the choices that its flow names: a yesno has its own."""
    return kind.gives == "choice" and kind.has_choices and not kind.usual_choices


def _shared_picks(first: Report, second: Report) -> Iterator[_Found]:
    """Yield choices with the same id in two questions that allow several picks and share two ids at least."""
    themes = {one.id: one.theme for one in first.method.questions}
    for mine in _by_question(first, _takes_several).values():
        for theirs in _by_question(second, _takes_several).values():
            codes = [code for code in mine if code in theirs and code not in _SAME_EVERYWHERE]
            if len(codes) > 1:
                yield from ((code, themes[mine[code].question], mine[code], theirs[code]) for code in codes)


def _shared_ps(first: Report, second: Report) -> Iterator[_Found]:
    """Yield the yes of the first question with yes, partly and no that each side asks about each of the five Ps."""
    mine, theirs = (_of_ps(report) for report in (first, second))
    yield from ((name, name, mine[name], theirs[name]) for name in FIVE_PS if name in mine and name in theirs)


def _of_ps(report: Report) -> Mapping[str, Figure]:
    asked = _by_question(report, _takes_one)
    return {
        one.theme: asked[one.id]["yes"]
        for one in reversed(report.method.questions)
        if {"yes", "partly", "no"} <= asked.get(one.id, {}).keys()
    }


def _by_question(report: Report, fits: Callable[[QuestionType], bool]) -> Mapping[str, Mapping[str, Figure]]:
    wanted: dict[str, dict[str, Figure]] = {one.id: {} for one in report.method.questions if fits(type_of(one))}
    for figure in report.figures:
        if figure.question in wanted:
            wanted[figure.question][figure.choice] = figure
    return wanted


def _names(first: Side, second: Side) -> tuple[str, str]:
    """Return what the two sides are called: whom they speak for, or their flows where that is the same."""
    if first.level == second.level:
        return first.flow, second.flow
    return "Organisations", "People"


def names_of_sides(told: Perspective) -> tuple[str, str]:
    """Return what the two sides of a perspective report are called."""
    return _names(told.first, told.second)


def _gap(found: _Found, names: tuple[str, str]) -> Gap:
    code, theme, first, second = found
    label = first.label if code != theme else theme.capitalize()
    if not (_is_enough(first) and _is_enough(second)):
        return Gap(code, theme, label, first, second, None, None, TOO_FEW)
    one, other = (first.chose or 0, first.answered or 0), (second.chose or 0, second.answered or 0)
    low, high = newcombe(one, other)
    share = (one[0] * other[1] - other[0] * one[1]) / (one[1] * other[1])
    gap, interval = points(share), (points(low), points(high))
    if interval[0] <= 0 <= interval[1]:
        return Gap(code, theme, label, first, second, gap, interval, NOT_SURE)
    more = names[0] if gap > 0 else names[1]
    return Gap(code, theme, label, first, second, gap, interval, f"more often so for {more}")


def _is_enough(figure: Figure) -> bool:
    return figure.shown and (figure.answered or 0) >= FEWEST[figure.level]


def perspective_document(told: Perspective) -> Document:
    """Return the perspective report as a document."""
    title = f"{told.first.title}, beside: {told.second.title}"
    return Document(title, tuple(numbered(_blocks(told))))


def _blocks(told: Perspective) -> Iterator[Block]:
    sides = names_of_sides(told)
    for name, side in zip(sides, (told.first, told.second), strict=True):
        once = "" if side.people == side.responses else f" from {people(side.people)}"
        yield Text(f"{name}: {side.title}. Replies: {number(side.responses)}{once}.")
    if told.part:
        yield Text(f"Only these replies, on both sides: {told.part}.")
    yield Heading(2, "In short")
    sure = [one for one in told.gaps if one.gap is not None and one.says != NOT_SURE]
    if sure:
        yield Points(tuple(_sentence(one) for one in sorted(sure, key=lambda one: -abs(one.gap or 0))))
    else:
        yield Text("There are too few replies to be sure of any gap.")
    yield Heading(2, "Side by side")
    strips = without([_strip(one) for one in told.gaps])
    heads = ("What", *sides, "Gap in points", "95 % interval", "What can be said")
    scale = pair_scale(sides) if strips else ""
    yield Table("Both sides on the codes they share", heads, tuple(map(_row, told.gaps)), strips, scale)
    yield Heading(2, "What each base is")
    yield Points(tuple(dict.fromkeys(f"{one.label}: {one.first.base}; {one.second.base}" for one in told.gaps)))
    yield Heading(2, "How this was counted")
    yield Points(told.notes)


def _strip(one: Gap) -> str:
    first, second = one.first.percent, one.second.percent
    return "" if one.gap is None or first is None or second is None else pair_strip(first, second)


def _sentence(one: Gap) -> str:
    return f"{one.label}: {of(one.first)} beside {of(one.second)}, a gap of {signed(one.gap)} points; {one.says}."


def _row(one: Gap) -> tuple[str, ...]:
    """Return one code as a row; a side that is too small is not printed beside the other."""
    if one.interval is None:
        return one.label, *(_of_side(figure) for figure in (one.first, one.second)), "", "", one.says
    low, high = one.interval
    return (
        *(one.label, of(one.first), of(one.second), signed(one.gap)),
        *(f"{signed(low)} to {signed(high)}", one.says),
    )


def _of_side(figure: Figure) -> str:
    return of(figure) if _is_enough(figure) else HIDDEN
