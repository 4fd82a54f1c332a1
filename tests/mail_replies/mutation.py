"""Spoils good mails as lines, disks and bad programs do, from a seed."""

from collections.abc import Callable
from random import Random  # noqa: TID251 - every mutation is made from a seed that is handed in

CHARSETS = (b"utf-8", b"us-ascii", b"iso-8859-8-i", b"gb2312", b"utf-7", b"utf-16", b"unknown-8bit", b"x-none", b"\xff")
ENCODINGS = (b"base64", b"quoted-printable", b"8bit", b"x-uuencode", b"binary", b"none", b"7bit")
TYPES = (
    b"multipart/alternative",
    b"multipart/report; report-type=delivery-status",
    b"message/rfc822",
    b"message/delivery-status",
    b"text/calendar; method=REPLY",
    b"application/ms-tnef",
    b"multipart/signed",
    b"text/html",
    b"text",
    b"/",
)


def mutated(raw: bytes, rng: Random) -> bytes:
    """Return a mail with one to six things spoilt."""
    for _ in range(rng.randint(1, 6)):
        raw = rng.choice(WAYS)(raw, rng) or b"\n"
    return raw


def _flipped(raw: bytes, rng: Random) -> bytes:
    spoilt = bytearray(raw)
    for _ in range(rng.randint(1, 20)):
        spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def _cut(raw: bytes, rng: Random) -> bytes:
    return raw[: rng.randrange(len(raw) + 1)]


def _without(raw: bytes, rng: Random) -> bytes:
    begin, end = _range(raw, rng)
    return raw[:begin] + raw[end:]


def _twice(raw: bytes, rng: Random) -> bytes:
    begin, end = _range(raw, rng)
    return raw[:end] + raw[begin:end] * rng.randint(1, 3) + raw[end:]


def _moved(raw: bytes, rng: Random) -> bytes:
    begin, end = _range(raw, rng)
    rest = raw[:begin] + raw[end:]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + raw[begin:end] + rest[at:]


def _noise(raw: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + rng.randbytes(rng.randint(1, 300)) + raw[at:]


def _line_ends(raw: bytes, rng: Random) -> bytes:
    return raw.replace(b"\r\n", rng.choice((b"\n", b"\r", b"\n\r", b"\r\r\n")))


def _shuffled(raw: bytes, rng: Random) -> bytes:
    lines = raw.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def _header(raw: bytes, rng: Random) -> bytes:
    name = rng.choice((b"From", b"To", b"Subject", b"Date", b"Message-ID", b"Content-Type", b"References", b"X-A"))
    value = rng.choice((b"", b"<>", b"@", b'"', b"=?utf-8?b?/////?=", b"=?x?q?=ff?=", b"\xff\xfe", b"a\0b", b"(" * 50))
    return name + b": " + value + b"\r\n" + raw


def _label(raw: bytes, rng: Random) -> bytes:
    old, new = rng.choice(((b"utf-8", CHARSETS), (b"base64", ENCODINGS), (b"quoted-printable", ENCODINGS)))
    return raw.replace(old, rng.choice(new))


def _type(raw: bytes, rng: Random) -> bytes:
    old = rng.choice((b"text/plain", b"text/html", b"multipart/alternative"))
    return raw.replace(old, rng.choice(TYPES), 1)


def _boundary(raw: bytes, rng: Random) -> bytes:
    return raw.replace(b"=_part_", rng.choice((b"", b"=_p", b'"', b"\xff", b" ")), rng.randint(1, 3))


def _range(raw: bytes, rng: Random) -> tuple[int, int]:
    begin = rng.randrange(len(raw) + 1)
    return begin, min(len(raw), begin + rng.choice((1, 3, 40, 700)))


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flipped,
    _cut,
    _without,
    _twice,
    _moved,
    _noise,
    _line_ends,
    _shuffled,
    _header,
    _label,
    _type,
    _boundary,
)
