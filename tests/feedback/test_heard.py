"""What is said to the program in a conversation, and what is asked back."""

from dataclasses import replace

from feedback.conversation.prompts import open_about


def test_a_guess_that_is_refused_opens_the_question_again(at):
    person = at("came")
    said = person.says("the bus was late and i suppose kind of yes but not really")
    if person.state.aside == "is that right":
        said = person.says("no")

    assert open_about(person.flow, person.state) == "came"
    assert said


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

    taken.says("yes")
    said = refused.says("No")

    assert taken.answer("food").value == ("cake", "soup")
    assert "Please say it another way" in said
    assert refused.answer("food").value is None


def test_a_tap_on_a_guess_that_is_gone_changes_nothing(at):
    person = at("came")
    person.conversation = replace(person.state, aside="is that right", guess=None)

    person.says("Yes, that is right")

    assert "came" not in person.state.answers
