"""Which numbers for help somebody has to ring: one rule for every page and for `sayso doctor`."""

from dataclasses import replace
from datetime import date, timedelta

from feedback.flows.words import CHECKED_FOR, Signpost, to_ring

TODAY = date(2026, 5, 4)
POST = Signpost("A line", "0800 000 000", "Everybody", ("england",), "always", always_open=True)


def checked(days: int, by: str = "Ada", **more: bool) -> Signpost:
    return replace(POST, checked_on=TODAY - timedelta(days=days), checked_by=by, **more)


def test_numbers_that_people_are_shown_are_rung_where_nobody_checked_them_or_long_ago():
    fresh, old, nameless = checked(CHECKED_FOR.days), checked(CHECKED_FOR.days + 1), checked(400, by="")

    assert to_ring([POST, fresh, old, nameless], TODAY) == ((POST, nameless), (old,))


def test_numbers_that_nobody_is_shown_are_not_counted():
    assert to_ring([replace(POST, show=False), checked(400, show=False)], TODAY) == ((), ())
