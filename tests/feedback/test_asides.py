"""Words beside a question of our own, and tidings that change nothing."""

import pytest

from feedback.conversation.events import Commented
from feedback.conversation.messages import Inbound
from feedback.conversation.turn import Turn


def test_words_that_answer_no_question_about_stopping_are_kept(at):
    person = at("sky")
    person.says("stop")

    said = person.says("The bus was late")

    assert [event.piece.words for event in person.of(Commented)] == ["The bus was late"]
    assert "We have kept your words" in said


def test_an_answer_past_a_question_of_ours_goes_to_the_question_behind_it(at):
    person = at("sky")
    person.says("person")

    person.says("blue")

    assert person.answer("sky").value == "blue"
    assert person.state.aside is None


def test_somebody_who_has_finished_is_not_asked_again_after_a_gap(at):
    person = at("done")
    before = person.state

    said = person.hears(Inbound("telegram", "gap", person.now))

    assert said == ""
    assert person.state == before


def test_a_field_that_there_is_not_is_refused(people):
    turn = Turn(people.flow, people.state, Inbound("telegram", "text", people.now), people.now)

    with pytest.raises(TypeError, match="Conversation has no field"):
        turn.change(stag="asking")


def test_an_empty_form_about_a_question_that_is_not_open_is_told_what_is_asked_now(at):
    person = at("sky")
    person.says("Hard to say")
    person.says("Hard to say")

    said = person.picks(seen="again")

    assert said
    assert person.state.at != "sky"


def test_a_tick_that_this_question_does_not_have_is_no_answer_beside_a_button(at):
    person = at("again")

    person.hears(Inbound("web", "choices", person.now, command="pause", choices=("never heard of",), whole=True))

    assert "again" not in person.state.answers
    assert person.state.stage == "paused"


@pytest.mark.parametrize(
    "words", ["no im fine", "I'm ok, honestly", "nah", "its alright dont worry", "sorry im just tired im ok"]
)
def test_whoever_brushes_help_off_is_asked_the_question_again_and_their_words_are_kept(at, words):
    person = at("sky")
    person.says("i wanna die")

    said = person.says(words)

    assert person.state.aside is None
    assert words in [event.piece.words for event in person.of(Commented)]
    assert "Thank you for telling us" in said
    assert "sky" in said
    assert "Is that right" not in said


@pytest.mark.parametrize("words", ["im not ok", "not good", "blue", "no better", "i am no good"])
def test_what_brushes_nothing_off_is_heard_as_ever(at, words):
    person = at("sky")
    person.says("i wanna die")

    assert "If that ever changes" not in person.says(words)
