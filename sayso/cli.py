"""The command line. Each command is imported when it is used, so that help comes at once."""

import gc
import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

COMMANDS: dict[str, tuple[str, str]] = {
    "serve": ("serve", "Start the service: every channel you have set up, and the web pages."),
    "demo": ("demo", "Explore a throwaway copy filled with made-up people."),
    "try": ("try_flow", "Try a flow's conversation in the terminal."),
    "flow": ("flow", "Check flow files, list their routes and compare versions."),
    "contacts": ("contacts", "Import a list of contacts."),
    "invite": ("invite", "Invite a group, or make links to print."),
    "mail": ("mail", "Show how sayso reads emails, or import emails from files."),
    "report": ("report", "Print a flow's results, with the number of people behind each figure."),
    "fft": ("report_fft", "Count a month of the Friends and Family Test, by place, for the monthly return."),
    "narrative": ("narrative", "Show the words around a report's figures as a file, or keep a file as these words."),
    "standards": ("standards", "List standards, what changed in them, and ask people about the wording."),
    "export": ("export", "Export answers and comments for analysis."),
    "themes": ("themes", "Import themes and coded text from other programs."),
    "hear": ("hear", "Show how sayso would understand a piece of text."),
    "waiting": ("waiting", "List who has asked for a person, and which conversations to read first."),
    "staff": ("staff", "Manage staff accounts."),
    "mydata": ("mydata", "Show everything stored about one person."),
    "forget": ("forget", "Erase everything stored about one person."),
    "doctor": ("doctor", "Check the whole setup, and say how to fix each problem."),
    "documents": ("documents", "Write drafts of what whoever approves the service asks for."),
    "backup": ("backup", "Back everything up to one encrypted file."),
    "keys": ("keys", "Change the master key that protects all stored data."),
    "restore": ("restore", "Restore a backup into an empty data folder."),
    "unsent": ("unsent", "Show what waited to be sent before a restore; send it, or let it go."),
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
    """Ask people about being involved in services, store what they say safely, and turn it into figures."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 the work failed, 2 wrong use."""
    try:
        sayso.main(args=arguments, prog_name="sayso", standalone_mode=False)
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
