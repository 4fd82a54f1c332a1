"""Every planted fault is named at its line, by its code: tests/data/flows/faults, whose first line says what to expect."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.load import load_words
from feedback.flows.flow_parser import parse
from feedback.flows.linter import check
from feedback.flows.words import Words

ROOT = Path(__file__).parents[2]
FAULTS = sorted((ROOT / "tests/data/flows/faults").glob("*.toml"))
ENGLISH = load_words("en")
SPOKEN_OF_ELSEWHERE = {"help-missing", "words-missing", "meaning-changed", "version-not-raised"}
"""Faults that no single flow file can have; their tests are in test_check.py and test_compare.py."""


@pytest.fixture(scope="module")
def words() -> Words:
    return ENGLISH


def expected(path: Path) -> list[tuple[int, str]]:
    first = path.read_text("utf-8").split("\n", 1)[0]
    marks = re.findall(r"([a-z-]+)@(\d+)", first)
    return sorted((int(line), code) for code, line in marks)


SLOW = [pytest.mark.slow]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem, marks=SLOW if path.stem == "ways-too-many" else []) for path in FAULTS]
)
def test_a_planted_fault_is_named_at_its_line(words: Words, path: Path) -> None:
    found = check(path.name, path.read_text("utf-8"), words).faults
    assert [(fault.line, fault.code) for fault in found] == expected(path), "\n".join(map(str, found))
    assert all(fault.file == path.name and fault.message.endswith(".") for fault in found)


def test_every_code_of_the_checker_has_a_planted_fault() -> None:
    flows = ("toml_source", "field_readers", "question_parser", "flow_parser", "condition_parser", "linter")
    types = sorted((ROOT / "feedback" / "types").glob("*.py"))
    sources = [*(ROOT / "feedback" / "flows" / f"{name}.py" for name in flows), *types]
    code = re.compile(r'"([a-z]+(?:-[a-z]+)+|syntax|placeholder)"')
    in_source = {name for path in sources for name in code.findall(path.read_text("utf-8"))} - {"en-x-easy"}
    families = {"only-not-choice", "other-not-choice", "otherwise-not-choice", "consent-missing", "finish-missing"}
    planted = {name for path in FAULTS for _, name in expected(path)}
    assert (in_source | families | {"sensitive-first", "sensitive-last"}) - SPOKEN_OF_ELSEWHERE == planted


def test_all_faults_of_a_file_come_at_once_with_what_was_probably_meant(words: Words) -> None:
    text = FAULTS[0].parent.joinpath("sound.toml").read_text("utf-8")
    text = text.replace('"yesno"', '"yesnoo"').replace('"Tiny"', "“Tiny”").replace("thanks", "thnks")
    found = {fault.code: fault.suggestion for fault in check("all.toml", text, words).faults}
    assert found["unknown-type"] == 'Did you mean "yesno"?'
    assert found["unknown-key"] == 'Did you mean "thanks"?'
    assert {"curly-quotes", "key-missing"} <= found.keys()


def test_parse_gives_the_flow_or_raises_every_fault(words: Words) -> None:
    sound = FAULTS[0].parent.joinpath("sound.toml").read_text("utf-8")
    assert [question.id for question in parse("sound.toml", sound, words).questions] == ["q1", "q2"]
    with pytest.raises(Exception, match=r"two\.toml:9: ") as raised:
        parse("two.toml", sound.replace('"May we', "“May we").replace('"q1"', '"stop"'), words)
    assert "two.toml:13: " in str(raised.value)


PIECES = (
    *(
        '"',
        '"""',
        "[",
        "]",
        "{}",
        "=",
        "\n",
        "\\",
        "“",
        "# ",
        "[[question]]\n",
        "[question.choices]\n",
        "choices = 1\n",
    ),
    *("choices.a = 1\n", "groups.x = 5\n", "question = 3\n", "consent = []\n", "id = 5\n", "type = {}\n", "max = -1\n"),
    *(
        "range = [nan, 1]\n",
        'range = [1, 5]\ntype = "scale"\n',
        'when = "q1"\n',
        'when = "((q1 is yes"\n',
        "ends = [1]\n",
    ),
    *("expires = 1e99\n", 'expires = "999999 weeks"\n', "version = true\n", "reminders = [2026-01-01]\n"),
)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(PIECES)), min_size=1, max_size=4))
def test_whatever_is_written_in_a_flow_file_is_a_fault_at_a_line_and_nothing_worse(
    edits: list[tuple[float, str]],
) -> None:
    text = FAULTS[0].parent.joinpath("sound.toml").read_text("utf-8")
    for place, piece in edits:
        at = int(place * len(text))
        text = text[:at] + piece + text[at:]
    for fault in check("any.toml", text, ENGLISH).faults:
        assert 1 <= fault.line <= text.count("\n") + 1
        assert fault.message.endswith(".")
