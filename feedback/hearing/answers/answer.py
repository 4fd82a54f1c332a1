"""A text as the answer to a question, of whatever type."""

from collections.abc import Callable
from dataclasses import replace

from feedback.hearing.answers.choices import hear_one
from feedback.hearing.answers.choosing.counter_question import asks_back
from feedback.hearing.answers.choosing.partly import may_be_partly
from feedback.hearing.answers.counting.number import Number
from feedback.hearing.answers.counting.settled import settled
from feedback.hearing.answers.dates import hear_date, is_plain_date
from feedback.hearing.answers.many import hear_many
from feedback.hearing.answers.numbers import hear_number
from feedback.hearing.answers.places import hear_place
from feedback.hearing.answers.scales import hear_scale
from feedback.hearing.ask import Ask
from feedback.hearing.heard import UNCLEAR, Heard
from feedback.hearing.normal import tokens

_LONGEST = 400
"""Letters in which the answer to a closed question is looked for; what follows is a story, and the answer is asked back."""
_YES_NO = {"yes": "Yes", "no": "No"}
_PARTLY = {"yes": "Yes", "partly": "Partly", "no": "No"}
"""The choices of a yes/no question that names none: where the words tell of a part, that is heard too."""


def hear_answer(ask: Ask, text: str) -> Heard:
    """Return what a text answers; `unclear` and not sure where it answers nothing."""
    way = _WAYS.get(ask.type)
    if way is None:
        return Heard()
    said = text[:_LONGEST]
    if not tokens(said):
        return UNCLEAR
    heard = way(ask, said)
    if not heard.sure and ask.type != "place" and asks_back(ask, said):
        return Heard(act="what-does-that-mean", sure=False)
    return heard if said == text or heard.place else replace(heard, sure=False)


def _one(ask: Ask, text: str) -> Heard:
    found = hear_one(ask, text)
    if found is None:
        return UNCLEAR
    if found.is_other:
        return Heard(act="other", choice=found.choice or None, sure=False)
    return Heard(choice=found.choice, sure=found.is_sure)


def with_choices(ask: Ask, text: str) -> Ask:
    """Return a question with its choices; a yes/no question that names none has yes and no, and partly where a text may mean it."""
    if ask.type != "yesno" or ask.choices:
        return ask
    return replace(ask, choices=_PARTLY if may_be_partly(ask.question, text) else _YES_NO)


def _many(ask: Ask, text: str) -> Heard:
    found = hear_many(ask, text)
    if found is None:
        return UNCLEAR
    return Heard(
        act="other" if found.is_other else "none",
        choices=() if found.is_none else found.choices or None,
        sure=found.is_sure and not found.is_other,
    )


def _number(found: Number | None) -> Heard:
    return UNCLEAR if found is None else Heard(number=found.value, sure=found.is_sure)


def _date(ask: Ask, text: str) -> Heard:
    found = hear_date(ask, text)
    if found is None:
        return UNCLEAR
    return Heard(
        date_from=found.start.isoformat(),
        date_to=found.end.isoformat(),
        sure=is_plain_date(text) and not found.is_rough,
    )


def _place(ask: Ask, text: str) -> Heard:
    if ask.choices:
        found = hear_one(ask, text)
        if found is not None and not found.is_other and (found.is_sure or _is_named(ask.choices[found.choice], text)):
            return Heard(choice=found.choice, place=True, sure=found.is_sure)
    act, is_sure = hear_place(text)
    return Heard(place=True, sure=is_sure) if act == "place" else Heard(act=act, place=False, sure=is_sure)


def _is_named(label: str, text: str) -> bool:
    """Return whether a text has a word of a place's name; a place that is only near in meaning is another place."""
    return not set(tokens(label)).isdisjoint(tokens(text))


_WAYS: dict[str, Callable[[Ask, str], Heard]] = {
    "one": _one,
    "yesno": lambda ask, text: _one(with_choices(ask, text), text),
    "many": _many,
    "number": lambda ask, text: _number(hear_number(ask, settled(text))),
    "scale": lambda ask, text: _number(hear_scale(ask, settled(text))),
    "date": _date,
    "place": _place,
}
