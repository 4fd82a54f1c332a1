"""Texts that were checked when the rules found fewer names are offered again, where there is something new in them."""

import re

import pytest
from sqlalchemy import update

from storage.tables import text_checks
from tests.review.test_reading import check, open_text

pytestmark = pytest.mark.slow


async def test_a_text_checked_under_older_rules_is_offered_again_until_somebody_looks(house, browse):
    held = house.says("my nurse zsófia kovács was kind")
    other = house.says("All was well on the day")
    reviewer = browse("reviewer")
    ref, plain = await open_text(reviewer, held), await open_text(reviewer, other)
    await check(reviewer, plain)
    await reviewer.get(f"/texts/{ref}/check")
    await reviewer.send(f"/texts/{ref}/check", recognised="no")
    house.db.write_now(lambda tx: tx.execute(update(text_checks).values(rules=1)))

    await reviewer.get("/")
    assert "2 texts were checked when sayso found fewer names" in reviewer.text
    await reviewer.get("/texts/again")
    assert (f"Text {ref}" in reviewer.text, "1 part to look at" in reviewer.text) == (True, True)
    assert f"Text {plain}" not in reviewer.text
    await reviewer.get(f"/texts/{ref}/check")
    assert "checked this when sayso found fewer names" in reviewer.text
    ticked = re.findall(r'name="hide" value="([^"]+)" checked', reviewer.page.text)
    assert ticked == ["3-22-name"]
    await reviewer.send(f"/texts/{ref}/check", hide=ticked, recognised="no")
    await reviewer.get("/texts/again")
    assert "There is nothing to check again" in reviewer.text


async def test_only_those_who_see_every_word_are_led_to_what_is_checked_again(house, browse):
    coder = browse("viewer")

    await coder.get("/texts/again")
    assert coder.page.status_code == 403
