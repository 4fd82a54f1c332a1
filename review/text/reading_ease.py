"""How hard a text is to read, in the words of the page on which it is written."""

import re
from dataclasses import dataclass

from feedback.flows.readability import GRADE_MOST, SENTENCE_MOST, grade, hard_words, long_sentences

BLANK = re.compile(r"\{(\w+)\}")
"""What is filled in when a text is shown."""


@dataclass(frozen=True)
class ReadingEase:
    """How hard a text is to read: what speaks against it, each in one sentence. Nothing where it reads easily."""

    grade: float
    remarks: tuple[str, ...]


def reading_of(text: str) -> ReadingEase:
    """Return how hard a text is to read, by the same rules as the checker of questions."""
    plain = BLANK.sub("words", text)
    level, remarks = grade((plain,)), []
    remarks += [
        f"The sentence that begins “{one[:40]}” has over {SENTENCE_MOST} words." for one in long_sentences(plain)
    ]
    if level > GRADE_MOST:
        hard = ", ".join(hard_words((plain,))[:8])
        remarks.append(
            f"It reads at grade {level:.1f}; the most is {GRADE_MOST:.0f}." + (f" Hard words: {hard}." if hard else "")
        )
    return ReadingEase(level, tuple(remarks))
