"""`sayso serve`: the service, until it is told to stop."""

import asyncio

import click

from sayso.commands.open_store import settings
from storage.db.instance_lock import refuse_second


@click.command("serve")
def command() -> None:
    """Start every channel you have set up, and the web pages. Ctrl-C or SIGTERM stops it.

    The settings come from SAYSO_* in the environment, then from sayso.toml, then from defaults.
    """
    chosen = settings()
    refuse_second(chosen.database_url.reveal(), chosen.data)
    from sayso.app import serve

    asyncio.run(serve(chosen, click.echo))
