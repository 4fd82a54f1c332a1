"""How prompts become fields and buttons, where the conversation of the other tests does not come by."""

import pytest

from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.model import Choice
from feedback.flows.words import Words
from web.answer_form import Form
from web.port import Page
from web.view_model import View, view, what_is_missing

WORDS = Words()
LEVELS = (Choice("low", "Low"), Choice("high", "High"))


def shown(prompt: Prompt | None, stage: str = "asking", typed: Form | None = None, *, is_retry: bool = False) -> View:
    return view(Page((Outbound("Thank you.", prompt),), stage, "AAAA-BBBB-CCCC", is_retry=is_retry), WORDS, typed)


@pytest.mark.parametrize(
    ("kind", "choices", "shape", "name"),
    [
        ("info", (), "nothing", "choice"),
        ("scale", LEVELS, "one of", "choice"),
        ("scale", (), "one of", "text"),
        ("place", LEVELS, "one of", "choice"),
        ("place", (), "line", "choice"),
        ("yesno", LEVELS, "one of", "choice"),
        ("many", LEVELS, "some of", "choice"),
        ("text", (), "box", "choice"),
        ("one", (), "box", "choice"),
    ],
)
def test_each_type_has_its_shape(kind: str, choices: tuple[Choice, ...], shape: str, name: str):
    answer = shown(Prompt("q", "How was it?", kind, choices)).answer

    assert (answer.shape, answer.name) == (shape, name)


def test_a_scale_names_its_ends_and_shows_what_was_picked():
    prompt = Prompt("q", "How was it?", "scale", range=(0, 2), ends=("Bad", "Good"), draft="1")

    options = shown(prompt).answer.options

    assert [option.label for option in options] == ["0: Bad", "1", "2: Good"]
    assert [option.is_picked for option in options] == [False, True, False]


def test_an_invited_place_can_be_picked_or_written():
    answer = shown(Prompt("q", "Where?", "place", (Choice("invited", "Harbour House"),))).answer

    assert answer.has_words
    assert [option.value for option in answer.options] == ["invited"]


def test_what_was_typed_to_another_question_is_not_shown_here():
    prompt = Prompt("q2", "What next?", "text", draft="Earlier words")

    assert shown(prompt, typed=Form(about="q1", text="Old")).answer.words == "Earlier words"
    assert shown(prompt, typed=Form(about="q2", text="New")).answer.words == "New"


def test_a_summary_follows_its_heading_and_a_lead_in_goes_before():
    check = shown(Prompt("check", "Is it right?\n\nWhere: here", "one", LEVELS, is_question=False))
    question = shown(Prompt("q", "Now a hard one.\n\nWhat was hard?", "text"))

    assert (check.before, check.ask, check.after) == ((), "Is it right?", ("Where: here",))
    assert (question.before, question.ask, question.after) == (("Now a hard one.",), "What was hard?", ())


def test_a_page_that_asks_nothing_has_nothing_to_send():
    page = shown(None)

    assert (page.ask, page.answer.shape, page.is_over) == ("", "nothing", False)


def test_a_deleted_conversation_is_over_and_shows_no_code():
    page = shown(Prompt("closed", "You can start again.", "text", is_question=False), "deleted")

    assert page.is_over
    assert page.ask == ""


def test_an_unclear_answer_turns_our_words_into_the_problem():
    page = shown(Prompt("q", "How many?", "number"), is_retry=True)

    assert (page.problem, page.said) == ("Thank you.", ())


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (Prompt("q", "Read this.", "info"), ""),
        (Prompt("q", "Which?", "one", LEVELS, words=("skip",)), "Pick an answer, or press Skip."),
        (Prompt("consent", "OK?", "one", LEVELS), "Pick one of these."),
        (Prompt("q", "What?", "text", words=("skip",)), "Write an answer, or press Skip."),
        (Prompt("closed", "More?", "text"), "Write something first."),
    ],
)
def test_an_empty_form_is_told_what_it_needs(prompt: Prompt, expected: str):
    assert what_is_missing(shown(prompt), WORDS) == expected
