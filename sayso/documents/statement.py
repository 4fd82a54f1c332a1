"""A statement in a document: what it says, and why it can be believed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Ground = Literal["set", "tested", "claim"]
"""`set`: it was read from the settings or the tables just now. `tested`: a test of ours shows it. `claim`: nobody but you
can know it, or no test shows it."""


@dataclass(frozen=True)
class Assurance:
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


def read(text: str, source: str) -> Assurance:
    """Return a statement that was read from the settings or the tables."""
    return Assurance(text, "set", source)


def tested(text: str, source: str) -> Assurance:
    """Return a statement that a test shows."""
    return Assurance(text, "tested", source)


def claim(text: str) -> Assurance:
    """Return a statement that only the organisation can make."""
    return Assurance(text, "claim")


def section(title: str, statements: Iterable[Assurance]) -> str:
    """Return a section of Markdown."""
    return f"## {title}\n\n" + "\n".join(map(str, statements)) + "\n"
