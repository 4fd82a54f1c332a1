"""What waits now for one member of staff, as one list: people first, the oldest on top, then what to please read.

Only what its reader may act on stands in it. Each line names a reason and a page; none holds a word of anybody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from review.http.roles import RAW, SAFEGUARDING
from review.text.labels import alias, flag
from storage.accounts.members import Role
from storage.review import case_list, triage
from storage.review.triage import LONGEST_WAIT, TriageItem

MOST_SHOWN = 20
"""A guess: a list that is longer is worked off from its top, and says how many more there are."""


@dataclass(frozen=True)
class NowEntry:
    """One conversation, or one letter, in which something waits. `path` is the page where it is seen to."""

    name: str
    path: str
    since: datetime
    wants_person: bool
    reasons: tuple[str, ...]
    flow: str = ""
    with_name: str = ""
    """Who has it."""
    is_before_yes: bool = False
    is_late: bool = False
    """Whether it has waited for longer than people are told."""


@dataclass(frozen=True)
class NowList:
    """The top of the list, and how many stand in all of it."""

    entries: tuple[NowEntry, ...] = ()
    count: int = 0


def now_list(tx: Connection, *, role: Role, now: datetime) -> NowList:
    """Return what waits for somebody of this role; nothing for those who may not act on it."""
    grouped: dict[str, list[TriageItem]] = {}
    for item in triage.waiting(tx):
        if _is_theirs(item, role):
            grouped.setdefault(item.conversation or item.name, []).append(item)
    in_order = sorted(grouped.values(), key=_place)
    return NowList(tuple(_entries(tx, in_order[:MOST_SHOWN], now)), len(in_order))


def _is_theirs(item: TriageItem, role: Role) -> bool:
    is_restricted = item.is_before_yes or not item.conversation
    return role in (SAFEGUARDING if is_restricted else RAW)


def _place(items: list[TriageItem]) -> tuple[bool, datetime]:
    """Return where something stands: who wants a person before what to read, and who waits longest on top."""
    return not _wants_person(items), min(item.at for item in items)


def _entries(tx: Connection, groups: Iterable[list[TriageItem]], now: datetime) -> Iterator[NowEntry]:
    for items in groups:
        first, since = items[0], min(item.at for item in items)
        case = case_list.case(tx, conversation_id=first.conversation) if first.conversation else None
        yield NowEntry(
            alias(first.person) if first.person else "A letter",
            _path(first),
            since,
            _wants_person(items),
            tuple(dict.fromkeys(flag(item.why) for item in items if item.kind == "please read")),
            first.flow,
            (case.assigned_name or "") if case else "",
            is_before_yes=first.is_before_yes,
            is_late=now - since >= LONGEST_WAIT,
        )


def _wants_person(items: list[TriageItem]) -> bool:
    return any(item.kind == "person" for item in items)


def _path(item: TriageItem) -> str:
    if not item.conversation:
        return f"/care/mails/{item.name[1:]}"
    return f"/care/{item.conversation}" if item.is_before_yes else f"/conversations/{item.conversation}"
