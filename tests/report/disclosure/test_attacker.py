"""The attack on our own report: it finds what is given away, and finds nothing in what we print."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, milp

from feedback.conversation.response import Response
from feedback.flows.answer import Answer
from feedback.flows.condition import And, Has, Is, IsNot, Not, Or
from feedback.flows.model import Flow, Question, route
from report.build.release_history import printed
from report.build.report import Report, build
from report.counting.figures import Figure, QuestionCounts
from report.disclosure.attacker import FEWEST_VALUES, attack, attack_parts
from report.disclosure.printed_question import PrintedQuestion
from report.disclosure.suppression import guarded

SURVEYS = int(os.environ.get("SAYSO_SURVEYS", "15"))
"""Random surveys attacked: a sample in `make test`, 1,000 at night."""

Way = dict[str, frozenset[str]]
"""One way to reply: by question, what it counts under."""

HIDING = ("people", "nhs-round5")
"""The profiles that hide small numbers."""


def test_those_who_were_not_asked_either_lead_on_where_the_condition_turns_a_word_round(make_flow, pick, respond):
    """`not q1 is a` holds for whoever was not asked q1, so the few who were asked and said a are what is left."""
    flow = make_flow(
        pick("q0", "ab"),
        pick("q1", "ab", when=Is("q0", "a")),
        pick("q2", "ab", when=Not(Is("q1", "a"))),
        pick("q3", "ab", when=Not(IsNot("q1", "a"))),
    )
    given = (
        [{"q0": "a", "q1": "a", "q3": "a"}] * 3
        + [{"q0": "a", "q1": "b", "q2": "a"}] * 12
        + [{"q0": "b", "q2": "b"}] * 15
    )
    responses = [respond(flow, one) for one in given]
    exact, people = (build("club", responses, {"v1": flow}, profile=one) for one in ("organisations", "people"))

    open_book = replace(
        printed(exact, {"v1": flow}), sheets=tuple(map(without_figures, printed(exact, {"v1": flow}).sheets))
    )

    assert {one.question for one in attack(open_book)} >= {"q1"}
    assert attack(printed(people, {"v1": flow})) == ()


def without_figures(sheet: PrintedQuestion) -> PrintedQuestion:
    """Return q1 without its numbers; all other questions as they are."""
    if sheet.counts.id != "q1":
        return sheet
    hidden = tuple(replace(one, chose=None, percent=None, shown=False) for one in sheet.figures)
    return replace(sheet, figures=hidden)


def test_parts_of_all_replies_narrow_no_hidden_one_under_the_rule_of_the_nhs():
    """By channel, month or group: the reader knows the exact sum. 22 and 1 would print 20, and leave 1 to 5 for the one."""
    rng = np.random.default_rng(5)
    kept = large = 0
    for _ in range(300):
        parts = {str(name): int(number) for name, number in enumerate(rng.geometric(0.03, rng.integers(1, 7)))}
        told = guarded(parts, "nhs-round5")

        total = sum(parts.values())
        assert attack_parts(told, total) == () or not any(told.values())
        kept += sum(told[name] is not None for name, number in parts.items() if number > 7)
        large += sum(number > 7 for number in parts.values())
    assert kept >= 0.9 * large


class Survey:
    """A random survey: its flow, its replies, its report, and what is true."""

    def __init__(self, seed: int, make_flow, pick, respond, *, small: bool = False, profile: str = "people") -> None:
        self.profile = profile
        self.rng = np.random.default_rng(seed)
        self.small = small
        self.pick = pick
        questions: list[Question] = []
        for number in range(int(self.rng.integers(2, 4) if small else self.rng.integers(3, 9))):
            questions.append(self.question(number, questions))
        self.flow: Flow = make_flow(*questions)
        many = int(self.rng.integers(12, 40) if small else np.exp(self.rng.uniform(np.log(12), np.log(400))))
        weights = {one.id: self.rng.dirichlet(np.full(len(one.choices), 0.8)) for one in questions}
        self.responses = list(self.by_some_again([self.reply(respond, weights) for _ in range(many)]))
        flows = {self.flow.version_id: self.flow}
        self.report: Report = build("club", self.responses, flows, profile=profile)
        self.exact: Report = build("club", self.responses, flows, profile="organisations")
        self.printed = printed(self.report, flows)
        self.of_replies = {one.id: one for one in self.report.figures}

    def by_some_again(self, replies: list[Response]) -> Iterator[Response]:
        """Yield the replies; in two surveys of three some of them, few or many, come from people who had replied before.

        In a small survey nobody replies more than twice.
        """
        share, before = self.rng.choice([0, 0.1, 0.4]), list[str]()
        for place, one in enumerate(replies):
            is_again = before and self.rng.random() < share
            person = before[self.rng.integers(len(before))] if is_again else one.person
            if is_again and self.small:
                before.remove(person)
            elif not is_again:
                before.append(person)
            yield replace(one, person=person, started_at=one.started_at + timedelta(hours=place))

    def told_though_small(self) -> list[Figure]:
        """Return what is printed of replies or of people though those behind it are few."""
        by_person = {one.id: one for one in self.report.method.by_person}
        few = [true.id for _, true in self.pairs() if self.is_small(true)]
        few += [true.id for true in self.exact.method.by_person if self.is_small(true)]
        return [one for name in few for one in (self.of_replies[name], by_person.get(name)) if one and one.shown]

    def harmless(self) -> list[Figure]:
        own = {one.id: one.own_words for one in self.exact.method.questions}
        few = range(1, 5) if self.profile == "people" else range(1, 8)
        everyone = (*self.exact.figures, *self.exact.method.by_person)
        small = {true.question for true in everyone if self.is_small(true) or own[true.question] in few}
        return [one for one, true in self.pairs() if true.question not in small]

    def pairs(self) -> list[tuple[Figure, Figure]]:
        return list(zip(self.report.figures, self.exact.figures, strict=True))

    def is_small(self, true: Figure) -> bool:
        base, chose = true.answered or 0, true.chose or 0
        if self.profile == "nhs-round5":
            return base < 8 or chose in range(1, 8)
        return base < 10 or not {chose, base - chose}.isdisjoint({1, 2, 3, 4})

    def question(self, number: int, before: list[Question]) -> Question:
        kind = self.rng.choice(["one", "yesno"] if self.small else ["one", "one", "yesno", "many"])
        letters = "yn" if kind == "yesno" else "abcdef"[: self.rng.integers(2, 4 if self.small else 7)]
        more: dict[str, object] = {}
        if before and self.rng.random() < (0.8 if self.small else 0.4):
            more["when"] = self.condition(before)
            if kind != "many" and self.rng.random() < 0.4:
                more["otherwise"] = letters[-1]
        return self.pick(f"q{number}", letters, type=str(kind), **more)

    def condition(self, before: list[Question]):
        one = before[self.rng.integers(len(before))]
        first, last = one.choices[0].id, one.choices[-1].id
        if one.type == "many":
            return Has(one.id, first)
        other = before[self.rng.integers(len(before))]
        forms = [Is(one.id, first), IsNot(one.id, last), Or(Is(one.id, first), Is(one.id, last))]
        forms.append(And(IsNot(one.id, last), IsNot(other.id, other.choices[0].id)))
        return forms[self.rng.integers(len(forms))]

    def reply(self, respond, weights):
        answers: dict[str, object] = {}
        for one in self.flow.questions:
            luck, ids = self.rng.random(), [choice.id for choice in one.choices]
            picked = str(self.rng.choice(ids, p=weights[one.id]))
            many = tuple(name for name in ids if self.rng.random() < 0.5) or (picked,)
            answers[one.id] = (
                "skip" if luck < 0.05 else "=hm" if luck < 0.08 else many if one.type == "many" else picked
            )
        left = not self.small and self.rng.random() < 0.1
        kept = list(answers)[: self.rng.integers(1, len(answers) + 1)] if left else list(answers)
        return respond(self.flow, {name: answers[name] for name in kept}, stage="left early" if left else "finished")


@pytest.mark.slow
@pytest.mark.parametrize("profile", HIDING)
def test_the_attack_narrows_no_hidden_number_and_harmless_ones_stay(make_flow, pick, respond, profile):
    """Harmless is a number of a question in which nothing is small, and that ten or more answered."""
    kept = harmless = 0
    for seed in range(SURVEYS):
        survey = Survey(seed, make_flow, pick, respond, profile=profile)

        assert attack(survey.printed) == ()
        assert [one.id for one in survey.told_though_small()] == []
        for told in survey.harmless():
            kept, harmless = kept + told.shown, harmless + 1
    assert kept >= 0.9 * harmless, f"{kept} of {harmless} harmless numbers are shown"


@pytest.mark.slow
@pytest.mark.parametrize("profile", HIDING)
def test_not_even_whole_replies_put_together_narrow_a_hidden_number(make_flow, pick, respond, profile):
    """A second attacker, of another kind: whole replies as unknowns, and exact integer programming over all of them."""
    tried = 0
    for seed in range(SURVEYS):
        survey = Survey(10_000 + seed, make_flow, pick, respond, small=True, profile=profile)
        for figure, low, high, most, asked in ends(survey):
            tried += 1
            is_nobody_or_all = high == 0 or low == most
            assert is_nobody_or_all or high - low + 1 >= min(FEWEST_VALUES, asked + 1), (seed, figure, low, high)
    assert tried > SURVEYS / 2


def ends(survey: Survey) -> Iterator[tuple[str, int, ...]]:
    """Yield for each hidden figure the least and the most that it can be, and the most who can have answered and been asked."""
    kinds = list(replies(survey.flow))

    def marks(question: str, kind: str) -> np.ndarray:
        return np.array([kind in way[question] for way in kinds], float)

    known = [(np.ones(len(kinds)), *(rounded if survey.profile == "nhs-round5" else exact)(survey.report.responses))]
    known += [(marks(question, kind), low, high) for question, kind, low, high in facts(survey.report)]
    rows, lows, highs = zip(*known, strict=True)
    limits = LinearConstraint(np.array(rows), lows, highs)
    for figure in survey.report.figures:
        if figure.chose is None and figure.answered != 0:
            mine, base = marks(figure.question, figure.choice), marks(figure.question, "answered")
            asked = marks(figure.question, "asked")
            yield (
                figure.id,
                *(
                    round(sign * milp(sign * goal, constraints=limits, integrality=np.ones(len(kinds))).fun)
                    for sign, goal in ((1, mine), (-1, mine), (-1, base), (-1, asked))
                ),
            )


@pytest.mark.slow
@pytest.mark.parametrize("profile", HIDING)
def test_not_even_whole_people_put_together_tell_of_replies_that_do_not_speak_for_them(
    make_flow, pick, respond, profile
):
    """The second attacker with both counts: unknown is how many people replied once or twice, in each way to do so."""
    tried = 0
    for seed in range(SURVEYS // 5):
        survey = Survey(20_003 + seed, make_flow, pick, respond, small=True, profile=profile)
        if survey.report.method.by_person and len(survey.flow.questions) == 2:
            for told in silent_ends(survey):
                tried += 1
                assert told.both == told.replies_alone or told.both[1] - told.both[0] + 1 >= FEWEST_VALUES, (seed, told)
    assert tried > SURVEYS / 5


class Silent(NamedTuple):
    """How few and how many silent replies may have given a choice: by both counts, and by the replies alone."""

    figure: str
    both: tuple[int, int]
    replies_alone: tuple[int, int]


def silent_ends(survey: Survey) -> Iterator[Silent]:
    """Yield what can be worked out of each choice, where the silent replies are few: in all, for it or against it.

    Left out are choices that everybody gave, as the replies alone tell.
    """
    kinds = list(replies(survey.flow))
    people = [spoken(old, new, survey.flow) for old in (None, *kinds) for new in kinds]
    report, method = survey.report, survey.report.method
    ends_of = rounded if survey.profile == "nhs-round5" else exact

    def marks(what: int, question: str, kind: str) -> np.ndarray:
        return np.array([kind in way[what].get(question, ()) for way in people], float)

    is_twice = np.array([bool(way[SILENT]) for way in people], float)
    known = [(is_twice + 1, *ends_of(report.responses)), (np.ones(len(people)), *ends_of(method.people))]
    known += [
        (marks(SPEAKS, name, kind) + marks(SILENT, name, kind), low, high) for name, kind, low, high in facts(report)
    ]
    more = [(marks(SPEAKS, name, kind), low, high) for name, kind, low, high in people_facts(report)]

    def ends(goal: np.ndarray, facts: list[tuple[np.ndarray, int, int]]) -> tuple[int, int]:
        rows, lows, highs = zip(*facts, strict=True)
        limits, whole = LinearConstraint(np.array(rows), lows, highs), np.ones(len(people))
        low, high = (round(sign * milp(sign * goal, constraints=limits, integrality=whole).fun) for sign in (1, -1))
        return low, high

    known.append((is_twice, *ends(is_twice, known + more)))  # how many there are is no secret, what they say is
    for one in method.by_person:
        mine = marks(SILENT, one.question, one.choice)
        rest = marks(SILENT, one.question, "answered") - mine
        chose, others, base = (ends(goal, known + more)[1] for goal in (mine, rest, mine + rest))
        is_all = not ends(
            rest + marks(SPEAKS, one.question, "answered") - marks(SPEAKS, one.question, one.choice), known
        )[1]
        if base and not is_all and (base < 10 or chose in range(1, 5) or others in range(1, 5)):
            yield Silent(one.id, ends(mine, known + more), ends(mine, known))


SPEAKS, SILENT = 0, 1
STRENGTH = ("not_asked", "skipped", "implied", "answered")


def spoken(old: Way | None, new: Way, flow: Flow) -> tuple[Way, Way]:
    """Return what speaks for someone who replied like this, first and then, and what does not; nothing of one reply."""
    if old is None:
        return new, {}
    speaks, silent = {}, {}
    for one in flow.questions:
        first, then = (max(map(STRENGTH.index, way[one.id] & {*STRENGTH} - implied(way[one.id]))) for way in (old, new))
        speaks[one.id], silent[one.id] = (new[one.id], old[one.id]) if then >= first else (old[one.id], new[one.id])
    return speaks, silent


def implied(marks: frozenset[str]) -> set[str]:
    """Return the mark to leave out where an answer is implied: it counts as an answer as well."""
    return {"answered"} if "implied" in marks else set()


def people_facts(report: Report) -> Iterator[tuple[str, str, int, int]]:
    """Yield what is printed of people, each counted once, as `facts` does of replies; nothing of hidden numbers."""
    ends_of = rounded if report.method.profile == "nhs-round5" else exact
    told = {(one.question, one.choice): one.chose for one in report.method.by_person}
    for asked in report.method.questions_by_person:
        yield from of_route(asked, ends_of)
        told[asked.id, "own_words"] = asked.own_words
    yield from ((*name, *ends_of(number)) for name, number in told.items() if number is not None)


def exact(number: int) -> tuple[int, int]:
    return number, number


def rounded(number: int | None) -> tuple[int, int]:
    """Return what a number of the NHS profile can stand for."""
    if number is None:
        return 1, 7
    return (number - 2, number + 2) if number else (0, 0)


def facts(report: Report) -> Iterator[tuple[str, str, int, int]]:
    """Yield what is printed: of a question, of a kind of reply to it, at least and at most how many there are."""
    ends = rounded if report.method.profile == "nhs-round5" else exact
    for asked in report.method.questions:
        yield from of_route(asked, ends)
        yield from of_cells(report, asked, ends)


def of_route(asked: QuestionCounts, ends) -> Iterator[tuple[str, str, int, int]]:
    told = {name: getattr(asked, name) for name in ("answered", "asked", "skipped", "implied", "not_asked")}
    is_route_told = any(number is not None for name, number in told.items() if name != "answered")
    for status, number in told.items():
        if number is not None or (ends is rounded and is_route_told):
            yield asked.id, status, *ends(number)


def of_cells(report: Report, asked: QuestionCounts, ends) -> Iterator[tuple[str, str, int, int]]:
    """Yield the same of each choice, and of words alone. All questions here have one choice each."""
    figures = [one for one in report.figures if one.question == asked.id]
    cells = {one.choice: one.chose for one in figures} | {"own_words": asked.own_words}
    is_partly_shown = bool(asked.answered) and any(one.shown for one in figures)
    hidden = [name for name, number in cells.items() if number is None]
    for name, number in cells.items():
        if number is not None:
            yield asked.id, name, *ends(number)
        elif is_partly_shown:
            is_few = ends is rounded and hidden == [name]
            most_again = ends(report.responses)[1] - ends(report.method.people)[0]
            yield asked.id, name, 1, 7 + most_again if is_few else ends(asked.answered)[1] - (ends is exact)


def replies(flow: Flow) -> Iterator[Way]:
    """Yield every way to reply as what it counts under, question by question."""
    seen = set()
    ways = [[*(choice.id for choice in one.choices), "skip", "="] for one in flow.questions]
    at = np.datetime64("2026-03-02").astype(object)
    for way in product(*ways):
        answers = {
            one.id: Answer("skipped", at) if said == "skip" else Answer("answered", at, None if said == "=" else said)
            for one, said in zip(flow.questions, way, strict=True)
        }
        marks = {}
        for asked in route(flow, answers):
            answer = answers[asked.question.id]
            if asked.state == "not asked":
                marks[asked.question.id] = frozenset({"not_asked"})
            elif asked.implied is not None:
                marks[asked.question.id] = frozenset({"implied", "answered", *asked.implied.picked})
            elif answer.state == "skipped":
                marks[asked.question.id] = frozenset({"asked", "skipped"})
            else:
                marks[asked.question.id] = frozenset({"asked", "answered", *(answer.picked or ("own_words",))})
        key = tuple(sorted((name, tuple(sorted(found))) for name, found in marks.items()))
        if key not in seen:
            seen.add(key)
            yield marks
