"""What whole numbers may be, when only some sums of them are known: the arithmetic behind every attack on a table."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Name = tuple[str, ...]

_ROUNDS = 60
"""How often each sum is looked at, at most and on average; a report needs a handful, and what is not narrowed by then stays as wide as it is."""


@dataclass(frozen=True)
class Sum:
    """A sum of numbers, each once (`plus`) or taken away (`minus`), that lies between two ends."""

    plus: tuple[Name, ...]
    minus: tuple[Name, ...] = ()
    low: int = 0
    high: int = 0


@dataclass
class Bounds:
    """The least and the most that each number may be. Narrowing never loses a value that fits all sums."""

    most: int
    ends: dict[Name, tuple[int, int]] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def know(self, name: Name, low: int, high: int | None = None) -> None:
        """Note that a number lies between these ends (one end alone: that it is this number)."""
        now = self.of(name)
        self.ends[name] = (max(now[0], low), min(now[1], low if high is None else high))

    def of(self, name: Name) -> tuple[int, int]:
        """Return the ends of a number, as far as they are known."""
        return self.ends.get(name, (0, self.most))

    def equal(self, plus: Iterable[Name], minus: Iterable[Name], value: int = 0) -> None:
        """Note that the first numbers less the second are this value."""
        self.sums.append(Sum(tuple(plus), tuple(minus), value, value))

    def at_most(self, plus: Iterable[Name], minus: Iterable[Name], value: int = 0) -> None:
        """Note that the first numbers less the second are this value at most."""
        found, taken = tuple(plus), tuple(minus)
        self.sums.append(Sum(found, taken, -self.most * len(taken), value))

    def narrow(self) -> Mapping[Name, tuple[int, int]]:
        """Narrow until nothing changes, and return the ends of every number. Sums that contradict each other stop it."""
        holding: defaultdict[Name, list[int]] = defaultdict(list)
        for at, one in enumerate(self.sums):
            for name in (*one.plus, *one.minus):
                holding[name].append(at)
        waiting, left = dict.fromkeys(range(len(self.sums))), _ROUNDS * len(self.sums)
        while waiting and left:
            at, left = next(iter(waiting)), left - 1
            del waiting[at]
            for name in self._narrow(self.sums[at]):
                waiting |= dict.fromkeys(holding[name])
        return self.ends

    def _narrow(self, one: Sum) -> Iterable[Name]:
        """Narrow each number of a sum by the ends of all the others; return those that changed."""
        terms = [(name, 1) for name in one.plus] + [(name, -1) for name in one.minus]
        ends = [self.of(name) for name, _ in terms]
        least = sum(low if sign > 0 else -high for (low, high), (_, sign) in zip(ends, terms, strict=True))
        greatest = sum(high if sign > 0 else -low for (low, high), (_, sign) in zip(ends, terms, strict=True))
        changed = []
        for (name, sign), (low, high) in zip(terms, ends, strict=True):
            mine_least, mine_greatest = (low, high) if sign > 0 else (-high, -low)
            most, fewest = one.high - (least - mine_least), one.low - (greatest - mine_greatest)
            new = (max(low, fewest), min(high, most)) if sign > 0 else (max(low, -most), min(high, -fewest))
            if new != (low, high) and new[0] <= new[1]:
                self.ends[name] = new
                changed.append(name)
        return changed
