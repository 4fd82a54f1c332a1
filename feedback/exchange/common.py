"""Flows for other programs: conditions in their language, and what they cannot carry.

A form of another program has no implied answers and does not tell "not asked" from "skipped", so each condition on a
question says as well when that question was asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from feedback.flows.answer import Answer
from feedback.flows.condition import And, Atom, Condition, Not, Or, holds
from feedback.flows.model import ConsentAsk, Flow, Question
from feedback.types.registry import TYPES, type_of

_NO_TIME = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Language:
    """How a program writes conditions: one atom, the words between two, and a denial (with {} for what is denied)."""

    atom: Callable[[Atom, Question], str]
    both: str
    either: str
    no: str


def shown_when(flow: Flow, question: Question, language: Language) -> str:
    """Return when a question is asked, in another language; empty where it always is."""
    return "" if question.when is None else _term(flow, question.when, language)


def _term(flow: Flow, condition: Condition, language: Language) -> str:
    match condition:
        case Not(inner):
            return language.no.format(_term(flow, inner, language))
        case And(left, right):
            return _joined(_term(flow, left, language), language.both, _term(flow, right, language))
        case Or(left, right):
            return _joined(_term(flow, left, language), language.either, _term(flow, right, language))
        case _:
            return _atom(flow, condition, language)


def _atom(flow: Flow, atom: Atom, language: Language) -> str:
    question = next(question for question in flow.questions if question.id == atom.question)
    term = language.atom(atom, question)
    asked = shown_when(flow, question, language)
    if not asked:
        return term
    given = _joined(asked, language.both, term)
    implied = Answer("implied", _NO_TIME, question.otherwise)
    if question.otherwise is None or not holds(atom, {question.id: implied}):
        return given
    return _joined(given, language.either, language.no.format(asked))


def _joined(left: str, word: str, right: str) -> str:
    return f"({left}) {word} ({right})"


def _loses(loss: str, question: Question) -> bool:
    return type_of(question).form_loss == loss


_QUESTION_LOSSES: tuple[tuple[str, Callable[[Question], object]], ...] = (
    ("the answer that is implied when it is not asked", lambda question: question.otherwise),
    ("the short words for summary and report", lambda question: question.short),
    ("whom it was put to, for the report", lambda question: question.base),
    ("the question in other words, for whoever asks", lambda question: question.means),
    ("other names that people give a choice", lambda question: question.also),
    ("what a number counts", lambda question: question.unit),
    ("its theme", lambda question: question.theme),
    ("figures over several choices", lambda question: question.groups),
    ("the requests that it makes of staff", lambda question: question.queues),
    ("the consent that it sets", lambda question: question.consent),
    ("that its words are private", lambda question: question.private),
    ("that its answer may stand below a quote", lambda question: question.speaker),
    ("the line about Help now", lambda question: question.signpost),
    ("the words when an answer is not clear", lambda question: question.retry),
    ("what else it accepts", lambda question: question.accept),
    *((one.form_loss, partial(_loses, one.form_loss)) for one in TYPES.values() if one.form_loss),
    ("prefer not to say", lambda question: question.prefer_not and not question.choices),
)


def losses(flow: Flow) -> Iterator[str]:
    """Yield what a form of another program does not carry, one line for each kind of thing, all of them."""
    for what, has in _QUESTION_LOSSES:
        ids = [question.id for question in flow.questions if has(question)]
        if ids:
            yield f"{what}: {', '.join(ids)}"
    yield from (what for what, is_so in _flow_losses(flow) if is_so)
    yield "the summary before the end, back, change, pause, stop, delete and Help now"
    yield "answers in people's own words where a choice was asked for"


def _flow_losses(flow: Flow) -> tuple[tuple[str, bool], ...]:
    return (
        ("what a yes to consent allows beside taking part", flow.consent.switches != ConsentAsk.switches),
        ("the text behind Tell me more", flow.consent.more != ConsentAsk.more),
        ("the reminders", flow.reminders != ()),
        ("when an unfinished conversation counts as left", flow.expires != Flow.expires),
        ("that it can be told in one go", flow.story),
        ("that a reply speaks for an organisation", flow.level != "person"),
    )
