"""What people do in a real chat: reply to a question, react, send a place, write in bubbles, hand the phone on."""

import pytest
from journeys.crowd import until

from storage.conversations.response_rows import ResponseFilter, responses

pytestmark = [pytest.mark.journey, pytest.mark.slow]

FLOW = """
flow = "items"
version = 1
language = "en"
title = "Items"
start = "Hello. I am a computer program, not a person."
[consent]
ask = "Is it OK to keep your answers?"
no = "That is fine."
[[question]]
id = "came"
ask = "Did you come?"
type = "yesno"
[[question]]
id = "cup"
ask = "Which cup?"
type = "one"
choices.red = "Red"
choices.blue = "Blue"
[[question]]
id = "where"
ask = "Where was it?"
type = "place"
[[question]]
id = "why"
ask = "Why is that?"
type = "text"
[finish]
check = "Is it right?"
thanks = "Thank you."
"""


def answers(service):
    """What is stored of the only conversation, by question."""
    with service.store() as opened, opened.database.reading() as tx:
        (only,) = responses(tx, opened.vault, ResponseFilter(words=True))
    return only.answers


@pytest.fixture
async def talk(make_service, bot_api):
    """A running service with one flow, and somebody who has begun it."""
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)
    service.write_flow(FLOW)
    service.start()
    await service.ready()
    ada = bot_api.person()
    await ada.starts()
    yield service, ada, await ada.hears()
    assert await service.stop() == 0, service.log


async def test_a_thumb_a_reply_a_place_and_a_heart_go_where_they_belong(talk, bot_api):
    service, ada, consent = talk
    await ada.reacts(consent, "👍")
    came = await ada.hears()
    assert "Did you come?" in came.text
    await ada.reacts(came, "👍")
    cup = await ada.hears()
    await ada.taps("Red")
    where = await ada.hears()
    await ada.sends_location()
    asked_back = await ada.hears()
    assert "Please write the name of the place." in asked_back.text
    await ada.says("The old hall")
    while "Why is that?" not in (why := await ada.hears()).text:
        await ada.taps("Next")
    await ada.replies(cup, "Blue", quote="Which cup?")
    corrected = await ada.hears()
    assert "We have changed your answer" in corrected.text
    assert "Why is that?" in corrected.text
    await ada.reacts(where, "❤", "🔥")
    await until(lambda: bot_api.is_all_taken)
    await ada.replies(why, "I like it")
    assert "Write more" in (await ada.hears()).text

    found = answers(service)
    assert (found["came"].value, found["cup"].value) == ("yes", "blue")
    assert (found["where"].words, found["why"].words) == ("The old hall", "I like it")
    assert ada.unheard == 0
    assert (await service.checks())["nothing lost"]["ok"]


async def test_three_quick_messages_of_one_thought_get_one_line(talk, bot_api):
    service, ada, _ = talk
    await ada.says("Yes")
    await ada.hears()
    await ada.says("Yes")
    await ada.hears()
    for text in ("zzz", "well zzz", "you zzz"):
        await ada.says(text)
    assert "Sorry, we did not get that." in (await ada.hears()).text
    await until(lambda: bot_api.is_all_taken)
    await ada.taps("Blue")
    assert "Where was it?" in (await ada.hears()).text
    assert ada.unheard == 0
    assert answers(service)["cup"].value == "blue"


async def test_the_next_person_on_a_phone_begins_anew_and_a_bad_link_says_so(talk):
    _, ada, _ = talk
    for text in ("Yes", "Yes", "Red", "skip", "skip", "Yes"):
        await ada.says(text)
        last = await ada.hears()
    assert "return code" in last.text
    await ada.taps("I am somebody else")
    fresh = await ada.hears()
    assert fresh.text.startswith("This is a new start.")
    assert "Is it OK to keep your answers?" in fresh.text
    await ada.starts("a-link-that-is-broken")
    assert (await ada.hears()).text.startswith("Sorry, that link does not work here.")
