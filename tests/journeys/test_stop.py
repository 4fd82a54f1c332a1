"""An orderly stop in the middle of everything: it ends by itself with exit code 0, and nothing is lost or doubled.

How long it takes is a matter for `make bench`: a busy machine lengthens it.
"""

import asyncio

import pytest
from journeys.crowd import Talker, assert_all_kept, flow, until

from tests.journeys.conftest import START_SECONDS

pytestmark = [pytest.mark.journey, pytest.mark.slow]


async def test_a_stop_under_load_ends_by_itself_and_loses_nothing(make_service, on_both, bot_api):
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
        assert await service.stop() == 0, service.log
        service.start()
    enough.set()
    await talking

    await assert_all_kept(service, bot_api, talkers)
    assert sum(talker.repeated for talker in talkers) == 0
    assert await service.stop() == 0


async def test_a_stop_does_not_wait_for_a_telegram_that_does_not_answer(make_service, bot_api):
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)
    bot_api.faults.add(method="sendMessage", hang=10 * START_SECONDS)
    person = bot_api.person()
    await person.starts()
    service.start()
    await service.ready()
    await until(lambda: not bot_api.faults.planned)
    assert await service.stop() == 0, "it waited for Telegram"

    service.start()
    assert "Hello" in (await person.hears()).text
    await service.ready()
