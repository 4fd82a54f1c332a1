"""Addresses of homes, with capital letters or without. Pure."""

import re
from collections.abc import Iterator

from review.text.identifiers import lexicon
from review.text.identifiers.words import AFTER, BEFORE, PART, fold
from storage.review.texts import TextSpan

_STREETS = "street|st|road|rd|avenue|ave|lane|ln|close|drive|way|court|terrace|crescent|gardens|grove|square|place|mews|hill|walk|row|rise|park|green|house|gate|yard|fold|view|edge|mount|end|side|bank|brow|wharf|quay|croft|cottages|villas|buildings|heights|parade|vale|fields|meadow|meadows|cross|bridge|place"
_ADDRESS = re.compile(
    rf"(?:{BEFORE}(?:(?:top|ground floor|basement|upper|first floor) )?(?:flat|apartment|apt|unit|room) [a-z]?\d{{1,4}}[a-z]?,? )?(?:{BEFORE}(?:top |upper )?(?:flat )?\d{{1,4}}[a-z]?,? )"
    rf"((?:(?!\d)(?:{PART}|['’.-])+ ){{1,3}})({_STREETS}){AFTER}(?:,? (?:off|near|nr|opposite|opp|behind) (?:the )?(?:{PART}|['’-])+)?",
    re.IGNORECASE,
)
_FLAT = re.compile(rf"{BEFORE}(?:flat|apartment|apt) (?:[a-z]?\d{{1,4}}[a-z]?){AFTER}", re.IGNORECASE)
_CAPITALS = rf"[^\W\d_a-z](?:{PART}|['’-])*(?: [^\W\d_a-z](?:{PART}|['’-])*){{0,3}}"
_NAMED = re.compile(
    rf"{BEFORE}(?:{_CAPITALS}, )?{_CAPITALS} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Court|Terrace|Crescent|Gardens|Grove|Mews|Yard|Fold)"
    rf"{AFTER}(?:, {_CAPITALS}){{0,2}}"
)
"""A street with its house and town beside it, each with capital letters."""
_SURE = lexicon.cue("sure streets")
"""What is a street whatever stands before it; the others are everyday words too."""
_NOT_NAMED = lexicon.cue("not streets")


def spans(text: str) -> Iterator[TextSpan]:
    """Yield addresses that begin with the number of a house or a flat."""
    for match in _ADDRESS.finditer(text):
        names = [fold(name) for name in match.group(1).split()]
        is_named = not _NOT_NAMED.intersection(names)
        is_capital = match.group(1)[0].isupper() and match.group(2)[0].isupper()
        if is_named and (is_capital or fold(match.group(2)) in _SURE or len(names) == 1):
            yield TextSpan(match.start(), match.end(), "place")
    for pattern in (_FLAT, _NAMED):
        yield from (TextSpan(match.start(), match.end(), "place") for match in pattern.finditer(text))
