"""Flows and replies for the tests of the report: the real flow files, and people plainly invented."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from feedback.conversation.response import Response
from feedback.flows.answer import Answer, Piece
from feedback.flows.flow_parser import parse
from feedback.flows.model import Choice, ConsentAsk, Finish, Flow, Question
from feedback.flows.words import Words

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FLOWS = Path(__file__).parents[2] / "config" / "flows"


def answer_of(value: object) -> Answer:
    """Return an answer from a short form: `skip`, `declined`, `=words`, a choice, a tuple of them or a number."""
    match value:
        case "skip":
            return Answer("skipped", AT)
        case "declined":
            return Answer("declined", AT)
        case str() if value.startswith("="):
            return Answer("answered", AT, None, (Piece("1", value[1:]),))
        case _:
            return Answer("answered", AT, value)


@pytest.fixture(scope="session")
def respond() -> Callable[..., Response]:
    """Return a maker of responses: `respond(flow, {"a1": "online"}, stage=..., consents=...)`."""
    numbers = count(1)

    def make(flow: Flow, answers: Mapping[str, object], **more: object) -> Response:
        number = next(numbers)
        fields = {
            "conversation": f"c{number}",
            "person": f"p{number}",
            "flow": flow.name,
            "version": flow.version,
            "version_id": flow.version_id,
            "channel": "telegram",
            "language": "en",
            "stage": "finished",
            "started_at": AT,
            "heard_at": AT,
            "answers": {question: answer_of(value) for question, value in answers.items()},
            "consents": {"take_part": True},
        }
        return Response(**{**fields, **more})

    return make


@pytest.fixture(scope="session")
def make_flow() -> Callable[..., Flow]:
    """Return a maker of small flows: `make_flow(question, ..., version=1)`."""

    def make(*questions: Question, version: int = 1, **more: object) -> Flow:
        ask, finish = ConsentAsk("May we keep your answers?", "Fine."), Finish("Right?", "Thank you.")
        flow = Flow("club", version, "en", "Your club", "Hello.", ask, questions, finish, version_id=f"v{version}")
        return Flow(**{**flow.__dict__, **more})

    return make


@pytest.fixture(scope="session")
def pick() -> Callable[..., Question]:
    """Return a maker of questions whose choices are named by letters: `pick("q", "abc", type="many")`."""

    def make(question_id: str, letters: str, **more: object) -> Question:
        choices = tuple(Choice(letter, f"Choice {letter}") for letter in letters)
        return Question(**{"id": question_id, "ask": f"{question_id}?", "type": "one", "choices": choices, **more})

    return make


@pytest.fixture(scope="session")
def flow_file() -> Callable[[str], Flow]:
    """Return a reader of the flows that sayso ships."""
    words = Words(texts={"yes": "Yes", "no": "No", "privacy": "If you say yes, we keep your answers safe."})
    return lambda name: parse(f"{name}.toml", (FLOWS / f"{name}.toml").read_text(encoding="utf-8"), words)
