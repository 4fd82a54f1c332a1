"""Several versions of one flow, joined by question id and choice id; and what changed between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal, assert_never

from feedback.flows.model import Choice, Flow, Question
from feedback.types.registry import type_of

_BANDS = ((0, 0), (1, 4), (5, 9), (10, 19), (20, 49), (50, 99))
"""Numbers are counted in fixed bands, so that no band is cut around one person."""


@dataclass(frozen=True)
class JoinedQuestion:
    """A question over all versions, in its newest wording.

    `versions` are the ids of the versions that ask it, `offered` those of the versions that offer each choice.
    """

    question: Question
    versions: tuple[str, ...]
    offered: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What is counted under a choice, where that is not its id alone."""

    @property
    def is_additive(self) -> bool:
        """Whether everyone gives one answer, so that the numbers of all choices add up to the base."""
        return type_of(self.question).gives != "choices"


@dataclass(frozen=True)
class VersionChange:
    """One difference between a version and the next that a reader of joined figures must know.

    `choice` is None where the question itself changed; `route` means that it is put to other people than before.
    """

    question: str
    choice: str | None
    versions: tuple[int, int]
    what: Literal["added", "removed", "wording", "route", "type"]
    before: str = ""
    after: str = ""


def in_order(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """Return versions of a flow, oldest first."""
    return tuple(sorted(flows, key=lambda flow: (flow.version, flow.version_id)))


def join(flows: tuple[Flow, ...]) -> tuple[JoinedQuestion, ...]:
    """Return the questions of all versions (oldest first) in the order of the newest, older ones after them."""
    newest_first = flows[::-1]
    ids = dict.fromkeys(
        question.id for flow in newest_first for question in flow.questions if type_of(question).gives != "nothing"
    )
    return tuple(_join(question_id, newest_first) for question_id in ids)


def changes(flows: tuple[Flow, ...]) -> tuple[VersionChange, ...]:
    """Return what changed between each version (oldest first) and the next, in the order of the flow."""
    return tuple(change for before, after in pairwise(flows) for change in _flow_changes(before, after))


def options(question: Question) -> tuple[Choice, ...]:
    """Return what can be counted one by one: the choices, or the whole points of a scale; else nothing."""
    kind = type_of(question)
    match kind.counting:
        case "choices" | "years":
            return question.choices
        case "points":
            return _points(question)
        case "bands":
            return _bands(question.range)
        case "parts":
            return tuple(Choice(name, label) for name, label in kind.parts)
        case "nothing":
            return ()
        case other:
            assert_never(other)


def band_of(number: float) -> str:
    """Return the band that a number counts under; what is behind the point is cut off."""
    if number < 0:
        return "under_0"
    return next((_band_id(low, high) for low, high in _BANDS if number < high + 1), "100_or_more")


def dated(joined: JoinedQuestion, newest: int, seen: Iterable[str]) -> JoinedQuestion:
    """Return a date question with years as its choices: the newest five alone, all others before and after them.

    The years depend on the newest reply only, so that no label tells of one person's early year.
    """
    codes = tuple(code for code in seen if code.isdigit())
    groups: dict[str, tuple[str, tuple[str, ...]]] = {
        f"y{year}": (str(year), (str(year),)) for year in range(newest, newest - 5, -1)
    }
    groups["before"] = (f"before {newest - 4}", tuple(code for code in codes if int(code) <= newest - 5))
    groups["later"] = (f"after {newest}", tuple(code for code in codes if int(code) > newest))
    return replace(
        joined,
        question=replace(joined.question, choices=tuple(Choice(name, label) for name, (label, _) in groups.items())),
        offered=dict.fromkeys(groups, joined.versions),
        codes={name: found for name, (_, found) in groups.items()},
    )


def _bands(limits: tuple[float, float] | None) -> tuple[Choice, ...]:
    low, high = limits or (float("-inf"), float("inf"))
    found = [
        Choice(_band_id(*band), f"{band[0]} to {band[1]}") for band in _BANDS if band[1] + 1 > low and band[0] <= high
    ]
    named = [replace(band, label="0") if band.id == "0" else band for band in found]
    under = (Choice("under_0", "under 0"),) if low < 0 else ()
    over = (Choice("100_or_more", "100 or more"),) if high >= 100 else ()
    return (*under, *named, *over)


def _band_id(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}_to_{high}"


def _points(question: Question) -> tuple[Choice, ...]:
    if question.range is None:
        return ()
    low, high = (int(end) for end in question.range)
    ends = dict(zip((low, high), question.ends or ("", ""), strict=True))
    return tuple(
        Choice(str(point), f"{point} {ends[point]}" if ends.get(point) else str(point))
        for point in range(low, high + 1)
    )


def _join(question_id: str, newest_first: tuple[Flow, ...]) -> JoinedQuestion:
    known = [
        (flow, question)
        for flow in newest_first
        if (question := flow.question(question_id)) and type_of(question).gives != "nothing"
    ]
    labels: dict[str, Choice] = {}
    offered: dict[str, tuple[str, ...]] = {}
    for flow, question in known:
        for option in options(question):
            labels.setdefault(option.id, option)
            offered[option.id] = (*offered.get(option.id, ()), flow.version_id)
    newest = known[0][1]
    if type_of(newest).counting == "choices":
        newest = replace(newest, choices=tuple(labels.values()))
    return JoinedQuestion(newest, tuple(flow.version_id for flow, _ in known), offered)


def _flow_changes(before: Flow, after: Flow) -> Iterable[VersionChange]:
    versions = (before.version, after.version)
    ids = dict.fromkeys(question.id for flow in (after, before) for question in flow.questions)
    for question_id in ids:
        old, new = before.question(question_id), after.question(question_id)
        if old is None or new is None:
            yield _came_or_went(question_id, None, versions, (old.ask if old else "", new.ask if new else ""))
        else:
            yield from _question_changes(old, new, versions)


def _question_changes(old: Question, new: Question, versions: tuple[int, int]) -> Iterable[VersionChange]:
    if old.ask != new.ask:
        yield VersionChange(new.id, None, versions, "wording", old.ask, new.ask)
    if old.type != new.type:
        yield VersionChange(new.id, None, versions, "type", old.type, new.type)
    if (old.when, old.otherwise) != (new.when, new.otherwise):
        yield VersionChange(new.id, None, versions, "route")
    olds = {option.id: option.label for option in options(old)}
    news = {option.id: option.label for option in options(new)}
    for code in dict.fromkeys((*news, *olds)):
        labels = (olds.get(code, ""), news.get(code, ""))
        if code not in olds or code not in news:
            yield _came_or_went(new.id, code, versions, labels)
        elif labels[0] != labels[1]:
            yield VersionChange(new.id, code, versions, "wording", *labels)


def _came_or_went(
    question: str, choice: str | None, versions: tuple[int, int], texts: tuple[str, str]
) -> VersionChange:
    return VersionChange(question, choice, versions, "removed" if texts[0] else "added", *texts)
