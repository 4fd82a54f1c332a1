"""The line cut at every single command of the taking in, and a day of random blows: nothing lost, nothing twice."""

import asyncio
import random  # noqa: TID251 - a plan of blows that is the same each time
from collections import Counter
from dataclasses import replace

import pytest
from mail_servers.dovecot import FEEDBACK, Dovecot
from mail_servers.house import QUICK, House, letter, mailbox
from mail_servers.scripted import Scripted

PACE = replace(QUICK, batch=2)
LETTERS = {letter(number) for number in range(1, 6)}


async def taken_in(cut_at: int = 0, *, is_done: bool = False, is_renumbered: bool = False) -> tuple[House, Scripted]:
    """Take five letters in, with a cut at this command."""
    mails = dict(enumerate(sorted(LETTERS), start=1))
    server = Scripted(
        {"IDLE": b"TAG NO no\r\n"},
        mails,
        cut_at=cut_at,
        is_done_before_cut=is_done,
        is_renumbered_by_cut=is_renumbered,
    )
    house = House()
    async with server:
        house.listen(mailbox(server), PACE)
        await house.well(2)
        await house.leave()
    return house, server


@pytest.mark.slow
@pytest.mark.parametrize("is_done", [False, True], ids=["before", "after"])
async def test_a_cut_at_any_command_loses_nothing_and_stores_nothing_twice(is_done: bool) -> None:  # noqa: FBT001
    _, server = await taken_in()
    commands = len(server.heard)
    assert commands > 15
    for cut_at in range(1, commands + 1):
        house, server = await taken_in(cut_at, is_done=is_done)

        assert Counter(one.raw for one in house.kept.values()) == Counter(LETTERS), server.heard[cut_at - 1]
        assert set(server.moved.values()) == LETTERS, server.heard[cut_at - 1]
        assert server.mails == {}
        assert house.faults <= {"cut"}


@pytest.mark.slow
async def test_new_numbers_after_a_cut_at_any_command_lose_nothing() -> None:
    _, server = await taken_in()
    for cut_at in range(1, len(server.heard) + 1):
        house, server = await taken_in(cut_at, is_done=True, is_renumbered=True)

        assert {one.raw for one in house.kept.values()} == LETTERS, server.heard[cut_at - 1]
        assert server.mails == {}


@pytest.mark.slow
async def test_a_day_of_blows_loses_nothing_and_stores_nothing_twice(dovecot: Dovecot, house: House) -> None:
    chance = random.Random(7)  # noqa: S311 - as above
    blows = ["kick", "cut", "restart", "store", "crash"] * 6
    chance.shuffle(blows)
    letters = [letter(number) for number in range(len(blows) * 3)]

    async def fail() -> None:
        raise OSError("the disk is full")

    for at, blow in enumerate(blows):
        if house.task is None or house.task.done():
            house.listen(mailbox(dovecot), PACE)
        await asyncio.to_thread(dovecot.fill, letters[at * 3 : at * 3 + 3])
        match blow:
            case "store":
                chance.choice([house.before, house.after]).append(fail)
            case "crash":
                await house.until(lambda: bool(house.batches))
                await house.leave()
            case _:
                await asyncio.to_thread(getattr(dovecot, blow))
    if house.task is None or house.task.done():
        house.listen(mailbox(dovecot), PACE)
    await house.until(lambda: len(house.kept) >= len(letters))
    await house.well(1)

    assert Counter(one.raw for one in house.kept.values()) == Counter(letters)
    assert await asyncio.to_thread(dovecot.read) == []
    assert Counter(await asyncio.to_thread(dovecot.read, FEEDBACK, "Stored")) == Counter(letters)
