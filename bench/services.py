"""How much one, two and three services on one PostgreSQL answer together, in one run on the same machine.

What an answer takes of processors is measured beside the rate: it tells what more cores bring, and other programs that run
meanwhile do not spoil it.
"""

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.row import Row
from bench.running import ROOT, TALK, Program, run_program

sys.path.insert(0, str(ROOT))

from telegram_server.remote import RemoteServer

from tests.conftest import Server

SERVICES = (1, 2, 3)
PEOPLE = 60
AT_LEAST = 0.9
"""Of what one service answers with the same work: two cores are filled by one service, its database and those who talk."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class _Measured:
    """What people who talk at once came to: `work` and `database` are milliseconds of processor time for an answer."""

    rate: float
    p99: float
    work: float
    database: float
    memory: float
    lines: int


def several_services() -> Iterator[Row]:
    """Yield what each number of services answers and takes, as ratios to one."""
    alone: _Measured | None = None
    for count in SERVICES:
        found = _measured(count)
        alone = alone or found
        told = f"{found.rate / alone.rate:.2f} of one; p99 {found.p99:.2f} s"
        yield Row(f"answers a second, {count} on PostgreSQL", f"{found.rate:.0f}", told)
        share = alone.work / found.work
        told = f"{found.database:.1f} ms of it the database; {share:.2f} of one"
        yield Row(f"processor for an answer, {count} on PostgreSQL", f"{found.work:.1f} ms", told, share > AT_LEAST)
        told = f"{found.lines} lines to the database"
        yield Row(f"memory of the largest, {count} on PostgreSQL", f"{found.memory:.0f} MB", told)


def _measured(count: int) -> _Measured:
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as folder:
        database = Server(Path(folder))
        database.make()
        try:
            with _services(count, database.fresh()) as programs:
                return _loaded(programs, database)
        finally:
            database.stop()


def _loaded(programs: list[Program], database: Server) -> _Measured:
    programs[0].load(10, TALK, 10)
    pids = [program.process.pid for program in programs]
    ours, theirs = sum(map(_work, pids)), _work(database.pid)
    figures = programs[0].load(PEOPLE, TALK, PEOPLE)
    ours, theirs = sum(map(_work, pids)) - ours, _work(database.pid) - theirs
    return _Measured(
        rate=figures["per_second"],
        p99=figures["p99"],
        work=1000 * (ours + theirs) / figures["replied"],
        database=1000 * theirs / figures["replied"],
        memory=max(program.memory_mb() for program in programs),
        lines=_connections(database),
    )


@contextmanager
def _services(count: int, url: str) -> Iterator[list[Program]]:
    home = Path(tempfile.mkdtemp(prefix="bench"))
    with RemoteServer() as telegram, ExitStack() as running:
        programs = []
        for number in range(count):
            folder = home / str(number)
            folder.mkdir()
            settings = {
                "SAYSO_DATABASE_URL": url,
                "SAYSO_DATA": str(folder / "data"),
                "SAYSO_KEY_FILE": str(home / "keys"),
                "SAYSO_PORT": str(_free_port()),
                "SAYSO_SECOND_LOOK": "off",
                "SAYSO_TELEGRAM_TOKEN": telegram.token,
                "SAYSO_TELEGRAM_API_URL": telegram.url,
            }
            process = running.enter_context(run_program(folder, {**os.environ, **settings}))
            programs.append(Program(telegram, process, folder))
            programs[-1].first_answer_seconds()
        yield programs


def _work(pid: int) -> float:
    """Return the seconds of processor time that a program took so far, with all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / _TICKS + sum(_work(int(child)) for child in children)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _connections(database: Server) -> int:
    with psycopg.connect(database.url()) as connection:
        row = connection.execute("SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'test_%'").fetchone()
        return int(row[0]) if row else 0
