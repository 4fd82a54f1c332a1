"""Pictures of the staff app for docs/screenshots/. Run: .venv/bin/python -m tests.browser.screenshots_of_staff.

Where pngquant is installed the pictures become a third of their size.
"""

import asyncio
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.async_api import Page

from config.load import FLOWS, load_flows, load_words
from review.http.context import ServiceSetup
from sayso.demo.fill import fill
from storage.crypto.key_file import new_keys
from storage.crypto.vault import Vault
from storage.db import migrations_runner
from storage.db.engine import Database
from tests.browser.conftest import chromium
from tests.browser.screenshots import FOLDER
from tests.browser.staff_site import served_app, served_staff
from tests.review.conftest import House, filled
from tests.review.walk import NOW, Demo, opened, staffed

SAID = (
    "They asked us what we think. Nobody wrote back to us.",
    "The meetings start too early for me. I would come in the afternoon.",
    "Dr Hill listened. That was new. You can ring me on 01632 960983.",
    "We were paid for our time, and somebody explained it first.",
)
DEMO = (
    ("reviewer", "home", "/"),
    ("analyst", "figures", "/figures"),
    ("reviewer", "themes", "/themes"),
    ("admin", "health", "/set-up"),
)
LOOKS = {"desk": ({"width": 1000, "height": 700}, "light"), "phone-dark": ({"width": 360, "height": 700}, "dark")}


async def take(page: Page, name: str, *looks: str) -> None:
    for look in looks:
        size, scheme = LOOKS[look]
        await page.set_viewport_size(size)
        await page.emulate_media(color_scheme=scheme)
        await page.screenshot(path=FOLDER / f"staff-{name}-{look}.png", full_page=True)


async def walk(page: Page, house: House, address: str) -> None:
    """Go through the pages worth showing, with invented answers."""
    *_, held = [house.says(words, wants_news=True) for words in SAID[:3]]
    house.says("I cannot go on like this.", danger="self_harm_or_suicide", asks=True)
    house.says(SAID[3], channel="web")
    await page.goto(f"{address}/conversations/{held.conversation.id}")
    await page.get_by_role("link", name="Check for names").click()
    await take(page, "check", "desk")
    await page.get_by_label("No. The others may read the rest.").check()
    await page.get_by_role("button", name="Save").click()
    await page.locator("details.coder > summary").click()
    await page.get_by_label("Dr Hill listened.").check()
    await page.get_by_label("Or a new theme").fill("Being heard")
    await page.get_by_role("button", name="Put under this theme").click()
    await take(page, "conversation", "desk")
    await page.goto(f"{address}/inbox")
    await take(page, "inbox", "desk", "phone-dark")
    await page.goto(f"{address}/conversations/{held.conversation.id}/reply")
    await take(page, "reply", "desk")


async def walk_set_up(page: Page, address: str) -> None:
    """Rehearse a flow as far as its first branch."""
    await page.goto(f"{address}/rehearsal/people")
    for label in ("Yes", "I use or used services", None, "Yes", "Yes", "Yes", "Partly"):
        if label:
            await page.get_by_label(label, exact=True).check()
        name = "Next" if label else "Skip"
        await page.get_by_role("button", name=name, exact=True).click()
    await page.set_viewport_size({"width": 1000, "height": 1000})
    await page.screenshot(path=FOLDER / "staff-rehearsal-desk.png")
    await page.goto(f"{address}/questions/people")
    await page.locator(".map svg").screenshot(path=FOLDER / "staff-ways-desk.png")


async def walk_demo(page: Page, demo: Demo, address: str) -> None:
    """Show what many conversations come to, with the invented people of `sayso demo`."""
    for role, name, path in DEMO:
        await page.context.add_cookies([{"name": "sayso-staff", "value": demo.session(role), "url": address}])
        await page.goto(f"{address}/staff{path}")
        await take(page, name, "desk")


async def picture_house(folder: str, page: Page) -> None:
    database, vault = Database(f"sqlite:///{folder}/sayso.db"), Vault(new_keys())
    database.open()
    migrations_runner.upgrade(database)
    database.write_now(vault.check)
    house = filled(database, vault)
    house.set_up = ServiceSetup(current={flow.name: flow for flow in load_flows(FLOWS, load_words())}.get)
    async with served_staff(house) as site:
        await page.context.add_cookies(
            [{"name": "sayso-staff", "value": house.session(house.hire("Ada", "reviewer")), "url": site}]
        )
        await walk(page, house, f"{site}/staff")
        await walk_set_up(page, f"{site}/staff")
    database.close()


async def picture_demo(folder: str, page: Page) -> None:
    with opened(Path(folder) / "demo") as (settings, store, registry):
        demo = staffed(settings, store, registry, await fill(store, registry, NOW))
        async with served_app(demo.app) as site:
            await walk_demo(page, demo, site)


async def picture() -> None:
    async with chromium() as browser:
        for take_in in (picture_house, picture_demo):
            with tempfile.TemporaryDirectory() as folder:
                await take_in(folder, await (await browser.new_context()).new_page())


def main() -> None:
    asyncio.run(picture())
    if shutil.which("pngquant"):
        files = sorted(map(str, Path(FOLDER).glob("staff-*.png")))
        subprocess.run(["pngquant", "--force", "--ext", ".png", *files], check=True)


if __name__ == "__main__":
    main()
