"""A report as PDF: tagged, as PDF/UA-1 asks for it; and its charts as pictures, for formats that cannot draw.

A sign that no font of this computer has cannot stand in a PDF/UA-1: it is named in words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from importlib.util import find_spec
from typing import cast

import typst

from report.formats.blocks import Block, Chart, Document, Heading, Table, Text, rewritten
from report.formats.plain_words import beyond_latin, named
from report.formats.typst import pictures_source, strips_source, to_typst

_SHARP = 144
"""Points an inch of a picture: sharp on paper, and small."""

_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Packages that hold fonts and no code; a host may leave the second out."""

_UNDRAWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def to_pdf(document: Document) -> bytes:
    """Return the document as a PDF that says it conforms to PDF/UA-1; signs that no font has are named."""
    return _typeset(document)[0]


def pictures(charts: Sequence[Chart]) -> tuple[bytes, ...]:
    """Return each chart as a PNG, in order; signs that no font has are named."""
    if not charts:
        return ()
    change = partial(named, undrawn=undrawn("\n".join(f"{chart.name} {chart.shows}" for chart in charts)))
    drawn = cast("list[Chart]", [rewritten(chart, change) for chart in charts])
    return _pages(pictures_source(drawn))


def strip_pictures(blocks: Iterable[Block]) -> Mapping[str, bytes]:
    """Return each drawing in tables and beside headings as a PNG, by its SVG; signs that no font has are named."""
    svgs = dict.fromkeys(svg for block in blocks for svg in _drawings(block) if svg)
    if not svgs:
        return {}
    change = partial(named, undrawn=undrawn("\n".join(svgs)))
    return dict(zip(svgs, _pages(strips_source(map(change, svgs))), strict=True))


def _drawings(block: Block) -> tuple[str, ...]:
    match block:
        case Table(strips=strips, scale=scale):
            return (scale, *strips)
        case Heading(picture=svg):
            return (svg,)
        case _:
            return ()


def _pages(source: str) -> tuple[bytes, ...]:
    """Return each page of a source as a PNG."""
    # One page comes as bytes, several as a list of them; the library's types know of the first only.
    made = cast("bytes | list[bytes]", typst.compile(source.encode(), format="png", ppi=_SHARP, font_paths=_fonts()))
    return tuple(made) if isinstance(made, list) else (made,)


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of the packages and of this computer; they are looked for once."""
    found = [spec for name in _PACKAGES if (spec := find_spec(name))]
    return typst.Fonts(font_paths=[folder for spec in found for folder in spec.submodule_search_locations or ()])


def undrawn(words: str) -> frozenset[str]:
    """Return the signs of these words that no font of this computer has."""
    if not beyond_latin(words):
        return frozenset()
    return _typeset(Document("Signs", tuple(map(Text, words.splitlines()))))[1]


def _typeset(document: Document) -> tuple[bytes, frozenset[str]]:
    """Return a document as PDF, and the signs that are named in it.

    The typesetter names all signs that it cannot draw at once. Where it refuses a text and does not say which signs of
    it, or breaks off (typst 0.15 does, on a few rare lines of mixed scripts), all that is not Latin is named.
    """
    missing: frozenset[str] = frozenset()
    while True:
        source = to_typst(document.rewritten(partial(named, undrawn=missing))).encode()
        try:
            return typst.compile(source, format="pdf", pdf_standards="ua-1", font_paths=_fonts()), missing
        except BaseException as fault:
            more = (_signs(fault) or beyond_latin(source.decode())) - missing
            if not more:
                raise
        missing |= more


def _signs(fault: BaseException) -> frozenset[str]:
    """Return what cannot be drawn; a space or a plain letter is said only for its neighbours.

    Raises the fault itself where it is none of the typesetter's: it breaks off with one that is no Exception.
    """
    if not isinstance(fault, typst.TypstError) and type(fault).__name__ != "PanicException":
        raise fault
    told = _UNDRAWN.findall(getattr(fault, "diagnostic", ""))
    signs = "".join(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), found) for found in told)
    return beyond_latin(signs) or frozenset(sign for sign in signs if not sign.isascii())
