"""After the end of a talk: going on with it, telling more, or somebody else on the same phone. No way is a dead end."""

from dataclasses import replace

import pytest

from feedback.conversation.events import Commented, Moved, Renewed
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import open_about, open_prompt


def offered(person):
    return [choice.label for choice in open_prompt(person.flow, person.state).choices]


def test_a_finished_talk_offers_to_change_an_answer_to_tell_more_and_to_be_somebody_else(at):
    words = at("done").flow.words

    assert offered(at("done")) == [words.say("change_one"), words.say("tell_more"), words.say("somebody_else")]


def test_going_on_with_a_finished_talk_asks_which_answer_to_change(at):
    tapped, typed = at("done"), at("done")

    tapped.says(tapped.flow.words.say("change_one"))
    typed.says("1")

    assert (tapped.state.aside, typed.state.aside) == ("change", "change")


def test_telling_about_something_else_begins_anew_for_the_same_person(at):
    person = at("done")
    before = person.state

    said = person.says(person.flow.words.say("tell_more"))

    assert person.of(Renewed) == [Renewed(is_somebody_else=False)]
    assert (said, person.state) == ("", replace(before, lately=person.state.lately))
    assert person.of(Commented) == []


@pytest.mark.parametrize("stage", ["finished", "stopped", "left early", "paused"])
def test_somebody_else_begins_anew_and_nobody_is_reminded_of_what_was_there_before(at, stage):
    person = at("done" if stage == "finished" else "sky")
    person.conversation = replace(person.state, stage=stage, remind_at=person.now)

    person.says(person.flow.words.say("somebody_else"))

    assert person.of(Renewed) == [Renewed(is_somebody_else=True)]
    assert (person.state.wants_reminders, person.state.remind_at) == (False, None)
    assert person.state.stage == ("left early" if stage == "paused" else stage)
    assert (Moved("left early") in person.events) == (stage == "paused")


def test_words_beside_the_button_that_begins_anew_stay_with_the_talk_that_they_were_said_in(at):
    person = at("done")

    person.picks("more", text="One thing I forgot")

    assert [event.piece.words for event in person.of(Commented)] == ["One thing I forgot"]
    assert person.of(Renewed) == [Renewed(is_somebody_else=False)]


def test_the_first_words_of_a_talk_say_how_it_came_about(picnic, play):
    words = picnic.words
    for arrival, key in (("more to tell", "arrived_with_more"), ("somebody else", "arrived_anew")):
        person = play(picnic)

        said = person.hears(Inbound("telegram", "command", person.now, command="start", arrival=arrival))

        assert said.startswith(words.say(key))
        assert picnic.start.strip() in said


def test_only_in_a_chat_older_lines_are_still_to_be_seen(picnic, play):
    older = picnic.words.say("deleted_chat")
    chat, page = play(picnic), play(picnic, channel="web")

    told = [
        person.hears(Inbound(person.channel, "command", person.now, command="start", arrival="somebody else"))
        for person in (chat, page)
    ]

    assert [older in said for said in told] == [True, False]


def test_a_link_that_leads_nowhere_is_said_and_the_talk_still_begins_or_goes_on(picnic, play, at):
    fresh, under_way = play(picnic), at("sky")
    told = picnic.words.say("arrived_lost")

    for person in (fresh, under_way):
        said = person.hears(Inbound("telegram", "command", person.now, command="start", arrival="lost link"))
        assert said.startswith(told)

    assert (open_about(picnic, fresh.state), open_about(picnic, under_way.state)) == ("consent", "sky")


@pytest.mark.parametrize("ended", ["declined", "deleted"])
def test_after_a_no_or_after_deleting_start_begins_anew(at, ended):
    person = at("sky")
    person.conversation = replace(person.state, stage=ended, answers={}, consents={})

    person.says("Start")

    assert person.of(Renewed) == [Renewed(is_somebody_else=False)]
    assert person.state.stage == ended


def test_stop_then_keep_it_then_go_on_asks_the_open_question_again(at):
    person = at("sky")
    person.says("Stop")
    person.says("Keep it")

    said = person.says("Go on")

    assert (person.state.stage, open_about(person.flow, person.state)) == ("asking", "sky")
    assert "How was the sky?" in said
    assert person.of(Commented) == []


def test_go_on_is_never_an_answer_to_an_open_question(at):
    person = at("best")
    person.says("Pause")
    person.says("Do not remind me")

    person.says("Go on")

    assert "best" not in person.state.answers
    assert person.state.stage == "asking"


def test_a_number_after_a_break_goes_on_and_one_to_the_question_left_open_is_its_answer(at):
    paused, left = at("sky"), at("sky")
    paused.says("Pause")
    paused.says("Do not remind me")
    left.waits(days=400)

    paused.says("1")
    left.says("1")

    assert ("sky" in paused.state.answers, paused.state.stage) == (False, "asking")
    assert left.answer("sky").value == "blue"


def test_words_that_come_after_a_break_are_understood_as_the_answer_that_they_are(at):
    person = at("again")
    person.waits(days=400)

    person.says("yeah I would")

    assert person.answer("again").value == "yes"
