"""All question types by name: the one place that lists them."""

from collections.abc import Mapping
from typing import Protocol

from feedback.types.date import DATE
from feedback.types.info import INFO
from feedback.types.many import MANY
from feedback.types.number import NUMBER
from feedback.types.one import ONE
from feedback.types.place import PLACE
from feedback.types.question_type import QuestionType, TypeName
from feedback.types.scale import SCALE
from feedback.types.text import TEXT
from feedback.types.time import TIME
from feedback.types.yesno import YESNO

TYPES: Mapping[TypeName, QuestionType] = {
    one.name: one for one in (ONE, MANY, SCALE, YESNO, NUMBER, DATE, TIME, TEXT, PLACE, INFO)
}
QUESTION_TYPES: tuple[TypeName, ...] = tuple(TYPES)


class Typed(Protocol):
    """Whatever carries the name of a type: a question, a prompt, an item of a letter."""

    @property
    def type(self) -> TypeName:
        """Return the name of its type."""


def type_of(asked: Typed) -> QuestionType:
    """Return the type of a question. Raises KeyError for a name that no flow file can have."""
    return TYPES[asked.type]
