"""The staff app of a real service that does not run: its pages, its port, and its files."""

import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from config.settings import Settings, load_settings
from review.app import app
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from sayso.core.store import Store, open_store
from sayso.setup.port import port_for
from sayso.setup.stored import take_up
from sayso.staff.mount import desk_for
from storage.accounts import members, sessions
from storage.crypto import key_file
from tests.review.conftest import ORIGIN, Browser

sys.path.insert(0, str(Path(__file__).parents[2]))


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.has_plugin("mail_servers.plugin"):
        config.pluginmanager.import_plugin("mail_servers.plugin")


@dataclass
class Setting:
    """A store with an admin signed in. `again` takes up what was stored, as the service does, and serves it."""

    settings: Settings
    store: Store
    restarts: list[str] = field(default_factory=list)
    clients: list[httpx.AsyncClient] = field(default_factory=list)
    token: str = ""

    def app(self) -> Starlette:
        taken = take_up(self.settings, self.store)
        registry = registry_for(taken.settings, taken.windows)
        house = port_for(taken.settings, self.store, lambda: self.restarts.append("again"))
        desk = replace(desk_for(taken.settings, self.store, registry, now), house=house)
        return Starlette(routes=[Mount("/staff", app(desk))])

    def again(self) -> Browser:
        transport = httpx.ASGITransport(self.app(), client=("192.0.2.1", 1))
        client = httpx.AsyncClient(transport=transport, base_url=ORIGIN)
        client.cookies.set("sayso-staff", self.token)
        self.clients.append(client)
        return Browser(client)


@pytest.fixture
async def setting(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Setting]:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    shutil.copyfile(sqlite_template, data / "sayso.db")
    key_file.make(tmp_path / "keys")
    with setting_in(tmp_path) as made:
        yield made
        for client in made.clients:
            await client.aclose()


@contextmanager
def setting_in(tmp_path: Path) -> Iterator[Setting]:
    environ = {"SAYSO_DATA": str(tmp_path / "data"), "SAYSO_KEY_FILE": str(tmp_path / "keys")}
    settings = load_settings(environ, tmp_path / "sayso.toml")
    with open_store(settings, is_new_allowed=True) as store:
        made = Setting(settings, store)
        made.token = store.database.write_now(lambda tx: _signed_in(tx, store))
        yield made


def _signed_in(tx, store: Store) -> str:
    members.add(tx, store.vault, name="Ada", role="admin", now=now())
    ada = members.named(tx, name="Ada").member
    return sessions.begin(tx, store.vault, staff_id=ada.id, stage="in", now=now())
