"""Texts as they are compared."""

import re
import unicodedata

_EDGES = re.compile(r"^[\s.,;:!?'\"“”‘’()\[\]<>*_~-]+|[\s.,;:!?'\"“”‘’()\[\]<>*_~-]+$")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return a text as it is compared: compatible characters made equal, lower case, no edge marks, single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _SPACES.sub(" ", _EDGES.sub("", plain))
