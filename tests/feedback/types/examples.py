"""One question of each registered type, a message that answers it, and what is understood. A new type adds a line."""

from typing import NamedTuple

from feedback.flows.model import Choice, Question
from feedback.types.question_type import Value

CHOICES = (Choice("low", "Very little"), Choice("mid", "Some"), Choice("high", "Very much"))
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


class Example(NamedTuple):
    """A question, what somebody types, and the value that is kept (None for words alone)."""

    question: Question
    typed: str
    value: Value


def _asked(name: str, **more: object) -> Question:
    return Question(f"q_{name}", f"What do you say to {name}?", name, **more)  # type: ignore[arg-type]


EXAMPLES: dict[str, Example] = {
    one.question.type: one
    for one in (
        Example(_asked("one", choices=CHOICES), "Some", "mid"),
        Example(_asked("many", choices=CHOICES), "1 3", ("low", "high")),
        Example(_asked("scale", range=(1.0, 5.0), ends=("Bad", "Good")), "4", 4),
        Example(_asked("yesno", choices=YES_NO), "yes", "yes"),
        Example(_asked("number", range=(0.0, 500.0)), "12.5", 12.5),
        Example(_asked("date"), "3 May 2026", "2026-05-03"),
        Example(_asked("time"), "2.30pm", "14:30"),
        Example(_asked("text"), "They listened to us.", None),
        Example(_asked("place"), "The town hall", None),
        Example(_asked("info"), "Thank you", None),
    )
}
