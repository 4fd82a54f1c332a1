"""A clock that is wrong for a moment forgets nobody; one that is right again, or confirmed, goes on."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loops.clock_guard import ClockGuard

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Machine:
    """A machine whose clock can be set, and whose time since the start cannot."""

    def __init__(self, *providers):
        self.passed, self.off = timedelta(), timedelta()
        self.guard = ClockGuard(self.elapsed, providers)

    def elapsed(self):
        return self.passed.total_seconds()

    def says(self, last_seen=START):
        return self.guard.is_right(START + self.passed + self.off, last_seen)


@pytest.mark.parametrize("jump", [timedelta(days=3650), timedelta(days=-3), timedelta(minutes=2)])
def test_a_clock_that_jumps_for_fourteen_seconds_is_not_believed_and_then_it_is_again(jump):
    machine = Machine()
    assert machine.says()
    machine.passed, machine.off = timedelta(seconds=5), jump
    assert not machine.says()
    assert "Nothing is forgotten until it is set right" in machine.guard.trouble
    machine.passed, machine.off = timedelta(seconds=19), timedelta()
    assert machine.says()
    assert not machine.guard.trouble


@pytest.mark.parametrize(("after", "is_right"), [(-HOUR, False), (HOUR, True), (2 * DAY, False), (3650 * DAY, False)])
def test_a_start_far_from_the_last_time_seen_waits_for_a_second_clock(after, is_right):
    machine = Machine()
    machine.off = after
    assert machine.says() is is_right


def test_a_first_start_believes_the_clock():
    assert Machine().says(last_seen=None)


def test_a_clock_that_the_provider_confirms_is_believed_at_once_and_one_that_it_does_not_never():
    machine = Machine(lambda: START + 30 * DAY + machine.passed, lambda: None)
    machine.off = 30 * DAY
    assert machine.says()
    machine.off = 3650 * DAY
    for _ in range(50):
        machine.passed += HOUR
        assert not machine.says()


def test_a_clock_without_a_provider_is_believed_after_a_day_in_step_and_a_second_jump_begins_that_day_again():
    machine = Machine()
    machine.off = 30 * DAY
    said = []
    for hour in range(60):
        machine.passed, machine.off = hour * HOUR, 30 * DAY if hour < 20 else 31 * DAY
        said.append(machine.says())
    assert said == [False] * 44 + [True] * 16


@given(st.lists(st.floats(-50.0, 50.0), max_size=50))
def test_a_clock_that_time_servers_set_by_less_than_a_minute_is_always_believed(slips):
    machine = Machine()
    for slip in slips:
        machine.passed += timedelta(minutes=5)
        machine.off += timedelta(seconds=slip)
        assert machine.says()
