"""Several choices in any form: "1, 3 and 4", "first two", "all except transport", parts of labels. "None" is the choice that says so."""

import re
from itertools import pairwise

from feedback.hearing.answers import labels
from feedback.hearing.answers.choices import lacks
from feedback.hearing.answers.choosing.pieces import picked_by_pieces
from feedback.hearing.answers.choosing.vague import is_vague
from feedback.hearing.answers.degrees import core, is_unsure, yes_or_no
from feedback.hearing.answers.special import refuses, special
from feedback.hearing.answers.times.day_parts import picked_slots
from feedback.hearing.answers.words.vocabulary import FILLERS, NOTHING_OF_THESE
from feedback.hearing.ask import Ask
from feedback.hearing.normal import folded, normalise, tokens
from feedback.hearing.numerals import numeral
from feedback.hearing.spellings import word_set

_ALL = re.compile(
    r"(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bsod )(?<!\bbugger )(?<!\bnaff )(?<!\bjack )(?<!\bdamn )(?<!\bfor )(?<!\bthats )(?<!\bthat is )(?<!\bis )(?<!\bits )(?<!\bwas )\b(?:all(?! (?:that|this|my|alone|the time|day|night|week|year|over|right|my life|about|kinds|sorts|on my|by myself))|everything|everywhere|the lot|every one|everyone|all of (?:them|it|these|the above)|each of them|whole lot|every single one|all the above|every option)\b"
)
_EXCEPT = re.compile(
    r"\b(?:except|apart from|but not|but|bar|excluding|other than|not|minus|without|besides|save for|barring)\b"
)
_REST = re.compile(
    r"\b(?:the|all the|all) (?:rest|others)\b|(?:^|[,;.] ?|\band |\bbut )(?:rest|others)\b|\b(?:the |all the |all )?(?:other (?:two|three|four|ones|days|2|3|4)|"
    r"remaining|everything else|anything else|anywhere else|everywhere else|any other|(?:the lot|any|anything|everything|all|whatever|fine|ok) otherwise)\b"
)
_NOT_THE_REST = re.compile(
    r"\b(?:not|no|dont|nor|without|never|than|like|with|and|as)(?: \w+)? (?:the |all the )?(?:rest|others|other)\b"
)
_ANY_BUT = re.compile(
    r"\b(?:any|any ?day|enyday|every ?day|anything|anyone|anywhere|everywhere|whatever)(?: \w+)? (?:except|but|apart from|bar|other than)\b"
)
_ANY_WILL_DO = re.compile(
    r"^(?:(?:i |im |id |honestly |oh |well |happy with |ok with |fine with )*)(?:any(?: of (?:them|these|those|the above))?|anywhere|any one|either|whichever)"
    r"(?:(?: me| is| are| s| will| would| do| be| fine| ok| good| suits?| works?| really| at all| please| pls| thanks| ta| cheers| mate| love| pal| for me)*(?:$| ?[,;.] ?))"
)
_ENDS = re.compile(r"\b(first|last|top|bottom)\s+(\w+)\b")
_DENIES = word_set("not no dont didnt wasnt never except isnt arent without havent nor neither")
_NOBODY = frozenset(
    {
        "no one nothing",
        "nobody nothing",
        "no nothing",
        "no none",
        "not one",
        "none nothing",
        "nothing none",
        "not lot",
        "not a lot",
        "not much",
        "no worries",
        "no problems",
        "no complaints",
        "not much really",
    }
)


_MOST_WORDS_OF_ANY = 8
_OF_THE_LIST = word_set(
    "them these above those really helped lot on this list here tick can could i you say said mentioned all every one everything"
)
"""Words beside "everything" that name nothing else."""


class Several:
    """The ids picked, in the order of the list; whether they are certain; whether own words stand beside them.

    `is_none` says that none of the list is meant, where the list has no choice that says so.
    """

    def __init__(
        self, choices: tuple[str, ...], *, is_sure: bool = True, is_other: bool = False, is_none: bool = False
    ) -> None:
        self.choices = choices
        self.is_sure = is_sure
        self.is_other = is_other
        self.is_none = is_none


def hear_many(ask: Ask, text: str) -> Several | None:
    """Return all choices that a text means, or None if none is clear."""
    ids = tuple(ask.choices)
    chosen = labels.exact(ask, text)
    refusal = special(ask).refusal
    if chosen is None and refusal is not None and refuses(text):
        chosen = refusal
    if chosen is not None:
        return Several((chosen,))
    plain = folded(text)
    days = picked_slots(ask, text)
    found = _all_counted(ask, tokens(text)) or _nothing(ask, text) or (Several(days, is_sure=False) if days else None)
    return found or _rest(ask, plain) or _everything(ask, plain) or _first_or_last(ids, plain) or _pieces(ask, plain)


def _nothing(ask: Ask, text: str) -> Several | None:
    """Return the choice that says "none of these" for a text that says so; not sure where it says it in a sentence."""
    none, words = special(ask).none, tokens(text)
    if none is None:
        return Several((), is_sure=False, is_other=True, is_none=True) if _is_none_of_list(text) else None
    if _is_nothing(words):
        return Several((none,))
    is_implied = _denies_all(words) or _is_content(words) or lacks(words)
    return Several((none,), is_sure=False) if is_implied and not picked_slots(ask, text) else None


def _is_nothing(words: list[str]) -> bool:
    """Return whether words say "nothing of these" and no more: "nobody at all", "no one. nothing."."""
    bare = " ".join(word for word in core(words) if word not in {"at", "all"})
    bare = " ".join(word for word in bare.split() if word not in {"here", "really", "tbh", "a"}) or bare
    is_repeated = len(words) > 1 and set(words) <= {"no", "not", "none", "nothing", "never", "nobody", "and"}
    return is_repeated or bare in NOTHING_OF_THESE or " ".join(core(words)) in NOTHING_OF_THESE or bare in _NOBODY


_NONE_FIRST = re.compile(
    r"^(?:(?:no|nah|er|um|well|honestly|sorry|thankfully|luckily|happily) )*(?:none(?: of (?:them|these|those|the above|that|this|it))?|not (?:any|one|a single one)(?: of (?:them|these|those))?|"
    r"nothing|no (?:bother|problems?|trouble|issues?|complaints?)|nothing (?:went|was|is|at) \w+|(?:i )?(?:cant|couldnt|havent|dont|didnt|wont|never)(?: \w+){0,3} (?:any|none|anything)(?: of (?:them|these|those))?)\b"
)
_AFTER_NONE = re.compile(r"\b(?:but|except|apart|just|only|other|bar|yet|more|until|if|else|beats)\b")


def _is_none_of_list(text: str) -> bool:
    """Return whether a text begins with a denial of all choices and names no exception: "none of them, touch wood"."""
    normal = normalise(text)
    found = _NONE_FIRST.match(normal)
    return found is not None and _AFTER_NONE.search(normal[found.end() :]) is None and text.strip()[-1:] != "?"


def _is_content(words: list[str]) -> bool:
    """Return whether words say that all is well: "im fine with all of it", "leave it as it is", "it works for me"."""
    joined = f" {' '.join(words)} "
    is_well = any(f" {saying} " in joined for saying in _ALL_WELL)
    return is_well and len(words) <= 9 and " but " not in joined and " just " not in joined


_ALL_WELL = (
    "fine", "all good", "leave it", "as it is", "no problem", "no problems", "no bother", "all ok", "it ok", "those ok", "perfect",
    "happy as", "im ok", "works for me", "no complaints", "all right",
)  # fmt: skip


def _denies_all(words: list[str]) -> bool:
    """Return whether words deny all choices at once: "I've not joined any of them", "not a thing"."""
    joined = f" {' '.join(words)} "
    is_whole = " not a thing " in joined or " not a single " in joined or " nothing " in joined
    is_denied = not (_DENIES - {"except"}).isdisjoint(words)
    return is_whole or (len(words) <= 8 and is_denied and not {"any", "anything"}.isdisjoint(words))


def _real(ask: Ask, *, is_both: bool) -> tuple[str, ...]:
    """Return the choices that "all" means: not none of these, own words or rather not say, but "both" where there are but two."""
    if is_both and len(ask.choices) == 2:
        return tuple(ask.choices)
    return tuple(choice for choice in ask.choices if choice not in special(ask).all)


def _all_counted(ask: Ask, words: list[str]) -> Several | None:
    """Return all choices for "all 4", "all five of them", where there are so many."""
    real = _real(ask, is_both=False)
    is_all = any(word == "all" and numeral(after) == len(real) for word, after in pairwise(words))
    return Several(real, is_sure=len(words) <= 4) if is_all and len(words) <= 9 and len(real) > 1 else None


def _rest(ask: Ask, plain: str) -> Several | None:
    """Return what is not named, for "not monday, the rest is ok": a rest is what those that are named leave."""
    plain = plain.replace("tother", "the other")
    found = _REST.search(plain)
    if found is None or _NOT_THE_REST.search(plain):
        return None
    named = _pieces(ask, f"{plain[: found.start()]} , {plain[found.end() :]}", is_denying=False)
    if named is None or not named.choices:
        return None
    left = tuple(choice for choice in _real(ask, is_both=False) if choice not in named.choices)
    return Several(left, is_sure=False) if left else None


def _everything(ask: Ask, plain: str) -> Several | None:
    if _ANY_WILL_DO.match(plain) and len(tokens(plain)) <= _MOST_WORDS_OF_ANY:
        return Several(_real(ask, is_both=False), is_sure=False)
    found = _ANY_BUT.search(plain) or _ALL.search(plain)
    is_both = "both" in plain.split()
    real = _real(ask, is_both=is_both)
    words = tokens(plain)
    if not found and not (is_both and len(real) == 2):
        return None
    after = plain[found.end() :] if found else ""
    after = f" except {after}" if found and found.re is _ANY_BUT else after
    cut = _EXCEPT.search(after)
    if cut is None:
        words = [word for word in tokens(after) if word not in FILLERS and word not in _OF_THE_LIST]
        before = [word for word in tokens(plain[: found.start()]) if word not in FILLERS] if found else []
        return Several(real, is_sure=not words and not before) if len(words) + len(before) <= 3 else None
    without = _pieces(ask, after[cut.end() :], is_denying=False)
    if without is None or not without.choices:
        return Several(real, is_sure=False)
    return Several(tuple(choice for choice in real if choice not in without.choices), is_sure=without.is_sure)


def _first_or_last(ids: tuple[str, ...], plain: str) -> Several | None:
    found = _ENDS.search(plain)
    count = numeral(found[2]) if found else None
    if found is None or count is None or not 1 < count <= len(ids):
        return None
    is_first = found[1] in {"first", "top"}
    picked = ids[:count] if is_first else ids[-count:]
    return Several(picked, is_sure=len(tokens(plain)) <= 5)


def _pieces(ask: Ask, plain: str, *, is_denying: bool = True) -> Several | None:
    found = picked_by_pieces(ask, plain, is_denying=is_denying)
    picked, denied, is_sure = found.chosen, found.denied, found.is_sure
    if denied and not picked:
        picked, denied, is_sure = denied, [], False
    real = _without_none(ask, {choice for choice in picked if choice not in denied})
    if not real:
        return _own(ask, plain)
    picks = tuple(choice for choice in ask.choices if choice in real)
    return Several(picks, is_sure=is_sure and not denied, is_other=found.is_other)


def _without_none(ask: Ask, kept: set[str]) -> set[str]:
    """Return what was picked without "none of these", unless that is all."""
    none = special(ask).none
    return kept - {none} if none in kept and len(kept) > 1 else kept


def _own(ask: Ask, plain: str) -> Several | None:
    """Return that own words stand beside the choices: they hold content that fits no label."""
    words = tokens(plain)
    if (
        not labels.content(words)
        or is_unsure(words)
        or is_vague(plain)
        or _repeats_question(ask, words)
        or (yes_or_no(words) is not None and len(words) < 5)
        or plain.strip().endswith("?")
    ):
        return None
    own = special(ask).own
    return Several((own,) if own else (), is_sure=False, is_other=True)


def _repeats_question(ask: Ask, words: list[str]) -> bool:
    """Return whether a text has only words of its question: "it did get in the way", at "What got in the way?"."""
    return set(words) - _OF_ANY_ANSWER <= set(tokens(ask.question))


_OF_ANY_ANSWER = word_set(
    "it they that this them i we did does do was were is are get got have had yes no really well a bit to"
)
