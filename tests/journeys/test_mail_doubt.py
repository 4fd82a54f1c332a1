"""A mail that only pretends to come from somebody who was invited, through a real mailbox."""

import pytest
from journeys import letters
from journeys.test_email import invite, taken_in

pytestmark = [pytest.mark.journey, pytest.mark.slow]

SERVER = "mx.example.test"
ADA = "ada@example.test"


@pytest.fixture
async def office(make_service, postfix):
    """A running service that believes what its own mail server found out."""
    running = make_service(**letters.settings(postfix), SAYSO_MAIL_SERVER_NAME=SERVER)
    running.start()
    yield await running.ready()
    assert await running.stop() == 0, running.log


def arrive(postfix, letter, text, *found):
    """Lay a mail by Ada into the mailbox, with what servers wrote above it, topmost first."""
    mail = letters.plain(letter, text)
    mail["From"], mail["Message-ID"] = ADA, f"<{abs(hash(text))}@example.test>"
    head = [f"Received: from mail.example.net by {SERVER}; Mon, 2 Mar 2026 12:00:00 +0000"]
    head += [f"Authentication-Results: {one}" for one in found]
    raw = ("\r\n".join(head) + "\r\n").encode() + mail.as_bytes()
    postfix.dovecot.deliver(raw, to=letter.reply_to)


async def test_a_forged_mail_is_kept_and_never_becomes_the_words_of_whom_it_names(office, postfix):
    await invite(office, "one", "open_door", [ADA])
    letter = (await letters.letters_to(postfix, ADA))[0]
    proved, failed = (f"{SERVER}; dmarc={one} header.from=example.test" for one in ("pass", "fail"))

    arrive(postfix, letter, "1. yes\n2. Mine", proved)
    arrive(postfix, letter, "1. yes\n2. Forged", failed)
    arrive(postfix, letter, "1. yes\n2. Forged with a pass of its own", failed, proved)
    arrive(postfix, letter, "1. yes\n2. Mine again, and not judged by us", proved.replace(SERVER, "mx.example.net"))
    found = await taken_in(office, 4)

    assert found.applied == 4
    rows = {row["text"]: row["person"] for row in await office.export("open_door") if row["text"]}
    assert rows["Mine again, and not judged by us"] not in {
        person for text, person in rows.items() if text.startswith("Forged")
    }
    assert rows["Forged with a pass of its own"]
