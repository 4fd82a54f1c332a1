"""What every server fixture needs from the machine: short folders, free ports, a certificate, patience."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

HOST = "127.0.0.1"
PATIENCE = 20.0
_PAUSE = 0.01


def program(name: str) -> str:
    """Return the path of a server program, or fail the test with what to do."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.fail(f"{name} is missing. Run: sudo sh scripts/install-test-servers.sh", pytrace=False)
    return found


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on; all are held until the last is known, so that they differ."""
    held = [socket.socket() for _ in range(count)]
    for line in held:
        line.bind((HOST, 0))
    ports = [line.getsockname()[1] for line in held]
    for line in held:
        line.close()
    return ports


def is_free(port: int) -> bool:
    """Return whether a server could listen there."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind((HOST, port))
            line.listen()
        except OSError:
            return False
    return True


def greets(port: int, word: bytes) -> bool:
    """Return whether a server there begins with this word."""
    try:
        with socket.create_connection((HOST, port), timeout=PATIENCE) as line:
            return line.recv(512).startswith(word)
    except OSError:
        return False


def until(is_so: Callable[[], bool], what: str | Callable[[], str]) -> None:
    """Wait for something that another process does. `what` tells what is wrong when it does not come about."""
    ends_at = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < ends_at, f"After {PATIENCE:.0f} s: {what() if callable(what) else what}"
        time.sleep(_PAUSE)


def run(*arguments: str, is_good: tuple[int, ...] = (0,)) -> str:
    """Run a command of a server to its end; return what it printed. Its children keep no pipe of ours open."""
    done = subprocess.run(
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode in is_good, f"{arguments} ended with {done.returncode}"
    return done.stdout


def make_certificate(folder: Path) -> None:
    """Write cert.pem and key.pem for localhost and 127.0.0.1 into a folder."""
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", names]
    run("openssl", *asked, "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"))
