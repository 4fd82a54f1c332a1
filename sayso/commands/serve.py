"""`sayso serve`: the service, until it is told to stop."""

import asyncio

import click

from sayso.commands.open_store import settings
from storage.db.instance_lock import refuse_second


@click.command("serve")
def command() -> None:
    """Run every configured channel, and the web pages, until SIGTERM or Ctrl-C.

    The settings come from SAYSO_* in the environment, then from sayso.toml, then from defaults.
    """
    chosen = settings()
    refuse_second(chosen.database_url.reveal(), chosen.data)
    from sayso.app import serve

    asyncio.run(serve(chosen, click.echo))
