"""Several surveys in one report: the words of the first around the findings of each, one after the other.

It prints nothing that the reports do not print each by itself, so they are protected, and published, each by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from report.build.cover import cover_of, title_of
from report.build.document_builder import counted_once, findings, rules
from report.build.easy_read import EASY, easy_blocks
from report.build.report import Report
from report.formats.blocks import Block, Cover, Document, Heading, numbered
from report.narrative.prose import closing, prose, section


@dataclass(frozen=True)
class JointReport:
    """Reports of several flows, in the order in which they are printed; its field is the key of its JSON."""

    reports: tuple[Report, ...]


def joint_document(joint: JointReport) -> Document:
    """Return the reports as one document, with the title, the cover, the introduction and the thanks of the first."""
    first = joint.reports[0]
    return Document(title_of(first), tuple(numbered(_blocks(joint.reports))), cover=_cover(joint.reports))


def easy_joint(joint: JointReport) -> Document:
    """Return the same in Easy Read."""
    first = joint.reports[0]
    return Document(title_of(first), tuple(_easy(joint.reports)), EASY, is_easy=True, cover=_cover(joint.reports))


def _blocks(reports: tuple[Report, ...]) -> Iterator[Block]:
    first = reports[0].method.narrative
    yield from section(first, "introduction")
    for number, one in enumerate(reports, 1):
        yield Heading(2, f"What we heard from {_from(one)}")
        yield from _lower(section(one.method.narrative, "asked"))
        yield from _lower(findings(one, "*" * number))
    said = [one.method.narrative.next for one in reports if one.method.narrative.next]
    if said:
        yield Heading(2, "What next")
        yield from (block for words in said for block in prose(words))
    yield from closing(first)
    for one in reports:
        if once := tuple(_lower(counted_once(one))):
            yield Heading(2, f"In numbers: {_from(one)}")
            yield from once
    yield from rules(reports)


def _easy(reports: tuple[Report, ...]) -> Iterator[Block]:
    for one in reports:
        yield Heading(2, f"What we heard from {_from(one)}")
        yield from _lower(easy_blocks(one))


def _from(report: Report) -> str:
    """Return whom a report is of: as staff wrote it, or the title of its flow."""
    return report.method.narrative.heard_from or report.method.title


def _lower(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with their headings one level lower, as they stand in a part of a report."""
    for block in blocks:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _cover(reports: tuple[Report, ...]) -> Cover:
    """Return the cover of the first, with the period and the versions of each."""
    first, *others = (cover_of(one) for one in reports)
    facts = [(name, fact) for name, fact in first.facts if name not in ("Replies", "Questions")]
    facts += [
        (f"{name} from {_from(one)}" if name == "Replies" else f"{name} to {_from(one)}", fact)
        for one, cover in zip(reports, (first, *others), strict=True)
        for name, fact in cover.facts
        if name in ("Replies", "Questions")
    ]
    return Cover(first.organisation, tuple(facts))
