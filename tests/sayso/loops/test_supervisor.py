"""Each job fails alone: it is begun again after growing pauses, and what stands still is said."""

import asyncio
from collections.abc import Callable, Mapping

import pytest

from sayso.core.ports import AccessRefused, BackgroundJob, RetryPauses
from sayso.loops.supervisor import STEADY_SECONDS, Supervisor

SECRET = "marmalade"


class Clock:
    """A clock that moves when somebody sleeps, and the pauses that it moved by."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.pauses.append(seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def supervisor(clock: Clock, said: list[str]) -> Supervisor:
    return Supervisor(clock.time, clock.sleep, lambda: 1.0, said.append)


def failing(times: int, fault: Exception, then: Callable[[], None] = lambda: None) -> BackgroundJob:
    """A job that ends by a fault so many times, and then is done."""
    left = [fault] * times

    async def run() -> None:
        then()
        if left:
            raise left.pop()

    return BackgroundJob("The post", run)


async def test_a_job_that_fails_is_begun_again_after_growing_pauses_until_it_is_done(supervisor, clock):
    await supervisor.keep(failing(4, OSError(SECRET)))

    assert clock.pauses == [1, 2, 4, 8]
    assert supervisor.troubles == {}


async def test_pauses_end_growing_and_are_spread_by_chance(supervisor, clock):
    supervisor.jitter = lambda: 0.0
    await supervisor.keep(failing(12, OSError()))

    assert clock.pauses[0] == 0.5
    assert clock.pauses[-1] == 150.0


async def test_whoever_does_not_let_us_in_is_asked_as_seldom_as_they_need(supervisor, clock, said):
    await supervisor.keep(failing(3, AccessRefused("The door is shut.", RetryPauses(600, 1800))))

    assert clock.pauses == [600, 1200, 1800]
    assert said == ["The door is shut."]


async def test_what_stands_still_is_said_without_the_text_of_the_fault(supervisor, said):
    seen: list[Mapping[str, str]] = []
    await supervisor.keep(failing(1, OSError(SECRET), lambda: seen.append(supervisor.troubles)))

    before, then = seen
    trouble = then["The post"]
    assert before == {}
    assert trouble.startswith("The post stopped")
    assert said == [trouble]
    assert SECRET not in trouble


async def test_a_job_is_well_again_when_it_has_run_steadily_and_then_its_pauses_begin_anew(supervisor, clock):
    seen: list[Mapping[str, str]] = []

    def run_for_long() -> None:
        clock.now += STEADY_SECONDS
        seen.append(supervisor.troubles)

    await supervisor.keep(failing(3, OSError(), run_for_long))

    assert seen == [{}, {}, {}, {}]
    assert clock.pauses == [1, 1, 1]


async def test_one_job_fails_and_the_others_go_on(supervisor):
    never, done = asyncio.Event(), asyncio.Event()

    async def other() -> None:
        done.set()
        await never.wait()

    both = asyncio.gather(supervisor.keep(failing(30, OSError())), supervisor.keep(BackgroundJob("The other", other)))
    await done.wait()
    both.cancel()

    with pytest.raises(asyncio.CancelledError):
        await both
