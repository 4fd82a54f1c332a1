"""Whether a person finds the summary of what they said right, or wants something changed."""

from feedback.hearing.normal import normalise
from feedback.hearing.spellings import word_set
from feedback.hearing.wording.agreeing import HEDGES, SAYS_WRONG, SUMMARY
from feedback.hearing.wording.templates import LONGEST, Groups, compiled

_GROUPS = Groups(SUMMARY)
_SAYS_WRONG = compiled(SAYS_WRONG)
_HEDGES = word_set(HEDGES)


def summary_in(text: str) -> tuple[str, bool]:
    """Return right, change or unclear, and whether that is sure."""
    normal = normalise(text[: 2 * LONGEST])
    if not normal:
        return ("unclear", False)
    parts = _GROUPS.parts(normal)
    is_whole = "?" not in parts
    if is_whole and "right" in parts and "change" not in parts and _HEDGES.isdisjoint(normal.split()):
        return ("right", "?" not in text)
    return _not_plainly_right(normal[:LONGEST], parts)


def _not_plainly_right(normal: str, parts: list[str]) -> tuple[str, bool]:
    if _says_wrong(normal):
        return ("change", "right" not in parts)
    if parts[0] == "change":
        return ("change", "?" not in parts and "right" not in parts)
    is_nearly_whole = "right" in parts and parts.count("?") == 1 and len(parts) <= 6
    return (
        ("right", False)
        if is_nearly_whole and _HEDGES.isdisjoint(normal.split()) and "but" not in normal
        else ("unclear", False)
    )


def _says_wrong(normal: str) -> bool:
    text = normal + " "
    starts = (0, *(at + 1 for at, letter in enumerate(normal) if letter == " "))
    return any(_SAYS_WRONG.match(text, at) for at in starts)
