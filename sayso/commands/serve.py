"""`sayso serve`: the service, until it is told to stop."""

import asyncio

import click

from sayso.app import serve
from sayso.commands.stored import settings


@click.command("serve")
def command() -> None:
    """Run every configured channel, and the web pages, until SIGTERM or Ctrl-C.

    The settings come from SAYSO_* in the environment, then from sayso.toml, then from defaults.
    """
    asyncio.run(serve(settings(), click.echo))
