"""What went wrong once ends well: a plain yes is a yes, a late one is told so, a cry is seen, and no cry is a place."""

import json
import re
from datetime import timedelta

import httpx
import pytest
from journeys import letters
from journeys.crowd import until_stored
from journeys.house import NOON
from journeys.test_email import invite, taken_in
from mail_servers.dovecot import PEOPLE

from sayso.core.clock import now
from storage.messages import inbox
from storage.review import before_yes

pytestmark = [pytest.mark.journey, pytest.mark.slow]

PLAIN_YES = "yes that's fine thanks".replace("'", "")  # as people type it
STORY = "The tea was cold and nobody came all night."


@pytest.fixture
def service(make_service, bot_api):
    return make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)


async def at(service, moment):
    """Let it be that moment, for a service that begins again."""
    await service.stop()
    service.environ |= {"JOURNEY_CLOCK_SHIFT": str((moment - now()).total_seconds())}
    service.start()
    await service.ready()


async def tells(person, words, until_heard):
    """Write, and return all that is heard up to the message with the last of these words."""
    await person.says(words)
    return await hears(person, until_heard)


async def hears(person, words):
    heard = ""
    while words not in heard:
        heard += (await person.hears()).text + "\n"
    return heard


async def test_a_plain_yes_is_a_yes_and_a_cry_is_no_place(service, bot_api):
    ada = bot_api.person("Ada")
    await at(service, NOON)
    await tells(ada, "/start", "OK to keep")
    assert "Which of these is most like you?" in await tells(ada, PLAIN_YES, "Question 1")
    await tells(ada, "carer", "Where did you take part?")
    assert "Samaritans: 116 123" in await tells(ada, "i wanna die", "What would you like to do?")
    assert "Where did you take part?" in await tells(ada, "Go on", "Question 2")

    rows = await service.export("people")
    assert [row["text"] for row in rows if row["question"] == "c2" and row["text"]] == []
    assert "i wanna die" in [row["text"] for row in rows]


async def test_a_cry_before_a_yes_stands_on_care_at_once_and_is_counted(service, bot_api):
    cal = bot_api.person("Cal")
    await at(service, NOON)
    said = await tells(cal, "I want to die. The ward staff hit me.", "What would you like to do?")
    assert said.index("Emergency: 999") < said.index("we keep this for 24 hours only")
    await tells(cal, "A person to write to me", "Can a person write to you here?")
    await tells(cal, "Yes", "A person will write back")

    with service.store() as store:
        (seen,) = store.database.read_now(before_yes.early)
    assert (seen.wants_person, seen.is_open) == (True, True)
    assert {"self_harm_or_suicide", "allegation_about_staff"} <= set(seen.reasons)
    waiting = await service.command("waiting", "--format", "jsonl")
    calls = [json.loads(line) for line in waiting.stdout.splitlines()]
    counted = {call["why"] for call in calls if call["conversation"] == seen.conversation_id}
    assert counted == {"wants a person", *seen.reasons}


async def test_a_story_without_a_yes_is_reminded_of_twice_then_erased_counted_and_a_late_yes_is_told(service, bot_api):
    bea = bot_api.person("Bea")
    await at(service, NOON)
    assert "for 24 hours only" in await tells(bea, STORY, "OK to keep")
    for hours in (4.1, 21.1):
        await at(service, NOON + timedelta(hours=hours))
        await hears(bea, "Without a yes, we erase it 24 hours after you wrote")
    await at(service, NOON + timedelta(hours=26))
    await until_stored(service, inbox.conservation, lambda found: found.without_yes == 1)

    await tells(bea, "yes", "your yes came too late: we had to erase it.")
    assert "erased without a yes 1" in (await service.checks())["nothing lost"]["found"]


async def test_a_cry_on_the_web_is_no_place_and_is_answered_on_the_page(make_service):
    service = make_service()
    await at(service, NOON)
    async with httpx.AsyncClient(base_url=service.url, headers={"Origin": service.url}, follow_redirects=True) as page:
        shown = await page.post("/start")
        for fields in ({"choice": "yes"}, {"choice": "carer"}, {"text": "أريد أن أموت"}):
            hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', shown.text))
            shown = await page.post("/talk", data={**hidden, **fields})
    assert '<p dir="auto">شكرًا لأنك أخبرتنا. المساعدة موجودة.</p>' in shown.text
    assert 'href="tel:116123"' in shown.text
    rows = await service.export("people")
    assert [row["text"] for row in rows if row["question"] == "c2" and row["text"]] == []


LEAVING = {
    "word": "STOP",
    "plain": "please stop emailing me",
    "list": "take me off your list please",
    "death": "I am sorry to tell you that my mum died in March. Please stop writing to her.",
    "wrong": "You have the wrong person, I am not who you think.",
    "gone": "Thank you for your email. Ada no longer works here.",
    "apple": 'Apple Mail sent this email to unsubscribe from the message "A few questions".',
    "gmail": "This message was automatically generated by Gmail.",
}
HEADERS = {
    "gone": {"Subject": "Automatic reply", "Auto-Submitted": "auto-replied"},
    "apple": {"Subject": "unsubscribe", "Auto-Submitted": "auto-replied", "X-Apple-Unsubscribe": "true"},
    "gmail": {"Subject": "unsubscribe", "Auto-Submitted": "auto-generated"},
}
ANSWERED = {"word", "plain", "list", "apple", "gmail"}
"""Who gets one letter back: that we have stopped."""


async def test_one_of_each_kind_of_asking_to_be_left_alone_by_mail_is_never_written_to_again(make_service, postfix):
    service = make_service(**letters.settings(postfix))
    service.start()
    await service.ready()
    people = dict(zip(LEAVING, PEOPLE, strict=False))
    await invite(service, "one", "open_door", list(people.values()))
    for kind, person in people.items():
        letter = (await letters.letters_to(postfix, person))[0]
        mail = letters.plain(letter, LEAVING[kind])
        for name, value in HEADERS.get(kind, {}).items():
            del mail[name]
            mail[name] = value
        letters.send(postfix, person, mail)
    await taken_in(service, len(people))
    for kind in ANSWERED:
        await letters.letters_to(postfix, people[kind], 2)

    await invite(service, "two", "people", [*people.values(), "bea@example.test"])
    await letters.letters_to(postfix, "bea@example.test")
    got = {kind: len(postfix.dovecot.read(person)) for kind, person in people.items()}
    assert got == {kind: 2 if kind in ANSWERED else 1 for kind in people}
    waiting = await service.command("waiting")
    assert waiting.stdout.count("a wrong address") == 2
    assert waiting.stdout.count("a death") == 1
    assert await service.stop() == 0, service.log
