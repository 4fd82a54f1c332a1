"""Programs under measurement: sayso and its peers, each with a Bot API server of its own on the other core."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from telegram_server.remote import RemoteServer  # noqa: E402 - found only with tests/ on the path

PEERS = ROOT / "bench" / "peers"
REFEREE = ROOT / ".venv-referee" / "bin" / "python"
SAYSO = Path(sys.executable).with_name("sayso")
ANSWERS = ["1", "skip", "1", "2", "1", "1", "1", "1 2", "1 2", "no", "no", "hello", "next", "no", "no", "no", "yes"]
TALK = ["/start", "yes", *ANSWERS]
"""A whole talk of the flow `people`: nineteen messages, each of which is stored before it is answered."""
TALK_IN_OWN_WORDS = [
    "/start",
    "yes thats fine thanks",
    "i look after my mum",
    "it was at the old church hall",
    *ANSWERS[2:],
]
"""The same, as people begin it who do not tap."""


@dataclass
class Program:
    """A bot that runs, and the server whose people it answers."""

    server: RemoteServer
    process: subprocess.Popen[bytes]
    folder: Path

    def load(self, people: int, script: list[str], at_once: int) -> dict[str, Any]:
        """Let people talk, and return what it came to; nobody may be left without an answer."""
        figures: dict[str, Any] = self.server.do(
            "load", people=people, script=script, at_once=at_once, limit=400.0, seconds=300.0
        )
        assert figures["unanswered"] == 0, figures
        return figures

    def memory_mb(self) -> float:
        """Return the resident memory of the bot now."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def first_answer_seconds(self) -> float:
        """Return how long one new person waits for the first reply from now on."""
        began = time.perf_counter()
        person = self.server.do("person")
        self.server.do("starts", person=person)
        self.server.do("hears", person=person, patience=30.0)
        return time.perf_counter() - began


@contextmanager
def sayso(
    folder: Path | None = None, server: RemoteServer | None = None, *, is_hearing: bool = True
) -> Iterator[Program]:
    """Run `sayso serve` on SQLite in a folder; without hearing, to measure what that costs."""
    command = [str(SAYSO), "serve"] if is_hearing else [sys.executable, str(PEERS / "sayso_without_hearing.py")]
    home = folder or Path(tempfile.mkdtemp(prefix="bench"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with _server(server) as telegram:
        settings = {
            "SAYSO_DATA": str(home / "data"),
            "SAYSO_PORT": str(port),
            "SAYSO_TELEGRAM_TOKEN": telegram.token,
            "SAYSO_TELEGRAM_API_URL": telegram.url,
        }
        with _run(command, home, {**os.environ, **settings}) as process:
            yield Program(telegram, process, home)


@contextmanager
def run_program(folder: Path, environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run `sayso serve` with these settings, and nothing else."""
    with _run([str(SAYSO), "serve"], folder, environ) as process:
        yield process


@contextmanager
def peer(name: str, python: Path = Path(sys.executable)) -> Iterator[Program]:
    """Run one of the peers."""
    with RemoteServer() as telegram:
        home = Path(tempfile.mkdtemp(prefix="bench"))
        command = [str(python), str(PEERS / f"{name}.py"), telegram.url, telegram.token]
        with _run(command, home, dict(os.environ)) as process:
            yield Program(telegram, process, home)


@contextmanager
def _server(server: RemoteServer | None) -> Iterator[RemoteServer]:
    if server is not None:
        yield server
        return
    with RemoteServer() as made:
        yield made


@contextmanager
def _run(command: list[str], folder: Path, environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "log.txt").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, env=environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
