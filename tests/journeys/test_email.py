"""Email, both ways, on real servers: invitations go out, replies of every shape come in, and the figures are the same."""

import asyncio
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from test_published_survey import SIGNATORY_FIGURES, TRUST_FIGURES, TRUST_ROWS, shown

import letters
from config.load import load_flows, load_words
from mail.writing import items_left
from storage import inbox

pytestmark = [pytest.mark.journey, pytest.mark.slow]


@pytest.fixture
async def office(make_service, postfix, on_both):
    """A running service with email switched on."""
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


def signatory_answers():
    changed, helped = (8, 7, 6, 5, 5), (8, 6, 4, 3, 2)
    for row in range(1, 11):
        said = {"consent": "Yes", "b1": "NSUN told us" if row <= 7 else "Online", "b2": "yes"}
        for about, counts in (("b3", changed), ("b4", helped)):
            ticks = [str(number) for number, count in enumerate(counts, 1) if row <= count]
            said[about] = " and ".join(ticks) or "None of these"
        yield said | {"b5": "yes" if row <= 3 else "no", "b6": "yes" if row <= 4 else "no", "b7": "skip", "pb0": "no"}
    yield {"consent": "yes", "b1": "Online", "b2": "no", "b5": "skip", "b6": "skip", "pb0": "no"}


async def invite(office, group, flow, people):
    rows = "\n".join(["email,name", *(f"{person},Somebody" for person in people)])
    (office.folder / f"{group}.csv").write_text(rows)
    done = await office.command("contacts", "import", f"{group}.csv", "--group", group, "--yes")
    assert done.returncode == 0, done.stderr
    done = await office.command("invite", "--group", group, "--flow", flow, "--by", "email")
    assert done.returncode == 0, done.stderr


async def taken_in(office, count):
    """Wait until so many mails were handled."""
    async with asyncio.timeout(90):
        while True:
            with office.store() as store:
                found = store.database.read_now(inbox.conservation)
            if found.received >= count and not found.pending:
                return found
            await asyncio.sleep(0.1)


async def test_29_people_answer_by_email_and_give_the_23_published_percentages(office, postfix):
    people = [f"p{number:02}@example.test" for number in range(1, 31)]
    await invite(office, "leads", "trust_leads", people[:18])
    await invite(office, "signatories", "signatories", [*people[18:], "gone@example.test"])
    plans = [("trust_leads", said) for said in trust_answers()] + [
        ("signatories", said) for said in signatory_answers()
    ]
    styles = cycle(letters.STYLES)

    for person, (flow, said) in zip(people, plans, strict=False):
        letter = (await letters.letters_to(postfix, person))[0]
        if person == "p05@example.test":
            letters.send(postfix, person, letters.out_of_office(letter))
        sheet = [(numbers(flow)[about], words) for about, words in said.items()]
        sender = "elsewhere@example.test" if person == "p07@example.test" else person
        letters.send(postfix, sender, next(styles)(letter, sheet))
    stop = (await letters.letters_to(postfix, people[29]))[0]
    letters.send(postfix, people[29], letters._mail(stop, "STOP\n"))
    await taken_in(office, 31)

    assert shown(await office.report("trust_leads"), TRUST_FIGURES) == TRUST_FIGURES
    assert shown(await office.report("signatories"), SIGNATORY_FIGURES) == SIGNATORY_FIGURES
