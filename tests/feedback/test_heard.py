"""What is said to the program in a conversation, and what is asked back."""

from dataclasses import replace

import pytest

from feedback.conversation.events import Commented, Misunderstood
from feedback.conversation.prompts import open_about, open_prompt
from feedback.distress import noticing
from feedback.flows.answer import Piece


def test_a_question_about_the_question_is_answered_and_a_wish_for_another_language_too(at):
    person = at("came")

    assert "There is no wrong answer" in person.says("what do you mean")
    assert "only ask in English" in person.says("can i do this in polish")
    assert open_about(person.flow, person.state) == "came"


def test_after_the_last_question_there_are_no_more(at):
    person = at("check")

    assert "There are no more questions." in person.says("how many more questions are there")


def test_a_yes_with_a_condition_is_asked_back(picnic, play):
    person = play(picnic)
    person.says("/start")

    assert "Is that a yes?" in person.says("yes but not my name")
    assert person.state.stage == "consent"


def test_what_a_bubble_of_chat_says_is_forgotten_once_a_long_message_comes(at):
    person = at("came")
    person.says("i want to say")
    person.says("It was a long day and there was a lot to say about it, " * 4)

    assert person.state.lately == ()


def test_a_guess_is_asked_back_and_taken_or_refused(at):
    taken, refused = at("food"), at("food")
    for person in (taken, refused):
        assert "Is that right?" in person.says("cake and sandwiches")
    guess = taken.state.guess

    taken.says("yes")
    said = refused.says("No")

    assert "cake" in guess
    assert taken.answer("food").value == guess
    assert "Please say it another way" in said
    assert refused.answer("food").value is None


def test_a_tap_on_a_guess_that_is_gone_changes_nothing(at):
    person = at("came")
    person.conversation = replace(person.state, aside="is that right", guess=None)

    person.says("Yes, that is right")

    assert "came" not in person.state.answers


def test_a_question_about_consent_is_answered_and_what_was_asked_is_kept(picnic, play):
    person = play(picnic)
    person.says("/start")

    assert "We do not ask for your name" in person.says("what happens to it")
    assert person.state.stage == "consent"


def test_a_yes_that_is_not_sure_is_asked_back_and_no_answer_is_kept_on_it(picnic, play):
    person = play(picnic)
    person.says("/start")

    assert "We think that is a yes. Is that right?" in person.says("yeah i guess")
    assert person.state.stage == "consent"

    person.says("yes")

    assert person.state.stage == "asking"


def test_what_a_question_means_is_said_in_the_words_of_its_flow(people):
    assert "Carer means you look after someone" in people.says("what does that mean")


def test_how_much_is_left_is_said_in_questions_and_minutes(at):
    assert "About 5 questions are left. That takes some 2 minutes." in at("came").says("how long will this take")


def test_a_greeting_in_the_middle_is_greeted_and_the_question_comes_again(at):
    person = at("sky")

    said = person.says("hello there")

    assert "Hello" in said
    assert "How was the sky?" in said


def test_the_first_hello_is_answered_by_the_opening_words_alone(picnic, play):
    said = play(picnic).says("hello")

    assert said.count("Hello") == 1
    assert "Is it OK to keep your answers?" in said


def test_help_asked_for_after_a_no_is_given(picnic, play):
    person = play(picnic)
    person.says("/start")
    person.says("no")

    assert "Samaritans" in person.says("help")
    assert person.state.stage == "declined"


def test_a_cry_at_an_open_question_is_kept_as_its_answer_and_help_comes_first(at):
    person = at("best")

    said = person.says("i want to die")

    assert said.startswith("Thank you for telling us. That sounds very hard.")
    assert person.answer("best").words == "i want to die"


def test_a_soft_sign_at_a_choice_gets_a_soft_line_and_no_retry(at):
    person = at("sky")

    said = person.says("male staff came in while I was in the shower")

    assert person.answer("sky").words == "male staff came in while I was in the shower"
    assert "pick one" not in said


def test_a_tick_alone_is_the_answer(at):
    person = at("came")

    person.picks("yes")

    assert person.answer("came").value == "yes"


def test_words_after_the_end_are_kept(at):
    person = at("done")

    assert "We have kept your words" in person.says("The soup was cold, now that I think of it")


def test_what_is_said_with_a_yes_to_a_guess_is_kept(at):
    person = at("food")
    person.says("cake and a brew")

    person.says("yes yes that is exactly what i said to you before")

    assert [event.piece.words for event in person.of(Commented)] == [
        "yes yes that is exactly what i said to you before"
    ]


def test_every_way_of_not_understanding_each_other_is_noted_without_words(at):
    person = at("came")
    for said in ("what do you mean", "xqzt", "zzz", "brrr"):
        person.says(said)

    assert [(one.question, one.how) for one in person.of(Misunderstood)] == [
        ("came", "asked what it means"),
        ("came", "asked again"),
        ("came", "asked again"),
        ("came", "kept as given"),
    ]


def test_a_guess_is_noted_as_asked_back_and_as_asked_again_once_it_is_refused(at):
    person = at("food")
    person.says("cake and a brew")
    person.says("No")

    assert person.of(Misunderstood) == [Misunderstood("food", "asked back"), Misunderstood("food", "asked again")]


def test_a_guess_refused_about_a_question_that_is_gone_is_noted_of_none(at):
    person = at("check")
    person.conversation = replace(person.state, aside="is that right", guess="yes")

    person.says("No")

    assert person.of(Misunderstood) == []


def test_asking_what_is_meant_where_no_question_is_open_tells_the_words_that_help(at):
    person = at("check")

    assert "what do you mean" not in person.says("what do you mean").lower()
    assert person.of(Misunderstood) == []


@pytest.mark.parametrize("words", ["abt 3 yrs ago", "last summer", "12", "yes", "qqq"])
def test_what_is_no_place_at_a_place_is_asked_back_with_one_tap(at, words):
    taken, refused = at("where"), at("where")
    for person in (taken, refused):
        assert f'You wrote: "{words}". Is that the name of a place?' in person.says(words)

    taken.says("Yes, that is right")
    said = refused.says("No")

    assert (taken.answer("where").words, taken.state.stage) == (words, "checking")
    assert "Please say it another way." in said
    assert open_about(refused.flow, refused.state) == "where"
    refused.says("Leeds")
    assert (refused.answer("where").words, refused.state.stage) == ("Leeds", "checking")


def test_only_the_first_words_of_a_long_doubtful_place_are_shown(at):
    person = at("where")
    person.says("last summer")
    long = "last summer " * 20
    answer = replace(person.answer("where"), pieces=(Piece("", long),))
    person.conversation = replace(person.state, answers={**person.state.answers, "where": answer})

    asked = open_prompt(person.flow, person.state).ask

    assert asked.startswith('You wrote: "last summer last summer')
    assert ' ...". Is that' in asked


def test_a_name_with_a_number_in_it_is_a_place_at_once(at):
    for name in ("Ward 12", "24 Acacia Road", "Monday club"):
        person = at("where")
        person.says(name)
        assert (person.answer("where").words, person.state.stage) == (name, "checking")


def test_a_time_at_a_place_is_asked_back_on_a_form_too(at):
    person = at("where")

    assert "Is that the name of a place?" in person.picks(text="last summer")
    person.picks("yes")
    assert (person.answer("where").words, person.state.stage) == ("last summer", "checking")


def test_a_cry_at_a_place_is_no_place_whatever_else_it_says(at):
    person = at("where")

    assert "Is that the name of a place?" not in person.says("i tried to kill myself last summer")


def test_no_words_stay_in_memory_once_a_message_was_taken(at):
    at("best").says("the orchids were lovely")

    assert noticing._noticed.cache_info().currsize == 0
