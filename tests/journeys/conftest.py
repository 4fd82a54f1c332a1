"""The whole service as a process of its own, with people who write to it through the test Bot API server."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

SAYSO = Path(sys.executable).with_name("sayso")
START_SECONDS = 30


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.has_plugin("telegram_server.plugin"):
        config.pluginmanager.import_plugin("telegram_server.plugin")


@dataclass
class Running:
    """`sayso serve` on its own data folder, to be started, killed and asked things."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    port: int = 0

    def __post_init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environ = {
            "PATH": os.environ["PATH"],
            "SAYSO_DATA": str(self.folder / "data"),
            "SAYSO_PORT": str(self.port),
            "SAYSO_ORGANISATION": "Example Trust",
            **self.environ,
        }

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text()

    def start(self) -> None:
        with (self.folder / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [str(SAYSO), "serve"],
                cwd=self.folder,
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    async def ready(self) -> "Running":
        """Wait until the health page answers."""
        async with httpx.AsyncClient() as client, asyncio.timeout(START_SECONDS):
            while True:
                assert self.process is not None
                assert self.process.poll() is None, self.log
                try:
                    await client.get(f"{self.url}/healthz")
                except httpx.TransportError:
                    await asyncio.sleep(0.02)
                else:
                    return self

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=10)

    def command(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(SAYSO), *arguments],
            cwd=self.folder,
            env=self.environ,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )

    def report(self, flow: str) -> dict[str, dict[str, object]]:
        done = self.command("report", flow, "--format", "json")
        assert done.returncode == 0, done.stderr
        return {figure["id"]: figure for figure in json.loads(done.stdout)["figures"]}

    def export(self, flow: str) -> list[dict[str, object]]:
        done = self.command("export", "--flow", flow, "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def make_service(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    made: list[Running] = []

    def make(**environ: str) -> Running:
        folder = tmp_path / f"service{len(made)}"
        folder.mkdir()
        made.append(Running(folder, environ))
        return made[-1]

    yield make
    for running in made:
        if running.process is not None and running.process.poll() is None:
            running.kill()


@pytest.fixture(params=["sqlite", "postgresql"])
def on_both(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings for a service on each database in turn."""
    if request.param == "sqlite":
        return {}
    return {"SAYSO_DATABASE_URL": request.getfixturevalue("postgresql").fresh()}


@pytest.fixture
async def service(make_service: Callable[..., Running], bot_api, on_both: dict[str, str]) -> AsyncIterator[Running]:
    """A running service with Telegram switched on."""
    running = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url, **on_both)
    running.start()
    yield await running.ready()
    assert running.stop() == 0, running.log
