"""Whose eyes an export is for: the same rows with the words that nobody has checked left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from feedback.conversation.response import Comment, Response
from feedback.flows.answer import STORY, Answer, Piece
from report.exports.text_mapping import Replacement, edited


class HiddenSpan(NamedTuple):
    """Characters (code points) of a text that must not be seen, the end excluded, and what stands there."""

    start: int
    stop: int
    kind: str


@dataclass(frozen=True)
class ClearedTexts:
    """Texts that a person has read and passed, with what is hidden in each: by (conversation, question), by comment."""

    answers: Mapping[tuple[str, str], tuple[HiddenSpan, ...]] = field(default_factory=dict)
    comments: Mapping[int, tuple[HiddenSpan, ...]] = field(default_factory=dict)


def withheld(responses: Iterable[Response], checked: ClearedTexts) -> Iterator[Response]:
    """Yield the responses with the words that were checked, redacted, and with nothing for all others.

    States, choices, numbers and times stay, and so does each comment: only what it says is gone.
    """
    for response in responses:
        answers = {
            question: _shut(answer, checked.answers.get((response.conversation, question)))
            for question, answer in response.answers.items()
        }
        comments = tuple(_silent(comment, checked.comments.get(comment.id)) for comment in response.comments)
        yield replace(response, answers=answers, comments=comments, history=())


def parts_of(hidden: Iterable[HiddenSpan]) -> Iterator[Replacement]:
    """Yield what to replace in a text so that the hidden parts are not seen: each by its kind in square brackets."""
    return (Replacement(start, stop, f"[{kind}]") for start, stop, kind in hidden)


def redacted(words: str, hidden: Iterable[HiddenSpan]) -> str:
    """Return a text with each hidden part replaced by its kind in square brackets; parts that overlap become one."""
    return edited(words, parts_of(hidden)).text


def _shut(answer: Answer, hidden: tuple[HiddenSpan, ...] | None) -> Answer:
    words = () if hidden is None else (Piece("", redacted(answer.words, hidden)),)
    marks = (piece for piece in answer.pieces if piece.message.startswith(STORY) and not piece.words)
    return replace(answer, pieces=(*marks, *words))


def _silent(comment: Comment, hidden: tuple[HiddenSpan, ...] | None) -> Comment:
    return replace(comment, words="" if hidden is None else redacted(comment.words, hidden))
