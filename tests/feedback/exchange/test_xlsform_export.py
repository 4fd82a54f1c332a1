"""Flows for other programs and from them: the same questions to the same people, and every loss told."""

import json
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.exchange.conditions import Known, NotUnderstood
from feedback.exchange.surveyjs_export import to_surveyjs
from feedback.exchange.xlsform_export import to_xlsform
from feedback.exchange.xlsform_import import from_xlsform
from feedback.exchange.xpath import read_relevant
from feedback.flows.condition import And, Compare, Is, Not
from feedback.flows.condition_parser import spell
from feedback.flows.flow_parser import parse
from feedback.flows.linter import check
from feedback.flows.model import Choice, ConsentAsk, Finish, Flow, Question
from tests.feedback.exchange.there_and_back import FILES, ROOT, WORDS, answers_to, asked_in, flow_in, limits

KNOWN = {
    "Pick": Known("pick", "one", {"1": "c_1", "b": "b"}, is_conditional=False),
    "some": Known("some", "many", {"b": "b"}, is_conditional=True, declines="prefer_not"),
    "late": Known("late", "one", {"b": "b"}, is_conditional=True, declines="prefer_not"),
    "age": Known("age", "number", {}, is_conditional=False),
    "why": Known("why", "text", {}, is_conditional=False),
}


@cache
def there_and_back(path: Path) -> tuple[Flow, Flow]:
    flow = flow_in(path)
    return flow, parse("back.toml", from_xlsform(to_xlsform(flow, "Prefer not to say")[0], "other").text, WORDS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_flow_that_went_out_and_came_back_has_the_same_words_and_choices(path):
    flow, back = there_and_back(path)

    assert (back.name, back.title, back.start, back.consent.ask, back.finish.thanks) == (
        *(flow.name, flow.title, flow.start, flow.consent.ask, flow.finish.thanks),
    )
    assert [limits(one) for one in back.questions if flow.question(one.id)] == [limits(one) for one in flow.questions]


@pytest.mark.slow
@given(chance=st.randoms(use_true_random=False), path=st.sampled_from(FILES))
def test_a_flow_that_went_out_and_came_back_asks_the_same_people_the_same(chance, path):
    flow, back = there_and_back(path)

    answers = answers_to(flow, chance)

    assert {name for name in asked_in(back, answers) if flow.question(name)} == asked_in(flow, answers)


def test_everything_that_a_form_cannot_carry_is_told_at_once():
    _, lost = to_xlsform(flow_in(ROOT / "config/flows/people.toml"), "Prefer not to say")

    assert [line.partition(":")[0] for line in lost] == [
        "the short words for summary and report",
        "whom it was put to, for the report",
        "the question in other words, for whoever asks",
        "other names that people give a choice",
        "its theme",
        "the consent that it sets",
        "that its words are private",
        "the line about Help now",
        "the place of the invitation, offered as an answer",
        "what a yes to consent allows beside taking part",
        "the reminders",
        "that it can be told in one go",
        "the summary before the end, back, change, pause, stop, delete and Help now",
        "answers in people's own words where a choice was asked for",
    ]
    _, lost = to_xlsform(flow_in(ROOT / "tests/data/flows/exchange.toml"), "Prefer not to say")
    assert "the words at the ends of a scale (they stand in the hint): d" in lost
    assert "the answer that is implied when it is not asked: b" in lost
    _, lost = to_xlsform(flow_in(ROOT / "config/flows/signatories.toml"), "Prefer not to say")
    assert "that a reply speaks for an organisation" in lost
    ask = ConsentAsk("OK?", "Fine", more="our_words")
    _, lost = to_xlsform(Flow("f", 1, "en", "F", "Hi", ask, (), Finish("Right?", "Thanks"), timedelta(days=3)), "")
    assert {"the text behind Tell me more", "when an unfinished conversation counts as left"} <= set(lost)


def test_a_form_for_surveyjs_has_every_question_with_its_limits_and_when_it_is_shown():
    flow = flow_in(ROOT / "tests/data/flows/exchange.toml")

    form, lost = to_surveyjs(flow, "Prefer not to say")

    first, second = form["pages"]
    by_name = {element["name"]: element for element in second["elements"]}
    assert [element["type"] for element in first["elements"]] == ["html", "radiogroup", "html"]
    assert second["visibleIf"] == "{consent} = 'yes'"
    assert [by_name[name]["type"] for name in "abcdef"] == [
        *("radiogroup", "radiogroup", "checkbox", "rating", "text", "comment"),
    ]
    assert by_name["a"]["choices"][-1] == {"value": "prefer_not", "text": "Prefer not to say"}
    assert by_name["b"]["visibleIf"] == "{a} != 'x'"
    assert by_name["c"]["visibleIf"] == "({a} != 'x') and ({b} != 'no')"
    assert (by_name["c"]["maxSelectedChoices"], len(by_name["c"]["validators"])) == (2, 2)
    assert (by_name["d"]["rateMin"], by_name["d"]["maxRateDescription"]) == (1, "Good")
    assert (by_name["e"]["min"], by_name["e"]["max"]) == (-3, 9)
    assert "the answer that is implied when it is not asked: b" in lost
    assert json.loads(json.dumps(form)) == form


def test_a_form_for_surveyjs_of_every_kind_of_question():
    flow = flow_in(ROOT / "tests" / "web" / "every_type.toml")

    form, _ = to_surveyjs(flow, "Prefer not to say")

    kinds = {element["name"]: (element["type"], element.get("inputType")) for element in form["pages"][1]["elements"]}
    assert {kinds[question.id] for question in flow.questions if question.type == "date"} == {("text", "date")}
    assert {kinds[question.id][0] for question in flow.questions if question.type == "info"} == {"html"}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("${Pick} = '1'", "pick is c_1"),
        ("${Pick} = 1", "pick is c_1"),
        ('"b" != ${ Pick }', "pick is not b"),
        ("${late} != 'b'", "not late is b"),
        ("selected(${some}, 'b') or not(selected(${Pick}, 'b'))", "some has b or not pick is b"),
        ("(${age} >= 18 and 65 > ${age}) or ${age} != 3", "age >= 18 and age < 65 or not age = 3"),
        ("${late} = 'prefer_not' or selected(${some}, 'prefer_not')", "late skipped or some skipped"),
        ("${late} != 'prefer_not'", "not late skipped"),
        ("${why} != '' and ${age} = ''", "why answered and not age answered"),
    ],
)
def test_a_condition_of_a_form_is_read_as_one_of_a_flow(text, condition):
    assert spell(read_relevant(text, KNOWN)) == condition


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("${gone} = '1'", '"gone" is no earlier question of the flow'),
        ("${Pick} = 'c'", '"pick" has no choice "c"'),
        ("${Pick} > 'b'", '"pick" cannot be compared so'),
        ("${why} = 'x'", '"why" cannot be compared so'),
        ("${age} > ''", "nothing is neither more nor less"),
        ("${age} > today()", '"today" is no value'),
        ("${age}", "is nothing that a flow can ask"),
        ("true()", "is nothing that a flow can ask"),
        ("1 = 1", '"1" is no earlier question'),
        ("(${age} = 1", r'"\)" was expected'),
        ("${age} = 1 )", r'"\)" was not expected'),
        ("(" * 60, "too many brackets"),
        ("not ${age} = 1", r'"\(" was expected'),
    ],
)
def test_a_condition_that_a_flow_cannot_say_is_refused_with_its_reason(text, why):
    with pytest.raises(NotUnderstood, match=why):
        read_relevant(text, KNOWN)


FOREIGN = {
    "survey": [
        {"type": "start", "name": "start"},
        {"type": "calculate", "name": "sum", "calculation": "1+1"},
        {"type": "begin group", "name": "g", "label::English (en)": "About you", "relevant": "${Age} > 17"},
        {"type": "integer", "name": "Age", "label::English (en)": "How old are you, ${name}?", "required": "yes"},
        {"type": "select_one pets or_other", "name": "and", "label::English (en)": "Pet?", "hint::English (en)": "One"},
        {"type": "select_one yn", "name": "2nd", "label::English (en)": "More?", "relevant": "${and} = 'Big Dog'"},
        {"type": "end group"},
        {"type": "begin repeat", "name": "children"},
        {"type": "text", "name": "child", "label::English (en)": "Name?"},
        {"type": "end repeat"},
        {
            "type": "select_multiple yn",
            "name": "many",
            "label::Cymraeg (cy)": "x",
            "constraint": "count-selected(.) > 1",
        },
        {"type": "range", "name": "part", "parameters": "start=0 end=1 step=0.1", "constraint": ". >= 0 and . <= 1"},
        {"type": "decimal", "name": "weight", "label::English (en)": "Weight?", "constraint": ". > 3"},
        {"type": "select_one_from_file x.csv", "name": "file", "label::English (en)": "File?"},
        {"type": "select_one gone", "name": "lost", "label::English (en)": "Lost?"},
        {"type": "geopoint", "label::English (en)": "Where?"},
        {
            "type": "note",
            "name": "hello",
            "label::English (en)": "Read",
            "relevant": " or ".join(["${many} = 'no'"] * 40),
        },
        {"name": "a row without a type"},
    ],
    "choices": [
        {"list name": "pets", "name": "Big Dog", "label::English (en)": "A dog"},
        {"list_name": "pets", "name": "1", "label": "A cat"},
        {"list_name": "yn", "name": "yes", "label": "Yes"},
        {"list_name": "yn", "name": "no"},
    ],
    "settings": [{"form_id": "My Form!", "default_language": "English (en)", "version": "2026010101"}],
}


def test_a_form_of_another_program_comes_in_with_a_list_of_all_that_is_lost():
    taken = from_xlsform(FOREIGN, "file")

    assert taken.name == "my_form"
    assert taken.lost == (
        "the words in other languages: Cymraeg (cy)",
        "what the device tells of itself: start",
        "questions of type calculate: sum",
        "the headings of groups: g",
        (
            "names that are no ids of a flow: Age (now age), and (now and_1), and.Big Dog (now big_dog), "
            "and.1 (now c_1), 2nd (now q_2nd), without a name (now q)"
        ),
        (
            'conditions that a flow cannot say, so that everybody is asked: Age ("Age" is no earlier question of the flow), '
            "hello (too long)"
        ),
        "answers repeated in the words of another question: Age",
        "the column required: Age",
        "questions that repeat: child",
        "what an answer must be (constraint): many, weight",
        "questions of type select_one_from_file: file",
        "choices that are kept in another file: lost",
    )
    faults = [fault for fault in check("my_form.toml", taken.text, WORDS).faults if not fault.is_warning]
    assert [(fault.code, taken.text.splitlines()[fault.line]) for fault in faults] == [
        ("too-few-choices", 'id = "lost"')
    ]
    assert (
        """id = "q_2nd"
ask = "More?"
type = "yesno"
when = "age > 17 and and_1 is big_dog"
choices.yes = "Yes"
choices.no = "no"
"""
        in taken.text
    )


def test_a_text_beside_a_choice_gets_a_name_that_is_free():
    questions = (
        Question("a", "A?", "one", hint="One", choices=(Choice("b", "B"), Choice("c", "C")), other="b"),
        Question("a_b", "AB?", "text"),
        Question("n", "N?", "number", range=(1.5, 9.0)),
        Question("m", "M?", "number"),
        Question("i", "Read\nthis", "info"),
        Question("x", "X?", "text", when=Not(And(Is("a", "b"), Compare("n", ">", 2.5)))),
    )
    flow = Flow("f", 1, "en", "F", "Hi", ConsentAsk("OK?", "Fine"), questions, Finish("Right?", "Thanks"))

    rows = {row.get("name"): row for row in to_xlsform(flow, "")[0]["survey"]}
    form, _ = to_surveyjs(flow, "")

    assert rows["a_b_"]["label"] == "B"
    assert rows["n"]["constraint"] == ". >= 1.5 and . <= 9"
    assert rows["x"]["relevant"] == "not((${a} = 'b') and (${n} > 2.5))"
    assert form["pages"][1]["elements"][-1]["visibleIf"] == "!(({a} = 'b') and ({n} > 2.5))"
    assert (rows["a"]["hint"], form["pages"][1]["elements"][0]["description"]) == ("One", "One")
    assert "constraint" not in rows["m"]
    assert (rows["i"]["type"], form["pages"][1]["elements"][-2]["html"]) == ("note", "<p>Read<br>this</p>")


def test_a_form_without_settings_takes_the_name_of_its_file():
    taken = from_xlsform({"survey": [{"type": "text", "name": "why", "label": 'Why "so"?\x7f'}]}, "2 Forms")

    flow = parse("x.toml", taken.text, WORDS)
    assert (flow.name, flow.language, flow.version, flow.questions[0].ask) == ("flow_2_forms", "en", 1, 'Why "so"?\x7f')
    assert taken.lost == ()
