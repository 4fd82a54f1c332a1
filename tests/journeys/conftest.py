"""The whole service as a process of its own, with people who write to it through the test Bot API server."""

import asyncio
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from zlib import crc32

import httpx
import pytest

from config.settings import load_settings
from sayso.core.store import Store, open_store
from storage.crypto import key_file
from tests.samples import every

sys.path.insert(0, str(Path(__file__).parents[1]))

from journeys import forked
from journeys.forked import PATHS, Forked

SAYSO = Path(sys.executable).with_name("sayso")
START_SECONDS = 120
"""A start takes two seconds; a machine with much else to do makes a minute of it, and only one that hangs more."""
IS_COLD = "SAYSO_COLD" in os.environ
"""Every `sayso` is started as a host starts it, as in `make nightly`. Else only where a test is about the start."""


def pytest_configure(config: pytest.Config) -> None:
    for plugin in ("telegram_server.plugin", "mail_servers.plugin"):
        if not config.pluginmanager.has_plugin(plugin):
            config.pluginmanager.import_plugin(plugin)


NO_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Whom to trust where nothing is encrypted: reading the usual list is more work than a hundred requests."""


@dataclass
class Running:
    """`sayso serve` on its own data folder, to be started, killed and asked things."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)
    is_cold: bool = IS_COLD
    process: "subprocess.Popen[bytes] | Forked | None" = None
    port: int = 0
    health: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": PATHS,
            "SAYSO_DATA": str(self.folder / "data"),
            "SAYSO_PORT": str(self.port),
            "SAYSO_ORGANISATION": "Example Trust",
            "SAYSO_KEY_FILE": str(self.folder / "keys"),
            "SAYSO_SECOND_LOOK": "off",  # a process that loads for seconds; test_second_look switches it on
            **self.environ,
        }

    @property
    def data(self) -> Path:
        return Path(self.environ["SAYSO_DATA"])

    @property
    def key_file(self) -> Path:
        return Path(self.environ["SAYSO_KEY_FILE"])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def write_flow(self, text: str, name: str = "items") -> Path:
        """Give the service a folder of its own with this flow, which begins without an invitation."""
        folder = self.folder / "flows"
        folder.mkdir(exist_ok=True)
        file = folder / f"{name}.toml"
        file.write_text(text)
        self.environ |= {"SAYSO_FLOWS": str(folder), "SAYSO_DEFAULT_FLOW": name}
        return file

    def settle(self, template: Path) -> None:
        """Leave what a first start leaves: the tables, from this empty file where the database is one, and the keys."""
        self.data.mkdir(mode=0o700)
        if "SAYSO_DATABASE_URL" not in self.environ:
            shutil.copyfile(template, self.data / "sayso.db")
        key_file.make(self.key_file)

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text()

    def start(self) -> None:
        with (self.folder / "log.txt").open("ab") as log, Path(os.devnull).open("rb") as nothing:
            begin = self._cold_start if self.is_cold else self._fork
            self.process = begin(nothing, log)

    def _fork(self, nothing: IO[bytes], log: IO[bytes]) -> Forked:
        return forked.start(["serve"], self.environ, self.folder, (nothing, log, log))

    def _cold_start(self, nothing: IO[bytes], log: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [str(SAYSO), "serve"],
            cwd=self.folder,
            env=self.environ,
            stdin=nothing,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    async def ready(self) -> "Running":
        """Wait until the health page answers."""
        async with httpx.AsyncClient(verify=NO_AUTHORITIES) as client, asyncio.timeout(START_SECONDS):
            while True:
                assert self.process is not None
                assert self.process.poll() is None, self.log
                try:
                    self.health = (await client.get(f"{self.url}/healthz")).json()
                except httpx.TransportError:
                    await asyncio.sleep(0.05)
                else:
                    return self

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    async def stop(self) -> int:
        """Ask the service to end; return its exit code."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return await asyncio.to_thread(self.process.wait, START_SECONDS)

    async def ended(self) -> int:
        """Wait until the service has ended by itself; return its exit code."""
        assert self.process is not None
        return await asyncio.to_thread(self.process.wait, START_SECONDS)

    async def command(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command beside the service. In a thread: the Bot API server of the test must go on answering."""
        return await asyncio.to_thread(self._command, arguments, text)

    def _command(self, arguments: tuple[str, ...], text: str) -> subprocess.CompletedProcess[str]:
        if not self.is_cold:
            return forked.run(arguments, self.environ, self.folder, text)
        return subprocess.run(
            [str(SAYSO), *arguments],
            cwd=self.folder,
            env=self.environ,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )

    async def report(self, flow: str) -> dict[str, dict[str, object]]:
        done = await self.command("report", flow, "--format", "json")
        assert done.returncode == 0, done.stderr
        return {figure["id"]: figure for figure in json.loads(done.stdout)["figures"]}

    async def export(self, flow: str) -> list[dict[str, object]]:
        done = await self.command("export", "--flow", flow, "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    async def checks(self) -> dict[str, dict[str, object]]:
        """What `sayso doctor` finds, by the name of each check."""
        done = await self.command("doctor", "--format", "json")
        assert done.stdout, done.stderr
        return {check["name"]: check for check in json.loads(done.stdout)}

    @contextmanager
    def store(self, *, is_new_allowed: bool = False) -> Iterator[Store]:
        """What the service has stored, read past it."""
        with open_store(load_settings(self.environ), is_new_allowed=is_new_allowed) as opened:
            yield opened


@pytest.fixture
def make_service(tmp_path: Path, sqlite_template: Path) -> Iterator[Callable[..., Running]]:
    """Makes services that were started and stopped once, which is work; one that `is_new` was never started."""
    made: list[Running] = []

    def make(*, is_new: bool = IS_COLD, **environ: str) -> Running:
        folder = tmp_path / f"service{len(made)}"
        folder.mkdir()
        made.append(Running(folder, environ))
        if not is_new:
            made[-1].settle(sqlite_template)
        return made[-1]

    yield make
    for running in made:
        if running.process is not None and running.process.poll() is None:
            running.kill()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let a journey go on each kind of database by turn, half of them on either; all on both where nothing is left out."""
    if "on_both" in metafunc.fixturenames:
        half = crc32(metafunc.function.__name__.encode())
        metafunc.parametrize("on_both", every(("sqlite", "postgresql"), 2, half), indirect=True)


@pytest.fixture
def on_both(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings for a service on a kind of database."""
    if request.param == "sqlite":
        return {}
    template = "template0" if IS_COLD else request.getfixturevalue("postgresql_template")
    return {"SAYSO_DATABASE_URL": request.getfixturevalue("postgresql").fresh(template)}


@pytest.fixture
async def service(make_service: Callable[..., Running], bot_api, on_both: dict[str, str]) -> AsyncIterator[Running]:
    """A running service with Telegram switched on."""
    running = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url, **on_both)
    running.start()
    yield await running.ready()
    assert await running.stop() == 0, running.log
