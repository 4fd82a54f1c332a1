"""The survey that this product grew from: 18 leads and 11 signatories, whose rows give all 23 printed figures."""

from collections.abc import Callable
from dataclasses import replace

from feedback.conversation.response import Response
from feedback.flows.model import Flow

LEADS = (
    (8, "online", "yes", "yes", "yes", "yes", "yes"),
    (1, "online", "skip", "no", "no", "no", "yes"),
    (1, "nsun", "yes", "yes", "yes", "yes", "yes"),
    (2, "nsun", "yes", "no", "yes", "no", "yes"),
    (1, "nsun", "no", "no", None, "no", "yes"),
    (4, "first", None, None, None, "yes", "yes"),
    (1, "first", None, None, None, "no", "yes"),
)
LEAD_FIGURES = (
    # figure, chose, answered, percent, interval, asked, skipped, implied, not asked
    ("a1.aware", 13, 18, 72, (49, 88), 18, 0, 0, 0),
    ("a1.first", 5, 18, 28, (12, 51), 18, 0, 0, 0),
    ("a1.online", 9, 18, 50, (29, 71), 18, 0, 0, 0),
    ("a1.nsun", 4, 18, 22, (9, 45), 18, 0, 0, 0),
    ("a2.yes", 11, 17, 65, (41, 83), 13, 1, 5, 0),
    ("a3.yes", 9, 18, 50, (29, 71), 13, 0, 5, 0),
    ("a5.yes", 11, 12, 92, (65, 99), 12, 0, 0, 6),
    ("a7.yes", 13, 18, 72, (49, 88), 18, 0, 0, 0),
    ("a8.yes", 18, 18, 100, (82, 100), 18, 0, 0, 0),
)
TICKS = {"b3": {"o1": 8, "o2": 7, "o3": 6, "o4": 5, "o5": 5}, "b4": {"w1": 8, "w2": 6, "w3": 4, "w4": 3, "w5": 2}}
SIGNATORY_FIGURES = (
    ("b1.nsun", 7, 11, 64, (35, 85), 11, 0, 0, 0),
    ("b2.yes", 10, 11, 91, (62, 98), 11, 0, 0, 0),
    ("b3.o1", 8, 10, 80, (49, 94), 10, 0, 0, 1),
    ("b3.o2", 7, 10, 70, (40, 89), 10, 0, 0, 1),
    ("b3.o3", 6, 10, 60, (31, 83), 10, 0, 0, 1),
    ("b3.o4", 5, 10, 50, (24, 76), 10, 0, 0, 1),
    ("b3.o5", 5, 10, 50, (24, 76), 10, 0, 0, 1),
    ("b4.w1", 8, 10, 80, (49, 94), 10, 0, 0, 1),
    ("b4.w2", 6, 10, 60, (31, 83), 10, 0, 0, 1),
    ("b4.w3", 4, 10, 40, (17, 69), 10, 0, 0, 1),
    ("b4.w4", 3, 10, 30, (11, 60), 10, 0, 0, 1),
    ("b4.w5", 2, 10, 20, (6, 51), 10, 0, 0, 1),
    ("b5.yes", 3, 10, 30, (11, 60), 11, 1, 0, 0),
    ("b6.yes", 4, 10, 40, (17, 69), 11, 1, 0, 0),
)


def leads(flow: Flow, respond: Callable[..., Response]) -> list[Response]:
    """Return the 18 replies. The questions that the survey does not print are skipped where they are put."""
    made = []
    for times, *given in LEADS:
        answers = {
            name: value for name, value in zip(("a1", "a2", "a3", "a5", "a7", "a8"), given, strict=True) if value
        }
        skipped = ("a9", "a10", "a11") if "a5" not in answers else ("a4", "a6", "a9", "a10", "a11")
        made += [respond(flow, answers | dict.fromkeys(skipped, "skip")) for _ in range(times)]
    return [replace(one, organisation=f"trust{number % 15}") for number, one in enumerate(made)]


def signatories(flow: Flow, respond: Callable[..., Response]) -> list[Response]:
    """Return the 11 replies; nobody wants the self-check."""
    rows = [respond(flow, _user_row(row)) for row in range(1, 11)]
    last = {"b1": "online", "b2": "no", "b5": "skip", "b6": "skip", "pb0": "no", "b9": "skip", "b10": "skip"}
    return [*rows, respond(flow, last)]


def _user_row(row: int) -> dict[str, object]:
    ticked = {
        question: tuple(code for code, most in ticks.items() if row <= most) or ("none",)
        for question, ticks in TICKS.items()
    }
    wants = {"b5": "yes" if row <= 3 else "no", "b6": "yes" if row <= 4 else "no"}
    first = {"b1": "nsun" if row <= 7 else "online", "b2": "yes"}
    return {**first, **ticked, **wants, "b7": "skip", "pb0": "no", "b9": "skip", "b10": "skip"}
