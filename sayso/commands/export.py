"""`sayso export`: every answer and comment as a row, for a notebook or a spreadsheet."""

from pathlib import Path
from typing import Literal

import click

from feedback.errors import SaysoError
from report.export import csv_lines, jsonl, rows
from sayso.commands.gathering import Provider, refuse_unknown
from sayso.commands.report import write
from sayso.commands.stored import gathered


def export_command(provider: Provider) -> click.Command:
    """Return the command `export`, fed by this provider."""

    @click.command("export")
    @click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", help="Lines, or a table.")
    @click.option("--flow", help="Only this flow.")
    @click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
    def command(form: Literal["jsonl", "csv"], flow: str | None, out: Path | None) -> None:
        """Print every answer and comment. These are people's words: keep them safe."""
        try:
            with provider(flow, with_words=True) as found:
                refuse_unknown(flow, found)
                table = rows(found.responses, found.flows)
                write(csv_lines(table) if form == "csv" else jsonl(table), out)
        except SaysoError as fault:
            raise click.ClickException(str(fault)) from fault

    return command


command = export_command(gathered)
