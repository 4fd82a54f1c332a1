"""A number that was understood."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A number, and whether it is certain."""

    value: float
    is_sure: bool = True
