"""`sayso mail`: read mails as sayso understands them."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sayso.mailfiles import Piece

_FAULTS = {
    "missing": "There is no such file or folder.",
    "empty": "It is empty.",
    "unreadable": "It could not be opened. Check who may read it.",
    "no-lines": "No line of it holds raw_base64.",
    "bad-line": "This line holds no raw_base64 that could be decoded.",
    "fault": "sayso could not read this mail. Please report it, without the mail itself if it is private.",
    "no-mails": "This folder holds no mail: no .eml file, and no cur or new.",
}


@click.group(short_help="Read mails as sayso understands them.")
def mail() -> None:
    """Read mails as sayso understands them."""


@mail.command(short_help="Print what sayso hears in mails.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def read(files: tuple[str, ...]) -> None:
    """Print one line of JSON for each mail in FILE...: kind, reply, quoted, signature, token, language, problems.

    A FILE is a mail (.eml), the text or HTML of one, an mbox, a Maildir or a folder of .eml files, or a .jsonl file
    whose lines hold raw_base64. "-" reads one mail from standard input. Nothing is stored and no setting is needed.
    Exits 1 when a FILE could not be read; the others are printed.
    """
    from sayso.mailfiles import pieces

    is_whole = True
    for file in files:
        given = _from_stdin() if file == "-" else pieces(Path(file))
        for piece in given:
            is_whole = _told(piece) and is_whole
    sys.exit(0 if is_whole else 1)


@mail.command("import", short_help="Take mails in from files.")
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


def _from_stdin() -> Iterator["Piece"]:
    from sayso.mailfiles import Piece

    yield Piece("-", sys.stdin.buffer.read())


def _told(piece: "Piece") -> bool:
    """Print one mail, or the fault that it has. Returns whether it was a mail."""
    from mail.understand import as_line, understand, unreadable

    fault = piece.fault
    try:
        understood = unreadable(fault) if fault else understand(piece.raw)
    except Exception:  # noqa: BLE001 - a fault of ours in one mail must not hide the others
        fault, understood = "fault", unreadable("fault")
    if fault:
        click.echo(f"{piece.name}: {_FAULTS[fault]}", err=True)
    if not piece.fault:
        _print(dict(as_line(understood, piece.name)))
    return not fault


def _print(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n")


command = mail
