"""A question put back about the question: "by who?", "does depression count?", "what's ten, good or bad?"."""

import re

from feedback.hearing.ask import Ask
from feedback.hearing.normal import normalise
from feedback.hearing.spellings import word_set

_LONGEST = 16
"""Words of the longest question back; a longer text is a story."""
_LATE = r"(?: (?:sorry|like|then|though|tho|exactly|mate|please|pal|love|hen|duck))*"
_ABOUT = re.compile(rf"\b(?:by|of|about|to|with|for|from|in) (?:who|whom|what|which)(?: \w+)?{_LATE}$")
_COUNTS = re.compile(
    r"^(?:\w+ ){0,3}?(?:do|does|would|will|is|are) .{2,60}\b(?:count|counts|included|include|part of it|allowed)\b"
)
_MEANING = re.compile(
    r"\b(?:what|who|which|how|where|when)(?: \w+){0,2} (?:do|did|does) you mean\b|\bmean by\b|\bdo you mean\b|\byou mean .* or\b|\bwhats? .{1,40}\bmeans?\b|\bwhat does .{1,40} mean\b"
    r"|\bwhat (?:do|does|did) (?:you|ye|that|this) (?:mean|call)\b|\bwhat counts\b|\bmeaning what\b|\bas in what\b"
)
_BARE = re.compile(
    rf"^(?:(?:sorry|hang on|er|um|and|but|eh|huh|wait) )*(?:what|which|whose|what kind of|what sort of|which of the) (?:\w+)(?: \w+)?{_LATE}$"
)
_EITHER = re.compile(r"^(?:\w+ ){0,3}?(?:is|are|was|did|do|whats?|which)\b.* or \w+")
_TELLING = word_set("i im ive my me we our")


def asks_back(ask: Ask, text: str) -> bool:
    """Return whether a text is a question about what was asked, and no answer."""
    words = normalise(text).split()
    said = " ".join(words)
    if not 1 < len(words) <= _LONGEST:
        return False
    if _MEANING.search(said) and {"i", "im", "was"}.isdisjoint(words):
        return True
    is_asked = "?" in text
    if _ABOUT.search(said) and (is_asked or len(words) <= 5) and _TELLING.isdisjoint(words):
        return True
    return is_asked and (_COUNTS.search(said) is not None or _asks_which(ask, text, said))


def _asks_which(ask: Ask, text: str, said: str) -> bool:
    """Return whether a text asks which of two is meant, or what thing: "what ideas?", "what, ever? or just this year?"."""
    first = normalise(text.partition("?")[0])
    is_which = (
        text.rstrip().endswith("?")
        and _EITHER.search(said) is not None
        and said.split(maxsplit=1)[0] not in {"can", "could", "why"}
    )
    is_bare = _BARE.match(first) is not None and not set(first.split()) & {"time", "for", "about", "next", "now"}
    is_about_it = bool(
        set(first.split()[1:]) & set(normalise(f"{ask.question} {' '.join(ask.choices.values())}").split())
    )
    return is_which or (text.rstrip().endswith("?") and is_bare and (is_about_it or text.count("?") > 1))
