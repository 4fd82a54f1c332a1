"""How conversations went, as a report may print it: finished, how long, by channel and version, and where people left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from feedback.flows.model import Flow
from report.counting.durations import DurationGroup, quantile
from report.counting.figures import percent
from report.counting.flow_versions import JoinedQuestion
from report.counting.tally import Tally
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.suppression import SMALL, Profile, cover, guarded, round5


@dataclass(frozen=True)
class CompletionGroup:
    """Conversations of one channel or one version of the flow; None is hidden, or (`minutes`) not known.

    `minutes` is the median of those who finished, from the first message to the last, in whole minutes.
    """

    name: str
    responses: int | None
    completed: int | None
    completed_percent: int | None
    minutes: int | None


@dataclass(frozen=True)
class DropOff:
    """How many left with this question before them."""

    question: str
    label: str
    left: int | None


@dataclass(frozen=True)
class Journey:
    """How conversations went. `whole` is all of them; `partial` those not finished."""

    whole: CompletionGroup
    partial: int | None
    channels: tuple[CompletionGroup, ...]
    versions: tuple[CompletionGroup, ...]
    months: tuple[tuple[str, int | None], ...]
    left: tuple[DropOff, ...]


def journey(tally: Tally, used: Iterable[Flow], questions: Iterable[JoinedQuestion], profile: Profile) -> Journey:
    """Return how the counted conversations went, small numbers hidden as the profile has it."""
    versions = {f"version {flow.version}": tally.version_course[flow.version_id] for flow in used}
    labels = {one.question.id: one.question.short or one.question.ask for one in questions}
    lost = guarded({name: tally.left_at[name] for name in labels if name in tally.left_at}, profile)
    told = round5 if profile == "nhs-round5" else int
    return Journey(
        whole=_part("all", told(tally.responses), told(tally.completed), tally.course, profile),
        partial=told(tally.responses - tally.completed),
        channels=_parts(tally.channels, profile),
        versions=_parts(versions, profile),
        months=tuple(sorted(guarded(tally.months, profile).items())),
        left=tuple(DropOff(name, labels[name], number) for name, number in lost.items()),
    )


def _parts(legs: Mapping[str, DurationGroup], profile: Profile) -> tuple[CompletionGroup, ...]:
    """Return the parts. How many finished is told where neither they nor those who did not are few in any part."""
    responses = guarded({name: leg.responses for name, leg in legs.items()}, profile)
    completed = guarded({name: leg.completed for name, leg in legs.items()}, profile)
    known = dict(completed) | dict.fromkeys(_few_unfinished(legs, profile))
    return tuple(_part(name, responses[name], known[name], leg, profile) for name, leg in sorted(legs.items()))


def _few_unfinished(legs: Mapping[str, DurationGroup], profile: Profile) -> frozenset[str]:
    """Return the parts that must not say how many finished, as that would tell of 1 to 4 who did not.

    Where there is one part alone, it says what the whole says.
    """
    if profile != "people" or len(legs) == 1:
        return frozenset()
    unfinished = {name: leg.responses - leg.completed for name, leg in legs.items()}
    return cover(unfinished, frozenset(name for name, number in unfinished.items() if number in SMALL))


def _part(
    name: str, responses: int | None, completed: int | None, leg: DurationGroup, profile: Profile
) -> CompletionGroup:
    """Return one part; where it is not said how many replied, how many finished is not said either."""
    known = completed if responses is not None else None
    enough = 1 if profile == "organisations" else SMALLEST_BASE
    is_known = known is not None and leg.completed >= enough
    return CompletionGroup(
        name=name,
        responses=responses,
        completed=known,
        completed_percent=percent(known, responses) if known is not None and responses and known <= responses else None,
        minutes=int(quantile(leg.minutes, 0.5) + 0.5) if is_known else None,
    )
