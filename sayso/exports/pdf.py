"""A report as PDF: tagged, as PDF/UA-1 asks for it; and its charts as pictures, for formats that cannot draw."""

from collections.abc import Sequence
from typing import cast

import typst

from report.formats.blocks import Chart, Document
from report.formats.typst import pictures_source, to_typst

_SHARP = 144
"""Points an inch of a picture: sharp on paper, and small."""


def to_pdf(document: Document) -> bytes:
    """Return the document as a PDF that says it conforms to PDF/UA-1; the typesetter refuses one that does not."""
    return typst.compile(to_typst(document).encode(), format="pdf", pdf_standards="ua-1")


def pictures(charts: Sequence[Chart]) -> tuple[bytes, ...]:
    """Return each chart as a PNG, in order."""
    if not charts:
        return ()
    # One page comes as bytes, several as a list of them; the library's types know of the first only.
    made = cast("bytes | list[bytes]", typst.compile(pictures_source(charts).encode(), format="png", ppi=_SHARP))
    return tuple(made) if isinstance(made, list) else (made,)
