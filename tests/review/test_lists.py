"""What a list of conversations says of itself, and the way from it and back."""

import pytest

from tests.review.conftest import House


async def test_the_list_of_all_tells_how_many_replies_have_no_words(both_houses: House, browse_both):
    both_houses.says("It was kind", picks="good")
    for _ in range(2):
        both_houses.says(picks="bad")
    both_houses.says()
    reviewer, viewer = browse_both("reviewer"), browse_both("viewer")

    await reviewer.get("/inbox?flow=ward")
    await viewer.get("/inbox?flow=ward")

    assert "2 replies have no words to read. Look in the figures for what was picked." in reviewer.text
    assert 'href="/staff/figures/ward"' in reviewer.page.text
    assert "Some replies have no words to read." in viewer.text


@pytest.mark.parametrize("query", ["?view=new", "?q=kind", "?theme=none", "?channel=email"])
async def test_a_list_that_words_alone_can_be_in_tells_of_no_others(house: House, browse, query):
    house.says("It was kind")
    house.says(picks="bad")
    browser = browse("reviewer")

    await browser.get(f"/inbox{query}")

    assert "no words to read" not in browser.text
