"""What people mean by answers of many kinds: facts from which a choice follows, what is left, conclusions, questions put back."""

from datetime import date

import pytest

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.answers.meaning.degree_weights import CLASSES, TABLE
from feedback.hearing.ask import Ask
from feedback.hearing.model.features import BITS

DAYS = Ask("many", "Which days suit you?", {"mo": "Monday", "tu": "Tuesday", "we": "Wednesday", "no": "None of these"})
TOLD_BY = Ask(
    "one", "How did you hear of us?", {"staff": "From a member of staff", "poster": "A poster", "web": "Online"}
)
CAME_BY = Ask("one", "How did you travel?", {"bus": "Bus", "car": "Car", "walk": "On foot", "dk": "I don't know"})
DREW = Ask("one", "How was it decided?", {"vote": "By voting", "chair": "The chair decided"})
AGAIN = Ask("one", "Would you come again?", {"yes": "Yes", "if": "Only if it is nearer", "no": "No"})
AGREE = Ask(
    "one",
    "I was an equal. Do you agree?",
    {
        "sa": "Strongly agree",
        "a": "Agree",
        "n": "Neither agree nor disagree",
        "d": "Disagree",
        "sd": "Strongly disagree",
    },
)
HEARD = Ask("one", "Did you feel heard?", {"yes": "Yes", "partly": "Partly", "no": "No"})
LENGTH = Ask("one", "How long?", {"a": "Less than 6 months", "b": "6 months to a year", "c": "1 to 3 years"})
OFTEN = Ask("one", "How often did you meet?", {"w": "Every week", "m": "Once a month", "n": "Never"})
AGE = Ask("one", "How old are you?", {"a": "Under 25", "b": "25 to 64", "c": "65 or over"})
TEN = Ask("scale", "How much say had you?", range=(0, 10), ends=("no say", "full say"))
FIVE = Ask("scale", "How clear was it?", range=(1, 5), ends=("very unclear", "very clear"))
POUNDS = Ask("number", "What did you pay?", range=(0, 5000), unit="pounds")
MINUTES = Ask("number", "How long was the journey?", range=(0, 500), unit="minutes")
HOURS = Ask("number", "How many hours in all?", range=(0, 500), unit="hours")
MILES = Ask("number", "How far did you come?", range=(0, 500), unit="miles")
PEOPLE = Ask("number", "How many people came?", range=(0, 500), unit="people")
TIMES = Ask("number", "How many times did you ring?", range=(0, 500), unit="times")
A_WEEK = Ask("number", "How many times a week?", range=(0, 60), unit="times a week")
YEARS = Ask("number", "For how many years?", range=(0, 120), unit="years")
WHEN = Ask("date", "When was it?", today=date(2026, 3, 18))


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("not monday, the rest is ok", {"tu", "we"}),
        ("all three", {"mo", "tu", "we"}),
        ("nope nope and nope", {"no"}),
        ("the rest of my life", None),
        ("not like the others", None),
    ],
)
def test_what_is_left_and_what_is_refused_of_several_is_heard(text: str, choices: set[str] | None):
    heard = hear_answer(DAYS, text)

    assert (None if heard.choices is None else set(heard.choices)) == choices


def test_a_rest_of_which_nothing_is_left_is_asked_again():
    assert hear_answer(DAYS, "monday tuesday wednesday and the rest").choices != ("no",)


@pytest.mark.parametrize(
    ("ask", "text", "choice"),
    [
        (TOLD_BY, "two podiatrists said about it", "staff"),
        (TOLD_BY, "pinned up on the big wall", "poster"),
        (TOLD_BY, "a receptionst told me", "staff"),
        (DREW, "it was a show of our hands", "vote"),
        (CAME_BY, "no idea, cant remember", "dk"),
        (CAME_BY, "yes and no", None),
        (CAME_BY, "anything but the bus, so the car", "car"),
        (CAME_BY, "by bus, a car costs too much", "bus"),
        (AGAIN, "on condition that they listen", "if"),
        (AGREE, "on the fence", "n"),
        (AGREE, "they looked down on us and laughed in our faces the whole time", "sd"),
        (HEARD, "a brick wall, frankly", "no"),
        (HEARD, "they wrote down every word i said", "yes"),
        (LENGTH, "ten months i think", "b"),
        (OFTEN, "it used to be every week but now once a month", "m"),
        (OFTEN, "i aint ever been to one", "n"),
        (AGE, "sixty six, on my pension these 4 months", "c"),
        (AGE, "30, or 70", None),
    ],
)
def test_a_choice_follows_from_what_is_told(ask: Ask, text: str, choice: str | None):
    assert hear_answer(ask, text).choice == choice


def test_a_story_is_no_thing_beside_the_choices():
    heard = hear_answer(CAME_BY, "we sat and waited ages for a man called Bob with his cousin")

    assert (heard.choice, heard.act) == (None, "unclear")


@pytest.mark.parametrize(
    "text",
    [
        "heard by who?",
        "what do you mean by heard",
        "does a nod count?",
        "who do you mean, staff?",
        "which staff, the new ones or the old ones?",
    ],
)
def test_a_question_put_back_is_no_answer(text: str):
    heard = hear_answer(HEARD, text)

    assert (heard.act, heard.choice, heard.sure) == ("what-does-that-mean", None, False)


@pytest.mark.parametrize(
    "text", ["why?", "what? they never heard me", "they listened for a while and it was about the one man that we " * 2]
)
def test_what_asks_nothing_about_the_question_is_not_put_back(text: str):
    assert hear_answer(HEARD, text).act != "what-does-that-mean"


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (POUNDS, "1.2k", 1200),
        (POUNDS, "four pound fifty on the bus", 4.5),
        (POUNDS, "£6.20 there and the same back", 12.4),
        (POUNDS, "tenner each way so 20", 20),
        (MINUTES, "hour n a half pal", 90),
        (HOURS, "four hours a month, twelve months", 48),
        (HOURS, "five days at three hours a day", 15),
        (HOURS, "two hours there and an hour at home", 3),
        (MILES, "about a mile and a half", 1.5),
        (PEOPLE, "me plus four others", 5),
        (PEOPLE, "just me and Sheila", 2),
        (PEOPLE, "me and my kids", None),
        (TIMES, "took me 19 goes", 19),
        (TIMES, "First time. I was amazed.", 1),
        (TIMES, "none of em in the end, I was just so poorly", 0),
        (A_WEEK, "daily", 7),
        (A_WEEK, "mon to fri", 5),
        (A_WEEK, "4", 4),
        (YEARS, "half a century", 50),
        (YEARS, "three yr", 3),
        (YEARS, "45 not 54", 45),
    ],
)
def test_a_number_is_reckoned_from_what_is_told(ask: Ask, text: str, number: float):
    assert hear_answer(ask, text).number == number


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (FIVE, "ate out of ten", 4),
        (FIVE, "too", 2),
        (FIVE, "very clear, from day one", 5),
        (FIVE, "not 5 but nearly so 4", 4),
        (FIVE, "the highest one", 5),
        (FIVE, "one off the top", 4),
        (FIVE, "three and no more", 3),
        (FIVE, "at no point at all", None),
        (TEN, "no say whatsoever", 0),
        (TEN, "zero. none. nothing.", 0),
        (TEN, "half marks", 5),
        (TEN, "it was a four yesterday but today it is a seven", 7),
    ],
)
def test_a_point_is_heard_as_it_is_told(ask: Ask, text: str, number: float | None):
    assert hear_answer(ask, text).number == number


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("last March", "2025-03-01", "2025-03-31"),
        ("back in 07", "2007-01-01", "2007-12-31"),
        ("beginning of the year", "2026-01-01", "2026-01-31"),
        ("fortnight ago give or take", "2026-03-04", "2026-03-04"),
        ("about three weeks ago", "2026-02-22", "2026-02-28"),
        ("a week ago today", "2026-03-11", "2026-03-11"),
        ("a week past on friday", "2026-03-06", "2026-03-06"),
        ("between Christmas and New Year", "2025-12-25", "2026-01-01"),
        ("the year of the london olympics", "2012-01-01", "2012-12-31"),
        ("when the queen died", "2022-09-01", "2022-09-30"),
        ("the summer before last", "2024-06-01", "2024-08-31"),
        ("from the 10th to the 12th of feb", "2026-02-10", "2026-02-12"),
        ("from the 10th to the 12th of floors", None, None),
        ("ten years ago, in the autumn of 2016", "2016-09-01", "2016-11-30"),
        ("last friday, the 13th", "2026-03-13", "2026-03-13"),
        ("before the queen died", None, None),
    ],
)
def test_a_day_is_heard_as_it_is_told(text: str, start: str | None, end: str | None):
    heard = hear_answer(WHEN, text)

    assert (heard.date_from, heard.date_to) == (start, end)


def test_a_no_after_a_choice_refuses_it():
    helped = Ask("many", "What went well?", {"s": "The staff", "b": "The building", "f": "The food"})

    assert hear_answer(helped, "staff aye, building naw, food aye").choices == ("s", "f")


def test_of_the_names_of_a_choice_the_one_that_fits_best_counts():
    named = Ask("one", "Where?", {"a": "Green garden house", "b": "Kitchen"}, also={"a": ("House",)})

    assert hear_answer(named, "a garden house thing").choice == "a"


def test_the_weights_of_degrees_are_for_the_places_that_hearing_sees():
    assert len(TABLE) == len(CLASSES) << BITS
