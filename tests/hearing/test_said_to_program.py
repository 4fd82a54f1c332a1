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
    "text", ["yes thats fine thanks", "no i dont mind", "not a problem", "👍", "i agree", "no worries go ahead"]
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
