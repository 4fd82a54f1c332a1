"""Identifiers with a form of their own: addresses of mail and the web, numbers of people, dates of birth, great ages. Pure."""

import re
from collections.abc import Iterator

from review.text.identifiers import lexicon
from review.text.identifiers.words import AFTER, BEFORE, fold
from storage.review.texts import TextSpan

_EMAIL = re.compile(r"[\w.+'-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,9}")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+")
_HANDLE = re.compile(r"(?<![\w@.])(?:@[\w.]{2,30}\w|/?u/[\w-]{3,30})")
_ACCOUNT = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|facebook|fb|whatsapp|telegram|discord|youtube|bluesky|linkedin|reddit|xbox|"
    r"psn|steam|username|user name|handle)\b(?:[ ]{1,2}(?:name|handle|account|username|user|id|profile|page|tag|is|was|as|under|called|at)){0,3}"
    r"[ ]{0,2}[:=–-]?[ ]{0,2}([\w#][\w.#-]{2,39})",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    rf"{BEFORE}(?:GIR ?0AA|[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}|[A-Z]{{1,2}}\d \d\d[A-Z]{{2}}){AFTER}", re.IGNORECASE
)
_TEN_DIGITS = re.compile(rf"{BEFORE}\d{{3}}[ -]?\d{{3}}[ -]?\d{{4}}(?!\d)")
_NHS = re.compile(r"\bNHS\b", re.IGNORECASE)
_NEAR = 30
"""Characters before or after a number in which a word says what it is."""
_NHS_CONTEXT = re.compile(r"\bNHS\b|\bnumber\b|\bno\b\.?", re.IGNORECASE)
_INSURANCE = re.compile(
    rf"{BEFORE}[A-Z]{{2}}(?:[ -]?\d){{6}}[ -]?[A-D]{AFTER}",
    re.IGNORECASE,
)
"""A National Insurance number, in the form that HMRC's manual NIM39110 gives; one with wrong letters is hidden too."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:born|birth\w*|d\.?o\.?b\.?)\b", re.IGNORECASE)
_NINETIES = r"(?:9\d|1[01]\d|ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|a hundred(?: and \w+)?)"
_UNITS = (
    "percent|per cent|minutes?|mins?|hours?|days?|weeks?|months?|miles?|km|pounds?|quid|pence|p|out|people|patients|degrees|of|kg|stone|"
    "times|steps|pages|questions|beds|cm|mg|ml|staff|others"
)
"""What is counted, where a number is no age."""
_AGE = re.compile(
    rf"\b(?:{_NINETIES})(?=[ -]?(?:years?|yrs?|y/?o)\b[ -]?(?:olds?\b|of age\b)?)"
    rf"|(?:\b(?:age|aged|turn|turns|turned|turning|is|am|now|nearly|almost|im|be)|['’][sm]):?(?: (?:only|just|about|nearly|almost|over|now|still|a))? ({_NINETIES})(?![\w%:/-]|[.,]\d| (?:{_UNITS})\b)"
    rf"|[,(]\s?({_NINETIES})(?=[,)])|\b(?:at|my|our|the|her|his|she|he|mum|dad|gran|nan) ({_NINETIES})(?=[.,;!?)]|$| (?:now|and (?:still|blind|deaf|frail))\b|yo\b)"
    rf"|(?:বয়স|বয়স|उम्र|आयु|عمر\w*|ਉਮਰ|ઉંમર|வயது)\s({_NINETIES})(?!\d)"
    rf"|(?<!\d)({_NINETIES}|九十[一二三四五六七八九]?)\s?(?:岁|歲|سنة|عاما|سال|साल|वर्ष|বছর|ਸਾਲ|વર્ષ|வயது|lat\b|lata\b|ani\b|de ani\b|yaş|anos\b|años\b|ans\b|лет|год|рок)",
    re.IGNORECASE,
)
"""An age over 89: so few people have one that it says who they are (the rule of HIPAA, 45 CFR 164.514)."""
_DIGITS = {
    ord(digit): str(value)
    for start in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6)
    for value, digit in enumerate(map(chr, range(start, start + 10)))
}
"""Digits of other scripts as those of ours, one for one, so that positions stay."""
_OLD = re.compile(r"[ -]?(?:years?|yrs?|y/?o)(?:[ -]?olds?| of age)?\b", re.IGNORECASE)
_FORMS = ((_EMAIL, "email"), (_LINK, "link"), (_HANDLE, "social media"), (_POSTCODE, "postcode"))


def spans(text: str) -> Iterator[TextSpan]:
    """Yield every identifier of a text that has a form of its own, but for telephone numbers."""
    text = text.translate(_DIGITS)
    for pattern, kind in (*_FORMS, (_INSURANCE, "National Insurance number")):
        yield from (TextSpan(match.start(), match.end(), kind) for match in pattern.finditer(text))
    yield from _accounts(text)
    yield from _nhs_numbers(text)
    for match in _DATE.finditer(text):
        if _BIRTH.search(text[max(0, match.start() - 40) : match.end() + 20]):
            yield TextSpan(match.start(), match.end(), "date of birth")
    yield from _ages(text)


def is_nhs_number(digits: str) -> bool:
    """Return whether ten digits end in the right check digit (weights 10 to 2, modulo 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - total % 11) % 11
    return len(digits) == 10 and check == int(digits[9])


def _nhs_numbers(text: str) -> Iterator[TextSpan]:
    for match in _TEN_DIGITS.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        is_spaced, is_said = len(match.group()) > 10, _NHS_CONTEXT.search(before)
        is_right = is_nhs_number(re.sub(r"\D", "", match.group()))
        is_named = _NHS.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR) is not None
        if is_named or (is_right and (is_spaced or is_said)) or (is_spaced and is_said):
            yield TextSpan(match.start(), match.end(), "NHS number")


def _accounts(text: str) -> Iterator[TextSpan]:
    """Yield names of accounts after the name of a network: they hold a digit or a sign, or are no word."""
    for match in _ACCOUNT.finditer(text):
        name = match.group(1).rstrip(".-")
        is_odd = re.search(r"[\d_.#]", name) is not None and not name.replace(".", "").isdecimal()
        if len(name) > 2 and (is_odd or not lexicon.is_english(fold(name))):
            yield TextSpan(match.start(1), match.start(1) + len(name), "social media")


def _ages(text: str) -> Iterator[TextSpan]:
    for match in _AGE.finditer(text):
        group = match.lastindex or 0
        old = _OLD.match(text, match.end())
        is_young = re.search(r"\bfor(?: the last| over| about)?\s$", text[max(0, match.start() - 20) : match.start()])
        if not is_young:
            yield TextSpan(match.start(group), old.end() if old else match.end(group), "age")
