"""Which questions are not understood: conversations held through the engine, counted for whoever writes the questions."""

import json

import pytest
from sqlalchemy import select

from storage.tables import misunderstandings
from tests.tea import TEA_IN_A_CUP

ENDS = ("yes", "It is warm", "Done", "yes")


@pytest.fixture
def asked(house_on_both):
    """A house that asks for a cup as well."""
    (house_on_both.folder / "flows" / "tea.toml").write_text(TEA_IN_A_CUP, "utf-8")
    return house_on_both


def talk(house, person, *cup):
    """Somebody talks about their cup in these words, and then has the rest of the conversation."""
    house.hears("/start", "yes", *cup, *ENDS, person=person)


def rows(house):
    with house.store() as opened:
        found = opened.database.read_now(lambda tx: tx.execute(select(misunderstandings)).all())
    return sorted((question, how) for _, question, how in found)


def understood(house):
    told = json.loads(house.run("flow", "understood", "tea", "--format", "json").out)
    return {one["question"]: one for one in told["questions"]}


@pytest.mark.slow
def test_each_way_of_not_being_understood_is_counted_with_its_base(asked):
    for person in range(10, 16):
        talk(asked, person, "what does that mean?", "Red")
    for person in range(20, 26):
        talk(asked, person, "not red", "no", "Blue")
    for person in range(30, 35):
        talk(asked, person, "xqzt", "seventeen penguins", "brrr")
    for person in range(40, 45):
        talk(asked, person, "skip")
    for person in range(50, 55):
        talk(asked, person, "Red")

    found = understood(asked)
    shown = {figure["choice"]: (figure["chose"], figure["answered"]) for figure in found["cup"]["figures"]}

    assert shown == {
        "asked_back": (6, 27),
        "not_understood": (11, 27),
        "own_words": (5, 27),
        "meaning": (6, 27),
        "skipped": (5, 27),
    }
    assert found["cup"]["met"] == 27
    assert {figure["chose"] for figure in found["milk"]["figures"]} == {0}
    page = asked.run("flow", "understood", "tea").out
    assert "cup: Cup\n  6 of 27 (22 %): asked back whether what we heard was right\n" in page
    assert "  0: left with this question before them (not in the base)" in page


@pytest.mark.slow
def test_what_is_noted_holds_no_words_is_shown_to_the_person_and_is_erased_with_them(asked):
    talk(asked, 10, "xqzt", "what does that mean", "Red")
    assert rows(asked) == [("cup", "asked again"), ("cup", "asked what it means")]
    assert {one["chose"] for one in understood(asked)["cup"]["figures"]} == {None}
    assert "  hidden (" in asked.run("flow", "understood", "tea").out
    (kept,) = json.loads(asked.run("mydata", "telegram:10").out)["conversations"]
    assert kept["not_understood"] == [
        {"question": "cup", "what": "asked again"},
        {"question": "cup", "what": "asked what it means"},
    ]

    asked.hears("delete", "1", person=10)

    assert rows(asked) == []


def test_a_flow_that_there_is_not_is_named_with_those_there_are(asked):
    ran = asked.run("flow", "understood", "coffee")
    assert (ran.code, "There are: tea." in ran.err) == (1, True)
