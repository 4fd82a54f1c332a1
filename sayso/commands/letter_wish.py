"""What is wished of letters to a group."""

from typing import NamedTuple


class LetterWish(NamedTuple):
    """What is wished of letters to a group. `a_day` is 0 where all may leave at once."""

    form: str
    is_reminder: bool = False
    is_again: bool = False
    a_day: int = 0
