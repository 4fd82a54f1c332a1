"""Local times are those of the people, whichever zone the machine is set to."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from review.http.templates import moment
from sayso.core.clock import live_in


@pytest.fixture
def _zone_put_back() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("_zone_put_back")
def test_a_moment_is_told_in_the_zone_of_the_people_in_summer_and_winter():
    live_in("Europe/London")

    assert moment(datetime(2026, 7, 1, 9, tzinfo=UTC)) == "1 July 2026, 10:00"
    assert moment(datetime(2026, 12, 31, 9, tzinfo=UTC)) == "31 December 2026, 09:00"


@pytest.mark.usefixtures("_zone_put_back")
def test_a_day_may_be_another_day_there():
    live_in("Pacific/Auckland")

    assert moment(datetime(2026, 7, 1, 13, tzinfo=UTC)) == "2 July 2026, 01:00"
