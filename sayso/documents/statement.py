"""A statement in a document: what it says, and why it can be believed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Ground = Literal["set", "tested", "claim"]
"""`set`: it was read from the settings or the tables just now. `tested`: a test of ours shows it. `claim`: nobody but you
can know it, or no test shows it."""


@dataclass(frozen=True)
class Statement:
    """One statement, and what it rests on: a setting, or the file of a test."""

    text: str
    ground: Ground
    source: str = ""

    def __str__(self) -> str:
        """Return it as a line of a list."""
        if self.ground == "claim":
            return f"- {self.text} **CLAIM: look at it yourself.**"
        told = "Read from" if self.ground == "set" else "Tested in"
        return f"- {self.text} ({told} `{self.source}`)"


def read(text: str, source: str) -> Statement:
    """Return a statement that was read from the settings or the tables."""
    return Statement(text, "set", source)


def tested(text: str, source: str) -> Statement:
    """Return a statement that a test shows."""
    return Statement(text, "tested", source)


def claim(text: str) -> Statement:
    """Return a statement that only the organisation can make."""
    return Statement(text, "claim")


def section(title: str, statements: Iterable[Statement]) -> str:
    """Return a section of Markdown."""
    return f"## {title}\n\n" + "\n".join(map(str, statements)) + "\n"
