"""The process that looks: it finds what rules have no word for, says nothing of the rest, and dying it harms nobody."""

import asyncio
import os
import signal
import sys

import pytest

from sayso.second_look.judgement import Judgement, sentences
from sayso.second_look.process import LookingProcess, NotLooked

pytestmark = pytest.mark.slow
MISSED = "もう生きていたくない"
"""That somebody no longer wants to live, in a language that the first look does not know and the encoder does."""
ORDINARY = "The tea was nice. Parking was dear!"


@pytest.fixture(scope="module")
def judgement() -> Judgement:
    return Judgement()


def test_a_sentence_that_the_first_look_misses_is_found_in_a_long_text(judgement: Judgement):
    assert judgement.missed(f"{ORDINARY} {MISSED}. The bus was late.") == MISSED


def test_ordinary_words_are_left_alone(judgement: Judgement):
    assert judgement.missed(ORDINARY) == ""
    assert judgement.missed("...") == ""


def test_what_the_first_look_noticed_is_not_looked_at_again(judgement: Judgement):
    assert judgement.missed("I want to die") == ""


def test_a_text_is_read_sentence_by_sentence_and_within_bounds():
    assert sentences("One. Two!\nthree, and four?") == ["One", "Two", "three, and four"]
    assert [len(part) for part in sentences("x" * 999 + ". y" * 999)] == [400, *[1] * 199]


async def test_texts_are_read_by_another_process_that_steps_back_behind_all_others():
    async with LookingProcess() as looking:
        found = await looking.missed((ORDINARY, MISSED))
        running = looking._process
        assert running is not None
        priority = os.getpriority(os.PRIO_PROCESS, running.pid)

    assert found == ("", MISSED)
    assert (priority, running.returncode) == (19, -signal.SIGKILL)


async def test_a_process_that_was_killed_is_started_again():
    async with LookingProcess() as looking:
        await looking.start()
        first = looking._process
        assert first is not None
        first.kill()
        await first.wait()

        assert await looking.missed((MISSED,)) == (MISSED,)


SILENT = "import sys, time; print('ready', flush=True); sys.stdin.readline(); time.sleep(60)"
CONFUSED = "import sys; print('ready', flush=True); sys.stdin.readline(); print('what?', flush=True)"


@pytest.mark.parametrize("program", [SILENT, CONFUSED, "print('no')", "raise SystemExit(1)"])
async def test_one_that_does_not_answer_as_it_should_is_ended(program: str):
    async with LookingProcess(seconds=0.5, program=(sys.executable, "-c", program)) as looking:
        with pytest.raises(NotLooked) as told:
            await looking.missed(("orchid",))

        assert looking._process is None
    assert "orchid" not in str(told.value)


async def test_a_program_that_is_not_there_is_told():
    with pytest.raises(NotLooked):
        await LookingProcess(program=("./no-such-program",)).missed(("orchid",))


async def test_it_knows_no_setting_of_ours(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAYSO_TELEGRAM_TOKEN", "orchid")
    tell = "import json, os, sys; print('ready', flush=True); sys.stdin.readline(); print(json.dumps(list(os.environ)))"

    async with LookingProcess(program=(sys.executable, "-c", tell)) as looking:
        names = await looking.missed(("one",))

    assert "PATH" in names
    assert [name for name in names if name.startswith("SAYSO_")] == []


async def test_what_is_cancelled_ends_its_process():
    looking = LookingProcess(program=(sys.executable, "-c", SILENT))
    await looking.start()
    process = looking._process
    assert process is not None
    task = asyncio.create_task(looking.missed(("one",)))
    await asyncio.sleep(0)

    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert process.returncode == -signal.SIGKILL
