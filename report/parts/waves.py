"""Replies over time: a quarter against the one before, and whether months go up and down by more than chance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from report.build.phrases import of, signed
from report.build.report import Report
from report.build.trends import months_between
from report.counting.control_chart import FEWEST_POINTS, ControlChart, Signal, p_chart, xmr_chart
from report.counting.differences import difference
from report.counting.figures import Figure, QuestionCounts
from report.formats.blocks import Block, Heading, Points, Table, Text
from report.formats.svg_chart import Moment, control_chart, run_chart
from report.parts.breakdown import Breakdown
from report.parts.cuts import period_in_words
from report.parts.part_sizes import Path

SIGNS: Mapping[Signal, str] = {
    "outside": "outside the limits",
    "shift": "in a run of 7 or more on one side of the mean",
    "trend": "in a row of 7 or more that rise or fall",
    "near": "one of 2 in 3 near a limit",
}
_RULES = (
    "The limits are three standard deviations from the mean: nearly all points lie within them by chance alone. By the "
    "rules of NHS England's Making data count, something may have changed where a point is outside the limits, where 7 "
    "or more in a row lie on one side of the mean, where 7 or more in a row rise or fall, or where 2 of 3 in a row, all "
    "on one side of the mean, are more than two thirds of the way to a limit. Such points are squares."
)
_MAY_BE_CHANCE = "chance may explain it"
QUARTER, MONTH = 2, 3
"""How deep in the tree of periods they stand."""


def waves(found: Breakdown, this_month: str) -> Iterator[Block]:
    """Yield the blocks about time, of replies that are cut by period. `this_month` (2026-11) is not over, so is in no chart."""
    quarters = [path for path in found.parts if len(path) == QUARTER]
    if len(quarters) > 1:
        yield from _compared(found, quarters[-2], quarters[-1])
    yield Heading(2, "Month by month")
    months = [path for path in found.parts if len(path) == MONTH and path[-1] < this_month]
    yield from _replies(found, months, this_month)
    charts = [
        block for asked in found.whole.method.questions if not asked.consent for block in _shares(found, asked, months)
    ]
    if charts:
        yield Text(_RULES)
        yield from charts
    else:
        yield Text(
            f"A chart with limits needs {FEWEST_POINTS} months that are over and show their numbers. There are fewer."
        )


def _compared(found: Breakdown, before: Path, now: Path) -> Iterator[Block]:
    """Yield how the newest quarter differs from the one before, for every number that both show."""
    old, new = (_findings(found.parts[path]) for path in (before, now))
    pairs = [(old[name], one) for name, one in new.items() if name in old]
    names = period_in_words(before), period_in_words(now)
    yield Heading(2, f"{names[1]} against {names[0]}")
    if not pairs:
        yield Text("No number is shown in both.")
        return
    asked = {one.id: one.ask for one in found.whole.method.questions}
    rows = [_pair(f"{asked[new.question]}: {new.label}", one, new, len(pairs)) for one, new in pairs]
    clear = [f"{row[0]}: {row[1]}, then {row[2]}; {row[5]}." for row in rows if row[5] != _MAY_BE_CHANCE]
    yield Points(tuple(clear)) if clear else Text("No difference is so large that chance can be ruled out.")
    heads = ("Answer", *names, "Change in points", "Interval", "What can be said")
    yield Table(f"{names[1]} against {names[0]}", heads, tuple(rows))
    yield Text(
        f"Newcombe's intervals of the {len(pairs)} differences, corrected for being so many (Bonferroni): all of them hold "
        "together with 95 %."
    )


def _findings(report: Report) -> Mapping[str, Figure]:
    """Return the figures that are shown, by id; what people agreed to is no finding."""
    asked = {one.id for one in report.method.questions if not one.consent}
    return {one.id: one for one in report.figures if one.shown and one.answered and one.question in asked}


def _pair(name: str, old: Figure, new: Figure, many: int) -> tuple[str, ...]:
    told = difference((new.chose or 0, new.answered or 0), (old.chose or 0, old.answered or 0), many)
    low, high = told.interval
    says = ("more than before" if told.points > 0 else "fewer than before") if told.is_sure else _MAY_BE_CHANCE
    return name, of(old), of(new), signed(told.points), f"{signed(low)} to {signed(high)}", says


def _replies(found: Breakdown, months: Sequence[Path], this_month: str) -> Iterator[Block]:
    """Yield how many replied each month, with limits where there are enough months and none is hidden."""
    shown = {path[-1]: found.parts[path].responses or 0 for path in months}
    names = sorted([*shown, *months_between([*shown])])
    rows = [(name, shown.get(name, 0)) for name in names]
    is_hidden = any(len(path) == MONTH and path[-1] < this_month for path in found.too_few)
    if is_hidden or len(rows) < 2:
        yield Text("There is no chart of replies by month, as some months hold small numbers, or there are too few.")
    elif len(rows) < FEWEST_POINTS:
        yield run_chart("Replies by month", rows)
        yield Table("Replies by month", ("Month", "Replies"), tuple((month, str(number)) for month, number in rows))
    else:
        chart = xmr_chart(rows)
        told = [(f"{one.value:.0f}", f"{one.low:.1f} to {one.high:.1f}") for one in chart.points]
        yield from _charted("Replies by month", chart, f"{chart.mean:.1f}", told)


def _shares(found: Breakdown, asked: QuestionCounts, months: Sequence[Path]) -> Iterator[Block]:
    """Yield the chart of one answer to a question: yes, else the one that most gave."""
    mine = [one for one in found.whole.figures if one.question == asked.id and one.chose]
    if not mine:
        return
    answer = next((one for one in mine if one.choice == "yes"), max(mine, key=lambda one: one.chose or 0))
    by_month = ((path[-1], _of(found.parts[path], answer.id)) for path in months)
    rows = [(month, one.chose or 0, one.answered) for month, one in by_month if one is not None and one.answered]
    if len(rows) >= FEWEST_POINTS:
        chart = p_chart(rows)
        told = [
            (f"{chose} of {answered} ({100 * one.value:.0f} %)", f"{100 * one.low:.0f} % to {100 * one.high:.0f} %")
            for (_, chose, answered), one in zip(rows, chart.points, strict=True)
        ]
        yield from _charted(f"{asked.ask}: {answer.label}", chart, f"{100 * chart.mean:.0f} %", told)
        if len(rows) < len(months):
            yield Text(
                "Months whose numbers are hidden are left out, so that points may lie further apart than they look."
            )


def _of(report: Report, figure: str) -> Figure | None:
    return next((one for one in report.figures if one.id == figure and one.shown), None)


def _charted(name: str, chart: ControlChart, mean: str, told: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """Yield a control chart, what it shows in a sentence, and its table; `told` is each number and its limits in words."""
    words = list(told)
    moments = [
        Moment(one.label, one.value, one.low, one.high, number.split(" (")[-1].rstrip(")"), _signs(one.signals))
        for one, (number, _) in zip(chart.points, words, strict=True)
    ]
    yield Heading(3, name)
    yield Text(" ".join(_says(moments, mean)))
    yield control_chart(name, chart.mean, moments)
    rows = (
        (one.label, number, limits, "; ".join(one.signs) or "as expected")
        for one, (number, limits) in zip(moments, words, strict=True)
    )
    yield Table(f"{name}, by month", ("Month", "Number", "Limits", "What it may be a sign of"), tuple(rows))


def _signs(signals: frozenset[Signal]) -> tuple[str, ...]:
    return tuple(words for signal, words in SIGNS.items() if signal in signals)


def _says(moments: Sequence[Moment], mean: str) -> Iterator[str]:
    yield f"The mean is {mean}."
    telling = [one.label for one in moments if one.signs]
    yield (
        f"Something may have changed: {', '.join(telling)}." if telling else "All months lie as chance would have them."
    )
