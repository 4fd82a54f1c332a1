"""`sayso serve` is killed at random moments while it takes mail in and sends letters out, on real mail servers.

SAYSO_KILLS is how often in each case (`make nightly` takes more); SAYSO_SEED gives the same moments again.
"""

import asyncio
import os
import random  # noqa: TID251 - the moments of the kills; the seed is shown
import time
from collections import Counter, defaultdict
from email import message_from_bytes

import pytest
from journeys import letters
from journeys.crowd import until, until_stored
from mail_servers.dovecot import FEEDBACK, PEOPLE

from storage.messages import inbox

pytestmark = [pytest.mark.kill, pytest.mark.slow]

KILLS = int(os.environ.get("SAYSO_KILLS", "2"))
SEED = int(os.environ.get("SAYSO_SEED", "0")) or time.time_ns()
LETTERS_A_KILL = 6


@pytest.fixture(params=["sqlite", "postgresql"] if "SAYSO_KILLS" in os.environ else ["sqlite"])
def office(request, make_service, postfix):
    """A service that is not started yet; a nightly run has it on both databases."""
    database = {}
    if request.param == "postgresql":
        database["SAYSO_DATABASE_URL"] = request.getfixturevalue("postgresql").fresh()
    return make_service(**letters.settings(postfix), **database)


def addresses(count):
    """So many addresses, all of which end in the mailboxes of thirty people."""
    names = [person.partition("@") for person in PEOPLE]
    return [f"{name}+{number}@{host}" for number in range(count) for name, _, host in [names[number % len(names)]]]


def invitations(postfix):
    """Every invitation that lies in somebody's mailbox. Answers of a service that a test before this stopped are none."""
    homes = (postfix.dovecot.folder / "home").glob("p*/Maildir/new/*")
    letters = [message_from_bytes(file.read_bytes()) for file in homes]
    return [letter for letter in letters if letter["Precedence"] == "bulk"]


async def bring_in(office, people):
    rows = "\n".join(["email", *people])
    (office.folder / "people.csv").write_text(rows)
    done = await office.command("contacts", "import", "people.csv", "--group", "all", "--yes")
    assert done.returncode == 0, done.stderr


async def kill_once(office, moments):
    """Kill it at a random moment of its first second, or while it is at work, and start it again."""
    if moments.random() < 1 / 4:
        await asyncio.sleep(moments.uniform(0, 1.5))
    else:
        await office.ready()
        await asyncio.sleep(moments.uniform(0, 1.0))
    office.kill()
    office.start()


async def test_no_kill_loses_a_letter_and_a_doubtful_one_is_sent_again_as_it_was(office, postfix):
    moments = random.Random(SEED)  # noqa: S311 - moments, not secrets
    people = addresses(LETTERS_A_KILL * KILLS + 30)
    office.start()
    await office.ready()
    await bring_in(office, people)

    inviting = asyncio.create_task(office.command("invite", "--group", "all", "--flow", "open_door", "--by", "email"))
    for _ in range(KILLS):
        await kill_once(office, moments)
    await inviting
    await office.ready()
    done = await office.command("invite", "--group", "all", "--flow", "open_door", "--by", "email")
    assert done.returncode == 0, done.stderr
    await until(lambda: len({letter["To"] for letter in invitations(postfix)}) == len(people))

    by_person = defaultdict(Counter)
    for mail in invitations(postfix):
        by_person[mail["To"]][mail["Message-ID"], mail["Date"], mail["Reply-To"]] += 1
    doubled = sum(sum(found.values()) - 1 for found in by_person.values())
    print(f"{SEED=}: {len(people)} letters, {doubled} sent a second time")  # noqa: T201 - the figures of a nightly run
    assert set(by_person) == set(people)
    assert all(len(found) == 1 for found in by_person.values()), "every copy is the very same letter"
    assert doubled <= 2 * KILLS, "only what was on its way may come twice"
    assert await office.stop() == 0, office.log


async def test_no_kill_and_no_new_numbering_loses_or_doubles_a_mail(office, postfix):
    moments = random.Random(SEED)  # noqa: S311 - moments, not secrets
    people = addresses(LETTERS_A_KILL * KILLS + 30)
    office.start()
    await office.ready()
    made = await office.command("invite", "--flow", "open_door", "--print", "1", "--format", "jsonl")
    address = made.stdout.split('"email": "')[1].split('"')[0]

    sending = asyncio.create_task(send_all(postfix, people, address))
    for number in range(KILLS):
        await kill_once(office, moments)
        if number % 4 == 3:
            await asyncio.to_thread(postfix.dovecot.renumber)
    await sending
    await asyncio.to_thread(postfix.settle)
    await office.ready()
    found = await until_stored(office, inbox.conservation, lambda found: found.applied == len(people))
    print(f"{SEED=}: {found}")  # noqa: T201 - the figures of a nightly run
    assert found.is_balanced
    assert (found.applied, found.quarantined, found.pending) == (len(people), 0, 0)
    await until(lambda: postfix.dovecot.count(FEEDBACK, "Stored") >= len(people))
    assert postfix.dovecot.read(FEEDBACK) == []
    assert await office.stop() == 0, office.log


async def send_all(postfix, people, address):
    """Everybody writes once, a few at a time."""
    for number, person in enumerate(people):
        mail = (
            f"From: {person}\r\nTo: {address}\r\nMessage-ID: <{number}@example.test>\r\nSubject: Hello\r\n\r\n"
            f"1. yes\r\n2. Words of number {number}\r\n"
        )
        await asyncio.to_thread(postfix.deliver, mail.encode(), address, person)
        await asyncio.sleep(0.05)
