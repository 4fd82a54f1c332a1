"""One choice out of a list: by its label, its place, an amount, a usual scale, or the words of its label."""

import re
from collections.abc import Callable

from feedback.hearing.answers import bands, labels, order
from feedback.hearing.answers.choosing.by_band import by_band
from feedback.hearing.answers.choosing.by_meaning import nearest_choice
from feedback.hearing.answers.choosing.by_role import by_role
from feedback.hearing.answers.choosing.stated import before_all, stated
from feedback.hearing.answers.choosing.vague import is_vague
from feedback.hearing.answers.degrees import core, is_unsure, yes_or_no
from feedback.hearing.answers.labels import Found
from feedback.hearing.answers.meaning.nearness import nearest_labels
from feedback.hearing.answers.special import refuses, special
from feedback.hearing.answers.usual_scales import by_guess, by_scale, scale_of
from feedback.hearing.answers.words.vocabulary import NEGATORS, NOTHING_OF_THESE
from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses, normalise, tokens
from feedback.hearing.spellings import word_set

_LONG = 8
"""A text of more words than this is a story: what is found in it is asked back."""


_NONE_OF_A_LIST = frozenset({"none of the above", "none of these", "none of those", "none of them"})
"""What is said of a list, and is no "no" where degrees are asked for."""


def hear_one(ask: Ask, text: str) -> Found | None:
    """Return the one choice that a text means, or None if none is clear."""
    chosen = labels.exact(ask, text)
    if chosen is not None:
        return Found(chosen)
    if special(ask).none is None and scale_of(ask) is not None and normalise(text) in _NONE_OF_A_LIST:
        return None
    ways: tuple[Callable[[Ask, str], Found | None], ...] = (
        _refused,
        _not_known,
        by_band,
        _by_place,
        _conditional,
        _all_but,
        _containing,
        _no_preference,
        before_all,
        by_scale,
        _by_clause,
        _by_turn,
        _by_role,
        _by_label,
        _by_lack,
        stated,
        by_guess,
        _none_of_these,
        _by_meaning,
        _own,
    )
    return next((found for way in ways if (found := way(ask, text)) is not None), None)


def is_built(ask: Ask, text: str) -> bool:
    """Return whether the build of a sentence tells what is meant, so that no guess by its words stands against it: "all but the bus"."""
    ways = (
        _refused,
        _not_known,
        _by_place,
        _conditional,
        _all_but,
        _no_preference,
        before_all,
        _by_clause,
        _by_turn,
        _by_role,
    )
    is_two = special(ask).own is not None and _is_more(ask, tokens(text))
    return is_two or any(way(ask, text) is not None for way in ways)


def _refused(ask: Ask, text: str) -> Found | None:
    choice = special(ask).refusal
    return Found(choice) if choice is not None and refuses(text) else None


def _not_known(ask: Ask, text: str) -> Found | None:
    """Return the choice that says one does not know ("I don't know") among things, for a text that says so."""
    unsure = [choice for choice, label in ask.choices.items() if " ".join(labels.words_of_label(label)) in _UNKNOWN]
    words = tokens(text)
    if len(unsure) != 1 or scale_of(ask) is not None or not is_unsure(words) or len(words) > 2 * _LONG:
        return None
    return Found(unsure[0], is_sure=len(words) <= 4)


_UNKNOWN = frozenset(
    {"dont know", "i dont know", "not sure", "im not sure", "unsure", "i am not sure", "do not know", "i do not know"}
)


def _none_of_these(ask: Ask, text: str) -> Found | None:
    choice = special(ask).none
    words = core(tokens(text))
    return Found(choice) if choice is not None and " ".join(words) in NOTHING_OF_THESE else None


def _by_place(ask: Ask, text: str) -> Found | None:
    place = order.place_in(text, len(ask.choices), last=special(ask).ordinary)
    if place is None or (ask.type == "yesno" and not order.is_bare_number(text)):
        return None
    return Found(tuple(ask.choices)[place], is_sure=not bands.bands(ask) or not order.is_bare_number(text))


def _by_role(ask: Ask, text: str) -> Found | None:
    """Return the choice of the people that a text tells of; certain only where its words say so too."""
    choice = by_role(ask, tokens(text))
    named = None if choice is None else _by_label(ask, text)
    return named if choice is None or (named is not None and named.choice == choice) else Found(choice, is_sure=False)


def _by_label(ask: Ask, text: str) -> Found | None:
    words = tokens(text)
    found = labels.matches(ask, words)
    if not found or found[0].weight <= 0.3 or {"yes", "no"} <= set(words):
        return None
    best = found[0]
    is_alone = (
        len(found) == 1
        or best.weight - found[1].weight > 0.34
        or best.weight - found[1].weight > 0.005
        or (best.weight == found[1].weight and best.of_label > found[1].of_label + 0.3)
        or (best.of_label == found[1].of_label and best.depth > found[1].depth + 0.4)
    )
    own = special(ask).own
    if own is not None and _is_more(ask, words):
        return Found(own, is_sure=False, is_other=True)
    first = _said_first(ask, text, found)
    if first is not None:
        return first
    if not is_alone:
        return _of_tied(ask, words, found)
    is_plain = best.of_text >= 0.5 and len(words) <= _LONG and "not" not in words and "but" not in words
    is_plain = is_plain and (len(found) == 1 or best.weight - found[1].weight > 0.34) and _DISLIKED.isdisjoint(words)
    return Found(best.choice, is_sure=is_plain and _is_near(ask, words, best))


def _said_first(ask: Ask, text: str, found: list[labels.Match]) -> Found | None:
    """Return the choice of the first part of a text, where different parts of it say two choices about as well."""
    parts = clauses(text)
    if (
        len(parts) < 2
        or len(found) < 2
        or found[0].weight - found[1].weight > _NEARLY
        or found[0].used == found[1].used
    ):
        return None
    first = labels.matches(ask, parts[0].split())
    is_plain = bool(first) and (len(first) == 1 or first[0].weight - first[1].weight > _NEARLY)
    return Found(first[0].choice, is_sure=False) if is_plain else None


_NEARLY = 0.05


def _of_tied(ask: Ask, words: list[str], found: list[labels.Match]) -> Found | None:
    """Return the nearest of two choices that the same words may mean; None where different words name two choices."""
    tied = [match for match in found if found[0].weight - match.weight <= _TIE]
    if len(tied) != 2 or tied[0].used != tied[1].used or bands.bands(ask):
        return None
    own = special(ask).own
    if own is not None and own in {match.choice for match in tied}:
        return Found(own, is_sure=False, is_other=True)
    names = {match.choice: [tuple(tokens(name)) for name in labels.names_of(ask, match.choice)] for match in tied}
    return Found(nearest_labels(words, names)[0][1], is_sure=False)


_TIE = 0.05


def _is_near(ask: Ask, words: list[str], best: labels.Match) -> bool:
    """Return whether a match is close enough to be taken: by a word of the label, or by near words that its meaning bears out."""
    return best.is_own_word or (
        best.of_text >= 1 and best.weight >= _CLOSE and nearest_choice(ask, words) == best.choice
    )


_CLOSE = 0.95


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
    if not normalise(text).startswith(_ALL_BUT):
        return None
    rest = [
        match for part in clauses(text)[1:] for match in labels.matches(ask, part.split())[:1] if match.weight >= _SOME
    ]
    if rest:
        return Found(rest[0].choice, is_sure=False)
    return Found(special(ask).own or "", is_sure=False, is_other=True)


_SOME = 0.5
"""What a later part must weigh to name a choice."""


_IF = re.compile(
    r"^(?:\w+ )?(?:(?:yes|ok|maybe|only|well|would) )?(?:if|provided|providing|on condition|on the condition|as long as|so long as|unless|only when|when they|depends|not unless|not till|not until|once they)\b"
)


def _conditional(ask: Ask, text: str) -> Found | None:
    """Return the one choice with a condition ("Only if something changes") for a text that makes one."""
    choices = [
        choice
        for choice, label in ask.choices.items()
        if not {"if", "depends"}.isdisjoint(labels.words_of_label(label)[:2])
    ]
    is_one = len(choices) == 1 and _IF.match(normalise(text)) is not None
    return Found(choices[0], is_sure=False) if is_one else None


def _containing(ask: Ask, text: str) -> Found | None:
    """Return the one choice whose label of two words or more stands whole in the text, and is not denied there."""
    words = tokens(text)
    if len(words) > 2 * _LONG:
        return None
    bare = core(words)
    begun = (
        [choice for choice, label in ask.choices.items() if [*labels.words_of_label(label)[:1]] == bare]
        if bare in (["nothing"], ["none"])
        else []
    )
    if len(begun) == 1:
        return Found(begun[0])
    whole = {
        choice: at
        for choice, label in ask.choices.items()
        if (at := _position([*labels.words_of_label(label)], words)) is not None
    }
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
    [
        "dont mind",
        "i dont mind",
        "not bothered",
        "im not bothered",
        "not fussed",
        "either",
        "either one",
        "either or",
        "any",
        "whichever",
        "whatever",
        "im easy",
        "easy",
        "no preference",
        "doesnt matter",
        "dont care",
        "no odds",
        "all the same",
        "its all the same",
        "whatever suits",
        "up to you",
        "you choose",
        "whatever you like",
        "both fine",
        "any will do",
        "either is fine",
        "either way",
    ]
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
    near = None if {"yes", "no"} <= set(words) else nearest_choice(ask, words, special(ask).all)
    return None if near is None else Found(near, is_sure=False)


def _own(ask: Ask, text: str) -> Found | None:
    """Return that somebody's own words stand beside choices that are things: they hold content, and fit no label."""
    words = tokens(text)
    if scale_of(ask) is not None or bands.bands(ask) or is_unsure(words) or yes_or_no(words) is not None:
        return None
    if is_vague(text):
        return None
    choice = special(ask).own
    is_none = choice is None and (len(words) > _LONGEST_OTHER or not _OF_NO_THING.isdisjoint(words))
    return (
        Found(choice or "", is_sure=False, is_other=True)
        if labels.content(words) and text.strip()[-1:] != "?" and not is_none
        else None
    )


_LONGEST_OTHER = 9
"""Words of the longest text that names a thing beside choices that have no place for one's own words."""
_OF_NO_THING = word_set(
    "all any both every everything anything nothing whatever whichever whoever anybody anyone anywhere depends depended varies varied either "
    "remember recall forget forgot forgotten know knew lost when what why how ask joined left"
)
