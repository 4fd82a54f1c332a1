"""The second look flags for staff what the first look missed: once, behind the scenes, and never with a word to anybody."""

import asyncio
import sys
from datetime import timedelta
from importlib.metadata import PackageNotFoundError

import pytest
from sqlalchemy import func, select

from config.settings import load_settings
from sayso.core import log
from sayso.core.clock import now
from sayso.second_look import presence
from sayso.second_look.looking import SecondLook
from sayso.second_look.presence import absence
from sayso.second_look.process import LookingProcess, NotLooked
from storage.tables import flags, outbox, second_looks
from tests.sayso.second_look.test_process import MISSED

ECHO = (
    "import json, sys\nprint('ready', flush=True)\n"
    "for line in sys.stdin: print(json.dumps([text if 'orchid' in text else '' for text in json.loads(line)]), flush=True)"
)
"""Finds what holds one word, so that the loop can be tried in no time."""
DYING = "import sys; print('ready', flush=True); sys.stdin.readline()"


def rounds(house, *programs: str, after: timedelta = timedelta(minutes=5)) -> list[int | str]:
    """Run a round of each program, some minutes from now, and return how many conversations were read."""

    async def run() -> list[int | str]:
        found: list[int | str] = []
        with house.store() as opened:
            for program in programs:
                async with LookingProcess(program=(sys.executable, "-c", program)) as process:
                    look = SecondLook(opened.database, opened.vault, lambda: now() + after, process)
                    try:
                        found.append(await look.round())
                    except NotLooked:
                        found.append("not looked")
        return found

    return asyncio.run(run())


def count(house, table) -> int:
    with house.store() as opened:
        return opened.database.read_now(lambda tx: tx.execute(select(func.count()).select_from(table)).scalar_one())


@pytest.mark.slow
def test_what_was_missed_is_flagged_once_and_nobody_is_written_to(house_on_both):
    house_on_both.hears("/start", "yes", "the orchid is gone")
    before = count(house_on_both, outbox)

    assert rounds(house_on_both, ECHO, ECHO) == [1, 0]

    listed = house_on_both.run("waiting").out
    assert "please read: a second look; it may be wrong" in listed
    assert "orchid" not in listed
    assert (count(house_on_both, flags), count(house_on_both, outbox)) == (1, before)


@pytest.mark.slow
def test_words_that_wait_for_a_yes_are_read_too(house):
    house.hears("/start", "the orchid is gone")

    assert rounds(house, ECHO) == [1]
    assert "before a yes" in house.run("waiting").out


@pytest.mark.slow
def test_a_process_that_dies_loses_nothing_and_flags_nothing_twice(house):
    house.hears("/start", "yes", "the orchid is gone")

    assert rounds(house, DYING, ECHO, ECHO) == ["not looked", 1, 0]
    assert count(house, flags) == 1


@pytest.mark.slow
def test_whoever_is_in_the_middle_of_writing_is_not_yet_read(house):
    house.hears("/start", "yes", "the orchid is gone")

    assert rounds(house, ECHO, after=timedelta()) == [0]
    assert rounds(house, ECHO) == [1]


@pytest.mark.slow
def test_what_is_older_than_three_months_is_left(house):
    house.hears("/start", "yes", "the orchid is gone")

    assert rounds(house, ECHO, after=timedelta(days=91)) == [0]


@pytest.mark.slow
def test_a_conversation_that_fails_again_and_again_holds_up_no_other(house):
    house.hears("/start", "yes", "the orchid is gone")

    async def run() -> list[object]:
        with house.store() as opened:
            async with LookingProcess(program=(sys.executable, "-c", DYING)) as process:
                look = SecondLook(opened.database, opened.vault, lambda: now() + timedelta(minutes=5), process)
                return [
                    *await asyncio.gather(*(_tried(look) for _ in range(1))),
                    *[await _tried(look) for _ in range(3)],
                ]

    assert asyncio.run(run()) == ["not looked", "not looked", "not looked", 0]
    assert count(house, second_looks) == 0


async def _tried(look: SecondLook) -> object:
    try:
        return await look.round()
    except NotLooked:
        return "not looked"


@pytest.mark.slow
def test_it_runs_until_it_is_stopped_and_the_encoder_reads_what_rules_have_no_word_for(house):
    house.hears("/start", "yes", MISSED)

    async def run() -> None:
        with house.store() as opened:
            look = SecondLook(opened.database, opened.vault, lambda: now() + timedelta(minutes=5), LookingProcess())
            task = asyncio.create_task(look.run())
            async with asyncio.timeout(100):
                while not await opened.database.read(lambda tx: tx.execute(select(second_looks)).all()):  # noqa: ASYNC110 - another process writes it
                    await asyncio.sleep(0.05)
            task.cancel()
            async with asyncio.timeout(2):
                await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())

    assert count(house, flags) == 1


@pytest.mark.slow
def test_a_fault_of_its_own_is_logged_without_a_word_and_stops_nothing(house, monkeypatch):
    house.hears("/start", "yes", "the orchid is gone")
    logged = asyncio.Event()
    lines: list[str] = []

    def note(event: str, **fields: object) -> None:
        lines.append(f"{event} {fields}")
        if event == "second look waits":
            logged.set()

    monkeypatch.setattr(log, "warn", note)

    async def run() -> bool:
        with house.store() as opened:
            process = LookingProcess(program=(sys.executable, "-c", DYING))
            look = SecondLook(opened.database, opened.vault, lambda: now() + timedelta(minutes=5), process)
            task = asyncio.create_task(look.run())
            async with asyncio.timeout(60):
                await logged.wait()
            is_running = not task.done()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            return is_running

    assert asyncio.run(run())
    assert "orchid" not in " ".join(lines)


@pytest.mark.slow
def test_the_doctor_says_whether_there_is_a_second_look(house, monkeypatch):
    def gone(name: str) -> str:
        raise PackageNotFoundError(name)

    assert "ok   second look: it is on" in house.run("doctor").out
    settings = load_settings(house.environ)
    house.environ["SAYSO_SECOND_LOOK"] = "off"
    assert "ok   second look: it is off" in house.run("doctor").out
    monkeypatch.setattr(presence, "version", gone)
    assert "make install WITH=second-look" in absence(settings)
    monkeypatch.setattr(presence, "version", lambda _name: "9.9")
    assert "9.9 is installed" in absence(settings)
