"""What a host can get wrong: each is said in one clear line, ends with exit code 1, and loses nothing."""

import asyncio
import os
import resource
import socket
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from journeys.conftest import IS_COLD
from journeys.crowd import PAUSE, until

pytestmark = [pytest.mark.journey, pytest.mark.slow]

REFUSED_AFTER = 2.0
"""Seconds of work, so that other programs on the machine do not count."""


@pytest.fixture
def made(make_service):
    """A service with a database and keys, not running."""
    service = make_service()
    made_data(service)
    return service


def made_data(service) -> None:
    """Let the database belong to its keys, as the first start does."""
    with service.store(is_new_allowed=True):
        pass


async def said(service, *arguments: str, lines: int = 1) -> str:
    """Run a command that has to fail; return what it says on standard error."""
    done = await service.command(*(arguments or ("serve",)))
    assert done.returncode == 1, done
    assert len(done.stderr.strip().splitlines()) == lines, done.stderr
    assert "Traceback" not in done.stderr
    assert "Web:" not in done.stdout
    return done.stderr.strip()


async def test_all_wrong_settings_are_listed_at_once(make_service):
    service = make_service(
        is_new=True,
        SAYSO_PORT="many",
        SAYSO_LOG="loud",
        SAYSO_TELEGRAM_TOKEN="secret-nonsense",
        SAYSO_FLOWS="nowhere",
        SAYSO_SMTP_URL="smtp://mail.example.org",
    )
    service.is_cold = True
    told = await said(service, lines=6)
    for name in ("SAYSO_PORT", "SAYSO_LOG", "SAYSO_TELEGRAM_TOKEN", "SAYSO_FLOWS", "SAYSO_IMAP_URL", "SAYSO_MAIL"):
        assert f"{name}" in told
    assert "secret-nonsense" not in told
    assert not service.data.exists()


async def test_a_second_service_on_the_same_data_is_refused_at_once(make_service, on_both):
    service = make_service(**on_both)
    service.start()
    await service.ready()
    service.is_cold = True
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "already serves" in await said(service)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < REFUSED_AFTER
    service.is_cold = IS_COLD
    service.kill()
    service.start()
    await service.ready()


@contextmanager
def tiny_disk(folder: Path) -> Iterator[Callable[[], None]]:
    """A disk of two blocks at a folder; what is given makes it read-only."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k,mode=700", "tmpfs", str(folder)], check=True)
    try:
        yield lambda: subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("place", ["SAYSO_DATA", "SAYSO_KEY_FILE"])
async def test_a_folder_that_is_full_or_read_only_is_said_with_a_way_on(make_service, tmp_path, place):
    disk = tmp_path / "disk"
    with tiny_disk(disk) as make_read_only:
        service = make_service(is_new=True, **{place: str(disk if place == "SAYSO_DATA" else disk / "key")})
        (disk / "full").write_bytes(bytes(8192))
        assert f"{disk}: No space left on device. Free some space." in await said(service)
        (disk / "full").unlink()
        make_read_only()
        assert f"{disk}: Read-only file system. Let the user that runs sayso write there." in await said(service)


async def test_a_port_in_use_is_said(made):
    with socket.create_server(("127.0.0.1", made.port)):
        assert f"Cannot serve at 127.0.0.1:{made.port}" in await said(made)


async def test_a_key_file_that_is_gone_open_or_wrong_stops_the_service_and_changes_nothing(made, make_service):
    other = make_service()
    made_data(other)
    key, right = made.key_file, made.key_file.read_text()

    key.unlink()
    assert "is missing" in await said(made)
    assert not key.exists()

    key.write_text(other.key_file.read_text())
    key.chmod(0o600)
    assert "does not belong to this database" in await said(made)

    key.write_text(right)
    key.chmod(0o644)
    assert f"chmod 600 {key}" in await said(made)

    key.chmod(0o600)
    made.start()
    await made.ready()


@contextmanager
def locked(service) -> Iterator[None]:
    """Another program that holds the database."""
    file = service.data / "sayso.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def test_a_locked_database_is_said_and_a_service_that_runs_waits_it_out(made, make_service, bot_api):
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)
    service.start()
    await service.ready()
    ada = bot_api.person()
    await ada.starts()
    await ada.hears()
    with locked(made), locked(service):
        await ada.says("Yes")
        start, command, health = await asyncio.gather(
            said(made), said(service, "invite", "--flow", "people", "--print", "1"), troubled(service)
        )
    assert "locked by another program" in start
    assert "locked by another program" in command
    assert health
    assert "Question 1" in (await ada.hears(30)).text
    await all_well(service)
    assert (await service.checks())["nothing lost"]["ok"]


async def troubled(service) -> str:
    """Wait until the health page says that the database cannot be written; return what it says."""
    found = ""
    async with asyncio.timeout(40):
        while "cannot be written" not in found:
            await asyncio.sleep(PAUSE)
            await service.ready()
            found = " ".join(service.health["troubles"])
    return found


async def all_well(service) -> None:
    """Wait until the health page has no trouble with the database."""
    async with asyncio.timeout(40):
        while "database" in " ".join((await service.ready()).health["troubles"]):  # noqa: ASYNC110 - another process finds it
            await asyncio.sleep(PAUSE)


@contextmanager
def small_disk(folder: Path) -> Iterator[tuple[Callable[[int], None], Callable[[int], None]]]:
    """Give two acts on a disk of 6 MB at a folder, each told the process: fill it, and make room again.

    Without the right to mount, a limit on the size of files stands in for the disk.
    """
    filler = folder / "filler"
    if os.geteuid() != 0:
        yield limit_files, free_files
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)], check=True)
    try:
        yield lambda _: fill(filler), lambda _: filler.unlink()
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(filler: Path) -> None:
    with filler.open("ab", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while file.write(b"0" * size):
                    pass
            except OSError:
                continue


def limit_files(process: int) -> None:
    resource.prlimit(process, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))


def free_files(process: int) -> None:
    resource.prlimit(process, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


async def test_with_a_full_disk_nothing_is_acknowledged_and_after_making_room_nothing_is_missing(make_service, bot_api):
    telegram = {"SAYSO_TELEGRAM_TOKEN": bot_api.token, "SAYSO_TELEGRAM_API_URL": bot_api.url}
    service = make_service(is_new=True, **telegram)
    data = service.data
    data.mkdir(mode=0o700)
    with small_disk(data) as (fill_up, make_room):
        service.start()
        await service.ready()
        people = [bot_api.person(f"Person {number}") for number in range(10)]
        for person in people:
            await person.starts()
            await person.hears()
        fill_up(service.process.pid)
        for person in people:
            await person.says("Yes")
            await person.says("I am a survivor")
        assert "disk is full" in await troubled(service)
        assert not bot_api.is_all_taken
        make_room(service.process.pid)
        await until(lambda: bot_api.is_all_taken)
        for person in people:
            while "Question 2" not in (await person.hears(30)).text:
                pass
        await all_well(service)
        rows = [row for row in await service.export("people") if row["question"] == "c1"]
        assert [row["value"] for row in rows] == ["survivor"] * len(people)
        assert (await service.checks())["nothing lost"]["ok"]
        assert await service.stop() == 0


MEANINGS = """flow = "items"
version = 1
language = "en"
title = "Items"
start = "Hello. I am a computer program, not a person."
[consent]
ask = "Is it OK to keep your answers?"
more = "privacy"
no = "That is fine."
[[question]]
id = "visit"
ask = "How was your last visit?"
type = "one"
choices.good = "It was good"
choices.bad = "It was bad"
[[question]]
id = "again"
ask = "How likely are you to come again?"
type = "scale"
range = [1, 5]
ends = ["Not likely", "Very likely"]
[finish]
check = "Here is what you told us. Is it right?"
thanks = "Thank you."
"""
SWAPPED = MEANINGS.replace('good = "It was good"', 'good = "It was bad"').replace(
    'bad = "It was bad"', 'bad = "It was good"'
)
LIKELY, UNLIKELY = '"Not likely" to "Very likely"', '"Very likely" to "Not likely"'
TURNED = SWAPPED.replace('["Not likely", "Very likely"]', '["Very likely", "Not likely"]')


async def test_a_flow_whose_meaning_changed_is_refused_with_every_place_until_its_version_is_raised(
    make_service, on_both
):
    service = make_service(**on_both)
    file = service.write_flow(MEANINGS)
    service.start()
    await service.ready()
    assert await service.stop() == 0

    file.write_text(TURNED)
    told = (await said(service, lines=4)).splitlines()
    do = "Put back what was there. If you mean it, write: version = 2, best with a new id."
    assert told[0].endswith("answers that are stored would be read as something else.")
    assert told[1:] == [
        f'{file}:14: visit.good: It was "It was good" and is "It was bad", which was the choice "bad". {do}',
        f'{file}:15: visit.bad: It was "It was bad" and is "It was good", which was the choice "good". {do}',
        f"{file}:21: again: The ends of the scale have changed places: they were {LIKELY}, and are {UNLIKELY}. {do}",
    ]

    for text in (TURNED.replace("version = 1", "version = 2"), MEANINGS.replace("last visit", "latest visit")):
        file.write_text(text)
        service.start()
        await service.ready()
        assert await service.stop() == 0
