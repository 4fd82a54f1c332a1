"""`sayso flow`: check flow files, list their routes, and tell what a change does."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from sayso.commands.flow_files import file_commands
from sayso.commands.flow_understood import understood

if TYPE_CHECKING:
    from config.settings import Settings
    from feedback.errors import Fault
    from feedback.flows.model import Flow
    from feedback.flows.route_analysis import Length, Route, Walk
    from feedback.flows.words import Words

_EFFECTS = {
    "wording": "Wording: conversations under way keep the words that they began with.",
    "structure": "Structure: new conversations only; those under way finish the old version.",
    "meaning": "Meaning: not possible under the same id.",
}
_FORMAT = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)


@click.group(
    short_help="Check flow files, list their routes, compare versions, exchange them, see how they are understood."
)
def flow() -> None:
    """Check flow files, list their routes, tell what a change does, and exchange them with other programs.

    `understood` counts in what is stored which questions are not understood. A FLOW is the path of a file, or the name of a flow in the flows folder (SAYSO_FLOWS).
    """


@flow.command(short_help="Report every problem in flow files.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_FORMAT
def check(files: tuple[Path, ...], style: str) -> None:
    """Name every fault and warning in FILES, each with its line (without FILES: in the flows folder).

    Exits 1 when there is a fault. A warning is no fault.
    """
    from sayso.core.flow_files import check_path

    words = _words(style)
    paths = files or _paths()
    checked = {path: check_path(path, words, paths if not files else ()) for path in paths}
    faults = [fault for found in checked.values() for fault in found.faults]
    if style == "json":
        _print_json([_as_row(fault) for fault in faults])
    else:
        _print_faults(faults)
        for path, found in checked.items():
            if found.walk:
                click.echo(f"{path}: {_in_a_line(found.walk)}")
    sys.exit(1 if any(not fault.is_warning for fault in faults) else 0)


@flow.command(short_help="List every route through a flow.")
@click.argument("name", metavar="FLOW")
@_FORMAT
def routes(name: str, style: str) -> None:
    """List every route through FLOW, the longest first, with the questions on it."""
    from feedback.flows.route_analysis import routes as all_routes
    from feedback.flows.route_analysis import walk

    sound = _sound(name, _words(style), style)
    walked, (found, is_whole) = walk(sound), all_routes(sound)
    if style == "json":
        lengths = {"longest": _as_length(walked.longest), "median": _as_length(walked.median)}
        rows = [{"questions": list(route.questions), "ways": route.ways} for route in found]
        _print_json({"flow": sound.name, "routes": rows, **lengths, "all": is_whole})
        return
    for number, route in enumerate(found, start=1):
        click.echo(_route_line(number, route))
    click.echo(f"{len(found)} routes. {_in_a_line(walked)}")
    if not is_whole:
        click.echo("These are not all: there are too many ways to walk.")


@flow.command(short_help="Show what a change to a flow affects.")
@click.argument("old")
@click.argument("new")
@_FORMAT
def diff(old: str, new: str, style: str) -> None:
    """Sort the changes from OLD to NEW into wording, structure and meaning.

    Exits 1 when NEW may not follow OLD: a meaning has changed, or the version was not raised.
    """
    from feedback.flows.diff import compare, version_faults
    from feedback.flows.toml_source import read_source

    words = _words(style)
    before, after = _sound(old, words, style), _sound(new, words, style)
    source = read_source(str(_path(new)), _path(new).read_text("utf-8"))
    changes, faults = compare(before, after), version_faults(source, before, after)
    if style == "json":
        _print_json({"changes": [asdict(change) for change in changes], "faults": [_as_row(fault) for fault in faults]})
    else:
        for kind, effect in _EFFECTS.items():
            of_kind = [change for change in changes if change.kind == kind]
            for line in [effect, *(f"  {change.where}: {change.message}" for change in of_kind)] if of_kind else []:
                click.echo(line)
        if not changes:
            click.echo("The two are the same.")
        _print_faults(faults)
    sys.exit(1 if faults else 0)


def _settings() -> "Settings":
    from config.settings import load_settings
    from feedback.errors import SaysoError

    try:
        return load_settings(os.environ)
    except SaysoError as fault:
        raise click.ClickException(str(fault)) from fault


def _paths() -> tuple[Path, ...]:
    """Return the files of all flows in use: those of the flows folder, and those written in the browser."""
    from config.load import flow_paths

    known = _settings()
    paths = flow_paths(known.flows, known.written)
    if not paths:
        raise click.UsageError(f"There is no flow in {known.flows}.")
    return paths


def _path(name: str) -> Path:
    if Path(name).is_file():
        return Path(name)
    found = next((path for path in _paths() if path.name == f"{name}.toml"), None)
    if found is None:
        raise click.UsageError(f'There is no file and no flow "{name}". The flows folder is {_settings().flows}.')
    return found


def _words(style: str) -> "Words":
    from config.load import load_words
    from feedback.errors import FlowError

    try:
        return load_words(written=_written())
    except FlowError as error:
        _refuse(error.faults, style)


def _written() -> Path | None:
    """Return where words of the house may lie; None where the settings cannot be read: then the shipped ones do."""
    from config.settings import SettingsError, load_settings

    try:
        return load_settings(os.environ).written
    except SettingsError:
        return None


def _sound(name: str, words: "Words", style: str) -> "Flow":
    from config.load import check_file

    checked = check_file(_path(name), words)
    return checked.flow or _refuse(checked.faults, style)


def _refuse(faults: Iterable["Fault"], style: str) -> NoReturn:
    found = list(faults)
    if style == "json":
        _print_json([_as_row(fault) for fault in found])
    else:
        _print_faults(found)
    sys.exit(1)


def _print_faults(faults: Iterable["Fault"]) -> None:
    for fault in faults:
        kind = "warning" if fault.is_warning else "fault"
        click.echo(f"{fault.file}:{fault.line}: {kind}: {fault.message} {fault.suggestion}".rstrip())


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _as_row(fault: "Fault") -> dict[str, Any]:
    row = asdict(fault)
    row["severity"] = "warning" if row.pop("is_warning") else "error"
    return row


def _as_length(length: "Length") -> dict[str, int]:
    return {"questions": length.questions, "minutes": length.minutes}


def _route_line(number: int, route: "Route") -> str:
    count = len(route.questions)
    questions = "1 question" if count == 1 else f"{count} questions"
    ways = "1 way" if route.ways == 1 else f"{route.ways} ways"
    return f"{number}. {questions}, {ways} of answering: {' '.join(route.questions)}"


def _in_a_line(walked: "Walk") -> str:
    longest, median = walked.longest, walked.median
    return (
        f"The longest way has {longest.questions} questions and takes about {longest.minutes} min, "
        f"the median {median.questions} and about {median.minutes} min."
    )


for made in (*file_commands(_sound, _words), understood):
    flow.add_command(made)

command = flow
