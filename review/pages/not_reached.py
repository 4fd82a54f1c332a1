"""Who was not reached by letter, by name, and why: for whoever keeps the list, and is to mend an address in it."""

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.lists.set_up_snapshots import group_of_form
from review.pages.people import group_of, seen_of
from review.text import labels
from storage.messages import mail_invitations
from storage.messages import outgoing_mail as letters
from storage.messages.outgoing_mail import InvitationDelivery
from storage.people import contacts
from storage.people.groups import Group

_MOST_SHOWN = 500
"""People on one page: a table that an old phone still lays out in a second."""


@dataclass(frozen=True)
class NotReached:
    """One letter that was refused, or waits after a try: whose it is, by the name in the list, and why."""

    name: str
    letter: InvitationDelivery

    @property
    def what(self) -> str:
        """Return what became of it, and whether trying again helps."""
        if self.letter.state == "waiting":
            return "waits"
        return "refused for good" if self.letter.is_for_good else "refused for now"


async def show(visit: StaffRequest) -> Response:
    """Show whose letters were refused or wait, by name, and note that the names were seen."""
    group, flow = await group_of(visit), visit.query.one("flow")
    rows = await visit.read(lambda tx: _not_reached(tx, visit, group, flow))
    shown = rows[:_MOST_SHOWN]
    if shown:
        await visit.write(lambda tx: visit.audit(tx, f"saw {len(shown)} names of a group", f"group {group.name}", flow))
    return visit.page(
        "not-reached",
        group=group,
        flow=flow,
        title=dict(visit.desk.titles).get(flow, flow),
        rows=shown,
        more=len(rows) - len(shown),
        refused=sum(row.letter.state == "refused" and not row.letter.is_for_good for row in rows),
        again=visit.query.one("again"),
        left=visit.query.one("left"),
        seen=await seen_of(visit, group),
        wording=labels,
    )


async def again(visit: StaffRequest) -> Response:
    """Queue refused letters once more, where that may help."""
    group, flow = await group_of(visit), visit.form.one("flow")

    def job(tx: Connection) -> tuple[int, int]:
        counts = mail_invitations.write_again(tx, group=group.name, flow=flow, now=visit.desk.now())
        visit.audit(tx, f"sent {counts[0]} refused letters again", f"group {group.name}", flow)
        return counts

    queued, left = await visit.write(job, f"/people/{group.id}/not-reached?flow={flow}")
    return visit.go(f"/people/{group.id}/not-reached?flow={flow}&again={queued}&left={left}")


def _not_reached(tx: Connection, visit: StaffRequest, group: Group, flow: str) -> list[NotReached]:
    standings = letters.standings(tx, flow=flow, group=group.name)
    unsent = [one for one in standings if one.contact_id and _is_unsent(one)]
    names = contacts.names(tx, visit.vault, contact_ids=[one.contact_id for one in unsent])
    found = [NotReached(names.get(one.contact_id, ""), one) for one in unsent]
    return sorted(found, key=lambda row: (row.letter.state != "refused", row.name.casefold()))


def _is_unsent(letter: InvitationDelivery) -> bool:
    """Return whether a mail server did not take a letter. One that we held back ourselves is not shown.

    It would name who wants no letters, or has answered.
    """
    return bool(letter.fault if letter.state == "refused" else letter.state == "waiting" and letter.reason)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/people/{id}/not-reached", show, ADMINS, needs_proof=True),
    StaffPage("POST", "/people/{id}/not-reached", again, ADMINS, needs_proof=True, watch=group_of_form),
)
