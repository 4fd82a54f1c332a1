"""Set-up pages: the ways through the questions, help numbers with their age, and what became of each letter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from review.http.templates import is_few
from storage.conversations import flow_versions
from tests.review.conftest import House

pytestmark = pytest.mark.slow

INVITED = tuple(f"{name}@example.org" for name in ("ada", "bea", "cal", "dee", "fay"))


async def test_the_questions_of_a_flow_stand_with_their_bases_and_every_way_through(house: House, browse):
    browser = browse("analyst")

    await browser.get("/questions/ward")

    assert "ward, version 1. The checker found no fault in it" in browser.text
    assert "The longest way has 2 questions, about 1 minute." in browser.text
    assert "All ways were walked. Each question can be reached." in browser.text
    assert "story Tell us what happened, in your own words. text everyone who answered" in browser.text
    assert "1 way, the longest first. story → how" in browser.text
    assert (await browser.get("/questions/none")).status_code == 404


async def test_help_numbers_show_their_age_and_which_have_to_be_looked_up_again(house: House, browse):
    today = house.clock().date()
    fresh, old, never, *_ = house.flow.words.signposts
    posts = (
        replace(fresh, checked_on=today - timedelta(days=90), checked_by="Ada"),
        replace(old, checked_on=today - timedelta(days=91), checked_by="Ada"),
        replace(never, checked_on=None, checked_by=""),
    )
    house.flow = replace(house.flow, words=replace(house.flow.words, signposts=posts))
    browser = browse("viewer")

    await browser.get("/signposts")

    ages = [part.strip() for part in browser.text.split(" Checked ", 1)[1].split(" ago, by Ada")]
    assert "too long ago" not in ages[0]
    assert "90 days" in ages[0]
    assert "too long ago 2 February 2026, 91 days" in ages[1]
    assert "never" in ages[2]


async def test_where_no_flow_was_ever_in_use_there_are_no_numbers_to_show(house: House, browse):
    house.flow = replace(house.flow, name="other", title="Other")
    assert house.db.read_now(lambda tx: flow_versions.versions(tx, flow="other")) == ()
    browser = browse("viewer")

    await browser.get("/signposts")

    assert "There are none yet." in browser.text


async def test_each_letter_to_a_group_shows_what_became_of_it_and_nobody_is_named(house: House, browse):
    house.invites("spring", *INVITED)
    browser = browse("reviewer")

    await browser.get("/set-up")
    assert "/staff/invited?flow=ward&amp;group=spring" in browser.page.text
    await browser.get("/invited?flow=ward&group=spring")

    assert "Began: 1 of 5 (20 %)." in browser.text
    rows = browser.text.split(" Began ", 1)[1]
    assert "was sent 4 May 2026 yes" in rows
    assert "could not be sent: There is no such mailbox. 4 May 2026 not yet" in rows
    assert "waits to go out not yet" in rows
    assert "@" not in browser.text
    assert not {"ada", "bea", "cal"} & set(browser.text.lower().split())
    assert (await browser.get("/invited?flow=ward&group=autumn")).status_code == 404


async def test_where_few_began_only_those_who_see_every_word_are_told_how_many_and_who(house: House, browse):
    house.invites("spring", *INVITED)
    house.says("Nobody rang back.")
    browser = browse("admin")

    for path in ("/set-up", "/invited?flow=ward&group=spring", "/flows"):
        await browser.get(path)
        assert "too few to show" in browser.text, path
    await browser.get("/invited?flow=ward&group=spring")
    assert "was sent 4 May 2026" in browser.text
    assert "yes" not in browser.text

    assert all(is_few(*one) for one in ((1, 20), (4, 20), (16, 20), (19, 20), (0, 4)))
    assert not any(is_few(*one) for one in ((0, 9), (5, 10), (15, 20), (20, 20)))


async def test_all_flows_together_stand_over_time_with_their_bases_and_without_a_word(house: House, browse):
    for _ in range(12):
        house.says("Marmalade")
    browser = browse("viewer")

    await browser.get("/figures")

    assert "2026-05 12 12 of 12 (100 %) 76 % to 100 %" in browser.text
    assert "telegram 12 12 of 12 (100 %)" in browser.text
    assert "Your ward 12 12 of 12 (100 %)" in browser.text
    drawn = [browser.page.text.count(kind) for kind in ('class="page"', 'class="drawn"')]
    assert drawn == [1, 2]  # over time as a chart, by channel and by flow beside their numbers
    assert "Marmalade" not in browser.text
