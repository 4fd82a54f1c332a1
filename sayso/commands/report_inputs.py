"""What a report or an export is made of, and how it is asked for."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from feedback.conversation.response import Response
from feedback.errors import SaysoError
from feedback.flows.model import Flow
from report.build.report import Findings
from report.build.understanding import Noted
from report.counting.flow_versions import in_order
from report.counting.slices import ReportSlice
from report.disclosure.response_rates import InvitationCounts
from report.disclosure.suppression import Profile
from report.parts.again import Link
from report.parts.cuts import Cut


@dataclass(frozen=True)
class ReportInputs:
    """What a report or an export is made of.

    `responses` may be a stream, read inside the provider's context, once or (`Reread`) anew each time. `flows` is by
    version id: every version stored, and the newest of each flow. `invited` is the number of invitations to the flow,
    None where nobody counted. `heard` is what staff made of the words, `noted` which questions were not understood.
    `organisation` is whoever asks.
    """

    responses: Iterable[Response]
    flows: Mapping[str, Flow]
    invited: InvitationCounts | int | None = None
    heard: Findings | None = None
    noted: Noted = field(default_factory=dict)
    organisation: str = ""
    part: ReportSlice | None = None
    """Which part of the replies it is, with every spelling of its place; None for all, or where the provider knows no more."""
    cuts: Callable[[], Iterable[Cut]] = tuple
    """Finds the ways to cut the replies into parts, inside the provider's context."""
    again: Callable[[], Iterable[Link]] = tuple
    """Finds which replies are the first and a later one of the same person, inside the provider's context."""


class ResponseSource(Protocol):
    """Opens what is stored for reading, from the start of the context to its end."""

    def __call__(
        self, flow: str | None, *, with_words: bool, part: ReportSlice | None = None
    ) -> AbstractContextManager[ReportInputs]:
        """Return what is stored of one flow (None: of all), or of a part of its replies.

        Without the words only what may be quoted is unsealed. How many were invited is not known of a part.
        """
        ...


def refuse_exact(flow: str, found: ReportInputs, profile: Profile | None) -> None:
    """Raise SaysoError for exact numbers of a flow in which replies speak for people: they would tell of single ones."""
    newest = in_order(known for known in found.flows.values() if known.name == flow)[-1]
    if profile == "organisations" and newest.level == "person":
        raise SaysoError(
            f"Replies to {flow} speak for people, so exact numbers would give single people away. "
            "Leave out --profile, or choose people or nhs-round5."
        )


def refuse_unknown(flow: str | None, found: ReportInputs) -> None:
    """Raise SaysoError, naming the flows that there are, for one that is not among them. None stands for all."""
    names = sorted({known.name for known in found.flows.values()})
    if flow is not None and flow not in names:
        raise SaysoError(f"There is no flow named {flow}. There are: {', '.join(names) or 'none'}.")
