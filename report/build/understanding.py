"""How well each question is understood, for whoever writes the questions: with the bases and the rules of the report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from feedback.conversation.response import Response
from feedback.flows.model import Flow
from report.build.report import build
from report.counting.figures import Figure, Level, QuestionCounts, interval, percent
from report.counting.flow_versions import in_order
from report.counting.response_state import replies, standing
from report.disclosure.suppression import Profile, protect_apart

Noted = Mapping[str, frozenset[tuple[str, str]]]
"""By conversation: (question, how), as `feedback.conversation.events.Misunderstood` has it."""

Sign = Literal["asked_back", "not_understood", "own_words", "meaning", "skipped"]

SIGNS: Mapping[Sign, str] = {
    "asked_back": "asked back whether what we heard was right",
    "not_understood": "answer not understood at first",
    "own_words": "of these, never understood: kept in their own words",
    "meaning": "asked what the question means",
    "skipped": "skipped it",
}
"""What is counted of a question, in words for its author."""

BASE = "everyone who answered this question, skipped it or would rather not say"
LEFT = "left with this question before them"
HIDDEN = "The report does not tell how many people came to this question, so this does not either."

_COUNTS_AS: Mapping[str, tuple[Sign, ...]] = {
    "asked back": ("asked_back",),
    "asked again": ("not_understood",),
    "kept as given": ("not_understood", "own_words"),
    "asked what it means": ("meaning",),
}
_PART_OF: Mapping[str, str] = {"own_words": "not_understood"}
_PASSED = ("answered", "skipped", "prefer not to say")


@dataclass(frozen=True)
class Understanding:
    """One question: of how many (`met`, the base) each sign was seen, in conversations; None is a hidden number.

    `figures` has one figure for each of SIGNS, in their order. `left` is how many ended with this question before them;
    they are not in the base.
    """

    question: str
    label: str
    met: int | None
    figures: tuple[Figure, ...]
    left: int | None


class _Seen(NamedTuple):
    """The conversations in which a sign was seen, and the people in them."""

    conversations: set[str]
    people: set[str]


class _Terms(NamedTuple):
    """How small numbers are kept, whom a reply speaks for, and the base of each question by person, where it is told."""

    profile: Profile
    level: Level
    people: Mapping[str, int | None]


def understanding(
    flow_name: str,
    responses: Iterable[Response],
    flows: Mapping[str, Flow],
    noted: Noted,
    profile: Profile | None = None,
) -> tuple[Understanding, ...]:
    """Return how well each question of a flow is understood, in the order of the flow.

    Reads `responses` once. Bases, skips and who left are those that the report prints. A sign is hidden where it or what it
    leaves over is small, by the profile of the report; all of a question is, where the report does not print its base.
    Raises SaysoError as `report.build.report.build` does.
    """
    kept: list[Response] = []
    method = build(flow_name, _watched(responses, noted, kept), flows, profile=profile).method
    seen = _seen((one for one in kept if one.flow == flow_name and standing(one) == "counted"), flows, noted)
    level = in_order(flow for flow in flows.values() if flow.name == flow_name)[-1].level
    terms = _Terms(method.profile, level, {one.id: one.asked for one in method.questions_by_person})
    left = {one.question: one.left for one in method.journey.left}
    return tuple(
        Understanding(
            question=one.id,
            label=one.ask,
            met=one.asked,
            figures=_figures(one, seen[one.id], terms),
            left=None if one.not_reached is None else left.get(one.id, 0),
        )
        for one in method.questions
    )


def _watched(responses: Iterable[Response], noted: Noted, kept: list[Response]) -> Iterator[Response]:
    """Pass responses on, and keep those of which anything is noted: they are few."""
    for response in responses:
        if response.conversation in noted:
            kept.append(response)
        yield response


def _seen(kept: Iterable[Response], flows: Mapping[str, Flow], noted: Noted) -> Mapping[str, Mapping[Sign, _Seen]]:
    """Return where each sign was seen, by question: among those who are in the base of the question alone."""
    found: defaultdict[str, defaultdict[Sign, _Seen]] = defaultdict(lambda: defaultdict(lambda: _Seen(set(), set())))
    for one in kept:
        passed = {reply.question.id for reply in replies(flows[one.version_id], one.answers) if reply.status in _PASSED}
        for question, how in noted[one.conversation]:
            for sign in _COUNTS_AS[how] if question in passed else ():
                found[question][sign].conversations.add(one.conversation)
                found[question][sign].people.add(one.person)
    return found


def _figures(counts: QuestionCounts, seen: Mapping[Sign, _Seen], terms: _Terms) -> tuple[Figure, ...]:
    """Return the figures of one question as they may be printed."""
    met, people = counts.asked or 0, terms.people.get(counts.id) or counts.asked or 0
    skipped = _figure(counts, "skipped", counts.skipped or 0, met, terms.level)
    noted = [sign for sign in SIGNS if sign != "skipped"]
    exact = [_figure(counts, sign, len(seen[sign].conversations), met, terms.level) for sign in noted]
    once = [_figure(counts, sign, len(seen[sign].people), people, terms.level) for sign in noted]
    told = protect_apart(exact, once, terms.profile, _PART_OF)
    return tuple(_beside_report(figure, counts) for figure in (*told, skipped))


def _beside_report(figure: Figure, counts: QuestionCounts) -> Figure:
    """Return a figure without its number where that would tell what the report hides."""
    hides = {"own_words": counts.own_words, "skipped": counts.skipped}
    if counts.asked is None or hides.get(figure.choice, 0) is None:
        return replace(figure, chose=None, percent=None, interval=None, shown=False, why_hidden=HIDDEN)
    return figure


def _figure(counts: QuestionCounts, sign: Sign, chose: int, met: int, level: Level) -> Figure:
    return Figure(
        id=f"{counts.id}.{sign}",
        question=counts.id,
        choice=sign,
        label=SIGNS[sign],
        chose=chose,
        answered=met,
        asked=met,
        skipped=counts.skipped,
        implied=0,
        not_asked=0,
        percent=percent(chose, met),
        interval=interval(chose, met),
        base=BASE,
        level=level,
    )
