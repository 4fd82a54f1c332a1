"""`sayso staff`: accounts of those who read and answer."""

import json

import click
from sqlalchemy import Connection

from sayso.commands.open_store import settings_in_use, store
from sayso.core.clock import now
from storage.accounts import members
from storage.accounts.members import Member, Role
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord

_ROLES = ("viewer", "coder", "reviewer", "safeguarding", "analyst", "admin")
_COMMAND = "command line"


@click.group("staff")
def command() -> None:
    """Manage staff accounts."""


@command.command("add")
@click.argument("name")
@click.option(
    "--role",
    "roles",
    type=click.Choice(_ROLES),
    required=True,
    multiple=True,
    help="What they may see and do. Repeatable.",
)
def add(name: str, roles: tuple[Role, ...]) -> None:
    """Make an account, or a new link for one that is there, and print the one-time link to set it up."""
    with store() as opened:

        def job(tx: Connection) -> str:
            known = members.named(tx, name=name)
            first, *further = members.in_order(roles)
            if known is not None and known.member.disabled_at is None and known.member.roles == set(roles):
                token = members.invite(tx, opened.vault, staff_id=known.member.id, now=now())
            else:
                token = members.add(tx, opened.vault, name=name, role=first, further=further, now=now())
            audit_log.record(
                tx,
                opened.vault,
                AuditRecord(_COMMAND, "made a one-time link", f"staff {name}", ", ".join(roles)),
                now=now(),
            )
            return token

        token = opened.database.write_now(job)
    click.echo(f"Give this link to {name}. It works once, for {members.JOIN_DAYS} days:")
    click.echo(f"{settings_in_use().public_url.rstrip('/')}/staff/join/{token}")


@command.command("list")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="For people, or programs.")
def show(form: str) -> None:
    """List every account, with its role and whether it is set up."""
    with store() as opened:
        found = opened.database.read_now(members.members)
    for member in found:
        click.echo(_row(member) if form == "jsonl" else f"{member.name}  {member.role_words}  {_state(member)}")
    if not found and form == "text":
        click.echo("There is nobody yet. `sayso staff add NAME --role reviewer` makes an account.")


@command.command("disable")
@click.argument("name")
def disable(name: str) -> None:
    """Close an account for good and end its sessions."""
    with store() as opened:

        def job(tx: Connection) -> None:
            members.disable(tx, name=name, now=now())
            audit_log.record(tx, opened.vault, AuditRecord(_COMMAND, "closed an account", f"staff {name}"), now=now())

        opened.database.write_now(job)
    click.echo(f"Closed: {name}.")


def _state(member: Member) -> str:
    if member.disabled_at is not None:
        return "closed"
    return "ready" if member.is_ready else "not set up yet"


def _row(member: Member) -> str:
    row = {"name": member.name, "role": member.role, "roles": sorted(member.roles), "state": _state(member)}
    return json.dumps(row | {"since": member.created_at.isoformat()}, ensure_ascii=False)
