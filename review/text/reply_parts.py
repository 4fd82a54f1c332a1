"""The ways in which replies to one flow can be cut into parts: by period, place, group, channel, and who people are."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from feedback.flows.model import Flow
from report.parts.cuts import Cut, about_questions, by_answer, by_channel, by_group, by_name, by_period
from storage.conversations.figure_filter import invited_from
from storage.people import places


def cuts(tx: Connection, *, flow: str, versions: Mapping[str, Flow], today: date) -> tuple[Cut, ...]:
    """Return every cut of a flow; places as staff have tidied them. `versions` are those of the flow, by id."""
    invited, tidied = invited_from(tx, flow=flow), places.tidied(tx)
    by_place = {conversation: tidied.path(place) for conversation, (place, _) in invited.items()}
    groups = {conversation: (group,) for conversation, (_, group) in invited.items() if group}
    about = (by_answer(question, versions) for question in about_questions(versions))
    return (by_period(today), by_name("place", "Place", by_place), by_group(groups), by_channel(), *about)
