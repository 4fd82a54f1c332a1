"""When a letter may leave: the pace of a domain, the waits after a refusal, and the night."""

from datetime import UTC, datetime, timedelta

import pytest

from feedback.flows.words import Words
from mail.outgoing.rate_limits import TRIES_END, DomainRate, DomainRateLimiter, next_try, out_of_night

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def test_one_letter_a_second_and_twenty_a_minute_leave_for_one_domain():
    pace = DomainRateLimiter()

    times = [pace.take("example.org", NOON) - NOON for _ in range(41)]

    assert times[:20] == [number * SECOND for number in range(20)]
    assert times[20:40] == [MINUTE + number * SECOND for number in range(20)]
    assert times[40] == 2 * MINUTE


def test_other_domains_do_not_wait_and_asking_takes_nothing():
    pace = DomainRateLimiter()
    pace.take("example.org", NOON)

    assert pace.free_at("example.net", NOON) == NOON
    assert pace.free_at("example.org", NOON) == NOON + SECOND
    assert pace.free_at("example.org", NOON) == NOON + SECOND


def test_domains_with_nothing_to_wait_for_are_forgotten():
    pace = DomainRateLimiter(DomainRate(per_second=10.0, per_minute=100))
    for number in range(1000):
        pace.take(f"d{number}.example", NOON)

    pace.take("new.example", NOON + 2 * MINUTE)

    assert pace.free_at("d1.example", NOON) == NOON


def test_a_letter_refused_for_now_waits_longer_each_time_and_is_given_up_after_three_days():
    at, waits = NOON, []
    for tries in range(1, 20):
        then = next_try(tries, NOON, at)
        if then is None:
            break
        waits.append(then - at)
        at = then

    assert waits[:5] == [timedelta(minutes=5), timedelta(minutes=30), *(timedelta(hours=h) for h in (2, 6, 24))]
    assert set(waits[5:]) == {timedelta(hours=24)}
    assert at - NOON <= TRIES_END


def test_what_the_other_side_asks_for_makes_a_wait_longer_and_never_shorter():
    assert next_try(1, NOON, NOON, asked=timedelta(hours=1)) == NOON + timedelta(hours=1)
    assert next_try(1, NOON, NOON, asked=SECOND) == NOON + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("at", "then"),
    [
        (datetime(2026, 1, 5, 19, 59, tzinfo=UTC), datetime(2026, 1, 5, 19, 59, tzinfo=UTC)),
        (datetime(2026, 1, 5, 20, 0, tzinfo=UTC), datetime(2026, 1, 6, 8, 0, tzinfo=UTC)),
        (datetime(2026, 1, 5, 3, 0, tzinfo=UTC), datetime(2026, 1, 5, 8, 0, tzinfo=UTC)),
        (datetime(2026, 7, 6, 19, 30, tzinfo=UTC), datetime(2026, 7, 7, 7, 0, tzinfo=UTC)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), datetime(2026, 3, 29, 7, 0, tzinfo=UTC)),
    ],
)
def test_nobody_gets_a_letter_at_night_by_their_own_clock_the_day_of_the_clock_change_included(
    at: datetime, then: datetime
):
    assert out_of_night(at, Words(zone="Europe/London")) == then
