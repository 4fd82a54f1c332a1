"""`time`: a time of the day by the clock, as people write or say it.

"14:30", "2.30pm", "half past two", "quarter to nine", "noon", "2ish". The value is ISO 8601 (14:30).
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from feedback.folding import fold
from feedback.types.question_type import (
    Asked,
    FlowKeys,
    FormCells,
    FormElement,
    FormRow,
    QuestionType,
    Reading,
    TypedWords,
)

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS: Mapping[str, str] = {word: str(number) for number, word in enumerate(_ONES)} | {
    "quarter": "15",
    "fifteen": "15",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
}
_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")
_NAMED: Mapping[str, str] = {"noon": "12:00 pm", "midday": "12:00 pm", "midnight": "12:00 am"}
_DAY_PARTS = (
    (re.compile(r"\s*(?:in the|this) morning\b"), " am"),
    (re.compile(r"\s*(?:(?:in the|this) (?:afternoon|evening)|tonight)\b"), " pm"),
    (re.compile(r"(?<![a-z])([ap])\.? ?m\b\.?"), r" \1m"),
)
_LOOSE = re.compile(r"^(?:about|around|roughly|nearly|almost|just (?:before|after)) | or so$|(?<=[\da-z]) ?ish\b")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:(?: ?[:.h] ?| )(?P<minute>\d{2})| (?:0|o|oh) (?P<few>\d))?(?P<half> [ap]m)?")
_FOUR_DIGITS = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?: ?(?:hrs|hours|h))?(?P<half> [ap]m)?")
_PAST = re.compile(
    r"(?:a )?(?P<minute>\d{1,2})(?: minutes?)?(?P<way> past| after| to| before)? (?P<hour>\d{1,2})(?P<half> [ap]m)?"
)
_IN_WORDS = re.compile(r"(?<![\d:.])\d{1,2}(?:[:.]\d{2})? ?[ap]m\b|(?<![\d:.])\d{1,2}:\d{2}(?![\d:])")
_HALF_DAY, _DAY = 12 * 60, 24 * 60
_FIRST_MORNING_HOUR = 7
"""Without am or pm, 7 to 11 are taken for the morning and 1 to 6 for the afternoon, and the reply says so."""


class _Clock(NamedTuple):
    minutes: int
    """Since midnight."""
    is_sure: bool


def _read(_question: Asked, text: str, _words: TypedWords) -> Reading | None:
    """Read a time that is the whole message, else the only plain one in it; None for anything else."""
    told = _plain(text)
    loose = _LOOSE.sub("", told).strip()
    found = _clock(loose)
    if found is not None:
        return Reading(_shown(found), is_sure=found.is_sure and loose == told)
    inside = [clock for part in _IN_WORDS.findall(told) if (clock := _clock(part))]
    return Reading(_shown(inside[0]), is_sure=False, has_words=True) if len(inside) == 1 else None


def _plain(text: str) -> str:
    """Return a text with digits for words, am and pm for parts of the day, and without what says nothing."""
    told = fold(text).replace("-", " ").replace("o'clock", "").removeprefix("at ")
    for pattern, short in _DAY_PARTS:
        told = pattern.sub(short, told)
    told = re.sub(r"^12 (?=noon|midday|midnight)", "", " ".join(told.split()))
    told = _WORD.sub(lambda word: _NUMBERS[word[0]], _NAMED.get(told, told))
    joined = re.sub(r"\b([2-5])0 ([1-9])\b", r"\1\2", told)  # twenty five; a half is no tens
    return re.sub(r"\bhalf\b", "30", joined)


def _clock(told: str) -> _Clock | None:
    past = _PAST.fullmatch(told)
    if past and (past["way"] or past["minute"] == "30"):  # Britain says "half two" for half past two
        return _past(past["hour"], int(past["minute"]), past["way"], past["half"])
    plain = _CLOCK.fullmatch(told) or _FOUR_DIGITS.fullmatch(told)
    if plain is None:
        return None
    parts = plain.groupdict()
    minute = int(parts["minute"] or parts.get("few") or 0)
    return _at(parts["hour"], minute, parts["half"]) if minute < 60 else None


def _past(hour: str, minutes: int, way: str | None, half: str | None) -> _Clock | None:
    """Return so many minutes past or to an hour: quarter to twelve in the morning is before noon."""
    whole = _at(hour, 0, half)
    if whole is None or minutes >= 60:
        return None
    by = -minutes if way in (" to", " before") else minutes
    if half is None:
        return _Clock((whole.minutes + by) % _DAY, whole.is_sure)
    start = whole.minutes // _HALF_DAY * _HALF_DAY
    return _Clock(start + (whole.minutes + by) % _HALF_DAY, whole.is_sure)


def _at(hour: str, minute: int, half: str | None) -> _Clock | None:
    """Return the time; None for an hour that no clock has. Sure with am or pm, and by the 24-hour clock."""
    number = int(hour)
    if number >= 24 or (half and number == 0) or (half == " am" and number > 12):
        return None
    minutes = number * 60 + minute
    if half:
        return _Clock(minutes % _HALF_DAY + (_HALF_DAY if half == " pm" else 0), is_sure=True)
    if number > 12 or hour.startswith("0"):
        return _Clock(minutes, is_sure=True)
    is_afternoon = number < _FIRST_MORNING_HOUR
    return _Clock(minutes + (_HALF_DAY if is_afternoon else 0), is_sure=False)


def _shown(clock: _Clock) -> str:
    return f"{clock.minutes // 60:02}:{clock.minutes % 60:02}"


def _part_of(value: str) -> str:
    """Return the part of the day, so that no count is cut around one person's hour."""
    hour = int(value[:2])
    return next(
        (name for name, first in (("evening", 18), ("afternoon", 12), ("morning", 6)) if hour >= first), "night"
    )


def _xlsform(_question: Asked) -> FormCells:
    return FormCells("time")


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "time"


def _surveyjs(_question: Asked) -> Mapping[str, Any]:
    return {"type": "text", "inputType": "time"}


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    is_mine = element.kind == "text" and element.words("inputType") == "time"
    return FlowKeys({}, frozenset({"inputType"})) if is_mine else None


TIME = QuestionType(
    name="time",
    gives="text",
    field="line",
    read=_read,
    retry="retry_time",
    page_hint="time_hint",
    mail_hint="time_hint",
    seconds=8,
    counting="parts",
    parts=(
        ("morning", "morning (6 am to noon)"),
        ("afternoon", "afternoon (noon to 6 pm)"),
        ("evening", "evening (6 pm to midnight)"),
        ("night", "night (midnight to 6 am)"),
    ),
    part_of=_part_of,
    variable="id",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    from_surveyjs=_from_surveyjs,
)
