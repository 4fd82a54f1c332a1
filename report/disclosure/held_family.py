"""Several reports held apart from each other: more of those that are still free is hidden, until an attack finds nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from feedback.flows.condition import questions_in
from report.counting.flow_versions import options
from report.counting.question_counts import OWN_WORDS
from report.disclosure.family_attack import Family, FamilyDisclosure, attack_family
from report.disclosure.printed_question import PrintedQuestion, PrintedReport
from report.disclosure.suppression import groups_of, hide_figure, hide_route, hide_whole, telling_groups

Step = tuple[str, str, frozenset[str]]
"""What to hide next: a report, a question, and some of its choices (none: all that the question tells)."""


def held_family(family: Family, free: AbstractSet[str], why: str) -> Mapping[str, PrintedReport]:
    """Return the reports of a family with more hidden in the free ones, for this reason.

    Numbers go first that stand where the one that is given away would be worked out; then whole questions. Where
    nothing of a free report can be hidden any more, what is still given away stays so.
    """
    told = dict(family.reports)
    for together in _linked(family):
        part = Family({name: _only(one, together) for name, one in told.items()}, family.within)
        for name, one in _held(part, free, why).items():
            told[name] = replace(told[name], sheets=_put_back(told[name].sheets, one.sheets))
    return told


def _held(family: Family, free: AbstractSet[str], why: str) -> Mapping[str, PrintedReport]:
    while found := attack_family(family):
        first = {one.question: one for one in reversed(found)}
        steps = [step for one in first.values() if (step := next(_steps(family, free, one), None))]
        if not steps:
            break
        reports = dict(family.reports)
        for name, question, codes in steps:
            sheets = (_hidden(one, codes, why) if one.counts.id == question else one for one in reports[name].sheets)
            reports[name] = replace(reports[name], sheets=tuple(sheets))
        family = replace(family, reports=reports)
    return family.reports


def _linked(family: Family) -> Sequence[frozenset[str]]:
    """Return the ids of all questions, those together that lead to each other: what one tells the others may tell."""
    groups: list[frozenset[str]] = []
    for sheet in (one for report in family.reports.values() for one in report.sheets):
        when = sheet.joined.question.when
        mine = frozenset({sheet.counts.id, *(() if when is None else questions_in(when))})
        near = [one for one in groups if not one.isdisjoint(mine)]
        groups = [one for one in groups if one not in near] + [mine.union(*near)]
    return groups


def _only(report: PrintedReport, questions: Collection[str]) -> PrintedReport:
    return replace(report, sheets=tuple(one for one in report.sheets if one.counts.id in questions))


def _put_back(sheets: Iterable[PrintedQuestion], changed: Iterable[PrintedQuestion]) -> tuple[PrintedQuestion, ...]:
    new = {one.counts.id: one for one in changed}
    return tuple(new.get(one.counts.id, one) for one in sheets)


def _steps(family: Family, free: AbstractSet[str], found: FamilyDisclosure) -> Iterator[Step]:
    """Yield what may be hidden against a number that is given away, the least first."""
    sheets = {name: _sheet(one, found.question) for name, one in family.reports.items() if name in free}
    told = {name: one for name, one in sheets.items() if one is not None and one.is_told}
    if _is_found_alone(family, found):
        mine = told.get(found.report)
        more = _next_cell(mine, _hidden_cells(mine)) if mine is not None else None
        yield from [(found.report, found.question, frozenset({more}))] if more else []
    near = [name for name in _near(family, found) if name in told]
    hiding = family.reports[found.report] if not found.is_rest else None
    like = _hidden_cells(_sheet(hiding, found.question)) if hiding else frozenset()
    numbers = ((_number(told[name], found.choice), name) for name in near)
    for _, name in sorted((number, name) for number, name in numbers if number):
        codes = _with_company(told[name], {found.choice} | like)
        yield name, found.question, codes
    bare: frozenset[str] = frozenset()
    yield from ((name, found.question, bare) for name in sorted(near, key=lambda name: _base(told[name])))
    yield from ((name, found.question, bare) for name in sorted(told, key=lambda name: _base(told[name])))
    others = ((name, one) for name in sorted(free) for one in family.reports[name].sheets if one.is_told)
    yield from ((name, one.counts.id, bare) for name, one in others)


def _is_found_alone(family: Family, found: FamilyDisclosure) -> bool:
    """Return whether a report tells a number of its own without any other."""
    alone = Family({found.report: family.reports[found.report]})
    return not found.is_rest and found in attack_family(alone)


def _near(family: Family, found: FamilyDisclosure) -> Sequence[str]:
    """Return the reports whose numbers, with those of the one found, add up: within it, beside it, around it, itself."""
    within = family.within.get(found.report, ())
    if found.is_rest:
        return (*within, found.report)
    beside = [(*parts, whole) for whole, parts in family.within.items() if found.report in parts]
    return tuple(dict.fromkeys((*within, *(name for one in beside for name in one), found.report)))


def _sheet(report: PrintedReport, question: str) -> PrintedQuestion | None:
    return next((one for one in report.sheets if one.counts.id == question), None)


def _base(sheet: PrintedQuestion) -> int:
    return sheet.counts.answered or 0


def _number(sheet: PrintedQuestion, choice: str) -> int:
    """Return the number of a choice that can be hidden; 0 for one that cannot: it is hidden, or nobody or all chose it."""
    return _hideable(sheet).get(choice, 0)


def _hideable(sheet: PrintedQuestion) -> Mapping[str, int]:
    """Return the numbers that can be hidden one by one. A reader knows that a hidden one is neither nobody nor all."""
    told = {one.choice: one.chose for one in sheet.figures} | {OWN_WORDS: sheet.counts.own_words}
    return {name: number for name, number in told.items() if number and number < _base(sheet)}


def _hidden_cells(sheet: PrintedQuestion | None) -> frozenset[str]:
    if sheet is None or not any(one.shown for one in sheet.figures):
        return frozenset()
    groups = {name for name, _ in sheet.joined.question.groups}
    hidden = {one.choice for one in sheet.figures if not one.shown} - groups
    return frozenset(hidden | ({OWN_WORDS} if sheet.counts.own_words is None else set()))


def _next_cell(sheet: PrintedQuestion, hidden: AbstractSet[str]) -> str | None:
    """Return the smallest number that can still be hidden beside these; groups of choices are no numbers of their own."""
    groups = {name for name, _ in sheet.joined.question.groups}
    left = {name: number for name, number in _hideable(sheet).items() if name not in hidden | groups}
    return min(left, key=lambda name: (left[name], name), default=None)


def _with_company(sheet: PrintedQuestion, codes: AbstractSet[str]) -> frozenset[str]:
    """Return which choices to hide so that none is alone among numbers that add up; none (all of it) where that cannot be."""
    able = _hideable(sheet)
    mine = frozenset(code for code in codes if code in able)
    hidden = mine | _hidden_cells(sheet)
    if not sheet.joined.is_additive or len(hidden) > 1:
        return mine
    more = _next_cell(sheet, hidden)
    return mine | {more} if more else frozenset()


def _hidden(sheet: PrintedQuestion, codes: frozenset[str], why: str) -> PrintedQuestion:
    """Return a sheet with these choices hidden, and what would tell of them: groups, and the middle of all."""
    if not codes:
        return hide_whole(sheet, why)
    question = sheet.joined.question
    hidden = codes | _hidden_cells(sheet)
    telling = telling_groups if sheet.joined.is_additive else groups_of
    gone = codes | telling(question.groups, hidden)
    figures = tuple(hide_figure(one, why) if one.choice in gone and one.shown else one for one in sheet.figures)
    own_words = None if OWN_WORDS in codes else sheet.counts.own_words
    told = replace(sheet, figures=figures, counts=replace(sheet.counts, own_words=own_words, summary=None))
    is_bare = len(options(question)) and not any(one.shown for one in figures)
    return hide_whole(sheet, why) if is_bare else told


def without_routes(sheets: Iterable[PrintedQuestion]) -> tuple[PrintedQuestion, ...]:
    """Return sheets that say how many answered, and not how many were asked, skipped or were not asked."""
    return tuple(map(hide_route, sheets))


def kept_like(
    sheets: Iterable[PrintedQuestion], like: Iterable[PrintedQuestion], why: str
) -> tuple[PrintedQuestion, ...]:
    """Return sheets with all hidden that these others hide; nobody and all stay, as they are printed everywhere."""
    shown = {one.counts.id: one for one in like}
    told = []
    for sheet in sheets:
        other = shown.get(sheet.counts.id)
        gone = _hidden_cells(other) & _hideable(sheet).keys() if other is not None else frozenset()
        is_bare = other is None or not other.is_told
        told.append(hide_whole(sheet, why) if is_bare else _hidden(sheet, frozenset(gone), why) if gone else sheet)
    return tuple(told)
