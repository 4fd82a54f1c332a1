"""What changed for the same people, three and six months on: a document of pairs, with small numbers held."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from feedback.conversation.response import Response
from feedback.flows.model import Flow, Question, about_person
from feedback.types.registry import type_of
from report.build.phrases import signed
from report.counting.differences import points
from report.counting.figures import percent
from report.counting.pairs import PairCounts, mcnemar, paired_interval
from report.counting.response_state import replies, standing
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.held_pairs import Share, may_be_shown, shown_of
from report.formats.blocks import Block, Document, Heading, Points, Table, Text

_COUNTED = ("answered", "implied")
_LIMITS = (
    "Only people who agreed to be asked again, and who answered both times, stand in these tables. Others may have changed otherwise.",
    "A change is in points: the share the second time less the share the first time, with its 95 % interval (Newcombe, paired).",
    "The test is McNemar's, exact: how likely so uneven a change would be by chance. Many are looked at, so one of twenty seems sure by chance alone.",
    "A change does not say what brought it about.",
    "A question is shown from ten pairs on, and where no number behind it, or left over beside the report, is from 1 to 4.",
)
_HELD = "Not shown: fewer than ten pairs, or a small number of people could be worked out from it."

Link = tuple[int, str, str]
"""Two conversations of one person: how many months apart, the first, and the later one."""
Picks = Mapping[str, frozenset[str]]
"""Of one reply: what was picked at each question that has choices, where it was answered."""


@dataclass(frozen=True)
class _Panel:
    """What everybody said first, and by months what those who answered again said both times; each by their pseudonym."""

    first: Mapping[str, Picks]
    waves: Mapping[int, Mapping[str, tuple[Picks, Picks]]]

    def pairs(self, months: int, question: str) -> Mapping[str, tuple[Picks, Picks]]:
        """Return whoever answered a question both times."""
        return {person: both for person, both in self.waves[months].items() if all(question in picks for picks in both)}

    def left_over(self, months: int, question: str) -> Iterator[Sequence[frozenset[str]]]:
        """Yield what people said first who are in one table and not in the other: beside the report, and each earlier time."""
        mine = self.pairs(months, question).keys()
        yield self._said(self.first.keys() - mine, question)
        for earlier in (other for other in self.waves if other < months):
            theirs = self.pairs(earlier, question).keys()
            yield self._said(mine - theirs, question)
            yield self._said(theirs - mine, question)

    def _said(self, people: Collection[str], question: str) -> Sequence[frozenset[str]]:
        return [self.first[one][question] for one in people if question in self.first[one]]


def answered_again(
    title: str, versions: Sequence[Flow], everybody: Iterable[Response], links: Iterable[Link]
) -> Document:
    """Return what changed for the same people. `versions` are those of the flow, the latest last.

    Where a reply speaks for an organisation, all numbers are shown; otherwise small ones are held.
    """
    panel = _panel(versions, [one for one in everybody if standing(one) == "counted"], links)
    blocks: list[Block] = []
    for months in panel.waves:
        blocks += _wave(versions[-1], panel, months)
    if not blocks:
        blocks.append(Text("Nobody has answered again yet."))
    return Document(f"{title}: what changed for the same people", (*blocks, Heading(2, "Limits"), Points(_LIMITS)))


def _panel(versions: Sequence[Flow], counted: Sequence[Response], links: Iterable[Link]) -> _Panel:
    flows = {flow.version_id: flow for flow in versions}
    picks = {one.conversation: _picks(flows[one.version_id], one) for one in counted}
    # The latest comes first, so that the first reply of each person is what stays.
    latest_first = sorted(counted, key=lambda one: one.started_at, reverse=True)
    first = {one.person: picks[one.conversation] for one in latest_first}
    people = {one.conversation: one.person for one in counted}
    known = sorted(link for link in links if link[1] in picks and link[2] in picks)
    waves: dict[int, dict[str, tuple[Picks, Picks]]] = {months: {} for months, _, _ in known}
    for months, before, after in known:
        waves[months][people[before]] = picks[before], picks[after]
    return _Panel(first, waves)


def _picks(flow: Flow, reply: Response) -> Picks:
    return {
        state.question.id: frozenset(state.answer.picked)
        for state in replies(flow, reply.answers)
        if state.answer is not None and state.status in _COUNTED and _has_choices(state.question)
    }


def _has_choices(question: Question) -> bool:
    return type_of(question).gives in ("choice", "choices")


def _wave(flow: Flow, panel: _Panel, months: int) -> Iterator[Block]:
    people = len(panel.waves[months])
    private, is_exact = about_person(flow), flow.level == "organisation"
    is_told = is_exact or people >= SMALLEST_BASE
    yield Heading(2, f"After {months} months")
    yield Text(f"People who answered again: {people if is_told else f'fewer than {SMALLEST_BASE}'}.")
    for question in flow.questions:
        if _has_choices(question) and not question.consent and not question.private and question.id not in private:
            yield Heading(3, question.ask)
            yield from _question(question, panel, months, is_exact=is_exact)


def _question(question: Question, panel: _Panel, months: int, *, is_exact: bool) -> Iterator[Block]:
    both = tuple(panel.pairs(months, question.id).values())
    left = tuple(panel.left_over(months, question.id))
    each = [(choice, _counts(both, question.id, choice.id)) for choice in question.choices]
    can = [may_be_shown(counts, _shares(left, choice.id)) for choice, counts in each]
    held = shown_of(can, is_one=type_of(question).gives == "choice")
    shown = [bool(both)] * len(each) if is_exact else held
    rows = tuple(_row(choice.label, counts) for (choice, counts), is_in in zip(each, shown, strict=True) if is_in)
    if rows:
        yield Table(question.ask, ("Answer", "First time", "Again", "Change", "Test"), rows)
    if len(rows) < len(each):
        yield Text(_HELD)


def _counts(pairs: Sequence[tuple[Picks, Picks]], question: str, choice: str) -> PairCounts:
    said = [(choice in before[question], choice in after[question]) for before, after in pairs]
    return PairCounts(*(said.count(kind) for kind in ((True, True), (True, False), (False, True), (False, False))))


def _shares(left: Sequence[Sequence[frozenset[str]]], choice: str) -> Iterator[Share]:
    for said in left:
        yield sum(choice in picked for picked in said), len(said)


def _row(label: str, counts: PairCounts) -> tuple[str, ...]:
    low, high = paired_interval(counts)
    number = counts.pairs
    change = points((counts.after - counts.before) / number)
    return (
        label,
        f"{counts.before}/{number} ({percent(counts.before, number)} %)",
        f"{counts.after}/{number} ({percent(counts.after, number)} %)",
        f"{signed(change)} points ({signed(points(low))} to {signed(points(high))})",
        f"p = {mcnemar(counts):.3f}",
    )
