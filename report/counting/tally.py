"""Counting: one pass over the conversations, and after it nothing is left but numbers and which texts they rest on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from feedback.conversation.response import Response
from feedback.errors import SaysoError
from feedback.flows.answer import Answer
from feedback.flows.model import Flow
from report.counting.durations import GONE, DurationGroup, left_at, minutes_of
from report.counting.question_counts import Counts, Groups, marks_of
from report.counting.repeat_respondents import STRONGEST, DatedReply, RepeatReplies, again
from report.counting.response_state import QuestionState, Standing, Walks, replies, standing
from report.counting.route_groups import RouteGroup, RouteQuestion
from report.counting.sorted_words import Coded, SortedWords, Sorting, WordsRun

_TOGETHER = 5_000
"""Conversations that wait until their answers are counted together: bounds the memory that a count takes."""


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
    again: RepeatReplies = field(default_factory=RepeatReplies)
    """What people said in replies that do not speak for them, as another of theirs does."""
    organisations: int = 0
    without_organisation: int = 0
    """Conversations of which no organisation is known."""
    began_at: datetime | None = None
    ended_at: datetime | None = None
    course: DurationGroup = field(default_factory=DurationGroup)
    channels: Mapping[str, DurationGroup] = field(default_factory=dict)
    version_course: Mapping[str, DurationGroup] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    """Conversations by the month in which they began (2026-03, UTC)."""
    left_at: Mapping[str, int] = field(default_factory=dict)
    """Of those who left: how many, by the question that they would have come to next."""
    by_organisation: Mapping[str, Counts] = field(default_factory=dict)
    """By question: organisations, each once. It chose what any of its replies chose, and answered if any did."""
    themed: Mapping[str, SortedWords] = field(default_factory=dict)
    """By question (ANY_WORDS: over all that is not private): who wrote, and under which themes staff put it."""
    sampled: Mapping[str, SortedWords] = field(default_factory=dict)
    """The same of the random sample alone."""
    coded: frozenset[tuple[str, str | None]] = frozenset()
    """Which coded texts are counted, by conversation and question (None: said without being asked)."""
    spoke_as: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By conversation: question and choice that may stand below its words, where the person agreed to that."""

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

    def count_people(self, question: str, versions: Iterable[str]) -> Counts:
        """Return the same with each person counted once."""
        found = tuple(versions)
        return self.count(question, found) - self.again.count(question, found)


def tally(
    responses: Iterable[Response], flows: Mapping[str, Flow], groups: Groups, sorting: Sorting | None = None
) -> Tally:
    """Count conversations of one flow in one pass; `flows` is by version id, `sorting` what staff made of the words.

    Raises SaysoError, naming all of them, when conversations belong to versions that `flows` does not hold.
    """
    run = _Run(flows, groups, sorting or Sorting())
    for response in responses:
        run.add(response)
    return run.result()


def rolled(coded: Coded, parents: Mapping[str, str]) -> Coded:
    """Return the themes of each text with all that these are parts of; `parents` is by theme."""
    return {where: frozenset(_upwards(themes, parents)) for where, themes in coded.items()} if parents else coded


def _upwards(themes: Iterable[str], parents: Mapping[str, str]) -> set[str]:
    found = set(themes)
    while more := {parents[one] for one in found if one in parents} - found:
        found |= more
    return found


class _Run:
    """The pass itself: it holds counters and the sets needed to tell people apart, never an answer."""

    def __init__(self, flows: Mapping[str, Flow], groups: Groups, sorting: Sorting) -> None:
        self.flows = flows
        self.groups = groups
        self.words = WordsRun(sorting)
        self.heads: Counter[tuple[str, str, int | None, int, int]] = Counter()
        """Conversations by version, channel, minutes (None: not finished), year and month."""
        self.walks: dict[str, Walks] = {}
        self.plans: dict[int, RouteGroup] = {}
        """By the identity of the walk, which `walks` keeps for ever."""
        self.waiting = 0
        self.unprompted = 0
        self.left_out: Counter[Standing] = Counter()
        self.missing: Counter[str] = Counter()
        self.first: dict[str, DatedReply] = {}
        """What people said in the first of their replies that came; in more of them, if there were any."""
        self.more: defaultdict[str, list[DatedReply]] = defaultdict(list)
        self.organisations: Counter[str] = Counter()
        self.began_at: datetime | None = None
        self.ended_at: datetime | None = None
        self.left: Counter[str] = Counter()
        self.spoke_as: dict[str, tuple[str, str]] = {}
        self.rolled: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)

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
        self._add_person(response)
        self.organisations[response.organisation] += 1
        if self.began_at is None or began_at < self.began_at:
            self.began_at = began_at
        if self.ended_at is None or heard_at > self.ended_at:
            self.ended_at = heard_at
        self._plan(response.version_id, flow, response.answers).waiting.append(response.answers)
        self.waiting += 1
        if self.waiting >= _TOGETHER:
            self._count_waiting()
        if self.words.sorting.coded or response.organisation or response.stage in GONE:
            self._add_whole(response, tuple(replies(flow, response.answers)))

    def _add_person(self, response: Response) -> None:
        said = DatedReply(response.started_at, response.conversation, response.version_id, response.answers)
        if self.first.setdefault(response.person, said) is not said:
            self.more[response.person].append(said)

    def _count_waiting(self) -> None:
        self.waiting = 0
        for plan in self.plans.values():
            plan.count()

    def _plan(self, version: str, flow: Flow, answers: Mapping[str, Answer]) -> RouteGroup:
        """Return the way through the flow that these answers take, made when it is first taken."""
        walks = self.walks.get(version)
        if walks is None:
            walks = self.walks[version] = Walks(flow)
        walk = walks.of(answers)
        plan = self.plans.get(id(walk))
        if plan is None:
            asked = {question.id: RouteQuestion(question) for question, fixed in walk if fixed is None}
            plan = self.plans[id(walk)] = RouteGroup(
                version, asked, tuple(reply for _, reply in walk if reply is not None)
            )
        return plan

    def _add_whole(self, response: Response, found: tuple[QuestionState, ...]) -> None:
        """Count what hangs on all answers of one conversation together."""
        left = left_at(response, found)
        if left is not None:
            self.left[left] += 1
        if response.organisation:
            for reply in found:
                self.rolled[reply.question.id, response.organisation].update(marks_of(reply, self.groups))
        if self.words.sorting.coded:
            self.words.add(response, found)
            self._note_speaker(response, found)

    def _note_speaker(self, response: Response, found: tuple[QuestionState, ...]) -> None:
        """Note as what somebody spoke who agreed to that: an answer of theirs, never an implied one."""
        if response.consents.get("quote_speaker"):
            for reply in found:
                picked = reply.answer.picked if reply.answer and reply.status == "answered" else ()
                if reply.question.speaker and len(picked) == 1:
                    self.spoke_as[response.conversation] = (reply.question.id, picked[0])

    def _counts(self) -> Mapping[tuple[str, str], Counts]:
        """Return the counts by version and question: what was answered, and what the routes alone settled."""
        self._count_waiting()
        counters: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        for plan in self.plans.values():
            for reply, number in plan.replies():
                for mark in marks_of(reply, self.groups):
                    counters[plan.version, reply.question.id][mark] += number
        return {where: Counts(counter) for where, counter in counters.items()}

    def _again(self) -> RepeatReplies:
        """Return what the replies say that do not speak for their person."""
        return again(([self.first[person], *more] for person, more in self.more.items()), self.walks, self.groups)

    def _organisations(self) -> Mapping[str, Counts]:
        """Return the answers of organisations: an answer counts before an implied one, that before none."""
        counters: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for (question, _), marks in self.rolled.items():
            counters[question].update(_of_organisation(marks))
        return {question: Counts(counter) for question, counter in counters.items()}

    def _legs(
        self,
    ) -> tuple[DurationGroup, Mapping[str, DurationGroup], Mapping[str, DurationGroup], Mapping[str, int]]:
        """Return how all conversations went, how by channel and by version, and how many began in each month."""
        course, channels, versions = (
            DurationGroup(),
            defaultdict[str, DurationGroup](DurationGroup),
            defaultdict[str, DurationGroup](DurationGroup),
        )
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
            people=len(self.first),
            again=self._again(),
            organisations=len(self.organisations.keys() - {""}),
            without_organisation=self.organisations[""],
            began_at=self.began_at,
            ended_at=self.ended_at,
            course=course,
            channels=channels,
            version_course=versions,
            months=months,
            left_at=dict(self.left),
            by_organisation=self._organisations(),
            themed=self.words.counted(),
            sampled=self.words.sampled(),
            coded=frozenset(self.words.read),
            spoke_as=self.spoke_as,
        )


def _of_organisation(marks: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return what one organisation adds, from what its replies marked: one status, and all their choices."""
    found = set(marks)
    status = next(name for name in STRONGEST if ("status", name) in found)
    return {("status", status)} | {mark for mark in found if mark[0] in ("choice", "group")}
