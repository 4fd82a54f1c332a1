"""Every turn that a conversation can take between its answers: commands at odd moments, pauses, ends, silence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feedback.conversation.events import Answered, Commented, Erased, PersonAsked
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import open_about
from feedback.conversation.serialisation import dump_conversation, dump_pieces, dump_value, load_pieces, load_value
from feedback.conversation.timeouts import is_quiet
from feedback.errors import TryLater


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
    assert (person.state.stage, person.answer("sky").value) == ("finished", "grey")


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
    assert words.say("kept_words") in person.says("The swans were lovely")
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

    assert person.answer("where").value == "invited"


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
    pieces = at("check").answer("food").pieces

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
    assert person.answer("food").value == ("cake",)


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

    assert (person.answer("people_there").value, person.state.tries) == (None, 1)
    person.says("3")
    assert person.answer("people_there").value == 3


def test_a_send_that_may_be_tried_again_says_when_and_whether_it_may_have_arrived():
    later = TryLater("Too many messages.", 7, outcome_known=False)

    assert (str(later), later.wait_seconds, later.outcome_known) == ("Too many messages.", 7, False)


def test_nobody_is_reminded_between_the_evening_and_the_morning(flows):
    words = flows["people"].words
    night, day = datetime(2026, 3, 2, 3, tzinfo=UTC), datetime(2026, 3, 2, 12, tzinfo=UTC)

    assert (is_quiet(night, words), is_quiet(day, words)) == (True, False)


def test_what_is_never_clear_and_has_no_other_is_kept_as_words_alone(at):
    person = at("came")
    for text in ("zzz", "blorp", "xxx"):
        person.says(text)

    assert (person.answer("came").value, person.answer("came").words) == (None, "zzz\nblorp\nxxx")
    assert open_about(person.flow, person.state) == "food"


def test_a_question_about_consent_is_answered_and_what_was_said_with_it_is_kept(picnic, play):
    person = play(picnic)
    person.says("/start")

    said = person.says("The rain frightened me. Who will see this?")

    assert "We keep what you say" in said
    assert [event.piece.words for event in person.of(Commented)] == ["The rain frightened me. Who will see this?"]
    assert person.state.stage == "consent"
