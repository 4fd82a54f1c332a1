"""One letter in several forms: which of them are the person's words."""

from mail.mime.message import read
from tests.mail.mime.test_message import HTML, TEXT, parts


def test_a_long_text_that_speaks_of_html_is_somebodys_own_words():
    long = "I could not read your HTML mail. " + "The tea was cold. " * 12
    short = long[:150]

    kept, dropped = (read(parts(TEXT + said, HTML + "<p>Good.</p>", kind="alternative")).text for said in (long, short))

    assert (kept, dropped) == (long, None)


def test_of_several_forms_the_first_text_and_the_last_html_count():
    got = read(
        parts(TEXT + "First.", TEXT + "Second.", HTML + "<p>Third.</p>", HTML + "<p>Fourth.</p>", kind="alternative")
    )

    assert (got.text, got.html) == ("First.", "<p>Fourth.</p>")


def test_what_stands_behind_a_signature_is_named_as_a_file():
    signature = "Content-Type: application/pgp-signature\n\nxx"
    behind = 'Content-Type: application/pdf; name="plan.pdf"\n\nxx'

    got = read(parts(TEXT + "Signed.", signature, behind, kind="signed"))

    assert (got.text, [file.name for file in got.attachments]) == ("Signed.", ["plan.pdf"])
