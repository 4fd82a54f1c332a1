"""A house whose staff may sign in with a provider, and browsers that go there and come back."""

from collections.abc import AsyncIterator

import httpx

from review.identity.id_token import judge
from review.identity.oidc_client import ClientRegistration, OidcProvider
from review.pages.oidc_sign_in import BACK
from storage.accounts import members
from storage.audit import audit_log
from tests.review.conftest import ORIGIN, Browser, House, browsers
from tests.review.openid_server import CLIENT, SECRET, OpenIdServer, openid_server


class Desk:
    """A house whose staff may use a provider, and browsers that go there."""

    def __init__(self, house: House, server: OpenIdServer, browse) -> None:
        self.house, self.server, self.browse = house, server, browse

    def use(self, **known: object) -> None:
        wanted = {"issuer": self.server.url, "client_id": CLIENT, "client_secret": SECRET, "back": ORIGIN + BACK}
        self.house.provider = OidcProvider(ClientRegistration(**{**wanted, **known}), judge, self.house.clock)

    def invite(self, name: str = "Ada", role: str = "reviewer") -> str:
        house = self.house
        known = house.db.read_now(lambda tx: members.named(tx, name=name))
        if known is None:
            return house.db.write_now(lambda tx: members.add(tx, house.vault, name=name, role=role, now=house.clock()))
        again = lambda tx: members.invite(tx, house.vault, staff_id=known.member.id, now=house.clock())  # noqa: E731
        return house.db.write_now(again)

    async def leave(self, browser: Browser, path: str) -> str:
        """Follow a link to the provider and sign in there; return the way back, which was not yet gone."""
        away = await browser.client.get(f"/staff{path}")
        assert away.status_code == 303, away.text
        assert away.headers["location"].startswith(self.server.url)
        async with httpx.AsyncClient() as outside:
            back = await outside.get(away.headers["location"])
        assert back.headers["location"].startswith(ORIGIN + BACK)
        return back.headers["location"].removeprefix(f"{ORIGIN}/staff")

    async def go(self, browser: Browser, path: str = "/sign-in/provider") -> Browser:
        await browser.get(await self.leave(browser, path))
        return browser

    async def join(self, name: str = "Ada", role: str = "reviewer") -> Browser:
        """Use a one-time link to its end."""
        browser = await self.go(self.browse(), f"/join/{self.invite(name, role)}/provider")
        if browser.path == "/join-code":
            await browser.send("/join-code", code=self.house.code(name))
        return browser

    def member(self, name: str = "Ada") -> members.Member:
        return self.house.db.read_now(lambda tx: members.named(tx, name=name)).member

    @property
    def noted(self) -> list[str]:
        return [entry.what for entry in self.house.db.read_now(audit_log.entries)]


async def opened(house: House, **known: object) -> AsyncIterator[Desk]:
    """Run a provider beside a house. `known` is what its registration has besides."""
    async with openid_server(house.clock) as server:
        desk = Desk(house, server, None)
        desk.use(**known)
        async for browse in browsers(house):
            desk.browse = browse
            yield desk
