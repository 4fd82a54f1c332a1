"""A flow file is changed, and then deleted, while people are half way: each finishes what they began."""

import pytest
from journeys.crowd import flow

pytestmark = [pytest.mark.journey, pytest.mark.slow]


async def answers(person, *texts: str) -> str:
    """Say each text when the message before it has come; return the last thing heard."""
    heard = ""
    for text in texts:
        await person.says(text)
        heard = (await person.hears()).text
    return heard


async def test_each_finishes_the_version_they_began(service, bot_api):
    file = service.write_flow(flow(3))
    service.write_flow(flow(1, name="other", ask="What of thing {}?"), "other")
    service.environ["SAYSO_DEFAULT_FLOW"] = "items"
    await again(service)
    ada, bea, cal, dee = (bot_api.person(name) for name in ("Ada", "Bea", "Cal", "Dee"))
    for person in (ada, bea):
        assert "What of item 2?" in await answers(person, "/start", "Yes", "1")

    file.write_text(flow(4, version=2, ask="And what about item {}?"))
    await again(service)
    assert "What of item 3?" in await answers(ada, "Words of Ada", "Next")
    assert "Is it right?" in await answers(ada, "3")
    assert "Your return code is" in await answers(ada, "Yes, that is right")
    assert "And what about item 1?" in await answers(cal, "/start", "Yes")
    assert "Question 2 of about 4" in await answers(cal, "1")

    file.unlink()
    service.environ["SAYSO_DEFAULT_FLOW"] = "other"
    await again(service)
    assert "What of item 3?" in await answers(bea, "Words of Bea", "Next")
    assert "Your return code is" in await answers(bea, "3", "Yes, that is right")
    assert "And what about item 3?" in await answers(cal, "Words of Cal", "Next")
    assert "And what about item 4?" in await answers(cal, "3")
    assert "What of thing 1?" in await answers(dee, "/start", "Yes")

    rows = await service.export("items")
    told = {
        (row["version"], row["question"], row["value"] or row["text"]) for row in rows if row["state"] == "answered"
    }
    assert {(1, "q2", "Words of Ada"), (1, "q2", "Words of Bea"), (2, "q2", "Words of Cal")} <= told
    assert {row["version"] for row in rows if row["question"] == "q4"} == {2}


async def again(service) -> None:
    assert await service.stop() == 0
    service.start()
    await service.ready()
