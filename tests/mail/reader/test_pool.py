"""Mails are read in a process with limits: one that hurts is given up, and the next one is read as ever."""

import asyncio
import sys
from pathlib import Path

import pytest

from mail.model.expected_answers import LetterItem, SentLetter
from mail.reader.pool import NoReaders, ReaderPool, Unreadable

REPLY = b"From: Ada <ada@example.org>\nSubject: Re: Hello\n\nIt was kind of you to ask.\n\n> 1. How was it?\n"
PROGRAM = """
import os, sys, time
from mail.reader import parse as understand, worker as child_main
def hurt(raw):
    if b"slow" in raw:
        while True: pass
    if b"big" in raw:
        return bytearray(4 << 30)
    if b"gone" in raw:
        os._exit(3)
    if b"fault" in raw:
        raise ValueError(raw)
    return real(raw)
real, understand.understand_mail = understand.understand_mail, hurt
def hurt_by_file(raw):
    while True: pass
understand.files_of = hurt_by_file
understand.warm_up = lambda: None
child_main.main()
"""


def hurting(seconds: float = 5.0) -> ReaderPool:
    return ReaderPool(seconds=seconds, program=(sys.executable, "-c", PROGRAM))


async def test_a_mail_is_understood_in_another_process():
    async with ReaderPool() as readers:
        understood = await readers.understand(REPLY)

    assert (understood.kind, understood.reply) == ("reply", "It was kind of you to ask.")
    assert understood.sender == "ada@example.org"


async def test_a_reply_is_read_against_the_letter_that_was_sent():
    sent = SentLetter("1. How was it?\n", (LetterItem(1, "how", "How was it?", "text"),))

    async with ReaderPool() as readers:
        heard = await readers.hear(REPLY, sent)

    assert heard.reply == "It was kind of you to ask."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("raw", "reason"), [(b"slow", "time"), (b"big", "memory"), (b"gone", "ended"), (b"fault", "fault")]
)
async def test_a_mail_that_hurts_is_given_up_and_the_next_one_is_read(raw: bytes, reason: str):
    async with hurting(seconds=1.0) as readers:
        with pytest.raises(Unreadable) as told:
            await readers.understand(raw + b" orchid")
        after = await readers.understand(b"Hello again")

    assert told.value.reason == reason
    assert "orchid" not in str(told.value)
    assert after.reply == "Hello again"


async def test_someone_who_stops_waiting_does_not_get_the_next_ones_answer():
    async with hurting() as readers:
        await readers.understand(b"first")
        waiting = asyncio.create_task(readers.understand(b"slow"))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        after = await readers.understand(b"second")

    assert after.reply == "second"


async def test_many_ask_at_once_and_each_gets_its_own_answer():
    async with ReaderPool(workers=2) as readers:
        got = await asyncio.gather(*(readers.understand(f"Word {number}".encode()) for number in range(20)))

    assert [one.reply for one in got] == [f"Word {number}" for number in range(20)]


@pytest.mark.parametrize(
    "program", [("/nowhere/python",), (sys.executable, "-c", "pass"), (sys.executable, "-c", "print(1)")]
)
async def test_a_process_that_does_not_start_is_no_fault_of_the_mail(program: tuple[str, ...]):
    async with ReaderPool(program=program) as readers:
        with pytest.raises(NoReaders):
            await readers.understand(REPLY)


async def test_the_child_knows_no_setting_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    told = tmp_path / "told"
    monkeypatch.setenv("SAYSO_TELEGRAM_TOKEN", "secret")
    look = f"import os; open({str(told)!r}, 'w').write(' '.join(os.environ))"

    async with ReaderPool(program=(sys.executable, "-c", look)) as readers:
        with pytest.raises(NoReaders):
            await readers.understand(REPLY)

    assert "SAYSO" not in told.read_text()


async def test_a_file_beyond_its_limits_takes_no_word_of_the_mail_with_it():
    raw = (
        b"From: a@people.test\nSubject: hello\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        b"I fell.\n--b\nContent-Type: application/pdf; name=x.pdf\n\nx\n--b--\n"
    )
    async with hurting(seconds=0.5) as readers:
        understood = await readers.understand(raw)

    assert (understood.reply.strip(), understood.files, understood.problems) == ("I fell.", (), ("files",))
