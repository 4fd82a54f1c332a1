"""What became of one question, in numbers: what each reply adds, and how many of each there are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from feedback.flows.answer import Answer
from feedback.flows.model import Question
from feedback.types.registry import type_of
from report.counting.flow_versions import band_of
from report.counting.response_state import QuestionState

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

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(Counter(self.seen) - Counter(other.seen))

    def status(self, name: str) -> int:
        """Return how many conversations have this status at the question (see `report.counting.response_state.Status`)."""
        return self.seen.get(("status", name), 0)

    def chose(self, code: str) -> int:
        """Return how many gave, or are taken to have given, this choice or point."""
        return self.seen.get(("choice", code), 0)

    def both(self, one: str, other: str) -> int:
        """Return how many replies speak of two themes."""
        return self.seen.get(("both", " ".join(sorted((one, other)))), 0)

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


def marks_of(reply: QuestionState, groups: Groups) -> list[tuple[str, str]]:
    """Return what one reply adds one to. A choice picked twice counts once."""
    marks = [("status", str(reply.status))]
    if reply.answer is None or reply.status not in ("answered", "implied"):
        return marks
    codes = _codes(reply.question, reply.answer)
    marks += [("choice", code) for code in codes]
    if type_of(reply.question).counting == "bands" and reply.answer.number is not None:
        marks.append(("value", f"{reply.answer.number:g}"))
    for name, members in groups.get(reply.question.id, ()):
        if not codes.isdisjoint(members):
            marks.append(("group", name))
    return marks


def _codes(question: Question, answer: Answer) -> frozenset[str]:
    """Return what an answer counts under: choices, the point of a scale, the band of a number, the year of a date."""
    if answer.value is None:
        return frozenset((OWN_WORDS,))
    kind = type_of(question)
    if answer.number is not None:
        return frozenset((f"{answer.number:g}" if kind.counting == "points" else band_of(answer.number),))
    match kind.counting:
        case "years":
            return frozenset((str(answer.value)[:4],))
        case "parts":
            return frozenset((kind.part_of(str(answer.value)),))
        case _:
            return frozenset(answer.picked)
