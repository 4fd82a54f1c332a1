"""Which language a text is in, or asks for, as a code of ISO 639-1."""

import re

from feedback.hearing.normal import tokens
from feedback.hearing.spellings import word_set
from feedback.hearing.wording.languages import (
    AFTER_A_WISHED,
    ASKING,
    BEFORE_A_WISHED,
    LETTERS,
    NAMES,
    SCRIPTS,
    TELLING,
    WISHING,
    WORDS,
)
from feedback.hearing.wording.templates import compiled

LONGEST = 400
"""Letters that are looked at: a language shows early."""
_ASKING = compiled(ASKING.replace("<L>", "LANGUAGE"))
_NAME = "LANGUAGE"
_WISHING, _TELLING = word_set(WISHING), word_set(TELLING)
_BEFORE_A_WISHED, _AFTER_A_WISHED = word_set(BEFORE_A_WISHED), word_set(AFTER_A_WISHED)
_CODES: dict[str, list[str]] = {}
"""The languages that a word is frequent in."""
for _code, _known in WORDS.items():
    for _word in _known:
        _CODES.setdefault(_word, []).append(_code)
_FOREIGN = re.compile("[^\x00-\u024f]")


def guess_language(text: str) -> str | None:
    """Return the language that a text is written in, where it is plainly another than English; None where it is not."""
    words = tokens(text[:LONGEST])
    return _by_script("".join(words)) or _by_words(words)


def names_a_language(text: str) -> bool:
    """Return whether a text holds the name of a language, in English or in itself."""
    return not NAMES.keys().isdisjoint(tokens(text[:LONGEST]))


def language_asked_for(text: str) -> str | None:
    """Return the language that a text asks for ("can I do this in Urdu"), or None."""
    words = tokens(text[:LONGEST])
    named = [NAMES[word] for word in words if word in NAMES]
    if not named or len(words) > 14:
        return None
    last = max(at for at, word in enumerate(words) if word in NAMES)
    line = " ".join(_NAME if at == last else word for at, word in enumerate(words)) + " "
    return named[-1] if _ASKING.fullmatch(line) else None


def language_wished_for(text: str) -> str | None:
    """Return the language that a short text seems to wish for, whatever its wording ("my mum only reads Bengali"), or None.

    It is a guess: of two languages it is the one that stands after "to" or "in", or else the one that is not English.
    """
    words = tokens(text[:LONGEST])
    named = [at for at, word in enumerate(words) if word in NAMES]
    is_wish = "?" in text or not _WISHING.isdisjoint(words)
    if not named or len(words) > 16 or not _TELLING.isdisjoint(words) or not is_wish:
        return None
    wished = [
        at
        for at in named
        if words[at - (2 if words[max(0, at - 1)] == "the" else 1) if at else at] in _BEFORE_A_WISHED
        or not _AFTER_A_WISHED.isdisjoint(words[at + 1 : at + 2])
    ]
    codes = [NAMES[words[at]] for at in wished]
    return next((code for code in codes if code != "en"), codes[0] if codes and "back" in words else None)


def _by_script(letters: str) -> str | None:
    foreign = "".join(_FOREIGN.findall(letters))
    if not foreign or 2 * len(foreign) < len(letters):
        return None
    for special, code in LETTERS:
        if any(letter in foreign for letter in special):
            return code
    first = ord(foreign[0])
    return next((code for low, high, code in SCRIPTS if low <= first <= high), None)


def _by_words(words: list[str]) -> str | None:
    """Return the language with most of its frequent words here, if they are two fifths of the text and two at least."""
    counts: dict[str, int] = {}
    for word in words:
        for code in _CODES.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    if not counts:
        return None
    best = max(counts, key=lambda code: counts[code])
    is_plain = counts[best] >= 2 and 5 * counts[best] >= 2 * len(words)
    is_alone = sum(count == counts[best] for count in counts.values()) == 1
    return best if is_plain and is_alone else None
