"""Numbers that people count up, work out, tell round about, or have none of."""

from datetime import date

import pytest

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.ask import Ask

TODAY = date(2026, 11, 30)
CARING = Ask(
    "number", "How many hours a week do you spend caring for someone?", range=(0, 168), unit="hours", today=TODAY
)
HOME = Ask("number", "How many people live in your home, including you?", range=(1, 20), unit="people", today=TODAY)
MILES = Ask("number", "About how many miles do you travel?", range=(0, 300), unit="miles", today=TODAY)
AGE = Ask("number", "How old are you?", range=(10, 110), unit="years", today=TODAY)
WEEKS = Ask("number", "How many weeks did you wait?", range=(0, 200), unit="weeks", today=TODAY)
MEDICINES = Ask("number", "How many medicines do you take each day?", range=(0, 40), unit="medicines", today=TODAY)
POUNDS = Ask("number", "How much did you spend on fares?", range=(0, 200), unit="pounds", today=TODAY)
FALLS = Ask("number", "How many times have you fallen?", range=(0, 100), unit="times", today=TODAY)
MINUTES = Ask("number", "How many minutes did you wait?", range=(0, 600), unit="minutes", today=TODAY)
MEETINGS = Ask("number", "How many meetings have you been to?", range=(0, 100), unit="meetings", today=TODAY)
CHILDREN = Ask("number", "How many children do you have?", range=(0, 20), unit="children", today=TODAY)
NIGHTS = Ask("number", "How many nights did you stay in hospital?", range=(0, 365), unit="nights", today=TODAY)


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (CARING, "9 to 5 mon to fri", 40),
        (CARING, "24/7", 168),
        (CARING, "round the clock", 168),
        (CARING, "all day every day", 168),
        (CARING, "six or so", 6),
        (CARING, "3 hours a day", 21),
        (CARING, "an hour each morning and an hour at night", 14),
        (CARING, "two hours on a monday and three on a thursday", 5),
        (CARING, "forty hours, it's a full time job", 40),
        (CARING, "none, he's in a home now", 0),
        (CARING, "four hours three times a week", 12),
        (CARING, "3 hrs mon wed fri", 9),
        (CARING, "cinco", 5),
        (HOME, "just me", 1),
        (HOME, "live alone", 1),
        (HOME, "me and him", 2),
        (HOME, "me, the wife and two kids", 4),
        (HOME, "family of five", 5),
        (HOME, "two adults and three children", 5),
        (HOME, "only myself and the dog", 1),
        (HOME, "there's the two of us", 2),
        (HOME, "mum dad and me", 3),
        (HOME, "me and my three sons", 4),
        (HOME, "me plus my mum and my brother", 3),
        (HOME, "five incl the baby", 5),
        (HOME, "four of us and a lodger", 5),
        (HOME, "by myself", 1),
        (HOME, "6 when my son is home", 6),
        (HOME, "just the two of us now the kids have gone", 2),
        (MILES, "10 k", 6.2),
        (MILES, "couple of miles", 2),
        (MILES, "hundred odd", 100),
        (MILES, "20 there and 20 back", 40),
        (MILES, "not even a mile", None),
        (MILES, "0, its next door", 0),
        (MILES, "15ish", 15),
        (MILES, "next door", 0),
        (AGE, "turned 40 last week", 40),
        (AGE, "nearly 50", 49),
        (AGE, "im 67 68 in june", 67),
        (AGE, "three score and ten", 70),
        (AGE, "born 1960", 66),
        (AGE, "sweet sixteen", 16),
        (AGE, "seventy going on seventeen", 70),
        (AGE, "35 in march", 34),
        (AGE, "the big 6 0", 60),
        (AGE, "coming up 80", 79),
        (AGE, "62 and a half", 62.5),
        (AGE, "fifty-nine, sixty in May", 59),
        (AGE, "2x years young, 45", 45),
        (WEEKS, "a month", 4),
        (WEEKS, "3 months", 13),
        (WEEKS, "just over a fortnight", 2),
        (WEEKS, "they told me 6, it ended up being 9", 9),
        (WEEKS, "got in the same day", 0),
        (WEEKS, "no wait", 0),
        (WEEKS, "half a year", 26),
        (WEEKS, "eighteen weeks to the day", 18),
        (WEEKS, "from May til July", None),
        (WEEKS, "straight in", 0),
        (WEEKS, "didn't have to wait", 0),
        (MEDICINES, "three in the morning and two at night", 5),
        (MEDICINES, "none", 0),
        (MEDICINES, "I'm not on anything", 0),
        (MEDICINES, "a dozen", 12),
        (MEDICINES, "two tablets and an inhaler", 3),
        (MEDICINES, "one for blood pressure, one for cholesterol", 2),
        (MEDICINES, "eight, no tell a lie, nine", 9),
        (MEDICINES, "ten tablets but only 6 kinds", None),
        (MEDICINES, "just the one", 1),
        (MEDICINES, "7 if you count the vitamins", 7),
        (MEDICINES, "aspirin and a statin", 2),
        (POUNDS, "fiver each way", 10),
        (POUNDS, "three fifty", 3.5),
        (POUNDS, "£4.80 return", 4.8),
        (POUNDS, "nothing", 0),
        (POUNDS, "two pound fifty", 2.5),
        (POUNDS, "twenty quid in taxis and 6 parking", 26),
        (POUNDS, "80p", 0.8),
        (POUNDS, "a score", 20),
        (POUNDS, "about £15 all in", 15),
        (POUNDS, "12.50", 12.5),
        (POUNDS, "got a lift so nothing", 0),
        (POUNDS, "two fares of 2.40", 4.8),
        (FALLS, "twice in the bath and once on the stairs", 3),
        (FALLS, "never", 0),
        (FALLS, "there were nowt", 0),
        (FALLS, "nobody fell", 0),
        (FALLS, "touch wood none", 0),
        (FALLS, "haven't fallen", 0),
        (FALLS, "a handful", 5),
        (FALLS, "three that I remember", 3),
        (FALLS, "not once", 0),
        (FALLS, "thrice", 3),
        (FALLS, "I've not", 0),
        (FALLS, "had one in May and another in August", 2),
        (FALLS, "first one was last week", 1),
        (FALLS, "0", 0),
        (MINUTES, "an hour and ten", 70),
        (MINUTES, "hour n a half", 90),
        (MINUTES, "two hours bar five minutes", 115),
        (MINUTES, "three quarters of an hour", 45),
        (MINUTES, "20 maybe 25", None),
        (MINUTES, "seen straight away", 0),
        (MINUTES, "quarter of an hour", 15),
        (MEETINGS, "every one, so 12", 12),
        (MEETINGS, "this was my first", 1),
        (MEETINGS, "my third", 3),
        (MEETINGS, "weekly for 3 months", 13),
        (MEETINGS, "once a month for a year", 12),
        (MEETINGS, "trzy", 3),
        (MEETINGS, "dix", 10),
        (MEETINGS, "all four", 4),
        (MEETINGS, "4 out of 6", 4),
        (MEETINGS, "all of them, 8", 8),
        (MEETINGS, "missed 2 of the 10", 8),
        (MEETINGS, "half a dozen", 6),
        (MEETINGS, "a couple", 2),
        (CHILDREN, "two girls and a boy", 3),
        (CHILDREN, "twins and a toddler", 3),
        (CHILDREN, "just the one", 1),
        (CHILDREN, "no kids", 0),
        (CHILDREN, "a son and two daughters", 3),
        (CHILDREN, "none of my own", 0),
        (NIGHTS, "a week", 7),
        (NIGHTS, "two weeks and 3 days", 17),
        (NIGHTS, "went home same day", 0),
        (NIGHTS, "one night", 1),
        (NIGHTS, "a fortnight", 14),
    ],
)
def test_a_number_told_round_about_is_reckoned(ask: Ask, text: str, number: float | None):
    assert hear_answer(ask, text).number == number


GUESTS = Ask("number", "How many other people came with you?", range=(0, 50), unit="people")
CROWD = Ask("number", "How many people were there?", range=(0, 500), unit="people")


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (HOME, "Me, my husband and our three boys", 5),
        (HOME, "I'm on my own since Harry died", 1),
        (HOME, "4 plus me", 5),
        (HOME, "the parents and my twins", 5),
        (HOME, "me and 2 cats", 1),
        (HOME, "me and the children", None),
        (HOME, "...", None),
        (GUESTS, "on my own", 0),
        (CROWD, "two dozen folk", 24),
        (CROWD, "seventeen persons and i am the only one from here", 17),
        (CROWD, "just me and Sheila", 2),
        (
            CROWD,
            "how would I count the whole of that long queue of strangers who stood there in the rain for the best part of a day",
            None,
        ),
        (WEEKS, "they said 12 but it was 18 in the end", 18),
        (WEEKS, "half a year near enough, 26 weeks", 26),
        (WEEKS, "2 less", None),
        (CARING, "ten. used to be 30 but social services stepped in", 10),
        (CARING, "2 full days and nights, so what's that, 48", 48),
        (
            CARING,
            "5 hours a day monday to friday then my sister takes over and another five on both saturday and sunday",
            35,
        ),
        (MEDICINES, "metformin, ramipril, that lansoprazole, and the wee heart one", 4),
        (FALLS, "Only at Easter when the dog got under my feet", 1),
        (FALLS, "no falls at all", 0),
        (FALLS, "eight thirty in the morning i started and it took me 19 goes", 19),
        (MEETINGS, "didnt make one", 0),
        (MEETINGS, "a long story about the people in the hall, and another", None),
        (MEETINGS, "the one in the old church hall with the broken window, and one in May", 1),
        (POUNDS, "taxi was £30 and then a fiver for a butty and coffee", 35),
        (MINUTES, "it was twenty minutes, in and out", 20),
        (MINUTES, "hour", 60),
        (NIGHTS, "out the same day", 0),
        (MILES, "hundred mile and a ferry on top", 100),
        (MILES, "a hundred and twenty", 120),
        (AGE, "the big five-oh last week", 50),
        (AGE, "40 next month dont remind me", 39),
    ],
)
def test_a_number_is_told_from_what_stands_around_it(ask: Ask, text: str, number: float | None):
    assert hear_answer(ask, text).number == number


WITH_YOU = Ask("number", "How many people live with you?", range=(0, 20), unit="people", today=TODAY)


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (WITH_YOU, "me and my wife", 1),
        (WITH_YOU, "three of us", 2),
        (WITH_YOU, "4 including me", 3),
        (WITH_YOU, "just me", 0),
        (WITH_YOU, "my son", 1),
        (WITH_YOU, "nobody at all", 0),
        (HOME, "mam dad me and our kid", 4),
        (MINUTES, "from 9 till half 10", 90),
        (MINUTES, "got there at 2 and was seen at 20 past", 20),
        (MINUTES, "appointment was for 10, seen at quarter to 11", 45),
        (MINUTES, "arrived 9.15 left at noon", 165),
        (MINUTES, "from 10 to 11", 60),
        (MINUTES, "1:30", 90),
        (NIGHTS, "went in monday came home thursday", 3),
        (NIGHTS, "just overnight", 1),
        (NIGHTS, "kept me in over the weekend", 2),
        (MILES, "mile and a half", 1.5),
        (MILES, "two mile and a half", 2.5),
        (MILES, "a mile", 1),
        (POUNDS, "nothing, free pass", 0),
        (AGE, "im a 1970 baby", 56),
        (FALLS, "on the monday, tuesday and thursday", 3),
        (CHILDREN, "one of each", 2),
        (CHILDREN, "just our Katie", 1),
        (CHILDREN, "expecting my first", 0),
        (WEEKS, "they said 6 it was 11", 11),
        (WEEKS, "still waiting, 30 so far", 30),
        (MEDICINES, "two twice a day", 4),
        (MEDICINES, "four times a day, two at a time", 8),
        (MEDICINES, "3 x 2", 6),
    ],
)
def test_a_number_is_told_by_its_ends_its_parts_or_without_the_teller(ask: Ask, text: str, number: float) -> None:
    assert hear_answer(ask, text).number == number


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (MINUTES, "took an hour, from 9"),
        (MINUTES, "from the start 3 people till 4 were in"),
        (NIGHTS, "on a monday"),
        (NIGHTS, "monday to monday"),
        (NIGHTS, "you know how it is"),
    ],
)
def test_a_length_of_time_is_not_made_of_times_that_are_no_ends(ask: Ask, text: str) -> None:
    assert hear_answer(ask, text).number in (None, 60)
