"""An orderly stop in the middle of everything: within 5 seconds, exit code 0, and nothing lost or doubled."""

import asyncio
import time

import pytest
from journeys.crowd import Talker, assert_all_kept, flow, until

pytestmark = [pytest.mark.journey, pytest.mark.slow]

STOP_SECONDS = 5


async def test_a_stop_under_load_takes_under_5_seconds_and_loses_nothing(make_service, on_both, bot_api):
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url, **on_both)
    service.write_flow(flow())
    talkers = [Talker(bot_api.person(f"Person {n}"), n) for n in range(1, 41)]
    enough = asyncio.Event()
    service.start()
    await service.ready()
    talking = asyncio.gather(*(talker.talks(enough) for talker in talkers))

    for messages in (100, 200):
        count = bot_api.sent + messages
        await until(lambda count=count: bot_api.sent >= count)
        start = time.monotonic()
        assert await service.stop() == 0, service.log
        assert time.monotonic() - start < STOP_SECONDS
        service.start()
    enough.set()
    await talking

    await assert_all_kept(service, bot_api, talkers)
    assert sum(talker.repeated for talker in talkers) == 0
    assert await service.stop() == 0


async def test_a_stop_does_not_wait_for_a_telegram_that_does_not_answer(make_service, bot_api):
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)
    bot_api.faults.add(method="sendMessage", hang=60)
    person = bot_api.person()
    await person.starts()
    service.start()
    await service.ready()
    await until(lambda: not bot_api.faults.planned)
    start = time.monotonic()
    assert await service.stop() == 0
    assert time.monotonic() - start < STOP_SECONDS

    service.start()
    assert "Hello" in (await person.hears()).text
    await service.ready()
