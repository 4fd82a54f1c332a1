"""A real browser (Debian's Chromium) for any test: `page_without_scripts` to use, `axe` to judge what it shows."""

import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright
from pytest_asyncio import is_async_test

from storage.crypto.vault import Vault
from storage.db.engine import Database
from tests.browser.staff_site import served_app, served_staff
from tests.journeys.conftest import Running
from tests.review.conftest import House, filled
from tests.samples import IS_WHOLE, TURN
from tests.web.memory import MemoryService, memory_service
from web.app import app
from web.port import WebService

sys.path.insert(0, str(Path(__file__).parents[1]))

Judge = Callable[[Page], Awaitable[list[str]]]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), "/usr/bin/chromium")
"""The same browser without windows where there is one: it opens a page with a third of the work."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-lcd-text",
)
RULES = {
    "light": {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}},
    "dark": {"resultTypes": ["violations"], "runOnly": ["color-contrast"]},
}
"""Every rule of axe-core; in the dark only the colours differ."""
_JUDGED = count()
WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHOW = """async html => {
  const shown = new DOMParser().parseFromString(html, "text/html").documentElement;
  document.replaceChild(document.adoptNode(shown), document.documentElement);
  const styles = document.querySelector("link[rel=stylesheet]");
  if (styles && !styles.sheet) await new Promise(done => { styles.onload = styles.onerror = done; });
}"""
"""Puts another page's HTML in the place of this one, and waits for its styles."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def served(web_service: WebService) -> AsyncIterator[str]:
    """Serve the page of a web_service on a free port of this machine; gives its address."""
    async with served_app(app(web_service)) as address:
        yield address


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.has_plugin("telegram_server.plugin"):
        config.pluginmanager.import_plugin("telegram_server.plugin")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here runs on one loop, since the one browser lives on it."""
    here = Path(__file__).parent
    for item in items:
        if is_async_test(item) and here in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def plain(browser: Browser) -> AsyncIterator[BrowserContext]:
    """An old phone, 320 pixels wide, with JavaScript off."""
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page_without_scripts(plain: BrowserContext) -> Page:
    """A page on such a phone."""
    return await plain.new_page()


@pytest_asyncio.fixture(loop_scope="session")
async def house(sqlite_db: Database, vault: Vault) -> House:
    """What the staff app stands on."""
    return filled(sqlite_db, vault)


@pytest_asyncio.fixture(loop_scope="session")
async def site(house: House) -> AsyncIterator[str]:
    """The address under which the staff app and the page for people stand."""
    async with served_staff(house) as address:
        yield address


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def judging(browser: Browser) -> AsyncIterator[Page]:
    """A second page, which may run axe-core; it is loaded once, since loading takes longer than judging."""
    context = await browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    yield await context.new_page()
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def axe(judging: Page) -> AsyncIterator[Judge]:
    """Judges what a page shows now, light and dark: the same HTML and styles, put into a page that may run axe-core."""
    origin = ""

    async def judge(page: Page) -> list[str]:
        nonlocal origin
        here = page.url.partition("//")[2].partition("/")[0]
        if here != origin:
            await judging.goto(f"http://{here}/blank")
            await judging.evaluate(AXE_SCRIPT)
            origin = here
        await judging.evaluate(SHOW, await page.content())
        return [f"{scheme}: {fault}" for scheme in schemes() for fault in await faults(judging, scheme)]

    yield judge


async def follow(door: Locator) -> None:
    """Click and wait for the page that comes: a click alone returns while the old one still stands."""
    async with door.page.expect_navigation():
        await door.click()


def schemes() -> tuple[str, ...]:
    """Light for each page; dark, where only colours differ, for one page of three, or for all where nothing is left out."""
    is_dark_too = IS_WHOLE or next(_JUDGED) % 3 == TURN % 3
    return tuple(RULES) if is_dark_too else ("light",)


async def faults(page: Page, scheme: str) -> list[str]:
    await page.emulate_media(color_scheme=scheme)
    found = await page.evaluate("options => axe.run(options)", {**RULES[scheme], "preload": False})
    return [f"{fault['id']} {fault['nodes'][0]['html']}" for fault in found["violations"]]


SMALL = """() => innerWidth > 400 ? [] : [...document.querySelectorAll(".chart text, .strip text")]
  .filter(text => text.getClientRects().length > 0 && text.getBoundingClientRect().width > 0)
  .map(text => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * text.getCTM().a])
  .filter(([, size]) => size < 13.5).map(([words, size]) => `${words}: letters of ${size.toFixed(1)} px`)"""
"""Words of charts that are smaller than 14 px on a phone."""


class Judged:
    """What axe and the width of the page say of each state of a page, where they say anything.

    Axe, which is most of the work of these tests, looks at every other state, the others by turn; at all where nothing
    is left out.
    """

    def __init__(self, page: Page, axe: Judge, one_of: int = 2) -> None:
        self.page = page
        self.axe = axe
        self.faults: dict[str, list[str]] = {}
        self._turns, self._one_of = count(TURN), one_of

    async def judge(self, state: str) -> None:
        too_wide = await self.page.evaluate(WIDTH)
        is_due = next(self._turns) % self._one_of == 0 or IS_WHOLE
        faults = [*(await self.axe(self.page) if is_due else ()), *([f"{too_wide} px too wide"] if too_wide else [])]
        faults += await self.page.evaluate(SMALL)
        if faults:
            self.faults[state] = faults


@pytest.fixture
def web_service() -> MemoryService:
    return memory_service()


@pytest_asyncio.fixture(loop_scope="session")
async def address(web_service: MemoryService) -> AsyncIterator[str]:
    async with served(web_service) as url:
        yield url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def bot_api(referee) -> AsyncIterator[Any]:
    """One Bot API server for all tests of the browser, on their loop."""
    from telegram_server.server import TelegramServer  # noqa: PLC0415 - found only once the plugin is loaded

    async with TelegramServer() as server:
        yield server
    faults = referee.faults(server)
    assert not faults, "\n".join(faults)


@asynccontextmanager
async def running(folder: Path, **environ: str) -> AsyncIterator[Running]:
    """A `sayso serve` of its own process, ended in order."""
    service = Running(folder, environ)
    service.start()
    try:
        yield await service.ready()
        assert await service.stop() == 0, service.log
    finally:
        service.kill()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def service(bot_api, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """The whole service on SQLite, with Telegram; tests share it, each with people of its own."""
    telegram = {"SAYSO_TELEGRAM_TOKEN": bot_api.token, "SAYSO_TELEGRAM_API_URL": bot_api.url}
    async with running(tmp_path_factory.mktemp("service"), **telegram) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def own_service(tmp_path: Path) -> AsyncIterator[Running]:
    """A service that a test may break: the web alone."""
    async with running(tmp_path) as started:
        yield started
