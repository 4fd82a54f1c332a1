"""`sayso mail`: read mails as sayso understands them."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sayso.mail.mail_files import MailFile

_FAULTS = {
    "missing": "There is no such file or folder.",
    "empty": "It is empty.",
    "unreadable": "It could not be opened. Check who may read it.",
    "no-lines": "No line of it holds raw_base64.",
    "bad-line": "This line holds no raw_base64 that could be decoded.",
    "fault": "sayso could not read this mail. Please report it, without the mail itself if it is private.",
    "ended": "sayso could not read this mail. Please report it, without the mail itself if it is private.",
    "time": "This mail takes longer to read than any should. It is kept aside when it arrives, and staff see it.",
    "memory": "This mail takes more memory to read than any should. It is kept aside when it arrives, and staff see it.",
    "no-mails": "This folder holds no mail: no .eml file, and no cur or new.",
}


@click.group(short_help="Show how sayso reads emails, or import emails from files.")
def mail() -> None:
    """Show how sayso reads emails, or import emails from files."""


@mail.command(short_help="Print what sayso understands from emails.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def read(files: tuple[str, ...]) -> None:
    """Print one line of JSON for each mail in FILE...: kind, reply, quoted, signature, token, language, problems.

    A FILE is a mail (.eml), the text or HTML of one, an mbox, a Maildir or a folder of .eml files, or a .jsonl file
    whose lines hold raw_base64. "-" reads one mail from standard input. Nothing is stored and no setting is needed.
    Each mail is read in a process with limits of time and memory, as when it arrives. Exits 1 when something could not
    be read; the others are printed.
    """
    import asyncio

    sys.exit(0 if asyncio.run(_read(files)) else 1)


@mail.command("import", short_help="Import emails from files.")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def import_(path: Path) -> None:
    """Take in PATH as if its mails had arrived: an .eml file, an mbox, a Maildir, a folder of .eml files, or .jsonl.

    They are stored at once, and taken into their conversations while `sayso serve` runs. Doing it twice changes nothing.
    Exits 1 when something could not be read; the rest is stored.
    """
    from sayso.commands.mail_import import bring_in

    new, known, faults = bring_in(path)
    for name, fault in faults:
        click.echo(f"{name}: {_FAULTS[fault]}", err=True)
    click.echo(f"Stored {new} mails. {known} were stored before.")
    sys.exit(1 if faults else 0)


def _from_stdin() -> Iterator["MailFile"]:
    from sayso.mail.mail_files import MailFile

    yield MailFile("-", sys.stdin.buffer.read())


async def _read(files: tuple[str, ...]) -> bool:
    """Print each mail, or the fault that it has. Returns whether all were mails."""
    from mail.model.parsed_mail import as_line
    from sayso.commands.mail_read import told

    is_whole = True
    async for one in told(_given(files)):
        if one.fault:
            click.echo(f"{one.piece.name}: {_FAULTS[one.fault]}", err=True)
        if not one.piece.fault:
            _print(as_line(one.understood, one.piece.name))
        is_whole = is_whole and not one.fault
    return is_whole


def _given(files: tuple[str, ...]) -> Iterator["MailFile"]:
    from sayso.mail.mail_files import pieces

    for file in files:
        yield from _from_stdin() if file == "-" else pieces(Path(file))


def _print(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n")


command = mail
