"""A question of every type is asked in every channel, answered there, and counted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot import rendering
from config.load import load_words
from feedback.channels import ChannelName
from feedback.conversation.events import Said
from feedback.conversation.messages import Inbound, Outbound, Prompt
from feedback.conversation.prompts import open_prompt
from feedback.conversation.response import Response
from feedback.conversation.state import Conversation
from feedback.conversation.step import begin, step
from feedback.flows.model import ConsentAsk, Finish, Flow
from feedback.types.registry import TYPES
from mail.outgoing.layout import choices_of
from mail.outgoing.text import letter_for_flow
from report.build.document_builder import document
from report.build.report import build
from report.counting.flow_versions import join, options
from report.formats.html import to_html
from tests.feedback.types.examples import EXAMPLES, Example
from web.page_texts import say
from web.port import Page
from web.view_model import view

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
WORDS = load_words()
ASKED = {name: one for name, one in EXAMPLES.items() if TYPES[name].gives != "nothing"}

every_type = pytest.mark.parametrize("example", ASKED.values(), ids=ASKED)


def flow_with(example: Example) -> Flow:
    ask, finish = ConsentAsk("Is it OK to keep your answers?", "That is fine."), Finish("Right?", "Thank you.")
    return Flow(
        *("types", 1, "en", "One type", "Hello.", ask, (example.question,), finish), version_id="types1", words=WORDS
    )


def begun(example: Example, channel: ChannelName) -> tuple[Flow, Conversation]:
    flow = flow_with(example)
    conversation = begin(flow, conversation_id="c1", code="ABCD-EFGH-JKMN", channel=channel, now=AT)
    greeted, _ = step(flow, conversation, Inbound(channel, "command", AT, command="start"), AT)
    return flow, step(flow, greeted, Inbound(channel, "text", AT, text="yes"), AT)[0]


def prompt_of(example: Example, channel: ChannelName) -> Prompt:
    return open_prompt(*begun(example, channel))


def response_of(conversation: Conversation, number: int) -> Response:
    return Response(
        conversation=f"c{number}",
        person=f"p{number}",
        flow="types",
        version=1,
        version_id="types1",
        channel="web",
        language="en",
        stage="finished",
        started_at=AT,
        heard_at=AT,
        answers=conversation.answers,
        consents={"take_part": True},
    )


@every_type
def test_a_chat_asks_it_and_takes_what_is_typed(example: Example):
    flow, conversation = begun(example, "telegram")

    (payload,) = rendering.draw(Outbound("", open_prompt(flow, conversation)), WORDS)
    after, events = step(flow, conversation, Inbound("telegram", "text", AT, text=example.typed), AT)

    answer = after.answers[example.question.id]
    assert example.question.ask in payload["text"]
    assert all(choice.label in payload["text"] for choice in example.question.choices)
    assert (answer.value, answer.words) == (example.value, example.typed)
    assert any(isinstance(event, Said) for event in events)


@every_type
def test_a_page_has_a_field_for_it_and_takes_what_is_sent(example: Example):
    flow, conversation = begun(example, "web")

    shown = view(Page((Outbound("", open_prompt(flow, conversation)),), "asking", "ABCD"), WORDS)
    sent = Inbound("web", "choices", AT, text=example.typed, seen=example.question.id, whole=True)
    after, _ = step(flow, conversation, sent, AT)

    assert shown.ask == example.question.ask
    assert shown.answer.shape != "nothing"
    hint = TYPES[example.question.type].page_hint
    assert not hint or say(WORDS, hint) in shown.answer.hints
    assert after.answers[example.question.id].value == example.value


@every_type
def test_a_letter_asks_it_and_takes_what_is_replied(example: Example):
    flow, conversation = begun(example, "email")

    items = letter_for_flow(flow, WORDS).items
    reply = Inbound("email", "letter", AT, answers=((example.question.id, example.typed),), message="m1")
    after, _ = step(flow, conversation, reply, AT)

    (item,) = (one for one in items if one.about == example.question.id)
    assert item.ask == example.question.ask
    assert all(choice.label in choices_of(item) for choice in example.question.choices)
    hint = TYPES[example.question.type].mail_hint
    assert not hint or WORDS.say(hint) in item.hint
    assert after.answers[example.question.id].value == example.value


@every_type
def test_its_answers_are_counted_as_its_trait_says(example: Example):
    flow, conversation = begun(example, "web")
    after, _ = step(flow, conversation, Inbound("web", "text", AT, text=example.typed, whole=True), AT)
    heard = [response_of(after, number) for number in range(12)]

    report = build("types", heard, {"types1": flow}, profile="organisations")

    (asked,) = report.method.questions
    kind = TYPES[example.question.type]
    chosen = {figure.choice for figure in report.figures if figure.chose == 12}
    assert (asked.answered, asked.type) == (12, kind.name)
    assert bool(chosen) == (example.value is not None)
    assert example.question.ask in to_html(document(report))
    (joined,) = join((flow,))
    if kind.counting in ("points", "bands", "parts"):
        assert chosen <= {option.id for option in options(joined.question)}


def test_only_choices_and_scales_bring_buttons_for_answers():
    for name, example in ASKED.items():
        prompt = replace(prompt_of(example, "telegram"), words=())
        (payload,) = rendering.draw(Outbound("", prompt), WORDS)

        help_alone = [[{"text": WORDS.labels["help"]}]]
        has_buttons = payload["reply_markup"]["keyboard"] != help_alone
        assert has_buttons == (TYPES[name].field in ("options", "points"))
