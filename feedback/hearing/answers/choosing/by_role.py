"""A choice that names people, by what somebody who is told of is to one: "my support worker brought me" is staff, not an assistance dog."""

from functools import lru_cache

from feedback.hearing.answers.words import people
from feedback.hearing.answers.words.vocabulary import NEGATORS
from feedback.hearing.ask import Ask
from feedback.hearing.normal import tokens

_ROLES = {
    "partner": people.PARTNERS,
    "parent": people.PARENTS,
    "child": people.CHILDREN,
    "sibling": people.SIBLINGS,
    "kin": people.OTHER_KIN,
    "friend": people.FRIENDS,
    "worker": people.WORKERS,
    "animal": people.ANIMALS,
    "neighbour": people.PEOPLE_AT_HOME,
}
_OF_KIN = frozenset({"partner", "parent", "child", "sibling"})
_MOST_WORDS = 14
_FEWEST = 0.5
"""The part of all choices that must name people, so that the question is one of people."""
_MINE, _OURS = frozenset({"my", "me"}), frozenset({"our"})
_SAID_OF_GROWN = frozenset({"kid", "lass", "lad", "twin"})
"""In the north "our kid" is a brother or sister and "our lass" a wife; a twin is mostly one's own."""
Roles = dict[str, str]


def by_role(ask: Ask, words: list[str]) -> str | None:
    """Return the one choice whose people are those that some words tell of, or None where they tell of none, or of two kinds."""
    if len(words) > _MOST_WORDS or not NEGATORS.isdisjoint(words):
        return None
    known = _known(tuple(ask.choices.items()))
    meant = {_choice_of(role, known) for role in roles_in(words)} if known else set()
    return meant.pop() if len(meant) == 1 else None


def roles_in(words: list[str]) -> list[str]:
    """Return what each person that some words name is to one, in order: "my boys and the nurse" is a child and a worker."""
    found = (_role(people.single(word), words[max(0, at - 2) : at]) for at, word in enumerate(words))
    return [role for role in found if role]


def _role(word: str, before: list[str]) -> str:
    if word in _SAID_OF_GROWN and (word == "twin" or not _OURS.isdisjoint(before)):
        return ""
    if word in people.YOUNG:
        return "" if (_MINE | _OURS).isdisjoint(before) else "child"
    return next((role for role, known in _ROLES.items() if word in known), "")


def _choice_of(role: str, known: Roles) -> str | None:
    return known.get(role) or (known.get("kin") if role in _OF_KIN else None)


@lru_cache(maxsize=256)
def _known(choices: tuple[tuple[str, str], ...]) -> Roles:
    """Return the choice of each role that one choice alone names; none where most choices are no people."""
    told = {choice: frozenset(roles_in(tokens(label))) for choice, label in choices}
    if sum(map(bool, told.values())) < max(2, _FEWEST * len(choices)):
        return {}
    every = [role for roles in told.values() for role in roles]
    return {role: choice for choice, roles in told.items() for role in roles if every.count(role) == 1}
