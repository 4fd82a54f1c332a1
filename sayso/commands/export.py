"""`sayso export`: every answer and comment as a row, for a notebook, a spreadsheet or a statistics program."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import click

from feedback.conversation.response import Response
from feedback.errors import SaysoError
from report.counting.slices import ReportSlice
from report.exports.codebook import codebook
from report.exports.long import csv_lines, jsonl, rows
from report.exports.readme import codebook_lines
from report.exports.redaction import ClearedTexts, withheld
from sayso.commands.export_inputs import EXPORT_CONTEXT, ExportContext, ExportSpec
from sayso.commands.open_store import gathered
from sayso.commands.report_inputs import ReportInputs, ResponseSource, refuse_unknown
from sayso.commands.slice_options import slice_of, with_slices
from sayso.core.clock import now
from sayso.exports.archive import BOM, CODED_FORMS, FORMS, bundle
from sayso.exports.atomic_files import write, write_chunks
from sayso.exports.dataset import Reread, ResponseDataset, material
from sayso.exports.qdpx import with_project
from sayso.exports.zipped import zipped

Role = Literal["host", "reviewer", "analyst"]
_TEXT_FORMS = frozenset({"jsonl", "csv"})
_OF_ONE_FLOW = {"sav": "An SPSS file", "dta": "A Stata file"}


@dataclass(frozen=True)
class _Order:
    """What was asked for on the command line."""

    forms: tuple[Any, ...]
    flow: str | None
    out: Path | None
    role: Role
    why: str
    bom: bool
    semicolon: bool
    documents: Literal["answer", "person"]
    part: ReportSlice

    @property
    def of(self) -> str:
        """What it is of, for the record."""
        return f"{self.flow}, {self.part}" if self.flow and not self.part.is_whole else self.flow or ""

    @property
    def separator(self) -> str:
        """What stands between the cells of a CSV."""
        return ";" if self.semicolon else ","

    @property
    def is_bundle(self) -> bool:
        """Whether several files are wanted: a zip, or a folder."""
        return self.out is not None and (self.out.suffix == ".zip" or self.out.is_dir())


class _Forms(click.ParamType[tuple[str, ...]]):
    """One format, or several with commas between."""

    name = "FORMAT,..."

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the formats named."""
        found = tuple(dict.fromkeys(str(value).split(",")))
        for form in found:
            if form not in FORMS:
                self.fail(f"{form!r} is no format. There are: {', '.join(FORMS)}.", param, ctx)
        return found


def export_command(provider: ResponseSource, context: ExportContext) -> click.Command:
    """Return the command `export`, fed by this provider and recorded through this context."""

    @click.command("export")
    @click.option("--format", "forms", type=_Forms(), help=f"{', '.join(FORMS)}; several with commas.")
    @click.option("--flow", help="Only this flow.")
    @click.option("--out", type=click.Path(path_type=Path), help="A file, a .zip or a folder instead of the screen.")
    @click.option("--role", type=click.Choice(["analyst", "reviewer"]), help="analyst: words that nobody checked stay.")
    @click.option("--why", default="", help="Why it is made, for the record. A reviewer must say.")
    @click.option("--bom", is_flag=True, help="Begin a CSV so that Excel reads it as UTF-8.")
    @click.option(
        "--semicolon", is_flag=True, help="Put ; between the cells of a CSV, as Excel reads it in much of Europe."
    )
    @click.option(
        "--documents", type=click.Choice(["answer", "person"]), default="answer", help="What one text of a qdpx is."
    )
    @with_slices
    def command(forms: tuple[str, ...] | None, role: Role | None, **asked: Any) -> None:
        """Hand out every answer and comment. These are people's words: keep them safe.

        The format is what the file is named for (answers.xlsx), else jsonl. Without --role they come whole, as whoever holds the key file may see them. Each export is recorded.
        """
        part = slice_of(asked)
        order = _Order(forms or (_named_for(asked["out"]),), role=role or "host", part=part, **asked)
        _refuse_wrong_use(order)
        try:
            _export(order, provider, context)
        except SaysoError as fault:
            raise click.ClickException(str(fault)) from fault

    return command


def _named_for(out: Path | None) -> str:
    ending = out.suffix.removeprefix(".").lower() if out else ""
    return ending if ending in FORMS else "jsonl"


def _refuse_wrong_use(order: _Order) -> None:
    if order.flow is None and not order.part.is_whole:
        raise click.UsageError("A period, a place or a group is of one flow. Name it: --flow NAME.")
    if order.role == "reviewer" and not order.why.strip():
        raise click.UsageError("A reviewer says why: --why TEXT.")
    if order.semicolon and "csv" not in order.forms:
        raise click.UsageError("--semicolon is for CSV: add --format csv.")
    if order.is_bundle:
        return
    if len(order.forms) > 1:
        raise click.UsageError("Several formats need a place for several files: --out FILE.zip, or a folder.")
    if order.out is None and order.forms[0] not in _TEXT_FORMS:
        raise click.UsageError(f"{order.forms[0]} is not for the screen: add --out FILE.")


def _export(order: _Order, provider: ResponseSource, context: ExportContext) -> None:
    checked = context.checked() if order.role == "analyst" else None
    with provider(order.flow, with_words=True, part=order.part) as found:
        refuse_unknown(order.flow, found)
        context.keep(ExportSpec(now(), order.role, order.why.strip(), order.forms, order.of))
        if order.forms[0] in _TEXT_FORMS and not order.is_bundle:
            _write_lines(order, found.responses if checked is None else withheld(found.responses, checked), found)
            return
        made_of = _material(order, found, context, checked)
        if order.is_bundle:
            _write_bundle(order, made_of)
        else:
            _write_one(order, made_of)


def _material(
    order: _Order, found: ReportInputs, context: ExportContext, checked: ClearedTexts | None
) -> ResponseDataset:
    whole = tuple(found.responses) if isinstance(found.responses, Iterator) else found.responses
    shown = whole if checked is None else Reread(lambda: withheld(whole, checked))
    made_of = material(shown, found.flows, order.flow, context.themes(order.flow))
    made_of = replace(made_of, separator=order.separator)
    if CODED_FORMS.isdisjoint(order.forms):
        return made_of
    return with_project(made_of, whole, context.coded(), checked, now(), is_by_person=order.documents == "person")


def _write_lines(order: _Order, told: Iterable[Response], found: ReportInputs) -> None:
    """Write rows as they are read, and beside a file its codebook."""
    heard: set[str] = {order.flow} if order.flow else set()
    table = rows(_noted(told, heard), found.flows)
    if order.forms[0] == "jsonl":
        write(jsonl(table), order.out)
    else:
        write(chain([BOM] if order.bom else [], csv_lines(table, order.separator)), order.out)
    if order.out is not None:
        versions = [[flow for flow in found.flows.values() if flow.name == name] for name in sorted(heard)]
        text = chain([BOM], codebook_lines((codebook(one) for one in versions), order.separator))
        write(text, order.out.with_suffix(".codebook.csv"))


def _noted(responses: Iterable[Response], heard: set[str]) -> Iterator[Response]:
    for response in responses:
        heard.add(response.flow)
        yield response


def _write_one(order: _Order, made_of: ResponseDataset) -> None:
    """Write a format that has its codebook inside: one file, and only of one flow where it holds no more."""
    if order.out is None:  # pragma: no cover - refused as wrong use
        return
    form = order.forms[0]
    if form in _OF_ONE_FLOW and len(made_of.books) > 1:
        names = ", ".join(book.flow for book in made_of.books)
        raise SaysoError(f"{_OF_ONE_FLOW[form]} holds one flow. Name one with --flow ({names}), or ask for a .zip.")
    made = bundle(made_of, (form,), role=order.role, has_words=order.role != "analyst", made_at=now())
    write_chunks(next(made)[2], order.out)


def _write_bundle(order: _Order, made_of: ResponseDataset) -> None:
    made = bundle(made_of, order.forms, role=order.role, has_words=order.role != "analyst", made_at=now())
    if order.out is None:  # pragma: no cover - a bundle has a place
        return
    if order.out.is_dir():
        for name, _, content in made:
            write_chunks(content, order.out / name)
    else:
        write_chunks(zipped((name, content) for name, _, content in made), order.out)


command = export_command(gathered, EXPORT_CONTEXT)
