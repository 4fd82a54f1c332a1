"""How many of each group replied, as the profile lets it be printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report.attack import SMALLEST_BASE
from report.disclosure import SMALL, Profile, cover, round5
from report.figures import percent

NO_GROUP = "Links without a group"
SMALL_GROUPS = "Smaller groups, and links without a group"
_OTHERS = "others"


@dataclass(frozen=True)
class Group:
    """A group that was invited: how many invitations it got, and how many of them led to a reply that counts.

    An empty name stands for invitations of no group.
    """

    name: str
    invited: int
    replied: int


@dataclass(frozen=True)
class Invited:
    """How many invitations were made, and of these how many for each group."""

    number: int
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class GroupRate:
    """One group as it is printed. Rates are whole percentages; None is hidden, or not known."""

    name: str
    invited: int | None
    replied: int | None
    percent: int | None


def group_rates(groups: Sequence[Group], responses: int, profile: Profile) -> tuple[GroupRate, ...]:
    """Return how many of each group replied; `responses` is all replies, those without an invitation included.

    Under `people`, groups of fewer than ten stand in one row without their names, and a number from 1 to 4 of replies
    or of missing replies is hidden, with others, so that it does not follow from the rest. Empty without any group.
    """
    if not any(one.name for one in groups):
        return ()
    if profile == "people":
        return tuple(_guarded(tuple(_gathered(groups)), responses))
    rows = sorted(groups, key=lambda one: (not one.name, one.name))
    told = round5 if profile == "nhs-round5" else int
    return tuple(_rate(one.name or NO_GROUP, told(one.invited), told(one.replied)) for one in rows)


def _gathered(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield the groups of ten or more by name, then all others as one."""
    small = []
    for one in sorted(groups, key=lambda one: one.name):
        if one.name and one.invited >= SMALLEST_BASE:
            yield one
        else:
            small.append(one)
    if small:
        yield Group(SMALL_GROUPS, sum(one.invited for one in small), sum(one.replied for one in small))


def _guarded(rows: Sequence[Group], responses: int) -> Iterator[GroupRate]:
    came = {str(place): one.replied for place, one in enumerate(rows)}
    missing = {str(place): one.invited - one.replied for place, one in enumerate(rows)}
    came[_OTHERS] = max(responses - sum(came.values()), 0)
    small = {str(place) for place, one in enumerate(rows) if one.invited < SMALLEST_BASE}
    small |= {name for cells in (came, missing) for name, number in cells.items() if number in SMALL}
    hidden, before = frozenset(small), None
    while hidden != before:
        before = hidden
        hidden = cover(came, hidden)
        hidden |= cover(missing, hidden - {_OTHERS})
    for place, one in enumerate(rows):
        yield _rate(one.name, one.invited, None if str(place) in hidden else one.replied)


def _rate(name: str, invited: int | None, replied: int | None) -> GroupRate:
    is_known = replied is not None and invited and replied <= invited
    return GroupRate(name, invited, replied, percent(replied or 0, invited or 0) if is_known else None)
