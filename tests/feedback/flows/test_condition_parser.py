"""Conditions as text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.flows.condition import And, Answered, Compare, Condition, Has, Is, IsNot, Not, Or, Skipped
from feedback.flows.condition_parser import ConditionError, parse_condition, spell

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True).filter(
    lambda name: name not in {"and", "or", "not", "is", "has", "answered", "skipped"}
)
ATOMS = st.one_of(
    st.builds(Is, IDS, IDS),
    st.builds(IsNot, IDS, IDS),
    st.builds(Has, IDS, IDS),
    st.builds(Compare, IDS, st.sampled_from(["<", "<=", ">", ">=", "="]), st.floats(-1e6, 1e6, allow_subnormal=False)),
    st.builds(Answered, IDS),
    st.builds(Skipped, IDS),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    ATOMS,
    lambda inner: st.one_of(st.builds(Not, inner), st.builds(And, inner, inner), st.builds(Or, inner, inner)),
    max_leaves=6,
)


@pytest.mark.slow
@settings(max_examples=50)
@given(CONDITIONS.filter(lambda condition: len(spell(condition)) <= 500))
def test_what_is_spelt_out_is_read_back_exactly(condition: Condition) -> None:
    assert parse_condition(spell(condition)) == condition


def test_and_binds_more_tightly_than_or_and_not_most_tightly() -> None:
    read = parse_condition("not a is x and b answered or c >= 2.5")
    assert read == Or(And(Not(Is("a", "x")), Answered("b")), Compare("c", ">=", 2.5))
    assert parse_condition("A1 IS NOT no") == IsNot("A1", "no")


@pytest.mark.parametrize(
    ("text", "position", "suggestion"),
    [
        ("a == b", 3, 'Write "=" once.'),
        ("a != b", 3, 'Write "is not".'),
        ("a is b && c is d", 8, 'Write "and".'),
        ("a is b, c is d", 7, 'Join two conditions with "and" or "or".'),
        ('a is "b"', 6, "Leave the quotes out."),
        ("(a is b", 8, ""),
        ("a is b)", 7, ""),
        ("a is", 5, ""),
        ("a answerd", 3, 'Did you mean "answered"?'),
        ("a > many", 5, ""),
        ("and a is b", 1, ""),
        ("a is b or " * 60, 500, ""),
    ],
)
def test_a_condition_that_cannot_be_read_says_where_and_what_to_write(
    text: str, position: int, suggestion: str
) -> None:
    with pytest.raises(ConditionError) as raised:
        parse_condition(text)
    assert (raised.value.position, raised.value.suggestion) == (position, suggestion)
