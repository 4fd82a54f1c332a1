"""One line of the table that a bench prints."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure, what it is compared with, and whether it is where it should be (None: only told)."""

    name: str
    figure: str
    against: str = ""
    is_met: bool | None = None

    def __str__(self) -> str:
        """Return the row as one line of the table."""
        mark = {True: "met", False: "MISSED", None: ""}[self.is_met]
        return f"{self.name:58} {self.figure:>16}  {self.against:46} {mark}"
