"""The words of files that people attach; and files that are meant to hurt, which have none."""

import zlib
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from mail.mime.file_words import words_of
from mail.reader.parse import understand

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def packed(**members: str | bytes) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return held.getvalue()


def docx(body: str) -> bytes:
    return packed(word__document_xml=f'<?xml version="1.0"?><w:document><w:body>{body}</w:body></w:document>')


def odt(body: str) -> bytes:
    return packed(
        content_xml=f"<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            docx(P.format("The hall was cold.") + P.format("Tea &amp; cake <").replace(" <", "")),
            "The hall was cold.\nTea & cake",
        ),
        (
            docx(
                '<w:p><w:r><w:t xml:space="preserve">One </w:t><w:br/><w:t>two</w:t><w:delText>gone</w:delText></w:r></w:p>'
            ),
            "One \ntwo",
        ),
        (
            odt(
                '<text:h>Mine</text:h><text:p>I <text:span text:style-name="T1">sang</text:span>.<text:line-break/>Loud<text:s/>too</text:p>'
            ),
            "Mine\nI sang.\nLoud too",
        ),
        (odt("<text:p>Kept<office:annotation><text:p>a remark</text:p></office:annotation></text:p>"), "Kept"),
        (rb"{\rtf1\ansi The door was shut.\par I waited.}", "The door was shut.\nI waited."),
    ],
)
def test_the_words_of_a_document_are_read(data: bytes, words: str):
    assert words_of(data) == words


def test_a_plain_text_is_read_only_where_it_says_that_it_is_one():
    assert words_of("Déjà said".encode("cp1252"), kind="text") == "Déjà said"
    assert words_of(b"Not a text") == ""


def pdf(*contents: bytes, filters: bytes = b"") -> bytes:
    """A PDF of as many pages, each drawn by its contents."""
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    kids = b" ".join(b"%d 0 R" % (3 + 2 * at) for at in range(len(contents)))
    held = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents))]
    for at, drawn in enumerate(contents):
        held += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources %s /Contents %d 0 R >>"
            % (font, 4 + 2 * at)
        ]
        held += [b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(drawn), filters, drawn)]
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(held, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(held) + 1, rows)
    return made + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(held) + 1, len(made))


def page(words: str) -> bytes:
    return f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()


def test_the_words_of_a_pdf_are_read_page_by_page_and_no_more_than_thirty():
    assert words_of(pdf(page("I fell on the step."), page("Nobody came."))) == "I fell on the step.\n\nNobody came."
    assert words_of(pdf(*[page("again")] * 40)).count("again") == 30


def test_a_page_of_the_web_that_was_attached_is_read_without_its_scripts():
    assert words_of(b"<p>Loud &amp; cold</p><script>alert(1)</script>", kind="html") == "Loud & cold"


HURTFUL = {
    "a bomb in a PDF": pdf(zlib.compress(b"BT (a) Tj ET " * 8_000_000, 9), filters=b"/Filter /FlateDecode"),
    "a PDF that is its own page": pdf(page("x")).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
    "a damaged PDF": pdf(page("x"))[:120],
    "a PDF of brackets": b"%PDF-1.4\n" + b"<<" * 100_000,
    "a PDF within itself": b"%PDF-1.7\n1 0 obj\n"
    + b"[" * 100_000
    + b"\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    "a PDF with a picture and no words": pdf(b"q 100 0 0 100 0 0 cm Q"),
    "a bomb": docx("<w:t>" + "a" * 5_000_000 + "</w:t>"),
    "an entity": packed(word__document_xml='<!DOCTYPE x [<!ENTITY a "b">]><w:t>&a;</w:t>'),
    "an odd bomb of OpenDocument": odt("<text:p>" + "b" * 5_000_000),
    "a damaged file": docx(P.format("words"))[:60],
    "another packed file": packed(script_js="alert(1)"),
    "a file of many parts": packed(
        **{f"part{number}": "" for number in range(1_100)}, word__document_xml=P.format("x")
    ),
    "a program": b"MZ\x90\x00\x03\x00\x00\x00",
    "a picture that says it is a text": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00",
}


@pytest.mark.parametrize("name", HURTFUL)
def test_a_file_that_is_meant_to_hurt_has_no_words(name: str):
    assert words_of(HURTFUL[name], kind="text") == ""


def test_a_script_in_a_document_is_no_word_and_unclosed_marks_take_no_time():
    assert words_of(docx("<w:script>alert(1)</w:script>" + P.format("Mine"))) == "Mine"
    assert words_of(odt("<office:annotation>" * 90_000 + "<text:p>Mine</text:p>")) == ""


def mail(typed: str, *files: tuple[str, str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Wren <wren@people.test>", "choir@trust.test", "My answers to you"
    made.set_content(typed)
    for name, kind, data in files:
        made.add_attachment(data, maintype=kind.partition("/")[0], subtype=kind.partition("/")[2], filename=name)
    return bytes(made)


def test_words_of_files_stand_apart_from_the_words_of_the_mail():
    letter = docx(P.format("I fell on the step."))
    found = understand(
        mail(
            "Please see attached.", ("w.docx", "application/octet-stream", letter), ("cat.png", "image/png", b"\x89PNG")
        )
    )

    assert found.reply.strip() == "Please see attached."
    assert [(one.name, one.words) for one in found.files] == [("w.docx", "I fell on the step.")]
    assert [one.name for one in found.attachments] == ["w.docx", "cat.png"]


def test_a_text_file_beside_words_is_read_and_alone_it_is_the_mail():
    beside = understand(mail("See file.", ("a.txt", "text/plain", b"It rained.")))
    alone = understand(mail("", ("a.txt", "text/plain", b"It rained.")))

    assert [one.words for one in beside.files] == ["It rained."]
    assert (alone.reply.strip(), alone.files) == ("It rained.", ())


def test_no_more_than_five_files_are_read():
    files = [(f"{number}.txt", "text/plain", b"words") for number in range(9)]

    assert len(understand(mail("See files.", *files)).files) == 5
