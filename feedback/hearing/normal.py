"""The normal form of what people type, on which all hearing stands.

`normalise` folds case and compatible characters (Unicode NFKC), drops apostrophes ("don't" is "dont"), writes phone spelling out
(`spellings.SPELLINGS`), tames letters held down ("yesss"), turns key caps into digits, keeps an emoji as a word of its own, and leaves
no marks but those inside figures ("4/5", "1.5", "10-15", "10:30"). All of it takes time linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from feedback.hearing.spellings import DOUBLE_ENDS, SPELLINGS

YES_MARKS = frozenset("👍👌✅✔☑🆗💯🙌👏🤝⭕")
"""Emoji that say yes where a yes is asked for. `normalise` keeps each as a word of its own, without skin tones."""
NO_MARKS = frozenset("👎❌✖🚫🙅⛔🛑❎✗✘")
"""Emoji that say no."""
UNSURE_MARKS = frozenset("🤷❓🤔😕❔")
"""Emoji that say not sure."""

_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼ＇", ""))
_INVISIBLE = re.compile("[\ufe0e\ufe0f\u200b-\u200f\u2060\u00ad\u20e3\U0001f3fb-\U0001f3ff\u2640\u2642\ufeff]")
_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u0e31-\u0eff])"
_EMOJI = "[\U0001f000-\U0001faff\u2300-\u27bf\u2b00-\u2bff]"
_WORD = re.compile(rf"\d+(?:[./:,-]\d+)+(?!{_LETTER})|{_LETTER}+|{_EMOJI}")
_HELD = re.compile(r"([^\W\d_])\1{2,}")
_CLAUSE = re.compile(r"[.,:](?!\d)|(?<!\d)[.,:]|[;!?\n()…–—]|\s-+(?=\s)")
_PARTS = re.compile(r"\d+|\D+")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_FRACTIONS = str.maketrans({"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3"})
_CASUALTY = re.compile(r"\ba[&+]e\b")
"""An emergency department, of which the marks would make two letters."""
_DIGITS = {start + n: str(n) for start in (0x660, 0x6F0, 0x966, 0x9E6, 0xA66) for n in range(10)}
"""Arabic, Persian, Devanagari, Bengali and Gurmukhi digits."""
_SAID_BY_A_LETTER = frozenset("kyn")
"""Letters that mean a word when they are held down ("kkk" is ok); of "qqq" nobody knows."""
_LONGEST = 40
"""No word of a language is longer; what is, is compared as it stands."""


def normalise(text: str) -> str:
    """Return the normal form of a text: words with single spaces between them. "" where it holds marks alone."""
    return _normal(text)


def tokens(text: str) -> list[str]:
    """Return the words of the normal form, in order. A figure with its unit is two words: "20mins" is "20", "minutes"."""
    return list(_tokens(text))


def forget() -> None:
    """Let go of the words in memory: what a text was cut into is kept while that text is heard, and no longer."""
    for kept in (_tokens, _normal, _clauses):
        kept.cache_clear()


@lru_cache(maxsize=256)
def _normal(text: str) -> str:
    return " ".join(_tokens(text))


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[str, ...]:
    result: list[str] = []
    for raw in _WORD.findall(folded(text)):
        is_unit = len(raw) == 1 and result and result[-1].isdigit()
        result.extend((raw,) if is_unit else _written_out(raw))
    return tuple(result)


def folded(text: str) -> str:
    """Return a text in small letters and compatible characters, no apostrophes or invisible marks; other marks stay."""
    if text.isascii():
        return _CASUALTY.sub("casualty", text.casefold().translate(_APOSTROPHES))
    plain = unicodedata.normalize("NFKC", text.translate(_FRACTIONS).translate(_DIGITS)).casefold()
    bare = _INVISIBLE.sub("", plain).translate(_APOSTROPHES)
    return unicodedata.normalize("NFKC", bare).casefold().translate(_APOSTROPHES)


def clauses(text: str) -> list[str]:
    """Return the normal forms of the parts of a text between its marks (.,:;!? dashes, brackets, line ends)."""
    return list(_clauses(text))


@lru_cache(maxsize=64)
def _clauses(text: str) -> tuple[str, ...]:
    return tuple(normal for part in _CLAUSE.split(folded(text)) if part and (normal := normalise(part)))


@lru_cache(maxsize=4096)
def _known(word: str) -> tuple[str, ...]:
    """Return the plain words that a word of the table stands for. Only words of the table are kept in memory."""
    return tuple(SPELLINGS[word].split())


def _written_out(raw: str) -> tuple[str, ...]:
    if raw in SPELLINGS:
        return _known(raw)
    if raw.isalpha() and len(raw) > 2:
        word = _tamed(raw) if len(raw) <= _LONGEST else raw
        if len(word) == 1 and word not in _SAID_BY_A_LETTER:
            return (raw,)
        return _known(word) if word in SPELLINGS else (word,)
    if not raw[0].isdigit() or not raw.isalnum() or _ORDINAL.fullmatch(raw):
        return (raw,)
    return tuple(word for part in _PARTS.findall(raw) for word in _part_written_out(part))


def _part_written_out(part: str) -> tuple[str, ...]:
    """Return the words of a part between figures. One letter is a unit, and stays: "12k" is no "ok"."""
    return (part,) if len(part) == 1 or part.isdigit() else _written_out(part)


def _tamed(word: str) -> str:
    """Return a word without letters held down: "nooo" is "no", "gooood" is "good", "wellll" is "well"."""
    held = _HELD.search(word)
    while held:
        before, letter, rest = word[: held.start()], held[1], word[held.end() :]
        doubled = before + letter * 2 + rest
        stays = doubled in DOUBLE_ENDS or (rest and letter in "eo" and len(doubled) > 3)
        word = doubled if stays else before + letter + rest
        held = _HELD.search(word)
    return word


def nearest(word: str, vocabulary: Iterable[str]) -> str | None:
    """Return the one word of a vocabulary that this may be a slip of the finger of, or None. An exact word is itself.

    Slips are counted as Damerau (1964) did: a letter too many, too few, another, or two that changed places. Allowed are none in
    words under four letters, one up to seven, two above. Two words equally near are none.
    """
    allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    best: tuple[int, str] | None = None
    is_tied, first, last, size = False, word[:1], word[-1:], len(word)
    for known in vocabulary:
        if known == word:
            return word
        is_like = known[:1] == first or known[-1:] == last
        if not is_like or abs(len(known) - size) > allowed or len(known) < 4:
            continue
        distance = slips(word, known, allowed)
        if distance <= allowed and (best is None or distance <= best[0]):
            is_tied = best is not None and distance == best[0] and known != best[1]
            best = (distance, known)
    return None if best is None or is_tied else best[1]


def slips(left: str, right: str, most: int) -> int:
    """Return how many slips lie between two words (Damerau, neighbours swapped counts one); above `most` it gives up.

    Only so many letters to either side are compared: what lies further away is more slips than that already.
    """
    wide, far = len(right), most + 1
    if abs(len(left) - wide) > most:
        return far
    before: list[int] = []
    row = [min(at, far) for at in range(wide + 1)]
    for i, letter in enumerate(left, 1):
        after = [far] * (wide + 1)
        first, last = max(1, i - most), min(wide, i + most)
        after[first - 1] = min(i, far) if first == 1 else far
        for j in range(first, last + 1):
            other = right[j - 1]
            cost = min(row[j] + 1, after[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            after[j] = cost
        if min(after) > most:
            return far
        before, row = row, after
    return min(row[-1], far)
