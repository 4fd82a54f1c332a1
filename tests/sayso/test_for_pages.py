"""What the service does for the pages of staff."""

from mail.letter import Heard
from mail.understood import Attachment, Understood
from review.service import MailRead
from sayso.for_pages import read_mail
from sayso.mailroom import Reading, dump_reading

UNDERSTOOD = Understood(
    "reply", reply="Tea > Hello", subject="Re: Tea", text="All", attachments=(Attachment("", "image/png", 1200),)
)


def test_a_mail_is_shown_as_it_was_laid_beside_the_letter_that_it_answers():
    heard = Heard("Tea", quoted="> Hello", signature="-- Ada")

    read = read_mail(dump_reading(Reading(UNDERSTOOD, "l1", heard=heard)))

    assert read == MailRead(
        "Re: Tea", "All", "Tea", "> Hello", "-- Ada", ("without a name (image/png, 1,200 bytes)",), ()
    )


def test_a_mail_that_answers_no_letter_is_shown_as_it_was_read():
    assert read_mail(dump_reading(Reading(UNDERSTOOD))).words == "Tea > Hello"
