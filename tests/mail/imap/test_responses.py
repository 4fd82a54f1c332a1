"""What a server says, however it says it and however it falls into pieces."""

import asyncio
import gc
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mail_servers.scripted import Scripted

from mail.imap.client import AioImapClient, ImapServer, connect
from mail.imap.errors import CommandRefused, ConnectionLost
from mail.imap.protocol import Protocol
from mail.imap.responses import Folder, bodies, folders, internal_date, listed, number_in, search_numbers

ANSWER = (
    b"* 1 FETCH (UID 1 BODY[] {12}\r\n\r\n* 2 FETCH\r)\r\n* 3 EXISTS\r\n* 2 FETCH (BODY[] {0}\r\n UID 2)\r\n"
    b'* 3 FETCH (UID 3 FLAGS (\\Seen) BODY[] "a \\"q\\" \\\\ b")\r\n'
)
FETCHED = {1: b"\r\n* 2 FETCH\r", 2: b"", 3: b'a "q" \\ b'}
FRAGMENTS = (
    b"\r\n", b"* ", b"1 FETCH (", b"UID 1 ", b"BODY[] ", b"{3}", b"{0}", b"{99999999999999}", b"abc", b")", b"+ ", b"* BYE x", b'"', b"\\",
    b"T0 OK", b"NO [X]", b"* SEARCH 1", b"\x00", b"\xff", b"EXISTS", b"RFC822.SIZE 5 ", b'INTERNALDATE "x" ',
)  # fmt: skip


class Deaf(asyncio.Transport):
    """The way out of a connection whose other end is the test."""

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send nothing."""

    def is_closing(self) -> bool:
        return False

    def abort(self) -> None:
        """There is nothing to cut."""


async def fetch(pieces: Sequence[bytes]) -> dict[int, bytes] | str:
    """Return what a FETCH gives when the answer comes in these pieces; TAG in them stands for the tag."""
    wire = Protocol(asyncio.get_running_loop())
    wire.connection_made(Deaf())
    wire.data_received(b"* OK ready\r\n")
    wire.state = "SELECTED"
    tag = f"{wire.tagpre}{wire.tagnum}".encode()
    asking = asyncio.ensure_future(AioImapClient(wire, 5).fetch([1, 2, 3]))
    await asyncio.sleep(0)
    for piece in pieces:
        wire.data_received(piece.replace(b"TAG", tag))
    wire.connection_lost(None)
    try:
        return await asking
    except (ConnectionLost, CommandRefused) as error:
        return type(error).__name__


async def test_wherever_the_answer_is_torn_it_reads_the_same() -> None:
    whole = ANSWER + b"TAG OK done\r\n"
    for at in range(len(ANSWER)):
        assert await fetch([whole[:at], whole[at:]]) == FETCHED, at
    assert await fetch([*(bytes([byte]) for byte in ANSWER), b"TAG OK done\r\n"]) == FETCHED


async def test_of_several_addresses_one_that_answers_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    async def both(*_: object) -> list[str]:
        return ["::1", "127.0.0.1"]

    monkeypatch.setattr("mail.imap.client._addresses", both)
    async with Scripted() as server:
        line = await connect(ImapServer("localhost", server.port, "none"))
        await line.close()
        assert server.connections == 1


async def test_a_host_that_has_no_address_is_unreachable() -> None:
    with pytest.raises(ConnectionLost, match="unreachable"):
        await connect(ImapServer("no-such-host.invalid", 993))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_connection_given_up_at_any_step_leaves_nothing_open(host: str) -> None:
    async with Scripted() as server:
        for steps in range(40):
            opening = asyncio.ensure_future(connect(ImapServer(host, server.port, "none")))
            for _ in range(steps):
                await asyncio.sleep(0)
            opening.cancel()
            for line in await asyncio.gather(opening, return_exceptions=True):
                if isinstance(line, AioImapClient):
                    await line.close()
        await server.left()
    gc.collect()  # what was left open is told as a warning, which fails the test


@pytest.mark.slow
@given(st.lists(st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(b"".join), max_size=6), st.booleans())
@settings(max_examples=100, deadline=None)
def test_whatever_comes_ends_in_an_answer_or_in_a_lost_line(pieces: list[bytes], is_ended: bool) -> None:  # noqa: FBT001
    last = [b"\r\nTAG OK done\r\n"] if is_ended else []

    result = asyncio.run(fetch([*pieces, *last]))

    assert isinstance(result, dict) or result in ("ConnectionLost", "CommandRefused")


def test_sizes_come_in_any_order_and_flags_of_others_are_passed_over() -> None:
    pieces = [
        b'1 FETCH (INTERNALDATE " 7-Nov-2026 23:30:00 -0130" RFC822.SIZE 5 UID 4)',
        b"2 FETCH (FLAGS (\\Seen))",
        b"3 FETCH (UID 6 RFC822.SIZE 7)",
        b"9 EXISTS",
    ]

    found = listed(pieces)

    assert {uid: (one.size, one.internal_at) for uid, one in found.items()} == {
        4: (5, datetime(2026, 11, 8, 1, 0, tzinfo=UTC)),
        6: (7, None),
    }


@pytest.mark.parametrize(
    "text", ["", "soon", "31-Feb-2026 00:00:00 +0000", "01-Foo-2026 00:00:00 +0000", "01-Jan-0001 00:00:00 +0300"]
)
def test_a_date_that_is_none_is_none(text: str) -> None:
    assert internal_date(text) is None


def test_numbers_of_a_search_end_where_something_else_begins() -> None:
    assert search_numbers([b"SEARCH 2 5 (MODSEQ 917)", b"SEARCH", b"", b"search 7", b"3 EXISTS"]) == {2, 5, 7}


def test_folders_are_read_in_every_way_of_writing_them() -> None:
    pieces = [
        b'LIST (\\HasNoChildren \\Junk) "/" "Junk E-mail"',
        b"LIST () NIL INBOX",
        b'LIST () "\\\\" {7}',
        bytearray(b'a "b" c'),
        b"",
        b'LIST (\\Noselect) "/" [Gmail]',
        b'LIST () "." R&APw-ck',
        b"FLAGS (\\Seen)",
    ]

    assert folders(pieces) == (
        Folder("Junk E-mail", "/", frozenset({"\\hasnochildren", "\\junk"})),
        Folder("INBOX", ""),
        Folder('a "b" c', "\\"),
        Folder("Rück", "."),
    )


def test_a_literal_that_belongs_to_nothing_is_passed_over() -> None:
    assert bodies([bytearray(b"lost"), b" UID 1 BODY[] NIL)", b"5 EXISTS"]) == {}
    assert number_in([b"OK [UIDNEXT 9] next", b"OK [UIDVALIDITY 7] valid"], "UIDVALIDITY") == 7
    assert number_in([b"OK no code"], "UIDVALIDITY") is None
