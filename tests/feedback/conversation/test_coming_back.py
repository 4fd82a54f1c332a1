"""Coming back after an absence, and reminders that would come too late."""

from dataclasses import replace
from datetime import timedelta

import pytest

from feedback.conversation.events import Moved, Said
from feedback.conversation.messages import Inbound
from feedback.conversation.serialisation import dump_conversation, load_conversation
from feedback.conversation.timeouts import next_deadline


def messages(person):
    return [event.outbound for event in person.of(Said)]


def test_after_an_absence_one_message_welcomes_and_goes_on(at):
    person = at("sky")
    person.now += timedelta(days=2)
    before = len(messages(person))

    said = person.says("blue")

    assert len(messages(person)) == before + 1
    assert said.startswith(person.flow.words.say("welcome_back") + "\n\n")
    assert "What was best?" in said
    assert person.answer("sky").value == "blue"


@pytest.mark.parametrize("way", ["/start", "where was I", "back"])
def test_whatever_is_said_first_the_welcome_is_said_once(at, way):
    person = at("sky")
    person.waits(days=400)

    said = person.says(way)

    assert said.count("Welcome back.") == 1


def test_nobody_is_welcomed_back_after_a_short_break_or_when_they_leave_or_need_help(at):
    short, leaving, crying = at("sky"), at("sky"), at("sky")
    short.now += timedelta(hours=5)
    for person in (leaving, crying):
        person.now += timedelta(days=2)

    said = [short.says("blue"), leaving.says("stop"), crying.says("I want to die")]

    assert not any("Welcome back." in text for text in said)


@pytest.mark.parametrize("way", ["/start", "hello there", "Yes"])
def test_before_a_yes_nobody_is_told_that_anything_is_safe(picnic, play, way):
    person = play(picnic)
    person.says("/start")
    if way == "/start":
        person.says("pause")
    person.now += timedelta(hours=20)

    said = person.says(way)

    assert said.startswith("Welcome back.\n\n") or way == "Yes"
    assert way == "Yes" or "safe" not in said.partition("Is it OK")[0]


def reminded(flow, **changes):
    return replace(flow, reminders=(timedelta(days=1),), **changes)


def test_the_night_never_moves_a_reminder_past_the_end_of_the_flow(picnic, play):
    flow = reminded(picnic, expires=timedelta(days=1, hours=3))
    person = play(flow).to_first_question()
    person.now += timedelta(hours=10)
    person.says("yes")

    assert next_deadline(flow, person.state).kind == "leave"


def test_nobody_is_reminded_after_the_invitation_has_closed(picnic, play):
    flow = reminded(picnic)
    person = play(flow).to_first_question()
    assert next_deadline(flow, person.state).kind == "remind"

    person.conversation = replace(person.state, closes_at=person.now + timedelta(hours=20))

    assert next_deadline(flow, person.state).kind == "leave"


@pytest.mark.parametrize(("days", "left"), [(20, True), (3, False)])
def test_a_reminder_that_we_were_too_late_for_is_never_sent(picnic, play, days, left):
    person = play(reminded(picnic)).to_first_question()
    person.conversation = replace(person.state, closes_at=person.now + timedelta(days=2))

    assert person.waits(days=days) == ""

    assert (Moved("left early") in person.events) == left


def test_a_conversation_that_an_older_program_stored_is_loaded(at):
    stored = dump_conversation(at("sky").state).replace(',"closes_at":null', "")

    assert "closes_at" not in stored
    assert load_conversation(stored).closes_at is None


def test_a_gap_of_ours_is_no_absence_of_theirs(at):
    person = at("sky")

    said = person.hears(Inbound("telegram", "gap", person.now + timedelta(days=2)))

    assert "Welcome back." not in said


def test_silence_means_nothing_once_a_talk_is_over(at):
    stopped, finished = at("sky"), at("done")
    stopped.says("stop")

    assert (stopped.state.stage, finished.state.stage) == ("stopped", "finished")
    for person in (stopped, finished):
        assert next_deadline(person.flow, person.state) is None
        assert person.waits(days=400) == ""
