"""Every registered type has all that a type needs, and nothing else in the code asks for one by its name."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from config.load import load_words
from feedback.exchange.surveyjs_export import to_surveyjs
from feedback.exchange.surveyjs_import import from_surveyjs
from feedback.exchange.xlsform_export import to_xlsform
from feedback.exchange.xlsform_import import from_xlsform
from feedback.flows.condition import Compare
from feedback.flows.flow_parser import parse
from feedback.flows.model import ConsentAsk, Finish, Flow, Question
from feedback.flows.route_analysis import seconds_for
from feedback.types.question_type import FormChoice, FormElement, FormRow
from feedback.types.registry import TYPES
from tests.feedback.types.examples import EXAMPLES, Example
from web.page_texts import say

ROOT = Path(__file__).parents[3]
WORDS = load_words()
PRODUCT = ("bot", "browser", "config", "feedback", "mail", "report", "review", "sayso", "storage", "web")

every_type = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)


LOSSES = {
    "type": "the type of a question (the form says another)",
    "short": "the short words for summary and report",
    "otherwise": "the answer that is implied when it is not asked",
    "base": "whom it was put to, for the report",
    "theme": "its theme",
    "consent": "the consent that it sets",
    "groups": "figures over several choices",
    "queues": "the requests that it makes of staff",
    "prefer_not": "prefer not to say",
    "private": "that its words are private",
    "signpost": "the line about Help now",
    "also": "other names that people give a choice",
    "means": "the question in other words, for whoever asks",
    "unit": "what a number counts",
    "retry": "the words when an answer is not clear",
    "accept": "what else it accepts",
}
"""What a form of SurveyJS cannot say, by the key of the question that says it here. All other keys come back."""


def with_every_key(question: Question) -> Question:
    """Return the question with each key that its type has, and each that all types have."""
    keys = TYPES[question.type].keys
    first = question.choices[0].id if question.choices else ""
    of_its_type: dict[str, object] = {
        "prefer_not": True,
        "also": ((first, ("another",)),),
        "groups": (("some", (first,)),),
        "queues": (("training", (first,)),),
        "otherwise": first,
        "only": first,
        "other": first,
        "max": 2,
        "unit": "miles",
        "consent": "quote_words",
        "accept": ("voice",),
    }
    return replace(
        question,
        **{name: held for name, held in of_its_type.items() if name in keys},  # type: ignore[arg-type]
        hint="A hint",
        means="In other words",
        short="Short",
        base="people who answered",
        theme="impact",
        private=True,
        signpost=True,
        retry="Again, please",
        when=Compare("first", ">", 2.0),
    )


def flow_with(example: Example) -> Flow:
    ask, finish = ConsentAsk("Is it OK to keep your answers?", "That is fine."), Finish("Right?", "Thank you.")
    return Flow("one_type", 1, "en", "One type", "Hello.", ask, (example.question,), finish)


def test_there_is_an_example_of_every_type():
    assert list(EXAMPLES) == list(TYPES)


@every_type
def test_a_type_has_every_attribute(example: Example):
    kind = TYPES[example.question.type]

    assert all(getattr(kind, one.name) is not None for one in fields(kind))
    assert (kind.name, kind.seconds >= 0) == (example.question.type, True)
    assert kind.has_choices == (kind.variable in ("choice", "picked"))
    assert (kind.counting == "parts") == bool(kind.parts)
    assert seconds_for(example.question) >= kind.seconds


@every_type
def test_its_words_are_there(example: Example):
    kind = TYPES[example.question.type]

    assert WORDS.say(kind.retry)
    assert not kind.mail_hint or WORDS.say(kind.mail_hint)
    assert not kind.page_hint or say(WORDS, kind.page_hint)
    assert all(WORDS.say(name) for name in kind.usual_choices)


@every_type
def test_a_typed_answer_is_read(example: Example):
    reading = TYPES[example.question.type].read(example.question, example.typed, WORDS)

    assert reading is not None
    assert (reading.value, reading.has_words) == (example.value, example.value is None)


def test_every_type_has_a_golden_conversation():
    chats = "\n".join(path.read_text() for path in (ROOT / "tests/data/conversations").glob("*.chat"))
    shown = {name.strip() for line in re.findall(r"^# shows: (.*)$", chats, re.MULTILINE) for name in line.split(",")}

    assert TYPES.keys() <= shown


@every_type
def test_a_type_goes_into_an_xlsform_and_comes_back(example: Example):
    flow = flow_with(example)

    sheets, told = to_xlsform(flow, "Prefer not to say")
    back = parse("back.toml", from_xlsform(sheets, "back").text, WORDS).question(example.question.id)

    kind = TYPES[example.question.type]
    assert back is not None
    if back.type == kind.name:
        assert back.choices == example.question.choices
        assert (back.range, back.ask) == (example.question.range, example.question.ask)
    else:
        assert kind.form_loss
        assert f"{kind.form_loss}: {example.question.id}" in told


@every_type
def test_no_row_of_an_xlsform_asks_for_two_types(example: Example):
    cells = TYPES[example.question.type].xlsform(example.question)
    kind, _, rest = cells.type.partition(" ")
    names = frozenset(choice.id for choice in example.question.choices)
    row = FormRow(kind, rest, names, cells.more.get("parameters", ""))

    assert sum(one.is_xlsform(row) for one in TYPES.values()) == 1


@every_type
def test_a_type_has_its_element_in_surveyjs(example: Example):
    form, _ = to_surveyjs(flow_with(example), "Prefer not to say")

    (element,) = form["pages"][1]["elements"]
    labels = [choice["text"] for choice in element.get("choices", ())]
    assert (element["name"], element["title"]) == (example.question.id, example.question.ask)
    assert labels == [choice.label for choice in example.question.choices]


@every_type
def test_a_type_goes_into_surveyjs_and_comes_back_but_for_what_is_told(example: Example):
    """With every key that its type has: what a form cannot say is told by the words in LOSSES, and nothing else is lost."""
    question = with_every_key(example.question)
    first = Question("first", "Before?", "number")
    flow = replace(flow_with(example), questions=(first, question))

    form, told = to_surveyjs(flow, "Prefer not to say")
    back = parse("back.toml", from_surveyjs(json.dumps(form), "back").text, WORDS).question(question.id)

    lost = {line.partition(": ")[0] for line in told if question.id in line}
    changed = {one.name for one in fields(Question) if getattr(back, one.name) != getattr(question, one.name)}
    assert {LOSSES.get(name, f"no loss of {name} is told") for name in changed} <= lost


@every_type
def test_a_plain_question_comes_back_from_surveyjs_as_it_was(example: Example):
    form, told = to_surveyjs(flow_with(example), "Prefer not to say")
    back = parse("back.toml", from_surveyjs(json.dumps(form), "back").text, WORDS).question(example.question.id)

    if any(line.startswith(LOSSES["type"]) for line in told):
        back = replace(back, type=example.question.type)
    assert back == example.question


@every_type
def test_no_element_of_surveyjs_asks_for_two_types(example: Example):
    element = TYPES[example.question.type].surveyjs(example.question)
    choices = tuple(FormChoice(choice.id, choice.label) for choice in example.question.choices)
    read = FormElement(element["type"], example.question.id, element, choices)

    assert sum(one.from_surveyjs(read) is not None for one in TYPES.values()) == 1


def test_prefer_not_to_say_goes_with_every_type_that_has_an_answer():
    offering = {name for name, kind in TYPES.items() if "prefer_not" in kind.keys}

    assert offering == {name for name, kind in TYPES.items() if kind.gives != "nothing"}


@pytest.mark.slow
def test_no_other_code_asks_for_a_type_by_its_name():
    named = rf"[\"'](?:{'|'.join(TYPES)})[\"']"
    asks = re.compile(
        rf"(?:question|asked|prompt|item|deciding|one|old|new|newest|known\[\w+\])\.type\s*(?:==|!=|in|not in)\s*[({{]?{named}"
        rf"|match [\w.]+\.type\b|\.type in \w*TYPES"
    )
    files = [path for name in PRODUCT for end in ("py", "html") for path in (ROOT / name).rglob(f"*.{end}")]

    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in path.read_text("utf-8").splitlines()
        if asks.search(line) and "part.type" not in line
    ]

    assert found == []
