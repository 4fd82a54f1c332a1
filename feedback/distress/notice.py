"""What is noticed in a text: a reason for a person to read it first. Never a score, never a label of a person.

NICE NG225 (2022) and NHS England, "Staying safe from suicide" (2025): no risk scales, no high or low. SpringCare's VERA-MH
(`data/rubric.tsv`, items 4 to 7) says what counts as a sign: open, veiled, coded, in another's name, taken back.
"""

from dataclasses import dataclass
from typing import Literal

Reason = Literal["self-harm", "abuse", "staff-harm", "harm-to-others", "in-need-now"]
Kind = Literal[
    "about-me-now",
    "past",
    "about-somebody-else",
    "hurt-by-somebody",
    "hurt-by-staff",
    "child",
    "harm-to-others",
    "help-now",
    "possible",
]


@dataclass(frozen=True)
class Notice:
    """One reason, said once for a text.

    `kind` says which answer fits; `possible` is the soft line: words like others that were distress, and no plain sign.
    `language` is the code (ISO 639-1, or 639-3 where there is none) in which it was said. `matched` holds the words it was
    noticed by, folded, for staff; for `possible` the whole sentence.
    """

    reason: Reason
    kind: Kind
    language: str
    matched: str
