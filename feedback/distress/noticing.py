"""The one way in: what a text is noticed for."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from feedback.distress.fold import plain, sentences
from feedback.distress.judging import DENIAL_MARK, Sign, guarded, is_soft, signs
from feedback.distress.kinds import kind_of
from feedback.distress.languages import likeness_in, signs_in
from feedback.distress.model.scoring import Judged, judge, likeliest
from feedback.distress.notice import Notice
from feedback.distress.sayings.calm import is_told_calmly

_SHORT = 60
_WINDOW = 4


def notices(text: str, recent: tuple[str, ...] = (), *, is_answer: bool = False) -> tuple[Notice, ...]:
    """Return why a person should read a text first, at most one notice a reason, the most pressing words first.

    Every sentence is judged by itself, so that one in a long answer counts. `recent` are the person's messages just before,
    oldest first: short ones are read together with this text ("i want to", "die"), and only what this text adds is returned.
    `is_answer` says that the words were taken for an answer to a closed question: then a mere likeness must be stronger. What
    is plainly said is heard all the same.
    """
    found = _noticed(text, is_answer=is_answer)
    known = {notice.reason for notice in found}
    joined = [part for part in recent[-_WINDOW + 1 :] if len(part) <= _SHORT]
    if joined and len(text) <= _SHORT:
        more = tuple(one for one in _noticed(" ".join((*joined, text)), is_answer=is_answer) if one.reason not in known)
        before = {notice.reason for notice in _noticed(" ".join(joined), is_answer=is_answer)} if more else set()
        found += tuple(one for one in more if one.reason not in before)
    return found


def denied(text: str) -> bool:
    """Return whether a text says that there is no danger ("I am not suicidal"). It has words of its own, and no notice."""
    return any(DENIAL_MARK in part.split() for part in _read(text).guarded)


def forget() -> None:
    """Let go of the words in memory: what a text is noticed for is kept while one message is taken, and no longer."""
    _noticed.cache_clear()
    _look.cache_clear()
    _read.cache_clear()


class _Read(NamedTuple):
    """The folded sentences of a text, and the same with what is harmless taken out."""

    told: tuple[str, ...]
    guarded: tuple[str, ...]


@lru_cache(maxsize=16)
def _read(text: str) -> _Read:
    told = sentences(text)
    return _Read(told, tuple(map(guarded, told)))


class _Look(NamedTuple):
    """What a text is like, whatever it was taken for: the signs in other languages, those in each sentence, what the model makes of it."""

    elsewhere: list[Notice]
    said: list[list[Sign]]
    judged: Judged


@lru_cache(maxsize=16)
def _look(text: str) -> _Look:
    told, parts = _read(text)
    folded = plain(text)
    elsewhere = signs_in(folded) or likeness_in(folded)
    if is_told_calmly(told):
        return _Look(elsewhere, [], judge([], []))
    said = [signs(part) for part in parts]
    return _Look(elsewhere, said, judge(parts, [[sign.reason for sign in found] for found in said]))


@lru_cache(maxsize=16)
def _noticed(text: str, *, is_answer: bool) -> tuple[Notice, ...]:
    told, parts = _read(text)
    elsewhere, said, judged = _look(text)
    if is_told_calmly(told):
        return tuple(elsewhere)
    if not judged.is_heard(is_answer=is_answer) and not any(sign.is_plain for found in said for sign in found):
        soft = next((part for part in parts if is_soft(part)), None)
        return (
            tuple(elsewhere) if soft is None else _one_each([*elsewhere, Notice("self-harm", "possible", "en", soft)])
        )
    plainly = [
        Notice(sign.reason, kind_of(sign, part), "en", sign.matched)
        for part, found in zip(parts, said, strict=True)
        for sign in found
    ]
    return _one_each([*elsewhere, *plainly] or [_possible(parts[judged.sentence])])


def _possible(sentence: str) -> Notice:
    """Return the soft line: no rule holds, and the words are like those of people in distress."""
    return Notice(likeliest(sentence), "possible", "en", sentence)


def _one_each(found: Iterable[Notice]) -> tuple[Notice, ...]:
    first: dict[str, Notice] = {}
    for notice in found:
        first.setdefault(notice.reason, notice)
    return tuple(first.values())
