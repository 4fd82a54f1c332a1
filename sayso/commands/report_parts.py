"""`sayso report --by`: the parts of the replies side by side, to be printed or published."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import click

from feedback.errors import SaysoError
from feedback.flows.model import Flow
from report.build.release_history import VersionedResponses
from report.build.report import Report, signed
from report.counting.flow_versions import in_order
from report.counting.slices import ReportSlice
from report.disclosure.suppression import Profile
from report.formats.blocks import Document
from report.parts.again import answered_again
from report.parts.breakdown import Breakdown, ReplySource, broken_down
from report.parts.cuts import Cut
from report.parts.part_sizes import Path
from report.parts.parts_report import SideBySide
from sayso.commands.report_inputs import ReportInputs, ResponseSource, refuse_exact, refuse_unknown
from sayso.core.clock import now
from sayso.staff.published_reports import Publication, PublishedReports

_PUBLISHED_BY = ("period", "place", "group")
"""Cuts whose parts are reports of their own, as --from, --place and --group ask for them."""


def refuse_by(asked: Any, by: str) -> None:  # the order of a report
    """Raise UsageError for what parts side by side cannot have."""
    if asked.published or asked.check:
        raise click.UsageError(
            "Parts side by side are not checked or printed again. Name one part: --place and the like."
        )
    if asked.publish and by not in _PUBLISHED_BY:
        raise click.UsageError(f"Parts can be published by {', '.join(_PUBLISHED_BY)}, and by nothing else.")
    if not asked.part.is_whole:
        raise click.UsageError("--by cuts all replies into parts. Leave out --from, --to, --place and --group.")


def refuse_again(asked: Any) -> None:  # the order of a report
    """Raise UsageError for what the same people again cannot have."""
    if asked.publish or asked.published or asked.check or asked.easy or asked.joined or asked.form == "json":
        raise click.UsageError("The same people again have no Easy Read and no JSON, and are not published.")
    if not asked.part.is_whole:
        raise click.UsageError("This is of all replies. Leave out --from, --to, --place and --group.")


def again_of(provider: ResponseSource, flow: str) -> Document:
    """Return what changed for the people of a flow who answered it again. Raises SaysoError for an unknown flow."""
    with provider(flow, with_words=False) as found:
        refuse_unknown(flow, found)
        versions = in_order(one for one in found.flows.values() if one.name == flow)
        return answered_again(versions[-1].title, versions, found.responses, found.again())


@dataclass(frozen=True)
class _Found:
    """The parts of a flow, its versions, the version of the data, and who made the report."""

    side_by_side: SideBySide
    flows: Mapping[str, Flow]
    data_version: str
    organisation: str


def parts_of(provider: ResponseSource, flow: str, by: str, profile: Profile | None) -> SideBySide:
    """Return the parts of a flow side by side. Raises SaysoError, naming what it can be cut by, for anything else."""
    return _found(provider, flow, by, profile).side_by_side


def _found(provider: ResponseSource, flow: str, by: str, profile: Profile | None) -> _Found:
    with provider(flow, with_words=False) as found:
        refuse_unknown(flow, found)
        refuse_exact(flow, found, profile)
        cut = _cut(found, flow, by)
        versions = {name: one for name, one in found.flows.items() if one.name == flow}
        invited = None if isinstance(found.invited, int) else found.invited
        watched = VersionedResponses(found.responses)
        source = ReplySource(flow, tuple(watched), versions, found.heard, profile, invited)
        told = SideBySide(broken_down(source, cut), cut, f"{now():%Y-%m}")
        return _Found(told, found.flows, watched.version, found.organisation)


def _cut(found: ReportInputs, flow: str, by: str) -> Cut:
    known = {cut.name: cut for cut in found.cuts()}
    if by not in known:
        raise SaysoError(f"{flow} cannot be cut by {by}. There are: {', '.join(known)}.")
    return known[by]


def parts_to_keep(provider: ResponseSource, flow: str, by: str, order: Any, shelf: PublishedReports) -> Publication:
    """Return the parts as they can be published, each held apart from the others and from all published before.

    A part that cannot be published beside those is not shown. Raises SaysoError where that is so of all replies.
    """
    found = _found(provider, flow, by, order.profile)
    told, cut = found.side_by_side.found, found.side_by_side.cut
    whole = signed(_of(told.whole, ReportSlice(name=order.part.name)), found.organisation, now().date())
    kept = [shelf.prepare(whole, found.data_version, found.flows)]
    parts: dict[Path, Report] = {}
    for path, part in told.parts.items():
        one = _of(part, _slice(provider, flow, cut, path))
        # A part shows no more than the part around it does: where that is not published, this is not either.
        if len(path) == 1 or path[:-1] in parts:
            try:
                kept.append(shelf.prepare(one, found.data_version, found.flows, tuple(kept)))
            except SaysoError:
                continue
            parts[path] = kept[-1].report
    few = (*told.too_few, *(path for path in told.parts if path not in parts))
    return Publication(
        replace(found.side_by_side, found=Breakdown(kept[0].report, parts, few, told.left_out)), tuple(kept)
    )


def _of(report: Report, part: ReportSlice) -> Report:
    return replace(report, method=replace(report.method, slice=part))


def _slice(provider: ResponseSource, flow: str, cut: Cut, path: Path) -> ReportSlice:
    """Return which replies a part is of, with every spelling of its place."""
    if cut.name == "period":
        return _days(path)
    part = ReportSlice(place=path[-1]) if cut.name == "place" else ReportSlice(group=path[-1])
    with provider(flow, with_words=False, part=part) as found:
        return found.part or part


def _days(path: Path) -> ReportSlice:
    """Return the days of a year, of a quarter of it (2026 quarter 2) or of a month (2026-04)."""
    year = int(path[0])
    first, last = 1, 12
    if len(path) == 2:
        first, last = 3 * int(path[1][-1]) - 2, 3 * int(path[1][-1])
    if len(path) == 3:
        first = last = int(path[2][-2:])
    return ReportSlice(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
