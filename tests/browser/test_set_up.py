"""People, posters and the other pages of set-up in a real browser: axe, a narrow screen, no script, and on paper."""

from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page

from review.http.context import FlowFile, ServiceSetup
from storage.crypto.vault import Vault
from storage.db.engine import Database
from tests.browser.conftest import Judge, Judged
from tests.browser.keyboard import pick, press, tick
from tests.browser.staff_site import signed_in
from tests.review.conftest import House, filled
from tests.review.test_set_up_flows import CHECKED
from tests.review.test_set_up_people import LIST

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest_asyncio.fixture(loop_scope="session")
async def house(sqlite_db: Database, vault: Vault) -> House:
    made = filled(sqlite_db, vault)
    made.set_up = ServiceSetup(has_mail=True, files=lambda: (FlowFile("ward.toml", CHECKED.faults, CHECKED.flow),))
    return made


@pytest_asyncio.fixture(loop_scope="session")
async def site(site: str) -> str:
    """The address of the staff app."""
    return f"{site}/staff"


UNTIDY = "Where,Whose\nada@example.org,Ada Brook\n"


async def match_columns(page: Page, judged: Judged) -> None:
    """Look through a list whose columns have other names, say which is which, and take another list in the end."""
    await page.get_by_label("Or the list itself").fill("email\nnobody")
    await press(page, "Look through it")
    await judged.judge("list, with faults")
    await page.get_by_label("Or the list itself").fill(f"{UNTIDY}nobody,Dee\n")
    await press(page, "Look through it")
    await page.get_by_text("A column is wrong").click()
    await judged.judge("list, with rows that cannot be taken")
    await page.get_by_label("Whose").select_option("name")
    await press(page, "Look again")
    assert "A••• B•••" in await page.content()
    await press(page, "Take another list", role="link")


async def test_a_group_is_made_filled_and_written_to_by_keyboard_without_script(
    plain: BrowserContext, house: House, site: str, axe: Judge, tmp_path: Path
):
    file = tmp_path / "people.csv"
    file.write_text(LIST, "utf-8")
    page = await signed_in(plain, house, site, "admin")
    judged = Judged(page, axe)

    await page.goto(f"{site}/people")
    await judged.judge("people, no group")
    await press(page, "Make the group")
    await judged.judge("people, no name")
    await page.get_by_label("What you call it").fill("spring")
    await press(page, "Make the group")
    await judged.judge("group, nobody in it")
    await press(page, "Bring in a list", role="link")
    await judged.judge("list")
    await match_columns(page, judged)
    await page.get_by_label("A file").set_input_files(file)
    await press(page, "Look through it")
    await judged.judge("list, looked through")
    await press(page, "Store it")
    await judged.judge("group, brought in")
    await press(page, "Write to them", role="link")
    await judged.judge("invite")
    await press(page, "Invite 5 people")
    await judged.judge("group, letters wait")
    await press(page, "Take them back")
    await judged.judge("group, taken back")
    await press(page, "Forget them", role="link")
    await judged.judge("forget")

    assert judged.faults == {}


async def test_posters_and_cards_pass_axe_and_fill_their_paper(
    plain: BrowserContext, house: House, site: str, axe: Judge, tmp_path: Path
):
    page = await signed_in(plain, house, site, "admin")
    judged = Judged(page, axe)

    await page.goto(f"{site}/posters")
    await judged.judge("posters")
    await page.get_by_label("How many cards").fill("6")
    await press(page, "Make cards about Your ward")
    await judged.judge("cards")
    cards = await page.pdf(path=tmp_path / "cards.pdf", prefer_css_page_size=True)
    await page.goto(f"{site}/posters/ward?line=Ward+3")
    await judged.judge("poster")
    poster = await page.pdf(path=tmp_path / "poster.pdf", prefer_css_page_size=True)
    await page.goto(f"{site}/posters")
    await judged.judge("posters, with links that were made")

    assert judged.faults == {}
    assert [pages_of(cards), pages_of(poster)] == [2, 1]


def pages_of(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


async def test_flows_pass_axe_and_a_rehearsal_goes_by_keyboard_without_script(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    house.flow = CHECKED.flow
    page = await signed_in(plain, house, site, "admin")
    judged = Judged(page, axe)

    for path in ("/flows", "/questions/ward", "/signposts", "/set-up"):
        await page.goto(f"{site}{path}")
        await judged.judge(path)
    await page.goto(f"{site}/rehearsal/ward")
    await judged.judge("rehearsal, consent")
    await press(page, "Next")
    await judged.judge("rehearsal, nothing picked")
    await tick(page, "Yes")
    await press(page, "Next")
    await page.get_by_label("Tell us what happened").fill("I want to die")
    await press(page, "Next")
    await judged.judge("rehearsal, help shown")
    await pick(page, "Go on")
    await press(page, "Next")
    await tick(page, "Good")
    await press(page, "Next")
    await tick(page, "Yes")
    await press(page, "Next")
    await judged.judge("rehearsal, a scale")
    await tick(page, "1")
    await press(page, "Next")
    await judged.judge("rehearsal, the summary")
    await press(page, "Take the last step back")

    assert judged.faults == {}
