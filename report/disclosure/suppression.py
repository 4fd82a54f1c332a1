"""Small numbers give people away: what a report may print, in one of three profiles.

`organisations` prints exact numbers, for replies that speak for an organisation which agreed to be listed.
`people` needs a base of 10, hides numbers of 1 to 4 and those that leave 1 to 4 over, and hides more until none of them
can be worked out from the rest of the question. `nhs-round5` is the NHS rule of 2018 below national level: 1 to 7
hidden, zero kept, all else rounded to the nearest 5, percentages from the rounded numbers.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from typing import Any, Literal, TypeVar, get_args

from feedback.flows.condition import questions_in
from report.counting.figures import Figure, interval, percent
from report.counting.flow_versions import options
from report.counting.question_counts import OWN_WORDS
from report.disclosure.attacker import FEWEST_VALUES, SMALLEST_BASE, attack, attack_parts, can_be_followed
from report.disclosure.printed_question import LEAST_NHS, PrintedQuestion, PrintedReport

Profile = Literal["organisations", "people", "nhs-round5"]
PROFILES: tuple[Profile, ...] = get_args(Profile)

_TOLD = frozenset({"id", "ask", "base", "type", "theme", "consent"})
"""What a question's counts say that is no number."""

AnyFigure = TypeVar("AnyFigure", bound=Figure)

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""Figures over several choices of one question: (name, choice ids)."""

SMALL = range(1, 5)
"""Counts of people, or of those left over, that are hidden: public statistics commonly print five and more."""
SMALL_NHS = range(LEAST_NHS[0], LEAST_NHS[1] + 1)

NOBODY = "Nobody has answered this yet."
FEW_ANSWERS = "Fewer than 10 people answered this."
SMALL_NUMBER = "This number, or what it leaves over, is from 1 to 4, or would give such a number away."
SMALL_NHS_NUMBER = "This number, or its base, is from 1 to 7, or would give such a number away."
FEW_AGAIN = "Beside the replies, this would tell of the few that came from people who had replied before."
TOLD_BY_ROUTE = "Beside the numbers of another question, this would give a small number away."
PRIVATE = "This question is private: staff read the answers before a report shows them."


def protect(exact: PrintedReport, profile: Profile) -> PrintedReport:
    """Return exact numbers as the profile lets them be printed; private questions and empty bases are never shown.

    A number of replies is small where those who gave them are few. The people's numbers beside it are hidden wherever
    it is, and wherever the two together would tell of the replies that do not speak for their person.
    """
    once = exact.people
    if profile == "organisations":
        people = replace(once, sheets=_shown(once.sheets)) if once else None
        return replace(exact, sheets=_shown(exact.sheets), people=people)
    told = _of_replies(exact, profile)
    return told if once is None else _beside_people(told, _of_replies(once, profile), profile)


def _shown(sheets: Iterable[PrintedQuestion]) -> tuple[PrintedQuestion, ...]:
    return tuple(_hide(sheet, frozenset()) for sheet in sheets)


def _of_replies(exact: PrintedReport, profile: Profile) -> PrintedReport:
    """Return the replies as a profile that hides small numbers has them, without the people."""
    pairs = tuple(zip(exact.sheets, (exact.people or exact).sheets, strict=True))
    if profile == "people":
        sheets = _people(pairs)
        return replace(exact, sheets=_withstanding(replace(exact, sheets=sheets, people=None)), people=None)
    rounded = PrintedReport((), round5(exact.responses or 0), round5(exact.unfinished or 0), is_rounded=True)
    nobody = _nobody_told(exact, rounded)
    alone = tuple(_covered(replace(nobody, sheets=(_round_sheet(*pair),))) for pair in pairs)
    sheets = _withstanding(replace(nobody, sheets=_apart_by_route(alone, frozenset())))
    return replace(rounded, sheets=sheets)


def _nobody_told(exact: PrintedReport, rounded: PrintedReport) -> PrintedReport:
    """Return a rounded report whose reader knows how many people replied, and nothing more of them."""
    if exact.people is None:
        return rounded
    return replace(rounded, people=replace(rounded, responses=round5(exact.people.responses or 0)))


def _beside_people(told: PrintedReport, once: PrintedReport, profile: Profile) -> PrintedReport:
    """Return the report with as much of its people as it can have beside the replies."""
    sheets = tuple(map(_no_more_than, once.sheets, told.sheets))
    again = (told.responses or 0) - (once.responses or 0)
    if profile == "people" and again < SMALLEST_BASE:
        sheets = tuple(hide_whole(one, FEW_AGAIN) for one in sheets)
    beside = replace(told, people=replace(once, sheets=sheets))
    while (found := attack(beside)) and (left := {one.counts.id for one in sheets if one.is_told}):
        gone = ({one.question for one in found} & left) or left
        sheets = tuple(hide_whole(one, FEW_AGAIN) if one.counts.id in gone else one for one in sheets)
        beside = replace(told, people=replace(once, sheets=sheets))
    return beside


def _no_more_than(people: PrintedQuestion, replies: PrintedQuestion) -> PrintedQuestion:
    """Return a sheet of people with everything hidden that is hidden of the replies."""
    hidden = {figure.choice: figure.why_hidden for figure in replies.figures if not figure.shown}
    told = replace(people, figures=tuple(hide_figure(one, hidden.get(one.choice)) for one in people.figures))
    if replies.counts.own_words is None:
        told = replace(told, counts=replace(told.counts, own_words=None))
    if not replies.is_told:
        return hide_whole(told, TOLD_BY_ROUTE)
    return told if replies.is_route_told else hide_route(told)


def round5(number: int) -> int | None:
    """Return a count as the NHS rule prints it: zero stays, 1 to 7 is hidden (None), else the nearest 5."""
    return None if number in SMALL_NHS else (number + 2) // 5 * 5


def protect_apart(
    exact: Sequence[AnyFigure], once: Sequence[AnyFigure], profile: Profile, parents: Mapping[str, str]
) -> tuple[AnyFigure, ...]:
    """Return exact figures that do not add up (themes of one text) as the profile lets them be printed, one by one.

    `once` are the same with each person counted once: what is small there is hidden, too. `parents` says of which
    theme another is a part: where that is hidden its parts are, and its people are a base of theirs.
    """
    if profile == "nhs-round5":
        return tuple(_round_figure(*pair, private=False) for pair in zip(exact, once, strict=True))
    hidden = _small_parts(exact, parents) | _small_parts(once, parents) if profile == "people" else set()
    while more := {part for part, whole in parents.items() if whole in hidden} - hidden:
        hidden |= more
    return tuple(hide_figure(figure, _why(figure, hidden, private=False)) for figure in exact)


def _small_parts(figures: Iterable[Figure], parents: Mapping[str, str]) -> set[str]:
    """Return what is small among all who wrote, or among those of the theme that it is a part of."""
    chose = {one.choice: one.chose or 0 for one in figures}
    small = {one.choice for one in figures if _is_small(one.chose or 0, one.answered or 0)}
    of_parts = ((part, chose[part], chose[whole]) for part, whole in parents.items())
    return small | {part for part, number, base in of_parts if base and _is_small(number, base)}


def guarded(cells: Mapping[str, int], profile: Profile) -> Mapping[str, int | None]:
    """Return counts that add up to a number that is known (a breakdown of all replies) as the profile prints them."""
    if profile == "nhs-round5":
        return _rounded_parts(cells)
    if profile == "organisations":
        return dict(cells)
    total = sum(cells.values())
    small = frozenset(name for name, number in cells.items() if number and _is_small(number, total))
    hidden = cover(cells, small)
    return {name: None if name in hidden else number for name, number in cells.items()}


def _rounded_parts(cells: Mapping[str, int]) -> Mapping[str, int | None]:
    """Return rounded counts, the smallest of them hidden as long as they and their exact sum give a hidden one away."""
    total = sum(cells.values())
    told = {name: round5(number) for name, number in cells.items()}
    while attack_parts(told, total) and (shown := [number for number in told.values() if number]):
        told = {name: None if number == min(shown) else number for name, number in told.items()}
    return told


def _people(pairs: Sequence[tuple[PrintedQuestion, PrintedQuestion]]) -> tuple[PrintedQuestion, ...]:
    """Hide numbers question by question; a later route must not count out what an earlier question hides.

    Each pair is a question by reply and by person. What is small of either is hidden of the replies.
    """
    few = frozenset(pair[0].joined.question.id for pair in pairs if any(map(_has_small_route, pair)))
    return _apart_by_route(tuple(_people_alone(*pair) for pair in pairs), few)


def _people_alone(sheet: PrintedQuestion, once: PrintedQuestion) -> PrintedQuestion:
    hidden = _hidden_codes(sheet, _small_codes(sheet) | _small_codes(once))
    if hidden and 0 < (once.counts.answered or 0) < SMALLEST_BASE:
        return hide_whole(_hide(sheet, frozenset()), FEW_ANSWERS)
    return _hide(sheet, hidden)


def _apart_by_route(alone: Sequence[PrintedQuestion], few: AbstractSet[str]) -> tuple[PrintedQuestion, ...]:
    """Hide the routes that lead on from a hidden number, and those on which there are few at any one place."""
    result: list[PrintedQuestion] = []
    by_id = {sheet.joined.question.id: sheet for sheet in alone}
    with_hidden: set[str] = set()
    closed: set[str] = set()
    for sheet in alone:
        question, leading, told = sheet.joined.question, _leading(sheet), sheet
        is_led = not with_hidden.isdisjoint(leading)
        if is_led and not can_be_followed(sheet, by_id):
            told = hide_whole(sheet, TOLD_BY_ROUTE)
        elif is_led or not closed.isdisjoint(leading) or question.id in few:
            told = hide_route(sheet)
        if is_led or question.private or _hides(sheet):
            with_hidden.add(question.id)
        if not told.is_route_told:
            closed.add(question.id)
        result.append(told)
    return tuple(result)


def _hides(sheet: PrintedQuestion) -> bool:
    return sheet.counts.own_words is None or any(not figure.shown for figure in sheet.figures)


def _covered(report: PrintedReport) -> PrintedQuestion:
    """Return the one sheet of a rounded report with more hidden, step by step, until it alone gives no number away."""
    (sheet,) = report.sheets
    while more := _beside(sheet, {one.choice for one in attack(report)}):
        sheet = replace(sheet, figures=tuple(_hide_rounded(one, more) for one in sheet.figures))
        report = replace(report, sheets=(sheet,))
    return sheet


def _beside(sheet: PrintedQuestion, found: AbstractSet[str]) -> AbstractSet[str]:
    """Return what to hide beside the numbers given away: groups that hold them, else the smallest still shown."""
    shown = {figure.choice: figure.chose for figure in sheet.figures if figure.chose} if found else {}
    telling = {name for name, members in sheet.joined.question.groups if not found.isdisjoint(members)}
    least = min(shown.values(), default=0)
    return telling & shown.keys() or {name for name, number in shown.items() if number == least}


def _hide_rounded(figure: Figure, hidden: AbstractSet[str]) -> Figure:
    return hide_figure(figure, SMALL_NHS_NUMBER if figure.choice in hidden else None)


def _has_small_route(sheet: PrintedQuestion) -> bool:
    """Return whether few people stand at any one place of the route: skipped, were not asked, or the like."""
    counts = sheet.counts
    few = (counts.skipped, counts.prefer_not_to_say, counts.implied, counts.not_asked, counts.not_reached, counts.asked)
    return any(number in SMALL for number in few)


def _withstanding(report: PrintedReport) -> tuple[PrintedQuestion, ...]:
    """Return the sheets with more questions hidden, one by one, until the attack narrows no hidden number too far.

    What gives a number away beside its own table is a question that hangs on it, so those go first.
    """
    while (found := attack(report)) and (more := _next_to_hide(report.sheets, {one.question for one in found})):
        sheets = tuple(_hide_next(one) if one is more else one for one in report.sheets)
        report = replace(report, sheets=sheets)
    return report.sheets


def _hide_next(sheet: PrintedQuestion) -> PrintedQuestion:
    """Return a sheet without its route; without a number where the route was hidden already."""
    return hide_route(sheet) if sheet.is_route_told else hide_whole(sheet, TOLD_BY_ROUTE)


def _next_to_hide(sheets: Sequence[PrintedQuestion], given_away: AbstractSet[str]) -> PrintedQuestion | None:
    """Return a question still told that hangs on one given away; else one that it hangs on; else any that is left."""
    told = [sheet for sheet in sheets if sheet.is_told]
    leads = {sheet.joined.question.id: _leading(sheet) for sheet in sheets}
    later = [sheet for sheet in told if not given_away.isdisjoint(leads[sheet.joined.question.id])]
    wanted = frozenset(given_away).union(*(leads[name] for name in given_away))
    return next(iter([*later, *(sheet for sheet in told if sheet.joined.question.id in wanted), *told]), None)


def _leading(sheet: PrintedQuestion) -> frozenset[str]:
    when = sheet.joined.question.when
    return frozenset() if when is None else frozenset(questions_in(when))


def hide_whole(sheet: PrintedQuestion, why: str) -> PrintedQuestion:
    """Return a sheet without a single number, its base included."""
    nothing: dict[str, Any] = {"answered": None, "asked": None, "skipped": None, "implied": None, "not_asked": None}
    bare = (replace(hide_figure(one, one.why_hidden or why), **nothing) for one in sheet.figures)
    gone: dict[str, Any] = dict.fromkeys({field.name for field in fields(sheet.counts)} - _TOLD)
    return replace(sheet, figures=tuple(bare), counts=replace(sheet.counts, **gone))


def _small_codes(sheet: PrintedQuestion) -> frozenset[str]:
    """Return the choices and groups (and OWN_WORDS) whose numbers are small for the `people` profile."""
    if not options(sheet.joined.question):
        return frozenset()
    small = {figure.choice for figure in sheet.figures if _is_small(figure.chose or 0, figure.answered or 0)}
    own_words, answered = sheet.counts.own_words or 0, sheet.counts.answered or 0
    return frozenset(small | ({OWN_WORDS} if answered and _is_small(own_words, answered) else set()))


def _hidden_codes(sheet: PrintedQuestion, small: frozenset[str]) -> frozenset[str]:
    """Return the choices and groups (and OWN_WORDS) to hide in the `people` profile: the small ones, and more beside them."""
    question = sheet.joined.question
    if not sheet.joined.is_additive:
        return small | groups_of(question.groups, small)
    names = [option.id for option in options(question)]
    cells = {name: figure.chose or 0 for name, figure in zip(names, sheet.figures, strict=False)}
    cells[OWN_WORDS] = sheet.counts.own_words or 0
    hidden = cover(cells, small & cells.keys())
    return hidden | small | telling_groups(question.groups, hidden)


def _is_small(chose: int, answered: int) -> bool:
    return answered < SMALLEST_BASE or chose in SMALL or answered - chose in SMALL


def cover(cells: Mapping[str, int], hidden: frozenset[str]) -> frozenset[str]:
    """Return the cells to hide so that no hidden one follows from the base and the cells still shown.

    `cells` add up to the base. The smallest of the rest that is not zero is hidden with them (all of that size: which
    of two equals was taken would tell), then the next; where that is not enough, all cells are.
    """
    if not hidden:
        return hidden
    for size in sorted({number for name, number in cells.items() if number and name not in hidden}):
        if _is_safe([cells[name] for name in hidden]):
            return hidden
        hidden |= {name for name, number in cells.items() if number == size}
    return hidden if _is_safe([cells[name] for name in hidden]) else frozenset(cells)


def _is_safe(numbers: Collection[int]) -> bool:
    """Return whether hidden numbers stay hidden from someone who knows their sum and these rules.

    There are two at least, each (none is 0, as 0 is shown) may be any of five numbers, and the sum does not force each
    to be 4.
    """
    total, many = sum(numbers), len(numbers)
    return many >= 2 and total >= many - 1 + FEWEST_VALUES and total != 4 * many


def telling_groups(groups: Groups, hidden: frozenset[str]) -> frozenset[str]:
    """Return the groups that hold some of the hidden cells but not all: their sum would tell more than the base."""
    return frozenset(name for name, members in groups if hidden & set(members) not in (frozenset(), hidden))


def groups_of(groups: Groups, hidden: AbstractSet[str]) -> frozenset[str]:
    """Return the groups with a hidden choice in them, where choices do not add up."""
    return frozenset(name for name, members in groups if not hidden.isdisjoint(members))


def _hide(sheet: PrintedQuestion, hidden: AbstractSet[str]) -> PrintedQuestion:
    """Return a sheet without the numbers of these choices and groups."""
    private = sheet.joined.question.private
    shown = tuple(hide_figure(figure, _why(figure, hidden, private=private)) for figure in sheet.figures)
    own_words = None if OWN_WORDS in hidden or (private and shown) else sheet.counts.own_words
    summary = None if private or any(not figure.shown for figure in shown) else sheet.counts.summary
    return replace(sheet, figures=shown, counts=replace(sheet.counts, own_words=own_words, summary=summary))


def _why(figure: Figure, hidden: AbstractSet[str], *, private: bool) -> str | None:
    if private:
        return PRIVATE
    if not figure.answered:
        return NOBODY
    if figure.choice not in hidden:
        return None
    return FEW_ANSWERS if figure.answered < SMALLEST_BASE else SMALL_NUMBER


def hide_figure(figure: AnyFigure, why: str | None) -> AnyFigure:
    """Return a figure without its number, for this reason; unchanged where there is none."""
    if why is None:
        return figure
    return replace(figure, chose=None, percent=None, interval=None, shown=False, why_hidden=why)


def hide_route(sheet: PrintedQuestion) -> PrintedQuestion:
    """Return a sheet that does not say how many came this way; without figures it then says no number."""
    shown = tuple(replace(figure, asked=None, skipped=None, implied=None, not_asked=None) for figure in sheet.figures)
    kept = ("answered", "own_words", "summary") if shown else ()
    gone: dict[str, Any] = dict.fromkeys({field.name for field in fields(sheet.counts)}.difference(kept, _TOLD))
    return replace(sheet, figures=shown, counts=replace(sheet.counts, **gone))


def _round_sheet(sheet: PrintedQuestion, once: PrintedQuestion) -> PrintedQuestion:
    """Return a rounded sheet; what is small with each person counted once is hidden as well."""
    numbers: dict[str, Any] = {
        field.name: round5(number)
        for field in fields(sheet.counts)
        if isinstance(number := getattr(sheet.counts, field.name), int)
    }
    private = sheet.joined.question.private
    rounded = tuple(_round_figure(*pair, private=private) for pair in zip(sheet.figures, once.figures, strict=True))
    if (private and rounded) or once.counts.own_words in SMALL_NHS:
        numbers["own_words"] = None
    numbers["summary"] = None
    return replace(sheet, figures=rounded, counts=replace(sheet.counts, **numbers))


def _round_figure(figure: AnyFigure, once: Figure, *, private: bool) -> AnyFigure:
    chose, answered = round5(figure.chose or 0), round5(figure.answered or 0)
    rounded = replace(
        figure,
        chose=chose,
        answered=answered,
        asked=round5(figure.asked or 0),
        skipped=round5(figure.skipped or 0),
        implied=round5(figure.implied or 0),
        not_asked=round5(figure.not_asked or 0),
    )
    if private:
        return hide_figure(rounded, PRIVATE)
    if chose is None or not answered or once.chose in SMALL_NHS or once.answered in SMALL_NHS:
        return hide_figure(rounded, NOBODY if answered == 0 else SMALL_NHS_NUMBER)
    return replace(rounded, percent=percent(chose, answered), interval=interval(chose, answered))
