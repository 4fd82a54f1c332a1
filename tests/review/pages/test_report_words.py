"""The words of a report: written in the browser, previewed, kept version by version, and taken out and in as a file."""

import re

import pytest

from storage.review.work import report_texts
from tests.review.conftest import House
from tests.review.test_figures import QUOTE, check_and_code

pytestmark = pytest.mark.slow

HERE = "/figures/ward/words"


def kept(house: House):
    return house.db.read_now(lambda tx: report_texts.versions(tx, flow="ward"))


async def test_words_are_previewed_kept_changed_and_brought_back(house: House, browse):
    house.says("It was kind", picks="good")
    browser = browse("analyst")
    await browser.get(HERE)
    assert 'value="Harbour Trust"' in browser.page.text

    words = {"title": "Spring on the ward", "introduction": "Why we ask.", "told_1": "They were kind.\r\n\r\n- all"}
    await browser.send(HERE, do="preview", **words)
    assert "So the report would be. Nothing is kept yet." in browser.text
    assert "<li>all</li>" in browser.page.text
    assert kept(house) == ()
    await browser.send(HERE, do="keep", organisations_asked="56", **words)
    assert "Done: wrote words of a report." in browser.text
    act = re.search(r'name="act" value="(\w+)"', browser.page.text).group(1)
    await browser.send(HERE, do="keep", **{**words, "title": "Summer on the ward", "told_1": ""})

    assert [one.version for one in kept(house)] == [2, 1]
    assert "organisations_asked = 56" in kept(house)[1].words
    assert 'words = """\nThey were kind.\n\n- all"""' in kept(house)[1].words
    assert "told" not in kept(house)[0].words
    await browser.get("/figures/ward")
    assert "Introduction Why we ask." in browser.text
    await browser.get(f"{HERE}?version=1")
    assert 'value="Spring on the ward"' in browser.page.text
    await browser.send("/undo", act=act)
    assert [one.version for one in kept(house)] == [2]


async def test_what_is_hard_to_read_or_too_long_is_said_and_nothing_is_lost(house: House, browse):
    browser = browse("reviewer")
    await browser.get(HERE)
    await browser.send(HERE, do="preview", thanks="Organisational transformation necessitates collaboration.")
    assert "Hard words: organisational, transformation, necessitates, collaboration." in browser.text

    await browser.send(HERE, do="keep", title="x" * 201, thanks="Thank you.")

    assert browser.page.status_code == 400
    assert "Title has over 200 characters." in browser.text
    assert "Thank you.</textarea>" in browser.page.text
    assert kept(house) == ()


async def test_two_who_write_at_once_are_told_of_each_other(house: House, browse):
    one, two = browse("analyst"), browse("reviewer")
    await one.get(HERE)
    await two.get(HERE)
    await one.send(HERE, do="keep", title="Mine")

    await two.send(HERE, do="keep", title="Theirs")

    assert "changed" in two.text
    assert "Keep mine as the newest version" in two.page.text
    assert [one.version for one in kept(house)] == [1]


async def test_a_file_goes_out_and_comes_back_and_is_looked_at_first(house: House, browse):
    reviewer = browse("reviewer")
    await check_and_code(reviewer, house.says("They rang back"), "Calls")
    await reviewer.get(HERE)
    theme = re.search(r'<option value="(\w+)">Calls', reviewer.page.text).group(1)
    await reviewer.send(HERE, do="keep", told_1="They rang.", theme_1=theme)
    await reviewer.get(f"{HERE}/file")
    assert 'themes = ["Calls"]' in reviewer.page.text

    await reviewer.get(HERE)
    await reviewer.send(f"{HERE}/file", file='[[told]]\nthemes = ["Calls"]\nwords = "They rang back."\n')

    assert "They rang back.</textarea>" in reviewer.page.text
    assert len(kept(house)) == 1
    await reviewer.get(HERE)
    await reviewer.send(f"{HERE}/file", file="title = 4")
    assert "your file:1:" in reviewer.text


async def test_only_the_words_that_staff_ticked_are_quoted(house: House, browse):
    reviewer = browse("reviewer")
    for number in range(12):
        held = house.says(f"Number {number} was rung", picks="good", events=[QUOTE])
        await check_and_code(reviewer, held, "Calls")
    await reviewer.get(HERE)
    ref = re.search(r'name="quote" value="(\w+)"[^>]*><span><span dir="auto">Number 3 ', reviewer.page.text).group(1)

    await reviewer.send(HERE, do="keep", choose="yes", quote=ref)

    await reviewer.get("/figures/ward")
    quotes = re.findall(r"<blockquote>(.*?)</blockquote>", reviewer.page.text)
    assert quotes == ["Number 3 was rung"]
    await reviewer.get(HERE)
    await reviewer.send(HERE, do="keep", choose="")
    await reviewer.get("/figures/ward")
    assert len(re.findall(r"<blockquote>", reviewer.page.text)) == 3
