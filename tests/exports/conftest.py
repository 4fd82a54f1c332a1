"""A flow with a question of every kind, and replies that leave nothing out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feedback.conversation.response import Comment, Response
from feedback.flows.answer import Answer, Piece
from feedback.flows.condition import Is
from feedback.flows.model import Choice, ConsentAsk, Finish, Flow, Question
from sayso.exports.dataset import ResponseDataset, material

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HARD = "=1+1 & <b>\r\n“Größer” 👩‍👩‍👧 \u2028_x0041_\x07"
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


def flow_of(*questions: Question, version: int = 1, name: str = "club") -> Flow:
    ask, finish = ConsentAsk("May we keep your answers?", "Fine."), Finish("Right?", "Thank you.")
    return Flow(name, version, "en", "Your club", "Hello.", ask, questions, finish, version_id=f"{name}{version}")


def said(value: object = None, words: str = "", state: str = "answered") -> Answer:
    return Answer(state, AT, value, (Piece("1", words),) if words else ())


def response(flow: Flow, number: int, answers: Mapping[str, Answer], **more: object) -> Response:
    fields = {
        "conversation": f"c{number}",
        "person": f"p{number}",
        "flow": flow.name,
        "version": flow.version,
        "version_id": flow.version_id,
        "channel": "web",
        "language": "en",
        "stage": "finished",
        "started_at": AT,
        "heard_at": AT,
        "answers": answers,
        "consents": {"take_part": True},
    }
    return Response(**{**fields, **more})


OLD = flow_of(
    Question("used", "Have you used it?", "yesno", short="Used", choices=YES_NO),
    Question("what", "What changed?", "many", choices=(Choice("a", "Pay"), Choice("b", "Training"))),
)
NEW = flow_of(
    Question("used", "Did you use it?", "yesno", short="Used", choices=YES_NO),
    Question(
        "what",
        "What changed?",
        "many",
        choices=(Choice("c", "Time"), Choice("b", "More training"), Choice("a", "Pay"), Choice("state", "The state")),
        when=Is("used", "yes"),
        base="people who used it",
    ),
    Question("why", "Why?", "one", choices=YES_NO, when=Is("used", "yes"), otherwise="no", theme="why"),
    Question("mark", "How good?", "scale", range=(1, 5), ends=("Bad", "Good")),
    Question("heat", "How warm?", "number", prefer_not=True),
    Question("when", "When?", "date"),
    Question("version", "Tell us more", "text"),
    version=2,
)
FLOWS = {flow.version_id: flow for flow in (OLD, NEW)}


@pytest.fixture
def flows() -> dict[str, Flow]:
    """Both versions, by their ids."""
    return dict(FLOWS)


@pytest.fixture
def responses() -> list[Response]:
    """Everything answered; everything else; the older version; and one who took the yes back."""
    comment = Comment(7, HARD, AT)
    full = {
        "used": said("yes", "yes"),
        "what": said(("c", "a")),
        "why": said("yes"),
        "mark": said(4),
        "heat": said(-3.5),
        "when": said("2026-05", "May 2026"),
        "version": said(words=HARD),
    }
    other = {
        "used": said("no"),
        "mark": said(state="skipped"),
        "heat": said(state="declined"),
        "when": said(words="last year some time"),
    }
    return [
        response(NEW, 1, full, comments=(comment, replace(comment, id=8))),
        response(NEW, 2, other, stage="asking"),
        response(OLD, 3, {"used": said(words="Perhaps"), "what": said(("b",))}),
        response(NEW, 4, {"used": said("yes"), "heat": said(words="warm")}, consents={"take_part": False}),
        response(NEW, 5, {}, stage="consent", consents={}),
        response(
            NEW,
            6,
            {
                "used": said("yes"),
                "what": said(state="skipped"),
                "mark": said(words="so-so"),
                "heat": said(words="warm"),
            },
        ),
    ]


@pytest.fixture
def made(responses: list[Response]) -> ResponseDataset:
    """The replies as material of an export."""
    return material(responses, FLOWS)
