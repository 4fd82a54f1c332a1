"""Telephone numbers of every country, by Google's library: as they are written abroad, and as people write them here. Pure."""

import re
from collections.abc import Iterator
from itertools import islice

import phonenumbers

from storage.review.texts import TextSpan

_HERE = re.compile(r"(?<![\w+])(?:\+44[\s-]?(?:\(0\)\s?)?|0044[\s-]?|\(?0)(?:[\s()./-]{0,2}\d){8,10}(?!\d)")
_SHORTENED = re.compile(r"(?<![\w+.,/-])7[1-9]\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)")
"""A mobile telephone's number without the 0 before it."""
_ABROAD = re.compile(r"(?<![\w+])(?:\+|00)[\s(]?[1-9](?:[\s()./-]{0,2}\d){6,14}(?!\d)")
_BARE = re.compile(r"(?<![\w+.,/-])\(?\d(?:[\s().-]{0,2}\d){6,14}(?!\d)")
_CALL = re.compile(
    r"\b(?:ring|rang|phone|phoned|call|called|tel|telephone|mobile|mob|cell|whatsapp|text|texted|number|landline|fax|viber|sms)\b",
    re.IGNORECASE,
)
_NEAR = 40
"""Characters before a number in which a word says that it is a telephone's."""
_HOMES = (
    "GB", "IE", "PL", "RO", "IN", "PK", "BD", "LK", "NG", "GH", "SO", "KE", "ZA", "JM", "CN", "HK", "PH", "PT", "IT", "ES", "FR", "DE", "BG", "LT", "TR", "UA", "GR", "US", "BR",
)  # fmt: skip
"""Where most people in the UK with family abroad have it; a number without a prefix is looked at as one of these."""
_MOST = 50
"""Numbers without a prefix that are looked up in one text, so that a text made to hurt takes no longer."""


def spans(text: str) -> Iterator[TextSpan]:
    """Yield the telephone numbers of a text. One without a prefix counts only where a word before it says what it is."""
    for pattern in (_HERE, _SHORTENED, _ABROAD):
        yield from (TextSpan(match.start(), match.end(), "phone") for match in pattern.finditer(text))
    bare = (match for match in _BARE.finditer(text) if _CALL.search(text, max(0, match.start() - _NEAR), match.start()))
    for match in islice(bare, _MOST):
        if is_phone(match.group()):
            yield TextSpan(match.start(), match.end(), "phone")


def is_phone(digits: str) -> bool:
    """Return whether a number could be rung: within one of the countries that are likely here, or from abroad."""
    return _is_valid("+" + re.sub(r"\D", "", digits), None) or any(_is_valid(digits, home) for home in _HOMES)


def _is_valid(digits: str, home: str | None) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(digits, home))
    except phonenumbers.NumberParseException:
        return False
