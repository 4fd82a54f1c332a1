"""A number in the unit that was asked for: "half an hour" is 30 minutes. What lies outside the range is never something else."""

import re
from itertools import pairwise

from feedback.hearing.answers.bands import rate_in
from feedback.hearing.answers.counting.clauses import CLAUSES, Clause, meant
from feedback.hearing.answers.counting.nothing import is_none
from feedback.hearing.answers.counting.number import Number
from feedback.hearing.answers.counting.people import children, people
from feedback.hearing.answers.counting.spans import span
from feedback.hearing.answers.counting.worked_out import things, worked_out
from feedback.hearing.answers.degrees import core
from feedback.hearing.answers.quantities import DAYS, ROUGH, Quantity, prepared, quantities, singular
from feedback.hearing.answers.times.ages import age, year_of_birth
from feedback.hearing.answers.words.vocabulary import FILLERS, NEGATORS, NOTHING_OF_THESE
from feedback.hearing.ask import Ask
from feedback.hearing.normal import folded, nearest, tokens
from feedback.hearing.numerals import foreign_numeral
from feedback.hearing.spellings import word_set

_BELOW_ZERO = re.compile(r"(?:^|[\s(])(?:-|−|minus\s|negative\s)\s*\d")
_TIMES_A_THOUSAND = re.compile(r"\d\s*(?:k|m|mil|million|billion|bn)\b")
_MONEY = re.compile(r"£\s*(\d)")
_K_POUNDS = re.compile(r"\b(\d{1,3}(?:\.\d)?)\s?k\b")
_WORDS_FOR_MONEY = {"fiver": "5", "tenner": "10", "quid": "pounds", "grand": "thousand pounds", "squid": "pounds"}
_TO_MILES = {
    "mile": 1.0,
    "km": 0.621371,
    "k": 0.621371,
    "kilometre": 0.621371,
    "kilometer": 0.621371,
    "yard": 1 / 1760,
    "metre": 0.000621371,
    "m": 0.000621371,
}
_NEVER = word_set("never nothing none zero nil nobody nowt noone free")
_SPREAD = word_set("to or between and")
_BESIDE = (
    FILLERS
    | ROUGH
    | word_set(
        "now today in total altogether all of them only just about still got take took waited wait have had been there are we us my his her for at on up exactly bang definitely easily easy whole full good wee little "
        "days weeks months years hours minutes times day week month year hour minute time odd ish so or more plus yes no currently at most least last count old young aged"
    )
)
"""Words beside which a number stands alone."""


def hear_number(ask: Ask, text: str) -> Number | None:
    """Return the number that a text means in `ask.unit`, or None if none, several, or one outside the range."""
    plain = _MONEY.sub(r"\1", folded(text))
    plain = _K_POUNDS.sub(lambda found: str(round(float(found[1]) * 1000)), plain) if ask.unit == "pounds" else plain
    if _BELOW_ZERO.search(plain) or (_TIMES_A_THOUSAND.search(plain) and "mile" not in ask.unit):
        return None
    found = _number(ask, _money(plain))
    if found is None:
        return None
    if ask.unit in {"years", "months"} and 1900 < found.value < 2100 and ask.today is not None:
        found = Number((ask.today.year - found.value) * (12 if ask.unit == "months" else 1), is_sure=False)
    low, high = ask.range or (found.value, found.value)
    return found if low <= found.value <= high else None


def _money(plain: str) -> str:
    return " ".join(_WORDS_FOR_MONEY.get(word, word) for word in plain.split())


_CORRECTED = re.compile(r"\b(?:no wait|wait no|i mean|i meant|sorry|actually|no make it|make that|no)\b")
_GOOD_HOUR = re.compile(r"\b(a|an|1) (?:good|solid|whole|full|bare|short|long|quick) (?=\w+)")
_POUNDS_AND_PENCE = re.compile(
    r"(\d+) (?:pounds?) (\d{1,2})(?: (?:p|pence))?(?= (?:on|for|each|there|in|by|to|at)\b|$)"
)
_PLACES = re.compile(
    r"\b(?:my|the|our) (?:(\d+)(?:st|nd|rd|th)|(\w+))(?: (?:time|one|visit|meeting|go|year|session))?$"
)
_NTH = {
    word: n
    for n, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
_JOINED = re.compile(r"\b(?:and|then|plus)\b")
_NO_SUM = word_set("used now said told before instead")
_A_DAY = re.compile(r"\b(?:a|per|each|every) day\b|\bdaily\b")
_NUMBER_WORDS = tuple(
    sorted(
        word_set(
            "three seven eight eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
            "sixty seventy eighty ninety hundred"
        )
    )
)


def _number(ask: Ask, text: str) -> Number | None:
    """Return the number in a text: told round about, or as it stands, after a correction, as a sum, or with slips of the finger mended."""
    plain = _GOOD_HOUR.sub(r"\1 ", " ".join(prepared(text)))
    plain = _POUNDS_AND_PENCE.sub(r"\1.\2", plain)
    about = _round_about(ask, plain, text)
    if about is not None:
        return about
    is_daily = _A_DAY.search(plain) is not None and "week" in tokens(ask.question) and singular(ask.unit) != "day"
    plain = " ".join(_A_DAY.sub(" ", plain).split()) if is_daily else plain
    is_sum = len(quantities(plain)) > 1 and _JOINED.search(plain) is not None and _NO_SUM.isdisjoint(plain.split())
    found = _concluded(ask, plain) or _multiplied(ask, plain)
    found = found or (_summed(ask, plain) if is_sum else None) or _corrected(ask, text) or _of_clauses(ask, text)
    found = found or _as_said(ask, plain) or _summed(ask, plain) or _mended(ask, plain) or _foreign(plain)
    return Number(found.value * 7, is_sure=False) if found is not None and is_daily else found


def _round_about(ask: Ask, plain: str, text: str) -> Number | None:
    """Return the number that a text tells without saying it: counted up, worked out, or none in so many words. It is never sure."""
    rated = _by_rate(ask, plain)
    if rated is not None:
        return rated
    if is_none(ask, plain, text):
        return Number(0, is_sure=" ".join(core(tokens(text))) in NOTHING_OF_THESE - {"no"})
    found = _counted(ask, plain, text)
    found = span(ask, text) if found is None else found
    found = worked_out(ask, plain) if found is None else found
    return None if found is None else Number(_whole(_near(found)), is_sure=False)


def _counted(ask: Ask, plain: str, text: str) -> float | None:
    """Return how many people, children, years or things are told one by one."""
    marked = _with_marks(text)
    if singular(ask.unit) == "person":
        return people(ask, marked)
    if ask.unit in {"children", "kids"}:
        return children(marked)
    if ask.unit == "years" and _AGE.search(ask.question.casefold()):
        return age(plain) or year_of_birth(plain)
    return None if _CONCLUSION.search(plain) else things(ask, marked)


_AGE = re.compile(r"\b(?:old|age)\b")


def _with_marks(text: str) -> str:
    """Return a text with figures for numbers and with its commas and stops, so that what is told one by one is told apart."""
    parts = re.split(r"([,.;!?(\n](?!\d))", text)
    return "".join(part if at % 2 else f" {' '.join(prepared(part))} " for at, part in enumerate(parts))


def _of_clauses(ask: Ask, text: str) -> Number | None:
    """Return the one of several numbers that is meant: "10. used to be 30", "they said 12 but it was 18 in the end"."""
    told: list[Clause] = []
    for part in CLAUSES.split(text):
        words = prepared(part) if part else []
        value = _as_said(ask, " ".join(words)) if any(word[0].isdigit() for word in words) else None
        if value is not None:
            told.append((words, [value.value]))
    found = meant(told, _BESIDE) if len(told) > 1 else None
    return None if found is None else Number(_whole(found), is_sure=False)


def _foreign(plain: str) -> Number | None:
    """Return the number that a text of one word is in another language."""
    value = foreign_numeral(plain)
    return None if value is None else Number(value, is_sure=False)


_CONCLUSION = re.compile(
    r"\b(?:so|makes|making|total of|in total|thats|that is|altogether|all told|which is|call it|comes to|adds up to|what is that|whats that|what that) (?:its |thats |whats that |what |that |about |still |only |just |around |say )*(\d+(?:\.\d+)?)(?: \w+){0,2}$"
)
_DENIED = re.compile(r"\b(?:not|no longer|rather than|instead of) (?:a |the )?\d+\b")


def _concluded(ask: Ask, plain: str) -> Number | None:
    """Return the number to which a text comes: "10 were booked but I missed one, so 9"; what is denied counts no more ("45 not 54")."""
    end = _CONCLUSION.search(plain)
    if end and any(letter.isdigit() for letter in plain[: end.start()]):
        return Number(_whole(float(end[1])), is_sure=False)
    kept = _DENIED.sub(" ", plain)
    found = _as_said(ask, kept) if kept != plain and any(letter.isdigit() for letter in kept) else None
    return None if found is None else Number(found.value, is_sure=False)


def _by_rate(ask: Ask, plain: str) -> Number | None:
    """Return how many times a week or a month something is, where that is the unit: "daily" is 7, "mon to fri" 5."""
    per = next((a_year for unit, a_year in (("week", 52.0), ("month", 12.0)) if f"a {unit}" in ask.unit), None)
    if per is None:
        return None
    if _WORKDAYS.search(plain):
        return Number(5, is_sure=False)
    rate = rate_in(plain.split())
    return None if rate is None else Number(_whole(float(round(rate / per))), is_sure=False)


_WORKDAYS = re.compile(r"\bmon(?:day)?s? (?:to|till|until|through|thru) fri(?:day)?s?\b|\bweekdays\b")


def _corrected(ask: Ask, text: str) -> Number | None:
    """Return the number after a correction: "4, no 5"."""
    parts = _CORRECTED.split(text)
    found = (
        _as_said(ask, parts[-1]) if len(parts) > 1 and any(c.isdigit() for c in " ".join(prepared(parts[0]))) else None
    )
    return None if found is None else Number(found.value, is_sure=False)


def _summed(ask: Ask, plain: str) -> Number | None:
    """Return the sum of two or three numbers told one after the other: "2 in March and 1 in May", "10 by foot then 15 by bus"."""
    parts = [] if "between" in plain else re.split(r"\b(?:and|then|plus)\b|[,+]", plain)
    if ask.unit == "pounds":
        parts = [part for part in parts if any(letter.isdigit() for letter in part)]
    values = [_as_said(ask, part) for part in parts]
    if (
        not 1 < len(parts) < 4
        or any(value is None for value in values)
        or not all(any(c.isdigit() for c in part) or _ONE_LENGTH.search(part) for part in parts)
    ):
        return None
    return Number(_whole(sum(value.value for value in values if value is not None)), is_sure=False)


_ONE_LENGTH = re.compile(r"\b(?:a|an) (?:hour|day|week|month|year)\b")
_RATE_AND_LENGTH = re.compile(r"\b(\d+) (\w+?)s? (?:a|per|each|every) (\w+?)\b.*?\b(\d+) \3s?\b")
_LENGTH_AND_RATE = re.compile(
    r"\b(\d+) (\w+?)s? (?:at|of|times|by|x) (\d+) (\w+?)s?(?: (?:a|per|each|every) \2| each)?\b"
)
_BOTH_WAYS = re.compile(
    r"\b(?:same back|each way|there and back again|and back the same|both ways|same again back|and again coming back)\b"
)


def _multiplied(ask: Ask, plain: str) -> Number | None:
    """Return the product of "4 hours a month, 12 months", "5 days at 3 hours a day", "6.20 each way"."""
    unit = singular(ask.unit)
    rate, length = _RATE_AND_LENGTH.search(plain), _LENGTH_AND_RATE.search(plain)
    if rate and rate[2] == unit:
        return Number(int(rate[1]) * int(rate[4]), is_sure=False)
    if length and length[4] == unit:
        return Number(int(length[1]) * int(length[3]), is_sure=False)
    is_double = ask.unit == "pounds" and _BOTH_WAYS.search(plain) is not None and len(quantities(plain)) == 1
    return Number(_whole(quantities(plain)[0].value * 2), is_sure=False) if is_double else None


def _mended(ask: Ask, plain: str) -> Number | None:
    """Return the number of a word with a slip of the finger ("twelv", "fiften"), or of an ordinal ("my fifth")."""
    words = plain.split()
    place = _PLACES.search(plain)
    if place and (place[1] or place[2] in _NTH):
        return Number(int(place[1]) if place[1] else _NTH[place[2]], is_sure=False)
    mended = [nearest(word, _NUMBER_WORDS) or word if len(word) > 4 and word.isalpha() else word for word in words]
    found = _as_said(ask, " ".join(mended)) if mended != words and len(words) < 8 else None
    return None if found is None else Number(found.value, is_sure=False)


def _as_said(ask: Ask, text: str) -> Number | None:
    words = prepared(text)
    if not words:
        return None
    said = [quantity for at, quantity in enumerate(quantities(text)) if not at or quantity.value != 1 or quantity.unit]
    if len(said) == 1 and said[0].value == 1 and not NEGATORS.isdisjoint(words[:4]):
        return Number(0, is_sure=False)
    if not said:
        return _without_figures(ask, words)
    fitting = [
        (quantity, value)
        for quantity in said
        if (value := in_unit(quantity, singular(ask.unit), len(words))) is not None
    ]
    named = [(quantity, value) for quantity, value in fitting if quantity.unit]
    exact = [(quantity, value) for quantity, value in named if _is_unit(quantity, ask.unit)]
    same = [(quantity, value) for quantity, value in named if quantity.unit == singular(ask.unit)]
    exact = same if len(same) == 1 < len(exact) else exact
    chosen = exact or fitting[:1] if len(said) == 1 or exact else fitting
    if len(chosen) != 1 or _is_spread(words, said):
        return None
    quantity, value = chosen[0]
    is_sure = (
        not quantity.is_rough
        and ROUGH.isdisjoint(words)
        and len(said) == 1
        and not any(word in words for word in ("than", "over", "under", "not", "between", "least"))
    )
    is_other_unit = quantity.unit in {"day", "night"} and singular(ask.unit) in {"hour", "minute"}
    is_sure = is_sure and not is_other_unit and _DOUBTFUL.isdisjoint(words) and not ("half" in words and "of" in words)
    others = sum(not word[0].isdigit() and word not in _BESIDE and singular(word) != quantity.unit for word in words)
    is_sure = is_sure and others <= _MOST_OTHERS
    return Number(_whole(value), is_sure=is_sure and (len(words) <= 10 or bool(exact)))


_DOUBTFUL = word_set(
    "way plus with each both and me extra another too used was would next soon nearly till until per every a_day or than once"
)
_MOST_OTHERS = 3
"""Words beside a number and its unit with which it is certain yet."""


def _is_unit(quantity: Quantity, unit: str) -> bool:
    is_time = unit == "times" and quantity.unit in _TIMES
    return is_time or quantity.unit == singular(unit) or (quantity.days is not None and singular(unit) in DAYS)


_TIMES = word_set("go goe try trie attempt call shot turn visit phonecall")


def _in_time(quantity: Quantity, unit: str) -> float | None:
    if unit == "week" and quantity.unit == "month" and quantity.value <= _SHORT_MONTHS:
        return quantity.value * 4
    return None if quantity.days is None else _near(quantity.days / DAYS[unit])


_SHORT_MONTHS = 2
"""Months that people count as four weeks each; more are reckoned by the calendar."""


def in_unit(quantity: Quantity, unit: str, words: int) -> float | None:
    """Return a quantity in a unit; None where it counts something else. A unit that we do not know passes in a short text."""
    if not quantity.unit:
        return quantity.value
    if unit in DAYS:
        return _in_time(quantity, unit)
    if unit == "mile" and quantity.unit in _TO_MILES:
        return round(quantity.value * _TO_MILES[quantity.unit], 1)
    if quantity.days is not None or quantity.unit in {"percent", "k"}:
        return None
    if quantity.unit in {"p", "pence", "penny"} and unit == "pound":
        return quantity.value / 100
    is_unit = quantity.unit == unit or (unit == "time" and quantity.unit in _TIMES)
    return quantity.value if is_unit or words <= 12 else None


def _near(value: float) -> float:
    """Return a value without the dust of converting: 120.00000000001 is 120; months in days are rounded."""
    whole = round(value)
    return float(whole) if abs(value - whole) < 0.02 * max(1.0, abs(value)) else round(value, 2)


def _is_spread(words: list[str], said: list[Quantity]) -> bool:
    """Return whether two numbers are the ends of a range: "10 to 15", "3 or 4"."""
    figures = [at for at, word in enumerate(words) if re.fullmatch(r"\d+(?:\.\d+)?", word)]
    near = any(later - earlier == 2 and words[earlier + 1] in _SPREAD for earlier, later in pairwise(figures))
    return len(said) > 1 and near


def _without_figures(ask: Ask, words: list[str]) -> Number | None:
    """Return the number that a text without figures means: "none", "didnt wait", "only my husband", "an hour" without its article."""
    if _is_none(words):
        return Number(0, is_sure=" ".join(core(words)) in NOTHING_OF_THESE and "no" not in words)
    unit = singular(ask.unit)
    joined = " ".join(words)
    if (any(phrase in joined for phrase in _THE_ONLY) and len(words) <= 6) or joined.startswith(_FIRST_AND_ONLY):
        return Number(1, is_sure=False)
    if unit in DAYS:
        return _named_length(ask, words)
    is_one = (len(words) <= 5 and "one" in words) or (unit in {"time", "visit", "fall"} and _ONLY_THEN.match(joined))
    return Number(1, is_sure=False) if is_one else None


_THE_ONLY = (
    "just the one",
    "only the one",
    "the one",
    "only the first",
    "just the first",
    "only the last",
    "first one",
    "my first",
)
_FIRST_AND_ONLY = (
    "just the one",
    "only the one",
    "first time",
    "first go",
    "first try",
    "first attempt",
    "on the first",
)
_ONLY_THEN = re.compile(r"(?:only|just) (?:at|on|in|when|that|last|once|one|over|during)\b")
_DENIALS = word_set("didnt dont havent wasnt hasnt")


def _is_none(words: list[str]) -> bool:
    if " ".join(core(words)) in NOTHING_OF_THESE or (len(words) <= 8 and not _NEVER.isdisjoint(words)):
        return True
    if words[0] in _NEVER and len(words) <= 14 and (words[1:2] == ["of"] or words[0] in {"zero", "nil", "never"}):
        return True
    begins = (
        words[:2] in (["not", "any"], ["no", "time"], ["not", "one"], ["not", "been"])
        or words[0] == "havent"
        or words[:2] == ["i", "havent"]
    )
    return begins or (len(words) <= 5 and not _DENIALS.isdisjoint(words[:2]))


def _named_length(ask: Ask, words: list[str]) -> Number | None:
    """Return 1 for "an hour" said without its article ("hour", "week"), in the unit asked for."""
    if len(words) != 1 or singular(words[0]) not in DAYS or words[0] in {"m", "h", "d", "w", "y", "second"}:
        return None
    return Number(_whole(_near(DAYS[singular(words[0])] / DAYS[singular(ask.unit)])), is_sure=False)


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value
