"""Parts of the figures on a page: which can be picked, what is said of them, and that no small number stands there."""

from tests.review.conftest import House

PAGE = "/figures/ward/parts"


async def test_parts_are_picked_from_a_form_and_said_in_plain_words(house: House, browse):
    for number in range(40):
        house.says("It was kind", picks="good" if number % 2 else "bad", channel="web" if number < 25 else "telegram")
    browser = browse("viewer")

    await browser.get("/figures/ward")
    assert "By period, place, group, channel or who people are" in browser.text
    await browser.get(PAGE)
    assert "Nothing is chosen yet." in browser.text
    assert '<option value="only|channel|web">web</option>' in browser.page.text
    assert "exact figures for the team" not in browser.text

    await browser.get(f"{PAGE}?see=only|channel|web")
    assert "You see only some replies: Channel, web." in browser.text
    assert "They are 25 of 40." in browser.text
    await browser.get(f"{PAGE}?see=all|channel")
    assert "You see parts side by side: Channel." in browser.text
    assert "telegram 15" in browser.text


async def test_a_part_of_few_cannot_be_picked_nor_asked_for(house: House, browse):
    for number in range(23):
        house.says("It was kind", picks="good", channel="web" if number < 20 else "telegram")
    browser = browse("reviewer")

    await browser.get(PAGE)
    assert "only|channel" not in browser.page.text
    assert "exact figures for the team" in browser.text
    assert (await browser.get(f"{PAGE}?see=only|channel|telegram")).status_code == 404


async def test_before_anybody_replied_the_page_says_so(house: House, browse):
    browser = browse("viewer")

    await browser.get(PAGE)
    assert "There are not enough replies yet" in browser.text
