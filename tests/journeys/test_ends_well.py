"""What went wrong once ends well: a plain yes is a yes, a late one is told so, a cry is seen, and no cry is a place."""

import json
from datetime import timedelta

import pytest
from journeys.crowd import until
from journeys.house import NOON

from sayso.core.clock import now
from storage.messages import inbox
from storage.review import before_yes

pytestmark = [pytest.mark.journey, pytest.mark.slow]

STORY = "The tea was cold and nobody came all night."


@pytest.fixture
def service(make_service, bot_api):
    made = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)
    made.environ |= {"SAYSO_DEFAULT_FLOW": "people"}
    return made


async def at(service, moment):
    """Let it be that moment, for a service that begins again."""
    await service.stop()
    service.environ |= {"JOURNEY_CLOCK_SHIFT": str((moment - now()).total_seconds())}
    service.start()
    await service.ready()


async def hears_of(person, words):
    """Return all that somebody hears up to the message with these words."""
    heard = ""
    while words not in heard:
        heard += (await person.hears()).text + "\n"
    return heard


def early(service):
    with service.store() as store:
        return store.database.read_now(before_yes.early)


async def test_a_plain_yes_a_late_yes_and_a_cry_before_a_yes_end_well_on_telegram(service, bot_api):
    ada, bea, cal = (bot_api.person(name) for name in ("Ada", "Bea", "Cal"))
    await at(service, NOON)

    await ada.starts()
    await hears_of(ada, "OK to keep")
    await ada.says("yes thats fine thanks")
    assert "Which of these is most like you?" in await hears_of(ada, "Question 1")
    await ada.says("carer")
    await hears_of(ada, "Where did you take part?")
    await ada.says("i wanna die")
    assert "Samaritans: 116 123" in await hears_of(ada, "What would you like to do?")

    await bea.says(STORY)
    assert "for 24 hours only" in await hears_of(bea, "OK to keep")

    await cal.says("I want to die. The ward staff hit me.")
    assert "Emergency: 999" in await hears_of(cal, "What would you like to do?")
    await cal.taps("A person to write to me")
    await hears_of(cal, "Can a person write to you here?")
    await cal.taps("Yes")
    await hears_of(cal, "A person will write back")

    (seen,) = early(service)
    assert (seen.wants_person, seen.is_open) == (True, True)
    assert {"self_harm_or_suicide", "allegation_about_staff"} <= set(seen.reasons)
    waiting = await service.command("waiting", "--format", "jsonl")
    calls = [json.loads(line) for line in waiting.stdout.splitlines()]
    counted = {call["why"] for call in calls if call["conversation"] == seen.conversation_id}
    assert counted == {"wants a person", *seen.reasons}

    await at(service, NOON + timedelta(hours=4, minutes=5))
    assert "Without a yes, we erase it 24 hours after you wrote" in await hears_of(bea, "OK to keep")
    await at(service, NOON + timedelta(hours=21, minutes=5))
    assert "Without a yes, we erase it 24 hours after you wrote" in await hears_of(bea, "OK to keep")
    await at(service, NOON + timedelta(hours=26))
    await until(lambda: lost(service).without_yes == 3)
    await bea.says("yes thats fine")
    assert "Your yes came too late: we had to erase what you wrote." in await hears_of(bea, "Press Start")
    places = [row for row in await service.export("people") if row["question"] == "c2"]
    assert [row["text"] for row in places if row["text"]] == []
    assert "without a yes" in (await service.checks())["nothing lost"]["found"]


def lost(service):
    """The sum of all that came in: what became of each message."""
    with service.store() as store:
        return store.database.read_now(inbox.conservation)
