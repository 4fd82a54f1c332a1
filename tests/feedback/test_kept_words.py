"""Words that were not understood, that stood beside a button, or that came before a yes: none go unseen."""

from datetime import timedelta

from feedback.conversation.events import Commented, Erased
from feedback.conversation.messages import Inbound
from feedback.conversation.timeouts import next_deadline


def comments(person):
    return [event.piece.words for event in person.of(Commented)]


def test_words_that_were_not_understood_stay_with_the_answer_that_is(at):
    person = at("came")
    person.says("purple monkeys")
    person.says("yes")
    assert person.answer("came").value == "yes"
    assert person.answer("came").words == "purple monkeys\nyes"


def test_words_beside_a_button_that_fit_no_question_are_kept_as_a_comment(at):
    person = at("came")
    person.hears(Inbound("web", "choices", person.now, text="purple monkeys", command="pause", whole=True))
    assert comments(person) == ["purple monkeys"]


def test_words_beside_pause_on_the_summary_are_kept_as_a_comment(at):
    person = at("check")
    person.hears(Inbound("web", "choices", person.now, text="It was a kind day", command="pause", whole=True))
    assert comments(person) == ["It was a kind day"]
    assert person.state.stage == "paused"


def test_a_cry_on_the_form_before_a_yes_gets_help_and_is_not_asked_for_a_yes_again(play, picnic):
    person = play(picnic, channel="web")
    person.says("/start")
    said = person.picks(text="I want to die")
    assert person.state.aside == "after help"
    assert "Is it OK to keep" not in said
    assert comments(person) == ["I want to die"]


def test_words_beside_a_choice_of_our_own_are_kept_and_heard(at):
    person = at("food")
    person.says("i wanna die")
    said = person.picks("go_on", text="my husband hits me")
    assert comments(person)[-1] == "my husband hits me"
    assert "Nobody has the right to hurt you" in said


def test_words_beside_yes_to_keeping_are_kept(play, picnic):
    person = play(picnic, channel="web")
    person.says("/start")
    person.picks("yes", text="The soup was cold")
    assert comments(person) == ["The soup was cold"]


def test_a_cry_in_a_form_is_no_answer_to_what_it_asks(at):
    person = at("came")
    said = person.picks(text="i wanna die")
    assert said.startswith("Thank you for telling us. That sounds very hard.")
    assert "came" not in person.state.answers


def test_whoever_says_that_there_is_no_danger_gets_one_soft_line(at):
    person = at("best")
    said = person.says("I am not suicidal or anything, the room was cold")
    assert "If that ever changes, Help now is always here." in said
    assert "116 123" not in said


def test_a_letter_that_says_no_and_cries_for_help_is_answered_with_help_first(play, picnic):
    person = play(picnic, channel="email")
    letter = Inbound(
        "email", "letter", person.now, text="No\nI want to die", answers=(("consent", "No"),), beside="I want to die"
    )
    said = person.hears(letter)
    assert said.startswith("Thank you for telling us. That sounds very hard.")
    assert person.state.stage == "declined"
    assert person.state.helped_at is None


def test_a_cry_in_two_answers_of_a_letter_is_answered_once(play, picnic):
    person = play(picnic, channel="email")
    person.says("yes")
    before = (("again", "my son is being hurt by his dad"),)
    for answers in (before, (("again", "my son is being hurt by his dad, again"),)):
        words = answers[0][1]
        said = person.hears(Inbound("email", "letter", person.now, text=words, answers=answers))
        assert said.count("Emergency: 999") == 1


def test_whoever_blocks_us_while_resting_before_a_yes_is_erased_in_time(play, picnic):
    person = play(picnic)
    person.says("/start")
    person.says("The soup was cold and nobody said hello")
    person.says("pause")
    person.hears(Inbound("telegram", "blocked", person.now))
    due = next_deadline(picnic, person.state)
    assert (due.kind, due.at - person.now) == ("forget", timedelta(hours=24))
    person.waits(hours=24)
    assert person.of(Erased) == [Erased("no reply")]


def test_what_is_said_to_us_before_a_yes_is_told_how_long_it_stays(play, picnic):
    person = play(picnic)
    person.says("/start")
    assert "Until you say yes, we keep this for 24 hours only." in person.says("are you a robot")
    assert "24 hours" not in person.says("who reads this then")


def test_a_question_to_us_before_a_yes_is_answered_and_not_buried(play, picnic):
    person = play(picnic)
    person.says("/start")
    assert person.says("are you a real person").startswith("I am a computer program.")


def test_whoever_stopped_and_wants_to_carry_on_goes_on(at):
    person = at("sky")
    person.says("stop")
    person.says("keep it")
    assert person.says("continue").startswith("Welcome back.")
    assert person.state.stage == "asking"


def test_what_may_be_distress_is_never_asked_back_as_a_guess(at):
    said = at("came").says("my head is all over the place and nobody cares")
    assert "Help now is always here" in said
    assert "Is that right" not in said


def test_a_story_that_fits_no_choice_is_thanked_for(at):
    said = at("came").says("my brother died last year and I miss him")
    assert said.startswith("Thank you. We have kept your words.")


def test_a_cry_that_is_sent_again_as_an_edit_is_answered_again(at):
    person = at("best")
    person.says("i wanna die")
    assert "Samaritans: 116 123" in person.edits(person.sent, "i wanna die")


def test_a_yes_that_comes_first_answers_a_question_of_before_and_is_no_consent(play, picnic):
    person = play(picnic)
    assert "your yes came too late" in person.says("ok fine thanks")
    assert person.state.stage == "consent"
    person.says("yes")
    assert person.state.stage == "asking"


def test_a_long_yes_that_comes_first_is_kept_until_there_is_a_yes(play, picnic):
    person = play(picnic)
    person.says("yes you can keep it for as long as you like")
    assert person.state.stage == "consent"
