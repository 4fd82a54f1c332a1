"""Taking mail in from a real Dovecot: none lost, none twice."""

import asyncio
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from mail_servers.dovecot import FEEDBACK, Dovecot
from mail_servers.house import QUICK, House, letter, mailbox

from mail.imap.listener import LONGEST_PAUSE
from mail.imap.types import FetchLimits

BACKLOG = int(os.environ.get("SAYSO_BACKLOG", "300"))
"""`make nightly` may ask for 20,000."""


async def test_a_mail_is_committed_then_moved_and_never_deleted(dovecot: Dovecot, house: House) -> None:
    found: list[int] = []

    async def look() -> None:
        found.append(len(await asyncio.to_thread(dovecot.read)))

    house.after.append(look)
    house.listen(mailbox(dovecot))
    await house.well()
    await asyncio.to_thread(dovecot.deliver, letter(1))
    await house.until(lambda: len(house.kept) == 1)
    await house.well()

    assert found == [1]
    assert await asyncio.to_thread(dovecot.read) == []
    (stored,) = await asyncio.to_thread(dovecot.read, FEEDBACK, "Stored")
    ((name, fetched),) = house.kept.items()
    assert fetched.raw == stored
    assert (fetched.size, fetched.is_whole, fetched.is_junk) == (len(stored), True, False)
    assert name == f"box/INBOX/{house.cursors['box', 'INBOX'].uidvalidity}/1"
    assert fetched.internal_at is not None
    assert house.faults == set()


@pytest.mark.slow
async def test_a_backlog_comes_in_small_portions_in_order_and_once(dovecot: Dovecot, house: House) -> None:
    dovecot.fill(letter(number) for number in range(300))
    house.listen(mailbox(dovecot))
    await house.until(lambda: len(house.kept) == 300)
    await house.well()

    assert max(len(batch) for batch in house.batches) == QUICK.batch
    numbers = [one.uid for batch in house.batches for one in batch]
    assert numbers == sorted(numbers)
    assert len(numbers) == 300
    with dovecot.mailbox() as other:
        assert [other.select(name, readonly=True)[1][0] for name in ("INBOX", "Stored")] == [b"0", b"300"]


@pytest.mark.slow
async def test_a_backlog_is_taken_in_with_little_memory(dovecot: Dovecot, house: House) -> None:
    dovecot.fill(letter(number, 2_000_000 if number % 250 == 7 else 3000) for number in range(BACKLOG))
    house.is_forgetful = True
    before = megabytes("VmRSS")
    begin_peak()
    house.listen(mailbox(dovecot))
    await house.until(lambda: len(house.kept) == BACKLOG, patience=30 + BACKLOG / 20)
    await house.well()

    assert megabytes("VmHWM") - before < 100
    assert all(one.is_whole for one in house.kept.values())


def begin_peak() -> None:
    """Let the system forget how much memory this process once had."""
    Path("/proc/self/clear_refs").write_text("5")


def megabytes(name: str) -> float:
    """Return a figure of this process as the system counts it."""
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name)]
    return int(line.split()[1]) / 1024


async def test_large_mails_go_alone_so_that_memory_stays_small(dovecot: Dovecot, house: House) -> None:
    dovecot.fill(letter(number, 4000) for number in range(5))
    house.listen(mailbox(dovecot), replace(QUICK, batch_bytes=9000))
    await house.until(lambda: len(house.kept) == 5)

    assert [len(batch) for batch in house.batches] == [2, 2, 1]


async def test_what_could_not_be_stored_stays_and_is_tried_again(dovecot: Dovecot, house: House) -> None:
    dovecot.fill([letter(1)])
    left: list[int] = []

    async def full() -> None:
        raise OSError("the disk is full")

    async def look() -> None:
        left.append(len(await asyncio.to_thread(dovecot.read)))

    house.before += [look, full, full]
    house.listen(mailbox(dovecot))
    await house.well()

    assert left == [1]
    assert house.faults == {"not stored"}
    assert house.pauses == [1.5, 2.5]
    assert house.words == [b"letter 1"]


async def test_a_crash_between_commit_and_move_stores_it_once_and_moves_it_later(
    dovecot: Dovecot, house: House
) -> None:
    dovecot.fill([letter(1), letter(2)])

    async def crash() -> None:
        raise asyncio.CancelledError

    house.after.append(crash)
    house.listen(mailbox(dovecot))
    with pytest.raises(asyncio.CancelledError):
        await house.well()
    assert len(await asyncio.to_thread(dovecot.read)) == 2
    house.listen(mailbox(dovecot))
    await house.well()

    assert house.words == [b"letter 1", b"letter 2"]
    assert [len(await asyncio.to_thread(dovecot.read, FEEDBACK, name)) for name in ("INBOX", "Stored")] == [0, 2]


async def test_new_numbers_after_a_restore_lose_nothing(dovecot: Dovecot, house: House) -> None:
    dovecot.fill([letter(1), letter(2), letter(3)])
    house.listen(mailbox(dovecot))
    await house.well()
    before = house.cursors["box", "INBOX"]
    await asyncio.to_thread(dovecot.renumber)
    await asyncio.to_thread(dovecot.deliver, letter(4))
    await house.until(lambda: len(house.kept) == 4)

    after = house.cursors["box", "INBOX"]
    assert after.uidvalidity != before.uidvalidity
    assert after.uid < before.uid
    assert house.words[-1] == b"letter 4"


@pytest.mark.parametrize("blow", ["restart", "kick", "cut"])
async def test_after_any_cut_the_next_mail_arrives(dovecot: Dovecot, house: House, blow: str) -> None:
    house.listen(mailbox(dovecot))
    await house.well()
    await asyncio.to_thread(getattr(dovecot, blow))
    await asyncio.to_thread(dovecot.deliver, letter(1))
    await house.until(lambda: len(house.kept) == 1)

    assert house.faults <= {"cut", "sent away", "unreachable"}
    assert house.faults
    assert all(1 <= pause <= LONGEST_PAUSE for pause in house.pauses)


async def test_a_line_that_went_mute_is_replaced(dovecot: Dovecot, house: House) -> None:
    house.listen(mailbox(dovecot), FetchLimits(idle=0.2, patience=0.5))
    await house.well()
    dovecot.freeze()
    await house.until(lambda: "silent" in house.faults)
    await asyncio.to_thread(dovecot.deliver, letter(1))
    await house.until(lambda: len(house.kept) == 1)


async def test_a_mail_that_comes_while_others_are_taken_in_does_not_wait(dovecot: Dovecot, house: House) -> None:
    dovecot.fill([letter(1)])

    async def one_more() -> None:
        await asyncio.to_thread(dovecot.deliver, letter(2))

    house.after.append(one_more)
    house.listen(mailbox(dovecot))
    await house.well()

    assert house.words == [b"letter 1", b"letter 2"]


async def test_junk_is_read_and_left_untouched_and_looked_at_again_in_time(dovecot: Dovecot, house: House) -> None:
    dovecot.fill([letter(1)], folder="Junk")
    house.listen(mailbox(dovecot), FetchLimits(idle=0.1, patience=20))
    await house.well()
    dovecot.deliver(letter(2))
    await house.until(lambda: len(house.kept) == 2)
    dovecot.fill([letter(3)], folder="Junk")
    await house.well(2)
    assert len(house.kept) == 2
    house.now += timedelta(minutes=5)
    await house.until(lambda: len(house.kept) == 3)
    dovecot.deliver(letter(4))
    await house.until(lambda: len(house.kept) == 4)

    assert [one.is_junk for _, one in sorted(house.kept.items())] == [False, False, True, True]
    with dovecot.mailbox() as other:
        other.select("Junk", readonly=True)
        assert other.uid("search", "UNSEEN")[1] == [b"1 2"]


async def test_of_an_oversized_mail_the_beginning_is_kept_and_the_rest_stays_there(
    dovecot: Dovecot, house: House
) -> None:
    dovecot.fill([letter(1), letter(2, 5000), letter(3)])
    pace = replace(QUICK, largest=2000, head=500)
    house.listen(mailbox(dovecot), pace)
    await house.well()
    await house.leave()
    house.listen(mailbox(dovecot), pace)
    await house.well()

    assert [(len(one.raw), one.is_whole) for one in house.kept.values() if one.size > 2000] == [(500, False)]
    assert sum(len(batch) for batch in house.batches) == 3
    assert [len(raw) for raw in await asyncio.to_thread(dovecot.read)] == [len(letter(2, 5000))]


async def test_a_folder_for_stored_mail_that_vanishes_is_made_again(dovecot: Dovecot, house: House) -> None:
    house.listen(mailbox(dovecot))
    await house.well()
    with dovecot.mailbox() as other:
        other.delete("Stored")
    dovecot.deliver(letter(1))
    await house.well()

    assert len(await asyncio.to_thread(dovecot.read, FEEDBACK, "Stored")) == 1
