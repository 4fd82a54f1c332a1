"""Email, both ways, on real servers: invitations go out, replies of every shape come in, and the figures are the same."""

import asyncio
import json
import re
from collections import Counter
from functools import cache
from itertools import cycle
from pathlib import Path

import httpx
import pytest
from journeys import letters
from journeys.crowd import until, until_stored
from journeys.test_published_survey import SIGNATORY_FIGURES, TRUST_FIGURES, TRUST_ROWS, shown

from config.load import load_flows, load_words
from mail.outgoing.text import items_left
from storage.messages import inbox, suppression_list

pytestmark = [pytest.mark.journey, pytest.mark.slow]

AT_ONCE, OPENED = 10, 200
"""Programs that open links come in crowds: so many at once, and so many links in all."""


@pytest.fixture
async def office(make_service, postfix):
    """A running service with email switched on."""
    running = make_service(**letters.settings(postfix))
    running.start()
    yield await running.ready()
    assert await running.stop() == 0, running.log


@pytest.fixture
async def office_on_both(make_service, postfix, on_both):
    """The same on each database in turn."""
    running = make_service(**letters.settings(postfix), **on_both)
    running.start()
    yield await running.ready()
    assert await running.stop() == 0, running.log


@cache
def numbers(flow_name):
    """The number that each question has in a letter."""
    words = load_words("en")
    flow = next(flow for flow in load_flows(Path("config/flows"), words) if flow.name == flow_name)
    return {item.about: item.number for item in items_left(flow, words)}


def trust_answers():
    heard = {"online": "Looking online", "nsun": "NSUN or someone at work", "other": "Another way"}
    for count, how, used, told, changed, more, others in TRUST_ROWS:
        said = {"consent": "yes", "a1": heard.get(how, "This is the first I have heard"), "a2": used, "a3": told}
        if used is not None and used != "no":
            said |= {"a4": "Training", "a5": changed or "skip"}
            said |= {"a6": "We plan with people now."} if changed != "no" else {}
        said |= {"a7": more, "a8": others, "a9": "skip", "a10": "skip", "a11": "skip"}
        for _ in range(count):
            yield {about: words for about, words in said.items() if words is not None}


UNASKED = {"pb0": "no", "b9": "skip", "b10": "skip"}
"""What the published survey does not print."""


def signatory_answers():
    changed, helped = (8, 7, 6, 5, 5), (8, 6, 4, 3, 2)
    for row in range(1, 11):
        said = {"consent": "Yes", "b1": "NSUN told us" if row <= 7 else "Online", "b2": "yes"}
        for about, counts in (("b3", changed), ("b4", helped)):
            ticks = [str(number) for number, count in enumerate(counts, 1) if row <= count]
            said[about] = " and ".join(ticks) or "None of these"
        said |= {"b5": "yes" if row <= 3 else "no", "b6": "yes" if row <= 4 else "no", "b7": "skip"}
        yield said | UNASKED
    yield {"consent": "yes", "b1": "Online", "b2": "no", "b5": "skip", "b6": "skip"} | UNASKED


async def invite(office, group, flow, people):
    rows = "\n".join(["email,name", *(f"{person},Somebody" for person in people)])
    (office.folder / f"{group}.csv").write_text(rows)
    done = await office.command("contacts", "import", f"{group}.csv", "--group", group, "--yes")
    assert done.returncode == 0, done.stderr
    done = await office.command("invite", "--group", group, "--flow", flow, "--by", "email")
    assert done.returncode == 0, done.stderr


async def taken_in(office, count):
    """Wait until so many mails were handled; return what became of them."""
    return await until_stored(office, inbox.conservation, lambda found: found.received >= count and not found.pending)


async def all_sent(postfix, *offices):
    """Wait until all letters that were due are with the mail server: one more, which is written last, has come."""
    for number, office in enumerate(offices, 1):
        await invite(office, "last", "open_door", ["cal@example.test"])
        await letters.letters_to(postfix, "cal@example.test", number)


async def states(office, group, flow):
    """What became of each letter, by its state."""
    done = await office.command("invite", "--group", group, "--flow", flow, "--by", "email", "--format", "jsonl")
    return Counter(json.loads(line)["state"] for line in done.stdout.splitlines())


async def test_29_people_answer_by_email_and_give_the_23_published_percentages(office_on_both, postfix):
    office = office_on_both
    people = [f"p{number:02}@example.test" for number in range(1, 31)]
    await invite(office, "leads", "trust_leads", people[:18])
    await invite(office, "signatories", "signatories", [*people[18:], "gone@example.test"])
    plans = [("trust_leads", said) for said in trust_answers()] + [
        ("signatories", said) for said in signatory_answers()
    ]

    for person, (flow, said), style in zip(people, plans, cycle(letters.STYLES), strict=False):
        letter = (await letters.letters_to(postfix, person))[0]
        if person == people[4]:
            letters.send(postfix, person, letters.out_of_office(letter))
        sheet = [(numbers(flow)[about], words) for about, words in said.items()]
        sender = "elsewhere@example.test" if person == people[6] else person
        letters.send(postfix, sender, style(letter, sheet))
    letters.send(postfix, people[29], letters.plain((await letters.letters_to(postfix, people[29]))[0], "STOP\n"))
    became = await taken_in(office, 31)

    assert (became.applied, became.not_feedback, became.quarantined) == (30, 1, 0)
    assert shown(await office.report("trust_leads"), TRUST_FIGURES) == TRUST_FIGURES
    assert shown(await office.report("signatories"), SIGNATORY_FIGURES) == SIGNATORY_FIGURES
    assert await states(office, "leads", "trust_leads") == {"sent": 18}
    assert await states(office, "signatories", "signatories") == {"sent": 12, "refused": 1}
    last = await letters.letters_to(postfix, people[29], 2)
    assert "You will get no more letters" in last[1].text


async def arrival(office, postfix, letter, number):
    """Return the seconds from handing a reply to the mail server until its words are in their conversation."""
    began = asyncio.get_running_loop().time()
    letters.send(postfix, "ada@example.test", letters.plain(letter, f"Words of reply number {number}"))
    await taken_in(office, number)
    return asyncio.get_running_loop().time() - began


async def test_a_reply_is_stored_within_five_seconds(office, postfix):
    await invite(office, "one", "open_door", ["ada@example.test"])
    letter = (await letters.letters_to(postfix, "ada@example.test"))[0]

    waits = [await arrival(office, postfix, letter, number) for number in range(1, 7)]

    assert max(waits) < 5, waits


async def test_a_button_stops_and_a_death_is_met_with_silence(office, postfix):
    """Apple's button writes what looks automatic; after a death nothing at all is written."""
    people = ["ada@example.test", "bea@example.test"]
    await invite(office, "leaving", "open_door", people)
    ada, bea = [(await letters.letters_to(postfix, person))[0] for person in people]
    button = letters.plain(ada, "Apple Mail sent this email to unsubscribe from the message.")
    button["Auto-Submitted"], button["X-Apple-Unsubscribe"] = "auto-replied", "true"

    letters.send(postfix, people[0], button)
    letters.send(postfix, people[1], letters.plain(bea, "I am sorry, my mum has died. Please stop writing to her."))
    became = await taken_in(office, 2)
    assert became.applied == 2
    told = (await letters.letters_to(postfix, people[0], 2))[1]
    waits = (await office.command("waiting")).stdout

    assert became.applied == 2
    assert "You will get no more letters" in told.text
    assert "please read: a death" in waits
    await all_sent(postfix, office)
    assert len(postfix.dovecot.read(people[1])) == 1


async def test_two_copies_of_sayso_stop_after_one_letter_each(make_service, postfix):
    """Each is a contact of the other; neither answers a machine."""
    first = make_service(**letters.settings(postfix))
    second = make_service(**letters.settings(postfix, "staff@example.test"))
    for copy, other in ((first, "staff@example.test"), (second, "feedback@example.test")):
        copy.start()
        await copy.ready()
        await invite(copy, "others", "open_door", [other])

    became = [await taken_in(copy, 1) for copy in (first, second)]
    await all_sent(postfix, first, second)

    assert [(one.received, one.not_feedback) for one in became] == [(1, 1), (1, 1)]
    for box in ("feedback@example.test", "staff@example.test"):
        await until(lambda box=box: postfix.dovecot.count(box, "Stored") > 0)
        assert postfix.dovecot.count(box, "Stored") == 1
        assert postfix.dovecot.count(box) == 0
    assert [await copy.stop() for copy in (first, second)] == [0, 0]


async def test_programs_that_open_every_link_change_nothing_and_one_press_stops_the_letters(office, postfix):
    await invite(office, "one", "open_door", ["ada@example.test"])
    letter = (await letters.letters_to(postfix, "ada@example.test"))[0]
    links = set(re.findall(r"https?://[^\s<>\"]+", letter.text))
    assert any("/stop/" in link for link in links)
    assert any("/i/" in link for link in links)

    async with httpx.AsyncClient() as scanner:
        for _ in range(OPENED // (AT_ONCE * len(links)) + 1):
            opened = await asyncio.gather(*(scanner.get(link) for link in links for _ in range(AT_ONCE)))
            assert {page.status_code for page in opened} == {200}
        assert stopped(office) == {}
        stop = next(link for link in links if "/stop/" in link)
        pressed = await scanner.post(stop, data={"List-Unsubscribe": "One-Click"})

    assert pressed.status_code == 200
    assert stopped(office) == {"stop": 1}


def stopped(office):
    with office.store() as store:
        return store.database.read_now(suppression_list.count)


async def test_a_reply_from_another_address_never_joins_the_person_who_was_written_to(office, postfix):
    await invite(office, "one", "open_door", ["ada@example.test"])
    letter = (await letters.letters_to(postfix, "ada@example.test"))[0]

    letters.send(postfix, "ada@example.test", letters.plain(letter, "1. yes\n2. Mine"))
    letters.send(postfix, "bea@example.test", letters.plain(letter, "1. yes\n2. Forwarded to me"))
    stranger = letters.plain(letter, "Not an answer to any letter of ours")
    for header in ("In-Reply-To", "References", "To"):
        del stranger[header]
    stranger["To"] = "feedback@example.test"
    letters.send(postfix, "ada@example.test", stranger)
    await taken_in(office, 3)

    rows = await office.export("open_door")
    people = {row["text"]: row["person"] for row in rows if row["text"]}
    assert set(people) >= {"Mine", "Forwarded to me"}
    assert people["Mine"] != people["Forwarded to me"]
    assert "Not an answer to any letter of ours" not in people
