"""`sayso staff`: accounts of those who read and answer."""

import json
from typing import cast

import click
from sqlalchemy import Connection

from sayso.clock import now
from sayso.commands.stored import settings, store
from storage import audit, staff
from storage.audit import Deed
from storage.staff import Member, Role

_ROLES = ("viewer", "coder", "reviewer", "safeguarding", "analyst", "admin")
_COMMAND = "command line"


@click.group("staff")
def command() -> None:
    """Accounts of those who read and answer."""


@command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(_ROLES), required=True, help="What they may see and do.")
def add(name: str, role: str) -> None:
    """Make an account, or a new link for one that is there, and print the one-time link to set it up."""
    with store() as opened:

        def job(tx: Connection) -> str:
            known = staff.named(tx, name=name)
            if known is not None and known.member.disabled_at is None and known.member.role == role:
                token = staff.invite(tx, opened.vault, staff_id=known.member.id, now=now())
            else:
                token = staff.add(tx, opened.vault, name=name, role=cast("Role", role), now=now())
            audit.record(tx, opened.vault, Deed(_COMMAND, "made a one-time link", f"staff {name}", role), now=now())
            return token

        token = opened.database.write_now(job)
    click.echo(f"Give this link to {name}. It works once, for {staff.JOIN_DAYS} days:")
    click.echo(f"{settings().public_url.rstrip('/')}/staff/join/{token}")


@command.command("list")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="For people, or programs.")
def show(form: str) -> None:
    """List every account, with its role and whether it is set up."""
    with store() as opened:
        found = opened.database.read_now(staff.members)
    for member in found:
        click.echo(_row(member) if form == "jsonl" else f"{member.name}  {member.role}  {_state(member)}")
    if not found and form == "text":
        click.echo("There is nobody yet. `sayso staff add NAME --role reviewer` makes an account.")


@command.command("disable")
@click.argument("name")
def disable(name: str) -> None:
    """Close an account for good and end its sessions."""
    with store() as opened:

        def job(tx: Connection) -> None:
            staff.disable(tx, name=name, now=now())
            audit.record(tx, opened.vault, Deed(_COMMAND, "closed an account", f"staff {name}"), now=now())

        opened.database.write_now(job)
    click.echo(f"Closed: {name}.")


def _state(member: Member) -> str:
    if member.disabled_at is not None:
        return "closed"
    return "ready" if member.is_ready else "not set up yet"


def _row(member: Member) -> str:
    row = {"name": member.name, "role": member.role, "state": _state(member)}
    return json.dumps(row | {"since": member.created_at.isoformat()}, ensure_ascii=False)
