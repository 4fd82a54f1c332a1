"""Reports that were published: kept as they were, so that they can be printed again and later ones be held apart."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from feedback.errors import SaysoError
from feedback.flows.model import Flow
from report.build.held_apart import refuse_too_soon
from report.build.release_history import load_report
from report.build.report import Report
from report.counting.slices import ReportSlice
from report.formats.markdown_json import to_json
from report.parts.releases import apart_from_all
from sayso.core.clock import now
from sayso.exports.atomic_files import write
from sayso.exports.report_formats import Printable


@dataclass(frozen=True)
class ReportToKeep:
    """A report as it is to be published, and what is to be kept of it: None where it is kept already.

    `alone` is the report as it would be, had none been published before.
    """

    report: Report
    alone: Report
    about: Mapping[str, Any] | None


@dataclass(frozen=True)
class Publication:
    """What is to be printed, and each report that is to be kept for it: all of them, or none."""

    told: Printable
    prepared: tuple[ReportToKeep, ...]

    @property
    def is_new(self) -> bool:
        """Whether any of it is not kept yet."""
        return any(one.about is not None for one in self.prepared)


class PublishedReports:
    """The folder of published reports, one JSON file each: the query, the version of the data, and every table."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder

    def prepare(
        self, report: Report, data_version: str, flows: Mapping[str, Flow], beside: Sequence[ReportToKeep] = ()
    ) -> ReportToKeep:
        """Return a report as it can be published, held apart from those published before. Nothing is kept yet.

        `beside` are those that are published together with it: the report of all replies first, then its parts. The same query on the same data is not kept twice: it gives what was published, with the words of today. Raises
        SaysoError where too few people came since.
        """
        query = _query(report)
        report = _until_today(report)
        earlier: list[Report] = []
        for one in self._kept().values():
            old = load_report(one["report"])
            if (one["query"], one["data_version"]) == (query, data_version):
                return ReportToKeep(_quoting(old, apart_from_all(report, earlier, flows)), old, None)
            earlier.append(old)
        earlier += [one.report for one in beside if one.about is not None]
        refuse_too_soon(report, earlier)
        told = apart_from_all(report, earlier, flows)
        about = {
            "name": f"{report.flow}-{now():%Y-%m-%dT%H%M%SZ}{f'_{len(beside):02}' if beside else ''}",
            "query": query,
            "data_version": data_version,
            "is_part": bool(beside),
            "report": json.loads(to_json(_without_words(told))),
        }
        return ReportToKeep(told, report, about)

    @contextmanager
    def keeping_all(self, prepared: Iterable[ReportToKeep]) -> Iterator[None]:
        """Keep several reports while they are handed over together; where that fails, none is kept."""
        with ExitStack() as together:
            for one in prepared:
                together.enter_context(self.keeping(one))
            yield

    @contextmanager
    def keeping(self, prepared: ReportToKeep) -> Iterator[None]:
        """Keep a report while it is handed over; where that fails, it is not kept. Words are never kept.

        Whoever said them may take them back. Raises SaysoError where one was published in this very second.
        """
        if prepared.about is None:
            yield
            return
        self._folder().mkdir(mode=0o700, exist_ok=True)
        file = self._folder() / f"{prepared.about['name']}.json"
        if file.exists():
            raise SaysoError("Another report of this flow was published in this very second. Try again.")
        write([json.dumps(prepared.about, ensure_ascii=False, indent=2), "\n"], file)
        try:
            yield
        except BaseException:
            file.unlink(missing_ok=True)
            raise

    def read(self, flow: str, name: str) -> Report:
        """Return a report of a flow as it was published; `last` is the newest. Raises SaysoError, naming those there are."""
        kept = {known: one for known, one in self._kept().items() if one["query"]["flow"] == flow}
        whole = (known for known, one in kept.items() if not one.get("is_part"))
        found = max(whole, default=None) if name == "last" else name
        if found not in kept:
            raise SaysoError(f"No report of {flow} was published as {name}. There are: {', '.join(kept) or 'none'}.")
        return load_report(kept[found]["report"])

    def of_flow(self, flow: str) -> Mapping[str, Report]:
        """Return every report of a flow that was published, by its name, the newest first. Raises SaysoError."""
        mine = {name: one for name, one in self._kept().items() if one["query"]["flow"] == flow}
        return {name: load_report(mine[name]["report"]) for name in sorted(mine, reverse=True)}

    def _kept(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what was published, by name, the oldest first."""
        found = {}
        for file in sorted(self._folder().glob("*.json")):
            try:
                found[file.stem] = json.loads(file.read_text(encoding="utf-8"))
            except ValueError as error:
                raise SaysoError(f"{file} is no JSON. Put it back from a backup, or take it away.") from error
        return found


def _query(report: Report) -> dict[str, Any]:
    """Return what was asked for, as it is kept: the flow, the profile, and which replies, where not all."""
    part, asked = report.method.slice, {"flow": report.flow, "profile": report.method.profile}
    if part == ReportSlice():
        return asked
    days = {"from": part.since and part.since.isoformat(), "to": part.until and part.until.isoformat()}
    return {**asked, **days, "place": part.place, "group": part.group, "name": part.name}


def _until_today(report: Report) -> Report:
    """Return a report whose period ends today, at the latest: what comes later is in none that is published now."""
    part, today = report.method.slice, now().date()
    ended = replace(part, until=min(part.until or today, today))
    return replace(report, method=replace(report.method, slice=ended))


def _quoting(report: Report, today: Report) -> Report:
    """Return a report with the words of today: quotes, and what staff wrote."""
    now_said = today.method
    words = replace(report.method, quotes=now_said.quotes, kept_back=now_said.kept_back, narrative=now_said.narrative)
    return replace(report, method=words)


def _without_words(report: Report) -> Report:
    if not report.method.quotes:
        return report
    return replace(report, method=replace(report.method, quotes=(), kept_back=("not kept",)))
