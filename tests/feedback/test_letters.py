"""Answers by letter: several at once, each kept where it belongs, and one letter back at the most."""

from dataclasses import replace
from datetime import timedelta

import pytest

from feedback.conversation.events import Commented, Consented, Distressed, Erased, HelpShown, Misunderstood, Said
from feedback.conversation.messages import Inbound
from feedback.conversation.timeouts import due_at

ALL = (("consent", "yes"), ("came", "Yes"), ("food", "cake, soup"), ("sky", "blue"), ("best", "The cake"))
LAST = (("again", "yes"), ("where", "Leeds"))


@pytest.fixture
def person(picnic, play):
    """Somebody who has a letter with every question in front of them."""
    talk = play(picnic, channel="email")
    talk.conversation = replace(talk.state, is_greeted=True)
    return talk


def write(person, *answers, beside="", text=None):
    whole = "\n".join([*(words for _, words in answers), beside]) if text is None else text
    return person.hears(
        Inbound("email", "letter", person.now, text=whole, answers=answers, beside=beside, message="m1", whole=True)
    )


def letters(person):
    return [event.outbound for event in person.of(Said)]


def test_a_letter_with_every_answer_finishes_the_conversation(person):
    said = write(person, *ALL, *LAST)

    assert person.state.stage == "finished"
    assert person.state.answers["food"].value == ("cake", "soup")
    assert person.state.answers["best"].words == "The cake"
    assert "ABCD-EFGH-JKMN" in said
    assert [letter.rest for letter in letters(person)] == [()]


def test_what_is_left_is_asked_once_more_in_one_letter(person):
    write(person, *ALL)

    assert person.state.stage == "asking"
    assert [prompt.about for prompt in letters(person)[0].rest] == ["again", "where"]


@pytest.mark.parametrize(
    "said", ["yh thats fine. nobdy rang me bak for 3 weeks", "Tell me more, they never rang me back for weeks"]
)
def test_a_story_beside_what_is_said_of_consent_is_kept(person, said):
    write(person, ("consent", said))

    assert [event.piece.words for event in person.of(Commented)] == [said]
    assert person.state.consents.get("take_part", False) == said.startswith("yh")


def test_a_plain_yes_is_no_remark(person):
    write(person, ("consent", "yes thats fine thanks"))

    assert not person.of(Commented)


def test_answers_without_a_yes_are_held_until_it_comes(person):
    write(person, *ALL[1:], *LAST)

    assert person.state.stage == "consent"
    assert [prompt.about for prompt in letters(person)[0].rest] == ["consent"]

    write(person, ("consent", "Yes"))

    assert person.state.stage == "finished"
    assert person.state.answers["again"].value == "yes"


def test_a_no_to_consent_erases_the_whole_letter(person):
    write(person, ("consent", "no"), *ALL[1:])

    assert person.state.stage == "declined"
    assert person.of(Erased)
    assert person.state.answers == {}


def test_words_about_consent_that_are_no_answer_are_kept_and_are_no_yes(person):
    write(person, ("consent", "only if my name stays out of it"), ("came", "yes"))

    assert person.state.stage == "consent"
    assert not person.of(Consented)
    assert [event.piece.words for event in person.of(Commented)] == ["only if my name stays out of it"]


def test_asking_what_we_keep_is_answered(person):
    assert "locked with a key" in write(person, ("consent", "tell me more"))


def test_a_closed_answer_in_other_words_is_kept_in_those_words(person):
    write(person, ("consent", "yes"), ("came", "in a manner of speaking"))

    assert person.answer("came").value is None
    assert person.answer("came").words == "in a manner of speaking"


def test_a_label_with_more_behind_it_is_clear_and_a_slip_is_not_guessed(person):
    write(person, ("consent", "yes"), ("came", "Yes, with my sister"), ("sky", "bleu"))

    assert person.answer("came").value == "yes"
    assert person.answer("came").words == "Yes, with my sister"
    assert person.answer("sky").value is None


def test_skip_and_prefer_not_to_say_work_on_a_line(person):
    write(person, ("consent", "yes"), ("came", "skip"), ("sky", "prefer not to say"))

    assert person.answer("came").state == "skipped"
    assert person.answer("sky").state == "declined"


def test_a_skip_takes_no_earlier_answer_away(person):
    write(person, ("consent", "yes"), ("came", "yes"))

    write(person, ("came", "skip"))

    assert person.answer("came").value == "yes"


def test_a_second_letter_corrects_the_first(person):
    write(person, *ALL, *LAST)

    said = write(person, ("sky", "grey"))

    assert person.answer("sky").revision == 2
    assert "We have changed your answer" in said


def test_words_beside_the_questions_are_a_comment(person):
    write(person, *ALL, *LAST, beside="Thank you for asking")

    assert [event.piece.words for event in person.of(Commented)] == ["Thank you for asking"]


def test_more_words_after_the_end_are_kept(person):
    write(person, *ALL, *LAST)

    assert "A person will read them" in write(person, beside="One more thing")


def test_help_comes_in_one_letter_with_everything_else_we_say(person):
    write(person, *ALL, *LAST, beside="I want to die")

    assert person.of(Distressed)
    assert person.state.aside is None
    only = letters(person)
    assert [letter.kind for letter in only] == ["help"]
    assert "your return code" in only[0].text


def test_the_word_help_shows_help_and_asks_nothing(person):
    person.says("help")

    assert person.of(HelpShown)
    assert [(letter.kind, letter.rest) for letter in letters(person)] == [("help", ())]


def test_stop_asks_whether_to_keep_what_was_said(person):
    write(person, *ALL)

    person.says("stop", whole=True)

    assert letters(person)[-1].prompt.about == "stop"


def test_a_letter_after_stop_is_kept_whole(person):
    write(person, *ALL)
    person.says("stop", whole=True)

    write(person, ("sky", "grey"), text="> sky?\ngrey")

    assert [event.piece.words for event in person.of(Commented)] == ["> sky?\ngrey"]


def test_a_letter_to_a_paused_conversation_goes_on_with_it(person):
    write(person, *ALL)
    person.says("pause", whole=True)

    write(person, *LAST)

    assert person.state.stage == "finished"


def test_a_letter_to_a_conversation_that_came_from_a_chat_can_end_at_its_check(at):
    person = at("check")

    person.hears(Inbound("email", "text", person.now, text="hm", seen="check", whole=True))

    assert letters(person)[-1].prompt.about == "check"


def test_one_reminder_by_letter_and_no_more(person):
    person.flow = replace(person.flow, reminders=(timedelta(days=1), timedelta(days=4)))
    write(person, *ALL)
    person.waits(days=5)
    reminders = [letter for letter in letters(person) if letter.kind == "reminder"]

    person.waits(days=5)

    assert len(reminders) == 1
    assert [prompt.about for prompt in reminders[0].rest] == ["again", "where"]
    assert [letter for letter in letters(person) if letter.kind == "reminder"] == reminders


def test_words_held_for_consent_are_asked_about_on_day_5_and_12_and_wait_two_weeks(person):
    write(person, *ALL[1:])
    began, due = person.now, []
    for _ in range(3):
        at = due_at(person.flow, person.state)
        assert at is not None
        due.append((at - began).days)
        person.waits(seconds=(at - person.now).total_seconds())

    assert due == [5, 12, 14]
    assert sum(letter.kind == "reminder" for letter in letters(person)) == 2
    assert person.of(Erased) == [Erased("no reply")]


def test_words_held_for_a_consent_that_never_comes_are_gone(person):
    write(person, *ALL[1:])

    for days in (5, 7, 3):
        person.waits(days=days)

    assert person.of(Erased) == [Erased("no reply")]
    assert (person.state.stage, person.state.answers) == ("declined", {})


def test_one_question_a_letter_goes_like_a_chat(picnic, play):
    person = play(picnic, channel="email")
    person.conversation = replace(person.state, is_greeted=True, is_series=True)

    person.says("yes", whole=True)

    assert letters(person)[0].prompt.about == "came"
    assert letters(person)[0].rest == ()


def test_an_answer_in_a_letter_that_is_not_understood_is_noted_and_a_clear_one_is_not(person):
    write(person, ("consent", "yes"), ("came", "Perhaps"), ("sky", "blue"), ("best", "The cake"))

    assert person.of(Misunderstood) == [Misunderstood("came", "kept as given")]


@pytest.mark.parametrize(
    "words",
    ["yh thats fine", "yes thats fine thanks", "ok by me", "Yes, and I went to three of the meetings last year.", "1"],
)
def test_a_plain_yes_in_any_words_is_a_yes_by_letter_too(person, words):
    write(person, ("consent", words), *ALL[1:])

    assert person.state.stage == "asking"
    assert person.state.answers["came"].value == "yes"


@pytest.mark.parametrize("words", ["Yes but not my name", "yes as long as my name stays out of it", "not sure tbh"])
def test_a_yes_with_a_condition_is_no_yes_by_letter(person, words):
    write(person, ("consent", words), *ALL[1:])

    assert person.state.stage == "consent"
    assert not person.of(Consented)
    assert not person.of(Erased)


def test_a_question_about_consent_is_answered_by_letter(person):
    said = write(person, ("consent", "who gets to see this?"), *ALL[1:])

    assert person.state.stage == "consent"
    assert "We keep what you say and how you say it." in said


def test_only_a_sure_no_erases_what_stands_in_a_letter(person):
    write(person, ("consent", "No, you can keep all of it if it helps anybody"), *ALL[1:])

    assert person.state.stage == "consent"
    assert not person.of(Erased)


def test_an_answer_by_letter_is_understood_as_in_a_chat_and_its_words_stay(person):
    write(person, ("consent", "yh thats fine"), ("came", "nah not at all"))

    assert person.state.answers["came"].value == "no"
    assert person.state.answers["came"].words == "nah not at all"


def test_what_a_letter_only_may_mean_stays_in_the_persons_words(person):
    write(person, *ALL[:3], ("sky", "sort of like my old curtains"))

    assert person.state.answers["sky"].value is None
    assert person.state.answers["sky"].words == "sort of like my old curtains"


def test_a_type_that_hearing_does_not_know_is_read_by_letter_as_before(picnic, play):
    questions = tuple(replace(one, type="time") if one.id == "best" else one for one in picnic.questions)
    person = play(replace(picnic, questions=questions), channel="email")
    person.conversation = replace(person.state, is_greeted=True)

    write(person, *ALL[:4], ("best", "some time or other"))

    assert person.state.answers["best"].value is None
    assert person.state.answers["best"].words == "some time or other"
