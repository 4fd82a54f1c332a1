"""Whether a text may mean "partly" at a question that is yes or no: "sort of", "the leaflet yes, the letter no", "most of the time"."""

import re

from feedback.hearing.answers.words.vocabulary import NEGATORS
from feedback.hearing.normal import clauses, normalise, tokens
from feedback.hearing.spellings import word_set

_PARTLY = re.compile(
    r"\b(?:partly|partially|in part|(?:sort|kind) of|kinda|sorta|(?:a|wee|little|tiny) bit|bits|parts? of|some (?:\w+ )?(?:of|days|ways|times|bits|parts)|sometimes|"
    r"mostly|mainly|most of|half(?:way| way| and half)?|fifty fifty|50 50|yes and no|up to a point|to (?:a|some|an) (?:degree|extent|point)|"
    r"in places|depends|not (?:always|all|everything|every|entirely|completely|quite|fully|wholly)|more or less|almost|nearly|hit and miss|now and (?:then|again)|"
    r"so so|could be better|varies|varied|on and off|off and on|only (?:at|in|on|when|with|if|for|some|the)|apart from|except|other than|up and down)\b"
)
_OF_PARTS = word_set(
    "partly partially in sort kind kinda sorta a wee little tiny bits part parts some sometimes mostly mainly most half halfway fifty 50 yes "
    "up to depends not more almost nearly hit now so could varies varied on off only apart except other"
)
"""Words of which one begins what tells of a part: that is quicker to see than to search."""
_WORD = re.compile(r"\w+")
_YES, _NO = frozenset({"yes", "did"}), frozenset({"no", "not", "didnt", "wasnt", "nobody", "never"})
_BUT = re.compile(r"\b(?:but|yet|though|although|however)\b")
_PLAIN = frozenset({"yes", "no"})
_ANY = frozenset({"any", "anything", "anyone", "anybody"})
_MOST_WORDS = 24


def may_be_partly(question: str, text: str) -> bool:
    """Return whether words tell of a part, or say yes to one thing and no to another. A yes or no with a "but" stays one.

    Where the question is whether there is any ("any worries?") a part is some, and so a yes.
    """
    normal = normalise(text)
    words = normal.split()
    if not 0 < len(words) <= _MOST_WORDS or not _ANY.isdisjoint(tokens(question)):
        return False
    is_part = not _OF_PARTS.isdisjoint(_WORD.findall(normal)) and _PARTLY.search(normal) is not None
    is_part = is_part and (words[0] not in _PLAIN or normal.startswith("yes and no"))
    return is_part or is_both(text) or _turns(words, normal)


def is_both(text: str) -> bool:
    """Return whether one part of a text says yes and another no, of different things: "inside yes, outside no"."""
    parts = [part.split() for part in clauses(text.replace(" but ", ", but ").replace(" and ", ", and "))]
    plain = [part for part in parts if len(part) > 1]
    said = [(not _YES.isdisjoint(part), not _NO.isdisjoint(part)) for part in plain]
    return any(yes and not no for yes, no in said) and any(no and not yes for yes, no in said)


def _turns(words: list[str], normal: str) -> bool:
    """Return whether a text that begins with neither yes nor no turns to the contrary: "got in alright but couldn't get through"."""
    turn = _BUT.search(normal)
    if turn is None or words[0] in _PLAIN:
        return False
    before, after = normal[: turn.start()].split(), normal[turn.end() :].split()
    return len(before) > 1 and NEGATORS.isdisjoint(before) != NEGATORS.isdisjoint(after)
