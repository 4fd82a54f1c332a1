"""How many were asked, for a report."""

from sqlalchemy import Connection

from report.disclosure.response_rates import Group, Invited
from storage.conversations.consents import asked_groups


def invited_to(tx: Connection, *, flow: str) -> Invited | None:
    """Return how many were invited to one flow, and how many of each group; None where nobody counted."""
    groups = tuple(Group(*one) for one in asked_groups(tx, flow=flow))
    return Invited(sum(one.invited for one in groups), groups) if groups else None
