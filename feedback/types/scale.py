"""`scale`: a whole number from a few, with words for its two ends."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from feedback.types.numbers import number_of, read_number
from feedback.types.question_type import (
    Asked,
    Fault,
    FlowKeys,
    FormCells,
    FormElement,
    FormRow,
    QuestionType,
    Reading,
    TypedWords,
)

STEPS_MOST = 11
"""From 0 to 10, the longest scale in common use. Longer ones are asked for as a number."""


def _read(question: Asked, text: str, _words: TypedWords) -> Reading | None:
    return read_number(question, text, is_whole=True)


def _check(key: str, value: Any) -> Iterable[Fault]:
    if key != "range":
        return
    low, high = value
    if not (low.is_integer() and high.is_integer()) or high - low >= STEPS_MOST:
        message = f"A scale has whole numbers and at most {STEPS_MOST} steps."
        yield Fault("range-too-wide", message, "Write: range = [1, 5].")


def _xlsform(question: Asked) -> FormCells:
    low, high = question.range or (1, 5)
    return FormCells("range", {"parameters": f"start={number_of(low)} end={number_of(high)} step=1"})


def steps_of(parameters: str) -> tuple[str, ...]:
    """Return the ends of a range of an XLSForm with few whole steps; empty for any other."""
    given = dict(re.findall(r"(\w+)\s*=\s*(-?\d+(?:\.\d+)?)", parameters))
    low, high, step = (given.get(name, usual) for name, usual in (("start", "1"), ("end", "10"), ("step", "1")))
    is_whole = all(float(end).is_integer() for end in (low, high)) and float(step) == 1
    return (low, high) if is_whole and 0 < float(high) - float(low) < STEPS_MOST else ()


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "range" and bool(steps_of(row.parameters))


def _surveyjs(question: Asked) -> Mapping[str, Any]:
    low, high = question.range or (1, 5)
    least, most = question.ends or ("", "")
    return {
        "type": "rating",
        "rateMin": int(low),
        "rateMax": int(high),
        "rateStep": 1,
        "minRateDescription": least,
        "maxRateDescription": most,
    }


def rating_range(element: FormElement) -> tuple[float, float, float] | None:
    """Return the least, the most and the step of a `rating` of numbers; None for any other element."""
    if element.kind != "rating" or element.choices:
        return None
    low, step = element.number("rateMin"), element.number("rateStep")
    low, step = 1.0 if low is None else low, 1.0 if step is None else step
    count, high = element.number("rateCount"), element.number("rateMax")
    if high is None:
        high = 5.0 if count is None else low + (count - 1) * step
    return low, high, step


def is_short(low: float, high: float, step: float) -> bool:
    """Return whether these are few whole numbers, one after another."""
    return low.is_integer() and high.is_integer() and step == 1 and 0 < high - low < STEPS_MOST


RATING = frozenset({"rateMin", "rateMax", "rateStep", "rateCount"})
"""The properties of a `rating` that say its range."""

_ENDS = ("minRateDescription", "maxRateDescription")


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    found = rating_range(element)
    if found is None or not is_short(*found):
        return None
    keys: dict[str, object] = {"range": found[:2]}
    ends = tuple(element.words(name) for name in _ENDS)
    if all(ends):
        keys["ends"] = ends
    return FlowKeys(keys, RATING | (frozenset(_ENDS) if all(ends) or not any(ends) else frozenset()))


SCALE = QuestionType(
    name="scale",
    gives="number",
    field="points",
    keys=frozenset({"prefer_not", "range", "ends"}),
    needed=(("range", "Write: range = [1, 5]."),),
    check=_check,
    read=_read,
    retry="retry_number",
    seconds=5,
    counting="points",
    variable="number",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    from_surveyjs=_from_surveyjs,
)
