"""Lines here stand for kinds; the figures come from lines by other authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.hearing.acts import act_in
from feedback.hearing.ask import Ask
from feedback.hearing.consent import consent_in
from feedback.hearing.guess_language import guess_language
from feedback.hearing.hear import hear
from feedback.hearing.leaving import leave_in
from feedback.hearing.summary import summary_in
from feedback.hearing.wording.templates import Groups


def test_a_template_may_begin_with_any_word():
    groups = Groups({"offer": "<w> please", "greeting": "hello"})
    assert (groups.covering("tea please"), groups.covering("hello"), groups.covering("tea")) == (
        "offer",
        "greeting",
        None,
    )


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("next one please", "skip"),
        ("can i stop now", "stop"),
        ("sorry can you repeat the question", "repeat"),
        ("how many more questions", "how-long"),
        ("r u a bot", "are-you-human"),
        ("who sees this?", "who-reads-this"),
        ("do you speak polish", "language:pl"),
        ("delete everything i said", "delete"),
        ("carry on", "continue"),
        ("start again", "start-again"),
        ("go back", "back"),
    ],
)
def test_a_request_to_the_program_is_heard_in_any_words(text: str, act: str):
    found = act_in(text)
    assert found is not None
    assert found[0] == act


@pytest.mark.parametrize(
    "text", ["i had to stop my tablets", "they should stop moving the meetings", "the person who ran it was kind"]
)
def test_a_statement_about_the_world_is_no_act(text: str):
    assert act_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "yes thats fine thanks",
        "no i dont mind",
        "not a problem",
        "👍",
        "i agree",
        "no worries go ahead",
        "I've nothing to hide love",
        "gan on then",
        "wey aye man",
        "cant see the harm in it",
        "makes no odds to me",
    ],
)
def test_a_yes_is_heard_in_any_words(text: str):
    assert consent_in(text)[0] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "id rather not",
        "no thanks",
        "dont keep them",
        "i dont want you to keep it",
        "not ok",
        "don't use my answers",
        "nie",
        "not on your nelly",
        "away with ye",
        "ill give it a miss",
        "it stays with me",
    ],
)
def test_a_no_is_heard_in_any_words(text: str):
    assert consent_in(text)[0] == "no"


@pytest.mark.parametrize(
    "text", ["yes but not my name", "yes if its anonymous", "maybe", "nobody told us anything", "you may keep nothing"]
)
def test_a_condition_or_a_story_is_no_yes(text: str):
    assert consent_in(text) == ("unclear", False)


@pytest.mark.parametrize(
    ("text", "want"), [("spot on", "right"), ("nothing to change", "right"), ("the second one is wrong", "change")]
)
def test_a_summary_is_right_or_to_be_changed(text: str, want: str):
    assert summary_in(text)[0] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Please stop emailing me", "stop"),
        ("They should stop moving the meetings.", "none"),
        ("Please delete what I wrote last week.", "delete"),
        ("My husband passed away in June.", "bereaved"),
        ("My mum died and the group helped me.", "none"),
        ("I think you have the wrong address, I never went to any group.", "wrong-person"),
        ("I felt like the wrong person in the room.", "none"),
    ],
)
def test_a_mail_about_leaving_is_told_from_feedback(text: str, want: str):
    assert leave_in(text, "Re: A few questions")[0] == want


@pytest.mark.parametrize(
    ("text", "meaning"), [("", "unclear"), ("...", "unclear"), ("?", "question"), ("??", "question")]
)
def test_no_words_at_all_are_no_yes_and_a_question_mark_alone_is_a_question(text: str, meaning: str):
    assert consent_in(text) == (meaning, False)
    assert summary_in(text) == ("unclear", False)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мне было очень хорошо", "ru"),
        ("Я дуже вдячна, але їх не було", "uk"),
        ("مجھے بہت اچھا لگا", "ur"),
        ("خیلی خوب بود، پدرم هم آمد", "fa"),
        ("كان ذلك جيدا جدا", "ar"),
    ],
)
def test_languages_of_one_script_are_told_apart_by_their_own_letters(text: str, language: str):
    assert guess_language(text) == language


def test_a_request_in_rare_words_is_heard_at_a_choice_but_never_for_sure():
    heard = hear(Ask("yesno", choices={"yes": "Yes", "no": "No"}), "say that once more would you")

    assert (heard.act, heard.choice, heard.sure) == ("repeat", None, False)


@pytest.mark.slow
@given(st.text(max_size=300))
def test_no_text_is_refused(text: str):
    act_in(text)
    consent_in(text)
    summary_in(text)
    leave_in(text, text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Would it be possible to do this in Tamil?", "ta"),
        ("can my dad have it in gujarati", "gu"),
        ("my english is weak, Turkish please", "tr"),
        ("it is in Urdu also?", "ur"),
        ("could we go back to English", "en"),
        ("I don't speak English well, do you have Polish or not", "pl"),
    ],
)
def test_a_wish_for_a_language_is_asked_back_whatever_its_wording(text: str, language: str):
    assert act_in(text) == (f"language:{language}", False)


@pytest.mark.parametrize(
    "text",
    [
        "they had no interpreter for Urdu",
        "I speak Polish at home",
        "could we have leaflets in Arabic",
        "my neighbour knows Welsh",
        "they said please in English",
    ],
)
def test_a_language_that_is_told_of_is_no_wish_for_it(text: str):
    assert act_in(text) is None


def test_of_two_languages_the_one_that_is_not_english_is_wished_for():
    assert act_in("I no read English, please can have in Somali") == ("language:so", False)
    assert act_in("could you do better English") is None


def test_a_language_among_the_choices_is_an_answer():
    languages = Ask("one", "Which language do you speak?", {"pl": "Polish", "en": "English", "cy": "Welsh"})

    assert hear(languages, "I only speak Polish").choice == "pl"


@pytest.mark.parametrize("text", ["agree to what", "keep it for what", "yes to what?", "and that goes to who"])
def test_a_question_word_at_the_end_asks_and_agrees_to_nothing(text: str):
    assert consent_in(text) == ("question", True)


@pytest.mark.parametrize(
    "text",
    [
        "My neighbour passed me your letter and I am glad to answer.",
        "I passed it on to my sister.",
        "The project died a death.",
        "dont stop these, they are dead handy",
        "He moved on two years ago.",
    ],
)
def test_words_of_death_in_ordinary_use_tell_of_no_death(text: str):
    assert leave_in(text, "Re: A few questions")[0] == "none"


@pytest.mark.parametrize(
    "text",
    [
        "She passed on Friday.",
        "he passed love",
        "My husband left this world on Sunday.",
        "our dad slipped away last week",
    ],
)
def test_a_death_is_heard_in_soft_words(text: str):
    assert leave_in(text, "Re: A few questions")[0] == "bereaved"


@pytest.mark.parametrize("text", ["The wrong person turned up with my tablets.", "They rang about the wrong person."])
def test_a_wrong_person_met_in_a_service_is_no_wrong_address(text: str):
    assert leave_in(text, "Re: A few questions")[0] == "none"


def test_what_you_were_asked_to_do_is_a_wish_and_what_others_were_asked_is_none():
    assert leave_in("I asked you in May to take me off this list", "")[0] == "stop"
    assert leave_in("I asked the ward to take me off this list", "")[0] == "none"


def test_an_unsubscribing_that_is_told_is_no_wish():
    assert leave_in("I unsubscribed from the other newsletter, yours I like", "")[0] == "none"


@pytest.mark.parametrize(
    "text", ["no agree", "me no agree", "no consent", "I no allow", "do not keep it", "would rather not"]
)
def test_a_no_without_an_auxiliary_verb_or_with_one_in_front_is_a_sure_no(text: str):
    assert consent_in(text) == ("no", True)


@pytest.mark.parametrize("text", ["why wouldn't I", "I don't care who reads it", "have what you want"])
def test_a_yes_with_a_question_word_in_it_is_no_question(text: str):
    assert consent_in(text)[0] == "yes"


@pytest.mark.parametrize(
    "text", ["change it", "can I change it", "edit", "not correct", "no change it", "add one thing"]
)
def test_a_bare_wish_to_change_never_makes_a_summary_right(text: str):
    assert summary_in(text)[0] == "change"


@pytest.mark.parametrize(
    "text", ["no changes", "I wouldn't change a thing", "couldn't put it better", "nothing to add"]
)
def test_a_wish_that_is_denied_makes_a_summary_right(text: str):
    assert summary_in(text)[0] == "right"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("remove me", "stop"),
        ("delete my address from your list please", "stop"),
        ("delete me from your mailing list", "stop"),
        ("delete me", "delete"),
        ("remove me and everything I said", "delete"),
    ],
)
def test_whoever_wants_off_a_list_is_told_from_whoever_wants_words_deleted(text: str, want: str):
    assert leave_in(text, "Re: A few questions")[0] == want


def test_the_foot_of_a_newsletter_says_nothing_of_its_writer():
    assert leave_in("All good here.\n\n-----\nTo unsubscribe click here", "Re: News")[0] == "none"
    assert leave_in("All good here.\nIf you no longer wish to receive these, click below", "Re: News")[0] == "none"


@pytest.mark.parametrize("text", ["punjabi version of this?", "do you have this in my language, urdu"])
def test_a_language_beside_a_word_for_it_is_wished_for(text: str):
    found = act_in(text)

    assert found is not None
    assert found[0].startswith("language:")


@pytest.mark.parametrize(
    "text",
    [
        "Can everything about me be got rid of today?",
        "I want anything I've told you taken out of it",
        "could my answers be taken down please",
    ],
)
def test_words_to_be_got_rid_of_are_words_to_be_deleted(text: str):
    assert leave_in(text, "Re: A few questions")[0] == "delete"


def test_no_words_ask_for_nothing():
    assert hear(Ask("number", "How many hours?", unit="hours"), "...").act == "unclear"
    assert hear(Ask("any"), "...").act == "none"


def test_what_is_plainly_said_to_the_program_at_an_open_question_is_asked_back():
    heard = hear(Ask("text", "What went well?"), "can I correct what I put for my last answer, I said the wrong one")

    assert (heard.act, heard.sure) == ("change", False)


@pytest.mark.parametrize("text", ["they changed the room and it helped", "the nurse explained what it meant"])
def test_what_is_told_at_an_open_question_is_no_request(text: str):
    assert hear(Ask("text", "What went well?"), text).act == "none"
