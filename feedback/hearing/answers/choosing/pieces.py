"""What each piece of a text picks of several choices, and what it leaves out: "not housing, just food", "tea rather than cake"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from feedback.hearing.answers import labels, order
from feedback.hearing.answers.choosing.by_meaning import nearest_choice
from feedback.hearing.answers.degrees import core
from feedback.hearing.answers.special import special
from feedback.hearing.answers.weighing.piece import likeliest_of_piece
from feedback.hearing.answers.words.concepts import CONCEPTS
from feedback.hearing.answers.words.vocabulary import FILLERS
from feedback.hearing.ask import Ask
from feedback.hearing.normal import folded, tokens
from feedback.hearing.numerals import numeral, with_figures
from feedback.hearing.spellings import word_set

_CUT = re.compile(
    r"([,;&+/\n•|]+|\.\s|\s+[-–—]+\s+|\b(?:and|plus|n|an|also|as well as|with|or|nor|but|then|und)\b|(?<=\d)\s+(?=\d)|\.$|(?<=\b[a-z])\s+(?=[a-z]\b))"
)
_LISTED = re.compile(r"\b\d{1,2}(?:\s*[-–/.]\s*\d{1,2}){2,}\b")
_RANGE = re.compile(r"\b(\d{1,2})\s*(?:-|–|to|through|till)\s*(\d{1,2})\b")
_TURN = re.compile(
    r"(?<=\w)(?<!\bis)(?<!\bwas)(?<!\bam)(?<!\bare)(?<!\bdo)(?<!\bdid)(?<!\bim)(?<!\bits)(?<!\bwould)(?<!\bjust)(?<!\bhave)(?<!\bcould)"
    r" (not|rather than|instead of|never|without) "
)
_EMPTY = frozenset({"yes", "no", "ok", "definitely", "mainly", "mostly", "really helped", "helped", "etc", "stuff"})
_DENIES = word_set("not no dont didnt wasnt never except isnt arent without havent nor neither apart")
_REFUSED = frozenset({"no", "not"})
"""Words after a choice that deny it: "staff aye, building naw"."""
_ONCE_MORE = word_set("just only yes mostly mainly rather instead")
_LACKS = word_set(
    "way stop stopped stops difficult hard harder barrier barriers problem problems wrong prevented missing improve improved better "
    "change need needs help worse stopping against trouble disliked dislike bad worst"
)
"""Words of questions about what is not good: "no ramp" picks the ramp there, and denies it at others."""
_CLOSE = 0.95
_HOLDER = "zzlabel"
"""Stands for a whole label in a text, so that the "and" in it cuts nothing."""


@dataclass
class Picked:
    """What the pieces picked and denied, in order; whether all of it is certain, and whether a piece is none of the choices."""

    chosen: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    is_sure: bool = True
    is_other: bool = False


def picked_by_pieces(ask: Ask, plain: str, *, is_denying: bool = True) -> Picked:
    """Return what the pieces of a folded text pick. Without `is_denying` "not" is no denial: what is named is what is left out."""
    result = Picked()
    lacks = not _LACKS.isdisjoint(tokens(ask.question))
    scope = ""
    for joint, piece in _cut(_with_holders(ask, _spread(plain))):
        words = with_figures(tokens(piece))
        if not _says_something(words):
            continue
        scope = _scope(scope, joint, words, lacks=lacks) if is_denying else ""
        is_refused = is_denying and len(words) > 1 and words[-1] in _REFUSED and words[0] not in _DENIES
        is_agreed = is_denying and len(words) > 1 and words[-1] == "yes" and words[0] not in _DENIES
        words = words[:-1] if is_refused or is_agreed else words
        found, is_certain = _in_piece(ask, " ".join(words) if is_refused or is_agreed else piece, words)
        result.is_sure = result.is_sure and is_certain
        result.is_other = result.is_other or not found
        (result.denied if scope or is_refused else result.chosen).extend(found)
    return result


def _spread(plain: str) -> str:
    """Return a text with "2 to 4" as "2, 3, 4" ("1-3-4" is a list), and with a comma before "not" and "rather than"."""
    plain = _LISTED.sub(lambda found: " , ".join(re.findall(r"\d+", found[0])), plain)
    spread = _RANGE.sub(
        lambda found: " , ".join(str(n) for n in range(int(found[1]), min(int(found[2]), 30) + 1)), plain
    )
    return _TURN.sub(r" , \1 ", spread)


def _with_holders(ask: Ask, plain: str) -> str:
    """Return a text in which a whole label that holds a comma or an "and" is one word."""
    labelled = sorted(enumerate(folded(label) for label in ask.choices.values()), key=lambda pair: -len(pair[1]))
    for place, label in labelled:
        if _CUT.search(label) and label in plain:
            plain = plain.replace(label, f" {_HOLDER}{chr(ord('a') + place % 26)} ", 1)
    return plain


def _cut(plain: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces between commas and "and"s, each with what stood before it."""
    parts = _CUT.split(plain)
    for at in range(0, len(parts), 2):
        if parts[at].strip():
            yield parts[at - 1].strip() if at else "", parts[at]


def _says_something(words: list[str]) -> bool:
    if " ".join(words) in CONCEPTS:
        return True
    bare = core(words)
    if not bare or " ".join(bare) in _EMPTY:
        return False
    return any(word not in FILLERS for word in words) or _is_place(words)


def _scope(before: str, joint: str, words: list[str], *, lacks: bool) -> str:
    """Return how far a denial reaches: "" where there is none, "or" to the next "or" alone, "all" to what is said once more.

    "Not the bus or the train, the taxi" denies two; "I don't need a creche, an interpreter or food, just a lift" three.
    """
    first = words[:3]
    if words[0] in _DENIES or words[:2] in (["rather", "than"], ["instead", "of"]):
        is_lack = lacks and words[0] in {"no", "without"}
        return "" if is_lack else "all" if words[0] in {"dont", "didnt", "havent"} else "or"
    if first[0] == "i" and not {"dont", "didnt", "havent", "never"}.isdisjoint(first):
        return "" if lacks else "all"
    if not _ONCE_MORE.isdisjoint(first) or joint in {"but", "then"} or joint.startswith((".", "\n")):
        return ""
    return before if before == "all" or joint in {"or", "nor"} else ""


def _is_place(words: list[str]) -> bool:
    return len(words) == 1 and (numeral(words[0]) is not None or len(words[0]) == 1)


def _in_piece(ask: Ask, piece: str, words: list[str]) -> tuple[list[str], bool]:
    """Return the choices in one piece and whether they are certain."""
    ids = tuple(ask.choices)
    held = [ids[ord(word[-1]) - ord("a")] for word in words if word[:-1] == _HOLDER]
    if held:
        return held, True
    chosen = labels.exact(ask, piece)
    if chosen is not None:
        return [chosen], True
    place = order.place_in(piece, len(ids))
    if place is not None:
        return [ids[place]], True
    numbers = [numeral(word) for word in words if word not in FILLERS]
    if numbers and all(number is not None and 1 <= number <= len(ids) for number in numbers):
        return [ids[number - 1] for number in numbers if number is not None], True
    return _by_words(ask, words)


def _by_words(ask: Ask, words: list[str]) -> tuple[list[str], bool]:
    found = labels.matches(ask, words)
    if not found or found[0].weight < min(0.34, 0.9 / len(ask.choices) + 0.1):
        return _guessed(ask, words, *_by_meaning(ask, words))
    best = [found[0], *(match for match in found[1:] if _stands_apart(match, found[0]))]
    is_plain = found[0].of_text >= 0.5 and len(words) <= 5 and (len(found) == len(best)) and "not" not in words
    is_sure = is_plain and (
        found[0].is_own_word or (found[0].weight >= _CLOSE and nearest_choice(ask, words) == found[0].choice)
    )
    return _guessed(ask, words, [match.choice for match in best], is_sure)


def _guessed(ask: Ask, words: list[str], found: list[str], is_sure: bool) -> tuple[list[str], bool]:  # noqa: FBT001 - a pair is passed on
    """Return what was found in a piece, or the likeliest choice where that is not certain and no two were named."""
    if is_sure or len(found) > 1:
        return found, is_sure
    likely = likeliest_of_piece(ask, words, found[0] if found else None)
    return ([] if likely is None else [likely]), False


def _stands_apart(match: labels.Match, best: labels.Match) -> bool:
    """Return whether another choice is named by words of its own: "mum comes with me and my tablets" are two."""
    return best.weight >= 0.5 and match.weight >= 0.85 and not match.used <= best.used


def _by_meaning(ask: Ask, words: list[str]) -> tuple[list[str], bool]:
    """Return the choice nearest in meaning, not certain; "my own jam" is what the list does not have, and no words are no choice."""
    if not labels.ideas(words):
        return [], True
    own = special(ask).own
    if own is not None and "own" in words:
        return [own], True
    near = nearest_choice(ask, words, special(ask).all)
    return ([] if near is None else [near]), False
