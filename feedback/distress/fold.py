"""The normal form in which distress is looked for: phone spelling, stretched and swapped letters, and typing errors undone.

It is wider than `feedback.hearing.normal`, because here a word taken for another costs one kind line, and a word missed
may cost much more. It is for looking only: nobody is ever shown a folded text as their words.
"""

import re
import unicodedata
from itertools import pairwise

from feedback.distress.spelling import KNOWN, mended
from feedback.distress.spelling_words import JOINED, PICTURES, SHORT_FORMS

_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ′")
_OVERDOSED = re.compile(r"\bo\.?d\.?['’‘]e?d\b", re.IGNORECASE)
_SPELT_OUT = re.compile(r"\b(?:[a-z][.\-_ ]){3,}[a-z]\b")
_ENDS = re.compile(r"(?<!\.)[.](?!\.)|[!?;\n\r|।۔؟]+|\. (?=\S)")
_ASCII_GAPS = re.compile(r"[^a-z0-9*@$ ]+")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_MIXED = re.compile(r"[a-z*@$]*(?:[a-z][0-9@$*!|]|[0-9@$*!|][a-z])[a-z0-9@$*!|]*")
_LOOKALIKES = str.maketrans("013457@$", "oieastas")
_GLUED = re.compile(r"\b(kill|hurt|cut|harm|hang|burn|hate|end)(?:ing)?(my|me|him|her)(self|life)\b")
_JOINED = re.compile(r"\b(?:" + "|".join(sorted(JOINED, key=len, reverse=True)) + r")\b")
_JOINED_BEGINNINGS = frozenset(tuple(row.split(" ")[:2]) for row in JOINED)
"""Two words in a row of which one pair at least stands where words are joined: that is quicker to see than to search."""
_WORD = re.compile(r"\w+")
_TWO = re.compile(
    r"\b(want|wants|wanted|need|going|have|trying|try|used|ready|has|able|how|like|nothing|reason|cant) 2 (?=[a-z])"
)
_ILL = re.compile(
    r"(?<!am )(?<!is )(?<!was )(?<!so )(?<!feel )(?<!mentally )(?<!very )(?<!seriously )\bill (?=(?:kill|end|do|be|just|hurt|stab|cut|jump|take|never|make|burn|smash|get|batter|find|hang|go|beat|not|probably|try|smack|punch|die)\b)"
)
# "ma" is "my" in Scots before what somebody has, and a mother elsewhere.
_SCOTS_MY = re.compile(
    r"(?<!my )(?<!his )(?<!her )(?<!our )(?<!your )(?<!the )(?<!a )\bma (?=(?:life|ain|own|maw|mam|da|dad|heid|head|arms?|wrists?|legs?|wife|man|wean|weans"
    r"|bairns?|son|daughter|bed|hoose|house|flat|door|tablets|pills|meds|blade|body|hands?|heart|chest|carer|nurse|doctor|husband|ex|partner|brother|sister"
    r"|boy|lassie|lad|family|work|mate|pal|gran|neighbour|name|mind|tether|sel)\b)"
)
_UNIT = re.compile(r"[0-9]+(?:st|nd|rd|th|s|am|pm|mg|g|kg|ml|yo|yrs?|hrs?|mins?|x|k|p)?")
_JOINERS = {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"}


def plain(text: str) -> str:
    """Return a text in small letters without accents and apostrophes, in whatever script, marks left standing."""
    told = _OVERDOSED.sub("overdosed", text)
    folded = unicodedata.normalize("NFKC", told).casefold().translate(_APOSTROPHES)
    if folded.isascii():
        return folded
    for picture, word in PICTURES.items():
        folded = folded.replace(picture, word)
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(_JOINERS.get(sign, sign) for sign in parts if not unicodedata.combining(sign))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each folded: words in small letters with single spaces, no marks.

    "I'm NOT ok... want 2 d1eeee" is ("i am not ok want to die",). Three dots do not end a sentence. An empty text has none.
    """
    folded = _SPELT_OUT.sub(lambda found: re.sub(r"[.\-_ ]", "", found[0]), plain(text))
    parts = (fold_sentence(part) for part in _ENDS.split(folded))
    return tuple(part for part in parts if part)


def fold_sentence(part: str) -> str:
    """Return one sentence of `plain` text in its normal form."""
    spaced = _ASCII_GAPS.sub(" ", part.replace("!", " "))
    spaced = _SCOTS_MY.sub("my ", spaced) if "ma " in spaced else spaced
    words = " ".join([_word(word) for word in spaced.split()])
    if "self" in words or "life" in words:
        words = _GLUED.sub(r"\1 \2\3", words).replace(" melife", " my life").replace("meself", "myself")
    if not _JOINED_BEGINNINGS.isdisjoint(pairwise(_WORD.findall(words))):
        words = _JOINED.sub(lambda found: JOINED[found[0]], words)
    words = _TWO.sub(r"\1 to ", words) if " 2 " in words else words
    return _ILL.sub("i will ", words) if "ill " in words else words


def _word(word: str) -> str:
    """Return one word as it was meant, perhaps as several."""
    if word in SHORT_FORMS:
        return SHORT_FORMS[word]
    if word in KNOWN:
        return word
    if not word.isalpha() and _MIXED.fullmatch(word) and not _UNIT.fullmatch(word):
        word = word.translate(_LOOKALIKES)
    stretched = _STRETCHED.sub(r"\1\1", word)
    once = _STRETCHED.sub(r"\1", word)
    for form in (stretched, once):
        if form in SHORT_FORMS:
            return SHORT_FORMS[form]
    return mended(stretched, once)
