"""Whatever people write, at whatever question: hearing never fails, and what it says fits the question."""

import json
from datetime import date
from pathlib import Path

import pytest

from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from tests.samples import every

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 30)
ASKS = (
    Ask(
        "one",
        "How often?",
        {"a": "Every day", "b": "Once a week", "c": "Once a month", "d": "Less often", "e": "Never"},
    ),
    Ask(
        "one",
        "How old are you?",
        {"a": "16 to 24", "b": "25 to 44", "c": "45 to 64", "d": "65 or over", "n": "I would rather not say"},
    ),
    Ask(
        "one",
        "How long did you wait?",
        {"a": "Less than a month", "b": "1 to 3 months", "c": "3 to 6 months", "d": "Over a year"},
    ),
    Ask(
        "one", "How was it?", {"a": "Very good", "b": "Good", "c": "Neither good nor bad", "d": "Bad", "e": "Very bad"}
    ),
    Ask("one", "Were you an equal?", {"yes": "Yes", "partly": "Partly", "no": "No", "unsure": "Not sure"}),
    Ask(
        "one",
        "Do you agree?",
        {"a": "Strongly agree", "b": "Agree", "c": "Neither", "d": "Disagree", "e": "Strongly disagree"},
    ),
    Ask("one", "How did you come?", {"bus": "Bus", "car": "Own car", "walk": "On foot", "other": "Other"}),
    Ask(
        "many",
        "What helped?",
        {
            "a": "Travel money",
            "b": "Breaks",
            "c": "Easy words",
            "d": "A quiet room",
            "o": "Other",
            "n": "None of these",
        },
    ),
    Ask("yesno", "Again?", {"yes": "Yes", "no": "No", "unsure": "Not sure"}),
    Ask("scale", "How well?", range=(1, 5), ends=("Not at all", "Very well")),
    Ask("scale", "How likely?", range=(0, 10), ends=("Not likely", "Very likely")),
    Ask("number", "How long?", range=(0, 600), unit="minutes"),
    Ask("number", "How many people?", range=(1, 50), unit="people"),
    Ask("date", "When?", today=TODAY),
    Ask("place", "Where?"),
    Ask("consent"),
    Ask("summary"),
    Ask("any"),
)


def lines() -> list[str]:
    files = sorted((ROOT / "tests/data/hearing").rglob("*.jsonl")) + sorted(
        (ROOT / "scripts/training").rglob("*.jsonl")
    )
    texts = [
        json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines() if line.strip()
    ]
    return [text for text in dict.fromkeys(texts) if len(text) < 120][::25]


@pytest.mark.uncounted
@pytest.mark.slow
@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: f"{ask.type}: {ask.question}")
def test_what_is_heard_of_any_line_fits_the_question(ask: Ask):
    low, high = ask.range or (0, 0)
    for text in every(lines(), 3):
        heard = hear(ask, text)

        assert heard.choice is None or heard.choice in ask.choices, text
        assert set(heard.choices or ()) <= set(ask.choices), text
        assert heard.number is None or low <= heard.number <= high, text
        assert (heard.date_from or "") <= (heard.date_to or ""), text
        assert heard.act != "unclear" or not heard.sure, text
        assert heard.consent in (None, "yes", "no", "unclear", "question"), text
