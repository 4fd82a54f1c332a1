"""What the figures let one say: sentences with their numbers, and only where chance alone would not explain them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from feedback.types.registry import type_of
from report.build.phrases import of, quoted, share
from report.counting.figures import Figure, QuestionCounts, interval, percent
from report.disclosure.attacker import SMALLEST_BASE

MOST_OF_A_KIND = 4
"""A guess: sentences of one kind. There are five kinds, and what is read at a glance is not much longer."""
_HALF, _NEARLY_ALL, _FEW = 50, 90, 25
"""Percent: "nearly all" is said from nine in ten on, "few" up to a quarter."""
_NO_FINDINGS = frozenset({"about you", "self-check"})
"""Themes of questions that say who somebody is, or only steer what is asked next."""
_NO_ANSWER = frozenset({"unsure", "other", "none", "nothing"})
"""Choices that are no finding by themselves, where few gave them."""

_Answers = tuple[QuestionCounts, Sequence[Figure]]


def headlines(figures: Iterable[Figure], questions: Iterable[QuestionCounts]) -> tuple[str, ...]:
    """Return the findings: what surely more than half said, the commonest answers, yes and partly together, the rest.

    A sentence is made only of shown figures with a base of ten. More or fewer than half is said only where the whole
    interval lies on one side of it, and a gap only where the two intervals do not meet. Each question has one sentence,
    and may stand in a gap besides. Questions about consent, about the person, and those that only steer are no findings.
    """
    found = tuple(_findings(tuple(figures), questions))
    told: dict[str, None] = {}
    used: set[str] = set()
    for kind in (_above, _together, _commonest, _below):
        sure = sorted(_made(kind, [one for one in found if one[0].id not in used]), key=lambda one: -one[0])
        for _, question, sentence in sure[:MOST_OF_A_KIND]:
            used.add(question)
            told[sentence] = None
    return (*told, *_gap(found))


def sums_among(figures: Iterable[Figure]) -> frozenset[str]:
    """Return the ids of figures over several choices together, whose names follow each other in their own."""
    told = tuple(figures)
    return frozenset(one.id for one in told for other in told if one.label.startswith(f"{other.label} or "))


def _findings(figures: Sequence[Figure], questions: Iterable[QuestionCounts]) -> Iterator[_Answers]:
    for asked in questions:
        if not asked.consent and asked.theme not in _NO_FINDINGS:
            mine = [one for one in figures if one.question == asked.id and one.interval]
            if mine and (mine[0].answered or 0) >= SMALLEST_BASE:
                yield asked, mine


_Kind = Callable[[QuestionCounts, Sequence[Figure]], tuple[int, str] | None]


def _made(kind: _Kind, found: Iterable[_Answers]) -> Iterator[tuple[int, str, str]]:
    """Yield how sure a sentence of this kind is, its question and the sentence, where there is one."""
    for asked, mine in found:
        if (made := kind(asked, mine)) is not None:
            yield made[0], asked.id, made[1]


def _above(asked: QuestionCounts, mine: Sequence[Figure]) -> tuple[int, str] | None:
    best = max(mine, key=_low)
    if _low(best) <= _HALF:
        return None
    how_many = "nearly all" if _low(best) >= _NEARLY_ALL else "more than half"
    return _low(best), f"{asked.ask}: {how_many} said {quoted(best.label)}. {of(best)}, {_sure(best.interval)}."


def _together(asked: QuestionCounts, mine: Sequence[Figure]) -> tuple[int, str] | None:
    """Return yes and partly together; each of them is shown, so their sum tells nothing new."""
    by_choice = {one.choice: one for one in mine}
    if not {"yes", "partly"} <= by_choice.keys() or not _takes_one(asked):
        return None
    yes, partly = by_choice["yes"], by_choice["partly"]
    chose, answered = (yes.chose or 0) + (partly.chose or 0), yes.answered or 0
    range_of = interval(chose, answered) or (0, 0)
    if range_of[0] <= _HALF:
        return None
    told = f"{chose} of {answered} ({share(chose, answered, percent(chose, answered))})"
    labels = f"{quoted(yes.label)} or {quoted(partly.label)}"
    return range_of[0], f"{asked.ask}: more than half said {labels}, both together. {told}, {_sure(range_of)}."


def _commonest(asked: QuestionCounts, mine: Sequence[Figure]) -> tuple[int, str] | None:
    """Return the answer that most gave, where no other is as common; sums of several choices are no answer."""
    sums = sums_among(mine)
    offered = [one for one in mine if len(mine) > 2 and one.id not in sums]
    most = sorted(offered, key=lambda one: -(one.chose or 0))[:2]
    if len(most) < 2 or most[0].chose == most[1].chose:
        return None
    best = most[0]
    return _low(
        best
    ), f"{asked.ask}: the commonest answer was {quoted(best.label)}. {of(best)}, {_sure(best.interval)}."


def _below(asked: QuestionCounts, mine: Sequence[Figure]) -> tuple[int, str] | None:
    told = [one for one in mine if one.choice not in _NO_ANSWER and one.chose and _high(one) < _HALF]
    least = min(told, key=_high, default=None)
    if least is None:
        return None
    how_many = "few" if _high(least) <= _FEW else "fewer than half"
    return 100 - _high(
        least
    ), f"{asked.ask}: {how_many} said {quoted(least.label)}. {of(least)}, {_sure(least.interval)}."


def _gap(found: Iterable[_Answers]) -> Iterator[str]:
    """Yield the largest gap between two questions to which one can say yes, and between two answers of one question."""
    yes = [(asked.ask, one) for asked, mine in found for one in mine if one.choice == "yes"]
    yield from _apart(yes, "The largest gap between questions with a yes or no")
    several = [(asked, mine) for asked, mine in found if not _takes_one(asked)]
    for asked, mine in several:
        named = [(quoted(one.label), one) for one in mine if one.choice not in _NO_ANSWER]
        yield from _apart(named, f"{asked.ask}: the largest gap")


def _apart(named: Sequence[tuple[str, Figure]], what: str) -> Iterator[str]:
    if len(named) < 2:
        return
    (high, most), (low, least) = (pick(named, key=lambda one: one[1].percent or 0) for pick in (max, min))
    if _low(most) > _high(least):
        yield f"{what}: {of(most)} for {high}, and {of(least)} for {low}."


def _takes_one(asked: QuestionCounts) -> bool:
    return type_of(asked).gives != "choices"


def _low(figure: Figure) -> int:
    return (figure.interval or (0, 0))[0]


def _high(figure: Figure) -> int:
    return (figure.interval or (100, 100))[1]


def _sure(range_of: tuple[int, int] | None) -> str:
    low, high = range_of or (0, 100)
    return f"interval {low} % to {high} %"
