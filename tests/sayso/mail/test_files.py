"""Words in files and in subjects are heard beside those of the mail, and a wish is looked for in what was typed."""

from email.message import EmailMessage

import pytest

from config.load import load_flows, load_words
from sayso.core.flow_registry import FlowRegistry
from tests.sayso.mail_service import MailService, fresh, reply


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        made = MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))
        made.invites("ada@example.org")
        yield made


def with_file(letter, typed: str, words: str, kind: str = "text/plain", name: str = "mine.txt") -> bytes:
    made = EmailMessage()
    plain = reply(letter, typed)
    for line in plain.decode().split("\n\n", 1)[0].splitlines():
        name, _, value = line.partition(": ")
        if name in ("From", "To", "Subject", "In-Reply-To", "Message-ID"):
            made[name] = value
    made.set_content(typed)
    main, _, sub = kind.partition("/")
    made.add_attachment(words.encode(), maintype=main, subtype=sub, filename=name)
    return bytes(made)


async def test_words_of_a_file_are_kept_with_the_answers_of_the_mail(room):
    (letter,) = await room.posts()

    (asked,) = await room.gets(with_file(letter, "Please see my file.", "I fell on the step and nobody came."))
    await room.gets(reply(asked, "yes"))

    said = f"{room.comments()} {room.answers()}"
    assert "I fell on the step and nobody came." in said
    assert "(From an attached file:)" in said


async def test_words_in_the_subject_alone_are_kept_and_told_apart(room):
    await room.posts()
    (asked,) = await room.gets(fresh("", "cal@example.org", "The step outside made me fall"))
    await room.gets(reply(asked, "yes"))

    assert "(From the subject:)\nThe step outside made me fall" in f"{room.comments()} {room.answers()}".replace(
        "\\n", "\n"
    )


async def test_a_stop_that_was_typed_acts_though_a_file_came_with_it(room):
    (letter,) = await room.posts()

    await room.gets(with_file(letter, "STOP", "Our office is open from nine."))

    assert room.stopped() == {"stop": 1}


async def test_the_letter_says_that_the_words_of_a_file_were_read(room):
    (letter,) = await room.posts()

    (answer,) = await room.gets(with_file(letter, "Please see my file.", "I fell on the step."))

    assert "Files that we read: 1. Their words are kept with what you told us." in answer.text
    assert "We could not read" not in answer.text


async def test_the_letter_says_which_files_could_not_be_read_and_how_long_all_is_kept(room):
    (letter,) = await room.posts()

    (answer,) = await room.gets(with_file(letter, "Look.", "x" * 30_000, "image/jpeg", "step.jpg"))
    (later,) = await room.gets(reply(answer, "yes"))

    told = " ".join(answer.text.split())
    assert "We could not read: picture. It is no answer yet." in told
    assert "We keep your letter as it came for 90 days at most." in told
    assert "step.jpg" not in told
    assert "We could not read" not in later.text


async def test_a_small_picture_is_a_logo_and_nobody_is_bothered_with_it(room):
    (letter,) = await room.posts()

    (answer,) = await room.gets(with_file(letter, "The step outside made me fall.", "x", "image/png", "logo.png"))

    assert "We could not read" not in answer.text


async def test_a_mail_with_nothing_but_a_picture_is_answered_truly(room):
    (letter,) = await room.posts()

    (answer,) = await room.gets(with_file(letter, "", "x" * 30_000, "image/jpeg", "step.jpg"))

    told = " ".join(answer.text.split())
    assert "We found no words in your letter itself." in told
    assert "We could not read: picture." in told
    assert "Your team" not in told


@pytest.mark.parametrize(
    ("typed", "name", "kind"),
    [
        (
            "Ada has sent you a protected message. Click here to read the message.",
            "message_v2.rpmsg",
            "application/x-x",
        ),
        ("", "smime.p7m", "application/pkcs7-mime"),
        ("You have received an encrypted message. Sign in: https://portal.example.test/m/1", "x.png", "image/png"),
    ],
)
async def test_a_locked_mail_is_answered_kindly_and_its_notice_is_nobodys_words(room, typed, name, kind):
    (letter,) = await room.posts()

    (answer,) = await room.gets(with_file(letter, typed, "x", kind, name))

    assert "Your letter came locked, so we cannot read it." in " ".join(answer.text.split())
    assert "message" not in f"{room.comments()}"


async def test_a_person_who_speaks_of_a_locked_message_is_heard(room):
    (letter,) = await room.posts()
    (asked,) = await room.gets(reply(letter, "You have sent me a protected message and I could not open the link."))

    assert "came locked" not in asked.text
