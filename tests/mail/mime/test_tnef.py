"""winmail.dat gives its words and the names of its files, in each of the three ways that Outlook wraps words."""

import base64
import struct

import pytest

from mail.mime.message import read
from mail.mime.rtf import text_of, unpack
from mail.mime.tnef import read_tnef
from mail.model.parsed_mail import Attachment
from mail.reader.parse import understand
from tests.growth import grows_in_line

STRING, UNICODE, BINARY, LONG = 0x1E, 0x1F, 0x102, 3


def attribute(kind: int, value: bytes, level: int = 1) -> bytes:
    return struct.pack("<BII", level, kind, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def winmail(*attributes: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)


def properties(*found: tuple[int, int, bytes]) -> bytes:
    return struct.pack("<I", len(found)) + b"".join(one_property(*one) for one in found)


def one_property(kind: int, number: int, value: bytes) -> bytes:
    if kind == LONG:
        return struct.pack("<HH", kind, number) + value
    name = b"\0" * 16 + struct.pack("<II", 1, 4) + b"n\0\0\0" if number >= 0x8000 else b""
    padding = b"\0" * (-len(value) % 4)
    return struct.pack("<HH", kind, number) + name + struct.pack("<II", 1, len(value)) + value + padding


def packed(rich: bytes) -> bytes:
    """Pack rich text with nothing but bytes as they are."""
    data = b"".join(b"\0" + rich[at : at + 8] for at in range(0, len(rich), 8))
    return struct.pack("<4I", len(data) + 12, len(rich), 0x75465A4C, 0) + data


def message(*found: tuple[int, int, bytes]) -> bytes:
    return winmail(attribute(0x00069003, properties(*found)))


RICH = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x}Th\'e9 \u8211\'96 good\par second \{line\}}"
WRAPPED = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Good & kind\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}}"


def test_words_as_text():
    assert (
        read_tnef(message((LONG, 0x0017, b"\1\0\0\0"), (UNICODE, 0x1000, "Da iawn – diolch".encode("utf-16-le")))).text
        == "Da iawn – diolch"
    )
    assert read_tnef(winmail(attribute(0x0002800C, b"It was good.\r\n\0"))).text == "It was good.\n"


def test_words_as_html_in_their_own_code_page():
    found = message(
        (BINARY, 0x8001, b"x"),
        (LONG, 0x3FDE, struct.pack("<I", 28592)),
        (BINARY, 0x1013, "<p>Żółw</p>".encode("iso-8859-2")),
    )
    in_utf8 = message((LONG, 0x3FDE, struct.pack("<I", 65001)), (BINARY, 0x1013, "<p>Żółw</p>".encode()))

    assert read_tnef(found).html == "<p>Żółw</p>"
    assert read_tnef(in_utf8).html == "<p>Żółw</p>"


def test_words_as_rich_text():
    assert read_tnef(message((BINARY, 0x1009, packed(RICH)))).text == "Thé – good\nsecond {line}"
    assert read_tnef(message((BINARY, 0x1009, packed(WRAPPED)))).html == "<p>Good &amp; kind</p>"


def test_packed_rich_text_refers_back_to_itself():
    data = b"\2a" + struct.pack(">H", 207 << 4 | 3)
    head = struct.pack("<4I", len(data) + 12, 6, 0x75465A4C, 0)

    assert unpack(head + data) == b"aaaaaa"
    assert unpack(struct.pack("<4I", 15, 3, 0x414C454D, 0) + b"abc") == b"abc"


def test_letters_beyond_one_unit_are_whole():
    assert text_of(rb"{\rtf1 \uc0\u-10179 \u-8694 !}") == "😊!"


def test_files_have_their_names():
    title = attribute(0x00018010, b"SHORT~1.TXT\0", 2)
    long_name = attribute(0x00069005, properties((UNICODE, 0x3707, "a long name.txt".encode("utf-16-le"))), 2)
    found = winmail(attribute(0x00069002, b"x", 2), title, attribute(0x0006800F, b"12345", 2), long_name)

    assert read_tnef(found).files == (("a long name.txt", 5),)


def mail(data: bytes, text: str = "") -> bytes:
    return (
        b"From: ada@example.org\nSubject: Re: How was it?\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n\n"
        + f"--cut\nContent-Type: text/plain\n\n{text}\n".encode()
        + b'--cut\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n'
        + base64.encodebytes(data)
        + b"\n--cut--\n"
    )


def test_a_mail_without_other_words_is_heard_from_its_winmail():
    data = winmail(
        attribute(0x0002800C, b"It was good.\0"), attribute(0x00069002, b"", 2), attribute(0x00018010, b"cat.png\0", 2)
    )

    bare, worded = read(mail(data)), read(mail(data, "My own words."))

    assert (bare.text, bare.attachments) == ("It was good.", (Attachment("cat.png", "", 0),))
    assert (worded.text or "").strip() == "My own words."
    assert understand(mail(data)).reply == "It was good."


@pytest.mark.parametrize("cut", range(0, 120, 7))
def test_a_broken_winmail_gives_what_it_can(cut: int):
    data = message((UNICODE, 0x1000, "Good".encode("utf-16-le")), (BINARY, 0x1009, packed(RICH)))

    assert read_tnef(data[: len(data) - cut]).text in {"", "Good"}


@pytest.mark.slow
@pytest.mark.parametrize("piece", [b"{", rb"\u1 ", rb"\'e9", b"a"])
def test_a_hurtful_winmail_of_eight_times_the_size_takes_about_eight_times_as_long(piece: bytes):
    small, large = (message((BINARY, 0x1009, packed(piece * (size // len(piece))))) for size in (50_000, 400_000))

    assert grows_in_line(lambda: read_tnef(small), lambda: read_tnef(large), times=8)
