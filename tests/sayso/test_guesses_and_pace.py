"""How often codes may be tried, and how fast messages leave: with a clock that the test turns."""

import pytest

from feedback.errors import TryLater
from sayso.core.limits.code_rate_limit import Guesses
from sayso.core.limits.rate_limit import Pace


class Clock:
    """Seconds that pass only when told to, or while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def wait_of(guesses: Guesses, source: str) -> float:
    with pytest.raises(TryLater) as raised:
        guesses.try_now(source)
    assert raised.value.wait_seconds is not None
    return raised.value.wait_seconds


def test_a_source_may_try_once_a_second(clock):
    guesses = Guesses(clock)
    guesses.try_now("a")

    assert wait_of(guesses, "a") == 1.0
    guesses.try_now("b")
    clock.now += 1.0
    guesses.try_now("a")


def test_each_wrong_code_makes_the_next_try_wait_longer_up_to_42_seconds(clock):
    guesses = Guesses(clock)
    waits = []
    for _ in range(9):
        guesses.try_now("a")
        guesses.was_wrong("a")
        waits.append(wait_of(guesses, "a"))
        clock.now += waits[-1]

    assert waits == [1, 2, 4, 8, 16, 32, 42, 42, 42]
    guesses.try_now("a")
    guesses.was_right("a")
    guesses.try_now("a")
    assert wait_of(guesses, "a") == 1.0


def test_many_sources_together_get_20_tries_a_second(clock):
    guesses = Guesses(clock)
    for number in range(20):
        guesses.try_now(f"source {number}")

    assert wait_of(guesses, "another") == 1.0
    clock.now += 0.5
    for number in range(10):
        guesses.try_now(f"later {number}")
    assert wait_of(guesses, "one more") == 1.0
    clock.now += 3600
    for number in range(20):
        guesses.try_now(f"much later {number}")
    assert wait_of(guesses, "still no more than 20") == 1.0


def test_several_services_together_let_no_more_tries_through_than_one(clock):
    guesses = Guesses(clock, lambda: 4)
    for number in range(5):
        guesses.try_now(f"source {number}")

    assert wait_of(guesses, "another") == 1.0


async def test_several_services_together_send_no_faster_than_one(clock):
    pace = Pace(20, clock, clock.sleep, lambda: 4)
    await pace.turn()
    await pace.turn()

    assert clock.now == pytest.approx(1000.2)


def test_only_so_many_sources_are_remembered_and_the_last_ones_stay(clock):
    guesses = Guesses(clock)
    for number in range(10_050):
        clock.now += 0.1
        guesses.try_now(f"source {number}")

    assert len(guesses._next_try) == 10_000
    assert wait_of(guesses, "source 10049") == pytest.approx(1.0)


async def test_messages_leave_at_a_steady_rate(clock):
    pace = Pace(20, clock, clock.sleep)

    left = []
    for _ in range(4):
        await pace.turn()
        left.append(clock.now)

    assert left == pytest.approx([1000.0, 1000.05, 1000.1, 1000.15])


async def test_without_a_rate_nothing_waits_but_for_a_halt(clock):
    pace = Pace(None, clock, clock.sleep)
    await pace.turn()
    await pace.turn()
    assert clock.now == 1000.0

    pace.hold(30)
    pace.hold(5)
    await pace.turn(first=True)

    assert clock.now == 1030.0


async def test_help_goes_before_the_queue_and_the_queue_makes_room_for_it(clock):
    pace = Pace(1, clock, lambda _: _nothing())
    for _ in range(5):
        await pace.turn()

    slept = []
    pace._sleep = lambda seconds: _note(slept, seconds)
    await pace.turn(first=True)
    await pace.turn()

    assert slept == [6.0]


async def _nothing() -> None:
    """A queue of sleepers, seen from outside: time stands still."""


async def _note(slept: list[float], seconds: float) -> None:
    slept.append(seconds)
