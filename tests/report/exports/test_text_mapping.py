"""Places in a text that was edited on its way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.exports.text_mapping import Replacement, edited, line_ends

PARTS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["-", "x", "[name]"])), max_size=6)
TEXTS = st.text("a\r\n\ufeff\0👩é ", max_size=30)


def test_a_span_is_carried_over_what_was_replaced_and_back():
    told = edited("one\r\ntwo Ada three", [*line_ends("one\r\ntwo Ada three"), Replacement(9, 12, "[name]")])

    assert told.text == "one\ntwo [name] three"
    assert told.forth(5, 8) == (4, 7)
    assert told.forth(10, 11) == (8, 14)
    assert told.forth(13, 18) == (15, 20)
    assert told.back(4, 7) == (5, 8)
    assert told.back(9, 12) == (9, 12)
    assert told.back(0, 20) == (0, 18)


def test_marks_that_programs_swallow_are_made_others_of_the_same_length():
    told = edited("\ufeffa\ufeff\0b\rc", line_ends("\ufeffa\ufeff\0b\rc"))

    assert told.text == "\u2060a\ufeff\ufffdb\nc"
    assert told.forth(1, 2) == (1, 2)


@given(words=TEXTS, parts=PARTS, data=st.data())
@pytest.mark.slow
def test_whatever_is_replaced_a_span_outside_keeps_its_characters(words, parts, data):
    given_parts = [Replacement(min(one), max(one), text) for *one, text in parts]
    told = edited(words, given_parts)
    start = data.draw(st.integers(0, len(words)))
    stop = data.draw(st.integers(start, len(words)))

    there = told.forth(start, stop)

    assert 0 <= there[0] <= there[1] <= len(told.text)
    if not any(part.start < stop and start < part.stop for part in given_parts if part.start < part.stop):
        assert told.text[slice(*there)] == words[start:stop]
    back = told.back(*there)
    assert back[0] <= start or start == stop
    assert back[1] >= stop or start == stop
