"""Reading, checking, coding, answering and undoing, page by page, as a browser without scripts does it."""

import re
from urllib.parse import unquote

import pytest

from feedback.conversation.events import Answered
from feedback.flows.answer import Answer, Piece
from storage.accounts import members
from storage.audit import audit_log
from tests.review.conftest import Browser, House

STORY = "Dr Hill was kind. Nobody rang me on 01632 960983."


def conversation(held) -> str:
    return f"/conversations/{held.conversation.id}"


async def open_text(browser: Browser, held) -> str:
    """Open a conversation; return the name of its first text."""
    await browser.get(conversation(held))
    return re.search(r'<section class="card" id="(\w+)"', browser.page.text).group(1)


async def check(browser: Browser, ref: str, recognised: str = "no", **fields) -> None:
    await browser.get(f"/texts/{ref}/check")
    ticked = re.findall(r'name="hide" value="([^"]+)" checked', browser.page.text)
    await browser.send(f"/texts/{ref}/check", hide=ticked, recognised=recognised, **fields)


async def undo(browser: Browser, number: int = 0) -> None:
    act = re.findall(r'name="act" value="(\w+)"', browser.page.text)[number]
    await browser.send("/undo", act=act)


@pytest.mark.slow
async def test_the_inbox_shows_each_queue_with_reasons_and_never_a_score(house, browse):
    house.says("All was well")
    house.says("I cannot go on", danger="self_harm_or_suicide")
    house.says("Ring me", asks=True)
    browser = browse("reviewer")

    await browser.get("/inbox?view=flagged")
    assert "please read: may speak of suicide or self-harm" in browser.text
    assert "All was well" not in browser.text
    assert "Please read (1)" in browser.text
    await browser.get("/inbox?view=waiting")
    assert ("Ring me" in browser.text, "wants a person" in browser.text) == (True, True)
    await browser.get("/inbox?view=mine")
    assert "Nothing here" in browser.text


@pytest.mark.slow
async def test_a_list_goes_on_with_older_ones(house, browse):
    for number in range(30):
        house.says(f"Words of number {number}")
    browser = browse("reviewer")

    await browser.get("/inbox")
    first = set(re.findall(r"number (\d+)", browser.text))
    older = re.search(r'rel="next" href="/staff([^"]+)"', browser.page.text).group(1).replace("&amp;", "&")
    await browser.get(older)

    assert (len(first), first & set(re.findall(r"number (\d+)", browser.text))) == (25, set())
    assert 'rel="next"' not in browser.page.text


@pytest.mark.slow
async def test_words_are_found_through_all_that_was_said_and_hidden_ones_only_by_those_who_see_them(house, browse):
    held = house.says(STORY)
    house.says("Something else")
    reviewer, viewer = browse("reviewer"), browse("viewer")

    await reviewer.get("/inbox?q=kind+HILL")
    assert (STORY[:10] in reviewer.text, "Something else" in reviewer.text) == (True, False)
    await viewer.get("/inbox?q=kind")
    assert "0 conversations found" in viewer.text
    await check(reviewer, await open_text(reviewer, held))

    await viewer.get("/inbox?q=kind")
    assert "[name] was kind. Nobody rang me on [phone]." in viewer.text
    await viewer.get("/inbox?q=hill")
    assert "0 conversations found" in viewer.text
    await viewer.get("/inbox?q=01632")
    assert "0 conversations found" in viewer.text


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("flow=ward", True),
        ("flow=other", False),
        ("channel=web", False),
        ("state=new", True),
        ("state=closed", False),
        ("language=en", True),
        ("since=2026-05-04", True),
        ("since=2026-05-06", False),
        ("until=2026-05-02", False),
        ("since=nonsense&until=2026-99-99", True),
        ("view=nonsense", True),
        ("after=nonsense", True),
        ("after=2026-05-04T10:00:00~x", True),
        ("theme=nonsense", False),
    ],
)
async def test_the_inbox_can_be_filtered_and_odd_filters_are_taken_calmly(house, browse, query, is_there):
    house.says("Words that are there")
    browser = browse("reviewer")

    page = await browser.get(f"/inbox?{query}")

    assert (page.status_code, "Words that are there" in browser.text) == (200, is_there)


@pytest.mark.slow
async def test_several_are_changed_at_once_and_back(house, browse):
    one, two = house.says("First"), house.says("Second")
    house.says("Third")
    browser = browse("reviewer")
    await browser.get("/inbox?view=all")

    ticked = [one.conversation.id, two.conversation.id, "no such conversation"]
    await browser.send("/inbox", do="state:closed", scope="ticked", one=ticked, view="all")
    assert "Done: changed 2 conversations" in browser.text
    await undo(browser)
    await browser.get("/inbox?state=closed")
    assert "Nothing here" in browser.text
    me = house.db.read_now(members.members)[0].id
    await browser.get("/inbox")
    await browser.send("/inbox", do=f"give:{me}", scope="all", view="new")
    await browser.get("/inbox?view=mine")

    assert all(word in browser.text for word in ("First", "Second", "Third"))
    for do in ("state:nonsense", "give:nobody", "nonsense"):
        assert (await browser.send("/inbox", do=do, scope="all")).status_code == 400 or not browser.csrf
        await browser.get("/inbox")


@pytest.mark.slow
async def test_a_checked_text_is_what_the_others_see_and_only_that(house, browse):
    held = house.says(STORY, "My nickname is stormy")
    reviewer, coder = browse("reviewer"), browse("coder")
    ref = await open_text(reviewer, held)
    await coder.get(conversation(held))
    assert "Nobody has checked these words yet" in coder.text
    assert "kind" not in coder.text

    await reviewer.get(f"/texts/{ref}/check")
    await reviewer.send(f"/texts/{ref}/check")
    assert "Say whether somebody could be recognised" in reviewer.text
    await check(reviewer, ref)
    assert "Done: checked a text" in reviewer.text
    assert "The others see: [name] was kind." in reviewer.text
    second = re.findall(r'<section class="card" id="(\w+)"', reviewer.page.text)[1]
    await check(reviewer, second, more="Stormy\n\nnot there", kind="name")
    await coder.get(conversation(held))

    assert "[name] was kind. Nobody rang me on [phone]." in " ".join(coder.text.split())
    assert "My nickname is [name]" in coder.text
    assert "Hill" not in coder.page.text
    await check(reviewer, second, recognised="yes")
    await coder.get(conversation(held))
    assert "nickname" not in coder.text
    await undo(reviewer)
    await coder.get(conversation(held))
    assert "My nickname is [name]" in coder.text


async def test_what_was_hidden_stays_ticked_when_a_text_is_checked_again(house, browse):
    held = house.says("we met kim on monday")
    browser = browse("reviewer")
    ref = await open_text(browser, held)
    await check(browser, ref, more="kim", kind="name")

    await browser.get(f"/texts/{ref}/check")

    assert re.findall(r'name="hide" value="([^"]+)" checked', browser.page.text) == ["7-10-name"]


@pytest.mark.slow
async def test_showing_what_was_hidden_asks_again_who_one_is(house, browse):
    held = house.says(STORY)
    browser = browse("reviewer")
    ref = await open_text(browser, held)
    await check(browser, ref)
    house.clock.forward(minutes=11)

    await check(browser, ref, more="kind")
    assert browser.path == conversation(held)
    await browser.get(f"/texts/{ref}/check")
    await browser.send(f"/texts/{ref}/check", recognised="no")
    assert browser.path == "/prove"
    await browser.get(conversation(held))
    assert "The others see: [name] was [other]." in browser.text
    await check(browser, ref, recognised="yes")
    await check(browser, ref)

    assert browser.path == "/prove"


@pytest.mark.slow
async def test_a_text_is_put_under_themes_whole_by_sentence_and_by_word(house, browse):
    held = house.says("👩‍👧 came. They were kind. Nobody rang.")
    browser = browse("reviewer")
    ref = await open_text(browser, held)

    await browser.send(f"/texts/{ref}/code", new="Support")
    theme = re.search(r'<option value="(\w+)">Support', browser.page.text).group(1)
    await browser.send(f"/texts/{ref}/code", theme=theme, part=["1-2", "3-5"], memo="Both were kind")
    assert "“👩‍👧 came. They were kind.”" in browser.text
    assert "Both were kind" in browser.text
    await browser.send(f"/texts/{ref}/code", new="support", **{"from": "7", "to": "6"})

    assert "“Nobody rang.”" in browser.text
    assert browser.page.text.count("<strong>Support</strong>") == 3
    assert "coded" in browser.text
    await undo(browser)
    assert browser.page.text.count("<strong>Support</strong>") == 2
    await browser.send(f"/texts/{ref}/code", theme="")
    assert "There is a problem Choose a theme, or write the name of a new one." in browser.text
    assert f'<a href="#theme-{ref}">' in browser.page.text
    assert f'data-ref="{ref}" open>' in browser.page.text
    assert browser.page.text.count("<strong>Support</strong>") == 2
    for odd in ({"from": "x"}, {"part": "0-3"}, {"part": "3"}, {"from": "1", "to": "99"}):
        await browser.get(conversation(held))
        assert (await browser.send(f"/texts/{ref}/code", theme=theme, **odd)).status_code == 400


@pytest.mark.slow
async def test_a_coder_works_on_what_was_checked_and_takes_away_only_their_own(house, browse):
    held = house.says(STORY)
    reviewer, coder = browse("reviewer"), browse("coder")
    ref = await open_text(reviewer, held)
    await coder.get(conversation(held))
    assert (await coder.send(f"/texts/{ref}/code", new="Support")).status_code == 404
    await check(reviewer, ref)
    await reviewer.send(f"/texts/{ref}/code", new="Process")
    theirs = re.search(r"/codings/(\w+)/remove", reviewer.page.text).group(1)

    await coder.get(conversation(held))
    await coder.send(f"/texts/{ref}/code", new="Support", **{"from": "1", "to": "3"})
    assert "“[name] was kind.”" in coder.text
    mine = re.search(r"/codings/(\w+)/remove", coder.page.text).group(1)
    assert mine != theirs
    assert (await coder.send(f"/codings/{theirs}/remove")).status_code == 403
    await coder.get(conversation(held))
    await coder.send(f"/codings/{mine}/remove")

    assert "<strong>Support</strong>" not in coder.page.text
    assert (await coder.send(f"/codings/{mine}/remove")).status_code == 404
    await coder.get(conversation(held))
    assert (await coder.send("/undo", act="no such act")).status_code == 404


async def test_a_person_is_answered_without_being_seen_and_it_can_be_taken_back(house, browse):
    held = house.says("Will anything change?", asks=True, address="4477112233")
    browser = browse("reviewer")
    await browser.get(f"{conversation(held)}/reply")
    assert "Will anything change?" in browser.text

    await browser.send(f"{conversation(held)}/reply", words="  ")
    assert "Write something first" in browser.text
    await browser.send(f"{conversation(held)}/reply", words="x" * 3001)
    assert "3001 characters" in browser.text
    await browser.send(f"{conversation(held)}/reply", words="Yes. We ring back now.", area=["thanks"])
    assert "Not all of these are ticked" in browser.text
    await browser.send(f"{conversation(held)}/reply", words="Yes. We ring back now.", anyway="yes")

    assert "waits to go out at" in browser.text
    assert "We wrote to them or spoke with them." in browser.text
    assert "dealt with it" in browser.text
    assert "answered" in browser.text
    assert "4477112233" not in browser.page.text
    await browser.send(re.search(r"/replies/\d+/take-back", browser.page.text).group())
    assert "was taken back" in browser.text
    assert "State new" in browser.text
    assert "wants a person" in browser.text
    number = re.search(r"\d+", unquote("1")).group()
    assert (await browser.send(f"/replies/{number}/take-back")).status_code in (404, 409)


async def test_whoever_does_not_want_to_be_written_to_is_not(house, browse):
    held = house.says("Leave me alone", channel="web")
    from sqlalchemy import update  # noqa: PLC0415 - beside its use

    from storage.tables import conversations  # noqa: PLC0415 - beside its use

    house.db.write_now(lambda tx: tx.execute(update(conversations).values(contact_id=None)))
    browser = browse("reviewer")

    await browser.get(conversation(held))
    assert "You cannot answer. We no longer know how to reach them." in browser.text
    assert "/reply" not in browser.page.text
    await browser.get(f"{conversation(held)}/reply")
    assert "You cannot write. We no longer know how to reach them." in browser.text
    assert (await browser.send(f"{conversation(held)}/reply", words="Hello", anyway="yes")).status_code == 409


async def test_who_reads_is_seen_by_the_others_and_a_change_by_somebody_else_is_told(house, browse):
    held = house.says("Words")
    first, second = browse("reviewer"), browse("safeguarding")
    await first.get(conversation(held))
    await second.get(conversation(held))
    assert "reviewer-1 opened this at" in second.text

    await second.send(f"{conversation(held)}/state", state="closed")
    late = await first.send(f"{conversation(held)}/state", state="read")

    assert late.status_code == 409
    assert "This has changed since you opened it" in late.text
    assert "State closed" in first.text
    await first.get(conversation(held))
    assert "safeguarding-2, last" in first.text
    reads = [one for one in house.db.read_now(audit_log.entries) if one.what == "read"]
    assert {entry.by for entry in reads} == {"reviewer-1", "safeguarding-2"}


@pytest.mark.slow
async def test_a_conversation_is_given_noted_and_dealt_with_and_each_can_be_undone(house, browse):
    held = house.says("I cannot go on", danger="self_harm_or_suicide", asks=True)
    browser = browse("safeguarding")
    me = house.db.read_now(members.members)[0].id
    await browser.get(conversation(held))

    await browser.send(f"{conversation(held)}/deal-with", done="passed on", note="Rang the crisis team")
    assert "may speak of suicide or self-harm since 4 May 2026, " in browser.text
    assert "safeguarding-1 dealt with it" in browser.text
    assert "We passed it on to somebody who can help" in browser.text
    assert "Rang the crisis team" in browser.text
    await undo(browser)
    assert "dealt with it" not in browser.text
    assert "may speak of suicide" in browser.text
    await browser.send(f"{conversation(held)}/note", note="Rang the team")
    assert "Rang the team" in browser.text
    await browser.send(f"{conversation(held)}/note", note="")
    await browser.send(f"{conversation(held)}/give", to=me)
    assert "with safeguarding-1" in browser.text
    assert (await browser.send(f"{conversation(held)}/give", to="nobody")).status_code == 400
    await browser.get(conversation(held))
    await browser.send(f"{conversation(held)}/give", to="")
    assert (await browser.send(f"{conversation(held)}/state", state="odd")).status_code == 400
    await browser.get(conversation(held))
    act = re.search(r'value="(\w+)"><button>Undo<span class="unseen">: wrote a note', browser.page.text).group(1)
    await browser.send("/undo", act=act, back="//example.org")
    assert browser.path == conversation(held)


async def test_nothing_that_is_not_there_is_found(house, browse):
    browser = browse("reviewer")
    for path in (
        "/conversations/none",
        "/conversations/none/reply",
        "/texts/a1/check",
        "/texts/x/check",
        "/themes/none",
    ):
        assert (await browser.get(path)).status_code == 404
    await browser.get("/set-aside")
    assert "There are none" in browser.text
    await browser.get("/account")
    for path in ("/set-aside/7/rescue", "/set-aside/x/rescue", "/replies/x/take-back", "/replies/9/take-back"):
        assert (await browser.send(path)).status_code == 404
        await browser.get("/account")


async def test_a_message_that_was_set_aside_is_shown_and_put_back(house: House, browse):
    from storage.messages import inbox  # noqa: PLC0415 - beside its use

    raw = inbox.RawMessage("telegram", "update 7", "7001", "{}", house.clock())
    number = house.db.write_now(lambda tx: inbox.accept(tx, house.vault, raw))
    for _ in range(inbox.MOST_TRIES):
        house.db.write_now(lambda tx: inbox.failed(tx, inbox_id=number, error=ValueError("no"), now=house.clock()))
    browser = browse("reviewer")

    await browser.get("/set-aside")
    assert f"Message {number}" in browser.text
    await browser.send(f"/set-aside/{number}/rescue")

    assert "There are none" in browser.text
    assert house.db.read_now(inbox.conservation).pending == 1


async def test_an_answer_that_was_read_in_a_story_says_so_and_one_that_was_picked_does_not(house: House, browse):
    def told(message: str) -> Answered:
        return Answered("how", Answer("answered", house.clock(), "good", (Piece(message, ""),)), has_own_words=False)

    heard = house.says("They rang me back.", events=[told("story:7")])
    picked = house.says("They rang me back.", events=[told("7")])
    browser = browse("reviewer")

    await browser.get(f"/conversations/{heard.conversation.id}")
    assert "How it was Good Read in what they told in one go. They said that it is right." in browser.text
    await browser.get(f"/conversations/{picked.conversation.id}")
    assert "How it was Good" in browser.text
    assert "in one go" not in browser.text
