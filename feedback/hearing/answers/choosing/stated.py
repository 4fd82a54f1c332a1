"""The yes or no that a plain sentence implies at a yes/no question. It is asked back, since neither was said."""

from feedback.hearing.answers import labels
from feedback.hearing.answers.choosing.by_role import roles_in
from feedback.hearing.answers.choosing.partly import is_both
from feedback.hearing.answers.degrees import degree_of_label, is_unsure, quality_in, yes_or_no
from feedback.hearing.answers.labels import Found
from feedback.hearing.answers.meaning.degree_guess import ranked
from feedback.hearing.answers.words.vocabulary import BAD, NEGATORS
from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses, normalise, tokens
from feedback.hearing.spellings import word_set

_MOST_WORDS, _LONGEST_DENIAL, _LONGEST_OF_ONE = 16, 20, 8
_ANY = word_set("any anyone anybody anything someone somebody something need needs else extra require")
"""Words of questions whether there is something: who names it says yes."""
_TROUBLE = word_set(
    "worry worries worried problem problems concern concerns concerned difficulty difficulties difficult trouble issue issues complaint complaints hard barriers pain"
)
_HELPER = word_set("anyone anybody someone somebody help helped helping with")
_BEFORE = word_set("before ever been already yet first used visited attended")
_EVER = word_set("before ever already")
_WELL = word_set(
    "fine ok good right grand sound sorted great managing happy easy none nothing nope perfect dandy cushty sweet"
)
_SELF = word_set("myself alone own meself mysen solo")
_ONLY_ME = ("just me", "only me", "me myself")
_NEW = word_set("first new newbie virgin newcomer beginner starting")
_OFTEN = word_set(
    "loads lots many several few couple once twice regular regularly second third fourth fifth again used usually times veteran ages years often plenty 2 3 4 5 6 7 8 9 10"
)
_AGAINST = word_set(
    "rushed rush cut interrupted interrupting asking chasing hurried squeezed chased pocket words jargon late waiting still refused ignored "
    "forgot forgotten lost talked ignoring dismissed brushed over alone joke fat number dirt ignored shouted cancelled fobbed passed turned nobody rude noses took promising promised handed google fear hate loathe"
)
_TELLING = word_set(
    "ive im id weve theyve theyre only just got had would they we i he she everyone everybody staff people it like"
)
_DONE = word_set(
    "went gave came showed explained told sent posted paid brought took let made helped asked rang phoned wrote answered arranged sorted listened checked"
)
"""What somebody did for one."""
_EXCEPTIONS = (
    "apart from",
    "except",
    "bar one",
    "other than",
    "all but",
    "most of",
    "but not",
    "some of",
    "not all",
    "only some",
)
_OF_YES = frozenset({"yesno", "frequency", "amount"})
_DID = word_set("did was were had got could have has does do is are")


def stated(ask: Ask, text: str) -> Found | None:
    """Return the yes, partly or no that a plain sentence implies, or None where the question is another, or nothing is implied."""
    normal = {normalise(label).split()[0]: choice for choice, label in ask.choices.items() if normalise(label)}
    words = tokens(text)
    is_asked = text.strip().endswith("?") and words[:1] != ["what"]
    most = _LONGEST_DENIAL if words[:1] and words[0] in NEGATORS else _MOST_WORDS
    if not {"yes", "no"} <= normal.keys() or not 0 < len(words) <= most or is_asked or is_unsure(words):
        return None
    degree = yes_or_no(words)
    if degree is not None:
        return _plainly(normal, degree.value)
    asked = frozenset(tokens(ask.question))
    answer = _of_before(asked, words) or _of_anything(asked, words) or _of_sentence(ask, words)
    return None if answer is None else Found(normal[answer], is_sure=False)


def _plainly(choices: dict[str, str], value: float) -> Found | None:
    """Return the yes, partly or no that stands among choices of other kinds: "yes please" beside "Only with a friend"."""
    choice = choices.get("yes" if value > 0.8 else "no" if value < 0.2 else "partly")
    return None if choice is None else Found(choice, is_sure=False)


def before_all(ask: Ask, text: str) -> Found | None:
    """Return what would sound like another answer: "the day staff did, night staff didn't" is partly; "I did it myself" is no help."""
    named = ((labels.words_of_label(label), choice) for choice, label in ask.choices.items())
    normal = {label[0]: choice for label, choice in named if label}
    words, asked = tokens(text), frozenset(labels.words_of_label(ask.question))
    if not {"yes", "no"} <= normal.keys() or not words or is_unsure(words):
        return None
    partly = _partly(ask)
    if partly is not None and (_is_divided(text, words) or is_both(text)):
        return Found(partly, is_sure=False)
    if not _EVER.isdisjoint(asked) and _of_before(asked, words) == "no":
        return Found(normal["no"], is_sure=False)
    is_alone = _is_alone(words) and len(words) <= _LONGEST_OF_ONE and not {"yes", "with"} & set(words)
    is_helped = not _ANY.isdisjoint(asked) and not _HELPER.isdisjoint(asked) and _TROUBLE.isdisjoint(asked)
    is_well = (
        not _TROUBLE.isdisjoint(asked)
        and words[0] in {"no", "none"}
        and not (_TROUBLE - {"hard"}).isdisjoint(words[1:2])
    )
    return Found(normal["no"], is_sure=False) if (is_alone and is_helped) or is_well else None


def _is_alone(words: list[str]) -> bool:
    joined = " ".join(words)
    is_said = not _SELF.isdisjoint(words) or words == ["me"] or any(saying in joined for saying in _ONLY_ME)
    return is_said and not roles_in(words)


def _partly(ask: Ask) -> str | None:
    found = ((choice, degree_of_label(normalise(label))) for choice, label in ask.choices.items())
    return next(
        (one for one, degree in found if degree and degree.dimension in _OF_YES and 0.2 < degree.value < 0.8), None
    )


def _is_divided(text: str, words: list[str]) -> bool:
    if not 2 < len(words) <= _MOST_WORDS:
        return False
    parts = [part.split() for part in clauses(text.replace(" but ", ", but "))]
    denied = [
        not NEGATORS.isdisjoint(part) for part in parts if not _DID.isdisjoint(part) or not NEGATORS.isdisjoint(part)
    ]
    joined = f" {' '.join(words)} "
    is_excepted = any(f" {exception} " in joined for exception in _EXCEPTIONS) and words[0] not in {"yes", "no", "not"}
    return is_excepted or (
        len(denied) > 1 and len(set(denied)) == 2 and words[0] not in {"yes", "no", "never", "nobody"}
    )


def _of_anything(asked: frozenset[str], words: list[str]) -> str | None:
    """Return yes to whether there is any where something is named, no where all is well or one did it oneself."""
    if _ANY.isdisjoint(asked) or "would" in asked:
        return None
    said = set(words)
    is_denied = not NEGATORS.isdisjoint(said)
    if not _TROUBLE.isdisjoint(asked):
        return "yes" if said & BAD or not (said & _WELL or is_denied) else "no"
    if (
        not _HELPER.isdisjoint(asked)
        and (said & _SELF or roles_in(words))
        and len(words) <= _LONGEST_OF_ONE
        and not is_denied
    ):
        return "yes"  # with somebody: who was alone was heard before
    if is_denied or (said & _WELL and len(words) < 6):
        return "no"
    return "yes"


def _of_before(asked: frozenset[str], words: list[str]) -> str | None:
    """Return yes to whether one was there before where times are told, no from who is new."""
    if _BEFORE.isdisjoint(asked) or len(words) > 8:
        return None
    if not _NEW.isdisjoint(words):
        return "no"
    return "yes" if not _OFTEN.isdisjoint(words) and NEGATORS.isdisjoint(words) else None


def _of_sentence(ask: Ask, words: list[str]) -> str | None:
    """Return what a sentence tells: no where it denies or tells of ill, yes where it tells of what was asked, or of good."""
    about = {idea for meant in labels.content(tokens(ask.question)) for idea in meant}
    shares = any(not about.isdisjoint(meant) for meant in labels.content(words))
    quality = quality_in(words)
    if not NEGATORS.isdisjoint(words[:4]) or not _AGAINST.isdisjoint(words) or (words[0] == "what" and shares):
        return "no" if len(words) > 1 else None
    if quality is not None and quality.value < 0.4:
        return "no"
    is_told = (words[0] in _TELLING and len(words) > 2) or (shares and len(words) > 1 and "think" not in words)
    is_told = is_told or (len(words) > 2 and not _DONE.isdisjoint(words))
    if not is_told and (quality is None or quality.value <= _GOOD):
        return None
    return "no" if _is_likelier_denied(words) else "yes"


_GOOD, _LEAD = 0.6, 0.3


def _is_likelier_denied(words: list[str]) -> bool:
    """Return whether what is told is a no rather: something in it is denied, or the model knows the like as one ("I had to guess")."""
    by_choice = {choice: score for score, choice in ranked(words, {"yes": 1.0, "no": 0.0})}
    is_denied = not NEGATORS.isdisjoint(words) and "but" not in words
    return is_denied or by_choice["no"] - by_choice["yes"] > _LEAD
