"""Hidden parts of a text, as staff mark them."""

import pytest

from report.exports.redaction import HiddenSpan, redacted


@pytest.mark.parametrize(
    ("hidden", "left"),
    [
        ([], "👩‍👩‍👧 Ada rang Bea"),
        ([(6, 9, "name")], "👩‍👩‍👧 [name] rang Bea"),
        ([(15, 18, "name"), (6, 9, "name")], "👩‍👩‍👧 [name] rang [name]"),
        ([(6, 14, "a"), (10, 18, "b")], "👩‍👩‍👧 [a]"),
        ([(6, 18, "a"), (10, 12, "b")], "👩‍👩‍👧 [a]"),
        ([(0, 99, "all")], "[all]"),
    ],
)
def test_no_hidden_character_is_left_and_no_other_is_lost(hidden, left):
    assert redacted("👩‍👩‍👧 Ada rang Bea", [HiddenSpan(*one) for one in hidden]) == left
