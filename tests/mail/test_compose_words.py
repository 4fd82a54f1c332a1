"""What letters say: every question, whom it is for, how to answer, where help is, and how to stop."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.answer import Answer
from feedback.flows.model import Choice, Flow
from feedback.flows.readability import grade, long_sentences
from mail.model.expected_answers import LetterItem
from mail.outgoing.layout import LetterBlock, choices_of, html
from mail.outgoing.mime_builder import compose
from mail.outgoing.text import Letter, item_of, items_left, letter_for, letter_for_flow
from mail.replies.matching import hear
from tests.mail.written import (
    ALL_FLOWS,
    AT,
    ENVELOPE,
    HARBOUR,
    INVITATION,
    PEOPLE,
    TOKEN,
    WORDS,
    YES_NO,
)


def answered(value: str) -> Answer:
    return Answer("answered", AT, value)


@pytest.mark.parametrize("name", sorted(ALL_FLOWS))
def test_an_invitation_asks_for_consent_first_and_then_every_question_of_the_flow(name: str):
    flow = ALL_FLOWS[name]
    letter = letter_for_flow(flow, WORDS, organisation=HARBOUR)
    text = compose(letter, ENVELOPE, WORDS).sent.text
    squeezed = " ".join(text.split())

    assert [item.about for item in letter.items] == ["consent", *(question.id for question in flow.questions)]
    assert [item.number for item in letter.items] == list(range(1, len(letter.items) + 1))
    places = [squeezed.index(f"{item.number}. {' '.join(item.ask.split())}") for item in letter.items]
    assert places == sorted(places)
    for item, (start, end) in zip(letter.items, pairwise([*places, len(squeezed)]), strict=True):
        assert all(choice.label in squeezed[start:end] for choice in item.choices)


def test_an_invitation_says_how_to_answer_where_help_is_who_reads_it_and_how_to_stop():
    text = compose(INVITATION, ENVELOPE, WORDS).sent.text
    head, foot = text.split("The questions")[0], text.split("Help now")[-1]

    assert "In danger now? Emergency: 999." in head
    assert "Samaritans: 116 123" in foot
    for way in ("in your own words", "under each question", "1 my answer, 2 my answer", ENVELOPE.page_url):
        assert way in head
    for told in ("A person reads what you write", "reply STOP", ENVELOPE.stop_url, f"Reference: {TOKEN}"):
        assert told in foot
    assert "4Pi" not in INVITATION.subject


def test_the_example_of_an_answer_is_not_what_a_person_would_send():
    """What repeats our letter counts as ours, so the example must not be anybody's reply."""
    sent = compose(INVITATION, ENVELOPE, WORDS).sent

    heard = hear("1 yes 2 skip 4 partly\n", None, sent)

    assert [(slot.about, slot.text) for slot in heard.slots] == [("consent", "yes"), ("c1", "skip"), ("c3", "partly")]


def test_a_question_for_some_says_for_whom_it_is():
    by_id = {item.about: item for item in INVITATION.items}
    counted = {item.about: item for item in letter_for_flow(ALL_FLOWS["trust_leads"], WORDS).items}

    assert by_id["c6b"].hint == (
        "This one is for people who did not get all they needed. Leave it out if it does not fit you."
    )
    assert by_id["c9c"].hint.endswith("You do not have to tell us. You can always reply HELP.")
    assert by_id["age_band"].hint.endswith("You can also write: Prefer not to say.")
    assert by_id["c6"].hint == ""
    implied = next(question for question in ALL_FLOWS["trust_leads"].questions if question.otherwise)
    assert counted[implied.id].hint == "Leave it out if it does not fit you."


def test_the_place_of_an_invitation_can_be_picked_as_an_answer():
    letter = letter_for_flow(PEOPLE, WORDS, place="Harbour House")

    [item] = [item for item in letter.items if item.type == "place"]

    assert item.choices == (Choice("invited", "Harbour House"),)
    assert f"{item.number}. {item.ask}\n   1) Harbour House\n" in compose(letter, ENVELOPE, WORDS).sent.text


def test_what_is_left_to_answer_follows_from_the_answers_so_far():
    told = {"c1": answered("user"), "c6": answered("yes"), "c9b": answered("yes"), "about_you": answered("no")}

    left = {item.about: item for item in items_left(PEOPLE, WORDS, told)}

    assert not {"consent", "c1", "c6", "c6b", "c9b", "age_band", "ethnic_group"} & left.keys()
    assert left["c9c"].hint == "You do not have to tell us. You can always reply HELP."
    assert [item.number for item in left.values()] == list(range(1, len(left) + 1))


def test_what_a_flow_only_says_stands_before_the_next_question(every_type: Flow):
    items = items_left(every_type, WORDS)
    text = compose(Letter("talk", "Hello", (), items), ENVELOPE, WORDS).sent.text

    assert "Now a few words of ours.\n\n3. How far did you feel heard?\n" in text
    assert "Write a number from 1 to 5. 1 is: Not at all. 5 is: Fully.\n" in text
    assert "How many meetings?\nWrite a number from 0 to 99.\n" in text
    assert "When was it?\nWrite a day like 3 May 2026. Or just the year.\n" in text


@pytest.fixture
def every_type() -> Flow:
    base = PEOPLE.questions[0]
    types = [
        replace(base, id="a", ask="Which?", choices=YES_NO),
        replace(base, id="said", ask="Now a few words of ours.", type="info", choices=()),
        replace(base, id="b", ask="How far did you feel heard?", type="scale", choices=(), range=(1, 5),
                ends=("Not at all", "Fully")),
        replace(base, id="c", ask="How many meetings?", type="number", choices=(), range=(0, 99)),
        replace(base, id="d", ask="When was it?", type="date", choices=()),
    ]  # fmt: skip
    return replace(PEOPLE, questions=tuple(types))


@pytest.mark.parametrize(
    ("labels", "kind", "shown"),
    [
        (("Yes", "No", "Not sure"), "one", "(Yes / No / Not sure)"),
        (("Yes", "No"), "many", "   1) Yes\n   2) No"),
        (("Yes/maybe", "No"), "one", "   1) Yes/maybe\n   2) No"),
        (("I use or used services", "No"), "one", "   1) I use or used services\n   2) No"),
        ((), "text", ""),
    ],
)
def test_short_choices_stand_in_brackets_and_others_one_a_line(labels: tuple[str, ...], kind: str, shown: str):
    choices = tuple(Choice(label, label) for label in labels)

    assert choices_of(LetterItem(1, "q", "Ask?", kind, choices)) == shown  # type: ignore[arg-type] # a question type


def test_one_question_a_letter_is_drawn_from_its_prompt():
    prompt = Prompt(
        "c4",
        "Was it clear?",
        "one",
        YES_NO,
        progress="Question 4 of about 9",
        words=("skip", "prefer_not", "back"),
        hint="Take your time.",
    )

    letter = letter_for(Outbound("Thank you.", prompt), WORDS, organisation=HARBOUR)
    text = compose(letter, ENVELOPE, WORDS).sent.text

    assert [(item.number, item.about) for item in letter.items] == [(1, "c4")]
    assert "Or reply with one of these words: Skip, Back.\n" in text
    assert "The question\n\nQuestion 4 of about 9\n\n1. Was" in text
    assert f"(Yes / No)\n\nReply with your answer.\nOr use your own private page:\n{ENVELOPE.page_url}\n" in text
    assert "How to answer" not in text
    assert "1. Was it clear?\nTake your time.\nYou can also write: Prefer not to say.\n(Yes / No)\n" in text


def test_thanks_come_with_what_is_left_to_answer_and_without_a_question_of_their_own():
    items = items_left(PEOPLE, WORDS, {"c1": answered("user")})[:2]

    letter = letter_for(Outbound("Thank you.", Prompt("c4", "Was it clear?", "one", YES_NO)), WORDS, items=items)

    assert letter.items == items
    assert letter.opening == ("Thank you.", "These questions are still open. You can answer them, or leave them.")


def test_answers_are_repeated_only_where_the_person_asked_for_it():
    check = Prompt(
        "check", "1. Here is what you told us. Is it right?\n\nAge: 25 to 44\nHeard of 4Pi: Yes", "one", YES_NO,
        is_question=False,
    )  # fmt: skip

    quiet = compose(letter_for(Outbound("", check), WORDS), ENVELOPE, WORDS).sent.text
    told = compose(letter_for(Outbound("", check), WORDS, with_summary=True), ENVELOPE, WORDS).sent.text

    assert "25 to 44" not in quiet
    assert "1. You can see your answers on your own page. Is all of it right?" in quiet
    assert "1. Here is what you told us. Is it right?" in told
    assert "What you told us\n\nAge: 25 to 44\nHeard of 4Pi: Yes\n" in told


def test_help_comes_first_and_once_and_a_conversation_that_is_over_asks_nothing():
    closed = Prompt("closed", "You can still write to us here.", "text", is_question=False)
    after = Prompt("after help", "What would you like to do?", "one", YES_NO, is_question=False)

    help_now = compose(
        letter_for(Outbound("Emergency: 999.\nSamaritans: 116 123.", after, "help"), WORDS), ENVELOPE, WORDS
    )
    thanks = letter_for(Outbound("Thank you.", closed), WORDS)

    assert help_now.sent.text.startswith("A message from us\n\nEmergency: 999.\nSamaritans: 116 123.\n")
    assert help_now.sent.text.count("999") == 1
    assert thanks.items == ()
    assert thanks.closing == ("You can still write to us here.",)
    assert item_of(Prompt("x", "Only words.", "info"), WORDS) is None


def test_a_long_name_never_makes_a_long_subject():
    letter = letter_for_flow(PEOPLE, WORDS, organisation="The Trust of all the People at the Harbour and the River")
    endless = letter_for_flow(PEOPLE, WORDS, organisation="x" * 100)

    assert letter.subject == "A few questions from The Trust of all the People at the"
    assert len(endless.subject) <= 60


def test_the_words_of_a_letter_read_at_age_eleven_at_most():
    text = compose(INVITATION, ENVELOPE, WORDS).sent.text
    told = re.sub(r"https?://\S+|Reference: \S+", "", text).replace("\n", " ")
    own = [said for key, said in WORDS.texts.items() if key.startswith("mail_")]

    assert [sentence for said in own for sentence in long_sentences(said)] == []
    assert grade(own) <= 6
    assert grade([told]) <= 7
    assert "!" not in text


def test_only_lines_of_a_script_from_right_to_left_say_how_they_run():
    latin, arabic = LetterBlock("lines", "You are not alone."), LetterBlock("lines", "أنت لست وحدك.")

    assert "<p>You are not alone.</p>" in html([latin, arabic], "en")
    assert '<p dir="auto">أنت لست وحدك.</p>' in html([latin, arabic], "en")
