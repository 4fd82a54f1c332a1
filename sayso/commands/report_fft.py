"""`sayso fft FLOW --month 2026-10`: what a month's return of the Friends and Family Test asks for, by place."""

import csv
import io
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from feedback.conversation.response import Response
from feedback.errors import SaysoError
from feedback.flows.model import Flow
from report.counting.flow_versions import in_order
from report.counting.slices import ReportSlice
from report.exports.long import safe_cell
from report.parts.cuts import Cut
from report.parts.friends_family import (
    ANSWERS,
    NEGATIVE,
    POSITIVE,
    FriendsFamilyRow,
    friends_family,
    question_of,
)
from sayso.commands.open_store import gathered
from sayso.commands.report_inputs import ReportInputs, refuse_unknown
from sayso.exports.atomic_files import write

_EXACT = "These numbers are exact. Send them to NHS England, and publish `sayso report` in their place."
_NO_PLACE = "no place"


@click.command("fft")
@click.argument("flow")
@click.option("--month", required=True, type=click.DateTime(["%Y-%m"]), help="The month of the return: 2026-10.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
def command(flow: str, month: datetime, out: Path | None) -> None:
    """Count the answers of one month to the Friends and Family Test in FLOW, by place, as CSV for the monthly return.

    The flow needs one question with the choices very_good, good, neither, poor, very_poor and dont_know.
    """
    part = ReportSlice(*_days(month))
    with gathered(flow, with_words=False, part=part) as found:
        refuse_unknown(flow, found)
        mine = {name: one for name, one in found.flows.items() if one.name == flow}
        _refuse_without(flow, mine)
        rows = friends_family(found.responses, mine, _places(found))
    write([_table(f"{month:%Y-%m}", rows)], out)
    click.echo(_EXACT, err=True)


def _days(month: datetime) -> tuple[date, date]:
    last = monthrange(month.year, month.month)[1]
    return date(month.year, month.month, 1), date(month.year, month.month, last)


def _refuse_without(name: str, versions: Mapping[str, Flow]) -> None:
    newest = in_order(versions.values())[-1]
    if question_of(newest) is None:
        raise SaysoError(f"{name} has no question with exactly the choices {', '.join(ANSWERS)}.")


def _places(found: ReportInputs) -> Callable[[Response], str]:
    """Return where a reply is from, as staff have tidied places: the place, then those around it."""
    by_place = next((one for one in found.cuts() if one.name == "place"), None)
    return lambda reply: _words(by_place, reply) or _NO_PLACE


def _words(by_place: Cut | None, reply: Response) -> str:
    path = by_place.path_of(reply) if by_place is not None else ()
    return by_place.words(path) if by_place is not None and path else ""


def _table(month: str, rows: Sequence[FriendsFamilyRow]) -> str:
    """Return the rows as CSV, one for each place; no cell of it can run as a formula."""
    ways = sorted({way for row in rows for way in row.channels})
    sheet = io.StringIO()
    out = csv.writer(sheet, lineterminator="\n")
    out.writerow(("month", "place", *ANSWERS, "responses", "positive_percent", "negative_percent", *ways))
    for row in rows:
        shares = row.share(*POSITIVE), row.share(*NEGATIVE)
        ways_of = (row.channels.get(way, 0) for way in ways)
        out.writerow((month, safe_cell(row.place), *row.answers, row.total, *shares, *ways_of))
    return sheet.getvalue()
