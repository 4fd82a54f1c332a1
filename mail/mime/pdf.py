"""The words of a PDF file, as far as it holds words and no picture of them.

pypdf reads it in the process that reads mails, whose memory and time are bounded from outside. Nothing in the file is run:
no script, no form, no file inside it.
"""

import logging
from io import BytesIO
from typing import Final

MARK: Final = b"%PDF-"
_HEAD: Final = 1_024
"""Bytes among which the mark may stand (ISO 32000-1, annex H.3.4.1)."""
_MOST_PAGES: Final = 30
"""Pages that are read. A guess: whoever sends more sends a document, not an answer."""
_LONGEST: Final = 50_000
"""Characters after which no further page is read."""


def is_pdf(data: bytes) -> bool:
    """Tell whether a file is a PDF by its first bytes."""
    return MARK in data[:_HEAD]


def text_of(data: bytes) -> str:
    """Return the words of a PDF page by page; "" where it is locked, damaged or holds none. Never raises."""
    from pypdf import PdfReader  # noqa: PLC0415 - takes longer to import than a mail takes to read

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it would tell words of the file
    pages: list[str] = []
    try:
        for page in PdfReader(BytesIO(data)).pages[:_MOST_PAGES]:
            pages.append(page.extract_text().strip())
            if sum(map(len, pages)) > _LONGEST:
                break
    except MemoryError:
        raise  # the process has to end: what is left of it is not to be trusted
    except Exception:  # noqa: BLE001 - whatever its reader raises on a file means that the rest cannot be read
        return _joined(pages)
    return _joined(pages)


def _joined(pages: list[str]) -> str:
    return "\n\n".join(filter(None, pages))
