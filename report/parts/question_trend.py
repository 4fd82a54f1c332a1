"""How the answers to one question changed from month to month, in exact numbers: for a team that reads every word."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from feedback.conversation.response import Response
from feedback.flows.model import Flow
from report.build.phrases import of
from report.build.report import build
from report.counting.figures import Figure
from report.formats.blocks import Block, Heading, Table, Text
from report.formats.svg_chart import run_chart

_DRAWN = 3
"""Answers of which a line is drawn, those chosen most: more drawings than this hide the table below them."""


def question_trend(
    question: str, responses: Iterable[Response], flows: Mapping[str, Flow], month_of: Callable[[datetime], str]
) -> tuple[Block, ...]:
    """Return the share of each answer to a question by the month in which a conversation began, as lines and a table.

    All conversations are of one flow, whose versions are `flows`. `month_of` names the month of a moment in the zone of
    the team, as 2026-11. Months in which nobody answered stand in no row. Nothing is hidden: never for a report.
    """
    by_month: defaultdict[str, list[Response]] = defaultdict(list)
    for response in responses:
        by_month[month_of(response.started_at)].append(response)
    counted = {month: _counted(question, by_month[month], flows) for month in sorted(by_month)}
    told = {month: figures for month, figures in counted.items() if figures and figures[0].answered}
    if not told:
        return (Text("Nobody here has answered this question."),)
    return tuple(_blocks(told))


def _counted(question: str, responses: Sequence[Response], flows: Mapping[str, Flow]) -> tuple[Figure, ...]:
    name = next(iter(flows.values())).name
    return tuple(
        one for one in build(name, responses, flows, profile="organisations").figures if one.question == question
    )


def _blocks(told: Mapping[str, Sequence[Figure]]) -> Iterator[Block]:
    labels = [figure.label for figure in next(iter(told.values()))]
    # Every month is counted over all versions of the flow, so the same answers stand in the same places.
    by_answer = {label: [figures[place] for figures in told.values()] for place, label in enumerate(labels)}
    yield Heading(2, "Month by month")
    most = sorted(labels, key=lambda label: -sum(one.chose or 0 for one in by_answer[label]))
    for label in most[:_DRAWN] if len(told) > 1 else ():
        shares = zip(told, by_answer[label], strict=True)
        yield Heading(3, f"{label}: percent of those who answered")
        yield run_chart(f"{label}, month by month", [(month, one.percent or 0) for month, one in shares])
    rows = ((month, str(figures[0].answered), *map(_cell, figures)) for month, figures in told.items())
    yield Table("Answers by the month in which people began", ("Month", "Answered", *labels), tuple(rows))


def _cell(figure: Figure) -> str:
    return of(figure) if figure.answered else "not offered"
