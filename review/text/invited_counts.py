"""How many were asked, for a report."""

from sqlalchemy import Connection

from report.disclosure.response_rates import InvitationCounts, InvitedGroup
from storage.conversations.consents import asked_groups, organisations_asked


def invited_to(tx: Connection, *, flow: str) -> InvitationCounts | None:
    """Return how many were invited to one flow, and how many of each group; None where nobody counted."""
    groups = tuple(InvitedGroup(*one) for one in asked_groups(tx, flow=flow))
    if not groups:
        return None
    organisations = len(organisations_asked(tx, flow=flow)) or None
    return InvitationCounts(sum(one.invited for one in groups), groups, organisations)
