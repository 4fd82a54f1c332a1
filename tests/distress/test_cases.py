"""What must be heard and what must not, on lines by somebody who wrote none of the rules and none of the training lines."""

import json
from pathlib import Path

import pytest

from feedback.distress import notices

LINES = [
    json.loads(line) for line in (Path(__file__).parent.parent / "data/distress/cases.jsonl").read_text().splitlines()
]


@pytest.mark.slow
def test_of_a_hundred_cries_ninety_five_are_heard_for_their_reason():
    cries = [line for line in LINES if line["notice"]]

    missed = [line["text"] for line in cries if not {one.reason for one in notices(line["text"])} & {*line["notice"]}]

    assert len(missed) <= len(cries) * 0.05, missed


@pytest.mark.slow
def test_of_ten_sentences_that_only_sound_like_distress_nine_are_let_be():
    harmless = [line["text"] for line in LINES if not line["notice"]]

    taken = [text for text in harmless if notices(text)]

    assert len(taken) <= len(harmless) * 0.1, taken
