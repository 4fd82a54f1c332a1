"""Forms with a file in them: read as browsers send them, and refused where no browser would."""

import httpx
import pytest
from starlette.exceptions import HTTPException

from review.http.multipart import as_bytes, read_parts

FILE = b"email,name\r\nada@example.org,\xc3\x84da\r\n\xff\xfe\x00--x\r\n\r\n"


def sent(**parts: tuple[str, bytes] | str) -> tuple[bytes, str]:
    """What a client sends for a form."""
    files = {name: value for name, value in parts.items() if isinstance(value, tuple)}
    texts = {name: value for name, value in parts.items() if isinstance(value, str)}
    request = httpx.Request("POST", "http://127.0.0.1/", data=texts, files=files)
    return request.read(), request.headers["content-type"]


def test_fields_and_a_file_come_as_they_were_sent_byte_for_byte():
    fields = read_parts(*sent(csrf="abc", list="", file=("people.csv", FILE)))

    assert (fields.one("csrf"), fields.text("list")) == ("abc", "")
    assert as_bytes(fields.text("file")) == FILE


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "multipart/form-data; boundary=x"),
        (b"--x\r\n\r\na", "multipart/form-data; boundary=x"),
        (b"--x\r\n\r\na\r\n--x--\r\n", "multipart/form-data"),
        (b"--x\r\n\r\na\r\n--x--\r\n", "multipart/form-data; boundary=" + "x" * 71),
        (b"--x\r\n\r\na\r\n" * 1000 + b"--x--\r\n", "multipart/form-data; boundary=x"),
    ],
)
def test_what_no_browser_sends_is_refused(body, kind):
    with pytest.raises(HTTPException) as refused:
        read_parts(body, kind)

    assert refused.value.status_code == 400


def test_a_part_without_a_name_of_ours_is_left_out():
    body = b'--x\r\nContent-Disposition: form-data; name="a b"\r\n\r\n1\r\n--x\r\nX: y\r\n\r\n2\r\n--x--\r\n'

    assert read_parts(body, "multipart/form-data; boundary=x").all == {}
