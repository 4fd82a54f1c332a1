"""Several choices in any form: "1, 3 and 4", "first two", "all except transport", parts of labels. "None" is the choice that says so."""

import re

from feedback.hearing.answers import labels, order
from feedback.hearing.answers.choices import none_choice, other_choice, refusal_choice, refuses
from feedback.hearing.answers.degrees import core, is_unsure, yes_or_no
from feedback.hearing.answers.words.vocabulary import FILLERS, NOTHING_OF_THESE
from feedback.hearing.ask import Ask
from feedback.hearing.normal import folded, tokens
from feedback.hearing.numerals import numeral, with_figures
from feedback.hearing.spellings import word_set

_CUT = re.compile(
    r"[,;&+/\n•|]+|\.\s|\s+[-–—]+\s+|\b(?:and|plus|n|an|also|as well as|with|or|but|then|und)\b|(?<=\d)\s+(?=\d)|\.$|(?<=\b[a-z])\s+(?=[a-z]\b)"
)
_ALL = re.compile(
    r"\b(?:all|everything|the lot|every one|everyone|all of (?:them|it|these|the above)|each of them|whole lot|every single one|all the above|every option)\b"
)
_EXCEPT = re.compile(
    r"\b(?:except|apart from|but not|but|bar|excluding|other than|not|minus|without|besides|save for|barring)\b"
)
_RANGE = re.compile(r"\b(\d{1,2})\s*(?:-|–|to|through|till)\s*(\d{1,2})\b")
_ENDS = re.compile(r"\b(first|last|top|bottom)\s+(\w+)\b")
_EMPTY = frozenset({"yes", "no", "ok", "definitely", "mainly", "mostly", "really helped", "helped", "etc", "stuff"})
_DENIES = word_set("not no dont didnt wasnt never except isnt arent without")


class Several:
    """The ids picked, in the order of the list; whether they are certain; whether own words stand beside them."""

    def __init__(self, choices: tuple[str, ...], *, is_sure: bool = True, is_other: bool = False) -> None:
        self.choices = choices
        self.is_sure = is_sure
        self.is_other = is_other


def hear_many(ask: Ask, text: str) -> Several | None:
    """Return all choices that a text means, or None if none is clear."""
    ids = tuple(ask.choices)
    chosen = labels.exact(ask, text)
    if chosen is not None:
        return Several((chosen,))
    plain = folded(text)
    refusal = refusal_choice(ask)
    if refusal is not None and refuses(text):
        return Several((refusal,))
    none = none_choice(ask)
    if none is not None and " ".join(core(tokens(text))) in NOTHING_OF_THESE:
        return Several((none,))
    if none is not None and _denies_all(tokens(text)):
        return Several((none,), is_sure=False)
    everything = _everything(ask, plain)
    if everything is not None:
        return everything
    ends = _first_or_last(ids, plain)
    return ends or _pieces(ask, plain)


def _denies_all(words: list[str]) -> bool:
    """Return whether words deny all choices at once: "I've not joined any of them", "not a thing"."""
    joined = f" {' '.join(words)} "
    is_whole = " not a thing " in joined or " not a single " in joined or " nothing " in joined
    return is_whole or (len(words) <= 8 and not _DENIES.isdisjoint(words) and not {"any", "anything"}.isdisjoint(words))


def _real(ask: Ask) -> tuple[str, ...]:
    """Return the choices that "all" means: not none of these, not own words, not rather not say."""
    special = {none_choice(ask), other_choice(ask), refusal_choice(ask)}
    return tuple(choice for choice in ask.choices if choice not in special)


def _everything(ask: Ask, plain: str) -> Several | None:
    found = _ALL.search(plain)
    real = _real(ask)
    is_both = "both" in plain.split() and len(real) == 2
    if not found and not is_both:
        return None
    after = plain[found.end() :] if found else ""
    cut = _EXCEPT.search(after)
    if cut is None:
        words = [
            word
            for word in tokens(after)
            if word not in FILLERS and word not in {"them", "these", "above", "those", "really", "helped", "lot"}
        ]
        before = [word for word in tokens(plain[: found.start()]) if word not in FILLERS] if found else []
        return Several(real, is_sure=not words and not before) if len(words) + len(before) <= 3 else None
    without = _pieces(ask, after[cut.end() :], is_denying=False)
    if without is None or not without.choices:
        return Several(real, is_sure=False)
    return Several(tuple(choice for choice in real if choice not in without.choices), is_sure=without.is_sure)


def _first_or_last(ids: tuple[str, ...], plain: str) -> Several | None:
    found = _ENDS.search(plain)
    count = numeral(found[2]) if found else None
    if found is None and tokens(plain)[:1] == ["both"] and len(ids) == 2:
        return Several(ids)
    if found is None or count is None or not 1 < count <= len(ids):
        return None
    is_first = found[1] in {"first", "top"}
    picked = ids[:count] if is_first else ids[-count:]
    return Several(picked, is_sure=len(tokens(plain)) <= 5)


def _pieces(ask: Ask, plain: str, *, is_denying: bool = True) -> Several | None:
    ids = tuple(ask.choices)
    spread = _RANGE.sub(
        lambda found: " , ".join(str(n) for n in range(int(found[1]), min(int(found[2]), 30) + 1)), plain
    )
    picked: list[str] = []
    denied: list[str] = []
    is_sure, is_other = True, False
    for piece in _kept_labels(ask, spread):
        words = with_figures(tokens(piece))
        if (
            not core(words)
            or " ".join(core(words)) in _EMPTY
            or (not any(word not in FILLERS for word in words) and not _is_place(words))
        ):
            continue
        found, is_certain = _in_piece(ask, piece, words, ids)
        is_sure = is_sure and is_certain
        is_other = is_other or not found
        is_no = is_denying and words[0] in _DENIES and bool(found)
        (denied if is_no else picked).extend(found)
    if denied and not picked:
        picked, denied, is_sure = denied, [], False
    kept = {choice for choice in picked if choice not in denied}
    real = _without_none(ask, kept)
    if not real:
        return _own(ask, plain)
    return Several(tuple(choice for choice in ids if choice in real), is_sure=is_sure and not denied, is_other=is_other)


def _is_place(words: list[str]) -> bool:
    return len(words) == 1 and (numeral(words[0]) is not None or len(words[0]) == 1)


def _without_none(ask: Ask, kept: set[str]) -> set[str]:
    """Return what was picked without "none of these", unless that is all."""
    none = none_choice(ask)
    return kept - {none} if none in kept and len(kept) > 1 else kept


def _kept_labels(ask: Ask, plain: str) -> list[str]:
    """Return the pieces of a text between its commas and "and"s; a whole label that holds one is a piece of its own."""
    pieces: list[str] = []
    for label in sorted((folded(label) for label in ask.choices.values()), key=len, reverse=True):
        if _CUT.search(label) and label in plain:
            plain = plain.replace(label, " , ", 1)
            pieces.append(label)
    return [*pieces, *(piece for piece in _CUT.split(plain) if piece and piece.strip())]


def _in_piece(ask: Ask, piece: str, words: list[str], ids: tuple[str, ...]) -> tuple[list[str], bool]:
    """Return the choices in one piece and whether they are certain."""
    chosen = labels.exact(ask, piece)
    if chosen is not None:
        return [chosen], True
    place = order.place_in(piece, len(ids))
    if place is not None:
        return [ids[place]], True
    numbers = [numeral(word) for word in words if word not in FILLERS]
    if numbers and all(number is not None and 1 <= number <= len(ids) for number in numbers):
        return [ids[number - 1] for number in numbers if number is not None], True
    return _by_words(ask, words)


def _by_words(ask: Ask, words: list[str]) -> tuple[list[str], bool]:
    found = labels.matches(ask, words)
    if not found or found[0].weight < min(0.34, 0.9 / len(ask.choices) + 0.1):
        return [], is_filler(words)
    best = [found[0], *(match for match in found[1:] if match.weight >= 0.95)] if found[0].weight >= 0.5 else found[:1]
    is_sure = found[0].of_text >= 0.5 and len(words) <= 5 and (len(found) == len(best)) and "not" not in words
    return [match.choice for match in best], is_sure


def is_filler(words: list[str]) -> bool:
    """Return whether words say nothing that a choice could be."""
    return not labels.ideas(words)


def _own(ask: Ask, plain: str) -> Several | None:
    """Return that own words stand beside the choices: they hold content that fits no label."""
    words = tokens(plain)
    if (
        not labels.content(words)
        or is_unsure(words)
        or (yes_or_no(words) is not None and len(words) < 5)
        or plain.strip().endswith("?")
    ):
        return None
    own = other_choice(ask)
    return Several((own,) if own else (), is_sure=False, is_other=True)
