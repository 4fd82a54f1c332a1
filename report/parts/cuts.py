"""The ways in which replies can be cut into parts, and what each part is called in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from feedback.conversation.response import Response
from feedback.flows.model import Flow, Question, about_person
from feedback.types.registry import type_of
from report.build.phrases import MONTHS
from report.build.report import Report
from report.counting.flow_versions import in_order, options
from report.counting.response_state import replies
from report.parts.part_sizes import Path

MOMENTS = 24
"""Months at most that stand in a cut by period: older ones are in their quarters alone."""
Told = Callable[[Report], Mapping[str, int | None]]
"""Reads what a report of all replies says of how many are in each of the smallest parts; None is hidden."""


@dataclass(frozen=True)
class Cut:
    """One way to cut replies. `paths` say in which part a reply is; `words` what a part is called."""

    name: str
    label: str
    path_of: Callable[[Response], Path]
    words: Callable[[Path], str] = field(default=lambda path: ", in ".join(reversed(path)))
    told: Told = field(default=lambda _: {})


def by_period(newest: date) -> Cut:
    """Return the cut by year, quarter and month (UTC) in which replies began; months up to two years before this day."""
    first = newest.year * 12 + newest.month - MOMENTS

    def path_of(reply: Response) -> Path:
        at = reply.started_at
        path = (f"{at.year}", f"{at.year} quarter {(at.month + 2) // 3}", f"{at:%Y-%m}")
        return path if at.year * 12 + at.month > first else path[:2]

    return Cut("period", "Period", path_of, period_in_words, lambda whole: dict(whole.method.journey.months))


def period_in_words(path: Path) -> str:
    """Return a year, a quarter or a month in words: January to March 2026."""
    name = path[-1]
    if len(path) == 1:
        return name
    if len(path) == 2:
        first = 3 * int(name[-1]) - 3
        return f"{MONTHS[first]} to {MONTHS[first + 2]} {path[0]}"
    return f"{MONTHS[int(name[-2:]) - 1]} {path[0]}"


def by_channel() -> Cut:
    """Return the cut by the way in which people replied."""
    return Cut("channel", "Channel", lambda reply: (reply.channel,), told=_channels)


def _channels(whole: Report) -> Mapping[str, int | None]:
    return {one.name: one.responses for one in whole.method.journey.channels}


def by_name(name: str, label: str, paths: Mapping[str, Path]) -> Cut:
    """Return a cut by the paths of conversations, such as the place on an invitation."""
    return Cut(name, label, lambda reply: paths.get(reply.conversation, ()))


def by_group(paths: Mapping[str, Path]) -> Cut:
    """Return the cut by the group that was invited."""
    return replace(by_name("group", "Group", paths), told=_groups)


def _groups(whole: Report) -> Mapping[str, int | None]:
    return {one.name: one.replied for one in whole.method.groups}


def about_questions(versions: Mapping[str, Flow]) -> tuple[Question, ...]:
    """Return the questions about who somebody is by whose answers figures can be cut: one answer each, and not private."""
    newest = in_order(versions.values())[-1]
    about = about_person(newest)
    return tuple(
        one
        for one in newest.questions
        if one.id in about and not one.private and type_of(one).gives == "choice" and options(one)
    )


def by_answer(question: Question, versions: Mapping[str, Flow]) -> Cut:
    """Return the cut by the answer to a question about who somebody is; nothing is shown of the other such questions."""
    labels = {one.id: one.label for one in options(question)}

    def path_of(reply: Response) -> Path:
        # Only an answer on the route counts: who took back the yes to such questions is in no part.
        states = replies(versions[reply.version_id], reply.answers)
        answer = next((one.answer for one in states if one.question.id == question.id and one.answer), None)
        picked = () if answer is None else answer.picked
        return (picked[0],) if len(picked) == 1 and picked[0] in labels else ()

    def told(whole: Report) -> Mapping[str, int | None]:
        return {one.choice: one.chose for one in whole.figures if one.question == question.id}

    return Cut(question.id, question.short or question.ask, path_of, lambda path: labels[path[0]], told)
