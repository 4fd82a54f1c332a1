"""Which conversations of a flow a team looks at together: by day, channel, group and place."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy import Connection, select

from storage.tables import conversations, groups, invitations


@dataclass(frozen=True)
class FigureFilter:
    """What is asked for; empty fields leave nothing out.

    A conversation belongs to the day on which it began: from `since` to before `until`. `group` is the id of the group
    that was invited, `places` are names of places on invitations.
    """

    since: datetime | None = None
    until: datetime | None = None
    channel: str = ""
    group: str = ""
    places: tuple[str, ...] = ()


def matching(tx: Connection, *, flow: str, wanted: FigureFilter) -> frozenset[str]:
    """Return the ids of the conversations of a flow that the filter names."""
    query = select(conversations.c.id).where(conversations.c.flow == flow)
    if wanted.group or wanted.places:
        query = query.join(invitations, invitations.c.id == conversations.c.invitation_id)
    at, day_one, day_after = conversations.c.started_at, wanted.since, wanted.until
    terms = (
        () if day_one is None else (at >= day_one,),
        () if day_after is None else (at < day_after,),
        *(
            (column == asked,) if asked else ()
            for column, asked in (
                (conversations.c.channel, wanted.channel),
                (invitations.c.group_id, wanted.group),
            )
        ),
        (invitations.c.place.in_(wanted.places),) if wanted.places else (),
    )
    return frozenset(tx.execute(query.where(*chain.from_iterable(terms))).scalars())


def invited_groups(tx: Connection, *, flow: str) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of each group that was invited to a flow, by name."""
    mine = select(invitations.c.group_id).where(invitations.c.flow == flow)
    query = select(groups.c.id, groups.c.name).where(groups.c.id.in_(mine)).order_by(groups.c.name)
    return tuple((row[0], row[1]) for row in tx.execute(query))


def invited_places(tx: Connection, *, flow: str) -> tuple[str, ...]:
    """Return the places named on invitations to a flow, by name."""
    query = select(invitations.c.place).where(invitations.c.flow == flow, invitations.c.place != "").distinct()
    return tuple(sorted(tx.execute(query).scalars()))


def invited_from(tx: Connection, *, flow: str) -> dict[str, tuple[str, str]]:
    """Return the place and the name of the group on the invitation of each conversation of a flow that began from one."""
    query = (
        select(conversations.c.id, invitations.c.place, groups.c.name)
        .join(invitations, invitations.c.id == conversations.c.invitation_id)
        .outerjoin(groups, groups.c.id == invitations.c.group_id)
        .where(conversations.c.flow == flow)
    )
    return {str(row[0]): (str(row[1]), str(row[2] or "")) for row in tx.execute(query)}
