"""Where something was: nearly any words are a place. What is no place is a yes or no, not knowing, or somewhere that names none."""

import re

from feedback.hearing.answers.degrees import is_unsure
from feedback.hearing.answers.scaling.axis import judged
from feedback.hearing.answers.words.vocabulary import FILLERS, NOTHING_OF_THESE
from feedback.hearing.normal import tokens
from feedback.hearing.spellings import word_set

MOST_WORDS = 12
"""Words of the longest name of a place; more tell a story."""
_REMOTE = word_set(
    "online zoom teams skype webinar internet virtual virtually remotely remote phone telephone video email web nowhere hybrid facetime whatsapp laptop"
)
_NO_PLACE = word_set("yes no maybe ok thanks sorry good bad great nice lovely fine rubbish what why who how")
_WITHOUT_NAME = word_set(
    "upstairs downstairs home flat house room mum mam dad family parents husband wife partner son daughter mates friends outside inside here there somewhere everywhere anywhere nowhere "
    "ours mine theirs yours living front sitting kitchen bedroom bed sofa settee garden car van boat tent caravan laptop tablet computer screen ipad mobile dining table back spare homeless fixed abode no surfing surf rough streets sticks moved move moving lot each every one ones them which that person face hybrid gran nan round never went been to was nowhere rent rented digs lodging lodgings squat shelter couch floor earth planet "
    "building street hostel bungalow own alone by about around various different places many several loads lots all over same usual place in at my with a the on of an our it was were we i live"
)
_WHEN = word_set(
    "ago last this next past year years month months week weeks day days time times hour hours minute minutes summer winter autumn spring "
    "christmas xmas easter january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday yesterday today tonight morning afternoon evening "
    "night recently lately first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine ten "
    "eleven twelve twenty thirty forty fifty hundred couple few several half many pandemic lockdown covid"
)
"""Words of a time or an amount. Where a text has no others it may be no place at all: "last summer", "12"."""
_BESIDE = word_set(
    "about around roughly nearly over under in on at the a an of or and since before after during early late mid when i was some"
)


def is_time_or_amount(text: str) -> bool:
    """Return whether a text holds nothing but a time or an amount ("about 3 years ago", "12"), so that it may answer something else."""
    words = [word for word in tokens(text) if word not in _BESIDE]
    return bool(words) and all(word in _WHEN or word[0].isdigit() for word in words)


def is_no_place(text: str) -> bool:
    """Return whether a text holds nothing but words that are no place and answer something else: "yes", "lol", "why?"."""
    words = tokens(text)
    return bool(words) and (all(word in _NO_PLACE for word in words) or _is_no_word(words))


def hear_place(text: str) -> tuple[str, bool]:
    """Return what a text is at a place question, and whether that is certain: `place`, `other` (no room at all: online) or `unclear`."""
    words = [word for word in tokens(text) if word not in FILLERS or word in {"at", "in", "on"}]
    if (
        not words
        or is_unsure(words)
        or _CANNOT_SAY.match(" ".join(tokens(text)))
        or " ".join(words) in NOTHING_OF_THESE
    ):
        return "unclear", False
    if not _REMOTE.isdisjoint(words) and _is_remote(words):
        return "other", False
    is_nameless = all(word in _WITHOUT_NAME or word in _NO_PLACE for word in words) or _is_judgement(tokens(text))
    if is_nameless or _is_no_word(words):
        return "unclear", False
    is_doubtful = text.strip().endswith("?") or len(words) > MOST_WORDS or is_time_or_amount(text)
    return "place", not is_doubtful


def _is_no_word(words: list[str]) -> bool:
    """Return whether a text is one row of consonants ("qqq"), which no place is called."""
    return (
        len(words) == 1
        and words[0].isascii()
        and words[0].isalpha()
        and len(words[0]) > 2
        and _VOWELS.isdisjoint(words[0])
    )


_VOWELS = frozenset("aeiouyw")


def _is_remote(words: list[str]) -> bool:
    """Return whether words say that people met without a room: nothing else, or that before all else ("zoom but run from Hull")."""
    named = [word for word in words if word not in _REMOTE and word not in _WITHOUT_NAME and len(word) > 2]
    return len(named) <= _FEW or not _MET.isdisjoint(words[:_FEW])


_CANNOT_SAY = re.compile(
    r"(?:i |sorry |honestly |well )*(?:cant|couldnt|dont|wouldnt) (?:really |rightly |quite )*(?:mind|say|tell|name|think|recall|place)\b"
)
_FEW = 2
_MET = word_set("online zoom teams skype webinar virtual virtually remotely facetime whatsapp hybrid video")


def _is_judgement(words: list[str]) -> bool:
    """Return whether words say how it was, and no name: "it was lovely", "the nurses were great"."""
    is_told = not {"was", "were", "is", "are"}.isdisjoint(words[1:4])
    return is_told and any(judged(word) for word in words[2:]) and len(words) <= _BRIEF


_BRIEF = 8
