"""Databases for every test that stores something: SQLite and PostgreSQL, each test with a fresh one.

And one rule for all tests: what is much work is marked `slow`, and a run names what should be.
"""

import gc
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import psycopg
import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from sqlalchemy import create_engine, make_url
from sqlalchemy.pool import NullPool

from review.identity import passwords
from storage.crypto.key_file import Keys
from storage.crypto.vault import Vault
from storage.db import migrations_runner
from storage.db.engine import Database
from storage.tables import METADATA
from tests.samples import IS_GATE

NO_SERVER = "PostgreSQL is missing. Run: sudo sh scripts/install-test-servers.sh"
FAST = ("fsync=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB")
KEYS = Keys(bytes(range(32)), bytes(range(32, 64)))
SLOW_SECONDS = 0.9
"""Work on the processor from which a test should be marked `slow`, in seconds."""

_WORK = "seconds of work"
_UNCOUNTED = ("analysis", "browser", "journeys", "mail_replies")
"""Folders of tests that use the service, a browser or another program from without."""
_COUNTED = ("feedback", "hearing", "distress", "report", "exports", "commands", "config")
"""Folders of tests that run every line and branch of the two pure rooms: `make test` counts in these alone."""

_EMPTY = "; ".join(
    (
        *(f'DELETE FROM "{table.name}"' for table in reversed(METADATA.sorted_tables)),  # noqa: S608 - our own names
        "SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'",
        f"UPDATE alembic_version SET version_num = '{migrations_runner.newest()}'",  # noqa: S608 - as above
    )
)

# No example fails because a machine is busy. The gate draws the same ones each time, and everybody else others: what fails is
# shown as `@reproduce_failure(...)`, which draws it again.
settings.register_profile("sayso", derandomize=IS_GATE, deadline=None, database=None, print_blob=True)
settings.load_profile("sayso")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks of tests in which lines are counted, always or never."""
    line = "uncounted: run without counting lines, which makes it up to five times as long; quick tests run them too"
    config.addinivalue_line("markers", line)
    config.addinivalue_line("markers", "counted: runs lines of the two pure rooms, which `make test` counts")


def pytest_collection_finish() -> None:
    """Let the garbage collector pass by what was imported: it stays."""
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whole folders as counted or uncounted; elsewhere the tests that draw much say so themselves."""
    for item in items:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        if folder in _UNCOUNTED:
            item.add_marker("uncounted")
        elif folder in _COUNTED and item.get_closest_marker("uncounted") is None:
            item.add_marker("counted")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Note how much work a test was: its time on the processor, which other programs lengthen least."""
    began = time.process_time()
    yield
    if item.get_closest_marker("slow") is None:
        item.user_properties.append((_WORK, time.process_time() - began))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that should be marked. None fails for it: how fast a machine is says nothing about the code."""
    passed = terminalreporter.stats.get("passed", [])
    much = sorted((seconds, report.nodeid) for report in passed for seconds in _work(report) if seconds > SLOW_SECONDS)
    for seconds, test in reversed(much):
        terminalreporter.write_line(f"{seconds:.1f} s of work: mark it @pytest.mark.slow, or make it quicker: {test}")


def _work(report: pytest.TestReport) -> list[float]:
    return [float(str(value)) for name, value in report.user_properties if name == _WORK]


class Server:
    """A PostgreSQL server of our own on loopback, with a database for each test made from one template."""

    def __init__(self, folder: Path) -> None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [shutil.which("initdb")]
        if found[-1] is None:
            pytest.fail(NO_SERVER, pytrace=False)
        self._bin = Path(found[-1]).parent
        self._folder = folder
        self._count = 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def make(self) -> None:
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
        self._run(
            "initdb", "--no-sync", "-A", "trust", "-U", "sayso", "-E", "UTF8", "--locale=C.UTF-8", "-D", self._data
        )
        self.start()

    def start(self) -> None:
        settings = " ".join(f"-c {setting}" for setting in FAST)
        options = f"-p {self.port} -h 127.0.0.1 -k {self._folder} {settings}"
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "-D", self._data, "-w", "-m", mode, "stop")

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://sayso@127.0.0.1:{self.port}/{name}"

    def fresh(self, template: str = "template0") -> str:
        """Make a database like another one, which nobody may be connected to; return its address."""
        self._count += 1
        name = f"test_{os.getpid()}_{self._count}"
        address = make_url(self.url()).set(drivername="postgresql+psycopg")
        engine = create_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    @property
    def pid(self) -> int:
        """The process that starts all others of the server."""
        return int((Path(self._data) / "postmaster.pid").read_text().partition("\n")[0])

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*user, str(self._bin / program), *arguments],
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, f"{program} failed; see {self._folder}/log"


def _server() -> Iterator[Server]:
    # The path of a socket must be short, and pytest's folders are not.
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as folder:
        server = Server(Path(folder))
        server.make()
        yield server
        server.stop()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """One server for the whole run."""
    yield from _server()


@pytest.fixture
def own_postgresql() -> Iterator[Server]:
    """A server that a test may stop."""
    yield from _server()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    file = tmp_path_factory.mktemp("template") / "sayso.db"
    _migrated(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_template(postgresql: Server) -> str:
    """The name of a migrated, empty PostgreSQL database, to be copied."""
    url = postgresql.fresh()
    _migrated(url)
    return url.rpartition("/")[2]


@pytest.fixture(scope="session")
def shared_url(postgresql: Server, postgresql_template: str) -> str:
    """The address of a migrated PostgreSQL database that is emptied for each test: making one takes too long."""
    return postgresql.fresh(postgresql_template)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated, empty database, of each kind in turn."""
    if request.param == "sqlite":
        shutil.copyfile(request.getfixturevalue("sqlite_template"), tmp_path / "sayso.db")
        return f"sqlite:///{tmp_path / 'sayso.db'}"
    url: str = request.getfixturevalue("shared_url")
    _empty(url)
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a migrated, empty SQLite file."""
    shutil.copyfile(sqlite_template, tmp_path / "sayso.db")
    return f"sqlite:///{tmp_path / 'sayso.db'}"


@pytest.fixture
def db(database_url: str, vault: Vault) -> Iterator[Database]:
    """An open database, of each kind in turn, that belongs to the keys of `vault`."""
    yield from _opened(database_url, vault)


@pytest.fixture
def sqlite_db(sqlite_url: str, vault: Vault) -> Iterator[Database]:
    """An open SQLite database that belongs to the keys of `vault`."""
    yield from _opened(sqlite_url, vault)


@pytest.fixture(autouse=True)
def same_umask() -> Iterator[None]:
    """Take back what `sayso serve` makes of files that are written: servers of other users have to read those of the tests."""
    os.umask(before := os.umask(0o022))
    yield
    os.umask(before)


@pytest.fixture(scope="session", autouse=True)
def real_hashing() -> Iterator[tuple[PasswordHasher, str]]:
    """Let passwords be hashed with little work; gives what hashes them with as much as is due, and nobody's hash."""
    strong = passwords._HASHER, passwords._NOBODYS
    passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    passwords._NOBODYS = passwords._HASHER.hash("")
    yield strong
    passwords._HASHER, passwords._NOBODYS = strong


@pytest.fixture
def vault() -> Vault:
    """A vault with the keys of all tests."""
    return Vault(KEYS)


def _opened(url: str, vault: Vault) -> Iterator[Database]:
    database = Database(url)
    database.open()
    database.write_now(vault.check)
    yield database
    database.close()


def _empty(url: str) -> None:
    """Empty every table in one message to the server: one each took a tenth of a second for every test."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_EMPTY)


def _migrated(url: str) -> None:
    database = Database(url, workers=1)
    database.open()
    migrations_runner.upgrade(database)
    database.close()
