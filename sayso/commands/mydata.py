"""`sayso mydata CODE`: a person's right of access."""

import json
from typing import Any

import click
from sqlalchemy import Connection

from sayso.commands.open_store import store
from sayso.commands.people import known_by
from storage import subject_access
from storage.crypto.vault import Vault


@click.command("mydata")
@click.argument("code")
def command(code: str) -> None:
    """Print everything kept about the person with this return CODE or contact (telegram:ID, email:ADDRESS), as JSON."""
    with store() as opened:
        found = opened.database.read_now(lambda tx: _kept(tx, opened.vault, code))
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


def _kept(tx: Connection, vault: Vault, code: str) -> dict[str, Any]:
    found = known_by(tx, vault, code)
    if found.person_id is not None:
        return subject_access.mydata(tx, vault, person_id=found.person_id)
    return subject_access.of_contact(tx, vault, contact_id=str(found.contact_id))
