"""Counting: one pass over the conversations, and after it nothing is left but numbers and which texts they rest on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from feedback.answer import Answer
from feedback.errors import SaysoError
from feedback.flow import Flow, Question
from feedback.response import Response
from report.course import GONE, Leg, left_at, minutes_of
from report.plan import Plan, Put
from report.standing import Reply, Standing, Walks, replies, standing
from report.versions import band_of

OWN_WORDS = "own words"
"""The cell of answers that are words alone, not one of the choices: no question has a choice with a space in its id."""

Groups = Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""By question: the figures over several choices together (name, choice ids)."""

Coded = Mapping[tuple[str, str | None], frozenset[str]]
"""Themes that staff gave, by conversation and question (None: said without being asked)."""

_TOGETHER = 5_000
"""Conversations that wait until their answers are counted together: bounds the memory that a count takes."""

ANY_WORDS = ""
"""The place of words of any question, where writers are counted once over all of them."""


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

    def codes(self) -> tuple[str, ...]:
        """Return every choice, point, band or year that was given, in order."""
        return tuple(sorted(name for kind, name in self.seen if kind == "choice"))

    def values(self) -> Mapping[float, int]:
        """Return how many gave each number, of a question that asks for one."""
        return {float(name): number for (kind, name), number in self.seen.items() if kind == "value"}

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
    course: Leg = field(default_factory=Leg)
    channels: Mapping[str, Leg] = field(default_factory=dict)
    version_course: Mapping[str, Leg] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    """Conversations by the month in which they began (2026-03, UTC)."""
    left_at: Mapping[str, int] = field(default_factory=dict)
    """Of those who left: how many, by the question that they would have come to next."""
    by_organisation: Mapping[str, Counts] = field(default_factory=dict)
    """By question: organisations, each once. It chose what any of its replies chose, and answered if any did."""
    themed: Mapping[str, Counts] = field(default_factory=dict)
    """By question (ANY_WORDS: over all): who wrote, and under which themes staff put it; each conversation once."""
    coded: frozenset[tuple[str, str | None]] = frozenset()
    """Which coded texts are counted, by conversation and question (None: said without being asked)."""

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


def tally(
    responses: Iterable[Response], flows: Mapping[str, Flow], groups: Groups, coded: Coded | None = None
) -> Tally:
    """Count conversations of one flow in one pass; `flows` is by version id, `coded` what staff put under themes.

    Raises SaysoError, naming all of them, when conversations belong to versions that `flows` does not hold.
    """
    run = _Run(flows, groups, coded or {})
    for response in responses:
        run.add(response)
    return run.result()


class _Run:
    """The pass itself: it holds counters and the sets needed to tell people apart, never an answer."""

    def __init__(self, flows: Mapping[str, Flow], groups: Groups, coded: Coded) -> None:
        self.flows = flows
        self.groups = groups
        self.coded = coded
        self.heads: Counter[tuple[str, str, int | None, int, int]] = Counter()
        """Conversations by version, channel, minutes (None: not finished), year and month."""
        self.walks: dict[str, Walks] = {}
        self.plans: dict[int, Plan] = {}
        """By the identity of the walk, which `walks` keeps for ever."""
        self.waiting = 0
        self.unprompted = 0
        self.left_out: Counter[Standing] = Counter()
        self.missing: Counter[str] = Counter()
        self.people: set[str] = set()
        self.organisations: set[str] = set()
        self.began_at: datetime | None = None
        self.ended_at: datetime | None = None
        self.left: Counter[str] = Counter()
        self.rolled: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        self.themed: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self.read: set[tuple[str, str | None]] = set()

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
        began_at, heard_at = response.started_at, response.heard_at
        self.heads[response.version_id, response.channel, minutes_of(response), began_at.year, began_at.month] += 1
        self.unprompted += len(response.comments)
        self.people.add(response.person)
        if response.organisation:
            self.organisations.add(response.organisation)
        if self.began_at is None or began_at < self.began_at:
            self.began_at = began_at
        if self.ended_at is None or heard_at > self.ended_at:
            self.ended_at = heard_at
        self._plan(response.version_id, flow, response.answers).waiting.append(response.answers)
        self.waiting += 1
        if self.waiting >= _TOGETHER:
            self._count_waiting()
        if self.coded or response.organisation or response.stage in GONE:
            self._add_whole(response, tuple(replies(flow, response.answers)))

    def _count_waiting(self) -> None:
        self.waiting = 0
        for plan in self.plans.values():
            plan.count()

    def _plan(self, version: str, flow: Flow, answers: Mapping[str, Answer]) -> Plan:
        """Return the way through the flow that these answers take, made when it is first taken."""
        walks = self.walks.get(version)
        if walks is None:
            walks = self.walks[version] = Walks(flow)
        walk = walks.of(answers)
        plan = self.plans.get(id(walk))
        if plan is None:
            asked = {question.id: Put(question) for question, fixed in walk if fixed is None}
            plan = self.plans[id(walk)] = Plan(version, asked, tuple(reply for _, reply in walk if reply is not None))
        return plan

    def _add_whole(self, response: Response, found: tuple[Reply, ...]) -> None:
        """Count what hangs on all answers of one conversation together."""
        left = left_at(response, found)
        if left is not None:
            self.left[left] += 1
        if response.organisation:
            for reply in found:
                self.rolled[reply.question.id, response.organisation].update(_marks(reply, self.groups))
        if self.coded:
            self._add_themes(response, found)

    def _counts(self) -> Mapping[tuple[str, str], Counts]:
        """Return the counts by version and question: what was answered, and what the routes alone settled."""
        self._count_waiting()
        counters: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        for plan in self.plans.values():
            for reply, number in plan.replies():
                for mark in _marks(reply, self.groups):
                    counters[plan.version, reply.question.id][mark] += number
        return {where: Counts(counter) for where, counter in counters.items()}

    def _add_themes(self, response: Response, found: Iterable[Reply]) -> None:
        """Count the themes of one conversation: question by question, and over all its words together."""
        over_all: set[str] = set()
        wrote = bool(response.comments) or (response.conversation, None) in self.coded
        over_all.update(self._themes_of(response, None))
        for reply in found:
            if reply.status != "answered":
                continue
            themes = self._themes_of(response, reply.question.id)
            if reply.question.type == "text" or themes:
                wrote = True
                over_all.update(themes)
                self._count_words(reply.question.id, themes)
        if wrote:
            self._count_words(ANY_WORDS, over_all)

    def _themes_of(self, response: Response, question: str | None) -> frozenset[str]:
        """Return the themes of one text, and note that the report counts it."""
        themes = self.coded.get((response.conversation, question), frozenset())
        if themes:
            self.read.add((response.conversation, question))
        return themes

    def _count_words(self, where: str, themes: Iterable[str]) -> None:
        self.themed[where]["status", "answered"] += 1
        for theme in themes:
            self.themed[where]["choice", theme] += 1

    def _organisations(self) -> Mapping[str, Counts]:
        """Return the answers of organisations: an answer counts before an implied one, that before none."""
        counters: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for (question, _), marks in self.rolled.items():
            counters[question].update(_of_organisation(marks))
        return {question: Counts(counter) for question, counter in counters.items()}

    def _legs(self) -> tuple[Leg, Mapping[str, Leg], Mapping[str, Leg], Mapping[str, int]]:
        """Return how all conversations went, how by channel and by version, and how many began in each month."""
        course, channels, versions = Leg(), defaultdict[str, Leg](Leg), defaultdict[str, Leg](Leg)
        months: Counter[str] = Counter()
        for (version, channel, minutes, year, month), number in self.heads.items():
            for leg in (course, channels[channel], versions[version]):
                leg.add(minutes, number)
            months[f"{year:04}-{month:02}"] += number
        return course, dict(channels), dict(versions), dict(months)

    def result(self) -> Tally:
        if self.missing:
            lost = ", ".join(f"{version[:12]} ({number})" for version, number in sorted(self.missing.items()))
            raise SaysoError(
                f"Some conversations belong to versions of the flow that are not stored: {lost}. "
                "Restore the flow_versions table from a backup."
            )
        course, channels, versions, months = self._legs()
        return Tally(
            versions={version: leg.responses for version, leg in versions.items()},
            counts=self._counts(),
            completed=course.completed,
            unprompted=self.unprompted,
            left_out=dict(self.left_out),
            people=len(self.people),
            organisations=len(self.organisations),
            began_at=self.began_at,
            ended_at=self.ended_at,
            course=course,
            channels=channels,
            version_course=versions,
            months=months,
            left_at=dict(self.left),
            by_organisation=self._organisations(),
            themed={where: Counts(counter) for where, counter in self.themed.items()},
            coded=frozenset(self.read),
        )


_STRONGEST = ("answered", "implied", "skipped", "prefer not to say", "not asked", "not reached")


def _of_organisation(marks: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return what one organisation adds, from what its replies marked: one status, and all their choices."""
    found = set(marks)
    status = next(name for name in _STRONGEST if ("status", name) in found)
    return {("status", status)} | {mark for mark in found if mark[0] in ("choice", "group")}


def _marks(reply: Reply, groups: Groups) -> list[tuple[str, str]]:
    """Return what one reply adds one to. A choice picked twice counts once."""
    marks = [("status", str(reply.status))]
    if reply.answer is None or reply.status not in ("answered", "implied"):
        return marks
    codes = _codes(reply.question, reply.answer)
    marks += [("choice", code) for code in codes]
    if reply.question.type == "number" and reply.answer.number is not None:
        marks.append(("value", f"{reply.answer.number:g}"))
    for name, members in groups.get(reply.question.id, ()):
        if not codes.isdisjoint(members):
            marks.append(("group", name))
    return marks


def _codes(question: Question, answer: Answer) -> frozenset[str]:
    """Return what an answer counts under: choices, the point of a scale, the band of a number, the year of a date."""
    if answer.value is None:
        return frozenset((OWN_WORDS,))
    if answer.number is not None:
        return frozenset((f"{answer.number:g}" if question.type == "scale" else band_of(answer.number),))
    return frozenset((str(answer.value)[:4],) if question.type == "date" else answer.picked)
