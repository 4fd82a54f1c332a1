"""Hours and days of the week where they are choices: "after 6" is an evening, "mon-fri" is five days, "weekdays not wed" four."""

import re
from dataclasses import dataclass

from feedback.hearing.ask import Ask
from feedback.hearing.normal import folded, tokens
from feedback.hearing.spellings import word_set

_NAMES = {
    name: day
    for day, names in enumerate(
        (
            "monday mondays mon mons mondy",
            "tuesday tuesdays tue tues tuesdy tuseday",
            "wednesday wednesdays wed weds wednesdy wensday wendsday wednsday",
            "thursday thursdays thu thur thurs thursdy",
            "friday fridays fri fris fridy",
            "saturday saturdays sat sats saterday",
            "sunday sundays sun suns sundy",
        )
    )
    for name in names.split()
}
_SPANS = (
    (re.compile(r"\b(?:weekdays?|week days?|(?:in|during|through) the week|working days?|school days?)\b"), {0, 1, 2, 3, 4}),
    (re.compile(r"\bweek ?ends?\b"), {5, 6}),
    (re.compile(r"\b(?:start|beginning|early|earlier|first (?:half|part))(?: in| of| on in)? the week\b"), {0, 1, 2}),
    (re.compile(r"\b(?:end|back end|later?|latter|second|last) (?:(?:half|part|on) )?(?:in |of )?the week\b"), {3, 4}),
    (re.compile(r"\ball week\b"), {0, 1, 2, 3, 4}),
    (re.compile(r"\b(?:mid ?-?week|middle of the week)\b"), {1, 2, 3}),
    (re.compile(r"\b(?:any ?day|every ?day|all days|all (?:the|of the) week|all seven|7 days|any of the days|whenever)\b"), set(range(7))),
)  # fmt: skip
_RANGE = re.compile(r"\b([a-z]{3,10})\s*(?:-|–|—|to|till|til|until|through|thru)\s*([a-z]{3,10})\b")
_WITHOUT = re.compile(
    r"\b(?:but not|not on|not|except(?: for)?|apart from|but|bar|barring|excluding|other than|never|cant do|cannot do|cant make|dont do|no good on|besides|minus|without|rather than)\b"
)
_GOES_ON = re.compile(r"[,;.]|\b(?:just|only)\b")
_JOINT = re.compile(r"[,;/&+]|\b(?:and|or|plus|also)\b")
_WEEK_WORDS = frozenset({"weekday", "weekdays", "weekend", "weekends"})
_LABEL_WORDS = word_set("to and the on a in any day days or at all")
_PARTS = {
    "morning": "morning mornings am", "afternoon": "afternoon afternoons", "evening": "evening evenings", "night": "night nights",
}  # fmt: skip
_PART_NAMES = frozenset(word for words in _PARTS.values() for word in words.split())
_BEFORE_HOUR = word_set(
    "between at after past before about around from to by til till until since roughly approx half quarter gone"
)
_HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")


_CLAUSE = re.compile(r"[,;.]|\b(?:because|cos|so|as|but)\b")
_BUSY = re.compile(
    r"\b(?:i work|im (?:at|in) work|working|on (?:shift|shifts|the vans|the buses|nights)|at work|dialysis|chemo|is church|at church|i mind|i look after|i have the (?:kids|grandkids)|school run|im busy|is busy)\b"
)
_ONWARDS = re.compile(r"\b([a-z]{3,10}) (?:onwards?|or (?:later|after))\b")
_TWO_LEFT = re.compile(r"\b(?:the )?(?:other|tother) (?:two|days|ones|2)\b|\brest\b|\bany other\b")


def days_in(text: str) -> frozenset[int]:
    """Return the days of the week (Monday is 0) that a text names, less those that it leaves out, or on which somebody is busy."""
    parts = _CLAUSE.split(folded(text))
    busy = [part for part in parts if _BUSY.search(part) and not _WITHOUT.search(part)]
    free = " , ".join(part for part in parts if part not in busy)
    away = {day for part in busy for day in _named(part)}
    if not away:
        return _days_said(text)
    is_rest = not _named(free) or _TWO_LEFT.search(free) is not None
    return frozenset((set(range(7)) if is_rest else _days_said(free)) - away)


def _days_said(text: str) -> frozenset[int]:
    plain = folded(text)
    cut = _WITHOUT.search(plain)
    if cut is None:
        return frozenset(_named(plain))
    end = _GOES_ON.search(plain, cut.end())
    after = plain[cut.end() : end.start()] if end else plain[cut.end() :]
    kept = _named(plain[: cut.start()]) | (_named(plain[end.start() :]) if end else set())
    denied = _named(after)
    if not kept and re.search(r"\b(?:any|every|all)\b", plain[: cut.start()]):
        kept = set(range(7))
    return frozenset(kept - denied)


def _named(plain: str) -> set[int]:
    days: set[int] = set()
    for start, end in _RANGE.findall(plain):
        if start in _NAMES and end in _NAMES:
            first, last = _NAMES[start], _NAMES[end]
            days.update(day % 7 for day in range(first, last + 1 if last >= first else last + 8))
    for start in _ONWARDS.findall(plain):
        days.update(range(_NAMES[start], 7) if start in _NAMES else ())
    days.update(_NAMES[word] for word in re.findall(r"[a-z]+", plain) if word in _NAMES)
    for pattern, span in _SPANS:
        if pattern.search(plain):
            days |= span
    return days


@dataclass(frozen=True)
class Slot:
    """Days of the week, and parts of the day; an empty set is any."""

    days: frozenset[int]
    parts: frozenset[str]

    def meets(self, other: "Slot") -> bool:
        """Return whether two have a time in common."""
        is_day = not self.days or not other.days or bool(self.days & other.days)
        return is_day and (not self.parts or not other.parts or bool(self.parts & other.parts))


def slots(ask: Ask) -> dict[str, Slot]:
    """Return the choices that are days or parts of them; none if fewer than two name a day."""
    found = {choice: slot for choice, label in ask.choices.items() if (slot := _label_slot(label))}
    return found if sum(bool(slot.days) for slot in found.values()) > 1 else {}


def _label_slot(label: str) -> Slot | None:
    words = [word for word in tokens(label) if word not in _LABEL_WORDS]
    is_time = all(word in _NAMES or word in _PART_NAMES or word in _WEEK_WORDS for word in words)
    return Slot(days_in(label), _parts_in(label)) if words and is_time else None


def _parts_in(text: str) -> frozenset[str]:
    words = frozenset(with_parts_of_day(tokens(text)))
    return frozenset(part for part, names in _PARTS.items() if not words.isdisjoint(names.split()))


def picked_slots(ask: Ask, text: str) -> tuple[str, ...]:
    """Return the choices of days that a text names, in their order: "any morning", "not Mondays", "Mon am or Weds pm"."""
    choices = slots(ask)
    if not choices:
        return ()
    parts = frozenset(part for slot in choices.values() for part in slot.parts)
    if not parts:
        said = Slot(days_in(text), frozenset())
        return tuple(choice for choice, slot in choices.items() if said.days and slot.meets(said))
    wanted = [Slot(days_in(piece), _parts_in(piece)) for piece in _JOINT.split(folded(text))]
    plain = [slot for slot in wanted if slot.days or slot.parts]
    if not plain or _WITHOUT.search(folded(text)):
        left = days_in(f"any day {text}")
        return tuple(choice for choice, slot in choices.items() if slot.days & left) if len(left) < 7 else ()
    return tuple(choice for choice, slot in choices.items() if any(slot.meets(one) for one in plain))


def has_parts_of_day(words: frozenset[str]) -> bool:
    """Return whether the words of labels name parts of the day, so that an hour in a text is one of them."""
    return len([part for part, names in _PARTS.items() if not words.isdisjoint(names.split())]) > 1


def with_parts_of_day(words: list[str]) -> list[str]:
    """Return words with the hours of a day as the part they lie in: "after 6" is "evening", "10 am" is "morning"."""
    result: list[str] = []
    at = 0
    while at < len(words):
        part, size = _part_at(words, at)
        result.append(part or words[at])
        at += size
    return result


def _part_at(words: list[str], at: int) -> tuple[str, int]:
    word, after = words[at], words[at + 1 : at + 2]
    if word in {"noon", "midday", "12"} and words[at - 1 : at] == ["before"]:
        return ("afternoon" if words[max(0, at - 2) : at - 1] == ["not"] else "morning"), 1
    if word in {"noon", "midday"}:
        return "afternoon", 1
    hour = _HOUR.fullmatch(word)
    if hour is None or not 0 < int(hour[1]) <= 24:
        return "", 1
    if after in (["am"], ["pm"]):
        return _part_of(int(hour[1]) % 12 + 12 * (after == ["pm"])), 2
    is_told = (
        hour[2] is not None or after in (["ish"], ["oclock"]) or not _BEFORE_HOUR.isdisjoint(words[max(0, at - 1) : at])
    )
    if not is_told or not _PART_NAMES.isdisjoint(words):
        return "", 1
    size = 2 if after in (["ish"], ["oclock"]) else 1
    is_before = words[max(0, at - 1) : at] in (["before"], ["by"])
    return _part_of(_likely_hour(int(hour[1])) - is_before), size


def _likely_hour(hour: int) -> int:
    """Return the hour of the day that a bare hour most likely is: 7 to 12 as it stands, 1 to 6 after noon."""
    return hour if hour >= 7 else hour + 12


def _part_of(hour: int) -> str:
    return "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"
