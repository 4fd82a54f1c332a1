"""Told back to everybody, over a real Bot API, real mail and the web: who only tapped, each once, and not after STOP."""

import re
from datetime import datetime, timedelta

import httpx
import pytest
from journeys import letters
from journeys.test_email import invite, taken_in
from journeys.test_ends_well import at, hears, tells
from mail_servers.dovecot import PEOPLE

from sayso.core.clock import now
from storage.accounts import members, sessions
from tests.review import conftest as staff_pages
from tests.review.conftest import Browser

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.campaign]

FLOW = """
flow = "items"
version = 1
language = "en"
title = "Your ward"
expires = "14 days"
start = "Hello. I am a computer program, not a person."
[consent]
ask = "Is it OK to keep your answers?"
more = "privacy"
no = "That is fine."
[[question]]
id = "how"
ask = "How was it?"
short = "How it was"
type = "one"
choices.good = "Good"
choices.bad = "Bad"
[[question]]
id = "hear"
ask = "Do you want to hear what happens next?"
short = "Hear more"
type = "yesno"
consent = "contact_next"
choices.yes = "Yes"
choices.no = "No"
[finish]
check = "Is it right?"
thanks = "Thank you."
"""
FINDINGS = "Most of you want to be called back."
SIGNED = "This is from the Involvement Team."
BEA = PEOPLE[0]
DONE = "You told us about this: It was bad\nWe did this: There is a new team"


async def answers_on_the_web(service) -> tuple[httpx.AsyncClient, str]:
    """Somebody answers on the page, and keeps their return code."""
    client = httpx.AsyncClient(base_url=service.url, headers={"Origin": service.url}, follow_redirects=True)
    shown = await client.post("/start")
    for choice in ("yes", "bad", "yes", "yes"):
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', shown.text))
        shown = await client.post("/talk", data={**hidden, "choice": choice})
    found = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}", shown.text)
    assert found
    return client, found.group()


def clock_of(service) -> datetime:
    """What time it is for the service."""
    return now() + timedelta(seconds=float(service.environ["JOURNEY_CLOCK_SHIFT"]))


async def signed_in(service, monkeypatch) -> Browser:
    monkeypatch.setattr(staff_pages, "ORIGIN", service.url)

    def job(tx):
        members.add(tx, store.vault, name="Rae", role="reviewer", now=now())
        rae = members.named(tx, name="Rae").member
        return sessions.begin(tx, store.vault, staff_id=rae.id, stage="in", now=clock_of(service))

    with service.store() as store:
        token = store.database.write_now(job)
    client = httpx.AsyncClient(base_url=service.url, timeout=30)
    client.cookies.set("sayso-staff", token)
    return Browser(client)


async def answer(service, bot_api, postfix):
    """Ada only taps in her chat, somebody answers the letter they got, and Cal answers on the page."""
    ada = bot_api.person("Ada")
    assert SIGNED in await tells(ada, "/start", "OK to keep")
    for words, until in (("yes", "How was it?"), ("Bad", "hear what happens"), ("yes", "Is it right?")):
        await tells(ada, words, until)
    assert SIGNED in await tells(ada, "yes", "You can still write to us")
    await invite(service, "ward", "items", [BEA])
    (letter,) = await letters.letters_to(postfix, BEA)
    assert SIGNED in letter.text
    postfix.deliver(bytes(letters.top(letter, [(1, "yes"), (2, "bad"), (3, "yes")])), sender=BEA)
    await taken_in(service, 1)
    return ada, *(await answers_on_the_web(service))


async def test_everybody_who_asked_hears_once_by_the_way_they_used(make_service, bot_api, postfix, monkeypatch):
    chat = {"SAYSO_TELEGRAM_TOKEN": bot_api.token, "SAYSO_TELEGRAM_API_URL": bot_api.url}
    service = make_service(**chat, **letters.settings(postfix), SAYSO_SIGNED_BY="the Involvement Team")
    service.write_flow(FLOW)
    service.start()
    await service.ready()
    ada, cal, code = await answer(service, bot_api, postfix)
    rae = await signed_in(service, monkeypatch)
    await rae.fill("/outcomes", kind="did", said="It was bad", done="There is a new team", about="items.how.bad")
    await rae.fill("/figures/items/told", language="en", **{"text-en": FINDINGS})
    assert "3 people asked to hear, can be reached and will be told once" in rae.text
    (there,) = set(re.findall(r'action="/staff(/figures/items/told/\w+/tell)"', rae.page.text))
    await rae.send(there)
    await at(service, clock_of(service) + timedelta(minutes=11))

    told = await hears(ada, "answer STOP")
    found = (await letters.letters_to(postfix, BEA, 3))[-1].text, (await cal.post("/return", data={"text": code})).text
    assert all(words in part for part in (told, *found) for words in (FINDINGS, "There is a new team"))
    assert DONE in told
    assert SIGNED in told

    await tells(ada, "stop", "Shall we keep")
    await rae.fill("/figures/items/told", language="en", **{"text-en": "More news."})
    assert "2 people asked to hear, can be reached and will be told once" in rae.text
    for client in (cal, rae.client):
        await client.aclose()
