"""What rules say about a text that may be in any of the languages."""

import unicodedata

from feedback.distress.fold import plain
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
_MARKS = {"Mn", "Mc", "Me"}
_PERSIAN_JOINS = ((" نمي ", " نمي"), (" مي ", " مي"))


def spaced(text: str) -> str:
    """Return a text of `fold.plain` as rules of these languages are matched: letters, vowel signs and figures, single spaces."""
    alike = text.translate(_ALIKE)
    kept = "".join(sign if sign.isalnum() or unicodedata.category(sign) in _MARKS else " " for sign in alike)
    padded = f" {' '.join(kept.split())} "
    for apart, joined in _PERSIAN_JOINS:
        padded = padded.replace(apart, joined)
    return padded.strip()


def _folded(rule: str) -> str:
    return plain(rule).translate(_ALIKE)


def _lines() -> tuple[list[tuple[tuple[str, str], str]], dict[str, tuple[str, ...]]]:
    rules: list[tuple[tuple[str, str], str]] = []
    denying: dict[str, tuple[str, ...]] = {}
    for language, text in {**LATIN, **SCRIPTS}.items():
        for line in lines_of(text):
            letter, rule = line.split(" ", 1)
            if letter == "-":
                denying[language] = tuple(f" {word.replace('_', ' ')} " for word in _folded(rule).split("|"))
            else:
                rules.append(((language, letter), _folded(rule)))
    return rules, denying


_RULES_AND_DENIALS = _lines()
_RULES: Rules[tuple[str, str]] = Rules(_RULES_AND_DENIALS[0], {})
_DENYING = _RULES_AND_DENIALS[1]


def signs_in(text: str) -> list[Notice]:
    """Return the plain signs in a `fold.plain` text in any of the languages, one for each reason."""
    sentence = spaced(text)
    if len(_ENGLISH.intersection(sentence.split())) > 1:
        return []
    found: dict[Reason, Notice] = {}
    for (language, letter), match in _RULES.matches(sentence):
        if f" {sentence} "[: match.start()].endswith(_DENYING.get(language, ("\0",))):
            continue
        reason, kind = _LETTERS[letter]
        found.setdefault(reason, Notice(reason, kind, language, match[0].strip()))
    return list(found.values())
