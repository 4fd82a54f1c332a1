"""What rules say about a text that may be in any of the languages."""

import re
import unicodedata

from feedback.distress.fold import plain
from feedback.distress.languages.european import EUROPEAN
from feedback.distress.languages.everyday import EVERYDAY
from feedback.distress.languages.further import FURTHER
from feedback.distress.languages.latin import LATIN
from feedback.distress.languages.scripts import SCRIPTS
from feedback.distress.notice import Kind, Notice, Reason
from feedback.distress.pattern import Rules, lines_of

_LETTERS: dict[str, tuple[Reason, Kind]] = {
    "S": ("self-harm", "about-me-now"),
    "A": ("abuse", "hurt-by-somebody"),
    "C": ("abuse", "child"),
    "T": ("staff-harm", "hurt-by-staff"),
    "O": ("harm-to-others", "harm-to-others"),
    "N": ("in-need-now", "help-now"),
}
# Arabic, Persian, Urdu and Kurdish keyboards give different letters for the same one; ZWNJ and tatweel say nothing.
_ALIKE = str.maketrans("یىےکہھةںۀڕڵ", "ييي" + "ك" + "ههه" + "ن" + "هرل", "\u200c\u200d\u0640\u200e\u200f")
# Words that only English has among these languages: where two stand, rules of other languages hold their tongue ("suicid*").
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "was",
        "were",
        "you",
        "with",
        "have",
        "has",
        "that",
        "this",
        "for",
        "of",
        "it",
        "we",
        "they",
        "are",
        "just",
        "my",
        "not",
        "want",
        "but",
        "what",
        "be",
        "because",
        "so",
        "get",
        "from",
        "would",
        "i",
    ]
)
_ASCII_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}
_MARKS = {"Mn", "Mc", "Me"}
_PERSIAN_JOINS = ((" نمي ", " نمي"), (" مي ", " مي"))
# Chinese has no gaps between words: each sign is taken for one (CJK Unified Ideographs, U+4E00 to U+9FFF).
_BETWEEN_HAN = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


def spaced(text: str) -> str:
    """Return a text of `fold.plain` as rules of these languages are matched: letters, vowel signs and figures, single spaces."""
    if text.isascii():
        return " ".join(text.translate(_ASCII_GAPS).split())
    alike = _BETWEEN_HAN.sub(" ", text.translate(_ALIKE))
    kept = "".join(sign if sign.isalnum() or unicodedata.category(sign) in _MARKS else " " for sign in alike)
    padded = f" {' '.join(kept.split())} "
    for apart, joined in _PERSIAN_JOINS:
        padded = padded.replace(apart, joined)
    return padded.strip()


def _folded(rule: str) -> str:
    return _BETWEEN_HAN.sub("_", plain(rule).translate(_ALIKE))


def _lines(mark: str) -> list[tuple[str, str]]:
    """Return the lines that begin with a mark, without it, each with its language."""
    tables = (LATIN, SCRIPTS, EUROPEAN, FURTHER, EVERYDAY)
    rules = ((language, line) for table in tables for language, text in table.items() for line in lines_of(text))
    return [(language, _folded(line[2:])) for language, line in rules if line[0] == mark]


def _words(mark: str) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(f"{word.replace('_', ' ')} " for word in line.split("|")) for language, line in _lines(mark)
    }


_RULES: Rules[tuple[str, str]] = Rules(
    [((language, mark), line) for mark in _LETTERS for language, line in _lines(mark)], {}
)
_DENYING = {language: tuple(f" {word}" for word in words) for language, words in _words("-").items()}
_TAKING_BACK = _words("+")
_NEVER = ("\0",)


def is_english(sentence: str) -> bool:
    """Return whether a `spaced` sentence has two words that only English has."""
    return len(_ENGLISH.intersection(sentence.split())) > 1


def signs_in(text: str) -> list[Notice]:
    """Return the plain signs in a `fold.plain` text in any of the languages, one for each reason."""
    sentence = spaced(text)
    if is_english(sentence):
        return []
    found: dict[Reason, Notice] = {}
    padded = f" {sentence} "
    for (language, letter), match in _RULES.matches(sentence):
        before, after = padded[: match.start()], padded[match.end() :]
        if before.endswith(_DENYING.get(language, _NEVER)) or after.startswith(_TAKING_BACK.get(language, _NEVER)):
            continue
        reason, kind = _LETTERS[letter]
        found.setdefault(reason, Notice(reason, kind, language, match[0].strip()))
    return list(found.values())
