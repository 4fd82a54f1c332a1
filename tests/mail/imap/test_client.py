"""The adapter over aioimaplib: against a real Dovecot, and against a server that does what a real one would not."""

import asyncio
import base64
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
import pytest_asyncio
from mail_servers.dovecot import FEEDBACK, ODD_PASSWORD, ODD_USER, PASSWORD, Dovecot, access_token
from mail_servers.machine import HOST
from mail_servers.scripted import HANG_UP, SILENCE, Scripted

from mail.imap import protocol
from mail.imap.client import AioImapClient, ImapServer, connect, uid_set
from mail.imap.errors import CommandRefused, ConnectionLost, ImapSignInRefused, NotSecure

LETTER = b"Subject: 2 * 3 :( a * b\r\n\r\nGood {3}\r\n* 1 FETCH (UID 9 BODY[] {2}\r\n+ \r\n"
Opened = Callable[..., Awaitable[AioImapClient]]


def trusted(dovecot: Dovecot) -> ImapServer:
    return ImapServer("localhost", dovecot.imaps_port, ca=dovecot.certificate)


@pytest_asyncio.fixture
async def opened() -> AsyncIterator[Opened]:
    """Connects and signs in to a server, and hangs up at the end."""
    async with AsyncExitStack() as stack:

        async def open_line(
            server: ImapServer | Scripted, user: str = FEEDBACK, password: str = PASSWORD
        ) -> AioImapClient:
            where = ImapServer(HOST, server.port, "none") if isinstance(server, Scripted) else server
            line = await connect(where, patience=0.5 if isinstance(server, Scripted) else 20)
            stack.push_async_callback(line.close)
            await line.sign_in(user, password=password)
            return line

        yield open_line


@asynccontextmanager
async def scripted(**plan: object) -> AsyncIterator[Scripted]:
    async with Scripted({name.replace("_", " "): answer for name, answer in plan.items()}) as server:
        yield server


async def test_a_mail_comes_to_the_byte_and_is_not_marked_as_seen(dovecot: Dovecot, opened: Opened) -> None:
    dovecot.fill([LETTER, LETTER * 2000])
    line = await opened(trusted(dovecot))

    await line.select("INBOX")
    uids = await line.uids(1)
    sizes = await line.sizes(uids)
    raws = await line.fetch(uids)
    beginning = await line.fetch(uids[1:], first_bytes=10)

    assert sorted(raws.values(), key=len) == [LETTER, LETTER * 2000]
    assert {uid: len(raw) for uid, raw in raws.items()} == {uid: one.size for uid, one in sizes.items()}
    assert all(one.internal_at is not None and one.internal_at.utcoffset() is not None for one in sizes.values())
    assert [len(raw) for raw in beginning.values()] == [10]
    with dovecot.mailbox() as other:
        other.select(readonly=True)
        assert other.uid("search", "UNSEEN")[1] == [b"1 2"]


async def test_a_search_past_the_end_finds_nothing(dovecot: Dovecot, opened: Opened) -> None:
    dovecot.fill([LETTER] * 3)
    line = await opened(trusted(dovecot))
    await line.select("INBOX")

    assert await line.uids(4) == []
    assert await line.uids(2) == [2, 3]
    assert await line.uids(1, 2) == [1, 2]
    assert await line.fetch([9]) == {}
    assert await line.sizes([]) == {}


@pytest.mark.parametrize("name", ["Processed Mail", 'a "b" \\ c', "Rückmeldung", "A & B", "%wild*", "\N{CAT FACE}"])
async def test_a_folder_of_any_name_can_be_made_filled_and_read(dovecot: Dovecot, opened: Opened, name: str) -> None:
    dovecot.deliver(LETTER)
    line = await opened(trusted(dovecot))
    await line.create(name)
    await line.select("INBOX")

    await line.move([1], name)

    assert name in {folder.name for folder in await line.folders()}
    assert dovecot.read() == []
    await line.select(name)
    assert await line.uids(1) == [1]


async def test_junk_is_told_by_its_role(dovecot: Dovecot, opened: Opened) -> None:
    line = await opened(trusted(dovecot))

    assert [folder.name for folder in await line.folders() if "\\junk" in folder.roles] == ["Junk"]


@pytest.mark.parametrize("capabilities", ["IDLE UIDPLUS", "IDLE"])
async def test_without_move_a_mail_is_copied_and_only_it_is_removed(
    make_dovecot: Callable[..., Dovecot], opened: Opened, capabilities: str
) -> None:
    dovecot = make_dovecot(f"imap_capability = IMAP4rev1 SASL-IR {capabilities}")
    dovecot.fill([LETTER, LETTER])
    with dovecot.mailbox() as other:
        other.select()
        other.uid("store", "2", "+FLAGS", r"(\Deleted)")
    line = await opened(trusted(dovecot))
    await line.create("Stored")
    await line.select("INBOX")

    await line.move([1], "Stored")

    assert len(dovecot.read(folder="Stored")) == 1
    assert await line.uids(1, is_undeleted=True) == []
    assert await line.uids(1) == ([2] if "UIDPLUS" in capabilities else [1, 2])


async def test_names_and_passwords_with_blanks_and_marks_sign_in(dovecot: Dovecot, opened: Opened) -> None:
    line = await opened(trusted(dovecot), ODD_USER, ODD_PASSWORD)

    assert await line.select("INBOX") > 0


async def test_a_password_with_accents_goes_by_plain(opened: Opened) -> None:
    async with scripted() as server:
        await opened(server, password="pässword")

    assert server.count("AUTHENTICATE PLAIN") == 1


async def test_a_wrong_password_is_a_refusal_without_the_password_in_it(dovecot: Dovecot, opened: Opened) -> None:
    with pytest.raises(ImapSignInRefused) as refused:
        await opened(trusted(dovecot), password="wrong-secret")

    assert refused.value.is_certain
    assert "wrong-secret" not in str(refused.value)


@pytest.mark.slow
async def test_a_token_signs_in_and_a_refused_one_is_told_as_refused(dovecot: Dovecot) -> None:
    line = await connect(trusted(dovecot))
    with pytest.raises(ImapSignInRefused) as refused:
        await line.sign_in(FEEDBACK, token=access_token(expires_at=1_700_000_001))
    await line.sign_in(FEEDBACK, token=access_token())

    assert refused.value.is_certain
    assert await line.select("INBOX") > 0
    await line.close()


async def test_a_refused_token_is_answered_until_the_server_says_no() -> None:
    steps = [b"+ eyJzdGF0dXMiOiI0MDAifQ==\r\n", b"TAG NO [AUTHENTICATIONFAILED] no\r\n"]
    async with Scripted({"AUTHENTICATE": b"+ \r\n", "+": [*steps]}, capabilities="IMAP4rev1") as server:
        line = await connect(ImapServer(HOST, server.port, "none"))
        with pytest.raises(ImapSignInRefused):
            await line.sign_in("a", token="t")
        await line.close()

    said = base64.b64encode(b"user=a\1auth=Bearer t\1\1").decode()
    assert server.heard[1:4] == ["AUTHENTICATE XOAUTH2", said, ""]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"TAG NO [AUTHENTICATIONFAILED] no\r\n", "certain"),
        (b"TAG NO LOGIN failed.\r\n", "unclear"),
        (b"TAG NO [UNAVAILABLE] later\r\n", "busy"),
    ],
)
async def test_a_sign_in_refused_for_now_is_told_from_one_refused_for_good(
    opened: Opened, answer: bytes, expected: str
) -> None:
    async with scripted(LOGIN=answer) as server:
        with pytest.raises((ImapSignInRefused, ConnectionLost)) as raised:
            await opened(server)

    how = raised.value.how if isinstance(raised.value, ConnectionLost) else None
    assert how == ("busy" if expected == "busy" else None)
    assert getattr(raised.value, "is_certain", False) is (expected == "certain")


async def test_a_server_that_needs_no_password_is_not_given_one(opened: Opened) -> None:
    async with Scripted(greeting=b"* PREAUTH hello\r\n") as server:
        line = await opened(server)

        assert line.has_idle
        assert server.count("LOGIN") == 0


async def test_five_thousand_lines_at_once_are_read(opened: Opened) -> None:
    lines = b"".join(b"* %d FETCH (UID %d RFC822.SIZE 5 FLAGS (\\Seen))\r\n" % (n, n) for n in range(1, 5001))
    async with scripted(UID_FETCH=lines + b"TAG OK done\r\n") as server:
        line = await opened(server)
        await line.select("INBOX")

        assert len(await line.sizes([1])) == 5000


async def test_literals_in_every_place_are_put_where_they_belong(opened: Opened) -> None:
    answer = (
        b"* 1 FETCH (BODY[] {5}\r\nabcde UID 1)\r\n* 7 EXISTS\r\n* 2 FETCH (UID 2 BODY[] ~{0}\r\n)\r\n"
        b'* 3 FETCH (UID 3 BODY[] "a \\"b\\"")\r\n* 4 FETCH (UID 4 BODY[] NIL)\r\n* 5 FETCH (FLAGS (\\Seen))\r\n'
        b"TAG OK done\r\n"
    )
    async with scripted(UID_FETCH=answer) as server:
        line = await opened(server)
        await line.select("INBOX")

        assert await line.fetch([1, 2, 3, 4]) == {1: b"abcde", 2: b"", 3: b'a "b"'}
        assert await line.idle(5)


@pytest.mark.parametrize(
    ("answer", "how"),
    [
        (b"* 1 FETCH (UID 1 BODY[] {500}\r\nhalf" + HANG_UP, "cut"),
        (b"* 1 FETCH (UID 1 BODY[] {500}\r\nhalf", "silent"),
        (SILENCE, "silent"),
        (HANG_UP, "cut"),
        (b"* BYE shutting down\r\n" + HANG_UP, "sent away"),
        (b"* 1 FETCH (UID 1 BODY[] {99999999999}\r\n", "garbled"),
        (b"OTHER OK done\r\n", "garbled"),
    ],
)
async def test_a_line_that_breaks_is_told_at_once_and_not_used_again(opened: Opened, answer: bytes, how: str) -> None:
    async with scripted(UID_FETCH=answer) as server:
        line = await opened(server)
        await line.select("INBOX")

        for _ in range(2):
            with pytest.raises(ConnectionLost) as lost:
                await line.fetch([1])
            assert lost.value.how == how
        assert server.count("UID FETCH") == 1


async def test_an_endless_line_is_cut_off(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LONGEST_LINE", 1000)
    async with scripted(UID_SEARCH=b"* SEARCH " + b"1 " * 2000) as server:
        line = await opened(server)
        await line.select("INBOX")

        with pytest.raises(ConnectionLost, match="garbled"):
            await line.uids(1)


@pytest.mark.parametrize("greeting", [b"* BYE too many\r\n", b"HTTP/1.1 400 Bad Request\r\n"])
async def test_a_server_that_does_not_greet_us_is_told_at_once(greeting: bytes) -> None:
    async with Scripted(greeting=greeting) as server:
        with pytest.raises(ConnectionLost, match="sent away"):
            await connect(ImapServer(HOST, server.port, "none"))


async def test_a_server_that_says_nothing_or_is_not_there_is_told(dovecot: Dovecot) -> None:
    async with Scripted(greeting=b"") as server:
        with pytest.raises(ConnectionLost, match="silent"):
            await connect(ImapServer(HOST, server.port, "none"), patience=0.05)
    with pytest.raises(ConnectionLost, match="unreachable"):
        await connect(ImapServer(HOST, server.port, "none"))
    with pytest.raises(ConnectionLost, match="certificate"):
        await connect(ImapServer("localhost", dovecot.imaps_port))


async def test_a_password_never_leaves_the_machine_unencrypted() -> None:
    with pytest.raises(NotSecure):
        await connect(ImapServer("imap.example.org", 143, "none"))


async def test_idle_wakes_for_a_mail_and_not_for_still_here(
    make_dovecot: Callable[..., Dovecot], opened: Opened
) -> None:
    dovecot = make_dovecot("protocol imap {\n  imap_idle_notify_interval = 1 s\n}")
    line = await opened(trusted(dovecot))
    await line.select("INBOX")

    waiting = asyncio.create_task(line.idle(20))
    await asyncio.to_thread(dovecot.deliver, LETTER)

    assert await waiting
    assert await line.uids(1) == [1]
    assert not await line.idle(0.05)


async def test_still_here_is_no_news(opened: Opened) -> None:
    async with scripted(IDLE=b"+ idling\r\n* OK Still here\r\n* OK Still here\r\n") as server:
        line = await opened(server)
        await line.select("INBOX")

        assert not await line.idle(0.05)
        await line.noop()


@pytest.mark.parametrize("blow", ["kick", "cut", "stop"])
async def test_a_connection_that_dies_in_idle_is_noticed_at_once(dovecot: Dovecot, opened: Opened, blow: str) -> None:
    line = await opened(trusted(dovecot))
    await line.select("INBOX")
    waiting = asyncio.create_task(line.idle(20))
    await line._wire._idle_event.wait()

    await asyncio.to_thread(getattr(dovecot, blow))

    with pytest.raises(ConnectionLost) as lost:
        await waiting
    assert lost.value.how == ("sent away" if blow == "kick" else "cut")
    with pytest.raises(ConnectionLost):
        await line.noop()


async def test_a_mute_server_is_given_up(dovecot: Dovecot) -> None:
    line = await connect(trusted(dovecot), patience=0.3)
    await line.sign_in(FEEDBACK, password=PASSWORD)
    await line.select("INBOX")
    dovecot.freeze()

    with pytest.raises(ConnectionLost, match="silent"):
        await line.noop()
    await line.close()
    dovecot.thaw()


@pytest.mark.parametrize("answer", [b"* BYE go\r\n" + HANG_UP, SILENCE])
async def test_idle_that_never_begins_is_given_up(opened: Opened, answer: bytes) -> None:
    async with scripted(IDLE=answer) as server:
        line = await opened(server)
        await line.select("INBOX")

        with pytest.raises(ConnectionLost):
            await line.idle(20)


async def test_a_server_that_refuses_idle_is_not_asked_again(opened: Opened) -> None:
    async with scripted(IDLE=b"TAG NO not now\r\n") as server:
        line = await opened(server)
        await line.select("INBOX")

        assert not await line.idle(20)
        assert not line.has_idle


async def test_a_refused_command_leaves_the_line_in_use(opened: Opened) -> None:
    async with scripted(CREATE=b"TAG NO [OVERQUOTA] full\r\n", UID_MOVE=b"TAG BAD no\r\n") as server:
        line = await opened(server)
        with pytest.raises(CommandRefused) as refused:
            await line.create("Stored")
        await line.select("INBOX")

        assert (refused.value.command, refused.value.code) == ("CREATE", "OVERQUOTA")
        await line.move([1], "Stored")
        assert server.heard[-3:] == ['UID COPY 1 "Stored"', "UID STORE 1 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 1"]


async def test_the_system_watches_the_line_while_we_only_listen(dovecot: Dovecot, opened: Opened) -> None:
    line = await opened(trusted(dovecot))

    own = line._wire.transport.get_extra_info("socket")
    assert own.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) != 0
    assert own.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 20


async def test_no_word_of_a_mail_and_no_password_is_logged_at_any_level(
    dovecot: Dovecot, opened: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="aioimaplib.aioimaplib")
    dovecot.deliver(b"Subject: plums\r\n\r\nwords about plums\r\n")
    line = await opened(trusted(dovecot), password=PASSWORD)
    await line.select("INBOX")
    await line.fetch([1])
    with pytest.raises(CommandRefused):
        await line.select("plums")
    dovecot.cut()
    with pytest.raises(ConnectionLost):
        await line.noop()

    text = caplog.text.replace(dovecot.folder.name, "")
    assert [word for word in ("plums", PASSWORD, FEEDBACK, "FETCH") if word in text] == []


async def test_a_call_out_of_turn_ends_the_line_instead_of_hanging(opened: Opened) -> None:
    async with scripted() as server:
        line = await opened(server)

        with pytest.raises(ConnectionLost, match="garbled"):
            await line.uids(1)


def test_numbers_are_written_in_rows() -> None:
    assert uid_set([5, 1, 2, 3, 9, 10]) == "1:3,5,9:10"
