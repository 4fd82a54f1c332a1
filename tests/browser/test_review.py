"""The staff app in a real browser: by keyboard alone, without scripts, on a narrow screen, light and dark."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from feedback.conversation.events import Requested
from review.app import PAGES
from review.identity import passwords
from storage.accounts import members
from storage.review import themes
from tests.browser.conftest import Judge, Judged, follow
from tests.browser.keyboard import press, tab_to
from tests.browser.staff_site import signed_in
from tests.review.conftest import PASSWORD, House
from tests.samples import IS_WHOLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMMENTS = 10 if IS_WHOLE else 2
"""How many a reviewer answers by keyboard, each like the one before."""
STORY = "Dr Hill was kind to number {}. Nobody rang me on 01632 960983. 👩‍👧"


@pytest_asyncio.fixture(loop_scope="session", params=[False, True], ids=["no script", "script"])
async def narrow(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[BrowserContext]:
    """A narrow screen, without and with scripts."""
    context = await browser.new_context(java_script_enabled=request.param, viewport={"width": 320, "height": 640})
    yield context
    await context.close()


def fill(house: House) -> list[str]:
    """Let some people say something; return the addresses of their conversations."""
    held = [house.says(STORY.format(number), "And nobody asked us.") for number in range(COMMENTS)]
    return [f"/staff/conversations/{one.conversation.id}" for one in held]


async def write_into(page: Page, label: str, words: str) -> None:
    await tab_to(page, page.get_by_label(label, exact=True).first)
    await page.keyboard.press("Control+A")
    await page.keyboard.type(words)


async def tick(page: Page, label: str | re.Pattern[str]) -> None:
    await tab_to(page, page.get_by_label(label).first)
    await page.keyboard.press("Space")


async def open_coder(page: Page) -> None:
    await tab_to(page, page.locator("details.coder > summary").first)
    await page.keyboard.press("Enter")


async def test_a_reviewer_reads_redacts_codes_and_answers_comments_by_keyboard_alone(
    narrow: BrowserContext, house: House, site: str
):
    paths = fill(house)
    page = await signed_in(narrow, house, site, "reviewer")

    for path in paths:
        await page.goto(site + path)
        await tab_to(page, page.get_by_role("link", name="Check for names in text 1"))
        async with page.expect_navigation():
            await page.keyboard.press("Enter")
        await tab_to(page, page.get_by_label("No. The others may read the rest."))
        await page.keyboard.press("Space")
        await press(page, "Save")
        await open_coder(page)
        await tick(page, "Nobody rang me on 01632 960983.")
        await write_into(page, "Or a new theme", "Calls")
        await press(page, "Put under this theme")
        await press(page, "Answer", role="link")
        await write_into(page, "What you write", "Thank you. We ring back now.")
        for area in await page.get_by_role("checkbox").all():
            await tab_to(page, area)
            await page.keyboard.press("Space")
        await press(page, "Send")

    await page.goto(f"{site}/staff/inbox?state=answered")
    await expect(page.locator(".rows > li")).to_have_count(COMMENTS)
    await page.goto(site + paths[0])
    main = page.locator("main")
    await expect(main).to_contain_text("“Nobody rang me on 01632 960983.”")
    await expect(main).to_contain_text("checked by Ada reviewer")
    await expect(main).to_contain_text("waits to go out at")
    coder = await signed_in(narrow, house, site, "coder")
    await coder.goto(site + paths[0])
    await expect(coder.locator("main")).to_contain_text("[name] was kind to number 0. Nobody rang me on [phone].")


async def test_every_page_of_reading_passes_axe_and_fits_a_narrow_screen(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    paths = fill(house)
    house.says("I cannot go on", danger="self_harm_or_suicide", asks=True, wants_news=True)
    house.invites("spring", *(f"{name}@example.org" for name in ("ada", "bea", "cal", "dee", "fay")))
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)

    await page.goto(site + paths[0])
    await open_coder(page)
    await judged.judge("conversation, with the form for themes open")
    await page.get_by_label("Or a new theme").first.fill("Calls")
    await press(page, "Put under this theme")
    await judged.judge("conversation, something just done")
    ref = re.search(r"#(\w+)", page.url).group(1)
    theme = house.db.read_now(themes.in_use)[0].id
    for path in (
        "/", "/inbox", "/inbox?q=kind", "/inbox?q=nothing", "/inbox?view=flagged", "/set-aside", "/themes",
        f"/themes/{theme}", f"/texts/{ref}/check", f"{paths[0].removeprefix('/staff')}/reply", "/outcomes", "/account", "/account/password",
        "/prove", "/audit", "/nothing", "/agreement", "/blind", "/figures", "/figures/ward", "/figures/ward/words", "/figures/ward/sample", "/figures/ward/parts", "/places", "/organisations",
        "/set-up",
        "/texts/again", "/questions/ward", "/signposts", "/invited?flow=ward&group=spring",
    ):  # fmt: skip
        await page.goto(f"{site}/staff{path}")
        await judged.judge(path)

    assert judged.faults == {}


async def test_every_state_of_answering_and_telling_passes_axe_and_fits_a_narrow_screen(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    (path, *_) = fill(house)
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)

    await page.goto(f"{site}{path}/reply")
    await press(page, "Send")
    await judged.judge("reply, nothing written")
    await page.get_by_label("What you write").fill("Thank you.")
    await press(page, "Send")
    await judged.judge("reply, areas not ticked")
    await tick(page, "Send it as it is")
    await press(page, "Send")
    await judged.judge("conversation, answered")
    await page.goto(f"{site}/staff/outcomes")
    await press(page, "Save")
    await judged.judge("outcomes, nothing written")
    await page.get_by_label("What people said").fill("Nobody rang.")
    await page.get_by_label("What was done, or why it could not be").fill("We ring.")
    await press(page, "Save")
    await judged.judge("outcomes, one written")
    await follow(page.locator("section.card a").first)
    await judged.judge("outcome")
    asked = house.says("Ask me more", events=[Requested("follow_up", is_wanted=True)])
    await page.goto(f"{site}/staff/queues/follow_up/{asked.conversation.id}/interview")
    await page.get_by_label("Day").first.fill("2026-05-12")
    await page.get_by_label("Hour").first.fill("14:30")
    await press(page, "Offer these times")
    await follow(page.get_by_role("link", name=re.compile("^Offered")))
    await judged.judge("a talk")

    assert judged.faults == {}


async def test_joining_passes_axe_and_works_by_keyboard(plain: BrowserContext, house: House, site: str, axe: Judge):
    token = house.db.write_now(lambda tx: members.add(tx, house.vault, name="Bea", role="admin", now=house.clock()))
    page = await plain.new_page()
    judged = Judged(page, axe)
    await page.goto(f"{site}/staff/join/{token}")

    await judged.judge("join")
    for state, fields in (
        ("join, weak password", {"Password": "short"}),
        ("second step", {"Password": PASSWORD, "The same password again": PASSWORD}),
        ("second step, wrong code", {"Code": "000000"}),
        ("recovery codes", {"Code": "now"}),
    ):
        for label, words in fields.items():
            await write_into(page, label, house.code("Bea") if words == "now" else words)
        await press(page, "Go on")
        await judged.judge(state)
    await press(page, "I have kept them", role="link")

    assert judged.faults == {}
    await expect(page.get_by_role("heading", level=1)).to_have_text("Settings")


async def test_keeping_accounts_and_signing_in_pass_axe_and_work_by_keyboard(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    page = await signed_in(plain, house, site, "admin")
    stored = await passwords.hashed(PASSWORD)
    ada = house.db.read_now(members.members)[0]
    house.db.write_now(lambda tx: members.change_password(tx, staff_id=ada.id, hashed=stored))
    judged = Judged(page, axe)

    await page.goto(f"{site}/staff/team")
    await judged.judge("team")
    await write_into(page, "Name", "Cal")
    await page.locator("#role-viewer").check()
    await press(page, "Make the account")
    await judged.judge("one-time link")
    await page.goto(f"{site}/staff/team")
    await judged.judge("team of two")
    await page.goto(f"{site}/staff/audit")
    await judged.judge("audit")
    await press(page, "Check that nobody touched it", role="link")
    await judged.judge("audit, gone through")
    await press(page, "Sign out")
    await judged.judge("sign in")
    await write_into(page, "Name", ada.name)
    await write_into(page, "Password", "wrong wrong wrong")
    await press(page, "Go on")
    await judged.judge("sign in, wrong password")
    await write_into(page, "Password", PASSWORD)
    await press(page, "Go on")
    await judged.judge("code")
    await write_into(page, "Code", house.code(ada.name))
    await press(page, "Sign in")

    assert judged.faults == {}
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello, {ada.name}")


async def test_exact_words_are_picked_by_arrow_keys_and_by_mouse(browser: Browser, house: House, site: str, axe: Judge):
    (path, *_) = fill(house)
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    page = await signed_in(context, house, site, "reviewer")
    await page.goto(site + path)
    coder = page.locator("details.coder").first
    await coder.locator("> summary").click()
    await coder.locator("details > summary").click()
    line = coder.locator(".numbered")

    await line.focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft"):
        await page.keyboard.press(key)
    await expect(coder.get_by_role("status")).to_have_text("2 words: Hill was")
    judged = Judged(page, axe)
    await judged.judge("words picked")
    await page.keyboard.press("Escape")
    await expect(coder.get_by_label("From word number")).to_have_value("")
    words = coder.locator(".word")
    await words.nth(3).click()
    await words.nth(5).click(modifiers=["Shift"])
    await coder.get_by_label("Or a new theme").fill("Kindness")
    await coder.get_by_role("button", name="Put under this theme").click()

    await expect(page.locator("main")).to_contain_text("“kind to number”")
    await context.close()
    assert judged.faults == {}


async def test_a_passkey_stands_in_for_the_code(browser: Browser, house: House, site: str):
    context = await browser.new_context()
    page = await signed_in(context, house, site, "viewer")
    ada = house.db.read_now(members.members)[0]
    stored = await passwords.hashed(PASSWORD)
    house.db.write_now(lambda tx: members.change_password(tx, staff_id=ada.id, hashed=stored))
    device = await context.new_cdp_session(page)
    await device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    await device.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    await page.goto(f"{site}/staff/account")
    await page.get_by_label("What you call it").fill("My phone")
    await page.get_by_role("button", name="Add a passkey").click()
    await expect(page.locator("main")).to_contain_text("My phone, since")
    await page.get_by_role("button", name="Sign out").click()
    await page.get_by_label("Name").fill(ada.name)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("button", name="Use a passkey").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello, {ada.name}")
    await page.goto(f"{site}/staff/account")
    await page.get_by_role("button", name="Take away the passkey My phone").click()

    await expect(page.locator("main")).not_to_contain_text("My phone")
    await context.close()


async def test_hostile_words_run_nothing_and_ask_nobody(browser: Browser, house: House, site: str):
    for words in HOSTILE:
        house.says(words, words)
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    asked: list[str] = []
    said: list[str] = []
    page = await signed_in(context, house, site, "reviewer")
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))

    for path in ("/inbox", "/inbox?q=alert"):
        await page.goto(f"{site}/staff{path}")
    links = [await link.get_attribute("href") for link in await page.locator("a.first").all()]
    for link in links:
        await page.goto(f"{site}{link}")
        assert await page.evaluate("() => window.hurt") is None
    await context.close()

    assert [url for url in asked if not url.startswith(site)] == []
    assert [text for text in said if "favicon" not in text] == []


HOSTILE = (
    "<script>window.hurt = 1; alert(1)</script>",
    '"><img src=https://example.org/x onerror="window.hurt=1;alert(1)">',
    "</textarea></select><svg onload=alert(1)>",
    "javascript:alert(1) <a href='javascript:alert(1)'>x</a>",
    "{{ 7 * 7 }} {% raw %} alert",
    "\u202egnp.exe alert \u2066\u2069 \u200b",
    "<style>*{background:url(https://example.org/)}</style> alert",
    "=cmd|' /C calc'!A0 alert",
    "alert " + "x" * 3000,
    "a\u0301\u0302\u0303" * 50 + " alert 👩‍👧‍👦",
)


def test_every_page_that_is_shown_is_judged_in_a_browser():
    shown = {page.path for page in PAGES if page.method == "GET"} - {"/static/{name}"}

    assert shown == {
        "/", "/sign-in", "/sign-in/code", "/join/{token}", "/join-code", "/prove", "/account", "/inbox", "/set-aside",
        "/conversations/{id}", "/conversations/{id}/reply", "/texts/{ref}/check", "/texts/again", "/themes", "/themes/{id}",
        "/outcomes", "/outcomes/{id}", "/care", "/care/{id}", "/care/mails/{number}", "/team", "/audit", "/agreement", "/blind",
        "/conversations/{id}/mails/{number}", "/conversations/{id}/mails/{number}/source", "/take-out", "/erase", "/conversations/{id}/erase", "/queues", "/queues/{name}", "/queues/{name}/{id}", "/figures", "/figures/{name}", "/figures/{name}/parts", "/figures/{name}/report", "/figures/{name}/sample", "/figures/{name}/words", "/figures/{name}/public", "/figures/{name}/told", "/set-up", "/questions/{name}", "/signposts", "/invited",
        "/people", "/people/{id}", "/people/{id}/list", "/people/{id}/invite", "/people/{id}/empty", "/people/{id}/not-reached", "/places", "/posters",
        "/organisations",
        "/posters/{name}", "/flows", "/rehearsal/{name}",
        "/sign-in/provider", "/sign-in/provider/back", "/account/second-step", "/account/password", "/join/{token}/provider", "/prove/provider",
        # Judged where they are tested: test_work, test_alerts, test_entering, test_widths, test_editor, journeys/test_set_up_in_browser.
        "/account/alerts", "/account/alerts/confirm/{token}", "/rota", "/now.json", "/answer-templates", "/together",
        "/work-through", "/work-through/{ref}", "/team/{id}/close", "/kept/{token}", "/first/{token}",
        "/figures/{name}/exact", "/settings", "/settings/organisation", "/settings/help-numbers",
        "/settings/help-numbers/{number}", "/settings/open", "/settings/words", "/settings/words/{name}", "/settings/mail",
        "/settings/telegram", "/settings/backups", "/settings/backups/{name}", "/edit", "/edit/{name}",
        "/edit/{name}/around", "/edit/{name}/text", "/edit/{name}/publish", "/edit/{name}/questions/{number}",
        "/edit/{name}/words", "/edit/{name}/words/{language}", "/settings/changes",
        "/introductions", "/introductions/{id}", "/figures/{name}/again",
        "/artefacts", "/artefacts/{id}", "/payments", "/payments/{id}", "/payments/sums", "/payments/file",  # judged by tests/browser/test_widths.py
        "/interviews", "/interviews/{id}", "/queues/{name}/{id}/interview",
        "/organisations/{id}", "/self-assessments/{id}", "/self-assessments/{id}/{name}",
        "/self-assessments/{id}/file/{name}",  # hands out a file: tests/review/pages/test_self_assessments.py
        "/figures/{name}/words/file",  # hands out a file: tests/review/pages/test_report_words.py
    }, "Judge the new page above, then name it here."  # fmt: skip
