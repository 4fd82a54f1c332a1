"""Which questions a story may answer: none about who somebody is, about health or equality, and none that is private."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from feedback.flows.model import Flow, Question, about_person
from feedback.hearing.normal import normalise
from feedback.hearing.story.told import Topic
from feedback.listening.meaning import ask_of
from feedback.types.registry import type_of

_PERSONAL = re.compile(
    r"\b(?:are you|do you have|do you live|do you identify|describes? you|like you|about you|about yourself|who are you|your (?:age|name|job|role)"
    r"|how old|age|aged|ages|born|birth|gender|sex|sexual|orientation|trans|ethnic\w*|race|racial|nationality|religio\w*|belief|faith|pregnan\w*"
    r"|married|marital|disab\w*|impair\w*|health|illness\w*|ill|unwell|condition|diagnos\w*|medic\w*|symptom\w*|mood|mind|mental\w*|carers?|survivors?"
    r"|care for|peer worker|veteran|asylum|refugee|language|postcode|income|benefits?|homeless)\b"
)
"""Words of questions and choices about who somebody is, or how well they are (Equality Act 2010, section 4; UK GDPR, article 9)."""


@dataclass(frozen=True)
class StoryQuestion:
    """A question that a story may be about, with what it is heard by."""

    question: Question
    topic: Topic


def story_questions(flow: Flow, unanswered: frozenset[str], today: date) -> tuple[StoryQuestion, ...]:
    """Return the questions that a story is read for, in order. Those that it may not answer keep others from their words."""
    return tuple(_story_questions(flow, unanswered, today))


def _story_questions(flow: Flow, unanswered: frozenset[str], today: date) -> Iterator[StoryQuestion]:
    personal = about_person(flow)
    for question in flow.questions:
        if type_of(question).gives == "nothing":
            continue
        may_be_told = question.id in unanswered and question.id not in personal and may_be_guessed(question)
        yield StoryQuestion(question, Topic(ask_of(_without_personal(question), today), may_be_told))


def may_be_guessed(question: Question) -> bool:
    """Return whether a question, by itself, is one of which an answer may be proposed."""
    is_closed = question.private or question.signpost or question.prefer_not or question.consent is not None
    if is_closed or question.queues or not _is_plain(question) or question.theme == "about you":
        return False
    asked = (question.ask, question.short)
    labels = tuple(choice.label for choice in question.choices) if type_of(question).gives == "choice" else ()
    return not any(_is_personal(text) for text in (*asked, *labels))


def _is_plain(question: Question) -> bool:
    """Return whether a sentence holds an answer plainly. Words, places, days and points of a scale are the person's to give."""
    shape = type_of(question)
    is_picked = shape.gives in ("choice", "choices") and not shape.offers_place
    return is_picked or shape.field == "number"


def _without_personal(question: Question) -> Question:
    """Return a question of several choices without those that nobody is guessed to have picked."""
    if not question.choices:
        return question
    left = (question.only, question.other)
    kept = (choice for choice in question.choices if choice.id not in left and not _is_personal(choice.label))
    return replace(question, choices=tuple(kept))


def _is_personal(text: str) -> bool:
    return _PERSONAL.search(normalise(text)) is not None
