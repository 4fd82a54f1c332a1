"""What a list of conversations says of itself, and the way from it and back."""

import re
from html import unescape

import pytest

from tests.review.conftest import Browser, House


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


def link(browser: Browser, words: str) -> str:
    """The address that the first link with these words leads to, inside the app."""
    return unescape(re.search(rf'href="/staff([^"]+)">[^<]*{words}', browser.page.text).group(1))


def first(browser: Browser) -> str:
    """The address of the first conversation of a list."""
    return unescape(re.search(r'class="first" href="/staff([^"]+)"', browser.page.text).group(1))


async def test_whoever_reads_through_a_list_goes_on_in_it_and_back_to_it(both_houses: House, browse_both):
    for number in range(3):
        both_houses.says(f"Tea number {number}", danger="self_harm_or_suicide")
        both_houses.says("Something else")
    browser = browse_both("reviewer")
    await browser.get("/inbox?view=flagged&flow=ward")
    await browser.get(first(browser))
    assert "Tea number 0" in browser.text

    await browser.send(link_of_form(browser, "note"), note="Read")
    await browser.get(link(browser, "Next in the list"))
    assert "Tea number 1" in browser.text
    await browser.get(link(browser, "Next in the list"))

    assert ("Tea number 2" in browser.text, "Next in the list" in browser.text) == (True, False)
    assert link(browser, "Back to the list") == "/inbox?view=flagged&flow=ward"
    await browser.get(link(browser, "Answer"))
    assert "view=flagged" in link(browser, "Back to the conversation")


def link_of_form(browser: Browser, last: str) -> str:
    return unescape(re.search(rf'action="/staff([^"]+/{last}[^"]*)"', browser.page.text).group(1))


async def test_words_that_were_looked_for_are_kept_on_the_way(house: House, browse):
    for words in ("Tea first", "Coffee", "Tea last"):
        house.says(words)
    browser = browse("reviewer")
    await browser.get("/inbox?q=tea")

    await browser.get(first(browser))
    assert "Tea last" in browser.text
    await browser.get(link(browser, "Next in the list"))

    assert "Tea first" in browser.text
    assert link(browser, "Back to the list") == "/inbox?view=all&q=tea"


@pytest.mark.parametrize("query", ["", "?from=//example.org", "?next=https://example.org&view=%22%3E//example.org"])
async def test_the_way_back_leads_to_the_inbox_whatever_the_address_says(house: House, browse, query):
    held = house.says("It was kind")
    browser = browse("reviewer")

    await browser.get(f"/conversations/{held.conversation.id}{query}")

    assert link(browser, "Back to the list").startswith("/inbox")
    assert "//example.org" not in browser.page.text


async def test_the_list_that_a_conversation_was_opened_from_stands_beside_it_without_a_word(house: House, browse):
    first, second = house.says("Marmalade on the ward."), house.says("Nobody rang.")
    house.says("Somebody else.", channel="email")
    browser = browse("reviewer")
    await browser.get("/inbox?channel=telegram")

    await browser.get(f"/conversations/{second.conversation.id}?view=all&channel=telegram")

    beside = browser.page.text.split('class="list-beside"')[1].split("</nav>")[0]
    assert beside.count("/staff/conversations/") == 2
    assert f'{second.conversation.id}?view=all&amp;channel=telegram" aria-current="page"' in beside
    assert f"{first.conversation.id}?view=all&amp;channel=telegram" in beside
    assert "Marmalade" not in beside
    await browser.get(f"/conversations/{second.conversation.id}?q=marmalade")
    assert browser.page.text.split('class="list-beside"')[1].split("</nav>")[0].count("/staff/conversations/") == 1
    await browser.get(f"/conversations/{second.conversation.id}")
    assert "list-beside" not in browser.page.text
