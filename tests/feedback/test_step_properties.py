"""Whatever anybody sends, in any order: nothing raises, no answer is lost or doubled, and there is always a way on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.conversation.events import Answered, Commented, Erased, Renewed, Said
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import asked_questions, open_about, open_prompt, open_question
from feedback.conversation.serialisation import dump_conversation, load_conversation
from feedback.conversation.step import begin, step
from feedback.conversation.turn import PLAIN_YES
from feedback.flows.model import route
from feedback.flows.words import COMMANDS
from feedback.listening.answer_parser import command_in
from tests.samples import examples

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
LABELS = [
    "Yes",
    "No",
    "Not sure",
    "Partly",
    "None of these",
    "1",
    "2",
    "3",
    "1 3",
    "9",
    "12",
    "0",
    "a, b and c",
    "Other",
]
WORDS = [
    "I had to stop my tablets",
    "stop it please",
    "",
    "   ",
    "?",
    "\u202eevil",
    "🙂",
    "é" * 50,
    "1.5",
    "3 May 2026",
]
texts = st.one_of(
    st.sampled_from(LABELS + WORDS),
    st.sampled_from(COMMANDS),
    st.text(max_size=40),
    st.sampled_from(["keep it", "go on"]),
)
ids = st.sampled_from(["c1", "c3", "c6b", "c11", "about_you", "nonsense", None])
kinds = st.sampled_from(
    ["text", "text", "text", "choices", "edit", "media", "reaction", "silence", "gap", "blocked", "unblocked"]
)


@st.composite
def inbounds(draw, now):
    kind = draw(kinds)
    return Inbound(
        channel=draw(st.sampled_from(["telegram", "web"])),
        kind=kind,
        at=now,
        text=draw(st.sampled_from(["👍", "👎", "😢"]) if kind == "reaction" else texts),
        reply_to=draw(st.sampled_from(["", "", "1", "77"])),
        is_crossed=draw(st.booleans()),
        command=draw(st.one_of(st.none(), st.none(), st.none(), st.sampled_from(COMMANDS))),
        choices=tuple(
            draw(st.lists(st.sampled_from(["yes", "no", "o1", "none", "other", "w1", "start", "zzz"]), max_size=3))
        )
        if kind == "choices"
        else (),
        message=draw(st.sampled_from(["1", "2", "3", "4", ""])),
        seen=draw(ids),
        whole=kind == "choices",
        media=draw(st.sampled_from(["photo", "location"])) if kind == "media" else "",
        is_forward=draw(st.sampled_from([False, False, False, True])),
    )


TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - it takes no zones here


@st.composite
def letters(draw, now):
    about = st.sampled_from(["consent", "c1", "c3", "c6b", "c11", "b3", "about_you", "nonsense"])
    answers = draw(st.dictionaries(about, texts, max_size=5))
    beside = draw(texts)
    return Inbound(
        channel="email",
        kind="letter",
        at=now,
        text="\n".join([*answers.values(), beside]),
        answers=tuple(answers.items()),
        beside=beside,
        message=draw(st.sampled_from(["1", "2", "3", "4", ""])),
        whole=True,
    )


def words_of(event):
    if isinstance(event, Commented):
        return event.piece.words
    return event.answer.words if isinstance(event, Answered) else ""


@pytest.mark.slow
@pytest.mark.uncounted
@settings(max_examples=examples(150), deadline=None)
@given(data=st.data())
def test_any_sequence_of_messages_keeps_every_promise(data, all_flows):
    flow = all_flows[data.draw(st.sampled_from(["people", "kinds", "trust_leads"]))]
    now = data.draw(TIMES)
    conversation = begin(flow, conversation_id="c", code="ABCD-EFGH-JKMN", channel="telegram", now=now)
    if data.draw(st.booleans()):
        for opening in ("/start", "yes"):
            conversation, _ = step(flow, conversation, Inbound("telegram", "text", now, text=opening), now)
    revisions = {question: answer.revision for question, answer in conversation.answers.items()}

    for _ in range(data.draw(st.integers(1, 12))):
        now += timedelta(minutes=data.draw(st.sampled_from([0, 1, 11, 1500, 30000])))
        inbound = data.draw(st.one_of(inbounds(now), inbounds(now), letters(now)))
        after, events = step(flow, load_conversation(dump_conversation(conversation)), inbound, now)

        assert step(flow, conversation, inbound, now) == (after, events)
        erased = any(isinstance(event, Erased) for event in events)
        for event in events:
            if isinstance(event, Answered):
                assert event.answer.revision == revisions.get(event.question, 0) + 1
                revisions[event.question] = event.answer.revision
        if erased:
            assert not after.answers
            revisions = {}
        else:
            assert {question: answer.revision for question, answer in after.answers.items()} == revisions
        assert_nothing_said_is_lost(flow, inbound, conversation, events)
        assert_a_way_on(flow, after, inbound, conversation, events)
        conversation = after


MINUTES = st.sampled_from([0, 11, 1500, 6000, 30000])
"""How long somebody may be away between two taps."""


def offered(flow, conversation):
    """Every label on the screen: the answers, and the words beside them."""
    prompt = open_prompt(flow, conversation)
    return (*(choice.label for choice in prompt.choices), *(flow.words.labels[word] for word in prompt.words))


def leads_on(flow, conversation, now, steps=4):
    """Whether tapping what is offered comes to something that is asked, or to a new beginning, in so many taps."""
    if open_about(flow, conversation) in {"consent", "check", *(question.id for question in flow.questions)}:
        return True
    for label in offered(flow, conversation) if steps else ():
        after, events = step(flow, conversation, Inbound("telegram", "text", now, text=label), now)
        if any(isinstance(event, Renewed) for event in events) or leads_on(flow, after, now, steps - 1):
            return True
    return False


@pytest.mark.slow
@pytest.mark.uncounted
@settings(max_examples=examples(100), deadline=None)
@given(data=st.data())
def test_from_wherever_somebody_taps_their_way_some_choice_leads_on(data, all_flows):
    flow = all_flows[data.draw(st.sampled_from(["people", "picnic", "open_door"]))]
    now = NOON
    conversation = begin(flow, conversation_id="c", code="ABCD-EFGH-JKMN", channel="telegram", now=now)
    conversation, _ = step(flow, conversation, Inbound("telegram", "command", now, command="start"), now)

    for _ in range(data.draw(st.integers(1, 25))):
        now += timedelta(minutes=data.draw(MINUTES))
        conversation, _ = step(flow, conversation, Inbound("telegram", "silence", now), now)
        label = data.draw(st.sampled_from([*offered(flow, conversation), "Start", "Skip", "Stop"]))
        conversation, events = step(flow, conversation, Inbound("telegram", "text", now, text=label), now)

        assert leads_on(flow, conversation, now), label
        if label not in ("Start", "Skip", "Stop"):
            assert not any(isinstance(event, Commented) for event in events), label


def assert_nothing_said_is_lost(flow, inbound, before, events):
    """Words that are no command, no choice, no plain yes to a guess and no repeat stand in an answer or a comment."""
    is_told = inbound.kind in ("text", "choices", "edit", "media", "reaction") and inbound.text.strip()
    if before.stage in ("declined", "deleted") or inbound.command or command_in(inbound.text, flow.words):
        return
    if not is_told or events == () or all(isinstance(event, Said) for event in events):
        return
    if before.aside == "is that right" and len(inbound.text.split()) <= PLAIN_YES:
        return
    if any(isinstance(event, Answered | Commented) for event in events):
        assert any(inbound.text in words_of(event) for event in events)


@settings(max_examples=examples(60), deadline=None)
@given(data=st.data())
@pytest.mark.slow
@pytest.mark.uncounted
def test_every_line_of_a_letter_is_kept_where_it_belongs(data, flows):
    flow = flows["people"]
    now = NOON
    letter = data.draw(letters(now))
    begun = replace(begin(flow, conversation_id="c", code="ABCD-EFGH-JKMN", channel="email", now=now), is_greeted=True)

    after, events = step(flow, begun, letter, now)

    if any(isinstance(event, Erased) for event in events):
        return
    for about, words in letter.answers:
        question = flow.question(about)
        command = command_in(words, flow.words)
        if question is None or not words.strip() or command in ("skip", "prefer_not"):
            continue
        assert after.answers[about].words == words
    assert {event.question for event in events if isinstance(event, Answered)} == set(after.answers)
    assert not letter.beside.strip() or any(words_of(event) == letter.beside for event in events)


def assert_a_way_on(flow, after, inbound, before, events):
    """Whoever wrote gets something to do next, unless the conversation did not move at all."""
    prompt = open_prompt(flow, after)
    assert prompt.choices or prompt.words
    asked = asked_questions(flow, after)
    recomputed = tuple(
        entry.question
        for entry in route(flow, after.answers)
        if entry.state == "asked" and entry.question.type != "info"
    )
    assert asked == recomputed
    assert after.stage != "asking" or open_question(flow, after) is not None
    is_heard = inbound.kind in ("text", "choices", "edit", "media") and not inbound.is_crossed
    if is_heard and replace(after, heard_at=before.heard_at, lately=before.lately) != replace(
        before, channel=after.channel
    ):
        assert any(isinstance(event, Said | Renewed) for event in events)
