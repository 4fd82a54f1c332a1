"""What only a chat brings: replies to an earlier message, reactions, quick messages of one thought, places on a map."""

from datetime import timedelta

import pytest

from feedback.conversation.events import Answered, Commented, Distressed, Erased, Said
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import open_about


def words_of(person):
    return [event.piece.words for event in person.of(Commented)]


def replies(person, text, about, to="900"):
    return person.says(text, reply_to=to, seen=about)


def reacts(person, emoji, about, to="900"):
    return person.hears(
        Inbound("telegram", "reaction", person.now, text=emoji, message=f"reaction:{to}", reply_to=to, seen=about)
    )


def test_a_reply_to_an_earlier_question_changes_that_answer_and_not_the_open_one(at):
    person = at("best")

    said = replies(person, "grey", "sky")

    assert (person.answer("sky").value, "best" in person.state.answers) == ("grey", False)
    assert said.startswith("Thank you. We have changed your answer:")
    assert "What was best?" in said


def test_a_reply_to_ones_own_words_goes_to_the_question_that_they_answered(at):
    person = at("again")
    first = person.answer("best").pieces[0].message

    person.says("And the swans", reply_to=first)

    assert person.answer("best").words == "The cake\nAnd the swans"
    assert "again" not in person.state.answers


def test_a_reply_to_the_open_question_is_its_answer(at):
    person = at("sky")

    replies(person, "blue", "sky")

    assert (person.answer("sky").value, open_about(person.flow, person.state)) == ("blue", "best")


@pytest.mark.parametrize(("text", "value"), [("the second one", "grey"), ("hmm zzz", "blue")])
def test_a_reply_in_other_words_is_understood_or_kept_with_the_answer(at, text, value):
    person = at("best")

    said = replies(person, text, "sky")

    assert person.answer("sky").value == value
    assert text in person.answer("sky").words
    assert "sorry" not in said.lower()
    assert "best" not in person.state.answers


def test_a_reply_to_a_question_that_was_skipped_answers_it(at):
    clear, unclear = at("sky"), at("sky")
    for person in (clear, unclear):
        person.says("skip")

    replies(clear, "blue", "sky")
    replies(unclear, "zzz", "sky")

    assert (clear.answer("sky").state, clear.answer("sky").value) == ("answered", "blue")
    assert (unclear.answer("sky").state, unclear.answer("sky").value) == ("answered", None)
    assert unclear.answer("sky").words == "zzz"


def test_a_reply_to_a_question_before_it_was_reached_is_kept_as_its_answer(at):
    person = at("sky")

    said = replies(person, "Yes", "again")

    assert person.answer("again").value == "yes"
    assert person.flow.words.say("kept_with", short="Shall we do it again?") in said
    assert open_about(person.flow, person.state) == "sky"


def test_a_reply_with_the_same_answer_again_is_confirmed(at):
    person = at("best")

    assert person.flow.words.say("kept_as_answer") in replies(person, "blue", "sky")


@pytest.mark.parametrize("about", ["consent", "food"])
def test_a_reply_to_a_step_of_ours_or_to_a_question_off_the_route_is_kept_as_a_remark(at, about):
    person = at("sky", came="no")
    person.says("back")
    person.says("back")
    person.says("no")
    about = "again" if about == "food" else about

    said = replies(person, "Yes", about)

    assert words_of(person) == ["Yes"]
    assert person.flow.words.say("kept_words") in said


def test_skip_as_a_reply_to_an_earlier_question_skips_nothing(at):
    person = at("best")

    said = replies(person, "skip", "sky")

    assert person.flow.words.say("here_is_your_place") in said
    assert "best" not in person.state.answers


def test_a_cry_as_a_reply_is_heard_first(at):
    person = at("best")

    replies(person, "I want to die", "sky")

    assert person.of(Distressed)
    assert person.answer("sky").value == "blue"


def test_after_the_end_a_reply_still_corrects_its_answer(at):
    person = at("done")

    replies(person, "grey", "sky")

    assert (person.answer("sky").value, person.state.stage) == ("grey", "finished")


@pytest.mark.parametrize(("emoji", "value"), [("👍", "yes"), ("❤", "yes"), ("👎", "no")])
def test_a_reaction_to_a_question_with_yes_and_no_is_its_answer(at, emoji, value):
    person = at("again")

    said = reacts(person, emoji, "again")

    assert person.answer("again").value == value
    assert "Where do you live?" in said


@pytest.mark.parametrize(("emoji", "stage"), [("👍", "asking"), ("👎", "declined")])
def test_a_thumb_under_the_question_of_consent_is_a_yes_or_a_no(picnic, play, emoji, stage):
    person = play(picnic)
    person.says("/start")

    reacts(person, emoji, "consent")

    assert person.state.stage == stage
    assert bool(person.of(Erased)) == (stage == "declined")


@pytest.mark.parametrize(("emoji", "stage", "aside"), [("👍", "finished", None), ("👎", "checking", "change")])
def test_a_thumb_under_the_summary_is_right_or_something_to_change(at, emoji, stage, aside):
    person = at("check")

    reacts(person, emoji, "check")

    assert (person.state.stage, person.state.aside) == (stage, aside)


@pytest.mark.parametrize(
    ("emoji", "question", "about"),
    [
        ("👍", "sky", "sky"),
        ("😢", "again", "again"),
        ("👍", "best", "came"),
        ("👍", "best", None),
        ("👎", "done", "closed"),
    ],
)
def test_any_other_reaction_is_kept_as_a_remark_without_a_word(at, emoji, question, about):
    person = at(question)
    before = person.state.answers

    said = reacts(person, emoji, about)

    assert (said, words_of(person), person.state.answers) == ("", [emoji], before)


def test_another_thumb_in_the_place_of_the_one_that_was_an_answer_corrects_it(at):
    person = at("again")
    reacts(person, "👍", "again")

    said = reacts(person, "👎", "again")
    same = reacts(person, "👎", "again")

    assert person.answer("again").value == "no"
    assert "We have changed your answer" in said
    assert same == ""


@pytest.mark.parametrize("media", ["location", "venue"])
def test_a_place_on_a_map_is_asked_for_in_words_where_a_place_is_asked(at, media):
    person = at("where")

    said = person.sends(media)

    assert said.startswith("Thank you. We keep no map of where you are. Please write the name of the place.")
    assert "Where do you live?" in said
    assert "where" not in person.state.answers
    person.says("Leeds")
    assert person.answer("where").words == "Leeds"


def test_a_place_on_a_map_elsewhere_is_told_that_it_is_not_kept(at):
    person = at("sky")

    assert person.flow.words.say("place_not_kept") in person.sends("location")


def test_a_letter_with_a_picture_and_no_words_is_told_so(picnic, play):
    person = play(picnic, channel="email").to_first_question()

    assert person.flow.words.say("mail_no_words") in person.sends("photo")


def bubbles(person, *texts, seen):
    return [person.says(text, seen=seen, is_crossed=number > 0) for number, text in enumerate(texts)]


@pytest.mark.parametrize("question", ["sky", "again", "food"])
def test_quick_messages_that_are_not_clear_get_one_line_and_are_one_try(at, question):
    person = at(question)

    said = bubbles(person, "zzz", "it zzz", "really zzz", seen=question)

    assert [bool(text) for text in said] == [True, False, False]
    assert (person.answer(question).words, person.state.tries) == ("zzz\nit zzz\nreally zzz", 1)
    assert open_about(person.flow, person.state) == question


def test_quick_messages_to_an_open_question_are_one_answer_and_get_one_line(at):
    person = at("best")

    said = bubbles(person, "The cake", "and the swans", "and the bus", seen="best")

    assert [bool(text) for text in said] == [True, False, False]
    assert person.answer("best").words == "The cake\nand the swans\nand the bus"


def test_what_follows_a_clear_answer_at_once_stays_with_it_and_the_next_question_stays_open(at):
    person = at("sky")

    said = bubbles(person, "blue", "because of the wind", "I think", seen="sky")

    assert (person.answer("sky").value, person.answer("sky").words) == ("blue", "blue\nbecause of the wind\nI think")
    assert [bool(text) for text in said] == [True, False, False]
    assert (open_about(person.flow, person.state), "best" in person.state.answers) == ("best", False)


def test_an_answer_to_what_is_open_is_one_however_quick_it_comes(at):
    question, step = at("again"), at("where")

    question.says("Yes", seen="sky", is_crossed=True)
    bubbles(step, "Leeds", "Next", seen="where")
    step.says("Yes", seen="sky", is_crossed=True)

    assert question.answer("again").value == "yes"
    assert step.state.stage == "finished"


def test_what_follows_a_yes_to_consent_at_once_is_a_remark_and_no_answer(picnic, play):
    person = play(picnic)
    person.says("/start")

    said = bubbles(person, "Yes", "sort of zzz", seen="consent")

    assert (words_of(person), person.state.answers, said[1]) == (["sort of zzz"], {}, "")


def test_quick_messages_before_a_yes_are_told_once_what_becomes_of_them(picnic, play):
    person = play(picnic)
    person.says("/start")

    said = [person.says(text, seen="consent", is_crossed=True) for text in ("The ward", "was cold", "at night")]

    assert [bool(text) for text in said] == [True, False, False]
    assert person.state.tries == 3


@pytest.mark.parametrize("text", ["what does that mean", "stop", "person", "I want to die"])
def test_a_question_a_command_or_a_cry_is_answered_however_quick_it_comes(at, text):
    person = at("sky")
    person.says("zzz")
    before = len(person.of(Said))

    person.says(text, seen="sky", is_crossed=True)

    assert len(person.of(Said)) > before


def test_ticks_in_quick_order_are_each_shown(at):
    person = at("food")

    said = bubbles(person, "cake", "soup", seen="food")

    assert all(said)
    assert [event.answer.value for event in person.of(Answered)][-1] == ("cake", "soup")


def test_forwarded_words_are_told_what_becomes_of_them_however_quick_they_come(at):
    person = at("sky")

    said = person.says("Cal said so", is_forward=True, is_crossed=True, seen="sky")

    assert person.flow.words.say("forward_kept") in said


def after_our_answer(person, seconds, *texts):
    """Several texts, the first some seconds after our last message could be read and the others as soon as that."""
    said = []
    for text in texts:
        person.now += timedelta(seconds=seconds)
        said.append(person.says(text, seen=open_about(person.flow, person.state)))
    return said


def test_more_of_a_thought_that_comes_just_after_our_next_question_gets_no_retry_line(at):
    person = at("food")
    person.says("cake")
    person.says("Next")

    said = after_our_answer(person, 8, "and the soup was cold", "because nobody came")

    assert said == ["", ""]
    assert person.answer("food").words == "cake\nand the soup was cold\nbecause nobody came"
    assert (person.answer("food").value, "sky" in person.state.answers) == (("cake",), False)
    assert (open_about(person.flow, person.state), person.state.tries) == ("sky", 0)


def test_a_sentence_that_goes_on_in_small_letters_is_more_of_it_too(at):
    person = at("sky")
    person.says("blue i think but it was")

    assert after_our_answer(person, 5, "zzz") != [""]
    assert after_our_answer(at("again"), 5, "zzz") != [""]


@pytest.mark.parametrize("text", ["Yes", "and yes", "but what does that mean", "but i want to die", "and STOP please"])
def test_what_is_an_answer_or_said_to_us_is_taken_however_quick_it_comes(at, text):
    person = at("again")

    assert after_our_answer(person, 5, text) != [""]


def test_after_a_while_a_text_belongs_to_what_is_open(at):
    person = at("sky")

    assert "Sorry" in after_our_answer(person, 21, "and the soup was zzz")[0]


def test_at_a_place_only_a_joining_word_shows_that_more_of_the_last_answer_comes(at):
    joined, place = at("where"), at("where")

    assert after_our_answer(joined, 5, "and the swans were rude") == [""]
    assert "where" not in joined.state.answers
    assert after_our_answer(place, 5, "leeds")[0]
    assert place.answer("where").words == "leeds"
