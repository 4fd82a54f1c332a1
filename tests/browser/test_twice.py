"""Double clicks in a real browser, 0 to 300 ms apart, without script and with it: one effect. Two browsers: both texts."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect
from sqlalchemy import func, select

from storage.tables import groups, notes, outcomes, staff, themes, told
from tests.browser.conftest import Judge, Judged, follow
from tests.browser.staff_site import signed_in
from tests.review.conftest import House
from tests.samples import every

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FORMS = {
    "answer": ("safeguarding", "/conversations/{id}/reply", {"What you write": "We rang the ward."}, "Send", told),
    "note": (
        "safeguarding",
        "/conversations/{id}",
        {"A note for the others": "Rang the ward."},
        "Keep the note",
        notes,
    ),
    "outcome": (
        "safeguarding",
        "/outcomes",
        {"What people said": "Nobody rang.", "What was done, or why it could not be": "We ring."},
        "Save",
        outcomes,
    ),
    "theme": ("safeguarding", "/themes", {"Name": "Calls"}, "Make it", themes),
    "account": ("admin", "/team", {"Name": "Bea"}, "Make the account", staff),
    "group": ("admin", "/people", {"What you call it": "spring"}, "Make the group", groups),
}


@pytest.fixture(params=[False, True], ids=["without script", "with script"])
def has_script(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser, has_script) -> AsyncIterator[BrowserContext]:
    made = await browser.new_context(java_script_enabled=has_script, viewport={"width": 1100, "height": 900})
    yield made
    await made.close()


def count(house: House, table) -> int:
    return house.db.read_now(lambda tx: tx.execute(select(func.count()).select_from(table)).scalar_one())


async def fill(page: Page, fields: dict[str, str]) -> None:
    for label, words in fields.items():
        await page.get_by_label(label, exact=True).last.fill(words)
    for box in await page.locator("input[name=area], #role-viewer").all():
        await box.check()


async def click_twice(page: Page, button: str, milliseconds: int) -> None:
    target = page.get_by_role("button", name=button, exact=True).last
    await target.scroll_into_view_if_needed()
    box = await target.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    async with page.expect_event("load"):
        await page.mouse.click(x, y)
        await page.wait_for_timeout(milliseconds)
        await page.mouse.click(x, y)
    await page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("form", FORMS)
async def test_a_double_click_has_one_effect(context: BrowserContext, house: House, site: str, form: str, has_script):
    role, path, fields, button, table = FORMS[form]
    page = await signed_in(context, house, site, role)
    for number, milliseconds in enumerate(every((0, 50, 100, 200, 300), 2)):
        held = house.says("Will anything change?", asks=True)
        before = count(house, table)
        await page.goto(f"{site}/staff{path.format(id=held.conversation.id)}")
        named = {label: f"{words} {number}" for label, words in fields.items()}
        await fill(page, named)

        await click_twice(page, button, milliseconds)

        assert count(house, table) == before + 1, milliseconds
        if has_script:
            for words in named.values():
                assert words in await page.content(), milliseconds


@pytest.mark.parametrize("form", ["answer", "outcome", "check"])
async def test_two_browsers_see_both_texts_and_can_go_on(
    plain: BrowserContext, browser: Browser, house: House, site: str, axe: Judge, form: str
):
    held = house.says("My neighbour Kim hears everything.", asks=True)
    first, second = await two_at(plain, browser, house, site)
    path = await OPENED[form](house, held)
    for page in (first, second):
        await page.goto(f"{site}/staff{path}")
    await TYPED[form](first, "Words of the first")
    await TYPED[form](second, "Words of the second")

    judged = Judged(second, axe)
    await expect(second.get_by_role("heading", name="This has changed since you opened it")).to_be_visible()
    await judged.judge(form)
    assert judged.faults == {}
    shown = await second.content()
    assert "Words of the second" in shown
    assert "Words of the first" in shown or form == "check"
    if form == "check":
        assert "kept back by Ada safeguarding" in shown
        assert await second.get_by_role("button", name="Save").count() == 0
    else:
        kept = {"answer": "Send mine as well", "outcome": "Keep mine in its place"}[form]
        await follow(second.get_by_role("button", name=kept))
        assert "Words of the second" in await second.content()


async def two_at(plain: BrowserContext, browser: Browser, house: House, site: str) -> tuple[Page, Page]:
    other = await browser.new_context(viewport={"width": 320, "height": 640})
    return await signed_in(other, house, site, "safeguarding"), await signed_in(plain, house, site, "reviewer")


async def at_reply(_: House, held) -> str:
    return f"/conversations/{held.conversation.id}/reply"


async def at_check(_: House, __) -> str:
    return "/texts/a1/check"


async def at_outcome(house: House, _) -> str:
    row = {"id": "o1", "kind": "did", "said": "Nobody rang.", "done": "We ring.", "created_at": house.clock()}
    house.db.write_now(lambda tx: tx.execute(outcomes.insert().values(row)))
    return "/outcomes/o1"


async def answer(page: Page, words: str) -> None:
    await fill(page, {"What you write": words})
    await follow(page.get_by_role("button", name="Send", exact=True))


async def change(page: Page, words: str) -> None:
    await fill(page, {"What was done, or why it could not be": words})
    await follow(page.get_by_role("button", name="Save", exact=True))


async def check(page: Page, words: str) -> None:
    await page.get_by_label("Hide these words too").fill(words)
    is_first = words.endswith("first")
    await page.locator(f"input[name=recognised][value={'yes' if is_first else 'no'}]").check()
    await follow(page.get_by_role("button", name="Save", exact=True))


OPENED = {"answer": at_reply, "outcome": at_outcome, "check": at_check}
TYPED = {"answer": answer, "outcome": change, "check": check}
