"""Which answer fits a sign: about me now, before, about somebody else, hurt by somebody, by staff, a child, others, help now."""

import re

from feedback.distress.judging import Sign
from feedback.distress.notice import Kind, Reason

_KINDS: dict[Reason, Kind] = {
    "self-harm": "about-me-now",
    "abuse": "hurt-by-somebody",
    "staff-harm": "hurt-by-staff",
    "harm-to-others": "harm-to-others",
    "in-need-now": "help-now",
}
_OTHERS = re.compile(
    r" (?:(?:my|our|his|her|a|the) (?:son|daughter|brother|sister|mum|dad|husband|wife|partner|friend|mate|cousin|nan|child|kid|kids|neighbour"
    r"|uncle|aunt|auntie|boyfriend|girlfriend|niece|nephew|grandson|granddaughter|teenager|lad|girl|boy|patient|client|stepson|stepdaughter|ex|best friend|flatmate)"
    r"|he|she|they|someone|himself|herself|themselves|him|her) "
)
_SELF = re.compile(r" (?:i|me|myself|my life|my own life) ")
_BEFORE = re.compile(
    r" (?:used to|years ago|year ago|months ago|last year|back in|in the past|when i was|as a child|as a kid|as a teenager|(?:in|since) (?:19|20)[0-9][0-9]|once tried|a long time ago|at the time|back then|had been|was) "
)
_STILL = re.compile(
    r" (?:now|still|again|tonight|today|am|keep|every|want|going to|last night|yesterday|this week|this morning|feel) "
)


def kind_of(sign: Sign, sentence: str) -> Kind:
    """Return which answer fits a sign in its sentence. In doubt it is about the person who writes, now."""
    if sign.child:
        return "child"
    if sign.reason != "self-harm":
        return _KINDS[sign.reason]
    padded = f" {sentence} "
    about = f" {' '.join(f'{padded[: sign.start]} {sign.matched}'.split())} "
    if _OTHERS.search(about) and not _SELF.search(about):
        return "about-somebody-else"
    return "past" if _BEFORE.search(padded) and not _STILL.search(padded) else "about-me-now"
