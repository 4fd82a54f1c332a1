"""A process that has imported all of sayso and becomes one `sayso` after the other by forking: importing is most of a start.

It is run as a program, with the number of a listening socket, and ends when its standard input does. A connection brings
one JSON object (arguments, environ, folder) with three open files for standard input, output and error; back come the number of
the process at once, and its exit code when it has ended (minus the signal, as in `subprocess`).
"""

import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Mapping
from typing import Any

import sitecustomize
from starlette.routing import compile_path

from config.load import FLOWS, load_flows, load_words
from feedback.distress.noticing import notices
from feedback.hearing.acts import act_in
from review.app import PAGES
from sayso.cli import COMMANDS

MOST_BYTES = 65_536
"""Of one message; an environment of a test is far smaller."""

LATE = (
    "uvicorn.lifespan.off",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
)
"""What is imported only when tables are moved, or a server begins to listen."""


def load() -> None:
    """Import everything that any command imports when it is used."""
    for name in ("sayso.app", *(f"sayso.commands.{module}" for module, _ in COMMANDS.values())):
        importlib.import_module(name)
    for name in LATE:
        importlib.import_module(name)
    load_flows(FLOWS, load_words())  # keeps how the shipped files are read
    for page in PAGES:
        compile_path(page.path)
    act_in("Can I stop?")  # compiles what is compiled when the first words come
    notices("Nobody came.")
    gc.collect()
    gc.freeze()


class ForkServer:
    """Forks a process for each connection and tells how each ended."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._woken, wakes = os.pipe()
        os.set_blocking(wakes, False)
        signal.set_wakeup_fd(wakes)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._waiting: dict[int, socket.socket] = {}

    def serve(self) -> Mapping[str, Any] | None:
        """Return in each forked process what it has to become; in the server itself nothing, at its end."""
        while True:
            ready, _, _ = select.select([0, self._woken, self._listener], [], [])
            if 0 in ready:
                return None
            if self._woken in ready:
                os.read(self._woken, 512)
                self._tell_ends()
            if self._listener in ready:
                asked = self._fork()
                if asked is not None:
                    return asked

    def _fork(self) -> Mapping[str, Any] | None:
        line, _ = self._listener.accept()
        message, files, _, _ = socket.recv_fds(line, MOST_BYTES, 3)
        process = os.fork()
        if not process:
            self._leave(line, files)
            asked: Mapping[str, Any] = json.loads(message)
            return asked
        for file in files:
            os.close(file)
        self._waiting[process] = line
        line.send(str(process).encode())
        return None

    def _leave(self, line: socket.socket, files: list[int]) -> None:
        """Close, in a forked process, what is the server's, and take the three files for its own."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        for one in (self._listener, line, *self._waiting.values()):
            one.close()
        for place, file in enumerate(files):
            os.dup2(file, place)
        for file in files:
            os.close(file)

    def _tell_ends(self) -> None:
        for process in list(self._waiting):
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                with self._waiting.pop(process) as line:
                    tell(line, str(os.waitstatus_to_exitcode(status)))


def tell(line: socket.socket, words: str) -> None:
    """Send to a test that may be gone."""
    try:
        line.send(words.encode())
    except OSError:
        return


def become(asked: Mapping[str, Any]) -> None:
    """Be `sayso` with these arguments, until it exits."""
    os.environ.clear()
    os.environ.update(asked["environ"])
    os.chdir(asked["folder"])
    sitecustomize.log_loudly_if_asked()
    sitecustomize.hurry_if_asked()
    sitecustomize.die_if_asked()
    sys.argv = ["sayso", *asked["arguments"]]
    importlib.import_module("sayso.cli").main()


if __name__ == "__main__":
    load()
    todo = ForkServer(socket.socket(fileno=int(sys.argv[1]))).serve()
    if todo is not None:
        become(todo)
