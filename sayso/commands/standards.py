"""`sayso standards`: the standards that there are, what changed between versions, and a flow that asks about the wording."""

from itertools import pairwise
from pathlib import Path

import click

from config.standards_files import STANDARDS, load_standards
from feedback.errors import SaysoError
from feedback.standards.standard import Standard, changes, consultation, in_versions
from sayso.exports.atomic_files import write

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("standards", invoke_without_command=True)
@click.option("--folder", type=_FOLDER, help="Your own folder of standards.")
@click.pass_context
def command(context: click.Context, folder: Path | None) -> None:
    """List the standards by which organisations measure themselves."""
    context.obj = _versions(folder)
    if context.invoked_subcommand is None:
        for name, versions in context.obj.items():
            click.echo(f"{name}: {versions[-1].title} ({', '.join(f'v{one.version}' for one in versions)})")


@command.command("changes")
@click.argument("name")
@click.pass_obj
def changes_(known: dict[str, tuple[Standard, ...]], name: str) -> None:
    """Say what changed in NAME from version to version."""
    versions = _known(known, name)
    for old, new in pairwise(versions):
        click.echo(f"v{old.version} to v{new.version}")
        for one in changes(old, new):
            click.echo(f"  {one.kind}: {one.after or one.before}")


@command.command("consult")
@click.argument("name")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
@click.pass_obj
def consult(known: dict[str, tuple[Standard, ...]], name: str, out: Path | None) -> None:
    """Write a flow file that asks what people think of the wording of the newest version of NAME."""
    versions = _known(known, name)
    write([consultation(versions[-1], versions[-2] if len(versions) > 1 else None)], out)


def _versions(folder: Path | None) -> dict[str, tuple[Standard, ...]]:
    try:
        return in_versions(load_standards(folder or STANDARDS))
    except SaysoError as fault:
        raise click.ClickException(str(fault)) from fault


def _known(known: dict[str, tuple[Standard, ...]], name: str) -> tuple[Standard, ...]:
    if name not in known:
        raise click.ClickException(f"There is no standard {name}. There is: {', '.join(known)}.")
    return known[name]
