"""Lines by who wrote the word lists: they stand for kinds, and are no measure. `test_figures` measures, on lines of others."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import Heard

LINES = Path(__file__).parents[1] / "data" / "hearing" / "own_lines.jsonl"


def _missed() -> Iterator[tuple[str, object]]:
    for row in LINES.read_text("utf-8").splitlines():
        line = json.loads(row)
        raw = line["ask"]
        pairs = {name: tuple(raw[name]) for name in ("range", "ends") if name in raw}
        known = {name: raw[name] for name in ("question", "choices", "unit") if name in raw}
        heard = hear(Ask(raw["type"], **known, **pairs, today=date(2026, 11, 30)), line["text"])
        if not all(_is_same(wanted, getattr(heard, name)) for name, wanted in line["want"].items()):
            yield line["text"], heard


def _is_same(wanted: object, got: object) -> bool:
    if isinstance(wanted, list):
        return isinstance(got, tuple) and set(got) == set(wanted)
    return wanted == got or (wanted == "unclear" and got in {"none", "unclear"})


@pytest.mark.slow
def test_what_was_once_heard_of_our_own_lines_is_heard_still():
    assert list(_missed()) == []


def test_nothing_but_an_answer_comes_of_no_words():
    assert hear(Ask("number", "How many hours?", unit="hours"), "...") == Heard(act="unclear", sure=False)
