"""Words without their endings, so that "phoned", "phones" and "phoning" are alike."""

_ENDINGS = ("ings", "ing", "ers", "ies", "ed", "er", "es", "s", "ly", "y", "e")


def stem(word: str) -> str:
    """Return a word without its usual ending. Short words stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
