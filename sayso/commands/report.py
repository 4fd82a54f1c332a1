"""`sayso report FLOW`: the figures of one flow, for people or for programs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from feedback.errors import SaysoError
from report.build.comparison import perspective as compare
from report.build.release_history import VersionedResponses
from report.build.report import Findings, Report, build, signed
from report.counting.figures import Figure
from report.counting.slices import ReportSlice
from report.disclosure.suppression import PROFILES, Profile
from report.narrative.file import from_file
from report.parts.joint import JointReport
from sayso.commands.open_store import gathered, published_folder
from sayso.commands.report_inputs import ResponseSource, refuse_exact, refuse_unknown
from sayso.commands.report_parts import again_of, parts_of, parts_to_keep, refuse_again, refuse_by
from sayso.commands.slice_options import slice_of, with_slices
from sayso.core.clock import now
from sayso.exports.atomic_files import write, write_bytes
from sayso.exports.report_formats import FILES_ONLY, FORMS, Printable, drawn, every_file, printed
from sayso.staff.published_reports import Publication, PublishedReports, ReportToKeep

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEXT = (
    "After this one, the next report can be published when 10 more have replied. It will hold back each number to which "
    "fewer than 10 replies, or 1 to 4 of one answer, came since."
)


@dataclass(frozen=True)
class _Order:
    """What was asked for on the command line."""

    form: str
    out: Path | None
    easy: bool
    profile: Profile | None
    publish: bool
    check: bool
    published: str | None
    part: ReportSlice
    words: Path | None
    joined: tuple[str, ...]


def report_command(provider: ResponseSource, folder: Callable[[], Path] = published_folder) -> click.Command:
    """Return the command `report`, fed by this provider; published reports stand in this folder."""

    @click.command("report")
    @click.argument("flow")
    @click.option("--format", "form", type=click.Choice(FORMS), help="html unless the name of the file says another.")
    @click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen.")
    @click.option("--profile", type=click.Choice(PROFILES), help="How small numbers are kept; the flow chooses if not.")
    @click.option("--easy", is_flag=True, help="In Easy Read: short sentences and large print.")
    @click.option("--perspective", metavar="FLOW", help="Set this flow beside it: organisations beside people.")
    @click.option(
        "--with", "joined", multiple=True, metavar="FLOW", help="Print this flow in the same report, after it."
    )
    @click.option(
        "--publish", is_flag=True, help="Keep these figures for ever, and hold later reports apart from them."
    )
    @click.option("--check", is_flag=True, help="Say how much would be shown if this were published. Nothing is kept.")
    @click.option("--published", metavar="NAME", help="Print figures that were published: a name, or last.")
    @click.option(
        "--by", metavar="WHAT", help="Parts side by side: period, place, group, channel, or a question about people."
    )
    @click.option("--again", is_flag=True, help="What changed for the same people, who answered again months later.")
    @with_slices
    @click.option("--name", default="", help="What the report is called, such as Spring 2026.")
    @click.option("--words", type=_FILE, help="Print these words (TOML) around the figures, not those kept.")
    def command(
        flow: str, form: str | None, perspective: str | None, by: str | None, *, again: bool, **asked: Any
    ) -> None:
        """Print how many answered what in FLOW, with every base.

        `sayso report --perspective ORGANISATIONS PEOPLE` sets two flows side by side on the codes they share.
        `sayso report trust_leads --with signatories` prints both in one document, each with a footnote of its own.
        """
        order = _order(form, **asked)
        _refuse_wrong_use(order, perspective, by, again=again)
        try:
            if again:
                _hand_over(drawn(again_of(provider, flow), order.form), order)
            else:
                _carry_out(provider, (flow, perspective, by), order, PublishedReports(folder))
        except SaysoError as fault:
            raise click.ClickException(str(fault)) from fault

    return command


def _refuse_wrong_use(order: _Order, perspective: str | None, by: str | None, *, again: bool) -> None:
    if perspective and (order.publish or order.published or order.check):
        raise click.UsageError("Publish each of the two flows by itself.")
    if order.joined and (perspective or by or order.check or order.words):
        raise click.UsageError("--with goes with none of --perspective, --by, --check and --words.")
    if by and perspective:
        raise click.UsageError("Either parts side by side, or two flows.")
    if again and (by or perspective):
        raise click.UsageError("Either the same people again, or something else beside each other.")
    if again:
        refuse_again(order)
    if by:
        refuse_by(order, by)


def _carry_out(
    provider: ResponseSource, what: tuple[str, str | None, str | None], order: _Order, shelf: PublishedReports
) -> None:
    """Hand out what was asked for: of a flow, beside another one, or by its parts."""
    flow, perspective, by = what
    if by and order.publish:
        _publish(parts_to_keep(provider, flow, by, order, shelf), order, shelf)
    elif by:
        _hand_over(_printed(order, parts_of(provider, flow, by, order.profile)), order)
    elif order.check:
        click.echo(_told_beforehand(provider, flow, order, shelf))
    elif order.publish:
        prepared = tuple(_to_keep(provider, name, order, shelf) for name in (flow, *order.joined))
        _publish(Publication(_joint([one.report for one in prepared]), prepared), order, shelf)
    elif perspective:
        _hand_over(
            _printed(order, compare(*(_report(provider, one, order, shelf) for one in (flow, perspective)))), order
        )
    else:
        reports = [_report(provider, name, order, shelf) for name in (flow, *order.joined)]
        _hand_over(_printed(order, _joint(reports)), order)


def _joint(reports: Sequence[Report]) -> Printable:
    return reports[0] if len(reports) == 1 else JointReport(tuple(reports))


def _printed(order: _Order, told: Printable) -> bytes:
    """Return a report in the format that was asked for."""
    return printed(told, order.form, is_easy=order.easy)


def _report(provider: ResponseSource, flow: str, order: _Order, shelf: PublishedReports) -> Report:
    if order.published:
        return shelf.read(flow, order.published)
    with provider(flow, with_words=False, part=order.part) as found:
        refuse_unknown(flow, found)
        refuse_exact(flow, found, order.profile)
        told = build(flow, found.responses, found.flows, found.invited, order.profile, _worded(found.heard, order))
        return _named(told, found.part or order.part, found.organisation)


def _worded(heard: Findings | None, order: _Order) -> Findings | None:
    """Return what staff made of the words, with those of a file around the figures where one is given. Raises FlowError."""
    if order.words is None:
        return heard
    found = heard or Findings()
    ids = {one.label: one.id for one in found.themes}
    words = from_file(str(order.words), order.words.read_text("utf-8-sig", "replace"), ids)
    return replace(found, narrative=words.renamed(ids))


def _named(told: Report, part: ReportSlice, organisation: str) -> Report:
    """Return a report that says which replies it is of, who made it and when."""
    return signed(replace(told, method=replace(told.method, slice=part)), organisation, now().date())


def _to_keep(provider: ResponseSource, flow: str, order: _Order, shelf: PublishedReports) -> ReportToKeep:
    with provider(flow, with_words=False, part=order.part) as found:
        refuse_unknown(flow, found)
        refuse_exact(flow, found, order.profile)
        watched = VersionedResponses(found.responses)
        told = build(flow, watched, found.flows, found.invited, order.profile, _worded(found.heard, order))
        return shelf.prepare(_named(told, found.part or order.part, found.organisation), watched.version, found.flows)


def _told_beforehand(provider: ResponseSource, flow: str, order: _Order, shelf: PublishedReports) -> str:
    """Return how much a report would show if it were published now, and when the next one could be."""
    prepared = _to_keep(provider, flow, order, shelf)
    alone, told = prepared.alone, prepared.report
    lines = [
        f"{name}: {_shown(now)} of {len(before)} shown, {_shown(before) - _shown(now)} held back for earlier reports"
        for name, before, now in (
            ("figures", alone.figures, told.figures),
            ("themes", alone.method.themes, told.method.themes),
        )
    ]
    return "\n".join((*lines, NEXT))


def _shown(figures: Sequence[Figure]) -> int:
    return sum(one.shown for one in figures)


def _publish(found: Publication, order: _Order, shelf: PublishedReports) -> None:
    """Make the report in every format, then keep it and hand it over; where any of this fails, nothing is kept."""
    made = _printed(order, found.told)
    if found.is_new:
        for told in {id(one): one for one in (*(kept.report for kept in found.prepared), found.told)}.values():
            every_file(told)
    with shelf.keeping_all(found.prepared):
        _hand_over(made, order)


def _order(form: str | None, out: Path | None, **more: Any) -> _Order:
    """Return what was asked for. Raises UsageError where it cannot be."""
    named = out.suffix.removeprefix(".").lower() if out else ""
    if not form and named and named not in FORMS:
        raise click.UsageError(f"No format is called {named}. Name the file .{', .'.join(FORMS)}, or say --format.")
    order = _Order(form or named or "html", out, part=slice_of(more), **more)
    if order.form in FILES_ONLY and out is None:
        raise click.UsageError(f"A {order.form} is no text. Say where it goes: --out report.{order.form}")
    if order.easy and order.form == "json":
        raise click.UsageError("JSON is for programs. Leave out --easy, or choose another format.")
    if (order.publish or order.check) and order.published:
        raise click.UsageError("Either publish, or print what was published.")
    return order


def _hand_over(made: bytes, order: _Order) -> None:
    """Write a report to the screen or to its file."""
    if order.out is None:
        write([made.decode()], None)
    else:
        write_bytes(made, order.out)


command = report_command(gathered)
