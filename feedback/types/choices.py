"""Choices in what people type: labels, numbers in the list, and slips of the finger."""

import difflib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from feedback.folding import fold
from feedback.types.question_type import Choice, FlowKeys, FormChoice, FormElement, Reading

KEYS = frozenset({"prefer_not", "choices", "also", "groups", "queues", "otherwise"})
"""The keys of every type with choices."""

PREFER_NOT = "prefer_not"
"""The choice that stands for 'Prefer not to say' where a program has no such answer."""

NONE, OTHER, REFUSED, UNSURE = "none", "other", "refused", "dontknow"
"""The values of the choices that SurveyJS adds by a switch (`settings` of survey-core)."""

_SWITCHED = (
    (NONE, ("showNoneItem", "hasNone"), "noneText", "None"),
    (OTHER, ("showOtherItem", "hasOther"), "otherText", "Other"),
    (UNSURE, ("showDontKnowItem",), "dontKnowText", "Don't know"),
)
_SWITCHES = frozenset(
    {name for _, switches, text, _ in _SWITCHED for name in (*switches, text)}
    | {"showRefuseItem", "refuseText", "choices", "rateValues"}
)

_TYPING_SLIP = 0.8
"""How alike (0 to 1, difflib) a slip of the finger must be to a label: 'Not srue' is 0.88 of 'Not sure'."""


@lru_cache(maxsize=4096)
def folded_label(label: str) -> str:
    """Return a label of a flow as it is compared. Labels come again with every answer; words of people are not kept."""
    return fold(label)


def ids_by_label(choices: Sequence[Choice]) -> dict[str, str]:
    """Return the ids of choices by their folded labels."""
    return {folded_label(choice.label): choice.id for choice in choices}


def read_choice(choices: Sequence[Choice], text: str, other_ways: Mapping[str, str] | None = None) -> Reading | None:
    """Return the one choice that a message names. `other_ways` are more words for ids, folded."""
    folded = fold(text)
    by_label = ids_by_label(choices)
    exact = by_number(choices, folded) or by_label.get(folded) or _by_first_clause(choices, folded)
    if exact is None and other_ways is not None and folded and other_ways.get(folded) in by_label.values():
        exact = other_ways[folded]
    if exact is not None:
        return Reading(exact)
    first, rest = _first_clause(folded)
    if rest and first in by_label:
        return Reading(by_label[first], is_sure=False, has_words=True)
    close = alike(folded, by_label)
    return Reading(by_label[close], is_sure=False) if close else None


def by_number(choices: Sequence[Choice], folded: str) -> str | None:
    """Return the id of the choice with this number in the list shown (1 is the first)."""
    bare = folded.removeprefix("option ").removeprefix("number ")
    if not (bare.isascii() and bare.isdigit() and len(bare) <= 3):
        return None
    place = int(bare)
    return choices[place - 1].id if 1 <= place <= len(choices) else None


def _by_first_clause(choices: Sequence[Choice], folded: str) -> str | None:
    """Return the one choice whose label begins so, up to its comma: 'Other' for 'Other, my own words'."""
    begun = [choice.id for choice in choices if folded_label(choice.label.partition(",")[0]) == folded]
    return begun[0] if len(begun) == 1 else None


def _first_clause(folded: str) -> tuple[str, str]:
    first, _, rest = re.sub(r"[,.;:\n-]+", "\n", folded, count=1).partition("\n")
    return first.strip(), rest.strip()


def alike(folded: str, by_label: Mapping[str, str]) -> str | None:
    """Return the one label that this may be a slip of; a number, or a text like two labels, is never taken so."""
    if not folded or folded.isdigit():
        return None
    size = len(folded)  # texts of such different lengths are never alike, which is quicker to see than to compare
    labels = [one for one in by_label if 2.0 * min(size, len(one)) / (size + len(one)) >= _TYPING_SLIP]
    close = difflib.get_close_matches(folded, labels, n=2, cutoff=_TYPING_SLIP) if labels else []
    return close[0] if len(close) == 1 else None


def choices_in(element: FormElement) -> FlowKeys:
    """Return the choices of a SurveyJS form with those that it adds by a switch, and what they mean in a flow.

    A flow has one choice for own words: a second one is a plain choice, and is told as lost.
    """
    own = tuple(choice for choice in element.choices if choice.value != PREFER_NOT)
    given = {choice.value for choice in own}
    added = tuple(
        FormChoice(value, element.words(text, usual), is_other=value == OTHER)
        for value, switches, text, usual in _SWITCHED
        if element.has(*switches) and value not in given
    )
    declines = PREFER_NOT if len(own) < len(element.choices) else REFUSED if element.has("showRefuseItem") else ""
    others = [choice.value for choice in (*own, *added) if choice.is_other]
    keys: dict[str, object] = {"prefer_not": True} if declines else {}
    if others:
        keys["other"] = others[0]
    lost = ("own words beside more than one choice",) if len(others) > 1 else ()
    return FlowKeys(keys, _SWITCHES, (*own, *added), declines=declines, lost=lost)
