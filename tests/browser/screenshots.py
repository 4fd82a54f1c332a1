"""Pictures of the web page for docs/screenshots/. Run: .venv/bin/python -m tests.browser.screenshots.

Where pngquant is installed the pictures become a third of their size.
"""

import asyncio
import shutil
import subprocess
from pathlib import Path

from playwright.async_api import Page

from tests.browser.conftest import chromium, served
from tests.browser.keyboard import pick, press, tick
from tests.web.memory import memory_door

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


async def take(page: Page, name: str) -> None:
    """Take one picture for each width and each scheme."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            await page.set_viewport_size({"width": width, "height": 640 if width == 320 else 800})
            await page.emulate_media(color_scheme=scheme)
            await page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True)


async def walk(page: Page, address: str) -> None:
    """Go through the pages worth showing."""
    await page.goto(address)
    await take(page, "start")
    await page.goto(f"{address}/help-now")
    await take(page, "help-now")
    await page.goto(f"{address}/talk")
    await press(page, "Start")
    await pick(page, "Yes")
    await press(page, "Next")
    await press(page, "Next")
    await take(page, "error")
    await press(page, "Skip")
    await press(page, "Skip")
    await tick(page, "Better chances to take part")
    await take(page, "question")
    for _ in range(6):
        await press(page, "Skip")
    await take(page, "summary")


async def main() -> None:
    """Serve an invented conversation and take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    async with chromium() as browser, served(memory_door()) as address:
        context = await browser.new_context(java_script_enabled=False)
        await walk(await context.new_page(), address)


def shrink() -> None:
    """Make the pictures small with a palette of 64 colours, where pngquant is installed."""
    if shutil.which("pngquant"):
        pictures = sorted(FOLDER.glob("*.png"))
        subprocess.run(["pngquant", "--force", "--ext", ".png", "--strip", "64", *pictures], check=True)


if __name__ == "__main__":
    asyncio.run(main())
    shrink()
