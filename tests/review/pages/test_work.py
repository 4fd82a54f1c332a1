"""Working through what is ready: the queue of each role, one save a text, and the way back."""

import re

import pytest

from storage.review import codings, texts, themes
from storage.review.work.queue import QueuePlace, ready
from tests.review.conftest import Browser, House

pytestmark = pytest.mark.slow


def ref_of(browser: Browser) -> str:
    found = re.search(r'action="/staff/work-through/(\w+)\?', browser.page.text)
    return found.group(1) if found else ""


def where_of(browser: Browser) -> str:
    """The address that the form of the page is sent to."""
    return re.search(r'action="/staff(/work-through/\w+[^"]*)"', browser.page.text).group(1).replace("&amp;", "&")


async def save(browser: Browser, **fields: object):
    """Send the form of the page as it stands, with these fields, and follow to the next page."""
    path = where_of(browser)
    form = {**browser.form(path.partition("?")[0]), "do": "save", **fields}
    browser.page = await browser.post(path, form, follow_redirects=True)
    return browser.page


async def theme(browser: Browser, house: House, name: str) -> str:
    await browser.get("/themes")
    await browser.send("/themes", name=name)
    return next(one.id for one in house.db.read_now(themes.in_use) if one.name == name)


def waiting(house: House, queue: str) -> list[str]:
    return [one.ref for one in house.db.read_now(lambda tx: ready(tx, queue=queue))]


def given(house: House) -> list[tuple[str, str]]:
    return sorted((one.ref, one.theme) for one in house.db.read_now(lambda tx: codings.everything(tx, house.vault)))


async def test_a_text_is_checked_and_coded_by_one_save_and_the_next_one_shows(house, browse):
    house.says("Dr Hill was kind.", "Nobody rang back.")
    reviewer = browse("reviewer")
    kindness = await theme(reviewer, house, "Kindness")
    await reviewer.get("/work-through")
    assert "Dr Hill was kind." in reviewer.text
    hide = re.search(r'name="hide" value="([^"]*)"', reviewer.page.text).group(1)

    await save(reviewer, hide=hide, theme=kindness)

    assert "Nobody rang back." in reviewer.text
    assert "checked and coded a text" in reviewer.text
    text = house.db.read_now(lambda tx: texts.with_ref(tx, house.vault, ref="a1"))
    assert (text.shown, given(house)) == ("[name] was kind.", [("a1", "Kindness")])


async def test_what_was_saved_is_undone_from_the_next_page_and_shows_again(house, browse):
    house.says("It was kind.", "Nobody rang back.")
    reviewer = browse("reviewer")
    await reviewer.get("/work-through")
    await save(reviewer, theme=codings.NO_THEME)
    act, back = re.search(
        r'name="act" value="(\w+)"><input type="hidden" name="back" value="([^"]*)"', reviewer.page.text
    ).groups()
    assert given(house) == [("a1", "No theme fits")]

    await reviewer.send("/undo", act=act, back=back.replace("&amp;", "&"))

    assert "It was kind." in reviewer.text
    assert (given(house), waiting(house, "check")) == ([], ["a1", "c1"])


async def test_a_coder_gets_what_was_checked_and_stands_under_nothing_the_oldest_first_or_the_newest(house, browse):
    house.says("It was kind.")
    house.says("Nobody rang back.")
    house.says("Not checked")
    reviewer, coder = browse("reviewer"), browse("coder")
    await coder.get("/work-through")
    assert "Nothing is left here." in coder.text
    for _ in range(2):
        await reviewer.get("/work-through?queue=check")
        await save(reviewer)
    house.clock.forward(minutes=11)

    await coder.get("/work-through?order=newest")
    assert "Nobody rang back." in coder.text
    await coder.get("/work-through")
    assert "It was kind." in coder.text
    assert "Not checked" not in coder.text
    await save(coder, theme=codings.NO_THEME)
    assert "Nobody rang back." in coder.text
    await save(coder, new="Calls")

    assert "Nothing is left here." in coder.text
    assert given(house) == [("a1", "No theme fits"), ("a2", "Calls")]
    assert [one.name for one in house.db.read_now(themes.in_use)] == ["Calls"]


async def test_nothing_is_kept_without_a_theme_where_there_is_nothing_else_to_do(house, browse):
    house.says("It was kind.")
    reviewer = browse("reviewer")
    await reviewer.get("/work-through?queue=check")
    await save(reviewer)
    await reviewer.get("/work-through?queue=code")

    assert (await save(reviewer)).status_code == 400
    assert "Choose a theme, or &#39;No theme fits&#39;." in reviewer.page.text
    kindness = await theme(reviewer, house, "Kindness")
    await reviewer.get("/work-through?queue=code")
    assert (await save(reviewer, theme=[kindness, codings.NO_THEME])).status_code == 400
    assert given(house) == []


async def test_a_text_that_is_left_comes_again_at_the_end(house, browse):
    house.says("It was kind.", "Nobody rang back.")
    reviewer = browse("reviewer")
    await reviewer.get("/work-through")
    skip = (
        re.search(r'href="/staff(/work-through\?[^"]*)" data-key="n"', reviewer.page.text)
        .group(1)
        .replace("&amp;", "&")
    )
    await reviewer.get(skip)
    assert "Nobody rang back." in reviewer.text

    await save(reviewer, do="keep")

    assert "It was kind." in reviewer.text
    assert house.db.read_now(lambda tx: texts.with_ref(tx, house.vault, ref="c1")).check.state == "kept back"


async def test_two_who_work_at_once_get_different_texts(house, browse):
    house.says("It was kind.")
    house.says("Nobody rang back.")
    one, two = browse("reviewer"), browse("safeguarding")

    await one.get("/work-through")
    await two.get("/work-through")

    assert "It was kind." in one.text
    assert "Nobody rang back." in two.text


async def test_nobody_writes_over_what_another_checked_meanwhile(house, browse):
    house.says("Dr Hill was kind.")
    one, two = browse("reviewer"), browse("safeguarding")
    await one.get("/work-through")
    await two.get("/work-through")
    hide = re.search(r'name="hide" value="([^"]*)"', one.page.text).group(1)
    await save(one, hide=hide)

    answer = await save(two, new="Kindness")

    assert answer.status_code == 409
    assert "This has changed since you opened it" in two.text
    assert "checked by reviewer-1" in two.text
    assert "Kindness" in two.page.text
    assert house.db.read_now(lambda tx: texts.with_ref(tx, house.vault, ref="a1")).shown == "[name] was kind."


async def test_a_second_press_has_no_second_effect_and_leads_to_the_same_page(house, browse):
    house.says("It was kind.", "Nobody rang back.")
    reviewer = browse("reviewer")
    await reviewer.get("/work-through")
    path = where_of(reviewer)
    form = {**reviewer.form(path.partition("?")[0]), "do": "save", "new": "Kindness"}

    first, second = await reviewer.post(path, form), await reviewer.post(path, form)

    assert (first.status_code, first.headers["location"]) == (303, second.headers["location"])
    assert given(house) == [("a1", "Kindness")]


async def test_where_coders_differ_one_settles_and_what_each_gave_still_counts(house, browse):
    held = house.says("It was kind.")
    one, two, coder = browse("reviewer"), browse("safeguarding"), browse("coder")
    kindness, delay = await theme(one, house, "Kindness"), await theme(one, house, "Delay")
    where = f"/conversations/{held.conversation.id}"
    for browser, theme_id in ((one, kindness), (two, delay)):
        await browser.get(where)
        await browser.send("/texts/a1/code", theme=theme_id)
    assert waiting(house, "differ") == ["a1"]
    await coder.get("/work-through?queue=differ")
    assert "Where coders differ" not in coder.text
    await one.get("/agreement")
    before = re.search(r"Kindness .* 0 %", one.text)
    assert before
    await two.get("/work-through?queue=differ")
    assert "reviewer-1 : Kindness" in two.text

    await save(two, theme=kindness)

    assert waiting(house, "differ") == []
    assert given(house) == [("a1", "Kindness"), ("a1", "Kindness")]
    await one.get("/agreement")
    assert re.search(r"Kindness .* 0 %", one.text)
    assert "Nowhere." in one.text


async def test_a_text_that_is_gone_meanwhile_is_told_and_the_next_one_shows(house, browse):
    house.says("It was kind.")
    reviewer = browse("reviewer")
    await reviewer.get("/work-through")

    await reviewer.send("/work-through/c99?queue=check", do="save")

    assert "Nothing was kept of it." in reviewer.text
    assert "It was kind." in reviewer.text


@pytest.mark.parametrize("query", ["after=x", "after=1-", "queue=none", "order=none", "was=%3Cb%3E", "did=none"])
async def test_odd_addresses_lead_to_the_beginning(house, browse, query):
    house.says("It was kind.")
    reviewer = browse("reviewer")

    assert (await reviewer.get(f"/work-through?{query}")).status_code == 200
    assert "It was kind." in reviewer.text


async def test_a_part_alone_is_coded_and_an_odd_part_is_refused(house, browse):
    house.says("It was kind. Nobody rang back.")
    reviewer = browse("reviewer")
    await reviewer.get("/work-through")
    assert (await save(reviewer, part="99-100", new="Calls")).status_code == 400

    await reviewer.get("/work-through")
    await save(reviewer, part="4-6", new="Calls", memo="They wait.")

    one = house.db.read_now(lambda tx: codings.everything(tx, house.vault))[0]
    assert (one.span.start, one.memo) == (13, "They wait.")


async def test_the_queue_goes_on_behind_a_place_on_both_databases(both_houses, browse_both):
    house = both_houses
    house.says("One", "two", "three")
    house.says("Four")

    assert waiting(house, "check") == ["a1", "c1", "c2", "a2"]
    behind = house.db.read_now(lambda tx: ready(tx, queue="check", after=QueuePlace(1, 1)))
    assert [one.ref for one in behind] == ["c2", "a2"]
    newest = house.db.read_now(lambda tx: ready(tx, queue="check", after=QueuePlace(2, 0), is_newest_first=True))
    assert [one.ref for one in newest] == ["c2", "c1", "a1"]
    assert (waiting(house, "code"), waiting(house, "differ")) == ([], [])
