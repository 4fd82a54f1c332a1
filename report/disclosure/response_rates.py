"""How many of each group replied, as the profile lets it be printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report.counting.figures import percent
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.suppression import SMALL, Profile, guarded

NO_GROUP = "Links without a group"
SMALL_GROUPS = "Smaller groups, and links without a group"


@dataclass(frozen=True)
class InvitedGroup:
    """A group that was invited: how many invitations it got, and how many of them led to a reply that counts.

    An empty name stands for invitations of no group. `replies` is more than `replied` where one invitation led to several.
    """

    name: str
    invited: int
    replied: int
    replies: int = 0


@dataclass(frozen=True)
class InvitationCounts:
    """How many invitations were made, and of these how many for each group."""

    number: int
    groups: tuple[InvitedGroup, ...] = ()
    organisations: int | None = None
    """How many organisations they went to; None where nobody counted."""


@dataclass(frozen=True)
class GroupRate:
    """One group as it is printed. Rates are whole percentages; None is hidden, or not known."""

    name: str
    invited: int | None
    replied: int | None
    percent: int | None


@dataclass(frozen=True)
class Turnout:
    """How many of the invited began, and how many replies came otherwise; None is hidden, and then all three are.

    `again` is replies by an invitation that had led to a reply before.
    """

    began: int | None
    uninvited: int | None
    again: int | None


def turnout(invited: InvitationCounts, responses: int, profile: Profile) -> Turnout | None:
    """Return how many of the invited began; None where nobody kept count of that.

    The number of invitations and that of the replies are printed, so what began leaves over is told with it: where one
    of these numbers is small, or the invited or the replies are fewer than ten, all are hidden.
    """
    if not invited.groups:
        return None
    began = sum(one.replied for one in invited.groups)
    replies = sum(max(one.replied, one.replies) for one in invited.groups)
    of_invited = guarded({"began": began, "silent": max(0, invited.number - began)}, profile)
    of_replies = guarded({"by invitation": replies, "other": max(0, responses - replies)}, profile)
    again = guarded({"again": replies - began, "first": began}, profile)["again"] if replies > began else 0
    if None in (again, *of_invited.values(), *of_replies.values()):
        return Turnout(None, None, None)
    return Turnout(of_invited["began"], of_replies["other"], again)


def organisations_told(invited: InvitationCounts | None, came: int, profile: Profile) -> int | None:
    """Return how many organisations were invited; None where nobody counted, or what it leaves over would tell of few."""
    asked = invited.organisations if invited else None
    if asked is None or came > asked:
        return None
    return asked if None not in guarded({"came": came, "silent": asked - came}, profile).values() else None


def response_rate(responses: int | None, asked: InvitationCounts | None, found: Turnout | None) -> int | None:
    """Return the whole percentage of the invited who replied: of those known to be invited, where that is known.

    None is hidden, or not known, as where more replied than were invited.
    """
    came, invited = found.began if found else responses, asked.number if asked else None
    return percent(came, invited) if came is not None and invited and came <= invited else None


def beside(rates: tuple[GroupRate, ...], found: Turnout | None) -> tuple[GroupRate, ...]:
    """Return the groups without their replies where it is hidden how many began: their sum would tell it."""
    if found is None or found.began is not None:
        return rates
    return tuple(GroupRate(one.name, one.invited, None, None) for one in rates)


def group_rates(groups: Sequence[InvitedGroup], profile: Profile) -> tuple[GroupRate, ...]:
    """Return how many of each group replied; empty where no group was invited.

    Under `people`, groups of fewer than ten stand in one row without their names. Where 1 to 4 of a row replied, or all
    but 1 to 4, or the row itself is of fewer than ten, no row says how many did; nor where fewer than ten replied, or did not, in all.
    """
    if not any(one.name for one in groups):
        return ()
    if profile == "people":
        return tuple(_guarded(tuple(_gathered(groups))))
    rows = sorted(groups, key=lambda one: (not one.name, one.name))
    names = [one.name or NO_GROUP for one in rows]
    invited = guarded({one.name: one.invited for one in rows}, profile)
    replied = guarded({one.name: one.replied for one in rows}, profile)
    return tuple(map(_rate, names, invited.values(), replied.values()))


def _gathered(groups: Iterable[InvitedGroup]) -> Iterator[InvitedGroup]:
    """Yield the groups of ten or more by name, then all others as one."""
    small = []
    for one in sorted(groups, key=lambda one: one.name):
        if one.name and one.invited >= SMALLEST_BASE:
            yield one
        else:
            small.append(one)
    if small:
        yield InvitedGroup(SMALL_GROUPS, sum(one.invited for one in small), sum(one.replied for one in small))


def _guarded(rows: Sequence[InvitedGroup]) -> Iterator[GroupRate]:
    """Yield all rows with their replies, or none: which of them are hidden would itself tell of the small ones."""
    came, missing = sum(one.replied for one in rows), sum(one.invited - one.replied for one in rows)
    is_told = min(came, missing) >= SMALLEST_BASE and not any(map(_is_small, rows))
    yield from (_rate(one.name, one.invited, one.replied if is_told else None) for one in rows)


def _is_small(one: InvitedGroup) -> bool:
    return one.invited < SMALLEST_BASE or one.replied in SMALL or one.invited - one.replied in SMALL


def _rate(name: str, invited: int | None, replied: int | None) -> GroupRate:
    is_known = replied is not None and invited and replied <= invited
    return GroupRate(name, invited, replied, percent(replied or 0, invited or 0) if is_known else None)
