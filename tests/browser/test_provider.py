"""Signing in with a provider in a real browser: there and back, by keyboard, and no page asks it for anything."""

import asyncio
import subprocess
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from review.identity.id_token import judge
from review.identity.oidc_client import ClientRegistration, OidcProvider
from review.pages.oidc_sign_in import BACK
from sayso.core.clock import now
from storage.accounts import members
from tests.browser.conftest import Judge, Judged, running
from tests.browser.keyboard import press
from tests.browser.staff_site import served_staff
from tests.journeys.conftest import SAYSO
from tests.review.conftest import House
from tests.review.openid_server import CLIENT, SECRET, OpenIdServer, openid_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest_asyncio.fixture(loop_scope="session")
async def accounts(house: House) -> AsyncIterator[OpenIdServer]:
    """A provider that shows a page and asks who somebody is."""
    async with openid_server(house.clock) as server:
        server.who = None
        yield server


@pytest_asyncio.fixture(loop_scope="session")
async def site(house: House, accounts: OpenIdServer) -> AsyncIterator[str]:
    """The staff app, whose host vouches for the second step of the provider."""
    known = ClientRegistration(accounts.url, CLIENT, SECRET, "", has_second_step=True)
    house.provider = OidcProvider(known, judge, house.clock)
    async with served_staff(house) as address:
        house.provider.registration = replace(known, back=address + BACK)
        yield address


def invite(house: House, name: str, role: str) -> str:
    return house.db.write_now(lambda tx: members.add(tx, house.vault, name=name, role=role, now=house.clock()))


class Ears:
    """What a page asked other sites for, and what it complained of."""

    def __init__(self, page: Page, site: str) -> None:
        self.foreign: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda one: self.foreign.append(one.resource_type) if not one.url.startswith(site) else None)
        page.on("console", lambda message: self.said.append(message.text))


@pytest_asyncio.fixture(loop_scope="session", params=[False, True], ids=["no script", "script"])
async def page(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A narrow screen, without and with scripts."""
    context = await browser.new_context(java_script_enabled=request.param, viewport={"width": 320, "height": 640})
    yield await context.new_page()
    await context.close()


async def test_joining_and_showing_again_who_one_is_by_keyboard(
    page: Page, house: House, accounts: OpenIdServer, site: str, axe: Judge
):
    ears, judged = Ears(page, site), Judged(page, axe)

    await page.goto(f"{site}/staff/join/{invite(house, 'Ada', 'admin')}")
    await judged.judge("one-time link")
    await press(page, "Use your account at 127.0.0.1", role="link")
    await press(page, "Not now")
    await judged.judge("turned back")
    await press(page, "Try again", role="link")
    await press(page, "Use your account at 127.0.0.1", role="link")
    await press(page, "I am Ada")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Ada")
    house.clock.forward(minutes=11)
    await add_bea(page, site)
    await judged.judge("show again who you are")
    await press(page, "Show it at 127.0.0.1", role="link")
    await press(page, "I am Bea")
    await judged.judge("somebody else")
    await press(page, "Go back", role="link")
    await press(page, "Show it at 127.0.0.1", role="link")
    await press(page, "I am Ada")
    await add_bea(page, site)
    await expect(page.get_by_role("heading", level=1)).to_have_text("A link for Bea")

    assert judged.faults == {}
    assert set(ears.foreign) == {"document"}
    assert [text for text in ears.said if "Content Security Policy" in text] == []


async def add_bea(page: Page, site: str) -> None:
    await page.goto(f"{site}/staff/team")
    await page.get_by_label("Name").fill("Bea")
    await page.locator("#role-viewer").check()
    await press(page, "Make the account")


async def test_signing_out_and_in_again_by_keyboard(
    page: Page, house: House, accounts: OpenIdServer, site: str, axe: Judge
):
    judged = Judged(page, axe)
    await page.goto(f"{site}/staff/join/{invite(house, 'Ada', 'viewer')}/provider")
    await press(page, "I am Ada")

    await page.goto(f"{site}/staff/account")
    await judged.judge("account without password")
    await press(page, "Sign out")
    await judged.judge("sign in")
    await press(page, "Sign in with 127.0.0.1", role="link")
    await press(page, "I am Bea")
    await judged.judge("no account")
    await press(page, "Try again", role="link")
    await press(page, "Sign in with 127.0.0.1", role="link")
    await press(page, "I am Ada")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Ada")

    assert judged.faults == {}


async def test_the_whole_service_lets_in_by_the_provider_and_tells_who_may_be_asked(browser: Browser, tmp_path: Path):
    async with openid_server(now) as accounts:
        accounts.who = None
        provider = {"OIDC_ISSUER": accounts.url, "OIDC_CLIENT_ID": CLIENT, "OIDC_CLIENT_SECRET": SECRET}
        environ = {f"SAYSO_{name}": value for name, value in provider.items()}
        async with running(tmp_path, **environ) as service:
            assert "Staff may sign in with 127.0.0.1." in service.log
            add = [str(SAYSO), "staff", "add", "Ada", "--role", "viewer"]
            made = await asyncio.to_thread(
                subprocess.run, add, cwd=tmp_path, env=service.environ, capture_output=True, text=True, check=True
            )
            page = await browser.new_page()
            await page.goto(made.stdout.split()[-1])
            await page.get_by_role("link", name="Use your account").click()
            await page.get_by_role("button", name="I am Ada").click()
            await expect(page.get_by_role("heading", level=1)).to_have_text("Your second step")
            await page.goto(f"{service.url}/staff/account")
            await expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
            await page.get_by_role("link", name="Sign in with 127.0.0.1").click()
            await page.get_by_role("button", name="I am Ada").click()
            await expect(page.get_by_role("heading", level=1)).to_have_text("Your second step")
            await page.close()
            assert SECRET not in service.log
            assert "code=" not in service.log
