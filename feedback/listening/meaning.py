"""What was heard, as an answer to a question of a flow."""

from datetime import date

from feedback.flows.model import Question
from feedback.hearing.ask import Ask
from feedback.hearing.heard import Heard
from feedback.types.question_type import Reading, Value
from feedback.types.registry import type_of


def ask_of(question: Question, today: date) -> Ask:
    """Return a question of a flow as hearing needs it."""
    return Ask(
        type=question.type,
        question=question.ask,
        choices={choice.id: choice.label for choice in question.choices},
        also=dict(question.also),
        range=question.range,
        ends=question.ends,
        unit=question.unit,
        today=today,
    )


def reading_of(question: Question, heard: Heard) -> Reading | None:
    """Return what was heard as an answer to a question, or None where it is none. It is sure only as `heard.sure` says."""
    value = value_of(question, heard)
    if value is None:
        return None
    return Reading(value, is_sure=False, has_words=True, items=len(value) if isinstance(value, tuple) else 1)


def value_of(question: Question, heard: Heard) -> Value:
    """Return the coded answer that was heard, or None. A span of days is ISO 8601: a year, a month, a day or FROM/TO."""
    if heard.number is not None:
        return _in_range(question, heard.number)
    if heard.date_from and heard.date_to:
        return span(heard.date_from, heard.date_to)
    picked = _picked(question, heard)
    if type_of(question).gives == "choices":
        return picked if picked and (question.max is None or len(picked) <= question.max) else None
    return picked[0] if picked else None


def _picked(question: Question, heard: Heard) -> tuple[str, ...]:
    """Return the choices that were heard. "Other" is no guess: it is what words are called that are no choice."""
    said = heard.choices or ((heard.choice,) if heard.choice else ())
    if heard.act == "other":
        said = (question.other,) if question.other else ()
    known = tuple(choice for choice in said if question.choice(choice))
    return () if known == (question.other,) and not heard.sure else known


def _in_range(question: Question, number: float) -> Value:
    low, high = question.range or (number, number)
    whole = int(number) if float(number).is_integer() else number
    return whole if low <= number <= high else None


def span(first: str, last: str) -> str:
    """Return two ISO days as one ISO 8601 text: the whole year or month where they are one, else FROM/TO."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if start == end:
        return first
    next_day = date.fromordinal(end.toordinal() + 1)
    if start.day == 1 and next_day.day == 1:
        if start.month == 1 and next_day.month == 1 and start.year == end.year:
            return first[:4]
        if (start.year, start.month) == (end.year, end.month):
            return first[:7]
    return f"{first}/{last}"
