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


def with_file(letter, typed: str, words: str) -> bytes:
    made = EmailMessage()
    plain = reply(letter, typed)
    for line in plain.decode().split("\n\n", 1)[0].splitlines():
        name, _, value = line.partition(": ")
        if name in ("From", "To", "Subject", "In-Reply-To", "Message-ID"):
            made[name] = value
    made.set_content(typed)
    made.add_attachment(words.encode(), maintype="text", subtype="plain", filename="mine.txt")
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
