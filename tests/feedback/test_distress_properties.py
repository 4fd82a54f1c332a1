"""Whatever came before, a cry is answered first: help, never a retry, and nothing of the person's is switched off."""

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.load import HOME, load_flows, load_words
from feedback.conversation.events import Answered, Commented, Erased, Said
from feedback.conversation.messages import Inbound
from feedback.conversation.step import begin, step
from feedback.conversation.timeouts import may_remind_of_consent, next_deadline, waits_for_a_yes
from feedback.flows.words import COMMANDS
from feedback.listening.safeguarding import DISTRESS_TEXTS, signs_of_distress
from tests.samples import examples

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
CRIES = (
    "i wanna die",
    "I want to die. The ward staff hit me.",
    "im going to kill myself tonight",
    "my husband hits me",
    "my son is being hurt by his dad",
    "A nurse hit me on the ward",
    "I will kill him",
    "my friend wants to kill herself",
    "please help me now, I have taken all my tablets",
    "chce umrzec",
    "أريد أن أموت",
)
SOFT = ("I feel like a burden to everyone.", "I dont see the point of anything anymore")
USUAL = (
    *("yes", "ok fine", "no", "not sure", "1", "2", "1 3", "9", "banana", "Leeds", "3 May 2026", "12k", "-5", "?", ""),
    *("tell me more", "who reads this", "how long is this", "thanks", "hello", "kind of", "yes but not my name"),
    *("The room was cold and nobody said hello.", "I had to stop my tablets", "other", "keep it", "go on"),
)
FLOWS = ("people", "open_door", "signatories", "trust_leads")


@cache
def flow_named(name):
    words = load_words("en")
    return {flow.name: flow for flow in load_flows(HOME / "flows", words)}[name]


lines = st.one_of(st.sampled_from(CRIES), st.sampled_from(USUAL), st.sampled_from(USUAL), st.sampled_from(SOFT))
turns = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["text", "text", "text", "text", "choices", "edit", "media", "silence", "gap"]),
        "text": lines,
        "command": st.one_of(st.none(), st.none(), st.sampled_from(COMMANDS)),
        "choices": st.lists(st.sampled_from(["yes", "no", "none", "start", "go_on"]), max_size=2).map(tuple),
        "answers": st.dictionaries(
            st.sampled_from(["consent", "c1", "c3", "c11", "o1", "b3", "t1"]), lines, max_size=4
        ),
        "back": st.integers(0, 3),
        "minutes": st.sampled_from([1, 1, 11, 300, 1500]),
    }
)
talks = st.lists(turns, min_size=1, max_size=10)


def inbound_of(turn, channel, now, number):
    """One thing that somebody sends in a channel: a letter, a form, an edit of a message before, words, or nothing."""
    if channel == "email":
        answers, beside = turn["answers"], turn["text"]
        text = "\n".join([*answers.values(), beside])
        pairs = tuple(answers.items())
        return Inbound("email", "letter", now, text=text, answers=pairs, beside=beside, message=str(number), whole=True)
    kind = turn["kind"]
    is_form = kind == "choices"
    return Inbound(
        channel=channel,
        kind=kind,
        at=now,
        text="" if kind in ("silence", "gap") else turn["text"],
        command=turn["command"] if is_form else None,
        choices=turn["choices"] if is_form else (),
        message=str(max(1, number - turn["back"]) if kind == "edit" else number),
        whole=is_form,
        media="photo" if kind == "media" else "",
    )


def played(flow, channel, turns, *, is_open):
    """Play a talk; give each inbound with the conversation before it and after it, and what happened."""
    now = NOON
    conversation = begin(flow, conversation_id="c", code="ABCD-EFGH-JKMN", channel=channel, now=now)
    for opening in ("/start", "yes") if is_open else ():
        conversation, _ = step(flow, conversation, Inbound(channel, "text", now, text=opening), now)
    for number, turn in enumerate(turns, 1):
        now += timedelta(minutes=turn["minutes"])
        inbound = inbound_of(turn, channel, now, number)
        before, (conversation, events) = conversation, step(flow, conversation, inbound, now)
        yield inbound, before, conversation, events


def retries_of(flow):
    """Every line that says that we did not get something, up to its first blank."""
    kinds = ("retry", "guess_wrong", "out_of_range", "form_empty", "nothing_picked", "picked_so_far")
    own = [text for key, text in flow.words.texts.items() if key.startswith(kinds)]
    return [text.split("{")[0] for text in (*own, *(question.retry for question in flow.questions)) if text]


def said_in(events):
    return [event.outbound for event in events if isinstance(event, Said)]


def assert_answered_first(flow, inbound, events):
    told = said_in(events)
    assert told, "a cry is always answered"
    assert told[0].kind == "help"
    opening = {flow.words.say(key) for key in (*DISTRESS_TEXTS.values(), "distress_again")}
    opening |= {own.heard for own in flow.words.distress.values()}
    first = told[0].text.splitlines()
    assert any(line in opening for line in first[:2]), first
    numbers = [line for line in first[:12] if line.startswith(tuple(post.name for post in flow.words.signposts))]
    assert 1 <= len(numbers) <= 2, first
    whole = "\n".join(f"{said.text}\n{said.prompt.ask if said.prompt else ''}" for said in told)
    assert not [retry for retry in retries_of(flow) if retry in whole], whole
    if inbound.kind == "letter" and not any(isinstance(event, Erased) for event in events):
        assert [(said.prompt, said.rest) for said in told] == [(None, ())]


@pytest.mark.slow
@pytest.mark.uncounted
@settings(max_examples=examples(100), deadline=None)
@given(
    name=st.sampled_from(FLOWS),
    channel=st.sampled_from(["telegram", "web", "email"]),
    is_open=st.booleans(),
    talk=talks,
)
def test_after_a_cry_help_comes_first_and_no_retry_follows_in_any_talk(name, channel, is_open, talk):
    flow = flow_named(name)
    for inbound, before, _, events in played(flow, channel, talk, is_open=is_open):
        found = signs_of_distress(flow.words, inbound.text)
        if any(sign.kind != "possible" for sign in found) and not is_told_before(before, inbound):
            assert_answered_first(flow, inbound, events)


@pytest.mark.slow
@pytest.mark.uncounted
@settings(max_examples=examples(100), deadline=None)
@given(name=st.sampled_from(FLOWS), channel=st.sampled_from(["telegram", "email"]), talk=talks)
def test_a_false_alarm_switches_off_no_reminder_and_moves_nothing(name, channel, talk):
    flow = flow_named(name)
    for inbound, before, after, _ in played(flow, channel, talk, is_open=True):
        is_soft = {sign.kind for sign in signs_of_distress(flow.words, inbound.text)} == {"possible"}
        if inbound.text not in CRIES and not is_soft:
            continue
        if inbound.command is None and inbound.kind in ("text", "media") and before.stage == "asking":
            assert after.wants_reminders == before.wants_reminders
            assert after.remind_at == before.remind_at
            assert after.stage in ("asking", "checking") or before.aside
            is_reminded = before.wants_reminders and len(flow.reminders) > before.reminders_sent
            assert not is_reminded or next_deadline(flow, after).kind in ("remind", "close answer")


@pytest.mark.slow
@pytest.mark.uncounted
@settings(max_examples=examples(100), deadline=None)
@given(name=st.sampled_from(FLOWS), channel=st.sampled_from(["telegram", "web", "email"]), talk=talks)
def test_whoever_said_anything_before_a_yes_was_told_that_it_is_erased_without_one(name, channel, talk):
    flow = flow_named(name)
    waits = flow.words.say("held_days" if channel == "email" else "held_hours")
    told, is_held = "", False
    for _, _, after, events in played(flow, channel, talk, is_open=False):
        told += "".join(said.text for said in said_in(events))
        is_held = is_held or any(isinstance(event, Commented | Answered) for event in events)
        if any(isinstance(event, Erased) for event in events):
            return
        if is_held and waits_for_a_yes(after):
            assert waits in told
            if channel != "web" and after.wants_reminders:
                assert may_remind_of_consent(after)


def is_told_before(conversation, inbound):
    """An edit that changes nothing was answered when it was first said."""
    pieces = [piece for answer in conversation.answers.values() for piece in answer.pieces]
    return inbound.kind == "edit" and any(
        piece.message == inbound.message and piece.words == inbound.text for piece in pieces
    )
