"""When people replied, by which way and to which questions, over all flows: every share with its base and interval.

Small numbers are hidden as in a report of the profile `people`, whichever flow they come from.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from feedback.conversation.response import Response
from report.build.phrases import HIDDEN, number
from report.counting.figures import interval, percent
from report.counting.response_state import standing
from report.disclosure.suppression import Profile, guarded
from report.formats.blocks import Block, Heading, Table, Text
from report.formats.strips import percent_scale, share_strip, without
from report.formats.svg_chart import run_chart

_PROFILE: Profile = "people"
_HEADS = ("Began", "Finished, of those who began", "95 % interval")


@dataclass
class _Cut:
    """Replies broken down one way: how many began, and how many of them finished."""

    begun: Counter[str] = field(default_factory=Counter)
    finished: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, is_finished: bool) -> None:
        self.begun[name] += 1
        self.finished[name] += is_finished


@dataclass(frozen=True)
class _Row:
    """One line of a table: how many began, None where that is hidden, and how many of them finished, likewise."""

    label: str
    begun: int | None
    finished: int | None

    @property
    def told(self) -> str:
        """The share that finished, with its numbers."""
        if self.finished is None or not self.begun:
            return HIDDEN if self.finished is None else ""
        return f"{self.finished} of {self.begun} ({percent(self.finished, self.begun)} %)"

    @property
    def range(self) -> tuple[int, int] | None:
        """The interval of the share, in whole percent."""
        return None if self.finished is None or not self.begun else interval(self.finished, self.begun)


def overview(responses: Iterable[Response], titles: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the blocks of the page: by month, by channel and by flow. `titles` are those of the flows."""
    months, channels, flows = _Cut(), _Cut(), _Cut()
    for response in responses:
        if standing(response) == "counted":
            is_finished = response.stage == "finished"
            months.add(f"{response.started_at:%Y-%m}", is_finished=is_finished)
            channels.add(response.channel, is_finished=is_finished)
            flows.add(titles.get(response.flow, response.flow), is_finished=is_finished)
    if not months.begun:
        return (Text("Nobody has replied yet."),)
    for month in months_between(sorted(months.begun)):
        months.begun[month] += 0
    return (*_over_time(months), *_shares("By channel", channels), *_shares("By questions", flows))


def months_between(months: list[str]) -> Iterator[str]:
    """Yield the months (2026-11), in order, in which nobody replied, between the first and the last in which somebody did."""
    for earlier, later in pairwise(months):
        year, month = map(int, earlier.split("-"))
        while (name := f"{year + month // 12}-{month % 12 + 1:02}") != later:
            yield name
            year, month = year + month // 12, month % 12 + 1


def _over_time(months: _Cut) -> Iterator[Block]:
    rows = _rows(months)
    shown = [(row.label, row.begun) for row in rows if row.begun is not None]
    yield Heading(2, "Over time")
    if len(shown) == len(rows):
        yield run_chart("How many began each month", shown)
    else:
        yield Text("There is no drawing, as some months hold small numbers.")
    yield _table("Replies by the month in which they began", "Month", rows)


def _shares(name: str, cut: _Cut) -> Iterator[Block]:
    rows = _rows(cut)
    strips = without(
        [share_strip(percent(one.finished or 0, one.begun or 0) or 0, one.range) if one.range else "" for one in rows]
    )
    yield Heading(2, name)
    table = _table(f"{name}: who began and who finished", "Which", rows)
    yield replace(table, strips=strips, scale=percent_scale() if strips else "")


def _rows(cut: _Cut) -> tuple[_Row, ...]:
    """Return the lines. Who finished is shown only where neither they nor those who did not are few anywhere."""
    names = sorted(cut.begun)
    begun = guarded({name: cut.begun[name] for name in names}, _PROFILE)
    finished = guarded({name: cut.finished[name] for name in names}, _PROFILE)
    others = guarded({name: cut.begun[name] - cut.finished[name] for name in names}, _PROFILE)
    is_told = {name: None not in (begun[name], finished[name], others[name]) for name in names}
    return tuple(_Row(name, begun[name], finished[name] if is_told[name] else None) for name in names)


def _table(caption: str, head: str, rows: Iterable[_Row]) -> Table:
    lines = (
        (
            row.label,
            number(row.begun),
            row.told,
            f"{row.range[0]} % to {row.range[1]} %" if row.range else "",
        )
        for row in rows
    )
    return Table(caption, (head, *_HEADS), tuple(lines))
