"""Every turn that a conversation can take: ticks, own words, corrections, repeats, commands at odd moments."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feedback.errors import TryLater
from feedback.events import Answered, Commented, Erased, PersonAsked
from feedback.message import Inbound
from feedback.parse import parse
from feedback.prompts import open_about
from feedback.saved import dump_conversation, dump_pieces, dump_value, load_pieces, load_value
from feedback.silence import is_quiet

PICNIC = """
flow = "picnic"
version = 1
language = "en"
title = "The picnic"
start = "Hello. I am a computer program, not a person."
[consent]
ask = "Is it OK to keep your answers?"
no = "That is fine."
[[question]]
id = "came"
ask = "Did you come?"
type = "yesno"
[[question]]
id = "hint"
ask = "Now about the food."
type = "info"
when = "came is yes"
[[question]]
id = "food"
ask = "What did you eat?"
type = "many"
max = 3
only = "none"
other = "else"
choices.cake = "Cake"
choices.tea = "Tea, with milk"
choices.soup = "Soup"
choices.else = "Other"
choices.none = "Nothing"
[[question]]
id = "sky"
ask = "How was the sky?"
type = "one"
other = "else"
signpost = true
choices.blue = "Blue"
choices.grey = "Grey, or dark"
choices.else = "Other"
[[question]]
id = "best"
ask = "What was best?"
type = "text"
private = true
[[question]]
id = "again"
ask = "Shall we do it again?"
type = "yesno"
when = "came is yes"
[[question]]
id = "where"
ask = "Where do you live?"
type = "place"
[finish]
check = "Is it right?"
thanks = "Thank you."
"""
QUESTIONS = ("came", "food", "sky", "best", "again", "where")
USUAL = {"came": "yes", "food": "cake and soup", "sky": "blue", "best": "The cake", "again": "yes", "where": "Leeds"}


@pytest.fixture(scope="session")
def picnic(flows):
    return parse("picnic.toml", PICNIC, flows["people"].words)


@pytest.fixture
def at(picnic, play):
    """Give a person who has answered everything before this question (`check`: everything; `done`: and said yes)."""

    def go(question, **given):
        person = play(picnic).to_first_question()
        for name in QUESTIONS:
            if name == question:
                return person
            if name != "again" or given.get("came", "yes") == "yes":
                person.says({**USUAL, **given}[name])
            if person.state.is_collecting:
                person.says("Done")
        if question == "done":
            person.says("Yes")
        return person

    return go


def answer(person, question):
    return person.state.answers[question]


@pytest.mark.parametrize(
    ("texts", "picked"),
    [
        (("cake", "soup", "Done"), ("cake", "soup")),
        (("cake", "soup", "cake", "Done"), ("soup",)),
        (("cake", "nothing"), ("none",)),
        (("cake", "soup", "tea, with milk"), ("cake", "soup", "tea")),
        (("1, 3",), ("cake", "soup")),
        (("cake and sandwiches",), ("cake", "else")),
        (("cake", "soupp", "Done"), ("cake", "soup")),
    ],
)
def test_ticks_come_one_by_one_or_together_and_a_second_tick_takes_one_away(at, texts, picked):
    person = at("food")

    for text in texts:
        person.says(text)

    assert answer(person, "food").value == picked
    assert open_about(person.flow, person.state) == "sky"


def test_more_ticks_than_allowed_are_asked_for_again(at):
    person = at("food")

    person.says("cake, tea with milk, soup, other")

    assert (person.state.at, person.state.tries, answer(person, "food").value) == ("food", 1, None)


def test_taking_the_last_tick_away_is_no_answer(at):
    person = at("food")
    person.says("cake")

    assert person.flow.words.say("nothing_picked") in person.says("cake")
    person.says("Done")

    assert answer(person, "food").state == "skipped"


def test_a_tick_for_other_waits_for_the_words_beside_it(at):
    person = at("food")

    assert person.flow.words.say("other_in_own_words") in person.says("other")
    person.says("cake and a pie")
    person.says("Done")

    assert (answer(person, "food").value, answer(person, "food").words) == (("else",), "other\ncake and a pie")


def test_other_waits_for_words_and_gives_way_to_a_clear_choice(at):
    with_words, changed_mind, at_once = at("sky"), at("sky"), at("sky")

    with_words.says("other")
    with_words.says("It was green")
    with_words.says("Done")
    changed_mind.says("Other")
    changed_mind.says("grey")
    at_once.says("Other: it was green")

    assert (answer(with_words, "sky").value, answer(with_words, "sky").words) == ("else", "other\nIt was green")
    assert answer(changed_mind, "sky").value == "grey"
    assert (answer(at_once, "sky").value, answer(at_once, "sky").words) == ("else", "Other: it was green")
    assert open_about(at_once.flow, at_once.state) == "best"


def test_what_is_never_clear_is_kept_in_own_words_under_other(at):
    for question, value in (("sky", "else"), ("food", ("else",))):
        person = at(question)
        for text in ("zzz", "yyy", "xxx"):
            person.says(text)

        assert (answer(person, question).value, answer(person, question).words) == (value, "zzz\nyyy\nxxx")


def test_an_unclear_change_keeps_the_clear_answer_and_the_new_words(at):
    person = at("best")
    person.says("back")

    said = person.says("zzz")

    assert (answer(person, "sky").value, answer(person, "sky").words, person.state.tries) == ("blue", "blue\nzzz", 1)
    assert "How was the sky?" in said


@pytest.mark.parametrize("question", ["sky", "best"])
def test_a_short_answer_with_stop_in_it_is_asked_about_and_kept_either_way(at, question):
    meant, not_meant = at(question), at(question)

    assert "Is that your answer, or do you want to stop?" in meant.says("please stop now thanks")
    not_meant.says("please stop now thanks")
    meant.says("I want to stop")
    not_meant.says("1")

    assert meant.state.stage == "stopped"
    assert not_meant.state.stage == "asking"
    assert answer(meant, question).words == answer(not_meant, question).words == "please stop now thanks"


def test_words_of_distress_to_a_choice_bring_help_and_the_question_stays(at):
    person = at("sky")

    said = person.says("I want to kill myself")

    assert (person.state.aside, person.state.tries) == ("after help", 1)
    assert "999" in said
    assert "How was the sky?" in person.says("1")


def test_an_edit_corrects_the_very_message_also_among_ticks_and_tells_of_a_new_route(at):
    person = at("check")
    came, ticks = (person.state.answers[name].pieces[0].message for name in ("came", "food"))

    assert person.flow.words.say("rerouted") in person.edits(int(came), "no")
    person.edits(int(ticks), "nothing")

    assert (answer(person, "came").value, answer(person, "food").value) == ("no", ("none",))
    revision = answer(person, "food").revision
    person.edits(int(ticks), "nothing")
    assert answer(person, "food").revision == revision


def test_an_edit_of_one_of_several_messages_changes_its_words_and_not_the_ticks(at):
    person = at("food")
    first = person.sent + 1
    for text in ("cake", "soup", "Done"):
        person.says(text)

    person.edits(first, "cakes")

    assert (answer(person, "food").value, answer(person, "food").words) == (("cake", "soup"), "cakes\nsoup")


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

    assert (answer(person, question).value, answer(person, question).words) == (value, words)
    assert "where" not in person.state.answers


def test_a_late_message_that_fits_nothing_earlier_is_for_the_open_question(at):
    unfit, unanswered = at("where"), at("food")

    unfit.says("Leeds", seen="came")
    unanswered.says("cake", seen="sky")

    assert answer(unfit, "where").words == "Leeds"
    assert "sky" not in unanswered.state.answers


def test_a_form_posted_again_corrects_and_a_tap_on_an_old_step_says_nothing(at):
    person = at("where")

    person.picks("cake", "soup", "tea", seen="food")
    person.picks(text="The tea", seen="best")
    person.picks("rubbish", seen="sky")
    said = person.picks("yes", seen="check")

    assert answer(person, "food").value == ("cake", "soup", "tea")
    assert answer(person, "best").words == "The tea"
    assert said == ""


def test_a_form_takes_ticks_at_once_and_asks_twice_for_an_empty_one(at):
    full, only, empty, unclear = at("food"), at("food"), at("sky"), at("sky")

    full.picks("cake", "soup")
    only.picks("cake", "none")
    for _ in range(2):
        assert empty.flow.words.say("form_empty") in empty.picks()
    empty.picks()
    unclear.picks(text="zzz")

    assert (answer(full, "food").value, answer(only, "food").value) == (("cake", "soup"), ("none",))
    assert answer(empty, "sky").state == "skipped"
    assert (answer(unclear, "sky").words, unclear.state.tries) == ("zzz", 1)


def test_words_beside_a_button_on_a_form_are_kept_before_it_is_obeyed(at):
    def press(person, text, command="pause"):
        person.hears(Inbound("web", "choices", person.now, text=text, command=command, whole=True))
        return person

    first, same, elsewhere = press(at("best"), "The cake"), at("again"), press(at("sky"), "It was green")
    same.says("back")
    press(same, "The cake", "next")

    assert (answer(first, "best").words, first.state.stage) == ("The cake", "paused")
    assert answer(same, "best").revision == 1
    assert [event.piece.words for event in elsewhere.of(Commented)] == ["It was green"]


def test_ticks_beside_a_button_on_a_form_are_kept_unless_the_question_is_passed_over(at):
    def press(command):
        person = at("food")
        person.hears(
            Inbound("web", "command", person.now, command=command, choices=("cake", "tea"), seen="food", whole=True)
        )
        return person

    paused, back, skipped = press("pause"), press("back"), press("skip")

    assert [answer(person, "food").picked for person in (paused, back, skipped)] == [
        ("cake", "tea"),
        ("cake", "tea"),
        (),
    ]
    assert (paused.state.at, open_about(back.flow, back.state)) == ("food", "came")
    assert answer(skipped, "food").state == "skipped"


def test_the_same_word_again_after_the_end_tells_where_to_go(at):
    person = at("done")
    words = person.flow.words

    assert words.say("nothing_before") in person.says("back")
    assert words.say("nothing_to_skip") in person.says("skip")
    assert words.say("nothing_to_skip") in person.hears(Inbound("web", "command", person.now, command="prefer_not"))
    assert words.say("nothing_to_pause") in person.says("pause")
    assert words.say("here_is_your_place") in person.says("next")
    assert words.say("already_finished") in person.says("/start")


def test_a_finished_answer_can_be_changed_and_the_end_stays_the_end(at):
    person = at("done")
    person.says("change")
    person.picks("sky")

    assert person.state.at == "sky"
    assert person.flow.words.say("changed_after_finish") in person.says("grey")
    assert (person.state.stage, answer(person, "sky").value) == ("finished", "grey")


def test_there_is_nothing_before_the_first_question_and_nothing_to_change_yet(at):
    person = at("came")

    assert person.flow.words.say("first_question") in person.says("back")
    assert person.flow.words.say("nothing_to_change") in person.says("change")


def test_stopping_before_consent_keeps_nothing_and_coming_back_from_a_pause_asks_for_it(picnic, play):
    stopped, paused = play(picnic), play(picnic)
    for person in (stopped, paused):
        person.says("/start")

    stopped.says("stop")
    paused.says("pause")
    said = paused.says("/start")

    assert (stopped.state.stage, stopped.of(Erased)[0].why) == ("declined", "no consent")
    assert (paused.state.stage, "Is it OK to keep your answers?" in said) == ("consent", True)


def test_a_form_without_a_choice_at_the_consent_says_that_one_is_needed(picnic, play):
    person = play(picnic, channel="web")
    person.says("/start")

    assert picnic.words.say("form_empty") in person.picks()
    person.hears(Inbound("telegram", "text", person.now))
    assert person.state.stage == "consent"


def test_a_pause_without_a_reminder_is_quiet(at):
    person = at("sky")
    person.says("pause")

    assert person.flow.words.say("pause_quietly") in person.picks("none")
    assert person.state.wants_reminders is False


def test_a_person_may_be_asked_for_without_being_written_to(at):
    person = at("sky")
    person.says("person")

    assert person.flow.words.say("person_no") in person.says("No")
    assert [event.may_contact for event in person.of(PersonAsked)][-1] is False


def test_a_paused_or_finished_conversation_is_begun_again_by_its_button_and_keeps_words_beside_it(at):
    paused, finished = at("sky"), at("done")
    paused.hears(Inbound("web", "command", paused.now, command="pause"))

    paused.picks("start", text="I am back")
    finished.picks("start")
    finished.hears(Inbound("web", "choices", finished.now, whole=True))

    assert (paused.state.stage, finished.state.stage) == ("asking", "finished")
    assert [event.piece.words for event in paused.of(Commented)] == ["I am back"]


def test_the_summary_takes_a_change_words_and_an_empty_form(at):
    person = at("check")
    words = person.flow.words

    assert words.say("form_empty") in person.picks()
    assert words.say("kept_words") in person.says("One more thing about the day")
    person.says(words.say("check_change"))

    assert person.state.aside == "change"


def test_the_summary_hides_private_words_and_a_hint_and_a_lead_in_stand_with_their_questions(at):
    summary, food, sky = at("check"), at("food"), at("sky")

    asked = summary.says("where was I")

    assert summary.flow.words.say("summary_kept") in asked
    assert "The cake" not in asked
    assert "Now about the food.\n\nWhat did you eat?" in food.says("zzz")
    assert sky.flow.words.say("gentle_signpost") in sky.says("zzz")
    assert "Now about the food." not in at("food", came="no").says("zzz")


def test_an_invitation_offers_its_place_and_a_question_off_the_route_is_not_gone_back_to(at, picnic, play):
    person = at("where")
    person.conversation = replace(person.state, place="Ward 3", at="nowhere")

    assert "1. Ward 3" in person.says("help")
    person.says("1")

    assert answer(person, "where").value == "invited"


def test_an_album_is_thanked_for_once_and_nothing_said_in_its_later_pictures_is_lost(at):
    person = at("sky")

    first, second = person.sends("photo", "The hill", album="a"), person.sends("photo", "The lake", album="a")

    assert (first != "", second) == (True, "")
    assert [event.piece.words for event in person.of(Commented)] == ["The hill", "The lake"]


def test_silence_too_early_means_nothing_and_in_the_end_the_conversation_is_left(at):
    person = at("sky")

    assert person.waits(minutes=1) == ""
    person.waits(days=400)

    assert person.state.stage == "left early"


@pytest.mark.parametrize("value", [None, "blue", ("cake", "soup"), (), 3, 1.5])
def test_values_and_messages_come_back_as_they_were_stored(at, value):
    pieces = answer(at("check"), "food").pieces

    assert load_value(dump_value(value)) == value
    assert load_pieces(dump_pieces(pieces)) == pieces


def test_what_is_no_part_of_a_conversation_is_not_stored(at):
    with pytest.raises(TypeError, match="A conversation holds no set"):
        dump_conversation(replace(at("sky").state, place={"Leeds"}))


def test_every_answer_given_is_told_once_with_its_revision(at):
    person = at("check")

    told = [(event.question, event.answer.revision) for event in person.of(Answered)]

    assert len(told) == len(set(told))


def test_a_pause_in_the_middle_of_an_answer_of_several_messages_keeps_it_and_rests(at):
    person = at("food")
    person.says("cake")
    person.says("pause")

    person.waits(hours=1)

    assert (person.state.stage, person.state.is_collecting) == ("paused", False)
    assert answer(person, "food").value == ("cake",)


def test_a_tap_made_twice_on_a_question_of_ours_is_taken_once(at):
    person = at("sky")
    person.says("stop")
    person.picks("keep", seen="stop")

    assert person.picks("keep", seen="stop") == ""
    assert person.state.stage == "stopped"


def test_two_numbers_are_no_clear_number_and_everyday_words_are_a_yes(all_flows, play):
    person = play(all_flows["kinds"])
    person.says("/start")
    person.says("yep")
    person.says("3 May 2026")

    person.says("between 3 and 4")

    assert (answer(person, "people_there").value, person.state.tries) == (None, 1)
    person.says("3")
    assert answer(person, "people_there").value == 3


def test_a_send_that_may_be_tried_again_says_when_and_whether_it_may_have_arrived():
    later = TryLater("Too many messages.", 7, outcome_known=False)

    assert (str(later), later.wait_seconds, later.outcome_known) == ("Too many messages.", 7, False)


def test_nobody_is_reminded_between_the_evening_and_the_morning(flows):
    words = flows["people"].words
    night, day = datetime(2026, 3, 2, 3, tzinfo=UTC), datetime(2026, 3, 2, 12, tzinfo=UTC)

    assert (is_quiet(night, words), is_quiet(day, words)) == (True, False)


def test_what_is_never_clear_and_has_no_other_is_kept_as_words_alone(at):
    person = at("came")
    for text in ("zzz", "yyy", "xxx"):
        person.says(text)

    assert (answer(person, "came").value, answer(person, "came").words) == (None, "zzz\nyyy\nxxx")
    assert open_about(person.flow, person.state) == "food"
