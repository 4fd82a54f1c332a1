"""Exact figures: for those who read every word, by day, channel, group and place, and never without a warning."""

import pytest

from storage.conversations.figure_filter import invited_groups
from tests.review.conftest import House


@pytest.fixture
def busy_house(house: House) -> House:
    """Three people on Telegram today, two on the web a month later."""
    for _ in range(3):
        house.says("It was kind", picks="good")
    house.clock.forward(days=31)
    for _ in range(2):
        house.says("It was loud", picks="bad", channel="web")
    return house


async def test_exact_figures_show_small_numbers_and_say_that_they_are_for_the_team(busy_house: House, browse):
    browser = browse("reviewer")

    await browser.get("/figures/ward/exact")

    assert "3 of 5 (60 %)" in browser.text
    assert "For the team alone. Do not copy." in browser.text


@pytest.mark.parametrize(
    ("asked", "share"),
    [
        ("channel=web", "2 of 2 (100 %)"),
        ("until=2026-05-31", "3 of 3 (100 %)"),
        ("since=2026-06-01", "2 of 2 (100 %)"),
        ("since=2026-06-01&until=2026-06-30&channel=web", "2 of 2 (100 %)"),
    ],
)
async def test_a_filter_counts_only_what_it_names(busy_house: House, browse, asked: str, share: str):
    browser = browse("safeguarding")

    await browser.get(f"/figures/ward/exact?{asked}")

    assert share in browser.text
    assert "3 of 5" not in browser.text


async def test_where_nobody_answered_the_page_says_so_and_how_to_go_on(busy_house: House, browse):
    browser = browse("reviewer")

    await browser.get("/figures/ward/exact?since=2027-01-01")

    assert "Nobody has answered here. Choose more days, or show all." in browser.text


async def test_an_answer_is_followed_from_month_to_month(busy_house: House, browse):
    browser = browse("reviewer")

    await browser.get("/figures/ward/exact?question=how")

    assert "Answers by the month in which people began" in browser.text
    assert "2026-05 3 3 of 3 (100 %) 0 of 3 (0 %)" in browser.text
    assert "2026-06 2 0 of 2 (0 %) 2 of 2 (100 %)" in browser.text


async def test_a_group_and_a_place_may_be_looked_at_alone(house: House, browse):
    house.invites("spring", "one@example.org", "two@example.org")
    house.says("It was kind", picks="good")
    browser = browse("reviewer")

    await browser.get("/figures/ward/exact")
    assert "spring" in browser.text

    await browser.get(f"/figures/ward/exact?group={group_id(house)}&place=Ward%203")
    assert "Nobody has answered here." in browser.text


def group_id(house: House) -> str:
    return house.db.read_now(lambda tx: invited_groups(tx, flow="ward"))[0][0]


@pytest.mark.parametrize("role", ["viewer", "coder", "analyst", "admin"])
async def test_who_does_not_read_every_word_sees_no_exact_figure(busy_house: House, browse, role: str):
    browser = browse(role)

    await browser.get("/figures/ward/exact")

    assert browser.page.status_code == 403
    assert "3 of 5" not in browser.text


async def test_who_looked_at_exact_figures_is_written_down(busy_house: House, browse):
    await browse("reviewer").get("/figures/ward/exact")
    browser = browse("admin")

    await browser.get("/audit")

    assert "looked at exact figures" in browser.text


async def test_a_flow_that_nobody_answered_shows_no_table_of_nothing(house: House, browse):
    house.says("It was kind", picks="good", events=[])
    browser = browse("viewer")

    await browser.get("/figures/ward")

    assert "On this page" in browser.page.text
    assert 'href="#part-1"' in browser.page.text
