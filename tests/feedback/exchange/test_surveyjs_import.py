"""SurveyJS forms made into flows: the same questions to the same people, every loss told, every fault named at once."""

import json
from functools import cache
from pathlib import Path
from random import Random  # noqa: TID251 - the type of what hypothesis hands in
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.exchange.surveyjs_export import to_surveyjs
from feedback.exchange.surveyjs_import import from_surveyjs
from feedback.flows.condition_parser import spell
from feedback.flows.flow_parser import parse
from feedback.flows.linter import check
from feedback.flows.model import Flow, Question
from feedback.types.info import html_of, text_of
from tests.feedback.exchange.there_and_back import FILES, ROOT, WORDS, answers_to, asked_in, flow_in, limits

EVERY_TYPE = ROOT / "tests/web/every_type.toml"
ALLOWED = {
    kind: set(names.split())
    for kind, names in json.loads((ROOT / "tests/data/surveyjs/properties.json").read_text())["properties"].items()
}


@cache
def there_and_back(path: Path) -> tuple[Flow, Flow]:
    flow = flow_in(path)
    form, _ = to_surveyjs(flow, "Prefer not to say")
    return flow, parse("back.toml", from_surveyjs(json.dumps(form), flow.name).text, WORDS)


@pytest.mark.parametrize("path", [*FILES, EVERY_TYPE], ids=lambda path: path.stem)
def test_a_flow_that_went_out_and_came_back_has_the_same_words_and_choices(path):
    flow, back = there_and_back(path)

    assert (back.name, back.title, back.language, back.start, back.consent.ask, back.consent.no) == (
        *(flow.name, flow.title, flow.language, flow.start, flow.consent.ask, flow.consent.no),
    )
    assert back.finish.thanks == flow.finish.thanks
    assert [(*limits(one), one.other, one.hint, one.ends) for one in back.questions] == [
        (*limits(one), one.other, one.hint, one.ends) for one in flow.questions
    ]


@pytest.mark.slow
@given(chance=st.randoms(use_true_random=False), path=st.sampled_from(FILES))
def test_a_flow_that_went_out_and_came_back_asks_the_same_people_the_same(chance: Random, path: Path):
    flow, back = there_and_back(path)

    answers = answers_to(flow, chance)

    assert asked_in(back, answers) == asked_in(flow, answers)


@pytest.mark.parametrize("path", [*FILES, EVERY_TYPE], ids=lambda path: path.stem)
def test_a_form_has_only_properties_that_surveyjs_knows(path):
    form, _ = to_surveyjs(flow_in(path), "Prefer not to say")

    assert list(unknown(form, "survey")) == []


def unknown(part: dict[str, Any], kind: str) -> list[str]:
    """Return the properties that the class of this part, or of a part in it, does not have (survey-core 3.1.1)."""
    found = [f"{kind}.{name}" for name in part if name not in ALLOWED[kind] | {"type"}]
    inside = {"pages": "page", "elements": "", "choices": "choiceitem", "validators": "expressionvalidator"}
    for name, of_kind in inside.items():
        for one in part.get(name, ()):
            found += unknown(one, of_kind or one["type"])
    return found


FOREIGN: dict[str, Any] = {
    "title": {"default": "My form", "de": "Mein Formular"},
    "locale": "en",
    "description": "About tea",
    "showProgressBar": True,
    "completedHtml": "<h3>Thanks, {name}!</h3>",
    "pages": [
        {
            "name": "one",
            "title": "First",
            "elements": [
                {"type": "text", "name": "Age", "title": "Age?", "inputType": "number", "min": 3, "isRequired": True},
                {"type": "text", "name": "mail", "inputType": "email"},
                {"type": "text", "name": "colour", "inputType": "color"},
                {"type": "boolean", "name": "consent", "title": "Do you drink tea?", "labelTrue": "I do"},
                {
                    "type": "radiogroup",
                    "name": "and",
                    "title": {"default": "Which, {name}?", "en": "Which?"},
                    "visibleIf": "{consent} = true",
                    "choices": ["Big Leaf", {"value": 1, "text": "Bags", "visibleIf": "{Age} > 3"}, True],
                    "showOtherItem": True,
                    "otherText": "Another",
                    "showRefuseItem": True,
                    "refuseText": "I will not say",
                },
                {
                    "type": "panel",
                    "name": "inside",
                    "visibleIf": "{and} = 'Big Leaf'",
                    "elements": [
                        {"type": "comment", "name": "why", "visibleIf": "{and} != 'refused'", "placeholder": "Words"},
                        {"type": "comment", "name": "how", "visibleIf": "age({born}) > 3"},
                        {"type": "file", "name": "photo"},
                    ],
                },
            ],
        },
        {"name": "hidden", "visible": False, "elements": [{"type": "text", "name": "gone"}]},
    ],
    "elements": [
        {"type": "checkbox", "name": "when", "choices": ["am", "pm", "am"], "hasNone": True, "maxSelectedChoices": 0},
        {
            "type": "tagbox",
            "name": "where",
            "choices": [{"value": "home", "showCommentArea": True}, {"value": "out", "showCommentArea": True}],
            "validators": [{"type": "answercount", "minCount": 1}],
            "maxSelectedChoices": "1.5",
        },
        {"type": "dropdown", "name": "far", "choicesByUrl": {"url": "https://example.org"}, "defaultValue": "x"},
        {"type": "rating", "name": "stars", "rateCount": 4, "minRateDescription": "Bad"},
        {"type": "rating", "name": "tens", "rateMin": 0, "rateMax": 100, "rateStep": 10},
        {
            "type": "rating",
            "name": "faces",
            "rateValues": [{"value": 1, "text": "Sad"}, {"value": 2.5, "text": "Fine"}],
        },
        {"type": "text", "name": "Age", "inputType": "month", "visible": True},
        {"type": "text", "name": "never", "visible": False},
        {"type": "html", "name": "note", "html": "<p>Read <a href='x'>this</a>.</p><script>no()</script>"},
        {"type": "html", "name": "empty", "title": "Nothing", "html": ""},
        {"type": "comment", "name": "last", "valueName": "end", "visibleIf": " or ".join(["{and} = 1"] * 60)},
    ],
}


def test_a_form_of_another_hand_comes_in_with_a_list_of_all_that_is_lost():
    taken = from_surveyjs(json.dumps(FOREIGN), "My Form!")

    assert (taken.name, taken.lost) == (
        "my_form",
        (
            "the words in other languages: de",
            "the property description: the form",
            "the property showProgressBar: the form",
            "the headings of pages and panels: one",
            "the property visibleIf: and.1",
            "pages and panels that are never shown: hidden",
            "questions that are never shown: never",
            "pictures, links and layout in texts: the form, note",
            "answers repeated in the words of another question: the form",
            (
                "names that are no ids of a flow: Age (now age), consent (now consent_1), and (now and_1), "
                "and.Big Leaf (now big_leaf), and.1 (now c_1), faces.1 (now c_1), faces.2.5 (now c_2_5), Age (now age_1)"
            ),
            "the property min: Age",
            "the property isRequired: Age",
            "the property inputType: mail",
            "questions of type text color: colour",
            "the property placeholder: why",
            (
                "conditions that a flow cannot say, so that everybody is asked: "
                'how (a flow cannot work out "age"), last (too long)'
            ),
            "questions of type file: photo",
            "choices with the same value: when.am",
            "the property validators: where",
            "the property maxSelectedChoices: where",
            "own words beside more than one choice: where",
            "the property choicesByUrl: far",
            "the property defaultValue: far",
            "choices that are kept elsewhere: far",
            "the property minRateDescription: stars",
            "the property rateStep: tens",
        ),
    )
    faults = [fault for fault in check("my_form.toml", taken.text, WORDS).faults if not fault.is_warning]
    assert [(fault.code, taken.text.splitlines()[fault.line]) for fault in faults] == [
        ("too-few-choices", 'id = "far"')
    ]


def questions_of(form: dict[str, Any]) -> dict[str, Question]:
    found = parse("x.toml", from_surveyjs(json.dumps(form), "x").text, WORDS).questions
    return {question.id: question for question in found}


def test_what_a_form_says_in_its_own_way_is_said_as_flows_say_it():
    form = {**FOREIGN, "elements": [one for one in FOREIGN["elements"] if one["name"] != "far"]}

    found = questions_of(form)

    tea, leaf = found["consent_1"], found["and_1"]
    assert (tea.type, [(one.id, one.label) for one in tea.choices]) == ("yesno", [("yes", "I do"), ("no", "No")])
    assert (leaf.ask, spell(leaf.when)) == ("Which?", "consent_1 is yes")
    assert [(one.id, one.label) for one in leaf.choices] == [
        *(("big_leaf", "Big Leaf"), ("c_1", "Bags"), ("true", "true"), ("other", "Another")),
    ]
    assert (leaf.other, leaf.prefer_not) == ("other", True)
    assert spell(found["why"].when) == "and_1 is big_leaf and not and_1 skipped"
    assert spell(found["how"].when) == "and_1 is big_leaf"
    assert ([one.id for one in found["when"].choices], found["when"].only, found["when"].max) == (
        *(["am", "pm", "none"], "none", None),
    )
    assert (found["where"].other, found["where"].max, found["where"].only) == ("home", None, "")
    assert [(found[name].type, found[name].range) for name in ("stars", "tens", "faces", "age", "age_1")] == [
        *(("scale", (1, 4)), ("number", (0, 100)), ("one", None), ("number", None), ("date", None)),
    ]
    assert (found["note"].ask, found["empty"].ask, found["last"].when) == ("Read this.", "Nothing", None)
    assert (found["mail"].type, found["mail"].ask) == ("text", "mail")


def test_a_text_beside_a_choice_belongs_to_it_only_where_it_is_shown_for_it():
    choices = ["tea", "more"]
    first = {"type": "checkbox", "name": "q", "choices": choices}
    beside = {"type": "comment", "name": "q.more", "title": "Say more", "visibleIf": "{q} contains 'more'", "rows": 3}

    taken = from_surveyjs(json.dumps({"elements": [first, beside]}), "x")
    always, other_name, other_time, unread, twice = (
        questions_of({"elements": elements})
        for elements in (
            [first, {**beside, "visibleIf": ""}],
            [first, {**beside, "name": "q.none"}],
            [first, {**beside, "visibleIf": "{q} contains 'tea'"}],
            [first, {**beside, "visibleIf": "{q} contains"}],
            [first, beside, {**beside, "name": "q.tea", "visibleIf": "{q} contains 'tea'"}],
        )
    )

    assert taken.lost == ("the words above a text beside a choice: q.more", "the property rows: q.more")
    assert 'other = "more"' in taken.text
    assert [list(found) for found in (always, other_name, other_time, unread, twice)] == [
        *(["q", "q_more"], ["q", "q_none"], ["q", "q_more"], ["q", "q_more"], ["q", "q_tea"]),
    ]


def test_a_question_named_consent_is_ours_only_where_it_comes_first_with_yes_and_no():
    consent = {"type": "radiogroup", "name": "consent", "title": "OK?", "choices": ["yes", "no"]}
    asked = {"type": "text", "name": "why", "title": "Why?", "visibleIf": "{consent} = 'yes'"}

    ours = from_surveyjs(json.dumps({"elements": [consent, asked]}), "x")
    foreign = questions_of({"elements": [{"type": "text", "name": "a"}, consent, asked]})
    notes = questions_of({"elements": [{"type": "html", "name": "consent_no", "html": "No"}, asked]})

    assert ('ask = "OK?"' in ours.text, "when" in ours.text, ours.lost) == (True, False, ())
    assert spell(foreign["why"].when) == "consent_1 is yes"
    assert (notes["consent_no"].ask, notes["why"].when) == ("No", None)


def test_rules_of_a_form_are_carried_only_where_a_flow_says_the_same():
    rule = {"type": "expression", "expression": "{q} notcontains 'b' or {q} = ['b']"}

    def only(*rules: object, **more: object) -> str:
        element = {"type": "checkbox", "name": "q", "choices": ["a", "b", "prefer_not"], "validators": [*rules], **more}
        return questions_of({"elements": [element]})["q"].only

    assert only(rule) == "b"
    assert only(rule, {**rule, "expression": rule["expression"].replace("'b'", "'prefer_not'")}) == "b"
    assert only(rule, {**rule, "expression": rule["expression"].replace("'b'", "'a'")}) == ""
    assert only({**rule, "expression": rule["expression"].replace("= ['b']", "= ['a']")}) == ""
    assert only(rule, "no rule") == ""
    assert only(validators="no rules") == ""


def test_a_form_of_the_older_kind_has_its_questions_in_its_own_words():
    taken = from_surveyjs('\n{"questions": [{"type": "comment", "name": "\\u001b[2J"}], "locale": "fr"}', "2 Forms")

    flow = parse("x.toml", taken.text, WORDS)
    assert (flow.name, flow.title, flow.language, flow.version) == ("flow_2_forms", "flow_2_forms", "fr", 1)
    assert [question.id for question in flow.questions] == ["q_2j"]
    assert taken.lost == ("names that are no ids of a flow: ?[2J (now q_2j)",)


@pytest.mark.parametrize("text", ["One line", "Two\nlines", "Two\n\nparagraphs", "a < b & c > d", "&lt; stays"])
def test_words_that_became_html_come_back_as_they_were(text):
    assert text_of(html_of(text)) == (text, False)


def test_html_of_another_hand_is_read_as_its_words():
    assert text_of("<h1>Hi,\n  <b>Ada</b>!</h1><style>x</style></style><ul><li>One<li>Two</ul>") == (
        *("Hi, Ada!\n\nOne\nTwo", True),
    )
