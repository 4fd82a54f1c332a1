"""`sayso report FLOW`: the figures of one flow, for people or for programs."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from feedback.errors import SaysoError
from feedback.flow import Flow
from feedback.response import Response
from report.build import build
from report.disclosure import PROFILES, Profile
from report.render import to_json, to_markdown


@dataclass(frozen=True)
class Gathered:
    """What a report or an export is made of. `responses` may be a stream, read once, inside the provider's context.

    `flows` is by version id: every version stored, and the newest of each flow. `invited` is the number of invitations
    to the flow, None where nobody counted.
    """

    responses: Iterable[Response]
    flows: Mapping[str, Flow]
    invited: int | None = None


Provider = Callable[[str | None], AbstractContextManager[Gathered]]
"""Opens what is stored of one flow (None: of all), with its comments, from the start of the context to its end."""


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
            with provider(flow) as gathered:
                told = build(flow, gathered.responses, gathered.flows, gathered.invited, profile)
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
