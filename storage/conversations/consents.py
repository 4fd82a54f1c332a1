"""Who agreed to what, by their last word on it, and what a report may say by it: replies by group, names to list."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, select

from feedback.flows.model import ConsentSwitch
from storage.organisations.register import names, ties
from storage.tables import consents, conversations, groups, invitations

_NOT_COUNTED = ("consent", "declined", "deleted")
"""As in `report.counting.response_state`."""


class AskedGroup(NamedTuple):
    """How many invitations a group got for a flow, how many of them led to a reply that counts, and to how many replies."""

    name: str
    invited: int
    replied: int
    replies: int


def last_word(switch: ConsentSwitch, *of: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return what was last said to a switch in the conversation of the query, or by whom `of` says; null for nothing."""
    mine = of or (consents.c.conversation_id == conversations.c.id,)
    query = select(consents.c.granted).where(consents.c.switch == switch, *mine).order_by(consents.c.id.desc())
    return query.limit(1).correlate(conversations).scalar_subquery()


def takes_part() -> ColumnElement[bool]:
    """Return whether the conversation of the query is counted."""
    return and_(conversations.c.stage.not_in(_NOT_COUNTED), last_word("take_part").is_(True))


def may_quote() -> ColumnElement[bool]:
    """Return whether words of the conversation may be quoted: a yes in it, and no later no of the same person."""
    anywhere = last_word("quote_words", consents.c.person_id == conversations.c.person_id)
    return and_(takes_part(), last_word("quote_words").is_(True), anywhere.is_(True))


def asked_groups(tx: Connection, *, flow: str) -> tuple[AskedGroup, ...]:
    """Return how many invitations each group got for a flow and how many led to a reply that counts, by name.

    Links that no group got stand under an empty name. An invitation that began two conversations replied once.
    """
    mine = invitations.c.flow == flow
    invited = (
        select(invitations.c.group_id, groups.c.name, func.count())
        .outerjoin(groups, groups.c.id == invitations.c.group_id)
        .where(mine)
        .group_by(invitations.c.group_id, groups.c.name)
    )
    asked = tx.execute(invited).all()
    if not asked:
        return ()
    replied = (
        select(invitations.c.group_id, func.count(invitations.c.id.distinct()), func.count())
        .join(conversations, conversations.c.invitation_id == invitations.c.id)
        .where(mine, conversations.c.flow == flow, takes_part())
        .group_by(invitations.c.group_id)
    )
    came = {row[0]: (int(row[1]), int(row[2])) for row in tx.execute(replied)}
    found = (AskedGroup(name or "", number, *came.get(group, (0, 0))) for group, name, number in asked)
    return tuple(sorted(found, key=lambda one: one.name))


def listed(tx: Connection, *, flow: str | None) -> tuple[str, ...]:
    """Return the names of organisations that may be listed: a reply that counts said yes, and none ever said no.

    An organisation is told under the name that figures count it by: a team under its trust.
    """
    said, known = last_word("list_my_organisation"), ties(tx)
    query = select(conversations.c.organisation_id, said, takes_part()).where(
        conversations.c.organisation_id.is_not(None)
    )
    rows = tx.execute(query if flow is None else query.where(conversations.c.flow == flow)).all()
    against = {known.widest(one) for one, word, _ in rows if word is not None and not word}
    agreed = {known.widest(one) for one, word, counts in rows if word and counts} - against
    return tuple(sorted(name for one, name in names(tx).items() if one in agreed))


def organisations_asked(tx: Connection, *, flow: str) -> dict[str, tuple[int, int]]:
    """Return how many invitations each organisation got for a flow, and how many of them led to a reply that counts.

    By the id under which figures count it; an invitation that names no organisation stands under none.
    """
    known = ties(tx)
    came = select(conversations.c.invitation_id).where(conversations.c.flow == flow, takes_part())
    query = (
        select(invitations.c.organisation_id, invitations.c.id.in_(came), func.count())
        .where(invitations.c.flow == flow, invitations.c.organisation_id.is_not(None))
        .group_by(invitations.c.organisation_id, invitations.c.id.in_(came))
    )
    found: dict[str, tuple[int, int]] = {}
    for one, replied, number in tx.execute(query):
        root = known.widest(str(one))
        invited, before = found.get(root, (0, 0))
        found[root] = invited + number, before + (number if replied else 0)
    return found
