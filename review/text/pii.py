"""What in a text could show who somebody is: proposed by rules, for a person to confirm.

Numbers and addresses are found almost always; names are hard, and some are missed. That is why nothing
leaves before a person has looked. A proposal never begins or ends inside a word, in any script.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from review.text.identifiers import addresses, lexicon, numbers, other_scripts, phones
from review.text.identifiers.names import NameFinder
from review.text.identifiers.numbers import is_nhs_number
from review.text.identifiers.words import AFTER, BEFORE, Word, fold, whole, words_in
from storage.review.texts import TextSpan

__all__ = ["KINDS", "is_nhs_number", "propose", "spans_of"]

KINDS = (
    "name", "phone", "email", "NHS number", "National Insurance number", "postcode", "date of birth", "age", "place", "link",
    "social media", "other",
)  # fmt: skip
"""What can be hidden, as it then stands in the text."""
_MOST_NAMES = 100
"""Names of one text that are looked for everywhere in it, so that a text made to hurt takes no longer."""


def propose(words: str, names: Iterable[str] = ()) -> tuple[TextSpan, ...]:
    """Return the parts of a text that somebody should look at, in their order, none overlapping another.

    Parts that overlap become one, of the kind of the first. `names` are further names to look for (of staff and wards),
    as a whole and each part of them, in any case.
    """
    found = [*_forms(words), *_names(words, tuple(names))]
    ends = (TextSpan(*whole(words, span.start, span.stop), span.kind) for span in found)
    kept: list[TextSpan] = []
    for span in sorted(ends, key=lambda span: (span.start, -span.stop)):
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
        elif span.stop > kept[-1].stop:
            kept[-1] = TextSpan(kept[-1].start, span.stop, kept[-1].kind)
    return tuple(kept)


def spans_of(words: str, wanted: Iterable[str], kind: str, case: int = re.IGNORECASE) -> tuple[TextSpan, ...]:
    """Return everywhere that some words stand in a text, as whole words; in any case, or as they are with `case` 0."""
    found = []
    for one in filter(None, (text.strip() for text in wanted)):
        pattern = re.compile(rf"{BEFORE}{re.escape(one)}{AFTER}", case)
        found += [TextSpan(match.start(), match.end(), kind) for match in pattern.finditer(words)]
    return tuple(found)


def _forms(words: str) -> Iterator[TextSpan]:
    yield from numbers.spans(words)
    yield from phones.spans(words)
    yield from addresses.spans(words)


def _names(words: str, names: tuple[str, ...]) -> Iterator[TextSpan]:
    said = tuple(words_in(words))
    seen: dict[str, None] = {}
    for span in NameFinder(said).spans():
        yield span
        seen |= dict.fromkeys(words[span.start : span.stop].split())
    yield from other_scripts.spans(words, said)
    team = dict.fromkeys(part for name in names for part in name.split())
    yield from (span for name in names for span in spans_of(words, [name], "name"))
    wanted = [*islice(team, _MOST_NAMES), *islice(seen, _MOST_NAMES)]
    yield from _again(said, [fold(name) for name in wanted], frozenset(wanted))


def _again(said: Iterable[Word], keys: Iterable[str], written: frozenset[str]) -> Iterator[TextSpan]:
    """Yield every word that is part of a name said elsewhere: in any case, or as it was written where it is an everyday word too."""
    wanted = frozenset(key for key in keys if len(key) > 1 and key not in lexicon.known())
    for word in said:
        is_sure = len(word.key) > 2 and not lexicon.is_english(word.key)
        if word.key in wanted and (is_sure or (word.is_capital and word.text in written)):
            yield TextSpan(word.start, word.stop, "name")
