"""Requests, views, mails, taking out and erasing in a real browser: by keyboard, without script, on a narrow screen."""

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, expect

from feedback.conversation.events import Consented, Requested
from review.http.service_port import MailRead, ServicePort
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.messages import incoming_mail
from storage.messages.incoming_mail import IncomingMail
from tests.browser.conftest import Judge, Judged
from tests.browser.keyboard import press, tab_to, tick
from tests.browser.staff_site import signed_in
from tests.review.conftest import House, filled

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AGREED = Consented("contact_more", granted=True, wording="Can we get in touch to hear more?")
READ = MailRead("Re: Your ward", "It was kind. > How was it?", "It was kind.", "> How was it?", "Ada", ("a.jpg",))


@pytest_asyncio.fixture(loop_scope="session")
async def house(sqlite_db: Database, vault: Vault) -> House:
    made = filled(sqlite_db, vault)
    taken = {"export": lambda _: b"PK", "report_forms": ("pdf",), "print_report": lambda *_: b"%PDF"}
    made.service = ServicePort(read_mail=lambda _: READ, forms=("csv", "xlsx"), **taken)
    return made


@pytest_asyncio.fixture(loop_scope="session")
async def site(site: str) -> str:
    """The address of the staff app."""
    return f"{site}/staff"


async def test_every_queue_and_its_requests_pass_axe(plain: BrowserContext, house: House, site: str, axe: Judge):
    held = house.says("Ring me", events=[AGREED])
    page = await signed_in(plain, house, site, "safeguarding")
    judged = Judged(page, axe)

    for path in (
        "",
        "/queues",
        "/queues/training",
        "/queues/follow_up?all=yes",
        f"/queues/follow_up/{held.conversation.id}",
    ):
        await page.goto(f"{site}{path}")
        await judged.judge(path or "home")

    assert judged.faults == {}


async def test_a_case_study_goes_its_way_by_keyboard_without_script(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    house.says("We wrote a charter", events=[AGREED, Requested("case_study", is_wanted=True)])
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)
    note = page.get_by_label("A note with it")

    await page.goto(f"{site}/queues/case_study")
    await judged.judge("queue")
    await page.locator("a.first").focus()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    await judged.judge("request, new")
    await press(page, "We asked them")
    await press(page, "They agreed")
    await judged.judge("request, a note is missing")
    await note.fill("They wrote back: yes")
    await press(page, "They agreed")
    await judged.judge("request, agreed")
    await page.get_by_label("The case study").fill("The group wrote its own charter.")
    await press(page, "Keep it")
    await tab_to(page, page.get_by_text("Send it to them", exact=True))
    await page.keyboard.press("Enter")
    await judged.judge("request, about to be sent")
    await press(page, "Show it to them")
    await judged.judge("request, shown")
    await note.fill("They wrote back: yes, every word")
    await press(page, "They agreed to these words")
    await press(page, "Put it on our page")
    await judged.judge("request, published")
    await press(page, "Undo")
    await expect(page.locator("dl")).to_contain_text("agreed in these words")

    assert judged.faults == {}


async def test_a_view_is_kept_and_taken_away_by_keyboard(plain: BrowserContext, house: House, site: str, axe: Judge):
    house.says("Nobody rang back", channel="web")
    page = await signed_in(plain, house, site, "viewer")
    judged = Judged(page, axe)

    await page.goto(f"{site}/inbox?channel=web")
    await tab_to(page, page.get_by_text("Keep this view", exact=True))
    await page.keyboard.press("Enter")
    await page.get_by_label("Name of the view").fill("Web")
    await judged.judge("inbox, about to keep a view")
    await press(page, "Keep it")
    await judged.judge("inbox, with a view")
    await press(page, "Take away the view Web")
    await judged.judge("inbox, without the view")

    await expect(page.get_by_role("link", name="Web", exact=True)).to_have_count(0)
    assert judged.faults == {}


async def test_a_mail_and_who_wrote_it_are_read_as_plain_text(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    held = house.says("It was kind.", channel="email")
    raw = "From: ada@example.org\r\n\r\n<b onclick=alert(1)>It was kind.</b> " + "x" * 400
    mail = IncomingMail(
        1, "reply", raw, "{}", house.clock(), raw, conversation_id=held.conversation.id, person_id=held.person_id
    )
    house.db.write_now(lambda tx: incoming_mail.keep(tx, house.vault, mail))
    page = await signed_in(plain, house, site, "safeguarding")
    judged = Judged(page, axe)

    await page.goto(f"{site}/conversations/{held.conversation.id}")
    await judged.judge("conversation with a mail")
    await page.goto(f"{site}/conversations/{held.conversation.id}/mails/1")
    await judged.judge("mail")
    await press(page, "Who wrote it", role="link")
    await judged.judge("mail, why")
    await press(page, "Show the mail as it came")
    await judged.judge("mail, no reason")
    await page.get_by_label("Why you need to know").fill("They may be in danger")
    await press(page, "Show the mail as it came")
    await judged.judge("mail, its sender")

    await expect(page.locator("main")).to_contain_text("<b onclick=alert(1)>")
    assert judged.faults == {}


async def test_the_report_is_taken_by_keyboard(plain: BrowserContext, house: House, site: str, axe: Judge):
    page = await signed_in(plain, house, site, "analyst")
    judged = Judged(page, axe)

    await page.goto(f"{site}/figures/ward/report")
    await judged.judge("take the report")
    await press(page, "Take the report")
    await judged.judge("take the report, without why")
    await tick(page, "In Easy Read: short sentences and large print")
    await page.get_by_label("What it is for").fill("The board")
    await tab_to(page, page.get_by_role("button", name="Take the report"))
    async with page.expect_download() as download:
        await page.keyboard.press("Enter")
    assert (await download.value).suggested_filename == "sayso-ward-easy-2026-05-04.pdf"
    assert judged.faults == {}


async def test_answers_are_taken_out_and_somebody_is_erased_by_keyboard(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    held = house.says("One thing")
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)

    await page.goto(f"{site}/take-out")
    await judged.judge("take out")
    await press(page, "Take it out")
    await judged.judge("take out, no format")
    await tick(page, "XLSX: for Excel and LibreOffice")
    await page.get_by_label("What it is for").fill("The spring report")
    await tab_to(page, page.get_by_role("button", name="Take it out"))
    async with page.expect_download() as download:
        await page.keyboard.press("Enter")
    assert (await download.value).suggested_filename == "sayso-all-2026-05-04.zip"
    await page.goto(f"{site}/erase")
    await judged.judge("erase")
    await press(page, "Find what would be erased")
    await judged.judge("erase, no such code")
    await page.get_by_label("Their code").fill(held.conversation.code)
    await press(page, "Find what would be erased")
    await judged.judge("erase, asked once more")
    await press(page, "Erase for ever")
    await judged.judge("erase, no reason")
    await page.get_by_label("Why").fill("They asked")
    await page.get_by_label("Type the word erase").fill("erase")
    await press(page, "Erase for ever")
    await judged.judge("erased")

    assert judged.faults == {}
