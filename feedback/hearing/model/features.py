"""What the model sees of a text: hashed places of its letters, words, pairs of words and groups of like words, and what rules said.

The trainer (`scripts/training/hearing/train_hearing.py`) and the service use this same module. All is CRC-32 (ISO 3309) of bytes, the kind of feature
being the start value, so that it is the same on every machine and in every process.
"""

from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from zlib import crc32

from feedback.distress.model.groups import GROUPS
from feedback.hearing.normal import tokens

BITS = 15
_MASK = (1 << BITS) - 1
_LETTERS, _WORD, _PAIR, _FIRST, _COUNT, _RULE, _GROUP = range(1, 8)
_SINGLE = (_WORD, _GROUP, _GROUP + 2, _GROUP + 4)
_PAIRS = (_PAIR, _GROUP + 1, _GROUP + 3, _GROUP + 5)
_SIZES = (2, 3, 4, 5)
_ACROSS = tuple((size, before) for size in _SIZES for before in range(1, size - 1))
"""The runs of letters that lie across a space: how long they are, and how many of them stand before it."""
_MOST_WORDS = 80
_LONGEST = 600
_RULE_PLACES = 4
"""What a rule said counts more than one word: it is given this many places."""


class _Word(NamedTuple):
    """What the features of a word need, wherever it stands.

    `names` are the word and its groups, each after a space; `begun` for each of them the hash of a pair that begins with it;
    `places` are those of the word alone and of its runs of letters.
    """

    names: tuple[bytes, ...]
    begun: tuple[int, ...]
    places: frozenset[int]


def _word(word: bytes) -> _Word:
    names = (word, *(groups.get(word, word) for groups in GROUPS))
    begun = tuple(map(crc32, names, _PAIRS))
    padded = b" %s " % word
    runs = (crc32(padded[at : at + size], _LETTERS) for size in _SIZES for at in range(len(padded) - size + 1))
    found = frozenset(place & _MASK for place in (*map(crc32, names, _SINGLE), *runs))
    return _Word(tuple(b" " + name for name in names), begun, found)


@lru_cache(maxsize=16_384)
def _known_word(word: bytes) -> _Word:
    """Return what is known of a word of the groups. Only such words are kept in memory."""
    return _word(word)


_EDGES = _word(b"<"), _word(b">")
_OF_EDGES = frozenset(crc32(edge, kind) & _MASK for edge in (b"<", b">") for kind in _SINGLE[1:])


def places(words: list[str], rule: str = "", prefix: str = "") -> list[int]:
    """Return the places of a text's words in the normal form, and of what rules said of it ("" for nothing)."""
    found = _places(tuple(words[:_MOST_WORDS]), prefix)
    ruled = (crc32(b"%s %d" % (rule.encode(), at), _RULE) & _MASK for at in range(_RULE_PLACES if rule else 0))
    return list(found.union(ruled))


def forget() -> None:
    """Let go of the words in memory: what a text is made of is kept while that text is heard, and no longer."""
    _places.cache_clear()


@lru_cache(maxsize=16)
def _places(words: tuple[str, ...], prefix: str) -> frozenset[int]:
    own = [(prefix + word).encode() for word in words]
    known = [_known_word(word) if word in GROUPS[0] else _word(word) for word in own]
    start, end = _EDGES
    rows = pairwise((start, *known, end))
    found = [crc32(name, begun) for one, two in rows for name, begun in zip(two.names, one.begun, strict=True)]
    found.append(crc32(b"%d" % min(len(own), 12), _COUNT))
    found += _letters_between(own)
    return _OF_EDGES.union({place & _MASK for place in found}, *(word.places for word in known))


def _letters_between(words: list[bytes]) -> list[int]:
    """Return the hashes of the runs of letters that lie across a space: all others lie in one word and the spaces beside it."""
    if not words:
        return [crc32(b"  ", _LETTERS)]
    text = b" %s " % b" ".join(words)
    spaces = [*accumulate((len(word) + 1 for word in words[:-1]), initial=0)][1:]
    starts = ((space - before, size) for space in spaces for size, before in _ACROSS)
    return [crc32(text[at : at + size], _LETTERS) for at, size in starts if 0 <= at <= len(text) - size]


def places_of(task: str, text: str, subject: str, rule: tuple[str, bool]) -> list[int]:
    """Return the places of a text at a task; the words of a mail's subject are other words than those of the mail."""
    told = f"{rule[0]}{rule[1]}"
    own = places(tokens(text[:_LONGEST]), told)
    return own if task != "leave" else list({*own, *places(tokens(subject[:_LONGEST]), prefix="_")})
