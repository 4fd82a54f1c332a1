"""`sayso flow understood`: for whoever writes the questions, how well each of them is understood."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report.build.understanding import Understanding
    from report.counting.figures import Figure


@click.command("understood", short_help="Count which questions are not understood.")
@click.argument("flow", metavar="FLOW")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
def understood(flow: str, style: str) -> None:
    """Count for each question of FLOW how often it, or the answer to it, was not understood.

    FLOW is the name of a flow. Each number comes with its base. Small numbers are hidden as in `sayso report`.
    """
    from report.build.understanding import BASE, understanding
    from sayso.commands.open_store import gathered
    from sayso.commands.report_inputs import refuse_unknown

    with gathered(flow, with_words=False) as found:
        refuse_unknown(flow, found)
        questions = understanding(flow, found.responses, found.flows, found.noted)
    if style == "json":
        told = {"flow": flow, "base": BASE, "questions": [asdict(one) for one in questions]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for line in _lines(questions):
            click.echo(line)


def _lines(questions: "Sequence[Understanding]") -> "Iterator[str]":
    from report.build.understanding import BASE, LEFT

    yield f"The base of each number is {BASE}."
    for one in questions:
        yield f"\n{one.question}: {one.label}"
        for figure in one.figures:
            yield f"  {_number(figure)}: {figure.label}"
        yield f"  {'hidden' if one.left is None else one.left}: {LEFT} (not in the base)"


def _number(figure: "Figure") -> str:
    if figure.chose is None:
        return f"hidden ({(figure.why_hidden or '').removesuffix('.')})"
    return f"{figure.chose} of {figure.answered} ({figure.percent} %)"
