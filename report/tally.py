"""Counting: one pass over the conversations, and after it nothing is left but numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from feedback.answer import Answer
from feedback.errors import SaysoError
from feedback.flow import PICKED_TYPES, Flow, Question
from feedback.response import Response
from report.standing import Reply, Standing, replies, standing

OWN_WORDS = "own words"
"""The cell of answers that are words alone, not one of the choices: no question has a choice with a space in its id."""

Groups = Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""By question: the figures over several choices together (name, choice ids)."""


@dataclass(frozen=True)
class Counts:
    """What became of one question, in numbers of conversations. `seen` is keyed by what was counted and its name."""

    seen: Mapping[tuple[str, str], int] = field(default_factory=Counter)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(Counter(self.seen) + Counter(other.seen))

    def status(self, name: str) -> int:
        """Return how many conversations have this status at the question (see `report.standing.Status`)."""
        return self.seen.get(("status", name), 0)

    def chose(self, code: str) -> int:
        """Return how many gave, or are taken to have given, this choice or point."""
        return self.seen.get(("choice", code), 0)

    def grouped(self, name: str) -> int:
        """Return how many gave at least one choice of this group."""
        return self.seen.get(("group", name), 0)

    @property
    def answered(self) -> int:
        """The base: everyone who answered, in a choice or in words, and everyone whose answer is implied."""
        return self.status("answered") + self.status("implied")

    @property
    def asked(self) -> int:
        """Everyone to whom the question was put and who answered it or passed it over."""
        return self.status("answered") + self.status("skipped") + self.status("prefer not to say")

    @property
    def own_words(self) -> int:
        """Answers that are words alone; they are in the base and under no choice."""
        return self.seen.get(("choice", OWN_WORDS), 0)


@dataclass(frozen=True)
class Tally:
    """All counts of one flow. `versions` is conversations by version id; `counts` is by version id and question id."""

    versions: Mapping[str, int]
    counts: Mapping[tuple[str, str], Counts]
    completed: int = 0
    unprompted: int = 0
    """Comments that belong to no question."""
    left_out: Mapping[Standing, int] = field(default_factory=dict)
    people: int = 0
    organisations: int = 0
    began_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def responses(self) -> int:
        """Conversations counted, finished or not."""
        return sum(self.versions.values())

    def count(self, question: str, versions: Iterable[str]) -> Counts:
        """Return the counts of a question over some versions; everyone of another version was not asked."""
        asked = frozenset(versions)
        others = sum(number for version, number in self.versions.items() if version not in asked)
        total = Counts(Counter({("status", "not asked"): others}))
        for version in sorted(asked & self.versions.keys()):
            total += self.counts[version, question]
        return total


def tally(responses: Iterable[Response], flows: Mapping[str, Flow], groups: Groups) -> Tally:
    """Count conversations of one flow in one pass; `flows` is by version id.

    Raises SaysoError, naming all of them, when conversations belong to versions that `flows` does not hold.
    """
    run = _Run(flows, groups)
    for response in responses:
        run.add(response)
    return run.result()


class _Run:
    """The pass itself: it holds counters and the sets needed to tell people apart, never an answer."""

    def __init__(self, flows: Mapping[str, Flow], groups: Groups) -> None:
        self.flows = flows
        self.groups = groups
        self.versions: Counter[str] = Counter()
        self.counters: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        self.totals: Counter[str] = Counter()
        self.left_out: Counter[Standing] = Counter()
        self.missing: Counter[str] = Counter()
        self.people: set[str] = set()
        self.organisations: set[str] = set()
        self.began_at: datetime | None = None
        self.ended_at: datetime | None = None

    def add(self, response: Response) -> None:
        flow = self.flows.get(response.version_id)
        where = standing(response)
        if where != "counted":
            self.left_out[where] += 1
        elif flow is None:
            self.missing[response.version_id] += 1
        else:
            self._add_counted(response, flow)

    def _add_counted(self, response: Response, flow: Flow) -> None:
        self.versions[response.version_id] += 1
        self.totals["completed"] += response.stage == "finished"
        self.totals["unprompted"] += len(response.comments)
        self.people.add(response.person)
        self.organisations.update(filter(None, (response.organisation,)))
        self.began_at = min(self.began_at or response.started_at, response.started_at)
        self.ended_at = max(self.ended_at or response.heard_at, response.heard_at)
        for reply in replies(flow, response.answers):
            counter = self.counters[response.version_id, reply.question.id]
            for mark in _marks(reply, self.groups):
                counter[mark] += 1

    def result(self) -> Tally:
        if self.missing:
            lost = ", ".join(f"{version[:12]} ({number})" for version, number in sorted(self.missing.items()))
            raise SaysoError(
                f"Some conversations belong to versions of the flow that are not stored: {lost}. "
                "Restore the flow_versions table from a backup."
            )
        return Tally(
            versions=dict(self.versions),
            counts={key: Counts(counter) for key, counter in self.counters.items()},
            completed=self.totals["completed"],
            unprompted=self.totals["unprompted"],
            left_out=dict(self.left_out),
            people=len(self.people),
            organisations=len(self.organisations),
            began_at=self.began_at,
            ended_at=self.ended_at,
        )


def _marks(reply: Reply, groups: Groups) -> list[tuple[str, str]]:
    """Return what one reply adds one to. A choice picked twice counts once."""
    marks = [("status", str(reply.status))]
    if reply.answer is None or reply.status not in ("answered", "implied"):
        return marks
    codes = _codes(reply.question, reply.answer)
    marks += [("choice", code) for code in codes]
    for name, members in groups.get(reply.question.id, ()):
        if not codes.isdisjoint(members):
            marks.append(("group", name))
    return marks


def _codes(question: Question, answer: Answer) -> frozenset[str]:
    if answer.value is None:
        return frozenset((OWN_WORDS,))
    if question.type in PICKED_TYPES:
        return frozenset(answer.picked)
    if question.type == "scale" and answer.number is not None:
        return frozenset((f"{answer.number:g}",))
    return frozenset()
