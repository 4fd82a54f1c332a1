"""What in a text could show who somebody is: proposed by rules, for a person to confirm. Pure.

Numbers and addresses are found almost always; names are hard, and lower-case ones are missed. That is why nothing
leaves before a person has looked.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice

from storage.review.texts import TextSpan

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
_TITLES = "Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Nurse|Sister|Matron|Rev|Sir|Dame|Lady"
_TITLED = re.compile(rf"\b(?:{_TITLES})\.? (?:{_NAME}\b ?){{1,3}}")
_CALLED = re.compile(
    r"\b(?:my name is|name was|named|called|I am|I'm|this is|my (?:son|daughter|wife|husband|partner|mum|dad|mother|father|"
    rf"sister|brother|friend|nurse|doctor|psychiatrist|keyworker|key worker)),? ((?:{_NAME})(?: {_NAME})?)"
)
_RUN = re.compile(rf"(?<!\w){_NAME}(?: {_NAME})*")
"""Words with a capital letter, one after the other."""
_WITHIN = re.compile(r"(?<=[\w,;)'\"] )")
"""A place within a sentence, where a capital letter is more than its beginning."""
_KNOWN_WORDS = (
    "I I'm I'd I've I'll Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December Christmas Easter English British Welsh Scottish Irish England "
    "Wales Scotland Ireland Britain London Telegram Zoom Teams Google Facebook Trust Involvement Patient Participation "
    "Mental Health Act Help God Covid Internet Team Ward Hospital Council Section Mind Samaritans"
)
_KNOWN = frozenset(_KNOWN_WORDS.split())
"""Words with a capital letter that name nobody."""
_OPENER_WORDS = (
    "The This That These Those There Here Then They Their Them She Her He His Him It Its We Our Us You Your My Some Somebody "
    "Someone Nobody No Not Nothing Nor Any Anybody Anyone All Both Each Every Everybody Everyone Everything Another Other Most "
    "Many And But Or So If As At By For From In Into Of Off On Out Over Under Up To With Without About After Again Against Also "
    "Although Always Because Before Behind Between During Even Finally First However Just Last Later Maybe Meanwhile Near Never "
    "Next Now Often Once One Only Perhaps Since Sometimes Soon Still Though Through Today Tomorrow Too Until Usually Very What "
    "When Whenever Where Whether Which While Who Whose Why Yesterday Yet Yes Am Are Is Was Were Can Could Did Do Does Had Has "
    "Have Should Would Dear Hello Hi Please Sorry Thank Thanks Well I'm I'd I've I'll It's That's There's He's She's They're "
    "We're You're We've"
)
_OPENERS = frozenset(_OPENER_WORDS.split())
"""Words that begin a sentence and are no part of the name behind them."""
_PLACE_WORDS = (
    "Street St Road Rd Avenue Ave Lane Close Drive Way Court Terrace Crescent Square Ward Centre Clinic Hospital "
    "Surgery House Unit Hub Lodge"
)
_PLACES = frozenset(_PLACE_WORDS.split())
"""What the name of a place ends with."""
_NO_NAMES = _KNOWN | frozenset(_TITLES.split("|"))
_MOST_NAMES = 100
"""Names of one text that are looked for in small letters too, so that a text made to hurt takes no longer."""


def propose(words: str, names: Iterable[str] = ()) -> tuple[TextSpan, ...]:
    """Return the parts of a text that somebody should look at, in their order, none overlapping another.

    Parts that overlap become one, of the kind of the first. `names` are further names to look for (of staff and wards), whole words in any case.
    """
    found = [*_numbers(words), *_names(words, names)]
    found.sort(key=lambda span: (span.start, -span.stop))
    kept: list[TextSpan] = []
    for span in found:
        if not kept or span.start >= kept[-1].stop:
            kept.append(span)
        elif span.stop > kept[-1].stop:
            kept[-1] = TextSpan(kept[-1].start, span.stop, kept[-1].kind)
    return tuple(kept)


def is_nhs_number(digits: str) -> bool:
    """Return whether ten digits end in the right check digit (weights 10 to 2, modulo 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - total % 11) % 11
    return len(digits) == 10 and check == int(digits[9])


def spans_of(words: str, wanted: Iterable[str], kind: str, case: int = re.IGNORECASE) -> tuple[TextSpan, ...]:
    """Return everywhere that some words stand in a text, as whole words; in any case, or as they are with `case` 0."""
    found = []
    for one in filter(None, (text.strip() for text in wanted)):
        pattern = re.compile(rf"(?<!\w){re.escape(one)}(?!\w)", case)
        found += [TextSpan(match.start(), match.end(), kind) for match in pattern.finditer(words)]
    return tuple(found)


def _numbers(words: str) -> Iterator[TextSpan]:
    for pattern, kind in ((_EMAIL, "email"), (_LINK, "link"), (_POSTCODE, "postcode"), (_STREET, "place")):
        yield from (TextSpan(match.start(), match.end(), kind) for match in pattern.finditer(words))
    for match in _TEN_DIGITS.finditer(words):
        before = words[max(0, match.start() - 30) : match.start()]
        is_spaced = len(match.group()) > 10
        if is_nhs_number(re.sub(r"\D", "", match.group())) and (is_spaced or _NHS_CONTEXT.search(before)):
            yield TextSpan(match.start(), match.end(), "NHS number")
    yield from (TextSpan(match.start(), match.end(), "phone") for match in _PHONE.finditer(words))
    for match in _DATE.finditer(words):
        if _BIRTH.search(words[max(0, match.start() - 40) : match.end() + 20]):
            yield TextSpan(match.start(), match.end(), "date of birth")


def _names(words: str, names: Iterable[str]) -> Iterator[TextSpan]:
    seen: dict[str, None] = {}
    for match in _TITLED.finditer(words):
        yield TextSpan(match.start(), match.start() + len(match.group().rstrip()), "name")
        seen |= dict.fromkeys(match.group().split()[1:])
    for match in _CALLED.finditer(words):
        if match.group(1).split()[0] not in _KNOWN:
            yield TextSpan(match.start(1), match.end(1), "name")
            seen |= dict.fromkeys(match.group(1).split())
    begun: dict[str, None] = {}
    for run, is_begun in _runs(words):
        yield run
        parts = words[run.start : run.stop].split()
        begun |= dict.fromkeys(parts[:is_begun])
        seen |= dict.fromkeys(parts[is_begun : -1 if run.kind == "place" else None])
    yield from spans_of(words, dict.fromkeys((*names, *_again(seen))), "name")
    yield from spans_of(words, _again(begun), "name", case=0)


def _runs(words: str) -> Iterator[tuple[TextSpan, bool]]:
    """Yield words with capital letters that may name somebody or a place, and whether they begin a sentence.

    One word alone at the beginning of a sentence is none, since any word has a capital there.
    """
    for match in _RUN.finditer(words):
        parts = match.group().split()
        is_begun = _WITHIN.match(words, match.start()) is None
        kept = [*dropwhile(_opens, parts)] if is_begun else parts
        is_begun = is_begun and len(kept) == len(parts)
        if len(kept) > is_begun and not _KNOWN.issuperset(kept):
            kind = "place" if kept[-1] in _PLACES else "name"
            yield TextSpan(match.end() - len(" ".join(kept)), match.end(), kind), is_begun


def _opens(word: str) -> bool:
    return word.replace("’", "'") in _OPENERS


def _again(seen: Iterable[str]) -> Iterator[str]:
    """Return the names to look for everywhere."""
    return islice((name for name in seen if name not in _NO_NAMES), _MOST_NAMES)
