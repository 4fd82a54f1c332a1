"""Forms that bring a file, as browsers send them (multipart/form-data, RFC 7578)."""

from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP

from starlette.exceptions import HTTPException

from review.visit import Fields


def read_parts(body: bytes, content_type: str) -> Fields:
    """Return the fields of a form; a file is a field like the others.

    Bytes that are no UTF-8 stay in a text as lone surrogates, so that `as_bytes` gives the file back as it was. Raises:
    HTTPException (400), for what no browser sends.
    """
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(EmailMessage, policy=HTTP).parsebytes(head + body)
    if not message.is_multipart():
        raise HTTPException(400)
    found: dict[str, tuple[str, ...]] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            found[name] = (*found.get(name, ()), content.decode("utf-8", "surrogateescape"))
    return Fields(found)


def as_bytes(text: str) -> bytes:
    """Return a file as it was before `read_parts` made a text of it."""
    return text.encode("utf-8", "surrogateescape")
