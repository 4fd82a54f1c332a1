"""Compiled flows: the text that names a version, and the way back."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.load import FLOWS, load_flows, load_words
from feedback.errors import SaysoError
from feedback.flows.canonical_json import compile_flow, load_compiled, version_of
from feedback.flows.condition import Answered, Compare, IsNot
from feedback.flows.model import CONSENT_SWITCHES, Choice, ConsentAsk, Finish, Flow, Question
from feedback.flows.words import Words
from feedback.types.registry import QUESTION_TYPES

IDS = st.from_regex(r"[b-d][a-z0-9_]{0,4}", fullmatch=True)
TEXTS = st.text(max_size=20)
TIMES = st.integers(60, 10**7).map(lambda seconds: timedelta(seconds=seconds))
CHOICES = st.lists(st.builds(Choice, IDS, TEXTS), max_size=3).map(tuple)
NUMBERS = st.floats(-1e9, 1e9)
QUESTIONS = st.builds(
    Question,
    id=IDS,
    ask=TEXTS,
    type=st.sampled_from(QUESTION_TYPES),
    short=TEXTS,
    choices=CHOICES,
    only=IDS,
    other=IDS,
    max=st.none() | st.integers(1, 9),
    range=st.none() | st.tuples(NUMBERS, NUMBERS),
    ends=st.none() | st.tuples(TEXTS, TEXTS),
    when=st.none()
    | st.builds(IsNot, IDS, IDS)
    | st.builds(Compare, IDS, st.just("<"), NUMBERS)
    | st.builds(Answered, IDS),
    otherwise=st.none() | IDS,
    consent=st.none() | st.sampled_from(CONSENT_SWITCHES),
    groups=st.lists(st.tuples(IDS, st.lists(IDS, max_size=2).map(tuple)), max_size=2).map(tuple),
    prefer_not=st.booleans(),
    accept=st.lists(IDS, max_size=2).map(tuple),
)
FLOW = st.builds(
    Flow,
    name=IDS,
    version=st.integers(1, 99),
    language=st.sampled_from(["en", "cy", "en-x-easy"]),
    title=TEXTS,
    start=TEXTS,
    consent=st.builds(ConsentAsk, TEXTS, TEXTS, switches=st.lists(st.sampled_from(CONSENT_SWITCHES)).map(tuple)),
    questions=st.lists(QUESTIONS, max_size=3).map(tuple),
    finish=st.builds(Finish, TEXTS, TEXTS),
    expires=TIMES,
    reminders=st.lists(TIMES, max_size=2).map(tuple),
    level=st.sampled_from(["person", "organisation"]),
    story=st.booleans(),
)


@pytest.mark.slow
@given(FLOW)
def test_a_compiled_flow_comes_back_as_it_was(flow: Flow) -> None:
    text = compile_flow(flow)
    loaded = load_compiled(text, flow.words)
    assert loaded.version_id == version_of(flow)
    assert compile_flow(loaded) == text
    assert loaded == Flow(**{**vars(flow), "version_id": version_of(flow)})


def test_the_shipped_flows_come_back_with_the_words_they_are_given() -> None:
    words = load_words("en")
    for flow in load_flows(FLOWS, words):
        loaded = load_compiled(compile_flow(flow), words)
        assert (loaded, loaded.words) == (flow, words)
        assert flow.version_id == version_of(flow)


def test_usual_values_are_left_out_so_that_new_fields_do_not_rename_old_versions() -> None:
    flow = Flow("f", 1, "en", "T", "S", ConsentAsk("a", "n"), (Question("q", "Ask?", "text"),), Finish("c", "t"))
    told = json.loads(compile_flow(flow))
    assert told["questions"] == [{"ask": "Ask?", "id": "q", "type": "text"}]
    assert "expires" not in told
    assert "words" not in told


@pytest.mark.parametrize("text", ["", "[]", '{"name": "f"}', '{"name": "f", "colour": "red"}'])
def test_what_is_no_compiled_flow_is_refused(text: str) -> None:
    with pytest.raises(SaysoError, match="not a compiled flow"):
        load_compiled(text, Words())
