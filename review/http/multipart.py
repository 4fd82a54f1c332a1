"""Forms that bring a file, as browsers send them (multipart/form-data, RFC 7578): parts in a row, never nested."""

import re

from starlette.exceptions import HTTPException

from review.http.request import FormFields

_BOUNDARY = re.compile(r'boundary="?([0-9A-Za-z\'()+_,./:=? -]{1,70})"?$')
_NAME = re.compile(rb'\bname="([A-Za-z0-9_]{1,60})"')
_MOST_PARTS = 80
"""A form with a list has a field for each of its columns, of which there are 60 at most, and fewer than ten others."""


def read_parts(body: bytes, content_type: str) -> FormFields:
    """Return the fields of a form; a file is a field like the others.

    Bytes that are no UTF-8 stay in a text as lone surrogates, so that `as_bytes` gives the file back as it was. Raises:
    HTTPException (400), for what no browser sends.
    """
    boundary = _BOUNDARY.search(content_type)
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode()) if boundary else []
    if not 2 < len(parts) <= _MOST_PARTS or not parts[-1].startswith(b"--"):
        raise HTTPException(400)
    found: dict[str, tuple[str, ...]] = {}
    for part in parts[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        if name:
            key = name[1].decode()
            found[key] = (*found.get(key, ()), content.decode("utf-8", "surrogateescape"))
    return FormFields(found)


def as_bytes(text: str) -> bytes:
    """Return a file as it was before `read_parts` made a text of it."""
    return text.encode("utf-8", "surrogateescape")
