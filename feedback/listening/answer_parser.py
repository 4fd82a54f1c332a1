"""What a person typed or tapped, read as a command or as an answer.

Rules: numbers, labels and typed words are alike; a command is understood only when the whole
message is one, so that "I had to stop my tablets" stays an answer; what is not clear is never guessed from far away.
"""

from feedback.flows.answer import Answer
from feedback.flows.model import Question
from feedback.flows.words import Command, Words
from feedback.folding import fold
from feedback.types.question_type import Reading
from feedback.types.registry import type_of

_SHORT = 4
"""Up to so many words, a message with a command word in it may be meant as one."""


def command_in(text: str, words: Words) -> Command | None:
    """Return the command that the whole message is, if it is one."""
    return words.commands.get(fold(text))


def perhaps_command(text: str, words: Words) -> Command | None:
    """Return `stop` or `delete` where a short message holds such a word beside others, so that we ask what is meant."""
    folded = fold(text).split(" ")
    if not 1 < len(folded) <= _SHORT:
        return None
    found = (words.commands.get(word) for word in folded)
    return next((command for command in found if command in ("stop", "delete")), None)


def read_answer(question: Question, text: str, words: Words) -> Reading | None:
    """Return a typed or tapped message as an answer to a question, or None if it is not clear."""
    return type_of(question).read(question, text, words)


def has_own_words(question: Question, answer: Answer, words: Words) -> bool:
    """Return whether any message of an answer is more than a label, a number or a day."""
    readings = (read_answer(question, piece.words, words) for piece in answer.pieces if piece.words)
    return any(reading is None or reading.is_own for reading in readings)
