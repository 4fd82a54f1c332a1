"""`sayso` as a process of its own, forked from one that has imported it: what `subprocess.Popen` gives, without the wait."""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO

HERE = Path(__file__).parent
PATHS = os.pathsep.join((str(HERE / "hooks"), str(HERE.parents[1])))
"""What a `sayso` of a test finds first: the hooks for its clock and log, then this checkout."""


class Forked:
    """A running `sayso`. Its members are those of `subprocess.Popen` that the tests use."""

    def __init__(self, line: socket.socket, process: int) -> None:
        self._line = line
        self.pid = process
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, or None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit code when it has ended. Raises subprocess.TimeoutExpired."""
        if self.returncode is None:
            self._line.settimeout(timeout)
            try:
                self.returncode = int(self._line.recv(32))
            except (TimeoutError, BlockingIOError):
                raise subprocess.TimeoutExpired("sayso", timeout or 0) from None
            self._line.close()
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)


@cache
def _address() -> bytes:
    """Start the server of this test process, which ends when the pipe to it does; return where it listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind("")  # the kernel finds a name, which leaves no file behind: unix(7), autobind
        listener.listen(64)
        server = subprocess.Popen(
            [sys.executable, str(HERE / "fork_server.py"), str(listener.fileno())],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": PATHS, "JOURNEY_CLOCK_SHIFT": "0"},
            stdin=subprocess.PIPE,
            pass_fds=[listener.fileno()],
            start_new_session=True,
        )
        atexit.register(server.communicate)
        return listener.getsockname()


def start(arguments: Sequence[str], environ: Mapping[str, str], folder: Path, files: Sequence[IO[bytes]]) -> Forked:
    """Start `sayso` in a folder, with three open files for standard input, output and error."""
    asked = json.dumps({"arguments": list(arguments), "environ": dict(environ), "folder": str(folder)}).encode()
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.connect(_address())
    socket.send_fds(line, [asked], [file.fileno() for file in files])
    return Forked(line, int(line.recv(32)))


def run(
    arguments: Sequence[str], environ: Mapping[str, str], folder: Path, text: str
) -> subprocess.CompletedProcess[str]:
    """Run `sayso` to its end, with a text on standard input, and return what it said."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        said.write(text.encode())
        said.seek(0)
        code = start(arguments, environ, folder, (said, out, errors)).wait()
        return subprocess.CompletedProcess(["sayso", *arguments], code, _read(out), _read(errors))


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()
