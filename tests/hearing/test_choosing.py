"""The ways in which a choice is found, one example for each."""

from datetime import date

import pytest

from feedback.hearing.answers.choices import hear_one
from feedback.hearing.answers.labels import Found
from feedback.hearing.answers.many import hear_many
from feedback.hearing.answers.usual_scales import by_scale
from feedback.hearing.ask import Ask
from feedback.hearing.consent import consent_in
from feedback.hearing.hear import hear
from feedback.hearing.normal import slips

TODAY = date(2026, 11, 30)
YES_NO = {"yes": "Yes", "no": "No"}
SLOTS = Ask("many", "When are you free?", {"a": "Monday morning", "b": "Monday afternoon", "c": "Tuesday afternoon"})
FOOD = Ask(
    "many", "What did you like?", {"a": "Food and drink", "b": "The room", "c": "The talks", "x": "Prefer not to say"}
)
PLACES = Ask("one", "Which one?", {"a": "Garden", "b": "Kitchen", "c": "Office"})
COUNT = Ask("one", "How many people live with you?", {"0": "None", "1": "One", "2": "Two or more"})
HELPED = Ask("yesno", "Did anyone help you fill this in?", YES_NO)


@pytest.mark.parametrize(
    ("ask", "text", "choices"),
    [
        (SLOTS, "monday noon", ("b",)),
        (SLOTS, "sooner to later on tuesday afternoon", ("c",)),
        (FOOD, "food and drink, the talks", ("a", "c")),
        (FOOD, "2 3", ("b", "c")),
        (FOOD, "rather not say", ("x",)),
        (FOOD, "all but the weather", ("a", "b", "c")),
        (FOOD, "number 1 3", ("a", "c")),
        (Ask("many", "Which?", {"a": "Tea", "b": "Coffee"}), "both", ("a", "b")),
    ],
)
def test_several_choices_are_picked(ask: Ask, text: str, choices: tuple[str, ...]):
    assert hear(ask, text).choices == choices


@pytest.mark.parametrize(
    ("ask", "text", "choice"),
    [
        (PLACES, "the middle one", "b"),
        (PLACES, "second last", "b"),
        (COUNT, "on my jack", "0"),
        (HELPED, "me with my mum", "yes"),
        (HELPED, "nobody, just myself", "no"),
        (Ask("one", "Which?", {"a": "Nothing to add", "b": "Something more", "c": "A question"}), "nothing", "a"),
        (Ask("yesno", "Did you know it was on?", YES_NO), "no idea", "no"),
    ],
)
def test_one_choice_is_picked(ask: Ask, text: str, choice: str):
    assert hear(ask, text).choice == choice


def test_none_of_the_above_is_no_answer_to_a_question_of_yes_or_no():
    assert (
        hear_one(Ask("one", "Were you heard?", {"yes": "Yes", "partly": "Partly", "no": "No"}), "none of the above")
        is None
    )


def test_a_count_of_several_numbers_is_no_band():
    bands = Ask("one", "How many?", {"a": "0 to 5", "b": "6 to 10"})

    assert hear(bands, "2 dogs 7 cats").choice is None


def test_perhaps_is_the_middle_of_a_scale_of_how_good():
    likely = Ask("one", "How likely?", {"a": "Very likely", "b": "Neither", "c": "Very unlikely"})

    assert by_scale(likely, "maybe") == Found("b", is_sure=False)


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (Ask("number", "How many hours a week?", unit="hours"), "2 hours a day", 14),
        (Ask("number", "How much?", unit="pounds"), "50 pence", 0.5),
        (Ask("number", "How many?", unit="hours"), "my fifth", 5),
    ],
)
def test_a_number_is_reckoned_into_its_unit(ask: Ask, text: str, number: float):
    assert hear(ask, text).number == number


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("after christmas", "2025-12-26", "2026-01-01"),
        ("earlier in 2026", "2026-01-01", "2026-11-30"),
        ("the 15th", "2026-11-15", "2026-11-15"),
        ("the 31st", "2026-10-31", "2026-10-31"),
    ],
)
def test_a_rough_day_is_a_span(text: str, start: str, end: str):
    heard = hear(Ask("date", "When was it?", today=TODAY), text)

    assert (heard.date_from, heard.date_to) == (start, end)


def test_a_day_to_come_lies_ahead():
    heard = hear(Ask("date", "Which day would suit you?", today=TODAY), "3 march")

    assert heard.date_from == "2027-03-03"


def test_a_date_without_a_today_is_not_heard():
    assert hear(Ask("date", "When?"), "last week").act == "unclear"


def test_a_no_in_a_long_sentence_is_no_sure_no():
    assert consent_in("i was told by the lady that we should not speak of the weather to anybody there") == (
        "unclear",
        False,
    )


def test_no_slip_lies_between_a_word_and_itself():
    assert slips("word", "word", 1) == 0


def test_rather_not_say_is_the_one_choice_of_several_that_says_so():
    found = hear_many(FOOD, "rather not say")

    assert found is not None
    assert found.choices == ("x",)


@pytest.mark.parametrize("text", ["😀", "good 😡"])
def test_a_face_is_a_judgement(text: str):
    assert hear(Ask("one", "How was it?", {"a": "Good", "b": "OK", "c": "Bad"}), text).choice is not None


@pytest.mark.parametrize(
    ("question", "text", "choice"),
    [
        ("Were you told when it would be?", "we had to ring round", "no"),
        ("Is there a bank near you?", "it went years ago, so there isn't one", "no"),
        ("Were you told when it would be?", "they rang me the next morning", "yes"),
    ],
)
def test_what_is_told_without_a_yes_or_no_is_weighed_and_asked_back(question: str, text: str, choice: str):
    heard = hear(Ask("yesno", question), text)

    assert (heard.choice, heard.sure) == (choice, False)


ROOMS = {"lib": "Library", "hall": "Church hall", "none": "None of these"}


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("anywhere me, I've a car", ("lib", "hall")),
        ("everything on this list here I could tick", ("lib", "hall")),
        ("any of them ta", ("lib", "hall")),
        ("anything except the library", ("hall",)),
    ],
)
def test_all_and_any_of_a_list_are_picked(text: str, choices: tuple[str, ...]):
    assert hear(Ask("many", "Which could you get to?", ROOMS), text).choices == choices


@pytest.mark.parametrize("text", ["well where do I start", "im easy", "it's complicated really", "a few of them"])
@pytest.mark.parametrize("ask_type", ["one", "many"])
def test_a_saying_that_answers_nothing_is_asked_again(text: str, ask_type: str):
    heard = hear(Ask(ask_type, "What helped most?", {"a": "A lift", "b": "Money", "o": "Something else"}), text)

    assert (heard.act, heard.choice, heard.choices, heard.sure) == ("unclear", None, None, False)


def test_badly_spelt_words_are_heard():
    asked = Ask("one", "Who are you?", {"p": "I use it", "c": "I care for someone"})

    assert hear(asked, "im her dorter i do evrything 4 her").choice == "c"


def test_any_day_but_one_is_all_the_others():
    days = Ask("many", "Which days?", {"m": "Monday", "w": "Wednesday", "f": "Friday"})

    assert hear(days, "enyday but wensday").choices == ("m", "f")
