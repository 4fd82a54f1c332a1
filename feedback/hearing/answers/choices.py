"""One choice out of a list: by its label, its place, an amount, a usual scale, or the words of its label."""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from feedback.hearing.answers import bands, dates, labels, order
from feedback.hearing.answers.by_meaning import nearest_choice
from feedback.hearing.answers.degrees import core, is_unsure, quality_in, yes_or_no
from feedback.hearing.answers.labels import Found
from feedback.hearing.answers.quantities import DAYS, ROUGH, prepared, quantities, singular
from feedback.hearing.answers.stated import before_all, stated
from feedback.hearing.answers.usual_scales import by_scale, scale_of
from feedback.hearing.answers.words.vocabulary import NEGATORS, NOTHING_OF_THESE, REFUSAL
from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses, normalise, tokens
from feedback.hearing.spellings import word_set

_LONG = 8
"""A text of more words than this is a story: what is found in it is asked back."""


def hear_one(ask: Ask, text: str) -> Found | None:
    """Return the one choice that a text means, or None if none is clear."""
    chosen = labels.exact(ask, text)
    if chosen is not None:
        return Found(chosen)
    ways: tuple[Callable[[Ask, str], Found | None], ...] = (
        _refused,
        _by_band,
        _by_place,
        _all_but,
        _containing,
        _no_preference,
        before_all,
        by_scale,
        _by_clause,
        _by_turn,
        _by_label,
        _by_lack,
        stated,
        _none_of_these,
        _by_meaning,
        _own,
    )
    return next((found for way in ways if (found := way(ask, text)) is not None), None)


def refusal_choice(ask: Ask) -> str | None:
    """Return the choice that says "prefer not to say", if there is one."""
    return next((choice for choice, label in ask.choices.items() if _says(label, REFUSAL)), None)


def other_choice(ask: Ask) -> str | None:
    """Return the choice that takes own words beside it, if there is one."""
    return next(
        (
            choice
            for choice, label in ask.choices.items()
            if tokens(label)[:1] in (["other"], ["something"], ["another"])
        ),
        None,
    )


def none_choice(ask: Ask) -> str | None:
    """Return the choice that says "none of these", if there is one."""
    plain = [
        choice
        for choice, label in ask.choices.items()
        if normalise(label.partition(",")[0]) in NOTHING_OF_THESE - {"no"}
    ]
    if plain or ask.type != "many":
        return plain[0] if plain else None
    told = {choice: tokens(label)[:4] for choice, label in ask.choices.items()}
    begun = [
        choice
        for choice, words in told.items()
        if (words[:1] in (["nothing"], ["none"], ["nobody"]) and words[1:2] not in (["would"], ["will"], ["ever"], ["changes"]))
        or "fine" in words
        or "nothing" in words[1:]
    ]
    denied = begun or [choice for choice, words in told.items() if not _NO_WORDS.isdisjoint(words)]
    return denied[0] if len(denied) == 1 else None


_NO_WORDS = word_set("no not none nothing nobody dont wouldnt havent")


def ordinary(ask: Ask) -> int:
    """Return how many choices there are without those at the end that are no things: none of these, other, rather not say."""
    special = {none_choice(replace(ask, type="many")), other_choice(ask), refusal_choice(ask)}
    ids = list(ask.choices)
    while len(ids) > 1 and ids[-1] in special:
        ids.pop()
    return len(ids)


def refuses(text: str) -> bool:
    """Return whether a text keeps the answer to itself."""
    return _says(text, REFUSAL)


def _says(text: str, phrases: frozenset[str]) -> bool:
    words = tokens(text)
    if len(words) > _LONG:
        return False
    return any(" ".join(words[at : at + size]) in phrases for at in range(len(words)) for size in range(2, 6)) or (
        " ".join(core(words)) in phrases
    )


def _refused(ask: Ask, text: str) -> Found | None:
    choice = refusal_choice(ask)
    return Found(choice) if choice is not None and refuses(text) else None


def _none_of_these(ask: Ask, text: str) -> Found | None:
    choice = none_choice(ask)
    words = core(tokens(text))
    return Found(choice) if choice is not None and " ".join(words) in NOTHING_OF_THESE else None


def _by_place(ask: Ask, text: str) -> Found | None:
    place = order.place_in(text, len(ask.choices), last=ordinary(ask))
    if place is None:
        return None
    return Found(tuple(ask.choices)[place], is_sure=not bands.bands(ask) or not order.is_bare_number(text))


def _by_band(ask: Ask, text: str) -> Found | None:
    found = bands.bands(ask)
    if not found:
        return None
    kind = next(iter(found.values())).kind
    if kind == "rate":
        rate = bands.rate_of(text)
        return None if rate is None else _banded(bands.nearest_band(found, rate), is_sure=True)
    if kind == "days":
        return _by_length(ask, text, found)
    if "old" in tokens(ask.question) or "age" in tokens(ask.question):
        age = bands.age_in(text, ask.today)
        return None if age is None else _banded(bands.nearest_band(found, age[0]), is_sure=age[1])
    return _by_count(text, found)


def _banded(nearest_one: tuple[str, bool] | None, *, is_sure: bool) -> Found | None:
    return None if nearest_one is None else Found(nearest_one[0], is_sure=is_sure and nearest_one[1])


def _by_count(text: str, found: dict[str, bands.Band]) -> Found | None:
    said = quantities(text)
    words = prepared(text)
    if not said and " ".join(core(words)) in NOTHING_OF_THESE:
        return _banded(bands.nearest_band(found, 0), is_sure=True)
    if not said and (near := _how_far(" ".join(words))) is not None:
        ordered = sorted(found, key=lambda choice: found[choice].low)
        return Found(ordered[near], is_sure=False)
    if not said and (people := _people(words)) is not None:
        return _banded(bands.nearest_band(found, people), is_sure=False)
    if not said and not {"todd", "tod", "alone", "jack"}.isdisjoint(words):
        return _banded(bands.nearest_band(found, 0), is_sure=False)
    if not said and len(words) <= _LONG:
        many, one = not _MANY.isdisjoint(words), "one" in words
        return _banded(bands.nearest_band(found, math.inf if many else 1), is_sure=False) if many or one else None
    if len(said) != 1:
        return None
    if said[0].days is not None:
        is_near = said[0].days < 0.015
        return Found(min(found, key=lambda choice: found[choice].low), is_sure=False) if is_near else None
    return _banded(bands.nearest_band(found, said[0].value), is_sure=not said[0].is_rough and len(words) > 1)


def _by_length(ask: Ask, text: str, found: dict[str, bands.Band]) -> Found | None:
    """Return the band of a length of time: said as such ("8 months"), or as a day it began ("since 2024")."""
    said = [quantity for quantity in quantities(text) if quantity.days is not None]
    words = prepared(text)
    numbers = [word for word in words if word.isdigit()]
    if not said and len(numbers) == 1 and len(words) <= 3 and int(numbers[0]) < 100:
        return _by_bare_number(ask, int(numbers[0]), found)
    if said:
        first = said[0].days or 0.0
        if said[0].is_rough or not ROUGH.isdisjoint(words):
            return _banded(bands.nearest_band(found, _nudged(first, words)), is_sure=False)
        return _banded(bands.nearest_band(found, _nudged(first, words)), is_sure=len(said) == 1)
    if not said and (known := _in_words(words)) is not None:
        ordered = sorted(found, key=lambda choice: found[choice].low)
        return Found(ordered[known], is_sure=False)
    began = dates.hear_date(ask, text)
    if began is None or ask.today is None:
        return None
    middle = began.start + timedelta(days=(began.end - began.start).days // 2)
    away = (ask.today - middle).days
    return _banded(bands.nearest_band(found, away), is_sure=False) if away >= 0 else None


def _how_far(said: str) -> int | None:
    """Return the first band (0) for "round the corner", the last (-1) for "the other end of the country"."""
    near = any(
        saying in said
        for saying in ("round the corner", "next door", "doorstep", "down the road", "same street", "over the road")
    )
    far = any(
        saying in said
        for saying in ("other end", "other side", "miles and miles", "long way", "hours away", "miles away")
    )
    return 0 if near else -1 if far else None


def _by_bare_number(ask: Ask, number: int, found: dict[str, bands.Band]) -> Found | None:
    """Return the band of a number whose unit is that of the labels: "seven" where they count years. It is asked back."""
    units = [singular(word) for label in ask.choices.values() for word in tokens(label) if singular(word) in DAYS]
    unit = max(sorted(set(units)), key=units.count) if units else ""
    return _banded(bands.nearest_band(found, number * DAYS[unit]), is_sure=False) if unit else None


def _people(words: list[str]) -> int | None:
    """Return how many people are named, without who speaks: "me and my wife" is 1, "mum and dad" 2; None for "kids" or none."""
    said = [word for word in words if word in _ONE_PERSON]
    return len(said) if said and _PEOPLE.isdisjoint(words) else None


_ONE_PERSON = word_set(
    "wife husband hubby missus partner boyfriend girlfriend mum mam dad mother father son daughter brother sister nan gran grandad baby lodger flatmate friend carer uncle aunt"
)
_PEOPLE = word_set("kids children sons daughters brothers sisters flatmates friends others family")
_MANY = word_set("loads lots many tons dozens hundreds plenty countless heaps")
_AT_ONCE = frozenset(
    "next day|the next day|same day|the same day|same week|that week|straight away|right away|immediately|at once|no wait|no time|no time at all|"
    "didnt wait|didnt have to wait|on the spot|there and then|that day|instantly|the very next day|within days|few days|a few days".split(
        "|"
    )
)
_JUST_BEGUN = word_set("new newbie started recently joined begun newly")
_LONG_AGO = word_set("life born ages years forever yonks decades covid lockdown pandemic always eternity donkeys")


def _in_words(words: list[str]) -> int | None:
    """Return the first band (0) for "brand new", the last (-1) for "donkeys years", "since before covid"."""
    if len(words) > _LONG or any(word.isdigit() for word in words):
        return None
    if words[:2] in (
        ["all", "day"],
        ["all", "morning"],
        ["all", "afternoon"],
        ["all", "night"],
        ["whole", "day"],
        ["too", "long"],
        ["very", "long"],
    ):
        return -1
    if " ".join(words) in _AT_ONCE:
        return 0
    if not _LONG_AGO.isdisjoint(words) and not {"few", "couple"} & set(words):
        return -1
    is_dated = bool(set(words) & {"last", "in", "since"})
    return 0 if not _JUST_BEGUN.isdisjoint(words) and not is_dated else None


def _nudged(days: float, words: list[str]) -> float:
    """Return a length of time a little longer or shorter for "over", "more than", "nearly", "under"."""
    if any(word in words for word in ("over", "more", "plus", "least")):
        return days * 1.05
    return days * 0.95 if any(word in words for word in ("under", "less", "nearly", "almost", "not quite")) else days


def _by_label(ask: Ask, text: str) -> Found | None:
    words = tokens(text)
    found = labels.matches(ask, words)
    if not found or found[0].weight <= 0.3:
        return None
    best = found[0]
    is_alone = (
        len(found) == 1
        or best.weight - found[1].weight > 0.34
        or best.weight - found[1].weight > 0.005
        or (best.weight == found[1].weight and best.of_label > found[1].of_label + 0.3)
        or (best.of_label == found[1].of_label and best.depth > found[1].depth + 0.4)
    )
    own = other_choice(ask)
    if own is not None and _is_more(ask, words):
        return Found(own, is_sure=False, is_other=True)
    if not is_alone:
        return None
    is_plain = best.of_text >= 0.5 and len(words) <= _LONG and "not" not in words and "but" not in words
    is_plain = is_plain and (len(found) == 1 or best.weight - found[1].weight > 0.34) and _DISLIKED.isdisjoint(words)
    return Found(best.choice, is_sure=is_plain and (best.is_own_word or nearest_choice(ask, words) == best.choice))


def _is_more(ask: Ask, words: list[str]) -> bool:
    """Return whether a text says two things where one can be picked: "I run a group and care for mum"."""
    if "and" not in words:
        return False
    cut = words.index("and")
    parts = [labels.matches(ask, part) for part in (words[:cut], words[cut + 1 :])]
    names = {part[0].choice if part else "" for part in parts}
    return len(names) == 2 and all(labels.ideas(part) for part in (words[:cut], words[cut + 1 :]))


_ALL_BUT = ("anything but", "any but", "anything except", "all but", "whatever but")


def _all_but(ask: Ask, text: str) -> Found | None:
    """Return that own words stand where all is meant but one: it names what is not chosen."""
    return (
        Found(other_choice(ask) or "", is_sure=False, is_other=True) if normalise(text).startswith(_ALL_BUT) else None
    )


def _containing(ask: Ask, text: str) -> Found | None:
    """Return the one choice whose label of two words or more stands whole in the text, and is not denied there."""
    words = tokens(text)
    if len(words) > 2 * _LONG:
        return None
    bare = core(words)
    begun = (
        [choice for choice, label in ask.choices.items() if tokens(label)[:1] == bare]
        if bare in (["nothing"], ["none"])
        else []
    )
    if len(begun) == 1:
        return Found(begun[0])
    whole = {choice: at for choice, label in ask.choices.items() if (at := _position(tokens(label), words)) is not None}
    if len(whole) != 1:
        return None
    choice, at = next(iter(whole.items()))
    return (
        Found(choice, is_sure=len(words) <= _LONG and "but" not in words)
        if NEGATORS.isdisjoint(words[max(0, at - 2) : at]) or words[:1] == ["no"]
        else None
    )


def _position(label: list[str], words: list[str]) -> int | None:
    """Return where a label of two words or more begins in a text, or None."""
    if len(label) < 2:
        return None
    return next((at for at in range(len(words) - len(label) + 1) if words[at : at + len(label)] == label), None)


_DISLIKED = word_set("hate hated dislike loathe detest sick avoid worst")
_OF_LACK = word_set(
    "i ive me we dont havent never didnt not no none nobody nowt nothing have had has got get one any anything been go went come came of them em these at all yet "
    "missed took away mine whats one a that is isnt wasnt couldnt cant what use used using it work downloaded bother bothered need want wanted really do"
)


_NO_ODDS = frozenset(
    "dont mind|i dont mind|not bothered|im not bothered|not fussed|either|either one|either or|any|whichever|whatever|im easy|easy|no preference|doesnt matter|"
    "dont care|no odds|all the same|its all the same|whatever suits|up to you|you choose|whatever you like|both fine|any will do|either is fine|either way".split("|")
)
_MINDS_NOT = word_set("mind preference matter either whichever bothered any")


def _no_preference(ask: Ask, text: str) -> Found | None:
    """Return the choice that says one does not mind, for a text that says so."""
    if " ".join(core(tokens(text))) not in _NO_ODDS and normalise(text) not in _NO_ODDS:
        return None
    open_ones = [choice for choice, label in ask.choices.items() if not _MINDS_NOT.isdisjoint(tokens(label))]
    return Found(open_ones[0], is_sure=False) if len(open_ones) == 1 else None


def _by_lack(ask: Ask, text: str) -> Found | None:
    """Return the one choice that says there is none ("I do not have one") for a text that says no more: "never had one"."""
    lacking = [choice for choice, label in ask.choices.items() if not NEGATORS.isdisjoint(tokens(label)[:4])]
    is_lack = len(lacking) == 1 and lacks(tokens(text)) and scale_of(ask) is None
    return Found(lacking[0], is_sure=False) if is_lack else None


def lacks(words: list[str]) -> bool:
    """Return whether words say that there is none, and no more: "never had one", "cant work it"."""
    denies = not NEGATORS.isdisjoint(words) or bool({"missed", "took"} & set(words))
    return denies and set(words) <= _OF_LACK and len(words) > 1


def _by_clause(ask: Ask, text: str) -> Found | None:
    """Return the choice of the first part of a text that names one, where a later part denies another."""
    parts = [part.split() for part in clauses(text.replace(" but ", ", but "))]
    if len(parts) < 2 or len(tokens(text)) > 3 * _LONG or scale_of(ask) is not None:
        return None
    denied = {
        match.choice for part in parts if not NEGATORS.isdisjoint(part) for match in labels.matches(ask, part)[:1]
    }
    named = [
        match.choice
        for part in parts
        if NEGATORS.isdisjoint(part)
        for match in labels.matches(ask, part)[:1]
        if match.weight >= 0.5
    ]
    kept = list(dict.fromkeys(choice for choice in named if choice not in denied))
    return Found(kept[0], is_sure=False) if denied and len(kept) == 1 else None


_TURN = re.compile(r"\b(?:but then|but|then|so|in the end|ended up|instead)\b")


def _by_turn(ask: Ask, text: str) -> Found | None:
    """Return the choice that stands after a turn: "at first by phone but then in person". It is asked back."""
    parts = _TURN.split(normalise(text))
    if len(parts) < 2 or scale_of(ask) is not None or bands.bands(ask):
        return None
    before, after = labels.matches(ask, " ".join(parts[:-1]).split()), labels.matches(ask, parts[-1].split())
    is_plain = bool(after) and after[0].weight >= 0.5 and (len(after) == 1 or after[0].weight > after[1].weight)
    is_denied = not NEGATORS.isdisjoint(parts[-1].split()) or " ".join(parts[0].split()) in {"anything", "all", "any"}
    return Found(after[0].choice, is_sure=False) if before and is_plain and not is_denied else None


def _by_meaning(ask: Ask, text: str) -> Found | None:
    """Return the choice nearest in meaning, where choices are things and the text is no question. It is asked back."""
    words = tokens(text)
    if scale_of(ask) is not None or bands.bands(ask) or text.strip().endswith("?") or len(words) > 3 * _LONG:
        return None
    near = nearest_choice(ask, words, (none_choice(ask), other_choice(ask), refusal_choice(ask)))
    return None if near is None else Found(near, is_sure=False)


def _own(ask: Ask, text: str) -> Found | None:
    """Return that somebody's own words stand beside choices that are things: they hold content, and fit no label."""
    words = tokens(text)
    if scale_of(ask) is not None or bands.bands(ask) or is_unsure(words) or yes_or_no(words) is not None:
        return None
    choice = other_choice(ask)
    return (
        Found(choice or "", is_sure=False, is_other=True)
        if labels.content(words) and text.strip()[-1:] != "?"
        else None
    )
