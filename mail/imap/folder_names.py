"""Names of folders as IMAP writes them: modified UTF-7 (RFC 3501 section 5.1.3) inside quotation marks."""

import binascii
import re

_SHIFTED = re.compile(r"&([A-Za-z0-9+,]*)-")
_NEEDS_SHIFT = re.compile(r"[^\x20-\x7e]+|&")
_FORBIDDEN = re.compile(r"[\x00\r\n]")


def quoted(text: str) -> str:
    r"""Return an argument in quotation marks. Raises ValueError for NUL, CR and LF, which no quotation can hold."""
    if _FORBIDDEN.search(text):
        raise ValueError("A name or password for IMAP cannot hold a line end or NUL.")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unquoted(text: str) -> str:
    """Return what stands between quotation marks; an argument without them as it is."""
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return text


def encoded(name: str) -> str:
    """Return a folder name in the ASCII that goes over the wire."""
    return _NEEDS_SHIFT.sub(_shift, name)


def decoded(name: str) -> str:
    """Return a folder name as people read it. What is not valid modified UTF-7 stays as it came."""
    return _SHIFTED.sub(_unshift, name)


def _shift(found: re.Match[str]) -> str:
    text = found[0]
    if text == "&":
        return "&-"
    in_base64 = binascii.b2a_base64(text.encode("utf-16-be", "surrogatepass"), newline=False).decode()
    return f"&{in_base64.rstrip('=').replace('/', ',')}-"


def _unshift(found: re.Match[str]) -> str:
    in_base64 = found[1].replace(",", "/")
    if not in_base64:
        return "&"
    try:
        return binascii.a2b_base64(in_base64 + "=" * (-len(in_base64) % 4)).decode("utf-16-be")
    except ValueError:
        return found[0]
