"""The public page as anybody gets it: plain, without a cookie, kept for half a minute, and as a feed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from web.port import HeardAnswer, HeardArtefact, HeardOutcome, HeardPage, HeardQuestion

AT = datetime(2026, 5, 4, 10, tzinfo=UTC)
PAGE = HeardPage(
    flow="people",
    language="en",
    title="What we heard in spring",
    text="People want <calls>.\n\n- Sooner\n- In plain words",
    questions=(HeardQuestion("How was it?", (HeardAnswer("Good", 8, 10, "80 %"),), has_hidden=True),),
    replies=10,
    until=date(2026, 5, 3),
    quotes=("They rang me & I was glad",),
    outcomes=(HeardOutcome("o1", "could_not", "Ring at night", "We have nobody then.", AT),),
    languages=("en", "cy"),
    phrases={},
    door="/talk/people",
    changed_at=AT,
)
WELSH = replace(PAGE, language="cy", title="Beth glywsom ni", phrases={"heard_of": "{chose} o {answered}"})
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def open_page(service):
    service.pages_heard |= {("people", ""): PAGE, ("people", "cy"): WELSH}


@pytest.mark.usefixtures("open_page")
async def test_the_page_tells_all_that_was_chosen_and_sets_no_cookie(visitor):
    page = await visitor.open("/heard/people")

    for words in (
        "<h1>What we heard in spring</h1>",
        "People want &lt;calls&gt;.",
        "<li>Sooner</li>",
        "10 replies, up to 3 May 2026.",
        "<b>8 of 10</b> (80 %)",
        "Too few people gave them.",
        "They rang me &amp; I was glad</blockquote>",
        "We could not do this, because",
        'href="/talk/people"',
        "Harbour Trust reads what you write.",
        'href="/heard/people/cy"',
    ):
        assert words in page.text
    assert page.headers["cache-control"] == "public, max-age=30"
    assert "set-cookie" not in page.headers
    assert "<script" not in page.text
    assert "style=" not in page.text
    assert 'content="noarchive, nosnippet"' in page.text


@pytest.mark.usefixtures("open_page")
async def test_words_that_are_not_in_the_language_of_the_page_say_so(visitor):
    page = await visitor.open("/heard/people/cy")

    assert '<html lang="cy">' in page.text
    assert "<b>8 o 10</b>" in page.text
    assert "up to 2026-05-03." in page.text
    assert '<span lang="en">What do you think?</span>' in page.text


async def test_a_page_that_is_not_open_is_not_there_and_nothing_leads_to_it(visitor):
    for path in ("/heard/people", "/heard/people/cy", "/heard/people/feed"):
        assert (await visitor.open(path)).status_code == 404
    assert "/heard" not in (await visitor.open("/")).text


async def test_charters_and_papers_stand_there_with_what_they_are_and_their_link_alone(visitor, service):
    service.artefacts = (HeardArtefact("local_standard", "Our <standard>", "https://example.org/standard"),)

    assert 'href="/heard"' in (await visitor.open("/")).text
    page = (await visitor.open("/heard")).text
    link = '<a href="https://example.org/standard" rel="noopener noreferrer" dir="auto">Our &lt;standard&gt;</a>'
    assert f"<li>{link} (a local standard)</li>" in page
    assert 'class="flows"' not in page


@pytest.mark.usefixtures("open_page")
async def test_the_front_page_and_the_list_lead_to_it_and_a_fault_keeps_nobody_from_beginning(visitor, service):
    assert 'href="/heard"' in (await visitor.open("/")).text
    assert 'href="/heard/people">What we heard in spring</a>' in (await visitor.open("/heard")).text

    service.is_away = True

    assert (await visitor.open("/")).status_code == 200
    assert (await visitor.open("/heard")).status_code == 503


@pytest.mark.usefixtures("open_page")
async def test_the_feed_has_what_was_done_and_nobody_s_own_words(visitor):
    page = await visitor.open("/heard/people/feed")
    feed = ET.fromstring(page.text)  # noqa: S314 - our own feed

    assert page.headers["content-type"] == "application/atom+xml"
    assert page.headers["access-control-allow-origin"] == "*"
    assert page.headers["cache-control"] == "public, max-age=30"
    assert [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")] == [PAGE.title, "Ring at night"]
    assert [one.findtext(f"{ATOM}content") for one in feed.iter(f"{ATOM}entry")][1].endswith("We have nobody then.")
    assert feed.findtext(f"{ATOM}updated") == "2026-05-04T10:00:00Z"
    assert "rang me" not in page.text


async def test_a_page_with_little_on_it_shows_no_empty_parts(visitor, service):
    bare = replace(PAGE, text="", questions=(), quotes=(), outcomes=(), languages=("ar",), language="ar", door="")
    service.pages_heard[("people", "")] = replace(bare, until=None)

    page, feed = await visitor.open("/heard/people"), await visitor.open("/heard/people/feed")

    assert 'dir="rtl"' in page.text
    assert page.text.count("<h2") == 1
    assert "Tell us" not in page.text
    assert "<entry>" not in feed.text
