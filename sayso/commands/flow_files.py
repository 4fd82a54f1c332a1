"""`sayso flow import` and `sayso flow export`: flows from and for other programs, with a list of what is lost."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from feedback.errors import optional

if TYPE_CHECKING:
    from feedback.errors import Fault
    from feedback.exchange.flow_file import Taken
    from feedback.flows.model import Flow
    from feedback.flows.words import Words

Sound = Callable[[str, "Words", str], "Flow"]
"""Returns a flow by its name or path, or ends with its faults."""

_SIZE_MOST = 10_000_000
"""Bytes of a SurveyJS form."""


def file_commands(sound: Sound, words: Callable[[str], "Words"]) -> tuple[click.Command, click.Command]:
    """Return the commands `import` and `export`; flows and the shared words come from these two."""

    @click.command("import", short_help="Convert a form from another program into a flow file.")
    @click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A new file instead of the screen.")
    def import_(file: Path, out: Path | None) -> None:
        """Make a flow file of FILE: an XLSForm (.xlsx) of ODK, KoboToolbox and others, or a SurveyJS form (.json).

        Everything that cannot be carried over is listed, and every fault of the flow. Exits 1 when there is a fault.
        """
        _import(file, out, words("text"))

    @click.command("export", short_help="Convert a flow into a form for another program.")
    @click.argument("name", metavar="FLOW")
    @click.option("--format", "form", type=click.Choice(["xlsform", "surveyjs"]), required=True, help="For which.")
    @click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
    def export(name: str, form: Literal["xlsform", "surveyjs"], out: Path | None) -> None:
        """Make an XLSForm (.xlsx) or a SurveyJS form (JSON) of FLOW.

        Everything that cannot be carried over is listed.
        """
        if form == "xlsform" and out is None:
            raise click.UsageError("xlsform is not for the screen: add --out FILE.xlsx.")
        shared = words("text")
        _export(sound(name, shared, "text"), form, out, shared.labels.get("prefer_not", "Prefer not to say"))

    return import_, export


def _import(file: Path, out: Path | None, words: "Words") -> None:
    from feedback.flows.linter import check
    from sayso.exports.atomic_files import write

    if out is not None and out.exists():
        raise click.ClickException(f"{out} is there already. Name another file.")
    taken = _from_surveyjs(file) if file.suffix.lower() == ".json" else _from_xlsform(file)
    write([taken.text], out)
    _tell("Not carried over:", taken.lost)
    faults = check(str(out or f"{taken.name}.toml"), taken.text, words).faults
    _tell("To look at in the flow:", (_line(fault) for fault in faults))
    if any(not fault.is_warning for fault in faults):
        raise SystemExit(1)


def _from_xlsform(file: Path) -> "Taken":
    from feedback.exchange.xlsform_import import from_xlsform

    with optional("An XLSForm", "exports"):
        from sayso.exports.sheets import read_sheets
    return from_xlsform(read_sheets(file), file.stem)


def _from_surveyjs(file: Path) -> "Taken":
    from feedback.exchange.surveyjs_form import FormError
    from feedback.exchange.surveyjs_import import from_surveyjs

    if file.stat().st_size > _SIZE_MOST:
        raise click.ClickException(f"{file} has over {_SIZE_MOST // 1_000_000} MB. That is far more than any form.")
    try:
        return from_surveyjs(file.read_text("utf-8-sig"), file.stem)
    except UnicodeDecodeError as fault:
        raise click.ClickException(f"{file} is no text in UTF-8. Save it again as JSON in UTF-8.") from fault
    except FormError as fault:
        raise click.ClickException(f"{file}: {fault}") from fault


def _export(flow: "Flow", form: str, out: Path | None, prefer_not: str) -> None:
    from feedback.exchange.surveyjs_export import to_surveyjs
    from feedback.exchange.xlsform_export import COLUMNS, to_xlsform
    from sayso.exports.atomic_files import write, write_bytes

    if form == "xlsform" and out is not None:
        with optional("An XLSForm", "exports"):
            from sayso.exports.sheets import write_sheets
        sheets, lost = to_xlsform(flow, prefer_not)
        write_bytes(write_sheets(sheets, COLUMNS), out)
    else:
        made, lost = to_surveyjs(flow, prefer_not)
        write([json.dumps(made, ensure_ascii=False, indent=2) + "\n"], out)
    _tell("Not carried over:", lost)


def _line(fault: "Fault") -> str:
    kind = "warning" if fault.is_warning else "fault"
    return f"{fault.file}:{fault.line}: {kind}: {fault.message} {fault.suggestion}".rstrip()


def _tell(heading: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        click.echo("\n".join([heading, *(f"  {line}" for line in found)]), err=True)
