"""Conditions of SurveyJS, read as conditions of a flow or refused with a reason."""

import pytest

from feedback.exchange.conditions import Known, NotUnderstood
from feedback.exchange.surveyjs_conditions import read_visible_if
from feedback.flows.condition_parser import spell

KNOWN = {
    "pick": Known("pick", "one", {"1": "c_1", "b": "b"}, is_conditional=False),
    "some": Known("some", "many", {"a": "a", "b": "b"}, is_conditional=True, declines="refused"),
    "late": Known("late", "yesno", {"true": "yes", "it's": "no"}, is_conditional=True, declines="refused"),
    "my age": Known("age", "number", {}, is_conditional=False),
    "why": Known("why", "text", {}, is_conditional=False),
}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{pick} = '1'", "pick is c_1"),
        ("{pick} == 1", "pick is c_1"),
        ('"b" <> {pick} && {my age} > -1.5', "pick is not b and age > -1.5"),
        ("{pick} = b OR !({pick} notempty)", "pick is b or not pick answered"),
        ("{pick} anyof ['1', 'b']", "pick is c_1 or pick is b"),
        ("{pick} noneof ['b']", "not pick is b"),
        ("{late} = true or {late} = 'it\\'s'", "late is yes or late is no"),
        ("{late} != true", "not late is yes"),
        ("{late} = 'refused' or {some} contains 'refused'", "late skipped or some skipped"),
        ("{some} = ['b'] and {some} != ['a']", "some is b and not some is a"),
        ("{some} contains 'b' or {some} allof ['a', 'b']", "some has b or some has a and some has b"),
        ("{some} notcontains ['a','b']", "not (some has a and some has b)"),
        ("{some} noneof ['a', 'b'] || {some} anyof 'a'", "not (some has a or some has b) or some has a"),
        ("negate ({my age} lessorequal 18) and 65 greater {my age}", "not age <= 18 and age < 65"),
        ("{my age} notequal 3", "not age = 3"),
        ("{why} != '' and {my age} = undefined", "why answered and not age answered"),
        ("({some} empty)", "not some answered"),
    ],
)
def test_a_condition_of_a_form_is_read_as_one_of_a_flow(text, condition):
    assert spell(read_visible_if(text, KNOWN)) == condition


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{gone} = '1'", '"gone" is no earlier question of the flow'),
        ("{pick} = 'c'", '"pick" has no choice "c"'),
        ("{pick} contains 'b'", '"pick" does not hold several choices'),
        ("{why} anyof ['b']", '"why" does not hold several choices'),
        ("{some} = 'b'", '"some" holds a list, which never equals one value'),
        ("{some} = ['a', 'b']", "a flow cannot compare with a list so"),
        ("{pick} = ['b']", "a flow cannot compare with a list so"),
        ("{some} > ['b']", "a flow cannot compare with a list so"),
        ("{why} = 'x'", '"why" cannot be compared so'),
        ("{my age} > ''", "nothing is neither more nor less"),
        ("{my age} > today()", 'a flow cannot work out "today"'),
        ("{my age} > x", '"age" cannot be compared so'),
        ("{pick} = b c", '"c" was not expected'),
        ("{pick} = {late}", "a flow compares an answer with a value only"),
        ("'b' anyof {some}", "a flow compares an answer with a value only"),
        ("1 = 1", "a flow compares an answer with a value only"),
        ("'b' empty", '"empty" is nothing that a flow can ask'),
        ("{my age} + 1 > 3", r'"\+" is nothing that a flow can ask'),
        ("{late}", "it ends too soon"),
        ("", '"" is no value'),
        ("!{late} = true", r'"\(" was expected'),
        ("{my age} = or", '"or" is no value'),
        ("{some} = ['a'", r'"\]" was expected'),
        ("({my age} = 1", r'"\)" was expected'),
        ("(" * 60, "too many brackets"),
    ],
)
def test_a_condition_that_a_flow_cannot_say_is_refused_with_its_reason(text, why):
    with pytest.raises(NotUnderstood, match=why):
        read_visible_if(text, KNOWN)
