"""A self-assessment as it is given back: its entries beside those of the time before, and beside what people said."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from feedback.flows.model import Flow
from feedback.standards.standard import Standard, StandardStatement, traced
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.suppression import SMALL
from report.parts.breakdown import ReplySource, broken_down
from report.parts.cuts import by_name
from report.parts.self_assessment import AssessedAction, AssessedStandard, AssessedStatement
from storage.conversations import flow_versions
from storage.conversations.coded_rows import coded_responses
from storage.crypto.vault import Vault
from storage.organisations import assessments, register
from storage.organisations.assessments import AssessmentEntry, SelfAssessment

TOO_FEW = "too few to show"
Pinned = Callable[[Connection, str], Flow]


@dataclass(frozen=True)
class StandardShelf:
    """Every version of every standard, the oldest first."""

    versions: Mapping[str, tuple[Standard, ...]] = field(default_factory=dict)

    def of(self, found: SelfAssessment) -> Standard | None:
        """Return the version that a self-assessment belongs to; None where its file is gone."""
        mine = self.versions.get(found.standard, ())
        return next((one for one in mine if one.version == found.version), None)

    def newest(self) -> tuple[Standard, ...]:
        """Return the newest version of each standard, by name."""
        return tuple(versions[-1] for _, versions in sorted(self.versions.items()))


def beside(
    tx: Connection, *, standard: Standard, organisation_id: str, pinned: Pinned, shelf: StandardShelf
) -> dict[str, str]:
    """Return what people who took part with an organisation said, by statement; small numbers are hidden.

    The replies are cut by organisation, so that nobody can be worked out from all replies or from other organisations
    (`report.parts.breakdown`). Beside what was handed out before, nothing is told of fewer than ten replies between the
    two: then the words stay those of the time before.
    """
    said = _said(tx, standard, organisation_id, pinned)
    before = _handed_out(tx, organisation_id, shelf, standard.people_flow)
    asked = {one.id: one.people for one in standard.statements}
    return {name: _apart(words, before.get(asked[name], ())) for name, words in said.items()}


def _handed_out(tx: Connection, organisation_id: str, shelf: StandardShelf, flow: str) -> dict[str, list[str]]:
    """Return what was handed out of each question before, the newest first, also to parts of the same organisation."""
    known, found = register.ties(tx), defaultdict[str, list[str]](list)
    for one in assessments.signed_off(tx):
        standard = shelf.of(one)
        is_of_same = known.widest(one.organisation_id) == known.widest(organisation_id)
        if standard is None or standard.people_flow != flow or not is_of_same:
            continue
        for statement in standard.statements:
            if (words := one.beside.get(statement.id, TOO_FEW)) != TOO_FEW:
                found[statement.people].append(words)
    return found


def _apart(words: str, before: Sequence[str]) -> str:
    """Return words of now, or those handed out last where the two together would tell of few people."""
    now = _numbers(words)
    if not before or now is None:
        return words
    return words if all(_is_apart(now, old) for one in before if (old := _numbers(one))) else before[0]


def _is_apart(now: tuple[int, int], old: tuple[int, int]) -> bool:
    if now == old:
        return True
    yes, no = now[0] - old[0], (now[1] - now[0]) - (old[1] - old[0])
    return now[1] - old[1] >= SMALLEST_BASE and abs(yes) not in SMALL and abs(no) not in SMALL


def _numbers(words: str) -> tuple[int, int] | None:
    """Return (said yes, answered) of words that tell them."""
    found = re.match(r"(\d+) of (\d+) ", words)
    return (int(found[1]), int(found[2])) if found else None


def _said(tx: Connection, standard: Standard, organisation_id: str, pinned: Pinned) -> dict[str, str]:
    asked = {one.id: one.people for one in standard.statements if one.people}
    versions = {
        one.version_id: pinned(tx, one.version_id) for one in flow_versions.versions(tx, flow=standard.people_flow)
    }
    replies = tuple(coded_responses(tx, flow=standard.people_flow)) if versions and asked else ()
    if not replies:
        return dict.fromkeys(asked, TOO_FEW)
    known = register.ties(tx)
    paths = {one.conversation: known.path(one.organisation) for one in replies if one.organisation}
    found = broken_down(ReplySource(standard.people_flow, replies, versions), by_name("organisation", "", paths))
    report = found.parts.get((known.widest(organisation_id),))
    told = {one.id: one for one in report.figures} if report is not None else {}
    figures = {statement: told.get(f"{question}.yes") for statement, question in asked.items()}
    return {
        statement: f"{one.chose} of {one.answered} said yes" if one is not None and one.shown else TOO_FEW
        for statement, one in figures.items()
    }


def given_back(tx: Connection, vault: Vault, *, found: SelfAssessment, shelf: StandardShelf) -> AssessedStandard | None:
    """Return a self-assessment as it is given back; None where the file of its standard is gone."""
    standard, old = shelf.of(found), assessments.before(tx, found=found)
    if standard is None:
        return None
    now = assessments.entries(tx, vault, assessment_id=found.id)
    then = assessments.entries(tx, vault, assessment_id=old.id) if old else {}
    versions = shelf.versions[standard.name]
    return AssessedStandard(
        register.names(tx).get(found.organisation_id, ""),
        f"{standard.title} (version {standard.version})",
        standard.note,
        tuple(
            _statement(
                one, now.get(one.id, AssessmentEntry()), found.beside, _before(one, standard, old, then, versions)
            )
            for one in standard.statements
        ),
        found.signed_off_at.date() if found.signed_off_at else None,
        found.signed_off_by,
        old.signed_off_at.date() if old and old.signed_off_at else None,
    )


def _before(
    statement: StandardStatement,
    standard: Standard,
    old: SelfAssessment | None,
    then: Mapping[str, AssessmentEntry],
    versions: Sequence[Standard],
) -> str | None:
    """Return how a statement stood the time before; None where nothing before means the same."""
    if old is None:
        return None
    name = traced(statement, standard, old.version, versions)
    return then.get(name, AssessmentEntry()).standing if name else None


def _statement(
    one: StandardStatement, entry: AssessmentEntry, said: Mapping[str, str], was: str | None
) -> AssessedStatement:
    action = AssessedAction(entry.action, entry.owner, entry.due, entry.is_done) if entry.action else None
    return AssessedStatement(
        one.part, one.text, entry.standing, said.get(one.id, ""), was, entry.evidence, entry.link, action
    )
