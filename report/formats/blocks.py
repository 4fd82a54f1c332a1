"""A report as a row of plain blocks, which every format draws in its own way, so that all of them hold the same numbers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 or 3 (the title of the document is level 1)."""

    level: int
    words: str


@dataclass(frozen=True)
class Text:
    """One paragraph."""

    words: str


@dataclass(frozen=True)
class Points:
    """A list of short lines."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption and one row of column heads; the first cell of each row is the head of that row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A drawing as whole SVG, with its name and what it shows in words. The table with the same numbers comes after it.

    `narrow` is the same, drawn for a phone.
    """

    svg: str
    name: str
    shows: str
    narrow: str


@dataclass(frozen=True)
class Quoted:
    """Somebody's words, and who said them as far as that may be told."""

    words: str
    who: str = ""


Block = Heading | Text | Points | Table | Chart | Quoted


@dataclass(frozen=True)
class Document:
    """A whole report. `language` is a BCP 47 tag; `is_easy` asks for large print."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    is_easy: bool = False
