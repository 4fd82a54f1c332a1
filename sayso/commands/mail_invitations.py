"""`sayso invite --by email`: one letter for each contact of a group, and what became of the letters so far."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import click

from config.settings import Settings
from sayso.commands.letter_wish import LetterWish
from sayso.commands.open_store import store
from sayso.core.store import Store
from storage.messages import mail_invitations, outgoing_mail
from storage.messages.mail_invitations import LetterBatch
from storage.messages.outgoing_mail import InvitationDelivery
from storage.people import contacts
from storage.people.invitations import InvitationTerms


def write(chosen: Settings, group: str, terms: InvitationTerms, wish: LetterWish) -> None:
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
        told = _queue_again(opened, group, terms) if wish.is_again else _queue(opened, group, terms, wish, people)
        standings = opened.database.read_now(lambda tx: outgoing_mail.standings(tx, flow=terms.flow, group=group))
    for line in _lines(told, standings, wish.form):
        click.echo(line)


def _queue(opened: Store, group: str, terms: InvitationTerms, wish: LetterWish, people: Sequence[str]) -> str:
    wanted = LetterBatch(group, terms, "reminder" if wish.is_reminder else "invitation", a_day=wish.a_day)
    queued = 0
    for part in mail_invitations.parts(people):
        job = partial(mail_invitations.write, vault=opened.vault, wanted=wanted, contact_ids=part, before=queued)
        queued += opened.database.write_now(job)
    return f"New letters: {queued}."


def _queue_again(opened: Store, group: str, terms: InvitationTerms) -> str:
    job = partial(mail_invitations.write_again, group=group, flow=terms.flow, now=terms.now)
    queued, left = opened.database.write_now(job)
    return f"Letters that go once more: {queued}. Left as they are: {left}, since nobody would get them."


def _lines(told: str, standings: tuple[InvitationDelivery, ...], form: str) -> Iterator[str]:
    if form == "jsonl":
        for one in standings:
            yield json.dumps(
                {
                    "contact": one.contact_id,
                    "letter": one.kind,
                    "state": one.state,
                    "reason": one.reason,
                    "fault": one.fault,
                    "for_good": one.is_for_good,
                    "next_at": one.next_at.isoformat() if one.state == "waiting" else None,
                    "sent_at": one.sent_at.isoformat() if one.sent_at else None,
                    "answered_at": one.used_at.isoformat() if one.used_at else None,
                }
            )
        return
    yield f"{told} They go out while `sayso serve` runs, by day, at a pace that mail servers like."
    counted = Counter((one.kind, one.state, one.reason) for one in standings)
    for (kind, state, reason), count in sorted(counted.items()):
        yield f"  {kind} {state}: {count}{f' ({reason})' if reason else ''}"
    yield f"  answered: {len({one.contact_id for one in standings if one.used_at})}"
