"""How things stand, in numbers that say nothing about anybody: groups, invitations, messages on their way, silences."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, case, func, select

from feedback.conversation.state import OPEN_STAGES
from storage.review.replies import TAKEN_BACK
from storage.tables import conversations, flow_versions, groups, invitations, memberships, organisations, outbox


@dataclass(frozen=True)
class GroupProgress:
    """One group and one flow: how many were invited, and how many of them began. `contacts` are in the group now."""

    group: str
    flow: str
    contacts: int
    invited: int
    begun: int

    @property
    def percent(self) -> int | None:
        """The share of the invited that began, in whole percent, halves up; None where nobody was."""
        return (200 * self.begun + self.invited) // (2 * self.invited) if self.invited else None


@dataclass(frozen=True)
class DeliveryCounts:
    """What became of messages on one channel since a moment: by state of the outbox, or `taken back`."""

    channel: str
    states: dict[str, int]
    oldest_at: datetime | None
    """Since when the oldest one that is due waits."""


@dataclass(frozen=True)
class FlowVersionUse:
    """A version of a flow, and how many conversations were begun with it; `open` of them are not at their end."""

    flow: str
    version: int
    version_id: str
    first_used_at: datetime
    conversations: int
    open: int


def pinned(tx: Connection) -> tuple[FlowVersionUse, ...]:
    """Return every stored version of every flow, the oldest first."""
    ours = conversations.c.version_id == flow_versions.c.id
    begun = select(func.count()).where(ours).scalar_subquery()
    is_open = select(func.count()).where(ours, conversations.c.stage.in_(sorted(OPEN_STAGES))).scalar_subquery()
    version = (flow_versions.c.flow, flow_versions.c.version, flow_versions.c.id, flow_versions.c.first_used_at)
    query = select(*version, begun, is_open).order_by(flow_versions.c.first_used_at, flow_versions.c.id)
    return tuple(FlowVersionUse(*row) for row in tx.execute(query))


def asked(tx: Connection) -> tuple[GroupProgress, ...]:
    """Return every group with each flow that it was invited to; printed links have no group."""
    sizes = _counts(tx, select(memberships.c.group_id, func.count()).group_by(memberships.c.group_id))
    names = {row.id: row.name for row in tx.execute(select(groups.c.id, groups.c.name))}
    query = select(
        invitations.c.group_id, invitations.c.flow, func.count().label("invited"), func.count(invitations.c.used_at)
    ).group_by(invitations.c.group_id, invitations.c.flow)
    found = [
        GroupProgress(names.get(group, ""), flow, sizes.get(group, 0), invited, begun)
        for group, flow, invited, begun in tx.execute(query)
    ]
    found += [
        GroupProgress(name, "", sizes.get(one, 0), 0, 0)
        for one, name in names.items()
        if name not in {row.group for row in found}
    ]
    return tuple(sorted(found, key=lambda row: (row.group, row.flow)))


def post(tx: Connection, *, since: datetime, now: datetime) -> tuple[DeliveryCounts, ...]:
    """Return what became of messages written since a moment, channel by channel."""
    back = func.sum(case((outbox.c.reason == TAKEN_BACK, 1), else_=0))
    query = select(outbox.c.channel, outbox.c.state, func.count(), back).where(outbox.c.created_at >= since)
    states: dict[str, dict[str, int]] = {}
    for channel, state, number, taken_back in tx.execute(query.group_by(outbox.c.channel, outbox.c.state)):
        kinds = {state: number - taken_back, TAKEN_BACK: int(taken_back)}
        states.setdefault(channel, {}).update({kind: count for kind, count in kinds.items() if count})
    due = select(outbox.c.channel, func.min(outbox.c.next_at)).where(
        outbox.c.state == "waiting", outbox.c.next_at <= now
    )
    oldest = {row[0]: row[1] for row in tx.execute(due.group_by(outbox.c.channel))}
    return tuple(DeliveryCounts(channel, states[channel], oldest.get(channel)) for channel in sorted(states))


def _counts(tx: Connection, query: Select[str, int]) -> dict[str, int]:
    return {row[0]: row[1] for row in tx.execute(query)}


def languages(tx: Connection) -> tuple[str, ...]:
    """Return the languages that there are questions in; conversations are many, versions of questions few."""
    return tuple(tx.execute(select(flow_versions.c.language).distinct().order_by(flow_versions.c.language)).scalars())


def organisations_known(tx: Connection) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of every organisation, by name."""
    query = select(organisations.c.id, organisations.c.name).order_by(organisations.c.name)
    return tuple((row.id, row.name) for row in tx.execute(query))
