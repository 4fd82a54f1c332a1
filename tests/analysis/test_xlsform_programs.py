"""Forms made of flows, taken by the program that ODK and others build forms with (pyxform), and walked as they say."""

import subprocess
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from config.load import load_words
from feedback.exchange.xlsform_export import COLUMNS, to_xlsform
from feedback.exchange.xlsform_import import from_xlsform
from feedback.flows.answer import Answer
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow, Question, route
from sayso.exports.sheets import read_sheets, write_sheets
from tests.samples import examples

ROOT = Path(__file__).parents[2]
MAKER = ROOT / ".venv-analysis" / "bin" / "xls2xform"
FILES = [
    *sorted((ROOT / "config/flows").glob("*.toml")),
    ROOT / "tests/data/flows/exchange.toml",
    ROOT / "tests/web/every_type.toml",
]


@pytest.fixture(scope="session")
def forms(tmp_path_factory) -> dict[Flow, dict[str, str]]:
    """When each question of each flow is shown, as pyxform has made it: XPath over the answers."""
    folder = tmp_path_factory.mktemp("forms")
    return {flow: made(flow, folder) for flow in map(flow_in, FILES)}


def flow_in(path: Path) -> Flow:
    return parse(path.name, path.read_text("utf-8"), words())


@cache
def words():
    return load_words()


def made(flow: Flow, folder: Path) -> dict[str, str]:
    sheets, _ = to_xlsform(flow, "Prefer not to say")
    (folder / f"{flow.name}.xlsx").write_bytes(write_sheets(sheets, COLUMNS))
    assert from_xlsform(read_sheets(folder / f"{flow.name}.xlsx"), "") == from_xlsform(sheets, "")
    form = folder / f"{flow.name}.xml"
    subprocess.run([MAKER, folder / f"{flow.name}.xlsx", form, "--skip_validate"], check=True, capture_output=True)
    binds = etree.parse(form).iterfind(".//{*}bind")
    return {bind.get("nodeset").rpartition("/")[2]: bind.get("relevant", "true()") for bind in binds}


def answer(question: Question, chance) -> Answer:
    kinds = [Answer("skipped", None), *([Answer("declined", None)] if question.prefer_not and question.choices else [])]
    value: object = None
    if question.type in ("one", "yesno"):
        value = chance.choice(question.choices).id
    elif question.type == "many":
        value = tuple(choice.id for choice in question.choices if choice.id != question.only and chance.random() < 0.4)
        value = value or (question.choices[-1].id,)
    elif question.range:
        value = chance.randint(*map(int, question.range))
    return chance.choice([*kinds, Answer("answered", None, value), Answer("answered", None, value)])


def cell(given_answer: Answer) -> str:
    match given_answer:
        case Answer("declined"):
            return "prefer_not"
        case Answer("skipped"):
            return ""
        case Answer(value=None):
            return "some words"
        case Answer(value=tuple() as picked):
            return " ".join(picked)
    return str(given_answer.value)


@pytest.mark.slow
@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow])
@given(chance=st.randoms(use_true_random=False), number=st.integers(0, len(FILES) - 1))
def test_the_form_shows_everybody_the_questions_of_their_route(forms, chance, number):
    flow = list(forms)[number]
    data = etree.Element("data")
    group = etree.SubElement(data, "questions")
    cells = {question.id: etree.SubElement(group, question.id) for question in flow.questions}
    answers: dict[str, Answer] = {}
    for question in flow.questions:
        asked = next(entry for entry in route(flow, answers) if entry.question == question)
        if asked.state == "asked" and question.type != "info":
            answers[question.id] = answer(question, chance)
            cells[question.id].text = cell(answers[question.id])
    etree.SubElement(data, "consent").text = "yes"

    shown = {name for name in cells if data.xpath(forms[flow][name], extensions=PLAIN)}

    assert shown == {entry.question.id for entry in route(flow, answers) if entry.state == "asked"}


def selected(_, cells, choice):
    """ODK's own function: whether a choice is among those of a cell."""
    return choice in "".join(cells[0].itertext()).split()


PLAIN = {(None, "selected"): selected}
