"""A service among others lets go of what it holds before another takes it, however long it slept, and takes it up again."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from feedback.conversation.messages import Received
from sayso.core.intake import Intake
from sayso.core.ports import BackgroundJob
from sayso.core.standing import ALONE, BEAT_SECONDS, LEASE_SECONDS, OneOfSeveral, standing_for
from storage.db.engine import Database
from storage.db.errors import Fenced
from storage.services import leases
from storage.tables import inbox

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FIRST, LAST = 100.0, 100.0 + 6 * BEAT_SECONDS
WANTED = ("telegram",)


class EndOfTime(Exception):
    pass


class Clock:
    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.now >= LAST:
            raise EndOfTime


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(db: Database, clock: Clock) -> tuple[OneOfSeveral, OneOfSeveral]:
    return tuple(OneOfSeveral(db, clock, lambda _: asyncio.sleep(0), WANTED) for _ in range(2))


async def time_is_over(db: Database, service: OneOfSeveral, clock: Clock) -> None:
    """Let the time of one service pass, here and on the server."""
    clock.now += LEASE_SECONDS
    late = text("UPDATE service SET until = clock_timestamp() - interval '1 second' WHERE id = :id")
    await db.write(lambda tx: tx.execute(late, {"id": service.number}))


async def test_the_first_holds_what_one_does_for_all_and_both_do_the_rest(services):
    for one in services:
        await one.beat()

    assert [one.holds("telegram") for one in services] == [True, False]
    assert all(one.holds("") and one.is_current() for one in services)
    assert services[1].services == 2


async def test_whoever_sleeps_holds_nothing_when_it_wakes_and_the_other_takes_over(db, services, clock):
    first, second = services
    await first.beat()
    await time_is_over(db, first, clock)

    assert not first.is_current()
    assert not first.holds("telegram")
    await second.beat()
    assert second.holds("telegram")
    await first.beat()
    assert first.is_current()
    assert not first.holds("telegram")
    assert first.number > second.number


async def test_it_lets_go_a_second_before_another_may_take_over(services, clock):
    await services[0].beat()

    clock.now += LEASE_SECONDS - 1

    assert not services[0].is_current()


async def test_what_a_replaced_leader_brings_is_refused_and_stored_by_the_new_one(db, vault, services, clock):
    first, second = services
    await first.beat()
    intakes = [Intake(one.fenced(db, "telegram"), vault, asyncio.Event(), lambda: NOON) for one in services]
    await time_is_over(db, first, clock)
    await second.beat()

    with pytest.raises(Fenced):
        await intakes[0].keep([Received("telegram", "1", "7001", "{}")])
    await intakes[1].keep([Received("telegram", "1", "7001", "{}")])

    assert len(db.read_now(lambda tx: tx.execute(select(inbox.c.id)).all())) == 1


async def test_nobody_writes_under_a_lease_before_being_heard(db, services):
    with pytest.raises(Fenced, match="not been heard"):
        await services[0].fenced(db, "telegram").write(lambda _: None)


async def test_a_job_runs_while_its_lease_is_there_and_begins_anew_when_it_comes_back(db, services, clock):
    first, second = services
    begun, ended = asyncio.Queue(), asyncio.Queue()

    async def work() -> None:
        begun.put_nowait(clock.now)
        try:
            await asyncio.Event().wait()
        finally:
            ended.put_nowait(clock.now)

    job = asyncio.create_task(first.kept(BackgroundJob("The post", work, "telegram")).run())
    await first.beat()
    assert await begun.get() == clock.now
    await time_is_over(db, first, clock)
    assert await ended.get() == clock.now
    await second.beat()
    await first.beat()
    await second.leave()
    assert begun.empty()
    await first.beat()
    assert await begun.get() == clock.now
    job.cancel()
    assert await ended.get() == clock.now


async def test_a_job_that_is_done_is_done_and_one_that_fails_says_so(services):
    await services[0].beat()

    async def fails() -> None:
        raise OSError

    async def is_done() -> None:
        return None

    await services[0].kept(BackgroundJob("The menu", is_done, "telegram")).run()
    with pytest.raises(OSError):  # noqa: PT011 - whatever it is, the supervisor is told
        await services[0].kept(BackgroundJob("The post", fails, "telegram")).run()


async def test_a_service_that_leaves_is_replaced_at_once_and_one_alone_has_no_number(db, services):
    await services[0].beat()
    await services[0].leave()
    await services[1].beat()

    assert services[1].holds("telegram")
    assert ALONE.number is None
    async with standing_for(db) as another:
        await another.beat()
        assert another.number > services[1].number
        assert await db.read(leases.running) == 2
    assert await db.read(leases.running) == 1


async def test_it_is_heard_again_and_again(services, clock):
    first = services[0]
    first.sleep = clock.sleep

    with pytest.raises(EndOfTime):
        await first.run()

    assert clock.now == LAST
    assert first.is_current()
