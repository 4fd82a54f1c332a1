"""What is no SurveyJS form: all faults at once, each with its place, whatever the file holds."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.exchange.surveyjs_form import FormError
from feedback.exchange.surveyjs_import import from_surveyjs
from feedback.flows.linter import check
from tests.feedback.exchange.there_and_back import WORDS
from tests.samples import examples

DEEP: dict[str, Any] = {"type": "panel", "name": "p", "elements": []}
for _ in range(25):
    DEEP = {"type": "panel", "name": "p", "elements": [DEEP]}


def test_all_faults_of_a_form_are_named_at_once():
    form = {
        "title": 3,
        "pages": [
            "first",
            {"elements": [{"type": "text"}, 7, {"name": "a", "type": "radiogroup", "choices": "tea"}], "visibleIf": 1},
            {"elements": [{"type": 1, "name": " ", "choices": [{"text": "Tea"}, None, "milk"]}, DEEP]},
        ],
        "elements": {},
    }

    with pytest.raises(FormError) as caught:
        from_surveyjs(json.dumps(form), "x")

    assert caught.value.faults == (
        'the form: "title" must be a text.',
        'the form: "elements" must be a list: [ ... ].',
        'pages[0]: This must be an object: { "elements": [ ... ] }.',
        'pages[1]: "visibleIf" must be a text.',
        'pages[1].elements[0]: "name" is missing or no text. Write: "name": "age".',
        'pages[1].elements[1]: A question must be an object: { "type": "text", "name": "age" }.',
        'pages[1].elements[2]: "choices" must be a list: [ ... ].',
        'pages[2].elements[0]: "type" is missing or no text. Write: "type": "text".',
        'pages[2].elements[0]: "name" is missing or no text. Write: "name": "age".',
        'pages[2].elements[0].choices[0]: A choice needs a value: { "value": "tea", "text": "Tea" }.',
        'pages[2].elements[0].choices[1]: A choice needs a value: { "value": "tea", "text": "Tea" }.',
        f"pages[2].elements[1]{'.elements[0]' * 20}: There are more than 20 panels within each other.",
    )
    assert str(caught.value).startswith("This is no SurveyJS form that can be read:\n  the form: ")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{\n  "a": ,\n}', "line 2, character 8: This is no JSON (Expecting value)."),
        ("[]", 'The file must be one object: { "elements": [ ... ] }.'),
        ("{}", 'the form: There are no questions. Write: "elements": [ ... ].'),
        ('{"a": NaN}', "It holds a number or a character that JSON does not allow."),
        ('{"a": "\\ud800"}', "It holds a number or a character that JSON does not allow."),
        ("[" * 100_000, "Its brackets are too deep."),
    ],
)
def test_what_is_no_form_is_refused_with_its_place(text, fault):
    with pytest.raises(FormError) as caught:
        from_surveyjs(text, "x")

    assert caught.value.faults == (fault,)


@pytest.mark.slow
@pytest.mark.uncounted
@settings(max_examples=examples(100))
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "type",
                        "name",
                        "title",
                        "elements",
                        "pages",
                        "choices",
                        "value",
                        "text",
                        "visibleIf",
                        "default",
                        "html",
                    ]
                )
                | st.text(),
                inner
                | st.sampled_from(["radiogroup", "rating", "checkbox", "html", "panel", "text", "boolean", "{a} = 1"]),
            )
        ),
    )
)
def test_any_json_is_a_flow_file_or_a_list_of_faults(raw):
    try:
        taken = from_surveyjs(json.dumps(raw), "x")
    except FormError:
        return
    check("x.toml", taken.text, WORDS)
