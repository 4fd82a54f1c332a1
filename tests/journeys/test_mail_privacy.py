"""Marked words, names, addresses and tokens go through email: none comes out in a log or lies open on disk."""

import re

import pytest
from journeys import letters
from journeys.test_email import taken_in
from journeys.test_privacy import with_marks
from mail_servers.dovecot import FEEDBACK, PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.slow]

NAME, ANSWER, COMMENT, FILE, AWAY, STRANGER = "zephyrine", "zebrawood", "zodiacal", "zwieback", "zonular", "zoolatry"


@pytest.fixture(params=["text", "json"])
def loud(request, make_service, postfix):
    """A service whose libraries log all they can."""
    return make_service(is_new=True, **letters.settings(postfix), SAYSO_LOG=request.param, JOURNEY_LOUD="1")


async def test_nothing_personal_is_logged_or_lies_open_on_disk(loud, postfix):
    loud.start()
    await loud.ready()
    (loud.folder / "people.csv").write_text(f"email,name\nada@example.test,{NAME}\n")
    await loud.command("contacts", "import", "people.csv", "--group", "g", "--yes")
    await loud.command("invite", "--group", "g", "--flow", "open_door", "--by", "email")
    letter = (await letters.letters_to(postfix, "ada@example.test"))[0]

    reply = letters.plain(letter, f"1. yes\n2. {ANSWER}\n\n{COMMENT} as well")
    reply.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=f"{FILE}.pdf")
    letters.send(postfix, "ada@example.test", reply)
    letters.send(postfix, "ada@example.test", letters.out_of_office(letter))
    stranger = letters.plain(letter, f"{STRANGER} is all I say")
    for header in ("In-Reply-To", "References", "To"):
        del stranger[header]
    stranger["To"] = FEEDBACK
    letters.send(postfix, "bea@example.test", stranger)
    postfix.deliver(b"Subject: " + AWAY.encode() + b"\r\nContent-Type: multipart/x; boundary=\r\n\r\n\xff" * 50)
    await taken_in(loud, 4)
    loud.kill()
    loud.start()
    await loud.ready()
    await letters.letters_to(postfix, "bea@example.test")
    assert await loud.stop() == 0

    rows = await loud.export("open_door")
    assert any(ANSWER in row["text"] for row in rows), "the marks did go through"
    token = letter.reply_to.partition("+")[2].partition("@")[0]
    message_id = letter.mail["Message-ID"].strip("<>")
    tokens = re.findall(r"/i/([a-z2-7]{26})", letter.text)
    people = ("ada@example.test", "bea@example.test")
    marks = (NAME, ANSWER, COMMENT, FILE, AWAY, STRANGER, token, message_id, PASSWORD + "@", *tokens, *people)
    assert with_marks([*loud.data.iterdir(), loud.folder / "log.txt"], marks) == []
    assert "library" in loud.log, "the libraries did log"
