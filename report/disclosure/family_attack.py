"""An attack on several reports together, of which each lies within another or apart from it: periods, places, groups.

Whoever holds a report and others that lie within it can take those away from it. What is left, a rest that is printed
nowhere, is narrowed with everything that is printed (`report.counting.integer_bounds`), over all reports at once: so a
number that one report hides is found where those around it and beside it tell of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from feedback.flows.model import Question
from report.counting.integer_bounds import Bounds
from report.counting.question_counts import OWN_WORDS
from report.disclosure.attacker import (
    ALL,
    FEWEST_VALUES,
    cells_of,
    given_away,
    names_of,
    read_replies,
    relate,
    told_between,
)
from report.disclosure.printed_question import PrintedQuestion, PrintedReport

_REST = " rest"
"""Put behind the name of a report for those of its replies that are in none of the reports within it."""


@dataclass(frozen=True)
class Family:
    """Reports by name. `within` names for each the largest that lie within it, which lie apart from each other."""

    reports: Mapping[str, PrintedReport]
    within: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class FamilyDisclosure:
    """A number that is given away: hidden in a report, or (`is_rest`) of those in a report and in none within it."""

    report: str
    question: str
    choice: str
    is_rest: bool = False


def attack_family(family: Family) -> tuple[FamilyDisclosure, ...]:
    """Return every number that the reports together give away."""
    bounds = Bounds(max(one.most for one in family.reports.values()))
    for name, report in family.reports.items():
        read_replies(bounds, report, name)
    for whole, parts in family.within.items():
        _subtract(bounds, family, whole, parts)
    bounds.narrow()
    return tuple(_found(bounds, family))


def _subtract(bounds: Bounds, family: Family, whole: str, parts: Sequence[str]) -> None:
    """Note that a report is the sum of those within it and of a rest."""
    rest = whole + _REST
    asked = {part: {sheet.joined.question.id: sheet for sheet in family.reports[part].sheets} for part in parts}
    bounds.equal([(whole, ALL)], [(rest, ALL), *((part, ALL) for part in parts)])
    for sheet in family.reports[whole].sheets:
        question = sheet.joined.question.id
        known = {part: set(names_of(asked[part][question])) for part in parts if question in asked[part]}
        for name in names_of(sheet):
            # Nobody of a part chose what its versions did not offer; where they did not ask, none of it was asked.
            counted = [(part, *name) for part in parts if name in known.get(part, ())]
            unasked = [(part, ALL) for part in parts if part not in known and name[1] == "not_asked"]
            bounds.equal([(whole, *name)], [(rest, *name), *counted, *unasked])
        relate(bounds, sheet, rest)
        if sheet.joined.is_additive:
            mine = [sheet, *(asked[part][question] for part in parts if question in asked[part])]
            for cells in {hidden for one in mine if len(hidden := _hidden_cells(one)) > 1}:
                asking = [part for part in parts if question in asked[part]]
                _together(bounds, sheet.joined.question, cells, (rest, whole, *asking))


def _together(bounds: Bounds, asked: Question, hidden: Sequence[str], names: Sequence[str]) -> None:
    """Note that what is hidden together in one report adds up over all of them: a sum may be told where no number is.

    `names` are the rest, the whole, and the parts that ask the question.
    """
    rest, whole, *parts = names
    others = [cell for cell in cells_of(asked) if cell not in hidden]
    for cells in (hidden, others):
        both = " or ".join(cells)
        for name in names:
            bounds.equal([(name, asked.id, both)], [(name, asked.id, cell) for cell in cells])
        bounds.equal([(whole, asked.id, both)], [(rest, asked.id, both), *((part, asked.id, both) for part in parts)])
    for name in names:
        sums = [(name, asked.id, " or ".join(cells)) for cells in (hidden, others)]
        bounds.equal(sums, [(name, asked.id, "answered")])


def _hidden_cells(sheet: PrintedQuestion) -> tuple[str, ...]:
    groups = {name for name, _ in sheet.joined.question.groups}
    hidden = [one.choice for one in sheet.figures if not one.shown and one.choice not in groups]
    return tuple(hidden + ([OWN_WORDS] if hidden and sheet.counts.own_words is None else []))


def _found(bounds: Bounds, family: Family) -> Iterator[FamilyDisclosure]:
    for name, report in family.reports.items():
        yield from (FamilyDisclosure(name, one.question, one.choice) for one in given_away(bounds, report.sheets, name))
        yield from _words_given_away(bounds, report, name)
    for whole in family.within:
        told = told_between(bounds, family.reports[whole].sheets, whole + _REST)
        yield from (FamilyDisclosure(whole, one.question, one.choice, is_rest=True) for one in told)


def _words_given_away(bounds: Bounds, report: PrintedReport, name: str) -> Iterator[FamilyDisclosure]:
    """Yield each question of which it is hidden how many answered in words alone, and told all the same."""
    for sheet in report.sheets:
        question = sheet.joined.question.id
        low, high = bounds.of((name, question, OWN_WORDS))
        most = bounds.of((name, question, "answered"))[1]
        is_narrow = bool(high) and low < most and high - low + 1 < min(FEWEST_VALUES, most + 1)
        is_told = is_narrow and (low < FEWEST_VALUES or any(one.shown for one in sheet.figures))
        if sheet.counts.own_words is None and is_told:
            yield FamilyDisclosure(name, question, OWN_WORDS)
