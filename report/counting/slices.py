"""Which replies a report is of: a period, a place, a group. And which published reports could be subtracted from which."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

LONG_AGO, FAR_AHEAD = date.min, date.max


@dataclass(frozen=True)
class ReportSlice:
    """A part of the replies; empty fields leave nothing out. A reply belongs to the day (UTC) on which it began.

    `since` and `until` are the first day and the last. `name` is what the report is called, and leaves nothing out.
    `spellings` are the names on invitations that count as the place, with those that lie in it; none: its own name alone.
    """

    since: date | None = None
    until: date | None = None
    place: str = ""
    group: str = ""
    name: str = ""
    spellings: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it leaves nothing out."""
        return replace(self, name="") == ReportSlice()

    @property
    def is_part(self) -> bool:
        """Whether it leaves out more than what came after its last day."""
        return bool(self.since or self.place or self.group)

    def covers(self, other: "ReportSlice") -> bool:
        """Return whether every reply of another slice is in this one."""
        (first, last), (start, end) = self.days, other.days
        is_wider = first <= start and end <= last
        return is_wider and self._holds_place_of(other) and self.group in ("", other.group)

    def is_apart_from(self, other: "ReportSlice") -> bool:
        """Return whether no reply can be in both."""
        (first, last), (start, end) = self.days, other.days
        groups = {self.group, other.group} - {""}
        is_elsewhere = bool(self.place and other.place) and self.names.isdisjoint(other.names)
        return last < start or end < first or is_elsewhere or len(groups) > 1

    def _holds_place_of(self, other: "ReportSlice") -> bool:
        return not self.place or (bool(other.place) and other.names <= self.names)

    @property
    def names(self) -> frozenset[str]:
        """The names on invitations that count as its place."""
        return frozenset(self.spellings or (self.place,))

    @property
    def days(self) -> tuple[date, date]:
        """The first day and the last, where nothing is left out those of the calendar."""
        return self.since or LONG_AGO, self.until or FAR_AHEAD

    def __str__(self) -> str:
        """Return it in words: 2026-01-01 to 2026-03-31, Leeds."""
        days = ""
        if self.since or self.until:
            days = f"{self.since or 'the beginning'} to {self.until or 'today'}"
        return ", ".join(filter(None, (days, self.place, self.group))) or "all replies"


def widest(slices: Iterable[tuple[int, ReportSlice]]) -> Iterator[int]:
    """Yield the places of those that lie in no other, of several that are alike the last."""
    found = tuple(slices)
    for at, one in found:
        around = (other for place, other in found if place != at and (not one.covers(other) or place > at))
        if not any(other.covers(one) for other in around):
            yield at


def crossing(mine: ReportSlice, others: Sequence[ReportSlice]) -> ReportSlice | None:
    """Return one that lies neither within this one, nor around it, nor apart from it; None where there is none."""
    crossed = (one for one in others if not (mine.covers(one) or one.covers(mine) or mine.is_apart_from(one)))
    return next(crossed, None)
