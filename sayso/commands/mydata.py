"""`sayso mydata CODE`: a person's right of access."""

import json

import click

from sayso.commands.persons import person_of
from sayso.commands.stored import store
from storage import mydata


@click.command("mydata")
@click.argument("code")
def command(code: str) -> None:
    """Print everything kept about the person with this return CODE or contact (telegram:ID, email:ADDRESS), as JSON."""
    with store() as opened:
        found = opened.database.read_now(
            lambda tx: mydata.mydata(tx, opened.vault, person_id=person_of(tx, opened.vault, code))
        )
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
