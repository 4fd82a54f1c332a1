"""A person who uses the keyboard alone."""

from playwright.async_api import Locator, Page

MOST_STEPS = 60


async def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    wanted = await target.element_handle()
    for _ in range(MOST_STEPS):
        if await wanted.evaluate("element => element === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by the Tab key.")


async def press(page: Page, name: str, *, role: str = "button", key: str = "Enter") -> None:
    """Go to a button or link by Tab, press it, and wait for the page that comes."""
    await tab_to(page, page.get_by_role(role, name=name, exact=True))
    async with page.expect_navigation():
        await page.keyboard.press(key)


async def tick(page: Page, label: str) -> None:
    """Go to a checkbox by Tab and tick it."""
    await tab_to(page, page.get_by_label(label, exact=True))
    await page.keyboard.press("Space")


async def pick(page: Page, label: str) -> None:
    """Go to a group of radio buttons by Tab, and to one of them by the arrow keys."""
    wanted = page.get_by_label(label, exact=True)
    await tab_to(page, page.get_by_role("radio").first)
    await page.keyboard.press("Space")
    for _ in range(await page.get_by_role("radio").count()):
        if await wanted.is_checked():
            return
        await page.keyboard.press("ArrowDown")
    raise AssertionError(f"{label} is not reached by the arrow keys.")


async def write(page: Page, words: str) -> None:
    """Go to the field for words by Tab and type."""
    await tab_to(page, page.locator("#text, #code").first)
    await page.keyboard.type(words)
