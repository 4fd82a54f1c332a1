"""A coded project as qualitative-analysis programs exchange it (REFI-QDA), as values.

Every thing is named by a GUID. Ours are made of our own ids, so that a later export updates a project instead of
doubling it; a thing that came from another program keeps the GUID that it came with.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

_OURS = UUID("6ed2c6c0-6b3f-5b0e-9d3c-1f1a54cb8b11")
"""The name space of our GUIDs."""

ThingKind = Literal["theme", "text", "coding", "selection", "coder", "variable"]


def guid_of(kind: ThingKind, name: str) -> str:
    """Return the GUID of one of our things. An id that is a GUID itself (32 hex digits) stays one."""
    if len(name) == 32 and set(name) <= set("0123456789abcdef"):
        return str(UUID(name))
    return str(uuid5(_OURS, f"{kind}/{name}"))


def id_of(guid: str) -> str:
    """Return a GUID as an id of ours: 32 hex digits."""
    return UUID(guid).hex


@dataclass(frozen=True)
class QdpxCode:
    """A theme. `parent` is the GUID of the one that it is part of, or empty."""

    guid: str
    name: str
    memo: str = ""
    parent: str = ""


@dataclass(frozen=True)
class QdpxCoder:
    """Somebody who coded."""

    guid: str
    name: str


@dataclass(frozen=True)
class QdpxSpan:
    """Part of a text under a code, by code points, the end excluded."""

    guid: str
    code: str
    start: int
    stop: int
    coder: str = ""
    at: datetime | None = None
    memo: str = ""


@dataclass(frozen=True)
class QdpxSource:
    """One text with its codings. `values` are (name of a variable, value as text)."""

    guid: str
    name: str
    words: str
    spans: tuple[QdpxSpan, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class QdpxProject:
    """A whole project. `left_out` says, for people, what its file holds and this shape does not."""

    name: str
    codes: tuple[QdpxCode, ...] = ()
    coders: tuple[QdpxCoder, ...] = ()
    sources: tuple[QdpxSource, ...] = ()
    made_at: datetime | None = None
    left_out: tuple[str, ...] = ()
