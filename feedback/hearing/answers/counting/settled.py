"""What a text settles on where it tells of more than one figure: "5, used to be 7", "they said 2 and it ended up 9"."""

import re

_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|couple|few|dozen)"
)
_BEFORE = re.compile(rf"[,;(]?\s*\b(?:it )?(?:used to be|down from|up from) {_COUNT}\b\)?", re.IGNORECASE)
_IN_THE_END = re.compile(
    rf"^.*\b{_COUNT}\b.*?\b(?:ended up|turned into|turned out|in the end|became|so|call it|make it|make that|lets say|let's say|go (?:with|for))\b"
    rf"(?=.*\b{_COUNT}\b)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_AS_SAID = re.compile(
    rf"^.*\b(?:said|told|promised|reckoned|supposed|meant)\b.*?\b{_COUNT}\b.*?\b(?:it was|it took|was|took|were|got)\b(?=.*\b{_COUNT}\b)",
    re.IGNORECASE | re.DOTALL,
)
"""What others had said, before what it was."""
_LONGEST = 200
"""Letters of a text in which this is looked for: a longer one tells a story."""


def settled(text: str) -> str:
    """Return the part of a text that says what it comes to; the text as it is where it tells of one figure only."""
    if len(text) > _LONGEST:
        return text
    last = _IN_THE_END.sub("", _NOT_AS_SAID.sub("", text))
    if last != text:
        return last
    now = _BEFORE.sub("", text)
    return now if re.search(rf"\b{_COUNT}\b", now, re.IGNORECASE) else text
