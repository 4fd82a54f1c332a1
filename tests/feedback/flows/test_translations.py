"""Translations of a flow, which hold words only."""

from dataclasses import replace
from pathlib import Path

import pytest

from config.load import load_words
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow
from feedback.flows.translations import around_mark, source_mark, translate

BASE = """
flow = "tiny"
version = 1
language = "en"
title = "Tiny"
start = "Hello."
[consent]
ask = "May we keep it?"
no = "Fine."
[[question]]
id = "q1"
ask = "Was it warm?"
short = "Warm"
type = "one"
choices.a = "Warm"
choices.b = "Cold"
[finish]
check = "Right?"
thanks = "Thanks."
"""
WELSH = """flow = "tiny"
language = "cy"
title = "Bach"
start = "Helo."
[consent]
ask = "Gawn ni ei gadw?"
no = "Iawn."
[question.q1]
source = "MARK"
ask = "Oedd hi'n gynnes?"
short = "Cynnes"
choices.a = "Cynnes"
choices.b = "Oer"
[finish]
check = "Cywir?"
thanks = "Diolch."
"""


@pytest.fixture(scope="module")
def flow() -> Flow:
    return parse("tiny.toml", BASE, load_words("en"))


def found(flow: Flow, *edits: tuple[str, str]) -> list[tuple[int, str, bool]]:
    text = WELSH.replace("MARK", source_mark(flow.questions[0]))
    for old, new in edits:
        text = text.replace(old, new)
    return [(fault.line, fault.code, fault.is_warning) for fault in translate(flow, "tiny.cy.toml", text).faults]


def test_a_translation_changes_words_and_nothing_else(flow: Flow) -> None:
    made = translate(flow, "tiny.cy.toml", WELSH.replace("MARK", source_mark(flow.questions[0])))
    assert made.faults == ()
    assert (made.flow.language, made.flow.title, made.flow.questions[0].ask) == ("cy", "Bach", "Oedd hi'n gynnes?")
    assert [(choice.id, choice.label) for choice in made.flow.questions[0].choices] == [("a", "Cynnes"), ("b", "Oer")]
    assert made.flow.version_id != flow.version_id


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (('choices.b = "Oer"\n', ""), (12, "translation-lacks-choice", False)),
        (('choices.b = "Oer"', 'choices.b = "cynnes."'), (13, "label-repeated", False)),
        (('ask = "Gawn ni ei gadw?"\n', ""), (5, "key-missing", False)),
        (('short = "Cynnes"', 'shot = "Cynnes"\nshort = "Cynnes"'), (11, "unknown-key", False)),
        (("[question.q1]", '[question.q7]\nask = "?"\n[question.q1]'), (8, "unknown-key", False)),
        (('flow = "tiny"', 'flow = "small"'), (1, "translation-flow", False)),
        (('title = "Bach"\n', ""), (1, "translation-missing", True)),
    ],
)
def test_a_fault_of_a_translation_is_named_at_its_line(
    flow: Flow, edit: tuple[str, str], expected: tuple[int, str, bool]
) -> None:
    assert found(flow, edit) == [expected]


def test_words_that_changed_since_they_were_translated_are_listed(flow: Flow) -> None:
    assert found(flow, (source_mark(flow.questions[0]), "00000000")) == [(9, "translation-stale", True)]


def test_a_question_that_is_not_translated_falls_back_with_a_warning(flow: Flow) -> None:
    text = WELSH[: WELSH.index("[question")] + WELSH[WELSH.index("[finish]") :]
    made = translate(flow, str(Path("tiny.cy.toml")), text)
    assert [fault.code for fault in made.faults] == ["translation-missing"]
    assert made.faults[0].is_warning
    assert made.flow.questions == flow.questions


def test_a_translation_that_cannot_be_read_is_one_fault(flow: Flow) -> None:
    made = translate(flow, "tiny.cy.toml", "[[broken\n")
    assert (made.flow, [fault.code for fault in made.faults]) == (flow, ["syntax"])


def test_words_around_the_questions_are_stale_where_their_mark_is_another(flow: Flow) -> None:
    whole = WELSH.replace("MARK", source_mark(flow.questions[0]))
    for mark, expected in ((around_mark(flow), ()), ("00000000", ("translation-stale",))):
        text = whole.replace('language = "cy"', f'language = "cy"\nsource = "{mark}"')
        faults = translate(flow, "tiny.cy.toml", text).faults
        assert tuple(fault.code for fault in faults) == expected
    assert around_mark(flow) != around_mark(replace(flow, start="Good morning."))


def test_what_is_meant_counts_for_the_mark_only_where_it_is_said(flow: Flow) -> None:
    plain = flow.questions[0]
    assert source_mark(replace(plain, means="The weather.")) != source_mark(plain)


@pytest.mark.parametrize(
    "sentence",
    ["Un dau tri pedwar pump chwech saith wyth naw deg un dau tri pedwar pump chwech.", "ہم " * 16 + "۔"],
)
def test_a_long_sentence_of_a_translation_is_told_in_any_alphabet(flow: Flow, sentence: str) -> None:
    assert (9, "sentence-long", True) in [
        (line - 1, code, is_warning)
        for line, code, is_warning in found(flow, ('ask = "Oedd hi\'n gynnes?"', f'ask = "{sentence}"'))
    ]


def test_an_easy_read_translation_is_judged_by_its_grade_and_what_it_shares_is_not(flow: Flow) -> None:
    hard = "Organisational representatives collaborated comprehensively."
    edits = (('"cy"', '"en-x-easy"'), ("Oedd hi'n gynnes?", hard))
    assert "reading-grade" in [code for _, code, _ in found(flow, *edits)]
    wordy = replace(flow, start=" ".join(["word"] * 16))
    shared = WELSH.replace("MARK", source_mark(flow.questions[0])).replace("Helo.", wordy.start)
    assert translate(wordy, "tiny.cy.toml", shared).faults == ()


def test_the_ends_of_a_scale_that_are_not_translated_are_named_and_stand_as_they_were() -> None:
    scale = BASE.replace(
        'type = "one"\nchoices.a = "Warm"\nchoices.b = "Cold"\n',
        'type = "scale"\nrange = [1, 5]\nends = ["No", "Yes"]\n',
    )
    flow = parse("tiny.toml", scale, load_words("en"))
    lines = [line for line in WELSH.splitlines() if not line.startswith("choices.")]
    text = "\n".join(lines).replace("MARK", source_mark(flow.questions[0]))

    made = translate(flow, "tiny.cy.toml", text)
    told = translate(flow, "tiny.cy.toml", text.replace("short =", 'ends = ["Na", "Ie"]\nshort ='))

    assert [fault.message for fault in made.faults] == ['"ends" is not translated.']
    assert made.flow.questions[0].ends == ("No", "Yes")
    assert (told.faults, told.flow.questions[0].ends) == ((), ("Na", "Ie"))
