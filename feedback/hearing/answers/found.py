"""What an answer was found to be, before it is told as `Heard`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """The id of a choice, and whether it is certain. `is_other` says that somebody's own words stand beside the choices."""

    choice: str
    is_sure: bool = True
    is_other: bool = False
