"""Answers of every shape: ticks, own words, forms, corrections, late messages, repeats."""

import pytest

from config.load import load_words
from feedback.conversation.events import Answered, Commented, Requested
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import open_about
from feedback.flows.flow_parser import parse


@pytest.mark.parametrize(
    ("texts", "picked"),
    [
        (("cake", "soup", "Done"), ("cake", "soup")),
        (("cake", "soup", "cake", "Done"), ("soup",)),
        (("cake", "nothing"), ("none",)),
        (("cake", "soup", "tea, with milk"), ("cake", "soup", "tea")),
        (("1, 3",), ("cake", "soup")),
        (("cake and a song",), ("cake", "else")),
        (("cake", "soupp", "Done"), ("cake", "soup")),
    ],
)
def test_ticks_come_one_by_one_or_together_and_a_second_tick_takes_one_away(at, texts, picked):
    person = at("food")

    for text in texts:
        person.says(text)

    assert person.answer("food").value == picked
    assert open_about(person.flow, person.state) == "sky"


def test_more_ticks_than_allowed_are_asked_for_again(at):
    person = at("food")

    person.says("cake, tea with milk, soup, other")

    assert (person.state.at, person.state.tries, person.answer("food").value) == ("food", 1, None)


def test_taking_the_last_tick_away_is_no_answer(at):
    person = at("food")
    person.says("cake")

    assert person.flow.words.say("nothing_picked") in person.says("cake")
    person.says("Done")

    assert person.answer("food").state == "skipped"


def test_a_tick_for_other_waits_for_the_words_beside_it(at):
    person = at("food")

    assert person.flow.words.say("other_in_own_words") in person.says("other")
    person.says("cake and a pie")
    person.says("Done")

    assert (person.answer("food").value, person.answer("food").words) == (("else",), "other\ncake and a pie")


def test_other_waits_for_words_and_gives_way_to_a_clear_choice(at):
    with_words, changed_mind, at_once = at("sky"), at("sky"), at("sky")

    with_words.says("other")
    with_words.says("It was green")
    with_words.says("Done")
    changed_mind.says("Other")
    changed_mind.says("grey")
    at_once.says("Other: it was green")

    assert (with_words.answer("sky").value, with_words.answer("sky").words) == ("else", "other\nIt was green")
    assert changed_mind.answer("sky").value == "grey"
    assert (at_once.answer("sky").value, at_once.answer("sky").words) == ("else", "Other: it was green")
    assert open_about(at_once.flow, at_once.state) == "best"


def test_what_is_never_clear_is_kept_in_own_words_under_other(at):
    for question, value in (("sky", "else"), ("food", ("else",))):
        person = at(question)
        for text in ("zzz", "yyy", "xxx"):
            person.says(text)

        assert (person.answer(question).value, person.answer(question).words) == (value, "zzz\nyyy\nxxx")


def test_an_unclear_change_keeps_the_clear_answer_and_the_new_words(at):
    person = at("best")
    person.says("back")

    said = person.says("zzz")

    assert (person.answer("sky").value, person.answer("sky").words, person.state.tries) == ("blue", "blue\nzzz", 1)
    assert "How was the sky?" in said


@pytest.mark.parametrize("question", ["sky", "best"])
def test_a_short_answer_with_stop_in_it_is_asked_about_and_kept_either_way(at, question):
    meant, not_meant = at(question), at(question)

    assert "Is that your answer, or do you want to stop?" in meant.says("bus stop was fine")
    not_meant.says("bus stop was fine")
    meant.says("I want to stop")
    not_meant.says("1")

    assert meant.state.stage == "stopped"
    assert not_meant.state.stage == "asking"
    assert meant.answer(question).words == not_meant.answer(question).words == "bus stop was fine"


def test_words_of_distress_to_a_choice_bring_help_and_the_question_stays(at):
    person = at("sky")

    said = person.says("I want to kill myself")

    assert (person.state.aside, person.state.tries) == ("after help", 0)
    assert "999" in said
    assert "How was the sky?" in person.says("go on")


def test_an_edit_corrects_the_very_message_also_among_ticks_and_tells_of_a_new_route(at):
    person = at("check")
    came, ticks = (person.state.answers[name].pieces[0].message for name in ("came", "food"))

    assert person.flow.words.say("rerouted") in person.edits(int(came), "no")
    person.edits(int(ticks), "nothing")

    assert (person.answer("came").value, person.answer("food").value) == ("no", ("none",))
    revision = person.answer("food").revision
    person.edits(int(ticks), "nothing")
    assert person.answer("food").revision == revision


def test_an_edit_of_one_of_several_messages_changes_its_words_and_not_the_ticks(at):
    person = at("food")
    first = person.sent + 1
    for text in ("cake", "soup", "Done"):
        person.says(text)

    person.edits(first, "cakes")

    assert (person.answer("food").value, person.answer("food").words) == (("cake", "soup"), "cakes\nsoup")


def test_an_edit_of_something_else_is_kept_as_a_comment(at):
    person = at("food")

    assert person.flow.words.say("edit_kept") in person.edits(999, "I meant this")
    assert [event.piece.words for event in person.of(Commented)] == ["I meant this"]


@pytest.mark.parametrize(
    ("late", "seen", "question", "value", "words"),
    [
        ("no", "came", "came", "no", "no"),
        ("yes", "came", "came", "yes", "yes"),
        ("cake", "food", "food", ("cake", "soup"), "cake and soup"),
        ("tea, with milk", "food", "food", ("cake", "soup", "tea"), "cake and soup\ntea, with milk"),
        ("cake and tea, with milk", "food", "food", ("cake", "tea"), "cake and tea, with milk"),
        ("and the tea", "best", "best", None, "The cake\nand the tea"),
    ],
)
def test_a_late_message_goes_to_the_question_that_was_in_view(at, late, seen, question, value, words):
    person = at("where")

    person.says(late, seen=seen)

    assert (person.answer(question).value, person.answer(question).words) == (value, words)
    assert "where" not in person.state.answers


def test_a_late_message_that_fits_nothing_earlier_is_for_the_open_question(at):
    unfit, unanswered = at("where"), at("food")

    unfit.says("Leeds", seen="came")
    unanswered.says("cake", seen="sky")

    assert unfit.answer("where").words == "Leeds"
    assert "sky" not in unanswered.state.answers


def test_a_form_posted_again_corrects_and_a_tap_on_an_old_step_says_nothing(at):
    person = at("where")

    person.picks("cake", "soup", "tea", seen="food")
    person.picks(text="The tea", seen="best")
    person.picks("rubbish", seen="sky")
    said = person.picks("yes", seen="check")

    assert person.answer("food").value == ("cake", "soup", "tea")
    assert person.answer("best").words == "The tea"
    assert said == ""


def test_a_form_takes_ticks_at_once_and_asks_twice_for_an_empty_one(at):
    full, only, empty, unclear = at("food"), at("food"), at("sky"), at("sky")

    full.picks("cake", "soup")
    only.picks("cake", "none")
    for _ in range(2):
        assert empty.flow.words.say("form_empty") in empty.picks()
    empty.picks()
    unclear.picks(text="zzz")

    assert (full.answer("food").value, only.answer("food").value) == (("cake", "soup"), ("none",))
    assert empty.answer("sky").state == "skipped"
    assert (unclear.answer("sky").words, unclear.state.tries) == ("zzz", 1)


def test_words_beside_a_button_on_a_form_are_kept_before_it_is_obeyed(at):
    def press(person, text, command="pause"):
        person.hears(Inbound("web", "choices", person.now, text=text, command=command, whole=True))
        return person

    first, same, elsewhere = press(at("best"), "The cake"), at("again"), press(at("sky"), "It was green")
    same.says("back")
    press(same, "The cake", "next")

    assert (first.answer("best").words, first.state.stage) == ("The cake", "paused")
    assert same.answer("best").revision == 1
    assert [event.piece.words for event in elsewhere.of(Commented)] == ["It was green"]


def test_ticks_beside_a_button_on_a_form_are_kept_unless_the_question_is_passed_over(at):
    def press(command):
        person = at("food")
        person.hears(
            Inbound("web", "command", person.now, command=command, choices=("cake", "tea"), seen="food", whole=True)
        )
        return person

    paused, back, skipped = press("pause"), press("back"), press("skip")

    assert [person.answer("food").picked for person in (paused, back, skipped)] == [
        ("cake", "tea"),
        ("cake", "tea"),
        (),
    ]
    assert (paused.state.at, open_about(back.flow, back.state)) == ("food", "came")
    assert skipped.answer("food").state == "skipped"


@pytest.mark.parametrize(
    ("question", "texts", "own"),
    [
        ("came", ("yes",), False),
        ("came", ("2",), False),
        ("came", ("Yes, Cal drove me",), True),
        ("food", ("cake", "soup"), False),
        ("food", ("1, 3",), False),
        ("food", ("cake", "cake", "Done"), False),
        ("food", ("soupp",), True),
        ("food", ("other", "what Bea baked"), True),
        ("best", ("yes",), True),
        ("where", ("Leeds",), True),
    ],
)
def test_only_more_than_a_label_or_a_number_are_words_of_ones_own(at, question, texts, own):
    person = at(question)

    for text in texts:
        person.says(text)

    given = [event for event in person.events if isinstance(event, Answered) and event.question == question]
    assert given[-1].has_own_words is own


TRAINING = """
flow = "training"
version = 1
language = "en"
title = "Training"
start = "Hello."
[consent]
ask = "OK?"
no = "Fine."
[[question]]
id = "you"
ask = "Would training help you?"
type = "yesno"
theme = "support"
queues.training = ["yes"]
[[question]]
id = "others"
ask = "Would it help others?"
type = "yesno"
theme = "support"
queues.training = ["yes"]
[finish]
check = "Right?"
thanks = "Thank you."
"""


def test_a_request_stands_as_long_as_one_answer_makes_it(picnic, play):
    person = play(parse("training.toml", TRAINING, picnic.words)).to_first_question()

    def asked():
        return [(event.queue, event.is_wanted) for event in person.events if isinstance(event, Requested)]

    person.says("yes")
    assert asked() == [("training", True)]
    person.says("yes")
    person.says("change")
    person.says("1")
    person.says("no")
    assert asked() == [("training", True)]
    person.says("change")
    person.says("2")
    person.says("no")

    assert asked() == [("training", True), ("training", False)]


def test_a_message_goes_to_the_question_now_open_where_a_correction_took_the_one_with_ticks_away(play):
    text = """
flow = "turn"
version = 1
language = "en"
title = "Turn"
start = "Hello."
[consent]
ask = "OK?"
no = "Fine."
[[question]]
id = "came"
ask = "Did you come?"
type = "yesno"
[[question]]
id = "food"
ask = "What did you eat?"
type = "many"
when = "came is yes"
choices.cake = "Cake"
choices.soup = "Soup"
[[question]]
id = "why"
ask = "Why?"
type = "text"
[finish]
check = "Right?"
thanks = "Thank you."
"""
    person = play(parse("turn.toml", text, load_words())).to_first_question()
    person.says("yes")
    came = person.sent
    person.says("cake")

    person.edits(came, "no")
    person.says("It rained.")
    person.says("All day.")

    assert person.answer("why").words == "It rained.\nAll day."
    assert person.answer("food").value == ("cake",)
