"""How people say that they have told all: it ends a story, where elsewhere the same words might end the talk."""

from feedback.hearing.normal import tokens

_BEFORE = frozenset(
    ["ok", "okay", "right", "yeah", "yes", "well", "so", "um", "er", "i", "think", "guess", "suppose", "and"]
)
_AFTER = frozenset(
    [
        "now",
        "really",
        "thanks",
        "thank",
        "you",
        "for",
        "then",
        "sorry",
        "today",
        "so",
        "far",
        "from",
        "me",
        "pal",
        "love",
    ]
)
_SAID = frozenset(
    {
        *("thats it", "thats all", "that is it", "that is all", "its all", "that was it", "that was all", "thats me"),
        *(
            "thats everything",
            "that is everything",
            "thats my story",
            "thats the lot",
            "end of story",
            "the end",
            "end",
        ),
        *(
            "done",
            "im done",
            "i am done",
            "all done",
            "finished",
            "im finished",
            "i am finished",
            "have finished",
            "ive finished",
        ),
        *(
            "nothing else",
            "nothing more",
            "no more",
            "nowt else",
            "nothing more to add",
            "nothing else to add",
            "nothing to add",
        ),
        *(
            "nothing else to say",
            "nothing more to say",
            "thats all i have to say",
            "that is all i have to say",
            "all i have to say",
        ),
        *(
            "thats all i want to say",
            "thats all ive got",
            "thats all i have",
            "no",
            "nope",
            "nah",
            "nothing",
            "no thanks",
        ),
    }
)
"""Whole messages, without what is often said before and after."""


def is_all_said(text: str) -> bool:
    """Return whether a message says nothing but that there is no more to tell: "thats it", "ok nothing else thanks"."""
    words = tokens(text)
    first = next((place for place, word in enumerate(words) if word not in _BEFORE), len(words))
    rest = words[first:]
    while rest and rest[-1] in _AFTER and " ".join(rest) not in _SAID:
        rest = rest[:-1]
    return any(" ".join(part) in _SAID for part in (rest, words))
