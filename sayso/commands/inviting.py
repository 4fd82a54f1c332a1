"""`sayso invite --by email`: one letter for each contact of a group, and what became of the letters so far."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import click
from sqlalchemy import Connection

from config.settings import Settings
from sayso.clock import now
from sayso.commands.stored import store
from sayso.store import Store
from storage import contacts, invitations, letters
from storage.invitations import Terms
from storage.letters import Standing

_LEFT_IN_PEACE = timedelta(days=3)
"""Nobody is reminded of a letter that came a moment ago."""
_TOGETHER = 200
"""Contacts in one transaction: the service that runs beside is never kept waiting for long."""


def write(chosen: Settings, group: str, terms: Terms, *, form: str, is_reminder: bool) -> None:
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
        queued = sum(_queue(opened, group, terms, part, is_reminder=is_reminder) for part in _parts(people))
        standings = opened.database.read_now(lambda tx: letters.standings(tx, flow=terms.flow, group=group))
    for line in _lines(queued, standings, form):
        click.echo(line)


def _parts(people: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(people), _TOGETHER):
        yield people[start : start + _TOGETHER]


def _queue(opened: Store, group: str, terms: Terms, people: tuple[str, ...], *, is_reminder: bool) -> int:
    kind, at = "reminder" if is_reminder else "invitation", now()

    def work(tx: Connection) -> int:
        made = invitations.invite_contacts(tx, opened.vault, group=group, terms=terms, contact_ids=people)
        return sum(
            letters.queue_invitation(tx, invitation_id=one.id, contact_id=str(one.contact_id), kind=kind, at=at)
            for one in made
            if not is_reminder or _may_be_reminded(tx, one.id)
        )

    return opened.database.write_now(work)


def _may_be_reminded(tx: Connection, invitation_id: str) -> bool:
    """Only somebody who was written to some days ago, and has not answered, and whose link still works."""
    was_written = letters.was_written(tx, invitation_id=invitation_id, before=now() - _LEFT_IN_PEACE)
    return was_written and not invitations.why_closed(tx, invitation_id=invitation_id, now=now())


def _lines(queued: int, standings: tuple[Standing, ...], form: str) -> Iterator[str]:
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
