"""Parts of the replies as a document: one of them alone, or all of them side by side."""

from collections.abc import Iterator, Sequence

from report.build.document_builder import sorted_words
from report.build.figure_blocks import charted
from report.build.phrases import HIDDEN, notes, number, of, signed
from report.build.report import Report
from report.counting.differences import difference
from report.counting.figures import Figure, QuestionCounts
from report.formats.blocks import Block, Document, Heading, Points, Table, Text
from report.parts.breakdown import Breakdown
from report.parts.cuts import Cut
from report.parts.part_sizes import Path
from report.parts.waves import waves

ALL = "All replies"
_ALL_WORDS = "All words together"
LIMITS = (
    (
        "A part is shown from ten replies on, and where it leaves ten others, or nobody. More is hidden where a part could be "
        "worked out from all replies and from the other parts."
    ),
    "Those who replied chose to, in each part. How many were invited in each is not known here.",
)


def part_alone(found: Breakdown, cut: Cut, path: Path) -> Document:
    """Return one part: how many replied, its figures and its themes."""
    report, name = found.parts[path], cut.words(path)
    return Document(f"{report.method.title}: {name}", tuple(_alone(report, found.whole, name)))


def _alone(report: Report, whole: Report, name: str) -> Iterator[Block]:
    yield Text(f"Only these replies: {name}. They are {number(report.responses)} of {number(whole.responses)}.")
    yield Heading(2, "Question by question")
    for asked in report.method.questions:
        mine = [one for one in report.figures if one.question == asked.id]
        if mine:
            yield Heading(3, asked.ask)
            yield Text(f"Base: {asked.base}. Answered: {number(asked.answered)}.")
            yield from _shown(asked.ask, mine)
    yield from _themes(report)
    yield Heading(2, "Limits")
    yield Points(LIMITS)


def _shown(name: str, mine: Sequence[Figure]) -> Iterator[Block]:
    if any(one.shown for one in mine):
        yield from charted(name, mine)
    else:
        yield Text(f"Not shown: {mine[0].why_hidden}")


def _themes(report: Report) -> Iterator[Block]:
    asked = {one.id: one.ask for one in report.method.questions}
    yield from [Heading(2, "In their own words")] if report.method.themes else []
    for place in dict.fromkeys(one.question for one in report.method.themes):
        mine = [one for one in report.method.themes if one.question == place]
        name = f"Themes: {asked.get(place, _ALL_WORDS)}"
        yield Heading(3, name)
        yield Text(sorted_words(mine[0]))
        yield from _shown(name, mine)


def side_by_side(found: Breakdown, cut: Cut, this_month: str = "") -> Document:
    """Return all parts beside each other, and over time where they are periods; `this_month` (2026-11) is not over."""
    return Document(f"{found.whole.method.title}: {cut.label}", tuple(_beside(found, cut, this_month)))


def _beside(found: Breakdown, cut: Cut, this_month: str) -> Iterator[Block]:
    yield Heading(2, "Who replied")
    if not found.parts:
        yield Text(f"{ALL}: {number(found.whole.responses)}. No part has replies enough to be shown.")
        return
    rows = [(ALL, number(found.whole.responses))]
    rows += [(cut.words(path), number(one.responses)) for path, one in found.parts.items()]
    yield Table("Replies", ("Which", "Replies"), tuple(rows))
    if found.too_few:
        yield Text(f"Parts that are not shown, as few replied or would be told of: {len(found.too_few)}.")
    yield from waves(found, this_month) if cut.name == "period" else _differing(found, cut)
    yield Heading(2, "Question by question")
    for asked in found.whole.method.questions:
        if asked.id not in found.left_out:
            yield from _question(found, cut, asked)
    yield from _theme_tables(found, cut)
    yield Heading(2, "Limits")
    yield Points(LIMITS)


def _differing(found: Breakdown, cut: Cut) -> Iterator[Block]:
    """Yield where a part is surely unlike all others together."""
    whole = {one.id: one for one in found.whole.figures if one.shown}
    pairs = [
        (path, one, whole[one.id])
        for path, part in found.parts.items()
        for one in part.figures
        if one.shown and one.id in whole and 0 < (one.answered or 0) < (whole[one.id].answered or 0)
    ]
    yield Heading(2, "Where parts differ")
    asked = {one.id: one.ask for one in found.whole.method.questions}
    told = [
        f"{asked[one.question]}: {one.label}. {cut.words(path)}: {of(one)}, {says}."
        for path, one, every in pairs
        if (says := _unlike(one, every, len(pairs)))
    ]
    yield Points(tuple(told)) if told else Text("No part is so unlike the others that chance can be ruled out.")
    yield Text(
        f"Each part is set against all other replies: {len(pairs)} differences, with Newcombe's intervals corrected for "
        "being so many (Bonferroni), so that all of them hold together with 95 %."
    )


def _unlike(part: Figure, every: Figure, many: int) -> str:
    """Return how a part differs from those who are in everybody and not in it; nothing where chance may explain it."""
    mine = part.chose or 0, part.answered or 0
    others = (every.chose or 0) - mine[0], (every.answered or 0) - mine[1]
    told = difference(mine, others, many)
    low, high = told.interval
    side = "above" if told.points > 0 else "below"
    between = f"{signed(low)} to {signed(high)}"
    return f"{abs(told.points)} points {side} the others ({between})" if told.is_sure else ""


def _question(found: Breakdown, cut: Cut, asked: QuestionCounts) -> Iterator[Block]:
    reports = [(ALL, found.whole), *((cut.words(path), one) for path, one in found.parts.items())]
    yield from _table(asked.ask, [(name, [f for f in one.figures if f.question == asked.id]) for name, one in reports])


def _theme_tables(found: Breakdown, cut: Cut) -> Iterator[Block]:
    asked = {one.id: one.ask for one in found.whole.method.questions}
    reports = [(ALL, found.whole), *((cut.words(path), one) for path, one in found.parts.items())]
    for place in dict.fromkeys(one.question for one in found.whole.method.themes):
        mine = [(name, [f for f in one.method.themes if f.question == place]) for name, one in reports]
        yield from _table(f"Themes: {asked.get(place, _ALL_WORDS)}", [row for row in mine if row[1]])


def _table(name: str, rows: Sequence[tuple[str, Sequence[Figure]]]) -> Iterator[Block]:
    """Yield one row for each part and one column for each answer, and why numbers are hidden."""
    heads = rows[0][1] if rows else ()
    if not heads:
        return
    marks = notes([one for _, figures in rows for one in figures])
    yield Heading(3, name)
    lines = []
    for part, figures in rows:
        by_choice = {one.choice: one for one in figures}
        lines.append((part, *(_cell(by_choice.get(head.choice), marks) for head in heads)))
    yield Table(name, ("Which", *(head.label for head in heads)), tuple(lines))
    if marks:
        yield Points(tuple(f"{mark.capitalize()}: {reason}" for reason, mark in marks.items()))


def _cell(figure: Figure | None, marks: dict[str, str]) -> str:
    if figure is None:
        return "not offered"
    return of(figure) if figure.shown else f"{HIDDEN} ({marks[figure.why_hidden or '']})"
