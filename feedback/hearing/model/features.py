"""What the model sees of a text: hashed places of its letters, words, pairs of words and groups of like words, and what rules said.

The trainer (`scripts/training/hearing/train_hearing.py`) and the service use this same module. All is CRC-32 (ISO 3309) of bytes, the kind of feature
being the start value, so that it is the same on every machine and in every process.
"""

from itertools import pairwise
from zlib import crc32

from feedback.distress.model.groups import GROUPS
from feedback.hearing.normal import tokens

BITS = 15
_MASK = (1 << BITS) - 1
_LETTERS, _WORD, _PAIR, _FIRST, _COUNT, _RULE, _GROUP = range(1, 8)
_MOST_WORDS = 80
_LONGEST = 600
_RULE_PLACES = 4
"""What a rule said counts more than one word: it is given this many places."""


def places(words: list[str], rule: str = "", prefix: str = "") -> list[int]:
    """Return the places of a text's words in the normal form, and of what rules said of it ("" for nothing)."""
    own = [(prefix + word).encode() for word in words[:_MOST_WORDS]]
    edged = [b"<", *own, b">"]
    text = b" " + b" ".join(own) + b" "
    found = {crc32(text[at : at + size], _LETTERS) for size in (2, 3, 4, 5) for at in range(len(text) - size + 1)}
    found.update(crc32(word, _WORD) for word in own)
    found.update(crc32(one + b" " + two, _PAIR) for one, two in pairwise(edged))
    found.add(crc32(b"%d" % min(len(own), 12), _COUNT))
    for level, groups in enumerate(GROUPS):
        named = [b"<", *(groups.get(word, word) for word in own), b">"]
        found.update(crc32(word, _GROUP + 2 * level) for word in named)
        found.update(crc32(one + b" " + two, _GROUP + 2 * level + 1) for one, two in pairwise(named))
    found.update(crc32(b"%s %d" % (rule.encode(), at), _RULE) for at in range(_RULE_PLACES if rule else 0))
    return sorted({place & _MASK for place in found})


def places_of(task: str, text: str, subject: str, rule: tuple[str, bool]) -> list[int]:
    """Return the places of a text at a task; the words of a mail's subject are other words than those of the mail."""
    told = f"{rule[0]}{rule[1]}"
    own = places(tokens(text[:_LONGEST]), told)
    return own if task != "leave" else sorted({*own, *places(tokens(subject[:_LONGEST]), prefix="_")})
