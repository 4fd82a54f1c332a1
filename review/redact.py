"""What in a text could show who somebody is: proposed by rules, for a person to confirm. Pure.

Numbers and addresses are found almost always; names are hard, and lower-case ones are missed. That is why nothing
leaves before a person has looked (review.md, section 5).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from storage.texts import Span

KINDS = ("name", "phone", "email", "NHS number", "postcode", "date of birth", "place", "link", "other")
"""What can be hidden, as it then stands in the text."""

_EMAIL = re.compile(r"[\w.+'-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,9}")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+|(?<![\w@])@\w{3,}")
_POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w+])(?:\+44[\s-]?(?:\(0\)\s?)?|0044[\s-]?|\(?0)(?:[\s()./-]{0,2}\d){8,10}(?!\d)")
_TEN_DIGITS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_NHS_CONTEXT = re.compile(r"\bNHS\b|\bnumber\b|\bno\b\.?", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:born|birth\w*|d\.?o\.?b\.?)\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b\d{1,4}[a-z]? (?:[A-Z][\w'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Court|Terrace)\b"
)
_NAME = r"[A-Z][a-z'’-]+(?:[A-Z][a-z]+)?"
_TITLED = re.compile(
    rf"\b(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Nurse|Sister|Matron|Rev|Sir|Dame|Lady)\.? (?:{_NAME}\b ?){{1,3}}"
)
_CALLED = re.compile(
    r"\b(?:my name is|name was|named|called|I am|I'm|this is|my (?:son|daughter|wife|husband|partner|mum|dad|mother|father|"
    rf"sister|brother|friend|nurse|doctor|psychiatrist|keyworker|key worker)),? ((?:{_NAME})(?: {_NAME})?)"
)
_CAPITAL = re.compile(rf"(?<=[\w,;)'\"] ){_NAME}(?: {_NAME})*")
_KNOWN_WORDS = (
    "I I'm I'd I've I'll Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December Christmas Easter English British Welsh Scottish Irish England "
    "Wales Scotland Ireland Britain London Telegram Zoom Teams Google Facebook Trust Involvement Patient Participation "
    "Mental Health Act Help God Covid Internet Team Ward Hospital Council Section Mind Samaritans"
)
_KNOWN = frozenset(_KNOWN_WORDS.split())
"""Words with a capital letter that name nobody."""
_MOST_NAMES = 100
"""Names of one text that are looked for in small letters too, so that a text made to hurt takes no longer."""


def propose(words: str, names: Iterable[str] = ()) -> tuple[Span, ...]:
    """Return the parts of a text that somebody should look at, in their order, none overlapping another.

    `names` are further names to look for (of staff and wards), whole words in any case.
    """
    found = [*_numbers(words), *_names(words, names)]
    found.sort(key=lambda span: (span.start, -span.stop))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
    return tuple(kept)


def is_nhs_number(digits: str) -> bool:
    """Return whether ten digits end in the right check digit (weights 10 to 2, modulo 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - total % 11) % 11
    return len(digits) == 10 and check == int(digits[9])


def spans_of(words: str, wanted: Iterable[str], kind: str) -> tuple[Span, ...]:
    """Return everywhere that some words stand in a text, as whole words in any case."""
    found = []
    for one in filter(None, (text.strip() for text in wanted)):
        pattern = re.compile(rf"(?<!\w){re.escape(one)}(?!\w)", re.IGNORECASE)
        found += [Span(match.start(), match.end(), kind) for match in pattern.finditer(words)]
    return tuple(found)


def _numbers(words: str) -> Iterator[Span]:
    for pattern, kind in ((_EMAIL, "email"), (_LINK, "link"), (_POSTCODE, "postcode"), (_STREET, "place")):
        yield from (Span(match.start(), match.end(), kind) for match in pattern.finditer(words))
    for match in _TEN_DIGITS.finditer(words):
        before = words[max(0, match.start() - 30) : match.start()]
        is_spaced = len(match.group()) > 10
        if is_nhs_number(re.sub(r"\D", "", match.group())) and (is_spaced or _NHS_CONTEXT.search(before)):
            yield Span(match.start(), match.end(), "NHS number")
    yield from (Span(match.start(), match.end(), "phone") for match in _PHONE.finditer(words))
    for match in _DATE.finditer(words):
        if _BIRTH.search(words[max(0, match.start() - 40) : match.end() + 20]):
            yield Span(match.start(), match.end(), "date of birth")


def _names(words: str, names: Iterable[str]) -> Iterator[Span]:
    seen: dict[str, None] = {}
    for match in _TITLED.finditer(words):
        yield Span(match.start(), match.start() + len(match.group().rstrip()), "name")
        seen |= dict.fromkeys(match.group().split()[1:])
    for match in _CALLED.finditer(words):
        if match.group(1).split()[0] not in _KNOWN:
            yield Span(match.start(1), match.end(1), "name")
            seen |= dict.fromkeys(match.group(1).split())
    for match in _CAPITAL.finditer(words):
        parts = match.group().split()
        if not all(part in _KNOWN for part in parts):
            yield Span(match.start(), match.end(), "name")
            seen |= dict.fromkeys(parts)
    again = islice((name for name in seen if name not in _KNOWN), _MOST_NAMES)
    yield from spans_of(words, dict.fromkeys((*names, *again)), "name")
