"""`sayso report FLOW`: the figures of one flow, for people or for programs."""

from pathlib import Path
from typing import Literal

import click

from feedback.errors import SaysoError
from report.build import build
from report.disclosure import PROFILES, Profile
from report.render import to_json, to_markdown
from sayso.commands.gathering import Provider, refuse_unknown
from sayso.commands.stored import gathered
from sayso.outputs.files import write


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


command = report_command(gathered)
