"""Who signs: where the host named a team, the first words, a reminder and the last ones are signed, and no others."""

from dataclasses import replace
from datetime import timedelta

import pytest

NAMED = "This is from the Involvement Team.\nYou can reach us: 0117 496 0000"


@pytest.fixture
def signed(picnic, play):
    return play(replace(picnic, words=picnic.words.signed_by("the Involvement Team", "0117 496 0000")))


def test_the_first_words_of_a_conversation_and_its_last_are_signed(signed):
    assert NAMED in signed.says("/start")
    assert NAMED not in signed.says("yes")
    for word in ("yes", "cake", "blue", "The cake", "next", "yes"):
        assert NAMED not in signed.says(word)
    while signed.state.stage == "asking":
        signed.says("skip")

    assert NAMED in signed.says("yes")
    assert signed.state.stage == "finished"


def test_a_reminder_to_say_yes_is_signed(signed):
    signed.says("/start")
    signed.says("I liked the cake very much.")

    assert NAMED in signed.waits(hours=22)


def test_a_reminder_to_go_on_is_signed(signed):
    signed.flow = replace(signed.flow, reminders=(timedelta(days=1),))
    signed.says("/start")
    signed.says("yes")
    signed.says("yes")

    assert NAMED in signed.waits(days=1)


def test_without_a_name_nothing_is_signed_also_where_it_is_said_how_to_reach_us(picnic):
    assert picnic.words.signed_by("", "0117 496 0000").signature == ""
    assert picnic.words.signed_by("Ada", "").signature == "This is from Ada."
