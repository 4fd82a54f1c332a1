"""`sayso unsent`: what waited to be sent when a backup was made, after a restore; staff say whether it goes out."""

from datetime import UTC

import click

from sayso.commands.open_store import store
from sayso.core.clock import now
from storage.messages import held_back
from storage.messages.held_back import HeldBack


@click.command("unsent")
@click.option(
    "--send", "choice", flag_value="send", help="Send it now, but for questions of talks that have gone on since."
)
@click.option("--drop", "choice", flag_value="drop", help="Never send it.")
def command(choice: str | None) -> None:
    """Show what waited to be sent when the backup was made that was restored here. Some of it may have been sent since.

    Nothing of it is sent until somebody says so.
    """
    with store() as opened:
        if choice == "send":
            sent, stale = opened.database.write_now(lambda tx: held_back.send(tx, now=now()))
            click.echo(f"Waiting to be sent: {sent}. Let go, because the talk has gone on: {stale}.")
            return
        if choice == "drop":
            click.echo(f"Let go: {opened.database.write_now(held_back.let_go)}.")
            return
        found = opened.database.read_now(held_back.held)
    for one in found:
        click.echo(_line(one))
    click.echo("Send it with --send, or let it go with --drop." if found else "Nothing is held back.")


def _line(one: HeldBack) -> str:
    since = one.oldest_at.replace(tzinfo=one.oldest_at.tzinfo or UTC)
    return f"{one.messages} by {one.channel}, {one.kind}, the oldest from {since:%d %b %Y %H:%M}"
