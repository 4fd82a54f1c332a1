"""How many people, children or things are told one by one: "me, my husband and our three boys" is 5, "twins and a toddler" 3."""

import re

from feedback.hearing.answers.words.people import ANIMALS, ANYBODY, CHILDREN, YOUNG
from feedback.hearing.ask import Ask
from feedback.hearing.spellings import word_set

_ONE = ANYBODY - {"staff", "professional", "ot", "pa"} | word_set(
    "adult grown man woman bloke person student patient volunteer interpreter advocate colleague ex other another youngest eldest oldest him her"
)
_SEVERAL = {"parents": 2, "twins": 2, "grandparents": 2, "triplets": 3, "both": 2, "inlaws": 2}
_PLURAL = {f"{word}s" for word in _ONE} | {
    "children", "people", "folk", "kids", "wives", "men", "women", "ladies", "babies", "grandchildren", "others", "more", "boys", "girls", "lads", "lasses", "weans", "bairns", "teenagers", "adults", "grownups", "souls", "adult",
}  # fmt: skip
_CHILD = CHILDREN | YOUNG | {f"{word}s" for word in CHILDREN | YOUNG} | {"children", "babies"}
_PET = ANIMALS | {f"{word}s" for word in ANIMALS} | {"puppies", "telly", "tv"}
_SELF = word_set("me myself i")
_CUT = re.compile(
    r"[.;!?(\n]|\b(?:since|because|cos|but|when|till|until|who|that|now|incl|including|counting|if|though|while|after|unless)\b"
)
_ALONE = re.compile(
    r"\b(?:alone|on (?:my|me) (?:own|tod|lonesome|ownsome|todd)|by myself|just myself|only myself|just me|only me|nobody else|no one else|all by myself|live single|solo)\b"
)
_NOT_ALONE = re.compile(
    r"\bnot (?:alone|on my own|just me|only me)\b|\b(?:just|only) (?:me|myself) (?:and|plus|with)\b"
)
_GROUP = re.compile(
    r"\b(?:family|house|household|home|group|party|total) of (\d+)\b|\b(\d+) of us\b|\b(?:the|us) (\d+) of us\b|\bus (\d+)\b"
)
_OWN = re.compile(r"\b(?:including|counting) (?:you|yourself)\b|\blive in your\b|\bin your (?:home|house|household)\b")
_OTHERS = re.compile(r"\bother|\bbesides|\bapart from|\bwith you\b|\bdo you (?:have|care|look)\b")
_BESIDE_SELF = re.compile(r"\bwith you\b")
"""A question that counts nobody who answers it: "How many people live with you?"."""
_COUNTED_IN = re.compile(
    r"\b(\d{1,2}) (?:of us |people |altogether |in all )?(?:including|counting|incl|with) (?:me|myself)\b"
)
_SELF_TOO = re.compile(r"\b(?:me|myself|i|us|we)\b")
_AS_ONE = re.compile(
    r"(?:^|\b(?:and|plus|with|mam|mum|mom|dad|wife|husband|hubby|partner|gran|nan|sister|brother|sis|bro) |, ?)(?:just |only |its |there is |theres |thats )?(?:me|myself|i)(?= and\b| plus\b| with\b| ?,|$)"
)
_PAIR = re.compile(r"(?:just |only )?(?:me|myself) and (?:the |our )?[a-z]+(?: really| that was it)?")
_DOZENS = re.compile(r"\b(?:(\d+) |a )?dozen\b")
_ONE_OF_EACH = re.compile(r"\b1 of each\b")
_NOT_YET_BORN = re.compile(r"\b(?:expecting|pregnant with|carrying|waiting for) (?:my|our|the) (?:first|1st|1)\b")
_ONLY_ONE = re.compile(r"(?:just|only) (?:our|my|the) [a-z]+(?<!s)")
_MOST_WORDS = 24
_REACH = 3


def people(ask: Ask, plain: str) -> int | None:
    """Return how many people a text tells of one by one, or None where it counts none up. `plain` has numbers as figures."""
    question = ask.question.casefold()
    is_own = _OWN.search(question) is not None
    counted_in = _COUNTED_IN.search(plain) if _BESIDE_SELF.search(question) and not is_own else None
    if counted_in:
        return max(int(counted_in[1]) - 1, 0)
    told = _told(plain, is_own=is_own, is_of_others=_OTHERS.search(question) is not None)
    is_less = told is not None and _BESIDE_SELF.search(question) and not is_own and _SELF_TOO.search(plain)
    return told - 1 if is_less and told else told


def _told(plain: str, *, is_own: bool, is_of_others: bool) -> int | None:
    if _ALONE.search(plain) and not _NOT_ALONE.search(plain):
        return 0 if is_of_others and not is_own else 1
    told = _DOZENS.sub(lambda found: str(12 * int(found[1] or 1)), _CUT.split(plain, maxsplit=1)[0])
    words = told.replace(",", " ").split()
    if not words or len(words) > _MOST_WORDS:
        return None
    group = _GROUP.search(" ".join(words))
    if group:
        rest = " ".join(words).replace(group[0], " ").split()
        number = next(int(one) for one in group.groups() if one)
        return number + (_counted([word for word in rest if word not in _SELF], _PLURAL | _ONE) or 0)
    counted = _counted(words, _PLURAL | _ONE)
    if counted is None:
        return 2 if _PAIR.fullmatch(" ".join(words)) and not _PLURAL & set(words) else None
    is_with_self = _AS_ONE.search(" ".join(told.split())) is not None or (is_own and words[0] in {"my", "the", "our"})
    return counted + is_with_self


def children(plain: str) -> int | None:
    """Return how many children a text tells of one by one: "a son and 2 daughters" is 3, "one of each" 2."""
    if _ONE_OF_EACH.search(plain):
        return 2
    if _NOT_YET_BORN.search(plain):
        return 0
    if _ONLY_ONE.fullmatch(plain.strip(" .")):
        return 1
    words = _CUT.split(plain, maxsplit=1)[0].replace(",", " ").split()
    return _counted([word for word in words if word not in _SELF], _CHILD) if len(words) <= _MOST_WORDS else None


def _counted(words: list[str], known: frozenset[str] | set[str]) -> int | None:
    """Return the sum of persons and of numbers before them; None where none is named, or how many of them is not said ("the kids")."""
    total, at, is_named = 0, 0, False
    while at < len(words):
        number, end = _group_at(words, at, known)
        if number is None:
            return None
        is_named = is_named or number > 0
        total, at = total + number, end
    return total if is_named or not _PET.isdisjoint(words) else None


def _group_at(words: list[str], at: int, known: frozenset[str] | set[str]) -> tuple[int | None, int]:
    """Return how many persons the words from here on name, and where the next ones begin."""
    word = words[at]
    if word.isdigit() and len(word) < 3:
        end = next((place for place in range(at + 1, min(at + 1 + _REACH, len(words))) if words[place] in known), None)
        is_with_self = words[at + 1 : at + 3] in (["plus", "me"], ["and", "me"], ["and", "myself"], ["plus", "myself"])
        if end is not None:
            return int(word), end + 1
        is_pet = not _PET.isdisjoint(words[at + 1 : at + 3])
        return (0 if is_pet else int(word) if is_with_self else 0), at + 1
    if word in _SEVERAL and word in known | {"parents", "grandparents"}:
        return _SEVERAL[word], at + 1
    if word in known and word in _ONE:
        return 1, at + 1
    if word in known and word not in {"more", "others", "people", "folk"}:
        return None, at + 1
    return 0, at + 1
