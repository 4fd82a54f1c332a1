"""Whether a text says yes to keeping answers. A yes is given in so many words; whatever else is no yes."""

import re

from feedback.hearing.normal import clauses, normalise
from feedback.hearing.spellings import word_set
from feedback.hearing.wording.agreeing import CONDITIONS, CONSENT, QUESTIONS
from feedback.hearing.wording.templates import LONGEST, Groups

_GROUPS = Groups(CONSENT)
_CONDITIONS = word_set(CONDITIONS)
_QUESTIONS = word_set(QUESTIONS)
_ASKED_LAST = frozenset({"what", "who", "whom", "why", "which", "where", "when"})
"""Words that ask where they stand last: "agree to what", "keep it where"."""
_FOR_QUESTIONS = ("what for", "tell me more", "i have a question", "explain")
_NO_CONDITION = (
    "if you want",
    "if it does some good",
    "if it will help",
    "if they help",
    "if you think",
    "if it is useful",
    "if it can help",
    "if its any use",
    "if they are any use",
    "if that is what you want",
    "if you like",
    "if it helps",
    "if you need",
    "if you must",
    "if that helps",
    "if you wish",
)
_BUT = re.compile(r"[,;.]?\s*\b(?:but|if|only|unless|provided|as long as|so long as|just not|not my)\b")
_FREE = re.compile(
    r"why (?:not|wouldnt)|how(?:ever)? you (?:like|want|please|need|see fit)|(?:dont|couldnt) care (?:less )?who|thats why|that is why"
)
_OPEN = re.compile(r"\b(?:nothing to hide|no secrets)\b")
"""Said for a yes, though they have the words of a condition."""
_POLITE = (
    "will i heck",
    "am i heck",
    "will i hell",
    "can do",
    "do not",
    "do with it what",
    "am no",
    "have what",
    "would rather",
    "would prefer",
    "would sooner",
    "do what",
    "do as",
    "do it",
    "will do",
    "do whatever",
    "is fine",
    "is ok",
    "why not",
    "why wouldnt i",
    "have it",
    "how could i refuse",
    "have them",
    "have at it",
)

_DOUBTFUL = re.compile(
    r"(?:im (?:all right|good|fine|ok)|(?:yes|ay|oh) right)(?: (?:thanks|thank you|mate|love|pal|ta|pet|hun|duck|bro|man|for now))*"
)


_TORN = re.compile(
    r"\b(would|do|will|could|want to) and (?:then |again |then again )*(?:i )?(?:wouldnt|dont|wont|couldnt|dont want to)\b|\bpart of me (?:says|wants|would|does)\b|\b(?:in|of) (?:two|2) minds\b"
)


_SENTENCE = re.compile(r"([.!\n]+)\s*")
_LEAST_STORY = 4
"""Words of a story at least: "Yes. Go on then" and "OK. I see" are looked at as a whole."""
_STORY = 2000
"""Characters of it that are looked at. Further down nobody says any more whether they agree."""
_TAKES_BACK = word_set(
    "no nope nah help not dont do doesnt wont cant stop delete erase remove keep kept use used share shared name names answers words "
    "say saying agree consent ok yes maybe unsure sure rather private privacy confidential secret mean what who why data "
    "read reads reading see sees show shows shown tell else other others anyone anybody"
)
"""Words with which somebody may come back to what they were asked."""


def is_doubtful(normal: str) -> bool:
    """Return whether a normal form is said for a friendly or a mocking no as well as for a yes: it is asked back."""
    return _DOUBTFUL.fullmatch(normal) is not None


def is_yeah_no(normal: str) -> bool:
    """Return whether a normal form is the "yeah, no" that is said for a soft no."""
    return normal in {"yes no", "yes no thanks", "yes no thank you", "yes but no"}


def is_split(normal: str) -> bool:
    """Return whether a normal form says yes to one thing and no to another: "yes to keep, no to share". It is asked again."""
    return (" yes to " in f" {normal}" and " no to " in f" {normal}") or _TORN.search(normal) is not None


def consent_in(text: str) -> tuple[str, bool]:
    """Return yes, no, question or unclear, and whether that is sure.

    A yes with a condition is unclear, and so is a long text, unless its first sentence is a plain yes and the rest a story.
    """
    if is_yes_and_story(text):
        return ("yes", True)
    normal = normalise(text[: 2 * LONGEST])
    if not normal or len(normal) > LONGEST:
        return ("question" if not normal and "?" in text else "unclear", False)
    if is_doubtful(normal) or is_split(normal):
        return ("unclear", False)
    if is_yeah_no(normal):
        return ("no", False)
    if _asks(text, normal):
        return ("question", True)
    parts = _GROUPS.parts(normal)
    return _of_parts(parts, is_conditional=has_condition(text))


def is_yes_and_story(text: str) -> bool:
    """Return whether the first sentence is a plain yes, and what comes after it tells of something else than keeping it.

    Where the rest denies, asks, or speaks of what is agreed to, it may take the yes back: then it is no plain yes.
    """
    first, end, rest = _SENTENCE.split(text.strip(), maxsplit=1) if _SENTENCE.search(text.strip()) else (text, "", "")
    told = normalise(rest[:_STORY]).split()
    is_story = len(told) >= _LEAST_STORY and "?" not in rest and not _TAKES_BACK.intersection(told)
    return bool(end) and is_story and not has_condition(rest[:_STORY]) and consent_in(first) == ("yes", True)


def _asks(text: str, normal: str) -> bool:
    if normal.startswith(_POLITE):
        return False
    first, last = normal.split(maxsplit=1)[0], normal.rsplit(maxsplit=1)[-1]
    asks = first in _QUESTIONS or normal.startswith(_FOR_QUESTIONS) or last in _ASKED_LAST
    return (
        asks
        or ("?" in text and "why not" not in normal)
        or any(f" {word} " in f" {_FREE.sub('', normal)} " for word in ("who", "why", "how"))
    )


def has_condition(text: str) -> bool:
    """Return whether a text sets a condition: "yes but not my name", "only if it stays between us"."""
    normal = normalise(text[: 2 * LONGEST])
    if any(phrase in normal for phrase in _NO_CONDITION) and normal.count(" if ") < 2:
        normal = normal.replace(" if ", " ")
    normal = _OPEN.sub("", normal)
    return not _CONDITIONS.isdisjoint(normal.split()) or " as long as " in f" {normal} " or " not my " in f" {normal} "


def is_yes_with_condition(text: str) -> bool:
    """Return whether a text is a yes that stands under a condition, so that it can be asked back as one."""
    before = _BUT.split(text[: 2 * LONGEST].casefold(), maxsplit=1)[0]
    return has_condition(text) and consent_in(before)[0] == "yes"


def is_weak_yes(text: str) -> bool:
    """Return whether a text is a plain yes that is given without joy, and nothing else: "yeah i guess", "i suppose so"."""
    parts = _GROUPS.parts(normalise(text[: 2 * LONGEST]))
    return "weak" in parts and "?" not in parts and consent_in(text) == ("yes", False)


def says_yes_apart(text: str) -> bool:
    """Return whether the first or last part of a text is a plain yes of its own, and no part a plain no."""
    said = [consent_in(part) for part in clauses(text[: 2 * LONGEST])]
    return ("yes", True) in (said[:1] + said[-1:]) and ("no", True) not in said


def _without_what_is_denied(parts: list[str]) -> set[str]:
    """Return the groups of a line. "Keep it" is a yes alone, and a part of a no after one."""
    said = set(parts)
    if "use" in said:
        said = said - {"use"} if "no" in said and "yes" not in said else said - {"use"} | {"yes"}
    return said


def _of_parts(parts: list[str], *, is_conditional: bool) -> tuple[str, bool]:
    said = _without_what_is_denied(parts)
    unknown = parts.count("?")
    if "no" in said:
        is_no = not said & {"yes", "weak"} and not is_conditional and (unknown < 3 or parts[0] == "no") and unknown < 6
        return ("no", unknown == 0) if is_no else ("unclear", False)
    if not is_conditional and 1 < unknown < 6 and parts[0] in {"yes", "use"} and "yes" in said:
        return ("yes", False)
    if is_conditional or unknown > 1 or not said & {"yes", "weak"}:
        return ("unclear", False)
    return ("yes", unknown == 0 and "weak" not in said) if "yes" in said or unknown == 0 else ("unclear", False)
