"""The parts of a mail: where they begin and end, how their bytes are unpacked, and the limits on both."""

import base64
import binascii

import pytest

from mail.mime.charset import decode
from mail.mime.headers import MOST_HEADERS, addresses, message_ids, split_head
from mail.mime.message import read
from mail.mime.parts import MOST_DEPTH, MOST_PARTS
from mail.model.expected_answers import SentLetter, dump_sent
from mail.reader.worker import _worked

HEAD = "From: ada@example.org\nMIME-Version: 1.0\n"


def mixed(*pieces: str, mark: str = "cut") -> str:
    inner = "".join(f"--{mark}\n{piece}\n" for piece in pieces)
    return f'Content-Type: multipart/mixed; boundary="{mark}"\n\n{inner}--{mark}--\n'


def test_uuencoded_words_are_read():
    body = "begin 644 words\n" + binascii.b2a_uu(b"It was good.").decode() + "no line of it\n`\nend\n"

    got = read(f"{HEAD}Content-Transfer-Encoding: x-uuencode\n\n{body}".encode())

    assert (got.text or "").startswith("It was good.")


def test_parts_in_parts_are_read_down_to_a_depth():
    def nested(depth: int) -> bytes:
        inner = "\nDeep words."
        for level in range(depth):
            inner = mixed(inner, mark=f"m{level}")
        return (HEAD + inner).encode()

    assert (read(nested(MOST_DEPTH)).text or "").strip() == "Deep words."
    assert "too-deep" in read(nested(MOST_DEPTH + 1)).problems


def test_more_parts_than_a_person_sends_are_left_out_and_told():
    got = read((HEAD + mixed(*[f"\nWord {number}." for number in range(MOST_PARTS + 50)])).encode())

    assert "Word 0." in (got.text or "")
    assert f"Word {MOST_PARTS + 1}." not in (got.text or "")
    assert got.problems == ("too-many-parts",)


def test_a_boundary_that_begins_like_another_ends_nothing():
    inner = mixed("\nInner.", mark="cut-2")

    assert (read((HEAD + mixed(inner, "\nOuter.")).encode()).text or "").split() == ["Inner.", "Outer."]


def test_a_mail_inside_base64_is_opened_for_its_id():
    inner = base64.encodebytes(b"Message-ID: <old@example.org>\n\nOld.").decode()
    part = f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{inner}"

    assert "old@example.org" in read((HEAD + mixed("\nMine.", part)).encode()).enclosed[0]


def test_more_headers_than_a_mail_has_are_left_out():
    headers, body = split_head(b"X: y\n" * (MOST_HEADERS + 10) + b"\nWords.")
    huge, _ = split_head(b"A: 1\nX: " + b"y" * 400_000 + b"\n\nWords.")

    assert (len(headers["x"]), body) == (MOST_HEADERS, b"Words.")
    assert huge["a"] == ("1",)


def test_of_very_many_references_the_first_and_the_last_are_kept():
    found = message_ids(" ".join(f"<{number}@b>" for number in range(300)))

    assert (found[0], found[-1], len(found)) == ("0@b", "299@b", 100)
    assert message_ids("bare@example.org") == ("bare@example.org",)


def test_names_with_commas_stay_names():
    found = addresses('"Example, Ada" <ada@example.org>, bea@example.org, =?utf-8?b?w4lsb2RpZQ==?= <e@example.org>')

    assert [(one.name, one.address) for one in found] == [
        ("Example, Ada", "ada@example.org"),
        ("", "bea@example.org"),
        ("Élodie", "e@example.org"),
    ]


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        (b"plain", "utf-16", "plain"),
        ("naïve".encode("utf-16"), "", "naïve"),
        (b"\xef\xbb\xbfnaive\x0b\x0cnew", "", "naive\nnew"),
        (b"\x81\x8d", "", "\x81\x8d"),
        (b"\x80uro", "iso-8859-1", "€uro"),
    ],
)
def test_the_bytes_tell_their_letters_where_the_label_does_not(data: bytes, label: str, text: str):
    assert decode(data, label)[0] == text


def test_the_child_answers_with_a_code_and_no_words():
    state, answer = _worked(b"u", b"", b"Hello there.")
    heard, _ = _worked(b"h", dump_sent(SentLetter("1. How was it?")).encode(), b"Good.")
    fault = _worked(b"h", b"no letter", b"orchid")

    assert (state, b"Hello there." in answer, heard) == (b"+", True, b"+")
    assert fault == (b"x", b"")
