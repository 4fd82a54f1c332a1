"""What was asked, as far as hearing an answer needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

AskType = Literal[
    "one", "many", "scale", "yesno", "number", "date", "place", "text", "info", "consent", "summary", "any", "email"
]
ASK_TYPES: frozenset[str] = frozenset(get_args(AskType))


@dataclass(frozen=True)
class Ask:
    """One question as it was put to a person.

    `type` is a question type, or `consent`, `summary`, `any` (at no particular question), `email` (a whole mail).
    `choices` are in the order shown, id to label; `also` holds other names of a choice, id to names. `range` is (lowest, highest),
    `ends` what those two are called, `unit` what a number counts ("minutes"). Without `today` a date that needs it is not heard.
    """

    type: str
    question: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    range: tuple[float, float] | None = None
    ends: tuple[str, str] | None = None
    unit: str = ""
    today: date | None = None
