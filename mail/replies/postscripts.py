"""What somebody adds below their name or card: a postscript, or a sentence that only a person says."""

import re
from typing import Final

from mail.phrases.client_phrases import DISCLAIMER, WORKING
from mail.phrases.line_kinds import plain
from mail.replies.contact_card import CONTACT, PS
from mail.replies.device_footers import by_phone

_POSTSCRIPT: Final = 3
"""Words of a postscript with its mark."""
_SAYS: Final = 3
"""Words of a sentence. "Thank you." and "See you." are none."""
_LONGEST: Final = 12
"""Lines that somebody adds. Below a card more is rather small print."""
_VOICE = re.compile(
    r"\b(?:I|me|my|mine|myself|we|us|our|ich|mich|mir|mein\w*|wir|uns|je|moi|mon|ma|mes|nous|yo|mi|mis|nosotros|eu|meu|minha|nós|io|mio|mia|noi"
    r"|ik|mij|mijn|wij|ons|ja|mnie|moje|moja|my|jag|mig|min|mitt|jeg|meg|mit|minä|minua|já|mě|mně|én|engem|eu|mie|mea|dwi|fi|fy|mé|waxaan)\b"
    r"|\bj['’]|\b(?:я|мне|меня|мой|моя|мы|мені|мене|аз|ми|εγώ|εμένα|μου|bana|benim|ben)\b|أنا|لي|مجھے|میں|मैं|मुझे|আমি|আমার|ਮੈਂ|ਮੈਨੂੰ|હું|મને|我|私|저|나는|אני|לי"
    r"|^(?:oh|ah|also|and|but|sorry|forgot|one more|by the way|btw|edit|plus|please (?:ring|call|phone|tell|ask|send|let|pass|can|could)|can|could|would|when|where|why|who|what|how|is|are|do|does|did)\b",
    re.IGNORECASE,
)
"""Somebody speaks of themselves, asks, or goes on. No small print and no motto does, but one: "I work Monday to Wednesday"."""
_ENDS = re.compile(r"[.!?…。！？؟।۔][\"'”’)\]]*(?:\s?[x☺🙂😊:)(]+)?$", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"'“”‘«»„]")
_NEVER = re.compile(
    r"\b(?:pronouns?|confidential|intended (?:for|recipient)|privacy|unsubscribe|click|view(?:s)? (?:are|expressed)|acknowledge|custodians|environment|print(?:ing)?"
    r"|flexibl[ey]|annual leave|registered|charity|copyright|follow us|visit (?:us|our)|our (?:website|newsletter|services?|team|values|mission)|donat\w*)\b",
    re.IGNORECASE,
)
"""What small print below a card is about."""


def is_postscript(lines: list[str], at: int) -> bool:
    """Whether a postscript begins on line `at`. Right below a card it is one where words follow: it may be initials."""
    return bool(PS.match(plain(lines[at]))) and (not lines[at - 1].strip() or len(lines[at].split()) >= _POSTSCRIPT)


def start_of(lines: list[str]) -> int:
    """Return where the last paragraphs begin that only a person says, with something above them; else `len(lines)`."""
    found, at = len(lines), len(lines)
    while at > 0:
        end = _up(lines, at, is_blank=True)
        at = _up(lines, end, is_blank=False)
        if at <= 0 or not _is_said([plain(line) for line in lines[at:end]]):
            break
        found = at
    return found if len(lines) - found <= _LONGEST else len(lines)


def _up(lines: list[str], at: int, *, is_blank: bool) -> int:
    while at > 0 and is_blank != bool(lines[at - 1].strip()):
        at -= 1
    return at


def _is_said(lines: list[str]) -> bool:
    text = " ".join(lines)
    if len(text.split()) < _SAYS or not _ENDS.search(text) or _QUOTED.match(text) or by_phone(text):
        return False
    is_small = any(rule.search(text) for rule in (DISCLAIMER, WORKING, _NEVER, CONTACT))
    return not is_small and bool(_VOICE.search(text))
