"""What changed for the same people, on its page: linked from the figures, and held where few answered again."""

from tests.review.conftest import House


async def test_the_page_is_led_to_and_says_that_nobody_has_answered_again(house: House, browse):
    house.says("A letter would help")
    browser = browse("analyst")

    assert "What changed for the same people, months later" in (await browser.get("/figures/ward")).text
    await browser.get("/figures/ward/again")

    assert "Nobody has answered again yet." in browser.text


async def test_the_page_of_a_flow_that_nobody_answered_is_empty(browse):
    assert (await browse("viewer").get("/figures/ward/again")).status_code == 200
