"""The point that a figure in a text means: "4 out of 5", "six, would be seven if the bus came", "was a nine, three since the tablet"."""

import re

from feedback.hearing.answers.counting.clauses import CLAUSES, Clause, meant
from feedback.hearing.answers.counting.number import Number
from feedback.hearing.answers.quantities import ROUGH, prepared
from feedback.hearing.answers.words.vocabulary import FILLERS, NEGATORS
from feedback.hearing.spellings import word_set

_FRACTION = re.compile(r"^(\d+)/(\d+)$")
_CANNOT_BE_WHOLE = re.compile(r"\d\.\d|\band a half\b|\bhalf\b|½")
_SPREAD = re.compile(r"\b(?:between|from) \d+ (?:and|to) \d+\b|\b\d+ (?:or|to) \d+\b(?! out of)")
_PUT_UP = re.compile(
    r"\b(\d+)\b.*\b(?:put (?:it )?|gone |went |goes |is |its |been )(up|down)(?: by| another| about| it)* (\d+)\b|\b(\d+) (?:plus|and) (\d+) (?:for|on top)\b|\b(\d+) (?:minus|take away|less) (\d+)\b"
)
_CORRECTED = re.compile(
    r"\b(?:no wait|wait no|i mean|i meant|sorry|actually|scratch that|scrap that|make (?:it|that)|change that|correction|oops|or rather|tell a lie|wait|no)\b"
)
_AROUND = (
    FILLERS
    | ROUGH
    | word_set(
        "solid strong weak good bad firm low high clear easy steady proper big fat full straight about around say said give gave call make made put score rate rating mark marks out point points "
        "star stars hovering hover sitting sits sit somewhere roughly level from me us only now today currently definitely tho though still up more exactly bang spot very always with yes no ok whole sure scale on do did ish"
    )
)
"""Words beside which a number alone is an answer: "a solid 8", "I'd give it 3 stars"."""
_DENIED = re.compile(r"\b(?:not|isnt|wasnt|never|no)(?: (?:a|an|quite|quite a|even|even a|even an))? (?=\d)")
_NEARING = re.compile(
    r"\b(\d{1,3}) (?:\w+ )?(?:bordering on|verging on|pushing|nearly|almost|close to|going on|approaching|nudging|heading for|maybe even|even|towards) (?:a |an )?\d{1,3}\b"
)
_MOST_FIGURES = 3


def by_figure(plain: str, words: list[str], low: float, high: float) -> Number | None:
    """Return the point that the figures of a text mean, or None. `plain` is the folded text, `words` its words with figures."""
    fraction = _of_how_many(words)
    if fraction is not None:
        return _scaled(*fraction, low, high)
    if _CANNOT_BE_WHOLE.search(plain):
        return None
    found = [int(word) for word in words if _is_point(word)]
    if len(found) == 1 and ("%" in plain or "percent" in words):
        return _scaled(found[0], 100, low, high)
    if len(found) == 2 and "/" in plain and found[1] == high:
        return Number(found[0])
    shifted = _shifted(" ".join(words))
    if shifted is not None:
        return Number(shifted, is_sure=False)
    return _one_of(plain, words, found, (int(low), int(high)))


def counts_something(words: list[str]) -> bool:
    """Return whether the one figure of a text stands before what it counts: "never lonely, I've 6 grandkids"."""
    at = next(at for at, word in enumerate(words) if word[0].isdigit())
    after = words[at + 1 : at + 2]
    return at > 0 and after != [] and after[0] not in _AROUND and after[0] not in _JOINING


_JOINING = word_set("but because cos and so if when or then since though as like my i we they he she would was it is")


def _is_point(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= _MOST_FIGURES


def _shifted(joined: str) -> int | None:
    """Return the sum of a number and by how much it rose or fell: "usually a 6 but the damp has put it up 2"."""
    found = _PUT_UP.search(joined)
    if not found:
        return None
    if found[1]:
        return int(found[1]) + int(found[3]) * (1 if found[2] == "up" else -1)
    return int(found[4]) + int(found[5]) if found[4] else int(found[6]) - int(found[7])


def _one_of(plain: str, words: list[str], found: list[int], ends: tuple[int, int]) -> Number | None:
    """Return the number that is meant, sure where it is the only one of a short text and nothing weakens it."""
    alone = _only_one(words, found[0]) if len(found) == 1 else None
    if alone is not None:
        return alone
    if _SPREAD.search(" ".join(words)) and "scale" not in words:
        return None
    clauses = _numbers_of_clauses(plain, ends, is_told_from="scale" in words or "from" in words)
    told = _corrected(plain, words) or _nearing(" ".join(words))
    chosen = told[0] if told else meant(clauses, _AROUND)
    return None if chosen is None else Number(int(chosen), is_sure=False)


def _only_one(words: list[str], number: int) -> Number | None:
    """Return the one number of a text. It is sure where nothing else is said: "3 nurses came" may mean no point at all."""
    first = next(at for at, word in enumerate(words) if _is_point(word))
    if not NEGATORS.isdisjoint(words[: min(3, first)]):
        return None
    is_alone = all(word in _AROUND or _is_point(word) for word in words)
    return Number(
        number, is_sure=is_alone and ROUGH.isdisjoint(words) and len(words) <= 6 and _WEAKENING.isdisjoint(words)
    )


_WEAKENING = word_set("than nearly almost below above under over off from bottom top up down would was used if between")


def _numbers_of_clauses(plain: str, ends: tuple[int, int], *, is_told_from: bool) -> list[Clause]:
    """Return the words and the numbers on the scale of each clause that has any. "On a scale of 1 to 10" has none."""
    result: list[Clause] = []
    for part in CLAUSES.split(plain):
        words = prepared(part) if part else []
        kept = _DENIED.sub("denied ", " ".join(words)).split()
        numbers = [
            float(word)
            for at, word in enumerate(kept)
            if _is_point(word) and kept[at - 1 : at] != ["denied"] and ends[0] <= int(word) <= ends[1]
        ]
        if is_told_from and len(numbers) > 1:
            numbers = [number for number in numbers if number not in ends]
        if numbers:
            result.append((words, numbers))
    return result


def _corrected(plain: str, words: list[str]) -> list[int] | None:
    """Return the number after the last correction: "4, no wait, 5"; "4, sorry, the bus was late" corrects nothing."""
    parts = _CORRECTED.split(plain)
    if len(parts) < 2 or "from" in words:
        return None
    numbers = [int(word) for word in prepared(parts[-1]) if _is_point(word)]
    before = [word for word in prepared(" ".join(parts[:-1])) if _is_point(word)]
    is_brief = len(prepared(parts[-1])) <= 6
    return numbers if len(numbers) == 1 and before and is_brief else None


def _nearing(joined: str) -> list[int] | None:
    """Return the number that comes near to another: "9 bordering on 10", "6, nearly 7"."""
    found = _NEARING.search(joined)
    return [int(found[1])] if found else None


def _of_how_many(words: list[str]) -> tuple[int, int] | None:
    """Return (4, 5) for "4/5", "4 out of 5", "4 of 5"."""
    for at, word in enumerate(words):
        pair = _FRACTION.fullmatch(word)
        if pair:
            return int(pair[1]), int(pair[2])
        rest = words[at + 1 : at + 4]
        mark = next((name for name in ("of", "o") if name in rest[:2]), None)
        if _is_point(word) and mark is not None and (mark == "of" or "out" in rest):
            whole = rest[rest.index(mark) + 1 :]
            if whole and _is_point(whole[0]):
                return int(word), int(whole[0])
    return None


def _scaled(part: int, whole: int, low: float, high: float) -> Number | None:
    """Return a point out of another whole on our scale, the nearest one, asked back; what is more than twice the whole is none."""
    if whole == high:
        return Number(part)
    if not whole or part > 2 * whole:
        return None
    value = max(low, min(part / whole, 1) * high)
    return Number(int(value + 0.5), is_sure=False)
