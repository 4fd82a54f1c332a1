"""`sayso report FLOW`: the figures of one flow, for people or for programs."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import click

from feedback.errors import SaysoError
from report.build import build
from report.disclosure import PROFILES, Profile
from report.render import to_json, to_markdown
from sayso.commands.gathering import Provider, refuse_unknown
from sayso.commands.stored import gathered


def report_command(provider: Provider) -> click.Command:
    """Return the command `report`, fed by this provider."""

    @click.command("report")
    @click.argument("flow")
    @click.option("--format", "form", type=click.Choice(["md", "json"]), default="md", help="For people, or programs.")
    @click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
    @click.option("--profile", type=click.Choice(PROFILES), help="How small numbers are kept; the flow chooses if not.")
    def command(flow: str, form: Literal["md", "json"], out: Path | None, profile: Profile | None) -> None:
        """Print how many answered what in FLOW, with every base."""
        try:
            with provider(flow, with_words=False) as found:
                refuse_unknown(flow, found)
                told = build(flow, found.responses, found.flows, found.invited, profile)
        except SaysoError as fault:
            raise click.ClickException(str(fault)) from fault
        write([to_json(told) if form == "json" else to_markdown(told)], out)

    return command


def write(chunks: Iterable[str], out: Path | None) -> None:
    """Write text as UTF-8 to the screen, or to a file that only its owner can read and that appears when it is whole.

    Raises ClickException where the file cannot be written.
    """
    if out is None:
        for chunk in chunks:
            click.echo(chunk.encode(), nl=False)
        return
    part = out.with_name(f"{out.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
        part.replace(out)
    except OSError as fault:
        raise click.ClickException(f"{out} cannot be written: {fault.strerror}. Choose another place.") from fault
    finally:
        part.unlink(missing_ok=True)


command = report_command(gathered)
