"""Where one conversation stands: whether it is counted, and what became of each question in it.

The figures and the export both read this, so a row that was exported and a number that was printed cannot disagree.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from feedback.answer import Answer, State
from feedback.condition import questions_in
from feedback.flow import Asked, Flow, Question, route
from feedback.response import Response

Status = Literal["answered", "skipped", "prefer not to say", "implied", "not asked", "not reached"]

Standing = Literal["counted", "no consent", "withdrawn"]

_SAID: Mapping[State, Status] = {"answered": "answered", "skipped": "skipped", "declined": "prefer not to say"}


class Reply(NamedTuple):
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


def replies(flow: Flow, answers: Mapping[str, Answer]) -> Iterator[Reply]:
    """Yield what became of every question of the flow, in its order, as `feedback.flow.route` has it.

    Answers off the route are passed by. `not reached` is a question on the route that has no reply yet, and any
    question whose condition rests on one: whoever left before the first cannot be said to have answered the second.
    Texts that ask nothing (`info`) are left out.
    """
    open_ids: set[str] = set()
    for asked in route(flow, answers):
        if asked.question.type == "info":
            continue
        reply = _reply(asked, answers.get(asked.question.id), open_ids)
        if reply.status == "not reached":
            open_ids.add(asked.question.id)
        yield reply


def _reply(asked: Asked, answer: Answer | None, open_ids: AbstractSet[str]) -> Reply:
    question = asked.question
    if asked.state == "asked":
        status = _SAID.get(answer.state) if answer else None
        return Reply(question, status, answer) if status else Reply(question, "not reached", None)
    if question.when is not None and not open_ids.isdisjoint(questions_in(question.when)):
        return Reply(question, "not reached", None)
    return Reply(question, asked.state, asked.implied)
