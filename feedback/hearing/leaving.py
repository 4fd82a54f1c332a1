"""Whether a mail asks for no more mail, or for deletion, or tells of a death or a wrong address."""

import re
from functools import lru_cache

from feedback.hearing.normal import normalise
from feedback.hearing.wording.leaving_spelling import mended
from feedback.hearing.wording.leaving_words import BEREAVED, DELETE, NEAR, REPORTED, STOP, STORY, WRONG

LONGEST = 2000
"""Letters of a mail that are looked at: whoever leaves says so early."""
_QUOTED = re.compile(
    r"^\s*(?:>|-- ?$|-{3,}\s*$|_{5,}|sent from my|on [^\n]{5,120} wrote:|from: |-{3,} ?original"
    r"|to unsubscribe\b|(?:click|press) here to unsubscribe\b|if you (?:no longer|do not|don't) (?:wish|want) to (?:receive|get) .{0,60}click)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?\n;]+|\s-\s|,(?= (?:please|so|i|stop|we|take)\b)")
_WISHES = (("delete", DELETE), ("wrong-person", WRONG), ("stop", STOP))
_BEREAVED, _NEAR, _STORY, _REPORTED = (re.compile(one) for one in (BEREAVED, NEAR, STORY, REPORTED))
_SUBJECT = re.compile(
    r"(?:re |fwd |fw )*(?:please )?(?:unsubscribe(?: me)?|stop|remove(?: me)?|opt out|stop emails?|take me off|remove from list|no more emails?)(?: please)?"
)
_BUTTON = re.compile(r"(?:re |fwd |fw )*(?:unsubscribe|list unsubscribe|unsub)\b.{0,80}")


def leave_in(text: str, subject: str = "") -> tuple[str, bool]:
    """Return stop, delete, bereaved, wrong-person or none for a whole mail, and whether that is sure."""
    own = _own_words(text[:LONGEST])
    sentences = [mended(normal) for part in _SENTENCE.split(own) if (normal := normalise(part))]
    whole = " ".join(sentences)
    if _tells_of_a_death(whole, len(sentences)):
        return ("bereaved", bool(_NEAR.search(whole)))
    wishes = [sentence for sentence in sentences if not _REPORTED.search(sentence)]
    for leave, wording in _wordings():
        if any(wording.search(sentence) for sentence in wishes):
            return (leave, len(sentences) <= 6)
    return _by_subject(mended(normalise(subject[:200])), whole)


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the wishes with their wordings, compiled with the first mail: at start every process would wait for it."""
    return tuple((leave, re.compile("|".join(f"(?:{one})" for one in many))) for leave, many in _WISHES)


def _own_words(text: str) -> str:
    """Return the lines that the writer wrote: no quoted mail, no signature."""
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if _QUOTED.match(line)), len(lines))
    return "\n".join(lines[:end])


def _tells_of_a_death(whole: str, sentences: int) -> bool:
    if not _BEREAVED.search(whole) or sentences > 8:
        return False
    return bool(_NEAR.search(whole)) or (whole.count(" ") < 14 and not _STORY.search(whole))


def _by_subject(subject: str, whole: str) -> tuple[str, bool]:
    if _SUBJECT.fullmatch(subject) and whole.count(" ") < 6:
        return ("stop", True)
    return ("stop", not whole) if _BUTTON.fullmatch(subject) and whole.count(" ") < 3 else ("none", True)
