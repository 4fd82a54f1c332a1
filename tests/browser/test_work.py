"""A hundred comments worked through by keys alone, without and with script: presses and loads counted."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, CDPSession, Page, Request, expect

from storage.audit.undo import Act
from storage.review import codings, themes
from storage.review.themes import Wording
from storage.review.work.queue import ready
from tests.browser.conftest import Judge, Judged, follow
from tests.browser.staff_site import signed_in
from tests.review.conftest import House
from tests.samples import IS_WHOLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMMENTS = 100 if IS_WHOLE else 13
"""More than there are keys for themes, so that each is pressed."""
NAMES = (
    "Kindness",
    "Calls",
    "Food",
    "Being asked",
    "Travel",
    "Paid for time",
    "Pace",
    "Rooms",
    "Forms",
    "Trust",
    "Waiting",
)


class Keyboard:
    """Presses keys as somebody does who uses nothing else, and counts them, with the pages that were loaded."""

    def __init__(self, page: Page, alt: CDPSession | None) -> None:
        """`alt` sends keys with Alt, for pages without script: the library leaves out what access keys go by."""
        self.page, self.presses, self.loads = page, 0, 0
        self._alt = alt
        page.on("request", self._count)

    def _count(self, request: Request) -> None:
        """Count pages; where a form leads to is the same load."""
        self.loads += request.is_navigation_request() and request.redirected_from is None

    async def press(self, key: str) -> None:
        self.presses += 1
        if self._alt is None:
            await self.page.keyboard.press(key)
            return
        held = {"modifiers": 1, "key": key, "unmodifiedText": key, "text": key}
        await self._alt.send("Input.dispatchKeyEvent", {"type": "keyDown", **held})
        await self._alt.send("Input.dispatchKeyEvent", {"type": "keyUp", **held})

    async def go(self, key: str) -> None:
        async with self.page.expect_navigation():
            await self.press(key)


@pytest_asyncio.fixture(loop_scope="session", params=[False, True], ids=["no script", "script"])
async def keys(browser: Browser, house: House, site: str, request: pytest.FixtureRequest) -> AsyncIterator[Keyboard]:
    context = await browser.new_context(java_script_enabled=request.param)
    page = await signed_in(context, house, site, "reviewer")
    yield Keyboard(page, None if request.param else await context.new_cdp_session(page))
    await context.close()


def codebook(house: House) -> None:
    """Themes of a team, more than there are digits."""
    by = house.hire("Cal", "coder").id

    def job(tx) -> None:
        doing = Act(tx, house.vault, by=by, what="made themes", now=house.clock())
        for name in NAMES:
            themes.add(tx, doing, wording=Wording(name), now=house.clock())

    house.db.write_now(job)


def waiting(house: House, queue: str) -> int:
    return len(house.db.read_now(lambda tx: ready(tx, queue=queue)))


async def test_each_comment_takes_two_presses_and_one_load(keys: Keyboard, house: House, site: str):
    codebook(house)
    for number in range(COMMENTS):
        house.says(f"Dr Hill rang about number {number} and was kind.")
    await keys.page.goto(f"{site}/staff/work-through")
    keys.presses = keys.loads = 0

    for number in range(COMMENTS):
        await expect(keys.page.locator(".large")).to_contain_text(f"number {number} ")
        await keys.press("123456789ab0"[number % 12])
        await keys.go("s")

    assert (keys.presses, keys.loads) == (2 * COMMENTS, COMMENTS)
    given = house.db.read_now(lambda tx: codings.everything(tx, house.vault))
    assert len(given) == COMMENTS
    assert {one.theme for one in given} == {*NAMES, "No theme fits"}
    assert (waiting(house, "check"), waiting(house, "code")) == (0, 0)
    shown = house.db.read_now(lambda tx: ready(tx, queue="code"))
    assert shown == ()


async def test_every_other_key_does_what_the_sheet_says(keys: Keyboard, house: House, site: str):
    codebook(house)
    house.says("It was kind.", "Nobody rang back.")
    page = keys.page
    await page.goto(f"{site}/staff/work-through")

    await keys.go("n")
    await expect(page.locator(".large")).to_contain_text("Nobody rang back.")
    await keys.go("k")
    await expect(page.locator(".note")).to_contain_text("kept back a text")
    await keys.go("u")
    await expect(page.locator(".large")).to_contain_text("Nobody rang back.")
    await keys.go("o")
    assert "/conversations/" in page.url


async def test_with_script_words_are_hidden_by_a_key_and_the_keys_can_be_switched_off(
    browser: Browser, house: House, site: str
):
    codebook(house)
    house.says("It was bluebell house again.")
    page = await signed_in(await browser.new_context(), house, site, "reviewer")
    await page.goto(f"{site}/staff/work-through")
    await page.evaluate(
        "() => { const words = document.querySelector('.large').firstChild;"
        " window.getSelection().setBaseAndExtent(words, 7, words, 21); }"
    )

    await page.keyboard.press("h")
    await expect(page.locator("#more")).to_have_value("bluebell house")
    await page.keyboard.press("0")
    await page.keyboard.press("1")
    await expect(page.get_by_role("checkbox", name="0 No theme fits")).not_to_be_checked()
    await page.keyboard.press("?")
    await page.get_by_role("button", name="Switch the keys off").click()
    await page.locator("h1").click()
    await page.keyboard.press("2")
    assert await page.locator("input[name=theme]:checked").count() == 1
    await page.get_by_role("button", name="Switch the keys on").click()
    await page.locator("h1").click()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")

    await expect(page.locator(".note")).to_contain_text("checked and coded a text")
    await page.context.close()


async def test_an_answer_is_kept_while_it_is_written(browser: Browser, house: House, site: str):
    held = house.says("Will anything change?")
    page = await signed_in(await browser.new_context(), house, site, "reviewer")
    where = f"{site}/staff/conversations/{held.conversation.id}/reply"
    await page.goto(where)
    await page.get_by_label("What you write").press_sequentially("We ring back from")
    await expect(page.get_by_text("Kept as a draft.")).to_be_visible()

    await page.goto(where)

    await expect(page.get_by_label("What you write")).to_have_value("We ring back from")
    await page.context.close()


async def test_every_state_of_the_page_passes_axe_and_fits_a_narrow_screen(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    codebook(house)
    house.says(
        "Dr Hill was kind. Nobody rang me back.", "Long words are no harm: " + "x" * 200, danger="self_harm_or_suicide"
    )
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)

    await page.goto(f"{site}/staff/work-through")
    for summary in await page.locator("main summary").all():
        await summary.click()
    await judged.judge("to check, all open")
    await page.get_by_label("Hide these words too").fill("Hill")
    await follow(page.get_by_role("button", name="save and next"))
    await judged.judge("the next, with undo")
    await page.goto(f"{site}/staff/work-through?queue=code")
    await follow(page.get_by_role("button", name="Save and next"))
    await judged.judge("to code, nothing was chosen")
    await page.goto(f"{site}/staff/work-through?queue=differ")
    await judged.judge("nothing is left")

    assert judged.faults == {}


async def test_what_stands_around_the_work_passes_axe_and_fits_a_narrow_screen(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    codebook(house)
    house.says("Dr Hill was kind. Nobody rang me back.", "Long words: " + "x" * 200, danger="self_harm_or_suicide")
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)

    await page.goto(f"{site}/staff/together?queue=check")
    await judged.judge("many at once")
    await follow(page.get_by_role("button", name="Nothing to hide in those ticked"))
    await judged.judge("many at once, nothing was ticked")
    await page.goto(f"{site}/staff/inbox?q=kind+OR+rang")
    await judged.judge("a search, with its total")
    await follow(page.locator("a.first").first)
    await page.get_by_text("Dealt with", exact=True).click()
    await follow(page.get_by_role("button", name="It is dealt with"))
    await judged.judge("conversation, what was done was not said")
    await page.get_by_label("Somebody read it, and nobody is in danger").check()
    await follow(page.get_by_role("button", name="It is dealt with"))
    await judged.judge("conversation, dealt with")
    await page.goto(f"{site}/staff/answer-templates")
    await page.get_by_label("Name").fill("Thanks")
    await page.get_by_label("Words").fill("Thank you.")
    await follow(page.get_by_role("button", name="Keep it"))
    await page.get_by_text("Thanks", exact=True).first.click()
    await judged.judge("templates of answers")
    await page.goto(f"{site}/staff/outcomes")
    await judged.judge("outcomes")

    assert judged.faults == {}
