"""Where one conversation stands: whether it is counted, and what became of each question in it.

The figures and the export both read this, so a row that was exported and a number that was printed cannot disagree.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from feedback.conversation.response import Response
from feedback.flows.answer import Answer, State
from feedback.flows.condition import questions_in
from feedback.flows.model import Asked, Flow, Question, route
from feedback.types.registry import type_of

Status = Literal["answered", "skipped", "prefer not to say", "implied", "not asked", "not reached"]

Standing = Literal["counted", "no consent", "withdrawn"]

_SAID: Mapping[State, Status] = {"answered": "answered", "skipped": "skipped", "declined": "prefer not to say"}


class QuestionState(NamedTuple):
    """What became of one question. `answer` is what counts: given, passed over or implied; None where nothing does."""

    question: Question
    status: Status
    answer: Answer | None


def standing(response: Response) -> Standing:
    """Return whether a conversation is counted: only after a yes to taking part that still holds."""
    if response.stage in ("consent", "declined"):
        return "no consent"
    if response.stage == "deleted" or response.consents.get("take_part") is False:
        return "withdrawn"
    return "counted" if response.consents.get("take_part") else "no consent"


def replies(flow: Flow, answers: Mapping[str, Answer]) -> Iterator[QuestionState]:
    """Yield what became of every question of the flow, in its order, as `feedback.flows.model.route` has it.

    Answers off the route are passed by. `not reached` is a question on the route that has no reply yet, and any
    question whose condition rests on one: whoever left before the first cannot be said to have answered the second.
    Texts that ask nothing (`info`) are left out.
    """
    open_ids: set[str] = set()
    for asked in route(flow, answers):
        if type_of(asked.question).gives == "nothing":
            continue
        reply = _reply(asked, answers.get(asked.question.id), open_ids)
        if reply.status == "not reached":
            open_ids.add(asked.question.id)
        yield reply


class Walks:
    """The routes through one flow, each worked out once: they hang only on the questions that conditions name."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        named = (questions_in(question.when) for question in flow.questions if question.when is not None)
        self._deciding = tuple(dict.fromkeys(name for names in named for name in names))
        self._known: dict[tuple[object, ...], tuple[tuple[Question, QuestionState | None], ...]] = {}

    def of(self, answers: Mapping[str, Answer]) -> tuple[tuple[Question, QuestionState | None], ...]:
        """Return every question with what became of it, as `replies` has it; None where it hangs on its own answer."""
        found = [answers.get(name) for name in self._deciding]
        key = tuple(None if one is None else (one.state, one.value) for one in found)
        walk = self._known.get(key)
        if walk is None:
            walk = self._known[key] = self._walked(answers)
        return walk

    def _walked(self, answers: Mapping[str, Answer]) -> tuple[tuple[Question, QuestionState | None], ...]:
        states = {asked.question.id: asked.state for asked in route(self._flow, answers)}
        return tuple(
            (reply.question, None if states[reply.question.id] == "asked" else reply)
            for reply in replies(self._flow, answers)
        )


def replied(question: Question, answer: Answer | None) -> QuestionState:
    """Return what became of a question that was put to somebody."""
    status = _SAID.get(answer.state) if answer else None
    return QuestionState(question, status, answer) if status else QuestionState(question, "not reached", None)


def _reply(asked: Asked, answer: Answer | None, open_ids: AbstractSet[str]) -> QuestionState:
    question = asked.question
    if asked.state == "asked":
        return replied(question, answer)
    if question.when is not None and not open_ids.isdisjoint(questions_in(question.when)):
        return QuestionState(question, "not reached", None)
    return QuestionState(question, asked.state, asked.implied)
