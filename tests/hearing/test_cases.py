"""The cases that everybody agreed on: each line stands for a kind of what people write."""

import json
from pathlib import Path
from typing import Any

import pytest

from feedback.distress.noticing import notices
from feedback.hearing.hear import hear
from sayso.commands.hear import ask_from, told

DATA = Path(__file__).parent.parent / "data" / "hearing"


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text().splitlines() if line]


def named(line: dict[str, Any]) -> str:
    return f"{line['ask']['type']}-{line['text'] or line.get('subject')}"


@pytest.mark.parametrize("line", lines("cases.jsonl"), ids=named)
def test_what_people_write_is_heard_as_they_mean_it(line: dict[str, Any]):
    heard = told(hear(ask_from(line["ask"]), line["text"], line.get("subject", "")))

    assert {name: heard[name] for name in line["want"]} == line["want"]


@pytest.mark.slow
def test_distress_is_heard_and_figures_of_speech_are_not():
    cries = [line for line in lines("distress.jsonl") if line["notice"]]
    harmless = [line for line in lines("distress.jsonl") if not line["notice"]]

    missed = [line["text"] for line in cries if not {one.reason for one in notices(line["text"])} & set(line["notice"])]
    false = [line["text"] for line in harmless if notices(line["text"])]

    assert len(missed) <= len(cries) * 0.05, missed
    assert len(false) <= len(harmless) * 0.1, false
