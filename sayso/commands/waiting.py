"""`sayso waiting`: who wants to hear from a person, and whose words are to be read first."""

import json
from dataclasses import asdict

import click

from sayso.commands.open_store import store
from sayso.core.clock import now
from storage.conversations.second_looks import TAG
from storage.review import triage
from storage.review.triage import TriageItem


@click.command("waiting")
@click.option("--done", "name", help="The name (p3, f7) of what somebody has dealt with.")
@click.option("--by", help="Who has dealt with it. Goes with --done.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="For people, or programs.")
def command(name: str | None, by: str | None, form: str) -> None:
    """List who wants to hear from a person, and whose words are to be read first. It is no measure of risk.

    The words themselves stand in `sayso export`, under the same conversation; those of people who have not said yes
    stand in the staff app alone, in the list Care.
    """
    if (name is None) != (by is None):
        raise click.UsageError("--done NAME and --by WHO go together.")
    if name is not None:
        _note(name, str(by))
        return
    with store() as opened:
        calls = opened.database.read_now(triage.waiting)
    for call in calls:
        click.echo(_row(call) if form == "jsonl" else _line(call))
    if not calls and form == "text":
        click.echo("Nobody waits.")


def _note(name: str, by: str) -> None:
    with store() as opened:
        is_noted = opened.database.write_now(lambda tx: triage.deal_with(tx, name=name, by=by, now=now()))
    if not is_noted:
        raise click.ClickException(f"Nothing named {name} waits. `sayso waiting` lists what does.")
    click.echo(f"Noted: {name}, by {by}.")


def _row(call: TriageItem) -> str:
    return json.dumps(asdict(call) | {"at": call.at.isoformat()}, ensure_ascii=False)


def _line(call: TriageItem) -> str:
    may = {True: ", may be written to", False: ", does not want to be written to", None: ""}[call.may_contact]
    where = f"  conversation {call.conversation}" if call.conversation else ""
    early = ", before a yes: it may be erased soon" if call.is_before_yes else ""
    why = "a second look; it may be wrong" if call.why == TAG else call.why
    return f"{call.name}  {call.at:%d %b %Y %H:%M}  {call.kind}: {why}{may}{early}{where}"
