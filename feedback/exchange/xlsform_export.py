"""A flow as an XLSForm: the sheets from which ODK, KoboToolbox and others make a form."""

from collections.abc import Iterator, Mapping, Sequence

from feedback.exchange.common import Language, losses, shown_when
from feedback.flows.condition import Answered, Atom, Compare, Has, Is, IsNot
from feedback.flows.model import Flow, Question
from feedback.types.choices import PREFER_NOT
from feedback.types.numbers import number_of
from feedback.types.registry import type_of

Sheets = Mapping[str, Sequence[Mapping[str, str]]]
"""Rows by the name of their sheet; a row holds its cells by the name of their column, empty ones left out."""

SURVEY = ("type", "name", "label", "hint", "relevant", "constraint", "constraint_message", "appearance", "parameters")
CHOICES = ("list_name", "name", "label")
SETTINGS = ("form_title", "form_id", "version", "default_language")
COLUMNS: Mapping[str, Sequence[str]] = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}

AGREED = "${consent} = 'yes'"
_YES_NO = "consent_list"


def to_xlsform(flow: Flow, prefer_not: str) -> tuple[Sheets, tuple[str, ...]]:
    """Return the sheets, and what they cannot carry. `prefer_not` labels the choice of that name.

    All questions stand in a group that opens with a yes to consent. None is required, as each can be skipped.
    """
    asked = [row for question in flow.questions for row in _rows(flow, question)]
    survey = [
        _row(type="note", name="start", label=flow.start),
        _row(type=f"select_one {_YES_NO}", name="consent", label=flow.consent.ask),
        _row(type="note", name="consent_no", label=flow.consent.no, relevant="${consent} = 'no'"),
        _row(type="begin_group", name="questions", label=flow.title, relevant=AGREED),
        *asked,
        _row(type="end_group", name="questions"),
        _row(type="note", name="thanks", label=flow.finish.thanks),
    ]
    yes_no = [_row(list_name=_YES_NO, name=name, label=label) for name, label in (("yes", "Yes"), ("no", "No"))]
    choices = [*yes_no, *(row for question in flow.questions for row in _choices(question, prefer_not))]
    settings = [
        _row(form_title=flow.title, form_id=flow.name, version=str(flow.version), default_language=flow.language)
    ]
    scales = [question.id for question in flow.questions if question.ends]
    more = (f"the words at the ends of a scale (they stand in the hint): {', '.join(scales)}",) if scales else ()
    return {"survey": survey, "choices": choices, "settings": settings}, (*losses(flow), *more)


def _rows(flow: Flow, question: Question) -> Iterator[Mapping[str, str]]:
    kind, more = type_of(question).xlsform(question)
    shown = shown_when(flow, question, _LANGUAGE)
    yield _row(type=kind, name=question.id, label=question.ask, hint=_hint(question), relevant=shown, **more)
    if question.other:
        label = next(choice.label for choice in question.choices if choice.id == question.other)
        picked = _atom(Has(question.id, question.other), question)
        yield _row(type="text", name=_other_name(flow, question), label=label, relevant=picked)


def _other_name(flow: Flow, question: Question) -> str:
    name = f"{question.id}_{question.other}"
    while flow.question(name):
        name += "_"
    return name


def _hint(question: Question) -> str:
    if not question.ends or not question.range:
        return question.hint
    ends = ", ".join(f"{number_of(at)}: {words}" for at, words in zip(question.range, question.ends, strict=True))
    return f"{question.hint} {ends}".strip()


def _choices(question: Question, prefer_not: str) -> Iterator[Mapping[str, str]]:
    for choice in question.choices:
        yield _row(list_name=f"{question.id}_list", name=choice.id, label=choice.label)
    if question.choices and question.prefer_not:
        yield _row(list_name=f"{question.id}_list", name=PREFER_NOT, label=prefer_not)


def _row(**cells: str) -> Mapping[str, str]:
    return {name: cell for name, cell in cells.items() if cell}


def _atom(atom: Atom, question: Question) -> str:
    name = f"${{{question.id}}}"
    match atom:
        case Is(_, choice):
            return f"{name} = '{choice}'"
        case IsNot(_, choice):
            return f"{name} != '{choice}'"
        case Has(_, choice):
            return f"selected({name}, '{choice}')"
        case Compare(_, sign, number):
            return f"{name} {sign} {number_of(number)}"
        case Answered():
            return f"{name} != ''" + (f" and {name} != '{PREFER_NOT}'" if question.prefer_not else "")
        case _:
            return f"{name} = ''" + (f" or {name} = '{PREFER_NOT}'" if question.prefer_not else "")


_LANGUAGE = Language(_atom, "and", "or", "not({})")
