"""Amounts in words: counts, and lengths of time in days. "Half an hour", "1h30", "a couple of weeks", "about 20", "6 to 12 months"."""

import re
from dataclasses import dataclass

from feedback.hearing.normal import folded, tokens
from feedback.hearing.numerals import numeral, with_figures
from feedback.hearing.spellings import word_set

DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "m": 1 / 1440, "h": 1 / 24, "hour": 1 / 24, "day": 1.0, "d": 1.0, "night": 1.0, "week": 7.0, "w": 7.0, "fortnight": 14.0,
    "month": 30.4375, "year": 365.25, "y": 365.25, "decade": 3652.5, "century": 36525.0, "quarter": 91.3125,
}  # fmt: skip
"""Units of time in days."""
ROUGH = word_set(
    "about around roughly nearly almost approximately approx circa maybe probably perhaps ish say odd just over under think guess suppose or so reckon bout getting"
)
_FEW = {"couple": 2.0, "few": 3.0, "several": 4.0, "dozen": 12.0, "pair": 2.0, "score": 20.0, "handful": 5.0}
_ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)[-–](\d+(?:\.\d+)?)")
_SET_PHRASES = (
    ("3 quarters of an hour", "45 minutes"), ("3 quarters of a year", "9 months"), ("hour and 3 quarters", "hour 45 minutes"),
    ("half a dozen", "6"), ("half dozen", "6"), ("half hour", "30 minutes"), ("half an hour", "30 minutes"), ("half a day", "12 hours"),
    ("couple of dozen", "24"), ("hour and a half", "hour 30 minutes"), ("hour and half", "hour 30 minutes"), ("year and a half", "18 months"),
    ("quarter of an hour", "15 minutes"), ("a a quarter", "a quarter"), ("hour and a quarter", "hour 15 minutes"),
)  # fmt: skip
_ONE_AND_A_HALF = re.compile(r"(?<!\d )\b(mile|day|week|month|pound|pint|stone) and a half\b")
"""Said without its number: "mile and a half"."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_WORDS_OF_PHRASES = word_set("half quarter quarters dozen")
_LONGEST = 60
"""Words up to which set phrases are looked for; a longer text is a story."""


@dataclass(frozen=True)
class Quantity:
    """An amount: `value` in `unit` ("" where none was said; "days" for every length of time is already applied in `days`)."""

    value: float
    unit: str
    is_rough: bool = False

    @property
    def days(self) -> float | None:
        """The length of time in days, or None if this is none."""
        return self.value * DAYS[self.unit] if self.unit in DAYS else None


def singular(word: str) -> str:
    """Return the singular of a unit: "hours" is "hour"."""
    if word in {"people", "persons"}:
        return "person"
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def prepared(text: str) -> list[str]:
    """Return the words of a text with numbers as figures; "10-15" is "10 to 15"; thousands have no comma."""
    plain = _THOUSANDS.sub("", folded(text))
    plain = _RANGE.sub(r"\1 to \2", plain) if plain.count("-") == 1 else plain
    words = with_figures(plain_units(tokens(plain)))
    if len(words) > _LONGEST or not _WORDS_OF_PHRASES & set(words):
        return words
    joined = _ONE_AND_A_HALF.sub(r"1.5 \1s", f" {' '.join(words)} ")
    for phrase, meant in _SET_PHRASES:
        joined = joined.replace(f" {phrase} ", f" {meant} ")
    words = joined.split()
    return ["1", *words] if words[:1] == ["hour"] else words


_BEFORE_A_YEAR = word_set("last this next a per each every one")
_OF_AND = word_set("a half quarter bit")


def plain_units(words: list[str]) -> list[str]:
    """Return words with "3 yr", which elsewhere is "your", as years, and "hour n a half" as "hour and a half"."""
    result = list(words)
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if word == "your" and (numeral(before) is not None or before in _BEFORE_A_YEAR):
            result[at] = "year"
        elif word == "n" and after in _OF_AND:
            result[at] = "and"
    return result


def quantities(text: str) -> list[Quantity]:
    """Return every amount in a text in order; "an hour and a half" and "1 hour 20 minutes" are one each."""
    words = prepared(text)
    found: list[tuple[int, int, Quantity]] = []
    at = 0
    while at < len(words):
        hit = _quantity_at(words, at)
        if hit is None:
            at += 1
            continue
        quantity, end = hit
        found.append((at, end, quantity))
        at = end
    return _joined(found, words)


_NO_UNITS = word_set(
    "to and or in out next then at on i but this like now since as when because if so still just for with from is was the my me we he "
    "she they it you not than again mostly maybe by though thank please sorry all last only even really too plus each apiece altogether "
    "i im ive id thats theres were are had have do did would could can probably possibly before after until till about around"
)
"""Words after a number that are no unit of it: "45 like they put on my form"."""


def _quantity_at(words: list[str], at: int) -> tuple[Quantity, int] | None:
    value, end, is_rough = _value_at(words, at)
    if value is None:
        return None
    while (
        end < len(words)
        and words[end] in {"odd", "ish", "or", "so", "of", "good", "whole", "full", "solid"}
        and end < at + 5
    ):
        after = words[end + 1 : end + 2]
        if (words[end] == "or" and after != ["so"]) or (words[end] == "so" and after == ["far"]):
            break
        is_rough = is_rough or words[end] in {"odd", "ish", "or", "so"}
        end += 1
    unit = singular(words[end]) if end < len(words) else ""
    if unit and (unit in DAYS or unit.isalpha()) and unit not in _NO_UNITS:
        end += 1
    else:
        unit = ""
    half, end = _and_a_half(words, end)
    return Quantity(value + half, unit, is_rough or any(word in ROUGH for word in words[max(0, at - 2) : at])), end


def _value_at(words: list[str], at: int) -> tuple[float | None, int, bool]:
    """Return the value that begins here, where it ends, and whether it is a rough one ("a few")."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _ONCE:
        return _ONCE[word], at + 1, False
    if word in _PARTS and after in {"a", "an", "of"}:
        is_long = words[at + 2 : at + 3] in (["a"], ["an"])
        return _PARTS[word], at + (3 if is_long else 2), False
    if word in {"a", "an"}:
        return _after_article(words, at, after)
    return (_FEW[word], at + 1, word != "dozen") if word in _FEW else _figure(words, at)


_PARTS = {"half": 0.5, "quarter": 0.25}
_MEASURES = word_set("mile kilometre pound quid")
_NOT_AFTER_A = word_set("m second y d w h")


def _after_article(words: list[str], at: int, after: str) -> tuple[float | None, int, bool]:
    """Return the value of "a half", "a few", "an hour"; "a meeting" counts nothing."""
    if after in _PARTS:
        return _PARTS[after], at + 2, False
    if after in _FEW:
        return _FEW[after], at + 2, after != "dozen"
    is_unit = (singular(after) in DAYS and after not in _NOT_AFTER_A) or (
        after in _MEASURES and words[at - 1 : at] != ["even"]
    )
    return (1.0 if is_unit or words[at + 2 : at + 5] == ["and", "a", "half"] else None), at + 1, False


def _figure(words: list[str], at: int) -> tuple[float | None, int, bool]:
    word = words[at]
    if re.fullmatch(r"\d+/\d+", word) and int(word.split("/")[1]) in {2, 3, 4} and len(word) == 3:
        top, bottom = word.split("/")
        return int(top) / int(bottom), at + 1, False
    if not _FIGURE.fullmatch(word) or len(word) > 9:
        return None, at + 1, False
    value, end = float(word), at + 1
    if re.fullmatch(r"[123]/[234]", words[end] if end < len(words) else ""):
        top, bottom = words[end].split("/")
        return value + int(top) / int(bottom), end + 1, False
    if words[end : end + 1] == ["dozen"]:
        return value * 12, end + 1, False
    half, end = _and_a_half(words, end)
    return value + half, end, False


def _and_a_half(words: list[str], at: int) -> tuple[float, int]:
    for pattern, value in (
        (["and", "a", "half"], 0.5),
        (["and", "half"], 0.5),
        (["and", "a", "quarter"], 0.25),
        (["and", "a", "bit"], 0.0),
    ):
        if words[at : at + len(pattern)] == pattern:
            return value, at + len(pattern)
    return 0.0, at


def _joined(found: list[tuple[int, int, Quantity]], words: list[str]) -> list[Quantity]:
    """Add up lengths of time that stand side by side, larger unit first: "1 hour 20 minutes"; "1 h 30"."""
    result: list[Quantity] = []
    last_end = -1
    for start, end, quantity in found:
        before = result[-1] if result else None
        gap = words[last_end:start] if before else ["-"]
        if before is not None and gap in ([], ["and"]) and before.days is not None:
            unit = quantity.unit or (
                "minute" if before.unit in {"h", "hour"} and gap == [] and quantity.value < 60 else ""
            )
            size = DAYS.get(unit)
            if size is not None and size < DAYS[before.unit]:
                result[-1] = Quantity(
                    before.value + quantity.value * size / DAYS[before.unit], before.unit, before.is_rough
                )
                last_end = end
                continue
        result.append(quantity)
        last_end = end
    return result
