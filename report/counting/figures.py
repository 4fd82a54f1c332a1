"""Figures: how many of whom, as a whole percentage with its interval."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from feedback.flows.model import Question
from feedback.types.question_type import TypeName
from feedback.types.registry import type_of
from report.counting.durations import quantile
from report.counting.flow_versions import JoinedQuestion, dated, options
from report.counting.question_counts import Counts
from report.counting.tally import Tally

Level = Literal["person", "organisation"]

Count = Callable[[str, Iterable[str]], Counts]
"""Counts a question over some versions: `Tally.count` counts replies, `Tally.count_people` people."""

_Z = 1.959963984540054
"""The standard normal deviate that leaves 2.5 % on each side."""


@dataclass(frozen=True)
class Figure:
    """One number of a report; its fields are the keys of its JSON, in this order. Numbers are conversations; None is a hidden number.

    `answered` is the base and includes `implied`; `percent` and `interval` are whole percentages of it.
    """

    id: str
    question: str
    choice: str
    label: str
    chose: int | None
    answered: int | None
    asked: int | None
    skipped: int | None
    implied: int | None
    not_asked: int | None
    percent: int | None
    interval: tuple[int, int] | None
    base: str
    level: Level
    shown: bool = True
    why_hidden: str | None = None


@dataclass(frozen=True)
class Summary:
    """The middle of the numbers given: the median, and the quarters below and above which a quarter lies."""

    low_quarter: float
    median: float
    high_quarter: float


@dataclass(frozen=True)
class QuestionCounts:
    """What became of one question over all versions, in conversations; None is a hidden number.

    asked + implied + not_asked + not_reached is everyone, and asked + implied less the skipped and those who
    preferred not to say is `answered`. `own_words` are answers in words alone: in the base, under no choice.
    """

    id: str
    ask: str
    base: str
    answered: int | None
    asked: int | None
    skipped: int | None
    prefer_not_to_say: int | None
    implied: int | None
    not_asked: int | None
    not_reached: int | None
    own_words: int | None
    type: TypeName = "text"
    theme: str = ""
    consent: str = ""
    summary: Summary | None = None
    wording: str = ""
    """The question as it was put, where `ask` is a shorter name of it."""


def percent(chose: int, answered: int) -> int | None:
    """Return the whole percentage, halves up; None of nobody."""
    return (200 * chose + answered) // (2 * answered) if answered else None


def wilson(chose: int, answered: int, deviate: float = _Z) -> tuple[float, float]:
    """Return the score interval (E. B. Wilson 1927, no continuity correction) as proportions; 95 % for the usual deviate.

    `answered` is at least 1 and `chose` between 0 and it.
    """
    share = chose / answered
    weight = 1 + deviate * deviate / answered
    middle = (share + deviate * deviate / (2 * answered)) / weight
    half = deviate / weight * sqrt(share * (1 - share) / answered + deviate * deviate / (4 * answered * answered))
    low = 0.0 if chose == 0 else middle - half
    high = 1.0 if chose == answered else middle + half
    return low, high


def interval(chose: int, answered: int) -> tuple[int, int] | None:
    """Return the 95 % Wilson interval in whole percent, halves up; None of nobody."""
    if not answered:
        return None
    low, high = wilson(chose, answered)
    return int(100 * low + 0.5), int(100 * high + 0.5)


def newcombe(one: tuple[int, int], other: tuple[int, int], deviate: float = _Z) -> tuple[float, float]:
    """Return the interval (95 % for the usual deviate) of the difference of two shares (one less other), each as (chose, answered).

    The square-and-add interval from two Wilson intervals (R. G. Newcombe 1998, method 10). Both bases are at least 1.
    """
    (low1, high1), (low2, high2) = wilson(*one, deviate), wilson(*other, deviate)
    share1, share2 = one[0] / one[1], other[0] / other[1]
    gap = share1 - share2
    return (
        max(-1.0, gap - sqrt((share1 - low1) ** 2 + (high2 - share2) ** 2)),
        min(1.0, gap + sqrt((high1 - share1) ** 2 + (share2 - low2) ** 2)),
    )


def countable(joined: JoinedQuestion, tally: Tally) -> JoinedQuestion:
    """Return the question with choices to count under: dates get years, all others have theirs."""
    if type_of(joined.question).counting != "years" or tally.ended_at is None:
        return joined
    counts = tally.count(joined.question.id, joined.versions)
    return dated(joined, tally.ended_at.year, counts.codes())


def figures(joined: JoinedQuestion, count: Count, level: Level) -> tuple[Figure, ...]:
    """Return the exact figures of a question: one for each choice or point, then one for each declared group.

    Whoever took a version that did not offer a choice is counted as not asked about it.
    """
    question = joined.question
    result = []
    for option in options(question):
        counts = count(question.id, joined.offered[option.id])
        chose = sum(counts.chose(code) for code in joined.codes.get(option.id, (option.id,)))
        result.append(figure(question, (option.id, option.label), chose, counts, level))
    for name, members in question.groups:
        counts = count(question.id, _offer_all(joined, members))
        result.append(figure(question, (name, _label(question, members)), counts.grouped(name), counts, level))
    return tuple(result)


def organisation_figures(joined: JoinedQuestion, tally: Tally) -> tuple[Figure, ...]:
    """Return the exact figures of a question with each organisation counted once, for what any of its replies chose."""
    question, counts = joined.question, tally.by_organisation.get(joined.question.id)
    if counts is None:
        return ()
    single = [(option, joined.codes.get(option.id, (option.id,))) for option in options(question)]
    told = [
        figure(question, (one.id, one.label), sum(map(counts.chose, codes)), counts, "organisation")
        for one, codes in single
    ]
    for name, members in question.groups:
        told.append(figure(question, (name, _label(question, members)), counts.grouped(name), counts, "organisation"))
    return tuple(told)


def question_counts(joined: JoinedQuestion, count: Count) -> QuestionCounts:
    """Return the exact counts of a question."""
    question = joined.question
    counts = count(question.id, joined.versions)
    return QuestionCounts(
        id=question.id,
        ask=question.short or question.ask,
        base=base_in_words(question),
        answered=counts.answered,
        asked=counts.asked,
        skipped=counts.status("skipped"),
        prefer_not_to_say=counts.status("prefer not to say"),
        implied=counts.status("implied"),
        not_asked=counts.status("not asked"),
        not_reached=counts.status("not reached"),
        own_words=counts.own_words,
        type=question.type,
        theme=question.theme,
        consent=question.consent or "",
        summary=_summary(question, counts),
        wording=question.ask if question.short else "",
    )


def base_in_words(question: Question) -> str:
    """Return who is in the base: the flow's own words, or plain ones of ours."""
    if question.base:
        return question.base
    implied = question.choice(question.otherwise) if question.otherwise else None
    if implied:
        return f"everyone who answered; those not asked count as {implied.label}"
    return "everyone who was asked and answered" if question.when else "everyone who answered"


def _offer_all(joined: JoinedQuestion, members: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        version for version in joined.versions if all(version in joined.offered.get(code, ()) for code in members)
    )


def _label(question: Question, members: Iterable[str]) -> str:
    named = frozenset(members)
    return " or ".join(option.label for option in options(question) if option.id in named)


def _summary(question: Question, counts: Counts) -> Summary | None:
    values: Mapping[float, int] = counts.values() if type_of(question).counting == "bands" else {}
    if type_of(question).counting == "points":
        values = {float(one.id): number for one in options(question) if (number := counts.chose(one.id))}
    if not values:
        return None
    low, median, high = (quantile(values, part) for part in (0.25, 0.5, 0.75))
    return Summary(low, median, high)


def figure(question: Question, named: tuple[str, str], chose: int, counts: Counts, level: Level) -> Figure:
    """Return the exact figure of one choice (id, label) of a question."""
    return Figure(
        id=f"{question.id}.{named[0]}",
        question=question.id,
        choice=named[0],
        label=named[1],
        chose=chose,
        answered=counts.answered,
        asked=counts.asked,
        skipped=counts.status("skipped"),
        implied=counts.status("implied"),
        not_asked=counts.status("not asked"),
        percent=percent(chose, counts.answered),
        interval=interval(chose, counts.answered),
        base=base_in_words(question),
        level=level,
    )
