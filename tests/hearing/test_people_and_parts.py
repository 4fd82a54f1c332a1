"""People by what they are to somebody, a part of a yes, none of a list, and what a text itself bears out."""

from datetime import date

import pytest

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.answers.bands import age_in
from feedback.hearing.answers.choosing.by_role import by_role, roles_in
from feedback.hearing.answers.choosing.partly import may_be_partly
from feedback.hearing.answers.counting.people import people
from feedback.hearing.answers.labels import exact
from feedback.hearing.answers.times.ages import age
from feedback.hearing.answers.times.day_parts import days_in
from feedback.hearing.answers.weighing.piece import likeliest_of_piece
from feedback.hearing.answers.words.people import is_several, single
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear

CAME_WITH = Ask(
    "one",
    "Who did you come with?",
    {
        "al": "On my own",
        "fam": "A family member",
        "fr": "A friend",
        "st": "A member of staff",
        "dog": "My assistance dog",
    },
)
AT_HOME = Ask(
    "one",
    "Who helps you the most at home?",
    {
        "partner": "My husband, wife or partner",
        "child": "My son or daughter",
        "kin": "Another relative",
        "friend": "A friend",
    },
)
TRAVEL = Ask("one", "How did you travel?", {"car": "Car", "bus": "Bus", "walk": "On foot", "friend": "With a friend"})
DEVICES = Ask(
    "many",
    "Which devices do you have?",
    {
        "smart": "Smartphone",
        "basic": "Basic mobile",
        "tablet": "Tablet",
        "laptop": "Laptop or computer",
        "land": "Landline",
    },
)
DAYS = Ask(
    "many", "Which days?", {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday"}
)
SAFE = Ask("yesno", "Did you feel safe on the ward?")
BEFORE = Ask("yesno", "Have you taken part in something like this before?")
HELPER = Ask("yesno", "Do you have someone who helps you with this?")


@pytest.mark.parametrize(
    ("ask", "text", "choice"),
    [
        (CAME_WITH, "my support worker brought me", "st"),
        (CAME_WITH, "me mam and dad", "fam"),
        (CAME_WITH, "my brother and the nurse", None),
        (CAME_WITH, "not my sister", None),
        (AT_HOME, "our boys", "child"),
        (AT_HOME, "the boys next door", None),
        (AT_HOME, "our lass", None),
        (AT_HOME, "me twin", None),
        (AT_HOME, "my nan", "kin"),
        (TRAVEL, "my mate", None),
    ],
)
def test_a_choice_of_people_is_found_by_what_somebody_is_to_one(ask: Ask, text: str, choice: str | None):
    assert by_role(ask, text.split()) == choice


def test_each_person_that_is_named_has_a_role():
    assert roles_in(["my", "boys", "and", "the", "nurse", "with", "her", "dog"]) == ["child", "worker", "animal"]


def test_a_long_story_names_no_one_role():
    assert by_role(CAME_WITH, ("my sister " * 8).split()) is None


def test_words_for_several_people_are_known_by_the_word_for_one():
    assert [single(word) for word in ("wives", "nurses", "gas", "dog")] == ["wife", "nurse", "gas", "dog"]
    assert (is_several("kids"), is_several("kid")) == (True, False)


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("sort of", True),
        ("the leaflet yes, the letter no", True),
        ("got in the front alright but couldn't get through to the back room", True),
        ("yes but slowly", False),
        ("but no", False),
        ("yes mostly", False),
        ("fine", False),
        ("", False),
        ("word " * 30, False),
    ],
)
def test_a_part_of_a_yes_is_heard_where_words_tell_of_one(text: str, is_part: bool):  # noqa: FBT001 - a table
    assert may_be_partly("Was it easy?", text) == is_part


def test_a_part_of_any_is_some_and_so_a_yes():
    assert not may_be_partly("Do you have any worries?", "a bit")


@pytest.mark.parametrize(
    ("ask", "text", "choice"),
    [
        (SAFE, "most of the time", "partly"),
        (SAFE, "inside yes, outside no", "partly"),
        (SAFE, "I was frightened the whole time", "no"),
        (SAFE, "No one said anything. we just sat there like lemons watching the clock, my mother got cold", "no"),
        (BEFORE, "first time", "no"),
        (BEFORE, "nope first one", "no"),
        (BEFORE, "totally new to me", "no"),
        (HELPER, "my daughter is typing for me", "yes"),
        (HELPER, "just me", "no"),
        (HELPER, "me", "no"),
        (Ask("yesno", "Was the information easy to understand?"), "too many long words", "no"),
        (Ask("yesno", "Is there anything you need to take part?"), "im all right", "no"),
        (Ask("yesno", "Did you feel part of it?"), "they never asked me a thing", "no"),
    ],
)
def test_yes_no_and_partly_are_heard_as_they_are_said(ask: Ask, text: str, choice: str):
    assert hear(ask, text).choice == choice


def test_every_is_no_very_and_makes_no_yes_certain():
    assert not hear(SAFE, "every door shut").sure


@pytest.mark.parametrize("text", ["none of them, touch wood", "no bother at all", "nothing mate never had a problem"])
def test_none_of_a_list_that_has_no_such_choice_is_own_words_and_no_choice(text: str):
    heard = hear(DEVICES, text)

    assert (heard.act, heard.choices, heard.sure) == ("other", (), False)


@pytest.mark.parametrize("text", ["none of them but I have a tablet", "any of these?"])
def test_a_denial_with_an_exception_or_a_question_is_not_none_of_a_list(text: str):
    assert hear(DEVICES, text).choices != ()


@pytest.mark.parametrize(
    ("ask", "text", "choices"),
    [
        (DEVICES, "1-3-4", {"smart", "tablet", "laptop"}),
        (DEVICES, "any of them", {"smart", "basic", "tablet", "laptop", "land"}),
        (DEVICES, "3rd not. 4th yes. thats all", {"laptop"}),
        (DEVICES, "an old nokia and the house phone", {"basic", "land"}),
        (DEVICES, "me and the ipad", {"tablet"}),
        (DAYS, "wednesday onwards", {"wed", "thu", "fri"}),
        (DAYS, "dialysis is mon wed fri so the other two", {"tue", "thu"}),
        (DAYS, "tuesdays, i work mondays", {"tue"}),
    ],
)
def test_several_choices_are_picked_as_people_tell_them(ask: Ask, text: str, choices: set[str]):
    assert set(hear(ask, text).choices or ()) == choices


def test_days_on_which_somebody_is_busy_leave_the_others():
    assert days_in("i work mon to fri") == {5, 6}


def test_a_word_that_is_no_day_goes_on_to_no_day():
    assert days_in("lunch onwards") == frozenset()


def test_a_piece_of_which_nothing_can_be_said_keeps_what_rules_found():
    assert likeliest_of_piece(DEVICES, ["me"], None) is None
    assert likeliest_of_piece(DEVICES, ["ipad"], "tablet") == "tablet"
    assert (
        likeliest_of_piece(DEVICES, ["something", "to", "write", "letters", "to", "my", "brother", "on"], "land")
        is not None
    )


def test_a_span_typed_with_a_dash_is_its_label():
    ages = Ask("one", "How old are you?", {"a": "Under 25", "b": "25 to 44", "c": "45 to 64"})

    assert exact(ages, "25-44") == "b"


@pytest.mark.parametrize(
    ("text", "years"), [("52 in june so 51", 51), ("40 going on 60", 40), ("30 or 50", None), ("turned 30", None)]
)
def test_the_age_of_now_is_told_of_two(text: str, years: int | None):
    assert age(text) == years


@pytest.mark.parametrize(
    ("text", "years"),
    [("still in sixth form", 17.0), ("at primary school", 10.0), ("pensioner", 70.0), ("purple", None)],
)
def test_an_age_is_told_without_a_figure(text: str, years: float | None):
    found = age_in(text, date(2026, 11, 30))

    assert (found and found[0]) == years


def test_an_age_when_something_was_is_not_certain():
    assert age_in("I was nine years old when it ended", None) == (9.0, False)


@pytest.mark.parametrize(
    ("ask", "text", "choice"),
    [
        (
            Ask("one", "When would you like to come?", {"am": "Morning", "pm": "Afternoon", "eve": "Evening"}),
            "not before noon",
            "pm",
        ),
        (
            Ask(
                "one",
                "Who is filling this in?",
                {"me": "I am, for myself", "som": "I am, with help", "oth": "Someone on my behalf"},
            ),
            "with my support worker",
            "som",
        ),
        (
            Ask("one", "How often do you come?", {"w": "Every week", "m": "About once a month", "n": "Never"}),
            "i aint ever been",
            "n",
        ),
        (
            Ask("one", "How long?", {"a": "Less than 2 years", "b": "2 to 5 years", "c": "More than 5 years"}),
            "more than five",
            "c",
        ),
    ],
)
def test_what_a_text_bears_out_itself_stands(ask: Ask, text: str, choice: str):
    assert hear(ask, text).choice == choice


def test_one_known_thing_that_no_label_has_is_own_words():
    forum = Ask(
        "one",
        "How did you hear of it?",
        {"gp": "From my GP", "fr": "From a friend", "so": "Social media", "po": "Poster"},
    )

    assert hear(forum, "the radio").act == "other"


def test_a_place_in_the_list_is_no_answer_to_yes_or_no():
    assert hear_answer(BEFORE, "first one").choice == "no"


def test_what_all_words_of_a_text_mean_stands_against_what_lies_near():
    living = Ask(
        "one",
        "Where do you live?",
        {"own": "A home I own", "fam": "With family", "hos": "A hostel or shelter", "no": "Nowhere fixed"},
    )
    used = Ask("many", "Which have you used?", {"gp": "GP", "ae": "A&E", "mh": "Mental health team", "ph": "Pharmacy"})

    assert hear(living, "kipping at a mates").choice == "no"
    assert hear(used, "psychiatrist").choices == ("mh",)


def test_days_left_out_of_all_and_spans_of_days_are_known():
    assert days_in("any day but monday") == {1, 2, 3, 4, 5, 6}
    assert days_in("weekdays") == {0, 1, 2, 3, 4}


def test_times_before_and_troubles_that_are_told_are_a_yes():
    assert hear(BEFORE, "loads of times").choice == "yes"
    assert hear(Ask("yesno", "Do you have any worries?"), "the steps").choice == "yes"


@pytest.mark.parametrize("said", ["", "my mum " * 13])
def test_nobody_is_counted_up_where_nothing_or_a_whole_story_is_told(said):
    assert people(Ask("number", "How many people live in your home?"), said) is None
