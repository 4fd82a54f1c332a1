"""Pictures of the running service for docs/screenshots/. Run: .venv/bin/python -m tests.browser.screenshots.

Where pngquant is installed the pictures become a third of their size.
"""

import asyncio
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.async_api import Page

from tests.browser.conftest import chromium, running
from tests.browser.keyboard import pick, press, tick

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
LOOKS = {
    "phone": ({"width": 320, "height": 600}, "light"),
    "phone-dark": ({"width": 320, "height": 600}, "dark"),
    "desk": ({"width": 760, "height": 600}, "light"),
}


async def take(page: Page, name: str, *looks: str) -> None:
    """Take a picture as on a phone, and in every other look that is named."""
    for look in ("phone", *looks):
        size, scheme = LOOKS[look]
        await page.set_viewport_size(size)
        await page.emulate_media(color_scheme=scheme)
        await page.screenshot(path=FOLDER / f"{name}-{look}.png", full_page=True)


async def walk(page: Page, address: str) -> None:
    """Go through the pages worth showing, with invented answers."""
    await page.goto(address)
    await take(page, "front-page", "desk")
    await page.goto(f"{address}/help-now")
    await take(page, "help-now")
    await page.goto(f"{address}/talk/people")
    await press(page, "Start")
    await take(page, "consent")
    await pick(page, "Yes")
    await press(page, "Next")
    await press(page, "Next")
    await take(page, "question-not-answered")
    await pick(page, "I care for someone")
    await press(page, "Next")
    await press(page, "Skip")
    while not await page.get_by_label("Better chances to take part").count():
        await pick(page, "Yes")
        await press(page, "Next")
    await tick(page, "Better chances to take part")
    await tick(page, "More ways to take part")
    await take(page, "question-pick-many", "phone-dark", "desk")
    await press(page, "Next")
    await press(page, "Pause")
    await take(page, "paused-with-return-code")
    await press(page, "Go on")
    while not await page.get_by_label("Yes, that is right").count():
        await press(page, "Skip")
    await take(page, "summary")


async def main() -> None:
    """Start the service on a throwaway folder and take every picture; those of staff have a program of their own."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        if not old.name.startswith("staff-"):
            old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        async with chromium() as browser, running(Path(folder)) as service:
            context = await browser.new_context(java_script_enabled=False)
            await walk(await context.new_page(), service.url)


def shrink() -> None:
    """Make the pictures small with a palette of 64 colours, where pngquant is installed."""
    if shutil.which("pngquant"):
        pictures = sorted(FOLDER.glob("*.png"))
        subprocess.run(["pngquant", "--force", "--ext", ".png", "--strip", "64", *pictures], check=True)


if __name__ == "__main__":
    asyncio.run(main())
    shrink()
