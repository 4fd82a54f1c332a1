"""`sayso serve` is killed at random moments while people talk: every message counts exactly once all the same.

SAYSO_KILLS is how often it is killed in each case (`make nightly` takes 50, and more people); SAYSO_SEED gives the same moments again.
"""

import asyncio
import os
import random  # noqa: TID251 - the moments of the kills; the seed is shown
import time
from contextlib import suppress

import pytest
from journeys.crowd import Talker, assert_all_kept, flow, until

from tests.samples import every

pytestmark = [pytest.mark.kill, pytest.mark.slow]

KILLS = int(os.environ.get("SAYSO_KILLS", "3"))
SEED = int(os.environ.get("SAYSO_SEED", "0")) or time.time_ns()
PEOPLE = 40 if "SAYSO_KILLS" in os.environ else 20
HEARD_BETWEEN = (5, 150)
"""Messages of the bot between two kills; one kill in six comes while the service is still starting."""
FIRST_PERSON = '{"message_id": 7, "chat": {"id": 900001, "type": "private"}, "date": "never", "text": "Hello"}'
POISON = (
    '{"update_id": {id}, "message": {"message_id": "seven", "chat": [], "text": 5}}',
    f'{{"update_id": {{id}}, "message": {FIRST_PERSON}}}',
)
"""JSON that no reader takes: from nobody, and in the name of the first person."""
SECRET = "an-invented-secret-of-the-webhook-123456"
FOR_POISON = 30.0
"""Seconds that nobody may wait longer because of it: far less than a stopped queue, far more than a busy machine takes."""


@pytest.fixture(params=every(("sqlite by polling", "postgresql by polling", "sqlite by webhook"), 2, 1))
def by_every_way(request, make_service, bot_api):
    """A service that is not started yet, on each database and fed in both ways."""
    running = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)
    if "postgresql" in request.param:
        running.environ["SAYSO_DATABASE_URL"] = request.getfixturevalue("postgresql").fresh()
    if "webhook" in request.param:
        running.environ |= {"SAYSO_TELEGRAM_WEBHOOK_SECRET": SECRET, "SAYSO_PUBLIC_URL": running.url}
    running.write_flow(flow())
    return running


async def hear(bot_api, messages: int) -> None:
    """Wait until the bot has sent so many more messages."""
    count = bot_api.sent + messages
    await until(lambda: bot_api.sent >= count)


async def longest_wait(talkers: list[Talker], bot_api, messages: int) -> float:
    """Return the longest wait of anybody until the bot has sent so many more messages."""
    start = asyncio.get_running_loop().time()
    await hear(bot_api, messages)
    return max(wait for talker in talkers[1:] for began, wait in talker.waits if began >= start)


async def up(service, bot_api) -> None:
    """Wait until it is ready; then all that Telegram puts off for a while comes at once."""
    await service.ready()
    bot_api.clock.advance(60)


async def kill_once(service, bot_api, moments: random.Random) -> None:
    """Kill it at a random moment and start it again."""
    if moments.random() < 1 / 6:
        with suppress(TimeoutError):
            await asyncio.wait_for(service.ready(), moments.uniform(0, 1.5))
    else:
        await up(service, bot_api)
        await hear(bot_api, moments.randint(*HEARD_BETWEEN))
    service.kill()
    service.start()


async def test_no_kill_and_no_poison_loses_or_doubles_a_message(by_every_way, bot_api):
    service, moments = by_every_way, random.Random(SEED)  # noqa: S311 - moments, not secrets
    talkers = [Talker(bot_api.person(f"Person {n}"), n, bubbles=1 + n % 3) for n in range(1, PEOPLE + 1)]
    enough = asyncio.Event()
    service.start()
    await service.ready()

    talking = asyncio.gather(*(talker.talks(enough) for talker in talkers))
    before = await longest_wait(talkers, bot_api, 2 * PEOPLE)
    for text in POISON:
        bot_api.push_raw(text)
    poisoned = await longest_wait(talkers, bot_api, 2 * PEOPLE)
    for _ in range(KILLS):
        await kill_once(service, bot_api, moments)
    await up(service, bot_api)
    enough.set()
    await talking

    repeated = sum(talker.repeated for talker in talkers)
    print(f"{SEED=}: {repeated} questions asked twice, longest wait {before:.2f} s, {poisoned:.2f} s")  # noqa: T201 - the figures of a nightly run
    await assert_all_kept(service, bot_api, talkers, aside=len(POISON))
    assert poisoned < before + FOR_POISON
    assert repeated <= KILLS * PEOPLE
    assert await service.stop() == 0, service.log
