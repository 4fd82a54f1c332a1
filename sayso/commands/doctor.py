"""`sayso doctor`: every check in plain words, each with one thing to do."""

import json
import sys

import click

from sayso.commands.open_store import settings_in_use
from sayso.doctor.checks import examine


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or programs.")
def command(form: str) -> None:
    """Check the settings, the database, the keys, what came in and what was done with it, and the signposts.

    Exits 1 if any check fails.
    """
    found = examine(settings_in_use())
    if form == "json":
        click.echo(json.dumps([check.as_row() for check in found], ensure_ascii=False, indent=2))
    else:
        for check in found:
            click.echo(str(check))
    sys.exit(0 if all(check.is_well for check in found) else 1)
