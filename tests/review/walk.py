"""The invented people of `sayso demo` for tests, and a walk over every page of the staff app along its own links."""

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import httpx
from starlette.applications import Starlette

from config.settings import Settings, load_settings
from review.app import PAGES
from review.http.context import StaffContext
from review.http.roles import ROLES
from review.http.setup_port import SetUpPort
from sayso.core.flow_registry import FlowRegistry, registry_for
from sayso.core.store import Store, open_store
from sayso.demo.fill import fill
from sayso.demo.team import StaffInvitation
from sayso.setup.port import port_for
from sayso.staff.mount import desk_for, staff_route
from storage.accounts import sessions
from storage.accounts.members import Member
from tests.web.memory import memory_service
from web.app import app

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
ORIGIN = "http://127.0.0.1:8000"
HOLES = re.compile(r"\{(\w+)\}")
PATTERNS = {
    f"/staff{page.path}": re.compile("/staff" + HOLES.sub(r"(?P<\1>[^/?#]+)", page.path) + r"(?:[?#].*)?")
    for page in sorted(PAGES, key=lambda page: page.path.count("{"))
}
_NOT_FOLLOWED = ("/staff/static/", "/staff/sign-out")
_MOST_OF_A_KIND = 4
"""Pages of one pattern that a walk opens: the thirtieth conversation shows nothing new."""

Fields = dict[str, set[str]]


@dataclass
class Demo:
    """A filled staff app, with somebody of every role. `NOW` is its time."""

    desk: StaffContext
    app: Starlette
    team: dict[str, Member]

    def session(self, role: str) -> str:
        """A fresh session of somebody with this role; they have just shown who they are."""
        member = self.team[role]
        begin = lambda tx: sessions.begin(tx, self.desk.vault, staff_id=member.id, stage="in", now=NOW)  # noqa: E731 - said once
        return self.desk.database.write_now(begin)

    def client(self, role: str = "") -> httpx.AsyncClient:
        """A browser without scripts, signed in where a role is named."""
        client = httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=ORIGIN)
        if role:
            client.cookies.set("sayso-staff", self.session(role))
        return client


@contextmanager
def opened(folder: Path, **environ: str) -> Iterator[tuple[Settings, Store, FlowRegistry]]:
    """A new database, with the flows of these settings."""
    settings = load_settings({"SAYSO_DATA": str(folder / "data"), **environ}, folder / "none.toml")
    with open_store(settings, is_new_allowed=True) as store:
        registry = registry_for(settings)
        store.database.write_now(lambda tx: registry.keep(tx, NOW))
        yield settings, store, registry


def staffed(settings: Settings, store: Store, registry: FlowRegistry, team: tuple[StaffInvitation, ...]) -> Demo:
    """The staff app on a database, beside the page for people as the service has it."""
    nothing = SetUpPort()
    house = replace(
        port_for(settings, store, nothing.restart), try_mail=nothing.try_mail, try_telegram=nothing.try_telegram
    )
    desk = replace(desk_for(settings, store, registry, lambda: NOW), house=house)
    members = {one.member.role: one.member for one in team}
    assert set(members) == set(ROLES)
    return Demo(desk, app(memory_service(), [staff_route(desk)]), members)


@contextmanager
def demo(folder: Path) -> Iterator[Demo]:
    with opened(folder) as (settings, store, registry):
        yield staffed(settings, store, registry, asyncio.run(fill(store, registry, NOW)))


class Read(HTMLParser):
    """The links of a page, and every form: where it is sent, the names of its fields, and the values they offer."""

    def __init__(self, address: str, answer: httpx.Response) -> None:
        super().__init__()
        self.status = answer.status_code
        self.is_file = "attachment" in answer.headers.get("content-disposition", "")
        self.links: list[str] = []
        self.forms: dict[tuple[str, str], Fields] = defaultdict(lambda: defaultdict(set))
        self._address = address
        self._form: Fields = {}
        self._select = ""
        self.feed(answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href", "").startswith("/staff"):
            self.links.append(given["href"].partition("#")[0])
        if tag == "form":
            to = pattern_of(given.get("action") or self._address)
            self._form = self.forms[given.get("method", "get").upper(), to]
        if tag == "select":
            self._select = given.get("name", "")
        self._note_field(tag, given)

    def _note_field(self, tag: str, given: dict[str, str]) -> None:
        name = self._select if tag == "option" else given.get("name", "")
        if name and tag in ("input", "option", "textarea", "button"):
            self._form.setdefault(name, set()).add(given.get("value", ""))


def pattern_of(address: str) -> str:
    """Which page of the table an address belongs to; nothing for one of nobody."""
    return next((name for name, pattern in PATTERNS.items() if pattern.fullmatch(address)), "")


async def walk(client: httpx.AsyncClient, most: int = _MOST_OF_A_KIND) -> dict[str, Read]:
    """Open the first page and whatever it leads to, some of each kind; every page by its address."""
    seen: dict[str, Read] = {}
    visited: dict[str, int] = defaultdict(int)
    waiting = ["/staff/"]
    while waiting:
        address = waiting.pop(0)
        kind = pattern_of(address) + ("?" if "?" in address else "")
        if address in seen or visited[kind] >= most or address.startswith(_NOT_FOLLOWED):
            continue
        visited[kind] += 1
        answer = await client.get(address)
        seen[address] = Read(address, answer)
        waiting += seen[address].links
    return seen
