"""An attack on our own report: what a reader who knows all our rules can work out from everything that is printed.

The reader knows the flow, so who was asked what; that shares are whole percentages; that numbers of a question add up;
that 0 and all are printed, so that a hidden number is neither; and the reports that were published before. Every
hidden number is narrowed by all of that together (`report.counting.integer_bounds`). A number with fewer than five possible values is
given away.

A rounded report (`nhs-round5`) is attacked alike: a printed number stands for the five that are rounded to it, a hidden
one for 1 to 7.

Where some people replied more than once, the report counts replies and beside them people. What is between the two is
what was said in replies that do not speak for their person (`report.counting.repeat_respondents`): that must not be told either.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from feedback.flows.answer import Answer
from feedback.flows.condition import Condition, Has, holds, questions_in
from feedback.flows.model import Question
from feedback.types.registry import type_of
from report.counting.flow_versions import options
from report.counting.integer_bounds import Bounds, Name
from report.counting.question_counts import OWN_WORDS
from report.disclosure.printed_question import LEAST_NHS, PrintedQuestion, PrintedReport

FEWEST_VALUES = 5
"""A hidden number must keep this many possible values: the threshold below which counts of people are hidden."""

SMALLEST_BASE = 10
"""Fewer people than this behind a percentage are told apart by whoever knows some of them. UK LLC refuses percentages
below it, too."""

_NO_TIME = datetime.min.replace(tzinfo=UTC)
ALL = "everyone"
_ONCE, _AGAIN = " once", " again"
"""Put behind the tag of a report: its people, each once, and the replies that do not speak for their person."""

_OTHER_WAYS = ("passed over", "not_asked")
"""What leads on, or not, beside the answers to a question."""

_STATUSES = ("asked", "skipped", "prefer_not_to_say", "implied", "not_asked", "not_reached")


@dataclass(frozen=True)
class DisclosedNumber:
    """A hidden number that an attack narrowed too far."""

    question: str
    choice: str
    low: int
    high: int


def attack(report: PrintedReport) -> tuple[DisclosedNumber, ...]:
    """Return every hidden number of one report that can be narrowed to fewer than five values."""
    bounds = Bounds(report.most)
    _read(bounds, report, "")
    bounds.narrow()
    return tuple(_all_given_away(bounds, report, ""))


def attack_parts(parts: Mapping[str, int | None], total: int) -> tuple[str, ...]:
    """Return the hidden ones of rounded parts that add up to `total` (by channel, by month) that can be narrowed too far.

    A part that is alone hidden is 1 to 7; where there are several, each may be one that was hidden beside another.
    """
    bounds = Bounds(total)
    hidden = [name for name, number in parts.items() if number is None]
    rounded = PrintedReport((), total, 0, is_rounded=True)
    for name, number in parts.items():
        bounds.know((name,), *((1, total) if number is None and len(hidden) > 1 else rounded.ends(number)))
    bounds.equal([(name,) for name in parts], [], total)
    bounds.narrow()
    ends = {name: bounds.of((name,)) for name in hidden}
    return tuple(name for name, (low, high) in ends.items() if high - low + 1 < FEWEST_VALUES)


def attack_pair(old: PrintedReport, new: PrintedReport) -> tuple[DisclosedNumber, ...]:
    """Return what an earlier report and this one give away together: of either, and of the people between them."""
    bounds = Bounds(max(old.most, new.most))
    _read(bounds, old, "old")
    _read(bounds, new, "")
    known = {sheet.joined.question.id for sheet in old.sheets}
    shared = [sheet for sheet in new.sheets if sheet.joined.question.id in known]
    bounds.equal([("", ALL)], [("old", ALL), ("between", ALL)])
    for sheet in shared:
        for name in names_of(sheet):
            bounds.equal([("", *name)], [("old", *name), ("between", *name)])
        relate(bounds, sheet, "between")
        _relate_again(bounds, sheet)
    bounds.narrow()
    hidden = (*_all_given_away(bounds, old, "old"), *_all_given_away(bounds, new, ""))
    return (*hidden, *told_between(bounds, shared))


def _read(bounds: Bounds, report: PrintedReport, tag: str) -> None:
    """Put everything that one report says into the bounds."""
    read_replies(bounds, report, tag)
    if report.people is not None:
        _read_people(bounds, report.people, tag)


def _read_people(bounds: Bounds, people: PrintedReport, tag: str) -> None:
    """Note what is told of people, and that every reply speaks for its person at a question, or came beside one that does.

    What speaks for one person at two questions may come from two replies, so routes are followed only so far: who
    answered a question in two replies was led to it in both, and one of these does not speak at what led there either.
    """
    once, beside = tag + _ONCE, tag + _AGAIN
    by_id = {sheet.joined.question.id: sheet for sheet in people.sheets}
    bounds.know((once, ALL), *people.ends(people.responses))
    bounds.equal([(once, ALL), (beside, ALL)], [(tag, ALL)])
    for sheet in people.sheets:
        _know_route(bounds, sheet, people, once)
        for cell, number in _told_cells(sheet).items():
            if number is not None:
                bounds.know((once, sheet.joined.question.id, cell), *people.ends(number))
        relate(bounds, sheet, once)
        relate(bounds, sheet, beside)
        for name in names_of(sheet):
            bounds.equal([(once, *name), (beside, *name)], [(tag, *name)])
        asked_by = _asked_by(sheet, by_id)
        if asked_by is not None:
            _route_again(bounds, sheet, asked_by, beside)


def _route_again(bounds: Bounds, sheet: PrintedQuestion, asked_by: PrintedQuestion, beside: str) -> None:
    """Note that replies which do not speak at an answered question were led there, and one of them does not speak there."""
    led = _led(sheet, asked_by)
    if led is None:
        return
    mine, told = (beside, sheet.joined.question.id), (beside, asked_by.joined.question.id)
    cells = cells_of(asked_by.joined.question)
    leading: list[Name] = [(*told, kind) for kind in led]
    if asked_by.joined.is_additive:
        past = _summed(bounds, told, [cell for cell in cells if cell not in led])
        both = _summed(bounds, told, [cell for cell in cells if cell in led])
        bounds.equal([both, past], [(*told, "answered")])
        leading = [both, *((*told, kind) for kind in led if kind in _OTHER_WAYS)]
    bounds.at_most([(*mine, "answered")], [(*mine, "implied"), *leading])


def _relate_again(bounds: Bounds, sheet: PrintedQuestion) -> None:
    """Note that what once did not speak for its person never will: between two reports there are only more of those."""
    for name in names_of(sheet):
        bounds.at_most([("old" + _AGAIN, *name)], [(_AGAIN, *name)])


def names_of(sheet: PrintedQuestion) -> list[Name]:
    """Return the names of all numbers of a question that add up over replies."""
    question = sheet.joined.question
    kinds = (*cells_of(question), *(name for name, _ in question.groups), "answered", *_STATUSES)
    return [(question.id, kind) for kind in kinds]


def read_replies(bounds: Bounds, report: PrintedReport, tag: str) -> None:
    """Note what a report says of replies, under the names of this tag."""
    by_id = {sheet.joined.question.id: sheet for sheet in report.sheets}
    bounds.know((tag, ALL), *report.ends(report.responses))
    for sheet in report.sheets:
        _know_route(bounds, sheet, report, tag)
        _know_cells(bounds, sheet, report, tag)
        bounds.know((tag, sheet.joined.question.id, "not_reached"), 0, report.ends(report.unfinished)[1])
        relate(bounds, sheet, tag)
        asked_by = _asked_by(sheet, by_id)
        if asked_by is not None:
            _route(bounds, sheet, asked_by, tag)


def _know_route(bounds: Bounds, sheet: PrintedQuestion, report: PrintedReport, tag: str) -> None:
    """Note how many answered, were asked and so on; where the route is hidden, nothing is known of it."""
    told = {kind: getattr(sheet.counts, kind) for kind in ("answered", *_STATUSES)}
    for kind, number in (told | dict.fromkeys(_never(sheet), 0)).items():
        if number is not None or sheet.is_route_told:
            bounds.know((tag, sheet.joined.question.id, kind), *report.ends(number))


def _know_cells(bounds: Bounds, sheet: PrintedQuestion, report: PrintedReport, tag: str) -> None:
    """Note the numbers that are printed, and what follows from not printing the others."""
    question, base = sheet.joined.question, sheet.counts.answered
    is_partly_shown = base is not None and any(figure.shown for figure in sheet.figures)
    cells = _told_cells(sheet)
    groups = {name for name, _ in question.groups}
    hidden = [cell for cell, number in cells.items() if number is None and cell not in groups]
    for cell, number in cells.items():
        if number is not None:
            bounds.know((tag, question.id, cell), *report.ends(number))
        elif is_partly_shown and report.is_rounded:
            is_small = hidden == [cell] or not (sheet.joined.is_additive or question.only)
            bounds.know((tag, question.id, cell), 1, LEAST_NHS[1] + report.most_again if is_small else report.most)
        elif is_partly_shown:
            bounds.know((tag, question.id, cell), 1, (base or 0) - 1)


def _told_cells(sheet: PrintedQuestion) -> Mapping[str, int | None]:
    return {figure.choice: figure.chose for figure in sheet.figures} | {OWN_WORDS: sheet.counts.own_words}


def _never(sheet: PrintedQuestion) -> tuple[str, ...]:
    """Return what the flow itself rules out: nobody's answer is implied without a rule, and so on."""
    question, is_one_version = sheet.joined.question, len(sheet.joined.versions) == 1
    ruled_out = {
        "implied": question.otherwise is None,
        "not_asked": is_one_version and (question.when is None or question.otherwise is not None),
        "prefer_not_to_say": not question.prefer_not,
    }
    return tuple(kind for kind, is_ruled_out in ruled_out.items() if is_one_version and is_ruled_out)


def relate(bounds: Bounds, sheet: PrintedQuestion, tag: str) -> None:
    """Note how the numbers of one question hang together."""
    question, everyone = sheet.joined.question, [(tag, ALL)]

    def named(*kinds: str) -> list[Name]:
        return [(tag, question.id, kind) for kind in kinds]

    bounds.equal(named("asked", "past"), everyone)
    bounds.equal(named("past"), named("implied", "away"))
    bounds.equal(named("away"), named("not_asked", "not_reached"))
    bounds.equal(named("passed over"), named("skipped", "prefer_not_to_say"))
    bounds.equal(named("silent"), named("passed over", "away"))
    bounds.equal(named("answered", "silent"), everyone)
    bounds.at_most(named("answered"), named("asked", "implied"))
    cells = cells_of(question)
    if not cells:
        return
    said = [cell for cell in cells if cell != question.otherwise]
    if sheet.joined.is_additive:
        bounds.equal(named(*cells), named("answered"))
        bounds.at_most(named(*said), named("asked"))
    for cell in () if sheet.joined.is_additive else cells:
        alone = question.only if cell != question.only else OWN_WORDS
        bounds.at_most(named(cell, *([alone] if alone in cells and alone != cell else [])), named("answered"))
    if question.otherwise:
        bounds.at_most(named("implied"), named(question.otherwise))
    for name, members in question.groups:
        _relate_group(bounds, sheet, named(name)[0], named(*members))


def _relate_group(bounds: Bounds, sheet: PrintedQuestion, group: Name, members: list[Name]) -> None:
    if sheet.joined.is_additive and len(sheet.joined.versions) == 1:
        bounds.equal([group], members)
    for member in members if len(sheet.joined.versions) == 1 else ():
        bounds.at_most([member], [group])


def cells_of(question: Question) -> tuple[str, ...]:
    """Return what answers to a question add up from: its choices, and words alone; nothing where it has no choices."""
    found = tuple(option.id for option in options(question))
    return (*found, OWN_WORDS) if found else ()


def _asked_by(sheet: PrintedQuestion, by_id: Mapping[str, PrintedQuestion]) -> PrintedQuestion | None:
    """Return the one question that decides who is asked this one; None where that is not one, or not the same always."""
    question = sheet.joined.question
    ids = set() if question.when is None else set(questions_in(question.when))
    if len(ids) != 1 or len(sheet.joined.versions) > 1:
        return None
    return by_id.get(ids.pop())


def can_be_followed(sheet: PrintedQuestion, by_id: Mapping[str, PrintedQuestion]) -> bool:
    """Return whether the attack sees through the route to a question: one earlier question, in a form that it reads."""
    asked_by = _asked_by(sheet, by_id)
    return asked_by is not None and _led(sheet, asked_by) is not None


def _route(bounds: Bounds, sheet: PrintedQuestion, asked_by: PrintedQuestion, tag: str) -> None:
    """Note that those who were asked are those for whom the condition held, and all others went past."""
    led = _led(sheet, asked_by)
    if led is None:
        return
    mine, theirs = sheet.joined.question.id, asked_by.joined.question.id
    asked, told = (tag, mine, "asked"), (tag, theirs)
    others = [(*told, kind) for kind in led if kind in _OTHER_WAYS]
    cells = [kind for kind in led if kind not in _OTHER_WAYS]
    is_sum = asked_by.joined.is_additive
    leading = [_summed(bounds, told, cells)] if is_sum else [(*told, cell) for cell in cells]
    bounds.at_most([asked], [*leading, *others])
    bounds.at_most([*leading, *others], [asked, (tag, mine, "not_reached")])
    if is_sum:
        answered = (*told, "answered")
        past = _summed(bounds, told, [cell for cell in cells_of(asked_by.joined.question) if cell not in led])
        bounds.equal([*leading, past], [answered])
        bounds.at_most([past, asked], [answered, *others])
        bounds.at_most([past, *((*told, kind) for kind in _led_past(led))], [(tag, mine, "past")])


def _summed(bounds: Bounds, told: Name, cells: Iterable[str]) -> Name:
    """Return the name of several answers to a question together: two routes may rest on the same ones."""
    together = (*told, " or ".join(cells))
    bounds.equal([together], [(*told, cell) for cell in cells])
    return together


def _led(sheet: PrintedQuestion, asked_by: PrintedQuestion) -> tuple[str, ...] | None:
    """Return the kinds of replies to the deciding question that lead to this one; None where that cannot be said."""
    condition, deciding = sheet.joined.question.when, asked_by.joined.question
    if condition is None or not cells_of(deciding) or not type_of(deciding).is_counted_singly:
        return None
    if type_of(deciding).gives == "choices":
        return (condition.choice,) if isinstance(condition, Has) else None
    kinds = (*cells_of(deciding), *_OTHER_WAYS)
    return tuple(kind for kind in kinds if _holds(condition, deciding, kind))


def _led_past(led: Iterable[str]) -> tuple[str, ...]:
    """Return what leads past beside answers, in as few sums as there are: the fewer, the more they tell."""
    if "not_asked" in led:
        return ("not_reached", *(() if "passed over" in led else ("passed over",)))
    return ("away" if "passed over" in led else "silent",)


def _holds(condition: Condition, deciding: Question, kind: str) -> bool:
    """Return whether a condition holds for someone whose reply to the deciding question was of this kind."""
    if kind == "not_asked":
        return holds(condition, {})
    if kind == "passed over":
        answer = Answer("skipped", _NO_TIME)
    else:
        value = None if kind == OWN_WORDS else float(kind) if type_of(deciding).gives == "number" else kind
        answer = Answer("answered", _NO_TIME, value)
    return holds(condition, {deciding.id: answer})


def _all_given_away(bounds: Bounds, report: PrintedReport, tag: str) -> Iterator[DisclosedNumber]:
    """Yield what is given away of replies, of people, and of the replies that do not speak for their person."""
    yield from given_away(bounds, report.sheets, tag)
    if report.people is not None:
        hidden = {figure.id for sheet in report.sheets for figure in sheet.figures if not figure.shown}
        for sheet in report.people.sheets:
            small = tuple(figure for figure in sheet.figures if figure.id in hidden)
            yield from given_away(bounds, [replace(sheet, figures=small)], tag + _ONCE)
            yield from _told_again(bounds, sheet, tag)


def given_away(bounds: Bounds, sheets: Iterable[PrintedQuestion], tag: str) -> Iterator[DisclosedNumber]:
    """Yield the hidden numbers with too few possible values, unless no more than that can have been asked at all."""
    for sheet in sheets:
        most, asked = (bounds.of((tag, sheet.joined.question.id, kind))[1] for kind in ("answered", "asked"))
        for figure in sheet.figures:
            low, high = bounds.of((tag, figure.question, figure.choice))
            is_nobody_or_all = high == 0 or low == most
            if not (figure.shown or is_nobody_or_all) and high - low + 1 < min(FEWEST_VALUES, asked + 1):
                yield DisclosedNumber(figure.question, figure.choice, low, high)


def told_between(bounds: Bounds, sheets: Iterable[PrintedQuestion], tag: str = "between") -> Iterator[DisclosedNumber]:
    """Yield what is told of the people between two reports: fewer than ten, or one to four of more than that."""
    for sheet in sheets:
        base = bounds.of((tag, sheet.joined.question.id, "answered"))
        for cell in cells_of(sheet.joined.question) if base[1] else ():
            low, high = bounds.of((tag, sheet.joined.question.id, cell))
            rest = (base[0] - high, base[1] - low)
            is_few = base[1] < SMALLEST_BASE or any(_is_few(ends) for ends in ((low, high), rest))
            if is_few and high - low + 1 < FEWEST_VALUES:
                yield DisclosedNumber(sheet.joined.question.id, cell, low, high)


def _told_again(bounds: Bounds, sheet: PrintedQuestion, tag: str) -> Iterator[DisclosedNumber]:
    """Yield what is told of replies that do not speak for their person, as of people between two reports.

    Left out is what follows from the replies and from how many came again: that nobody gave an answer, or everybody,
    and that no more can have given it than did so in all.
    """
    beside, question = tag + _AGAIN, sheet.joined.question
    base, replies = (bounds.of((name, question.id, "answered")) for name in (beside, tag))
    for cell in cells_of(question) if base[1] else ():
        (low, high), all_told = (bounds.of((name, question.id, cell)) for name in (beside, tag))
        rest = (base[0] - high, base[1] - low)
        is_few = base[1] < SMALLEST_BASE or any(_is_few(ends) for ends in ((low, high), rest))
        most = min(all_told[1], bounds.of((beside, ALL))[1])
        is_all = all_told[0] == replies[1]
        if is_few and not is_all and high - low + 1 < min(FEWEST_VALUES, most + 1):
            yield DisclosedNumber(question.id, cell, low, high)


def _is_few(ends: tuple[int, int]) -> bool:
    return 0 < ends[1] < FEWEST_VALUES
