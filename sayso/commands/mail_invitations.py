"""`sayso invite --by email`: one letter for each contact of a group, and what became of the letters so far."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import partial

import click

from config.settings import Settings
from sayso.commands.open_store import store
from storage.messages import mail_invitations, outgoing_mail
from storage.messages.mail_invitations import LetterBatch
from storage.messages.outgoing_mail import InvitationDelivery
from storage.people import contacts
from storage.people.invitations import InvitationTerms


def write(chosen: Settings, group: str, terms: InvitationTerms, *, form: str, is_reminder: bool) -> None:
    """Queue a letter for everybody who has none yet, and tell how all of them stand. Doing it twice sends nothing twice.

    Raises ClickException where email is off or nobody is in the group.
    """
    if chosen.imap is None:
        raise click.ClickException(
            "Email is off. Set SAYSO_IMAP_URL, SAYSO_SMTP_URL and SAYSO_MAIL_ADDRESS, as docs/mailbox.md tells."
        )
    with store() as opened:
        people = opened.database.read_now(lambda tx: contacts.members(tx, group=group))
        if not people:
            raise click.ClickException(f"There is nobody in a group named {group}. See: sayso contacts import --help")
        wanted = LetterBatch(group, terms, "reminder" if is_reminder else "invitation")
        queued = sum(
            opened.database.write_now(
                partial(mail_invitations.write, vault=opened.vault, wanted=wanted, contact_ids=part)
            )
            for part in mail_invitations.parts(people)
        )
        standings = opened.database.read_now(lambda tx: outgoing_mail.standings(tx, flow=terms.flow, group=group))
    for line in _lines(queued, standings, form):
        click.echo(line)


def _lines(queued: int, standings: tuple[InvitationDelivery, ...], form: str) -> Iterator[str]:
    if form == "jsonl":
        for one in standings:
            yield json.dumps(
                {
                    "contact": one.contact_id,
                    "letter": one.kind,
                    "state": one.state,
                    "reason": one.reason,
                    "sent_at": one.sent_at.isoformat() if one.sent_at else None,
                    "answered_at": one.used_at.isoformat() if one.used_at else None,
                }
            )
        return
    yield f"New letters: {queued}. They go out while `sayso serve` runs, by day, at a pace that mail servers like."
    counted = Counter((one.kind, one.state, one.reason) for one in standings)
    for (kind, state, reason), count in sorted(counted.items()):
        yield f"  {kind} {state}: {count}{f' ({reason})' if reason else ''}"
    yield f"  answered: {len({one.contact_id for one in standings if one.used_at})}"
