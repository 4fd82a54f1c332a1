"""A stored mail is read into its parts, whatever programs have done to it."""

import base64
from datetime import UTC, datetime
from random import Random  # noqa: TID251 - hypothesis seeds it

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.mime.message import read
from mail.model.parsed_mail import Attachment
from tests.growth import grows_in_line

HEAD = (
    "From: Ada Example <ada@example.org>\nTo: feedback@example.test\nSubject: Re: Hello\nMessage-ID: <1@example.org>\n"
)


def mail(body: str | bytes, *headers: str) -> bytes:
    top = HEAD + "".join(f"{header}\n" for header in headers) + "\n"
    return top.encode() + (body.encode() if isinstance(body, str) else body)


def parts(*pieces: str, kind: str = "mixed") -> bytes:
    inner = "".join(f"--cut\n{piece}\n" for piece in pieces)
    return mail(f"{inner}--cut--\n", "MIME-Version: 1.0", f'Content-Type: multipart/{kind}; boundary="cut"')


TEXT = "Content-Type: text/plain; charset=utf-8\n\n"
HTML = "Content-Type: text/html; charset=utf-8\n\n"


def test_a_plain_mail_has_its_words_and_who_wrote_them():
    got = read(
        mail(
            "It went well.\n", "Date: Sun, 22 Nov 2026 10:00:00 +0100", "In-Reply-To: <a@b>", "References: <c@d> <a@b>"
        )
    )

    assert (got.sender, got.sender_name, got.subject) == ("ada@example.org", "Ada Example", "Re: Hello")
    assert (got.message_id, got.references) == ("1@example.org", ("a@b", "c@d"))
    assert got.sent_at == datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert (got.text, got.html, got.problems) == ("It went well.", None, ())


@pytest.mark.parametrize(
    ("headers", "sender"),
    [
        ("From: Ada\nReply-To: ada@example.org", "ada@example.org"),
        ("From: =?x?=\nReturn-Path: <bea@example.org>", "bea@example.org"),
        ("From: \nSender: cal@example.org", "cal@example.org"),
        ('From: "bea@example.org" <ada@example.org>', "ada@example.org"),
        ("From: =?utf-8?q?Ada_=3Cada@example.org=3E?=", "ada@example.org"),
        ("X-Nothing: 1", ""),
    ],
)
def test_the_sender_is_the_first_that_has_an_address(headers: str, sender: str):
    assert read(f"Message-ID: <1@b>\n{headers}\n\nHello".encode()).sender == sender


def test_recipients_that_a_server_wrote_come_before_those_that_the_sender_wrote():
    got = read(mail("x", "Cc: c@example.org", "Delivered-To: d@example.test", "X-Original-To: o@example.test"))

    assert got.recipients == ("d@example.test", "o@example.test", "feedback@example.test", "c@example.org")


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Caffi da – da iawn".encode("cp1252"), "iso-8859-1", "Caffi da – da iawn"),
        ("Żółw".encode(), "iso-8859-1", "Żółw"),
        ("Żółw".encode("iso-8859-2"), "iso-8859-2", "Żółw"),
        ("Żółw".encode(), "", "Żółw"),
        (b"na\xefve", "", "naïve"),
        (b"na\xefve", "utf-8", "naïve"),
        ("很好".encode("gb18030"), "gb2312", "很好"),
        ("좋아요".encode("cp949"), "ks_c_5601-1987", "좋아요"),
        ("よい".encode("iso-2022-jp"), "iso-2022-jp", "よい"),
        ("Добре".encode("koi8-u"), "koi8-u", "Добре"),
        (b"fine", "x-made-up", "fine"),
        (b"+ADw-b+AD4-", "utf-7", "+ADw-b+AD4-"),
        (b"fine", "rot13", "fine"),
    ],
)
def test_words_survive_the_label_of_their_letters(body: bytes, charset: str, text: str):
    label = f"Content-Type: text/plain; charset={charset}" if charset else "Content-Type: text/plain"

    assert read(mail(body, label, "Content-Transfer-Encoding: 8bit")).text == text


def test_a_label_that_lies_is_told():
    lying = read(mail(b"na\xefve", "Content-Type: text/plain; charset=utf-8"))
    honest = read(mail("naïve", "Content-Type: text/plain; charset=utf-8"))

    assert (lying.problems, honest.problems) == (("charset",), ())


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        ("base64", base64.b64encode(b"All is well").decode(), "All is well"),
        ("base64", base64.b64encode(b"All is fine").decode()[:-2], "All is fin"),
        ("base64", "QWxs*IGlz\nIHdlbGw=\n\n-- \nA list adds this line", "All is well\n-- \nA list adds this line"),
        ("base64", "This was never base64, was it?", "This was never base64, was it?"),
        ("base64", "QWxsIA==\naXM=", "All is"),
        ("quoted-printable", "All =\nis=20w=65ll =ZZ= \n.", "All is well =ZZ."),
        ("x-unknown", "All is well", "All is well"),
        ("", "One=20long =\nline =E2=82=AC =\nhere", "One long line € here"),
    ],
)
def test_damaged_transfer_encodings_keep_their_words(encoding: str, body: str, text: str):
    header = [f"Content-Transfer-Encoding: {encoding}"] if encoding else []

    assert read(mail(body, "Content-Type: text/plain; charset=utf-8", *header)).text == text


def test_soft_line_ends_are_joined_and_quotes_stay_quotes():
    flowed = "One long \nline.\n> quoted \n> too\n>> deeper\nAnswer \n-- \nAda\n"

    got = read(mail(flowed, "Content-Type: text/plain; format=flowed"))
    deleted = read(mail("won \nderful", "Content-Type: text/plain; format=flowed; DelSp=yes"))

    assert got.text == "One long line.\n> quoted too\n>> deeper\nAnswer \n-- \nAda"
    assert deleted.text == "wonderful"


def test_text_and_html_of_one_letter_are_the_same_words_twice():
    got = read(parts(TEXT + "Good.", HTML + "<p>Good.</p>", kind="alternative"))

    assert (got.text, got.html) == ("Good.", "<p>Good.</p>")


def test_a_text_part_that_only_asks_for_another_program_is_no_text():
    got = read(parts(TEXT + "Please use an HTML mail program.", HTML + "<p>Good.</p>", kind="alternative"))

    assert (got.text, got.html) == (None, "<p>Good.</p>")


def test_several_parts_are_joined_in_their_order_and_files_are_named():
    picture = "Content-Type: image/png; name=cat.png\nContent-Transfer-Encoding: base64\n\n" + "QUJD" * 10

    got = read(parts(TEXT + "Before.", picture, TEXT + "After."))
    mixed = read(parts(TEXT + "Before <b>.", HTML + "<p>After.</p>"))

    assert (got.text, got.attachments) == ("Before.\nAfter.", (Attachment("cat.png", "image/png", 30),))
    assert (mixed.text, mixed.html) == (None, "<div>Before &lt;b&gt;.</div>\n<p>After.</p>")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("filename*=utf-8''%c3%a9t%c3%a9.txt", "été.txt"),
        ("filename*0=a; filename*1=b.txt", "ab.txt"),
        ('filename="../../etc/x.txt"', "x.txt"),
        ('filename="=?utf-8?b?w6kudHh0?="', "é.txt"),
    ],
)
def test_names_of_files_are_read_in_every_way_of_writing_them(header: str, name: str):
    file = f"Content-Type: text/plain\nContent-Disposition: attachment; {header}\n\nwords in a file"

    got = read(parts(TEXT + "See the file.", file))

    assert (got.text, [one.name for one in got.attachments]) == ("See the file.", [name])


@pytest.mark.parametrize(
    "raw",
    [
        mail("My words.", "Content-Type: text/plain; name=body.txt"),
        mail("My words.", "Content-Type: text/plain", "Content-Disposition: attachment"),
        mail("My words.", "Content-Type: application/octet-stream"),
        parts("\n \n", "Content-Type: text/plain; name=answers.txt\n\nMy words."),
        mail("My words.", "Content-Type: text/html"),
    ],
)
def test_words_that_came_as_a_file_are_heard_where_there_are_no_others(raw: bytes):
    assert (read(raw).text or "").strip() == "My words."


def test_a_page_that_calls_itself_plain_text_is_a_page():
    got = read(mail("<html><p>Hi</p></html>", "Content-Type: text/plain"))

    assert (got.text, got.html) == (None, "<html><p>Hi</p></html>")


def test_a_mail_passed_on_as_a_file_stays_apart_from_the_words():
    inner = "Content-Type: message/rfc822\n\nSubject: The old one\nMessage-ID: <old@example.org>\n\nOther words."

    got = read(parts(TEXT + "My words.", inner))

    assert got.text == "My words."
    assert [one.name for one in got.attachments] == ["The old one"]
    assert "old@example.org" in got.enclosed[0]


def test_signed_words_are_read_and_sealed_ones_are_told():
    signed = read(parts(TEXT + "Signed.", "Content-Type: application/pgp-signature\n\nxx", kind="signed"))
    inline = read(
        mail("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n- -- Yes.\n-----BEGIN PGP SIGNATURE-----\n\nxx\n")
    )
    sealed = read(parts("Content-Type: application/pgp-encrypted\n\nVersion: 1", kind="encrypted"))
    armour = read(mail("-----BEGIN PGP MESSAGE-----\n\nabc\n"))

    assert (signed.text, signed.is_signed, signed.attachments) == ("Signed.", True, ())
    assert ((inline.text or "").strip(), inline.is_signed) == ("-- Yes.", True)
    assert (sealed.is_encrypted, armour.is_encrypted) == (True, True)
    assert "encrypted" in sealed.problems


def test_the_words_inside_an_opaque_signature_are_read():
    inner = b"Content-Type: text/plain\r\n\r\nInside."
    data = bytes.fromhex("06092a864886f70d010701") + b"\xa0\x80\x24\x80\x04" + bytes([len(inner)]) + inner + b"\0\0\0\0"
    sealed = bytes.fromhex("308006092a864886f70d010702a0803080020101310030 80".replace(" ", "")) + data
    header = ("Content-Type: application/pkcs7-mime; smime-type=signed-data", "Content-Transfer-Encoding: base64")

    got = read(mail(base64.b64encode(sealed), *header))
    closed = read(mail(base64.b64encode(b"0\x80\x06\x09*\x86H\x86\xf7\r\x01\x07\x03"), *header))

    assert (got.text, got.is_signed, got.is_encrypted) == ("Inside.", True, False)
    assert closed.is_encrypted


def test_an_answer_in_a_calendar_is_read_with_what_was_typed():
    event = (
        'BEGIN:VCALENDAR\nPRODID:-//Example//EN\nMETHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=DECLINED;CN="A: B":mailto:ada@\n'
        " example.org\nCOMMENT;LANGUAGE=en:Too far\\, and\\nno tra\n in.\nEND:VEVENT\nEND:VCALENDAR\n"
    )

    got = read(parts("Content-Type: text/calendar; method=REPLY\n\n" + event, kind="alternative")).calendar

    assert got is not None
    assert (got.method, got.answer, got.comment) == ("REPLY", "declined", "Too far, and\nno train.")


def test_a_file_typed_into_the_text_is_a_file():
    body = "Look:\nbegin 644 cat.txt\n#0V%T\n`\nend\nThat is it. We begin 644 times.\n"

    got = read(mail(body))

    assert got.text == "Look:\nThat is it. We begin 644 times."
    assert got.attachments == (Attachment("cat.txt", "application/octet-stream", 3),)


def test_enriched_text_gives_its_words():
    got = read(mail("<bold>Good</bold><param>red</param>\nday\n\nBye <<3", "Content-Type: text/enriched"))

    assert got.text == "Good day\nBye <3"


@pytest.mark.parametrize(
    "raw",
    [
        "Hello there.\n\n> quoted",
        "From: Ada\nSent: Monday\nTo: Bea\nSubject: Hi\n\nThe mail that was quoted.",
        "Note: this is a text.\n\nNot a mail.",
    ],
)
def test_a_file_that_is_no_mail_is_a_message_with_only_words(raw: str):
    got = read(raw.encode())

    assert (got.text, got.sender, got.html) == (raw, "", None)


@pytest.mark.parametrize(
    "raw", ["<html><body>Hi</body></html>", "Hi<div>there</div>", "\n <!DOCTYPE html>\n<p>Hi", "Hi<br>you"]
)
def test_bare_html_is_known_by_its_tags(raw: str):
    got = read(raw.encode())

    assert (got.text, got.html) == (None, raw.lstrip("\n"))


def test_one_odd_byte_does_not_make_a_text_unreadable():
    assert read(b"They were kind to me, and \0I felt heard.").text == "They were kind to me, and I felt heard."


def test_a_text_saved_as_utf_16_is_read():
    assert read("Hello – you".encode("utf-16")).text == "Hello – you"


@pytest.mark.parametrize(
    "raw",
    [
        parts(TEXT + "Kept.").replace(b"--cut--\n", b""),
        parts(TEXT + "Kept.").replace(b'boundary="cut"', b"charset=utf-8").replace(b"utf-8\n\nKept", b"utf-8\n\nKept"),
        parts(TEXT + "Kept.").replace(b"boundary=", b"edge="),
        parts(TEXT + "Kept.").replace(b"--cut\nContent", b"\n--cut  \nContent"),
        mail("Kept.", "Content-Type: multipart/mixed; boundary=cut"),
        mail("Kept.", "Content-Type: nonsense"),
        mail("Kept.", "Content-Type: text"),
        b"From ada@example.org Sun Nov 22 10:00:00 2026\n" + mail("Kept."),
        mail("Kept.").replace(b"\n", b"\r\n"),
        mail("Kept.").replace(b"\n", b"\r"),
    ],
)
def test_a_mail_with_broken_parts_keeps_its_words(raw: bytes):
    assert (read(raw).text or "").strip() == "Kept."


def test_no_words_at_all_is_told():
    assert "no-words" in read(mail("")).problems
    assert "no-words" in read(b"").problems


@pytest.mark.parametrize("head", ["", HEAD + "\n"])
def test_more_than_fifty_thousand_lines_are_cut_and_told(head: str):
    got = read(f"{head}{'a' + chr(10) * 60_000}b".encode())

    assert (got.text or "").count("\n") == 50_000
    assert got.problems == ("too-long",)


def test_more_than_a_megabyte_of_words_is_cut_between_two_of_them():
    got = read(mail("word " * 250_000))

    assert (got.text or "").endswith("word")
    assert len(got.text or "") <= 1_000_000
    assert got.problems == ("too-long",)


HURTFUL = {
    "many parts": lambda n: mail("--a\n\nx\n" * (n // 7), "Content-Type: multipart/mixed; boundary=a"),
    "lines like boundaries": lambda n: mail("--ab\n" * (n // 5), "Content-Type: multipart/mixed; boundary=a"),
    "deep": lambda n: mail(
        "Content-Type: multipart/mixed; boundary=a\n\n--a\n" * (n // 47), "Content-Type: multipart/mixed; boundary=a"
    ),
    "recipients": lambda n: mail("x", "To: " + ", ".join(["a@b.example"] * (n // 13))),
    "headers": lambda n: mail("x", *["X: y"] * (n // 5)),
    "folded": lambda n: mail("x", "X: " + "\n y" * (n // 3)),
    "encoded words": lambda n: mail("x", "Subject: " + "=?a?q?b" * (n // 7)),
    "parameters": lambda n: mail("x", 'Content-Type: text/plain;x="' + ';x="' * (n // 4)),
    "references": lambda n: mail("x", "References: " + "<" * n),
    "blank lines": lambda n: mail("\n" * n),
    "base64 padding": lambda n: mail("QQ==" * (n // 4), "Content-Transfer-Encoding: base64"),
    "soft ends": lambda n: mail("> a \n" * (n // 5), "Content-Type: text/plain; format=flowed"),
    "uu begins": lambda n: mail("begin 644 a\n!!\n" * (n // 15)),
    "armour": lambda n: mail("-----BEGIN PGP SIGNED MESSAGE-----\n" * (n // 35)),
    "rich text": lambda n: mail("{\\b" * (n // 3), "Content-Type: text/rtf"),
    "enriched": lambda n: mail("<param>" * (n // 7), "Content-Type: text/enriched"),
    "calendar": lambda n: mail("COMMENT\n " * (n // 9), "Content-Type: text/calendar"),
    "opens": lambda n: b"<" * n,
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", sorted(HURTFUL))
def test_a_hurtful_mail_of_eight_times_the_size_takes_about_eight_times_as_long(shape: str):
    small, large = HURTFUL[shape](100_000), HURTFUL[shape](800_000)

    assert grows_in_line(lambda: read(small), lambda: read(large), times=8)


@pytest.mark.slow
@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_no_damage_makes_reading_fail(chance: Random, hits: int):
    whole = bytearray(
        parts(
            TEXT + "Kept.",
            HTML + "<p>x</p>",
            "Content-Type: message/rfc822\n\nTo: x@y\n\nz",
            "Content-Type: text/calendar\n\nMETHOD:REPLY\n",
        )
    )
    for _ in range(hits):
        at = chance.randrange(len(whole))
        piece = bytes(chance.randrange(256) for _ in range(chance.randrange(4)))
        whole[at : at + chance.randrange(6)] = piece

    got = read(bytes(whole))

    assert isinstance(got.problems, tuple)


@pytest.mark.slow
@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(raw: bytes):
    read(raw)
    read(mail(base64.b64encode(raw), "Content-Type: application/ms-tnef", "Content-Transfer-Encoding: base64"))
    read(mail(raw, "Content-Type: application/pkcs7-mime"))
    read(mail(raw, "Content-Type: text/rtf"))
