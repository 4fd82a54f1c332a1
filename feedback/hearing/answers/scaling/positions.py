"""A point named by where it lies: "two from the bottom", "nearly top marks", "bang in the middle", "three quarters of the way up", "a B plus"."""

import re
from itertools import pairwise

from feedback.hearing.answers.degrees import core
from feedback.hearing.answers.scaling.axis import Axis
from feedback.hearing.answers.words.sayings_of_degree import MIDDLE
from feedback.hearing.answers.words.stems import stem
from feedback.hearing.answers.words.vocabulary import NEGATORS, NEUTRAL
from feedback.hearing.spellings import word_set

_ENDS: dict[str, str] = {
    name: where
    for where, names in {
        "high": "top|highest|maximum|max|full marks|full score|top score|top mark|full whack|ceiling|summit|top marks|tops|upper end|top end|high end|highest end|top mark",
        "low": "bottom|lowest|minimum|rock bottom|floor|lower end|bottom end|low end|bottom mark",
        "good": "best|perfect|perfection|very best|ideal|good end",
        "bad": "worst|very worst|worst end|bad end",
    }.items()
    for name in names.split("|")
}
_END = "|".join(sorted(_ENDS, key=len, reverse=True))
_COUNT = {
    "one": 1,
    "1": 1,
    "a": 1,
    "just": 1,
    "bit": 1,
    "two": 2,
    "2": 2,
    "couple": 2,
    "three": 3,
    "3": 3,
    "four": 4,
    "4": 4,
}
_STEP = re.compile(
    rf"\b(one|two|three|four|[1-4]|a|just|bit|couple) ?(?:of )?(?:notch(?:es)?|points?|steps?|places?|marks?|rungs?|touch|tad|bit|little|smidge|down|up|less|more|short)? ?"
    rf"(?:down |up |short |less |more |shy |back |away |in )?(?:off|below|under|from|above|short of|shy of|of|than|before|over)"
    rf" (?:of )?(?:the )?(?:very |absolute )*({_END})\b"
)
_NTH = re.compile(
    rf"\b(second|2nd|third|3rd|fourth|next|penultimate)(?: one)?(?: to| from| up from| down from| off| below| above)? (?:the )?(?:very )?({_END})\b"
)
_NTH_COUNT = {"second": 1, "2nd": 1, "next": 1, "penultimate": 1, "third": 2, "3rd": 2, "fourth": 3}
_NEARLY = re.compile(
    rf"\b(?:nearly|almost|close to|near|nigh on|not far off|not quite|just about|practically|just short of|just shy of|just off|just below|just under|just above|just over|towards?|round about|approaching|verging on)"
    rf" (?:at |to )?(?:the )?(?:very |absolute )*({_END})\b"
)
_AT_END = re.compile(rf"\b(?:very |absolute )?({_END})\b")
_BESIDE_MIDDLE = re.compile(
    r"\b(just |bit |touch |tad |slightly |little |one |notch )*(above|over|up from|better than|higher than|more than|below|under|down from|worse than|lower than|less than|upper|lower) "
    r"(?:the )?(?:middle|halfway|half way|average|mid ?way|midpoint|half|centre)\b"
)
_UPWARDS = word_set("above over up better higher more upper")
_PARTS = {"quarter": 0.25, "third": 1 / 3, "half": 0.5, "thirds": 2 / 3, "quarters": 0.75, "tenths": 0.1, "fifths": 0.2}
_PART = re.compile(
    r"^(?:[a-z]+ ){0,2}?(?:(?:about|around|roughly|maybe|say|over|just over|just under) )*(?:(a|one|1|two|2|three|3|nine|9|four|4) )?(quarter|third|half|quarters|thirds|tenths|fifths)"
    r"(?: way| full| of the way(?: up| there)?| the way up| up| marks)?$"
)
_MARK = re.compile(
    r"^(?:(?:its|it|a|an|id|say|give|it|them|about|maybe|probably|solid|grade|get|gets|i|would|strong|mark) )*([a-f])(?: (plus|minus))?$"
)
_MARKS = {"a": 1.0, "b": 0.75, "c": 0.5, "d": 0.25, "e": 0.0, "f": 0.0}
_MEDALS = {"gold medal": 1.0, "gold": 1.0, "gold star": 1.0, "silver": 0.75, "silver medal": 0.75, "bronze": 0.5, "bronze medal": 0.5, "distinction": 1.0, "merit": 0.75, "flying colours": 1.0, "fail": 0.0, "big fat fail": 0.0, "epic fail": 0.0, "nul points": 0.0, "nil points": 0.0, "no marks": 0.0, "zero marks": 0.0, "no points": 0.0}  # fmt: skip
_EVEN = re.compile(r"\b50(?:/| )50\b|\b6 of (?:1|one)\b|\b[12] thumbs?\b")
_LONGEST = 16


def position(axis: Axis, words: list[str]) -> tuple[int, bool] | None:
    """Return the point that some words name by where it lies, and whether that is plain; None where they name none."""
    if len(words) > _LONGEST:
        return None
    joined = " ".join(_with_ends_named(axis, words))
    step = _stepped(axis, joined) or _marked(axis, joined)
    if step is not None:
        return step, False
    return _middle(axis, words, joined) or _at_end(axis, words, joined)


def _with_ends_named(axis: Axis, words: list[str]) -> list[str]:
    """Return words in which "the unsafe end" is "the high end" where that end is called so."""
    named = list(words)
    for at, (word, after) in enumerate(pairwise(words)):
        if after in {"end", "side"}:
            form = stem(word)
            named[at] = "low" if form in axis.names[0] else "high" if form in axis.names[1] else word
    return named


def without_steps(axis: Axis, words: list[str]) -> list[str]:
    """Return words without figures that are no points: "1 below the worst", "3 quarters of the way", "50/50"."""
    joined = " ".join(_with_ends_named(axis, words))
    return [] if _PART.match(joined) else _EVEN.sub(" ", _STEP.sub(" ", joined)).split()


def _stepped(axis: Axis, joined: str) -> int | None:
    """Return the point so many steps from an end."""
    for pattern, counts in ((_STEP, _COUNT), (_NTH, _NTH_COUNT)):
        found = pattern.search(joined)
        if found:
            return _from_end(axis, found[2], counts[found[1]])
    found = _NEARLY.search(joined)
    return _from_end(axis, found[1], 1) if found else None


def _from_end(axis: Axis, name: str, steps: int) -> int | None:
    sign = _sign_of(axis, name)
    point = axis.end(sign) - sign * steps
    return point if axis.low <= point <= axis.high else None


def _sign_of(axis: Axis, name: str) -> int:
    return {"high": 1, "low": -1, "good": axis.good, "bad": -axis.good}[_ENDS[name]]


def _marked(axis: Axis, joined: str) -> int | None:
    """Return the point of a school mark, a medal or a part of the whole."""
    mark = _MARK.match(joined)
    share = _MARKS[mark[1]] if mark else _MEDALS.get(joined)
    if share is not None:
        return axis.at(share if axis.good > 0 else 1 - share)
    part = _PART.match(joined)
    if part is None or part[2] == "half":
        return None
    count = _COUNT.get(part[1] or "one", 9)
    size = {"quarters": 0.25, "thirds": 1 / 3}.get(part[2], _PARTS[part[2]])
    return axis.at(count * size) if count * size <= 1 else None


def _middle(axis: Axis, words: list[str], joined: str) -> tuple[int, bool] | None:
    """Return the middle, or the point beside it; of an even number of points the lower one in the middle, which is not plain."""
    middle = (axis.low + axis.high) / 2
    beside = _BESIDE_MIDDLE.search(joined)
    if beside:
        is_up = beside[2] in _UPWARDS
        return int(middle + 1 if is_up else -(-middle // 1) - 1), False
    is_middle = (
        not _MIDDLE.isdisjoint(words) or joined in _HALVES or MIDDLE.stand_in(words) or " ".join(core(words)) in NEUTRAL
    )
    if not is_middle:
        return None
    return int(middle), middle.is_integer() and len(words) <= 4 and NEGATORS.isdisjoint(words[:4])


_MIDDLE = word_set("middle midway halfway centre center neutral midpoint meh")
_HALVES = frozenset({"half marks", "half", "half way"})


def _at_end(axis: Axis, words: list[str], joined: str) -> tuple[int, bool] | None:
    """Return an end that is named: "top marks", "the very bottom"; not where that is denied."""
    found = _AT_END.search(joined)
    if found is None or not NEGATORS.isdisjoint(words[:4]) or len(words) > _NAMED:
        return None
    return axis.end(_sign_of(axis, found[1])), len(words) <= 4 and _ENDS[found[1]] in {
        "high",
        "low",
        "good",
    } and axis.good > 0


_NAMED = 12
