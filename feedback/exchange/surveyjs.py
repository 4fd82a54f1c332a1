"""A flow as a SurveyJS form (JSON), for those who want to put it on a page of their own."""

from collections.abc import Iterator
from typing import Any

from feedback.exchange.common import PREFER_NOT, Language, losses, number_of, shown_when
from feedback.flows.condition import Answered, Atom, Compare, Has, Is, IsNot
from feedback.flows.model import Flow, Question

_CONSENT = "consent"


def to_surveyjs(flow: Flow, prefer_not: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the form, and what it cannot carry. `prefer_not` labels the choice of that name.

    The first page asks for consent. Nothing is required but that, as every question of a flow can be skipped.
    """
    ask = {
        "type": "radiogroup",
        "name": _CONSENT,
        "title": flow.consent.ask,
        "isRequired": True,
        "choices": [{"value": "yes", "text": "Yes"}, {"value": "no", "text": "No"}],
    }
    refused = {"type": "html", "name": "consent_no", "html": _html(flow.consent.no), "visibleIf": "{consent} = 'no'"}
    first = {
        "name": "start",
        "elements": [{"type": "html", "name": "start_words", "html": _html(flow.start)}, ask, refused],
    }
    asked = [element for question in flow.questions for element in _elements(flow, question, prefer_not)]
    pages = [first, {"name": "questions", "visibleIf": "{consent} = 'yes'", "elements": asked}]
    form = {
        "title": flow.title,
        "locale": flow.language,
        "clearInvisibleValues": "onHidden",
        "questionsOnPageMode": "standard",
        "completedHtml": _html(flow.finish.thanks),
        "pages": pages,
    }
    return form, tuple(losses(flow))


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
    match question.type:
        case "one" | "yesno" | "many":
            kind = "checkbox" if question.type == "many" else "radiogroup"
            return {"type": kind, "choices": _choices(question, prefer_not), **_limits(question)}
        case "scale":
            return {"type": "rating", **_points(question)}
        case "number":
            edges = zip(("min", "max"), question.range or (), strict=False)
            return {"type": "text", "inputType": "number", **dict(edges)}
        case "info":
            return {"type": "html", "html": _html(question.ask)}
        case "date":
            return {"type": "text", "inputType": "date"}
        case _:
            return {"type": "comment" if question.type == "text" else "text"}


def _choices(question: Question, prefer_not: str) -> list[dict[str, str]]:
    found = [{"value": choice.id, "text": choice.label} for choice in question.choices]
    return [*found, {"value": PREFER_NOT, "text": prefer_not}] if question.prefer_not else found


def _limits(question: Question) -> dict[str, Any]:
    if question.type != "many":
        return {}
    alone = [name for name in (question.only, PREFER_NOT if question.prefer_not else "") if name]
    rules = [
        {
            "type": "expression",
            "text": "This choice stands alone.",
            "expression": f"{{{question.id}}} notcontains '{name}' or {{{question.id}.length}} = 1",
        }
        for name in alone
    ]
    most = {} if question.max is None else {"maxSelectedChoices": question.max}
    return {**most, "validators": rules} if rules else most


def _points(question: Question) -> dict[str, Any]:
    low, high = question.range or (1, 5)
    least, most = question.ends or ("", "")
    return {
        "rateMin": int(low),
        "rateMax": int(high),
        "rateStep": 1,
        "minRateDescription": least,
        "maxRateDescription": most,
    }


def _atom(atom: Atom, question: Question) -> str:
    name = f"{{{question.id}}}"
    match atom:
        case Is(_, choice):
            return f"{name} = ['{choice}']" if question.type == "many" else f"{name} = '{choice}'"
        case IsNot(_, choice):
            return f"{name} != ['{choice}']" if question.type == "many" else f"{name} != '{choice}'"
        case Has(_, choice):
            return f"{name} contains '{choice}'" if question.type == "many" else f"{name} = '{choice}'"
        case Compare(_, sign, number):
            return f"{name} {sign} {number_of(number)}"
        case _:
            is_answered = isinstance(atom, Answered)
            words = f"{name} notempty" if is_answered else f"{name} empty"
            if not question.prefer_not:
                return words
            mark = f"['{PREFER_NOT}']" if question.type == "many" else f"'{PREFER_NOT}'"
            return f"{words} and {name} != {mark}" if is_answered else f"{words} or {name} = {mark}"


_LANGUAGE = Language(_atom, "and", "or", "!({})")


def _html(text: str) -> str:
    escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in escaped.split("\n\n"))
