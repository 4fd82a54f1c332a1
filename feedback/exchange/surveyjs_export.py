"""A flow as a SurveyJS form (JSON), for those who want to put it on a page of their own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from feedback.exchange.common import Language, losses, shown_when
from feedback.flows.condition import Answered, Atom, Compare, Has, Is, IsNot
from feedback.flows.model import Flow, Question
from feedback.types.choices import PREFER_NOT
from feedback.types.info import html_of
from feedback.types.numbers import number_of
from feedback.types.question_type import FormChoice, FormElement, QuestionType
from feedback.types.registry import TYPES, type_of

CONSENT = "consent"
AGREED, REFUSED = "{consent} = 'yes'", "{consent} = 'no'"


def to_surveyjs(flow: Flow, prefer_not: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the form, and what it cannot carry. `prefer_not` labels the choice of that name.

    The first page asks for consent. Nothing is required but that, as every question of a flow can be skipped.
    """
    ask = {
        "type": "radiogroup",
        "name": CONSENT,
        "title": flow.consent.ask,
        "isRequired": True,
        "choices": [{"value": "yes", "text": "Yes"}, {"value": "no", "text": "No"}],
    }
    refused = {"type": "html", "name": "consent_no", "html": html_of(flow.consent.no), "visibleIf": REFUSED}
    first = {
        "name": "start",
        "elements": [{"type": "html", "name": "start_words", "html": html_of(flow.start)}, ask, refused],
    }
    asked = [element for question in flow.questions for element in _elements(flow, question, prefer_not)]
    pages = [first, {"name": "questions", "visibleIf": AGREED, "elements": asked}]
    form = {
        "title": flow.title,
        "locale": flow.language,
        "clearInvisibleValues": "onHidden",
        "questionsOnPageMode": "standard",
        "completedHtml": html_of(flow.finish.thanks),
        "pages": pages,
    }
    return form, ("the name and the version of the flow", *losses(flow), *_other_types(flow, asked))


def _other_types(flow: Flow, elements: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield which questions `sayso flow import` would take for another type, as SurveyJS has no element of their own."""
    by_name = {element["name"]: element for element in elements}
    taken = [(question, _type_in(by_name[question.id])) for question in flow.questions]
    other = [f"{question.id} ({kind.name})" for question, kind in taken if kind.name != question.type]
    if other:
        yield f"the type of a question (the form says another): {', '.join(other)}"


def _type_in(element: Mapping[str, Any]) -> QuestionType:
    choices = tuple(FormChoice(choice["value"], choice["text"]) for choice in element.get("choices", ()))
    read = FormElement(element["type"], element["name"], element, choices)
    return next(kind for kind in TYPES.values() if kind.from_surveyjs(read) is not None)


def _elements(flow: Flow, question: Question, prefer_not: str) -> Iterator[dict[str, Any]]:
    shared: dict[str, Any] = {"name": question.id, "title": question.ask}
    if question.hint:
        shared["description"] = question.hint
    if found := shown_when(flow, question, _LANGUAGE):
        shared["visibleIf"] = found
    yield {**_kind(question, prefer_not), **shared}
    if question.other:
        label = next(choice.label for choice in question.choices if choice.id == question.other)
        shown = _atom(Has(question.id, question.other), question)
        yield {"type": "comment", "name": f"{question.id}.{question.other}", "title": label, "visibleIf": shown}


def _kind(question: Question, prefer_not: str) -> dict[str, Any]:
    kind = type_of(question)
    element = kind.surveyjs(question)
    choices = {"choices": _choices(question, prefer_not)} if kind.has_choices else {}
    return {"type": element["type"], **choices, **element}


def _choices(question: Question, prefer_not: str) -> list[dict[str, str]]:
    found = [{"value": choice.id, "text": choice.label} for choice in question.choices]
    return [*found, {"value": PREFER_NOT, "text": prefer_not}] if question.prefer_not else found


def _atom(atom: Atom, question: Question) -> str:
    name = f"{{{question.id}}}"
    match atom:
        case Is(_, choice):
            return f"{name} = ['{choice}']" if type_of(question).gives == "choices" else f"{name} = '{choice}'"
        case IsNot(_, choice):
            return f"{name} != ['{choice}']" if type_of(question).gives == "choices" else f"{name} != '{choice}'"
        case Has(_, choice):
            return f"{name} contains '{choice}'" if type_of(question).gives == "choices" else f"{name} = '{choice}'"
        case Compare(_, sign, number):
            return f"{name} {sign} {number_of(number)}"
        case _:
            is_answered = isinstance(atom, Answered)
            words = f"{name} notempty" if is_answered else f"{name} empty"
            if not question.prefer_not:
                return words
            mark = f"['{PREFER_NOT}']" if type_of(question).gives == "choices" else f"'{PREFER_NOT}'"
            return f"{words} and {name} != {mark}" if is_answered else f"{words} or {name} = {mark}"


_LANGUAGE = Language(_atom, "and", "or", "!({})")
