"""What staff ask one person: a yes is plain or it is none, words are kept, and everything can be taken back."""

import pytest

from feedback.conversation.asked.asking import put
from feedback.conversation.events import AskAnswered, Commented, Distressed, Renewed, TookBack
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import open_about, open_prompt
from feedback.conversation.turn import Turn


def answers_of(person):
    return [(event.said, event.words) for event in person.of(AskAnswered)]


STORY = "We would publish:\n\nThe group changed the form."


@pytest.mark.parametrize("yes", ["Yes, you can", "1", "yes", "Yes please"])
def test_a_plain_yes_is_a_yes_and_closes_the_ask(at, yes):
    person = at("done")
    assert STORY in person.is_asked("case study", STORY)

    assert person.flow.words.say("ask_story_after_yes") in person.says(yes)

    assert answers_of(person) == [("yes", "")]
    assert (person.state.asks, person.state.aside) == ((), None)


@pytest.mark.parametrize(
    "said",
    ["yes but not my town", "Who will be able to read it?", "I will ask my daughter first, yes", "fine if no names"],
)
def test_a_yes_with_more_words_is_none_and_the_words_are_kept(at, said):
    person = at("done")
    person.is_asked("case study", STORY)

    assert person.flow.words.say("ask_words_kept") in person.says(said)

    assert answers_of(person) == [("words", "")]
    assert [event.piece.words for event in person.of(Commented)] == [said]
    assert open_about(person.flow, person.state) == "asked:ask1"


def test_own_words_are_asked_for_one_after_the_other(at):
    person = at("done")
    person.is_asked("meeting", "Somebody wants to meet people.")

    person.says("Yes, in my own words")
    person.says("", whole=True)
    person.says("A carer in the north.")
    person.says("bea@example.org")

    assert answers_of(person) == [("own", ""), ("card", "A carer in the north."), ("way", "bea@example.org")]
    assert person.state.asks == ()


def test_an_empty_form_answers_nothing(at):
    person = at("done")
    person.is_asked("meeting", "Somebody wants to meet people.")

    assert person.flow.words.say("form_empty") in person.picks()

    assert answers_of(person) == []


def test_a_no_says_that_it_is_fine(at):
    person = at("done")
    person.is_asked("meeting", "Somebody wants to meet people.")

    assert person.flow.words.say("ask_meeting_after_no") in person.says("No, tell them nothing")


def test_yes_to_being_asked_again_begins_the_flow(at):
    person = at("done")
    person.is_asked("again", "Three months ago you told us how it was.", flow="people")

    person.says("Yes, ask me")

    assert person.of(Renewed) == [Renewed(is_somebody_else=False, flow="people", ask="ask1")]


def test_a_no_to_being_asked_again_takes_that_consent_back(at):
    person = at("done")
    person.is_asked("again", "Three months ago you told us how it was.", flow="people")

    said = person.says("No, do not ask again")

    assert person.flow.words.say("ask_again_after_no") in said
    assert person.state.consents["ask_again"] is False


@pytest.mark.slow
def test_a_button_of_before_still_answers_its_own_ask(at):
    person = at("done")
    person.is_asked("case study", STORY)
    person.is_asked("meeting", "Somebody wants to meet people.")

    person.says("Yes, you can", seen="asked:ask1")
    person.says("privacy")
    person.says("back")
    person.says("No, tell them nothing")

    assert [(event.ask.id, event.said) for event in person.of(AskAnswered)] == [("ask1", "yes"), ("ask2", "no")]


def test_a_tap_made_twice_answers_once_and_says_nothing(at):
    person = at("done")
    person.is_asked("case study", STORY)
    person.says("Yes, you can", seen="asked:ask1")

    assert person.says("Yes, you can", seen="asked:ask1") == ""

    assert answers_of(person) == [("yes", "")]
    assert person.of(Commented) == []


def test_words_about_an_answered_ask_are_kept(at):
    person = at("done")
    person.is_asked("case study", STORY)
    person.says("Yes, you can", seen="asked:ask1")

    person.says("Thank you for asking me about this", seen="asked:ask1")

    assert answers_of(person) == [("yes", "")]


def test_a_cry_in_an_answer_is_helped_first(at):
    person = at("done")
    person.is_asked("case study", STORY)
    person.says("Change something first")

    assert "Samaritans" in person.says("I want to kill myself")

    assert person.of(Distressed) != []


def test_a_cry_before_any_choice_keeps_the_ask_open_for_later(at):
    person = at("done")
    person.is_asked("case study", STORY)

    assert "Samaritans" in person.says("I want to kill myself")
    person.says("Go on")
    person.says("No, keep it private")

    assert answers_of(person)[-1] == ("no", "")


def test_a_letter_carries_the_ask_and_a_reply_answers_it(at, picnic, play):
    person = play(picnic, channel="email").to_first_question()
    person.says("Stop")
    person.says("Keep it")

    assert STORY in person.is_asked("case study", STORY)
    person.says("Yes, you can.", seen="asked:ask1", whole=True)

    assert answers_of(person) == [("yes", "")]


@pytest.mark.parametrize("what", ["story", "meeting", "again", "interview", "all"])
def test_what_was_agreed_to_is_taken_back_at_once(at, what):
    person = at("done")
    person.is_asked("case study", STORY)

    person.says("take back")
    words = person.flow.words
    assert words.say("take_back_done") in person.says(words.say(f"take_back_{what}"))

    assert person.of(TookBack) == [TookBack(what)]
    assert (person.state.asks == ()) is (what in ("story", "all"))


def test_taking_nothing_back_changes_nothing(at):
    person = at("done")

    person.says("take back")
    person.says("Nothing")

    assert person.of(TookBack) == []


def test_what_is_told_asks_nothing(at):
    person = at("done")

    assert "It is on our page." in person.is_asked("told", "It is on our page.")

    assert (person.state.asks, person.state.aside) == ((), None)


def test_help_leaves_the_ask_open(at):
    person = at("done")
    person.is_asked("case study", STORY)

    person.says("Help now")

    assert open_prompt(person.flow, person.state).about == "asked:ask1"


def test_a_message_without_an_ask_puts_none(at):
    person = at("done")
    turn = Turn(person.flow, person.state, Inbound("telegram", "staff ask", person.now), person.now)

    assert put(turn) is turn


TIMES = (("phone-1", "Tuesday 8 December, 10:00, by phone"), ("video-2", "Friday 11 December, 15:30, by video"))


def test_a_time_is_picked_by_its_button_and_the_number_is_asked_for(at):
    person = at("done")
    assert TIMES[1][1] in person.is_asked("interview", "We would like to talk with you.", choices=TIMES)

    assert person.flow.words.say("ask_for_number") in person.says(TIMES[0][1])
    assert person.flow.words.say("ask_interview_after_number") in person.says("01904 496 0000")

    assert answers_of(person) == [("phone-1", ""), ("number", "01904 496 0000")]
    assert person.state.asks == ()


def test_another_time_tapped_in_the_place_of_the_number_is_picked(at):
    person = at("done")
    person.is_asked("interview", "We would like to talk with you.", choices=TIMES)
    person.says("1")

    assert person.flow.words.say("ask_interview_after_video") in person.says(TIMES[1][1])

    assert answers_of(person) == [("phone-1", ""), ("video-2", "")]


@pytest.mark.parametrize(("times", "said"), [(TIMES[1:], "video-2"), (TIMES, "words")])
def test_a_bare_yes_picks_the_only_time_and_none_of_several(at, times, said):
    person = at("done")
    person.is_asked("interview", "We would like to talk with you.", choices=times)

    person.says("Yes")

    assert answers_of(person) == [(said, "")]


def test_no_time_suits_and_own_words_say_when(at):
    person = at("done")
    person.is_asked("interview", "We would like to talk with you.", choices=TIMES)

    person.says("Another time")
    assert person.flow.words.say("ask_interview_after_when") in person.says("Any morning, by phone")

    assert answers_of(person) == [("other", ""), ("when", "Any morning, by phone")]


def test_whoever_wants_no_talk_is_told_that_it_is_fine(at):
    person = at("done")
    person.is_asked("interview", "We would like to talk with you.", choices=TIMES)

    assert person.flow.words.say("ask_interview_after_no") in person.says("no")

    assert answers_of(person) == [("no", "")]


@pytest.mark.parametrize("before", [(), ("1",)])
def test_what_is_told_of_a_talk_ends_the_offer_of_it(at, before):
    person = at("done")
    person.is_asked("interview", "We would like to talk with you.", choices=TIMES)
    for said in before:
        person.says(said)

    assert "It is off." in person.is_asked("told", "It is off.", ends=("ask1",))

    assert (person.state.asks, person.state.aside, person.state.awaited) == ((), None, "")


def test_what_is_told_leaves_what_is_asked_open(at):
    person = at("done")
    person.is_asked("interview", "We would like to talk with you.", choices=TIMES)

    assert TIMES[0][1] in person.is_asked("told", "Your story is on our page.")
