"""What the tests of each exchange format need: our flows, answers as somebody might give them, and what must come back."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random  # noqa: TID251 - the type of what hypothesis hands in

from config.load import load_words
from feedback.flows.answer import Answer
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow, Question, route

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
FILES = [*sorted((ROOT / "config" / "flows").glob("*.toml")), ROOT / "tests/data/flows/exchange.toml"]
WORDS = load_words()


def flow_in(path: Path) -> Flow:
    return parse(path.name, path.read_text("utf-8"), WORDS)


def answers_to(flow: Flow, chance: Random) -> dict[str, Answer]:
    """Answer or skip every question on the route, as somebody might."""
    found: dict[str, Answer] = {}
    for question in flow.questions:
        asked = next(entry for entry in route(flow, found) if entry.question.id == question.id)
        if asked.state != "asked" or question.type == "info":
            continue
        value: object = None
        if question.type in ("one", "yesno"):
            value = chance.choice(question.choices).id
        elif question.type == "many":
            value = (chance.choice(question.choices).id,)
        elif question.range:
            value = chance.randint(*map(int, question.range))
        is_skipped = chance.random() < 0.3
        found[question.id] = Answer("skipped", AT) if is_skipped else Answer("answered", AT, value)
    return found


def limits(question: Question) -> tuple[object, ...]:
    has_choices = bool(question.choices)
    return (
        question.id,
        question.ask,
        question.choices,
        question.only,
        question.max,
        question.range,
        has_choices and question.prefer_not,
    )


def asked_in(flow: Flow, answers: dict[str, Answer]) -> set[str]:
    """Return the ids of the questions on the route of these answers."""
    return {entry.question.id for entry in route(flow, answers) if entry.state == "asked"}
