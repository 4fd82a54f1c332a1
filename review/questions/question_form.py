"""One question as a form asks for it, and as a file holds it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from feedback.exchange.flow_file import free_id
from feedback.flows.condition_parser import KEYWORDS
from feedback.types.registry import TYPES
from review.http.request import FormFields
from review.questions.flow_document import id_like
from review.questions.plain_conditions import ROWS, condition_text

KINDS = {
    "one": "one of several choices",
    "many": "several of many choices",
    "yesno": "yes or no",
    "scale": "a place on a scale",
    "number": "a number",
    "date": "a day",
    "time": "a time of day",
    "place": "a place",
    "text": "their own words",
    "info": "nothing: it only tells something",
}
"""What a question asks for, in plain words."""
NEW_CHOICES = 3
"""Empty lines for choices. After each saving there are as many again."""
_TEXTS = ("ask", "short", "hint", "means", "base", "theme", "unit")
_FLAGS = ("prefer_not", "private", "signpost")
_CHOSEN = ("only", "other", "otherwise")
_OWN_KEYS = (
    "choices",
    "also",
    "only",
    "other",
    "max",
    "range",
    "ends",
    "unit",
    "prefer_not",
    "otherwise",
    "groups",
    "queues",
    "consent",
    "speaker",
)
"""Keys that go with some types only: with any other type they are left out."""
_COMMA = re.compile(r"\s*[,;\n]\s*")
_WHOLE = re.compile(r"-?\d{1,6}")


@dataclass(frozen=True)
class ChoiceLine:
    """A choice as the form shows it: its id, its label, and other names that people give it."""

    id: str
    label: str
    also: str


def choice_lines(question: Mapping[str, Any]) -> tuple[ChoiceLine, ...]:
    """Return the choices of a question."""
    choices, also = question.get("choices", {}), question.get("also", {})
    return tuple(
        ChoiceLine(name, str(label), ", ".join(map(str, also.get(name, ())))) for name, label in choices.items()
    )


def question_of(form: FormFields, before: Mapping[str, Any], question_id: str) -> dict[str, Any]:
    """Return the question that a form says. What it does not ask for stays as it was before."""
    kind = form.one("type") if form.one("type") in TYPES else str(before.get("type", "text"))
    found: dict[str, Any] = {**before, "id": question_id, "type": kind}
    for name in _TEXTS:
        found[name] = form.one(name)
    for name in _FLAGS:
        found[name] = form.one(name) == "yes"
    choices, also = _choices(form, before)
    found |= {
        "choices": choices,
        "also": also,
        "max": _whole(form.one("max")),
        "range": _range(form),
        "ends": _ends(form),
    }
    for name in _CHOSEN:
        found[name] = form.one(name) if form.one(name) in choices or not choices else ""
    found["when"] = _when(form)
    found["otherwise"] = found["otherwise"] if found["when"] else ""
    allowed = TYPES[kind].keys
    return {
        key: held
        for key, held in found.items()
        if held not in ("", None, False, {}, ()) and (key not in _OWN_KEYS or key in allowed)
    }


def _choices(form: FormFields, before: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return labels and other names by id: those that were there, in the order of their places, and new ones."""
    labels: dict[str, str] = {}
    also: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    for name in before.get("choices", {}):
        if label := form.one(f"label-{name}"):
            labels[name], also[name] = label, _names(form.one(f"also-{name}"))
            places[name] = int(form.one(f"place-{name}")) if form.one(f"place-{name}").isdecimal() else len(places) + 1
    ordered = {name: labels[name] for name in sorted(labels, key=lambda name: places[name])}
    for number in range(NEW_CHOICES):
        if label := form.one(f"new-label-{number}"):
            name = free_id(id_like(label, 3), (*ordered, *KEYWORDS), "c")
            ordered[name], also[name] = label, _names(form.one(f"new-also-{number}"))
    return ordered, {name: names for name, names in also.items() if names}


def _when(form: FormFields) -> str:
    if form.one("asked") != "some":
        return ""
    statements = [form.one(f"statement-{number}") for number in range(ROWS)]
    return condition_text(
        [one for one in statements if one], is_any=form.one("together") == "any", line=form.one("when_line")
    )


def _names(text: str) -> list[str]:
    return [one for one in _COMMA.split(text) if one]


def _whole(text: str) -> int | None:
    return int(text) if _WHOLE.fullmatch(text) else None


def _range(form: FormFields) -> list[int] | None:
    least, most = _whole(form.one("least")), _whole(form.one("most"))
    return None if least is None or most is None else [least, most]


def _ends(form: FormFields) -> list[str] | None:
    ends = [form.one("end_low"), form.one("end_high")]
    return ends if all(ends) else None
