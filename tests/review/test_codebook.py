"""The codebook, page by page: themes are made, changed, split and merged."""

import re

import pytest

from tests.review.conftest import Browser
from tests.review.test_reading import conversation, open_text


@pytest.mark.slow
async def test_the_codebook_is_made_changed_merged_and_split(house, browse):
    held = house.says("They were kind. They listened.")
    browser = browse("reviewer")
    ref = await open_text(browser, held)
    await browser.get("/themes")
    await browser.send("/themes", name="Process", definition="How it is done")
    await browser.send("/themes", name="Process")
    assert "There is, or was, a theme of this name" in browser.text
    await browser.get("/themes")
    process = re.search(r'href="/staff/themes/(\w+)">Process', browser.page.text).group(1)
    await browser.send("/themes", name="Support", parent=process)
    support = re.search(r'href="/staff/themes/(\w+)">Support', browser.page.text).group(1)
    await browser.get(conversation(held))
    await browser.send(f"/texts/{ref}/code", theme=support, part="1-3")
    await browser.get(f"/themes/{support}")
    assert "They were kind." in browser.text

    await browser.send(f"/themes/{support}", name="Being supported", definition="Help that helps", parent=process)
    assert "Help that helps" in browser.text
    await browser.fill(f"/themes/{process}", name="Process", parent=support)
    assert "Merge it" not in browser.text
    assert "cannot be part of itself" in browser.text
    assert re.findall(r'<option value="(\w*)"', browser.page.text) == [""]
    await browser.get("/themes")
    assert f'How it is done</span><ul class="plain-list"><li><a href="/staff/themes/{support}">' in without_gaps(
        browser
    )
    assert without_gaps(browser).count("<ul") == without_gaps(browser).count("</ul>")
    await browser.get(f"/themes/{support}")
    assert re.findall(r'<option value="(\w+)"', browser.page.text) == [process, process]
    assert '<a href="/staff/themes" aria-current="true">Themes</a>' in browser.page.text
    await split_and_merge(browser, process, support)


def without_gaps(browser: Browser) -> str:
    return re.sub(r">\s+<", "><", browser.page.text)


async def split_and_merge(browser: Browser, process: str, support: str) -> None:
    one = re.search(r'name="one" value="(\w+)"', browser.page.text).group(1)
    await browser.send(f"/themes/{support}/split", one=one, name="Kindness")
    assert "Nothing yet" in browser.text
    await browser.send(f"/themes/{support}/split", name="")
    assert "Give the theme a name" in browser.text
    await browser.get(f"/themes/{support}")
    await browser.send(f"/themes/{support}/merge", into=support)
    assert "no part of this one" in browser.text
    await browser.get(f"/themes/{support}")
    await browser.send(f"/themes/{support}/merge", into=process)

    assert browser.path == f"/themes/{process}"
    assert (await browser.get(f"/themes/{support}")).status_code == 404
