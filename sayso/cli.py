"""The command line. Each command is imported when it is used, so that help comes at once."""

import gc
import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

COMMANDS: dict[str, tuple[str, str]] = {
    "serve": ("serve", "Run every configured channel until it is stopped."),
    "demo": ("demo", "Look around in a throwaway copy with invented people."),
    "try": ("try_flow", "Have the conversation of a flow in the terminal."),
    "flow": ("flow", "Check flow files, list their routes, compare versions."),
    "contacts": ("contacts", "Bring in a list of contacts."),
    "invite": ("invite", "Make invitations: for a group, or links to print."),
    "mail": ("mail", "Read mails as sayso understands them."),
    "report": ("report", "Print the figures of a flow, with every base."),
    "export": ("export", "Hand out answers and comments for analysis."),
    "themes": ("themes", "Bring in themes and codings from other programs."),
    "hear": ("hear", "Say what would be understood of a text."),
    "waiting": ("waiting", "List who wants a person, and whose words to read first."),
    "staff": ("staff", "Accounts of those who read and answer."),
    "mydata": ("mydata", "Show everything that is kept about one person."),
    "forget": ("forget", "Erase everything that is kept about one person."),
    "doctor": ("doctor", "Check everything, with one fix for each fault."),
    "backup": ("backup", "Write one encrypted file that holds everything."),
    "keys": ("keys", "Change the keys that everything is sealed with."),
    "restore": ("restore", "Fill an empty data folder from a backup."),
}
"""Every command: the module of sayso.commands that has it, and what it does."""


class _Late(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = _imported(COMMANDS[name][0]).command
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_module, about) in COMMANDS.items()])


def _imported(name: str) -> Any:
    """Import a command's module. All of it stays, so looking through it for garbage only costs time: a sixth of it."""
    gc.disable()
    try:
        return importlib.import_module(f"sayso.commands.{name}")
    finally:
        gc.freeze()
        gc.enable()


@click.group(cls=_Late, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso")
def sayso() -> None:
    """Hear what people say about being involved in services, keep every word safely, and turn it into figures."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 the work failed, 2 wrong use."""
    try:
        sayso.main(args=arguments, standalone_mode=False)
    except click.UsageError as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except click.ClickException as fault:
        click.echo(fault.format_message(), err=True)
        sys.exit(fault.exit_code)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(1)
    except Exception as error:
        from feedback.errors import SaysoError

        if not isinstance(error, SaysoError):
            raise
        click.echo(str(error), err=True)
        sys.exit(1)
