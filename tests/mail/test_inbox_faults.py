"""Taking mail in when the server, the password or a mail is not as it should be."""

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from mail_servers.dovecot import FEEDBACK, PASSWORD, Dovecot, access_token
from mail_servers.house import QUICK, House, Tokens, letter, mailbox
from mail_servers.scripted import HANG_UP, Scripted

from mail.imap.errors import ImapSignInRefused
from mail.imap.listener import LONGEST_PAUSE
from mail.imap.responses import Folder
from mail.imap.session import junk_folder
from mail.oauth import TokenRefused, TokenUnavailable


@pytest.mark.parametrize("refusal", [b"TAG NO [OVERQUOTA] full\r\n", b"TAG BAD what\r\n"])
async def test_where_nothing_may_be_moved_all_is_taken_in_and_staff_are_told(house: House, refusal: bytes) -> None:
    plan = {"UID MOVE": refusal, "UID COPY": refusal, "IDLE": b"TAG NO no\r\n"}
    async with Scripted(plan, {uid: letter(uid) for uid in range(1, 4)}) as server:
        house.listen(mailbox(server), replace(QUICK, batch=1))
        await house.until(lambda: "not moved" in house.faults)
        server.mails[4] = letter(4)
        await house.until(lambda: len(house.kept) == 4)

        assert len(server.mails) == 4
        assert server.count("UID MOVE") == 1
        assert sum(len(batch) for batch in house.batches) == 4
        await house.leave()


async def test_where_every_folder_lies_below_the_inbox_ours_does_too(house: House) -> None:
    def make(name: str) -> bytes:
        return b"TAG OK made\r\n" if name.startswith('"INBOX.') else b"TAG NO [CANNOT] below INBOX only\r\n"

    folders = b'* LIST () "." INBOX\r\n* LIST () "." INBOX.Drafts\r\nTAG OK done\r\n'
    async with Scripted({"CREATE": make, "LIST": folders}, {1: letter(1)}) as server:
        house.listen(mailbox(server))
        await house.well()

        assert server.moved == {1: letter(1)}
        assert 'UID MOVE 1 "INBOX.Stored"' in server.heard
        await house.leave()


async def test_without_idle_the_mailbox_is_asked_every_minute(house: House) -> None:
    async with Scripted(capabilities="IMAP4rev1", mails={1: letter(1)}) as server:
        house.listen(mailbox(server))
        await house.well(3)
        server.mails[2] = letter(2)
        await house.until(lambda: len(house.kept) == 2)

        assert set(house.pauses) == {60.0}
        assert server.connections == 1
        await house.leave()


async def test_a_refused_password_ends_it_and_is_told(dovecot: Dovecot, house: House) -> None:
    house.listen(replace(mailbox(dovecot), password="wrong"))
    with pytest.raises(ImapSignInRefused):
        await house.well()

    assert [one.fault for one in house.healths] == ["sign-in refused"]
    assert house.pauses == []


async def test_a_refusal_without_a_reason_ends_it_only_when_it_lasts(house: House) -> None:
    refused, let_in = b"TAG NO LOGIN failed.\r\n", b"TAG OK in\r\n"
    async with Scripted({"LOGIN": [refused, refused, let_in, refused]}) as server:
        house.listen(mailbox(server))
        await house.well()
        assert house.pauses == [LONGEST_PAUSE] * 2
        await house.leave()

        house.listen(mailbox(server))
        with pytest.raises(ImapSignInRefused):
            await house.well()
        assert server.connections == 6


@pytest.mark.slow
async def test_a_token_that_is_refused_is_replaced_once(dovecot: Dovecot, house: House) -> None:
    old = access_token(expires_at=1_700_000_001)
    dovecot.fill([letter(1)])
    tokens = Tokens([old, access_token()], TokenUnavailable("status 503"))
    house.listen(replace(mailbox(dovecot), tokens=tokens))
    await house.well()
    assert house.words == [b"letter 1"]
    assert house.faults == {"no token"}
    await house.leave()

    house.listen(replace(mailbox(dovecot), tokens=Tokens([old, old])))
    with pytest.raises(ImapSignInRefused):
        await house.well()


async def test_no_token_for_good_ends_it(dovecot: Dovecot, house: House) -> None:
    house.listen(replace(mailbox(dovecot), tokens=Tokens([], TokenRefused("invalid_client"))))
    with pytest.raises(TokenRefused):
        await house.well()

    assert house.faults == {"sign-in refused"}


async def test_a_mail_that_the_server_chokes_on_does_not_hold_up_the_others(house: House) -> None:
    async with Scripted(mails={uid: letter(uid, 100) for uid in range(1, 5)}) as server:

        def choke(arguments: str) -> bytes:
            numbers, what = arguments.split(" ", 1)
            is_hit = "BODY" in what and "<" not in what and numbers in ("1:4", "2:4", "2")
            return b"* 2 FETCH (UID 2 BODY[] {141}\r\nhalf" + HANG_UP if is_hit else server._fetch(arguments)

        server.answers["UID FETCH"] = choke
        house.listen(mailbox(server), replace(QUICK, head=10))
        await house.well()

        assert house.words == [b"l", b"letter 1", b"letter 3", b"letter 4"]
        assert {one.uid for one in house.kept.values() if not one.is_whole} == {2}
        assert set(server.mails) == {2}
        await house.leave()


@pytest.mark.parametrize("refusal", [b"TAG NO cannot\r\n", b"TAG OK nothing\r\n", HANG_UP])
async def test_a_mail_that_cannot_be_had_at_all_is_told_as_an_empty_one(house: House, refusal: bytes) -> None:
    async with Scripted(mails={1: letter(1)}) as server:
        server.answers["UID FETCH"] = lambda said: refusal if "BODY" in said else server._fetch(said)
        house.listen(mailbox(server))
        await house.well()

        assert [(one.raw, one.is_whole) for one in house.kept.values()] == [(b"", False)]
        assert server.moved == {}
        await house.leave()


async def test_a_mail_that_is_gone_before_we_fetch_it_is_passed_over(house: House) -> None:
    async with Scripted(mails={1: letter(1)}) as server:
        gone = [b"* SEARCH 1 5 6\r\nTAG OK\r\n", server._search]
        server.answers["UID SEARCH"] = gone
        house.listen(mailbox(server))
        await house.well()

        assert house.words == [b"letter 1"]
        await house.leave()


async def test_a_mail_that_goes_while_we_look_at_it_is_passed_over(house: House) -> None:
    async with Scripted(mails={1: letter(1)}) as server:
        server.answers["UID FETCH"] = lambda said: _and_gone(server, said)
        house.listen(mailbox(server))
        await house.well()

        assert house.kept == {}
        await house.leave()


def _and_gone(server: Scripted, said: str) -> bytes:
    answer = b"TAG OK nothing\r\n" if "BODY" in said else server._fetch(said)
    server.mails.clear()
    return answer


async def test_when_many_are_refused_at_once_each_is_asked_for_alone(house: House) -> None:
    async with Scripted(mails={uid: letter(uid) for uid in (1, 2)}) as server:
        server.answers["UID FETCH"] = lambda said: (
            b"TAG NO too much\r\n" if said.startswith("1:2 (UID BODY") else server._fetch(said)
        )
        house.listen(mailbox(server))
        await house.well()

        assert [(one.uid, one.is_whole) for one in house.kept.values()] == [(1, True), (2, True)]
        await house.leave()


async def test_where_no_folder_can_be_made_nothing_is_moved_and_nothing_fetched_twice(house: House) -> None:
    async with Scripted(
        {"CREATE": b"TAG NO no\r\n", "IDLE": b"TAG NO no\r\n"}, {uid: letter(uid) for uid in (1, 2)}
    ) as server:
        house.listen(mailbox(server))
        await house.until(lambda: "not moved" in house.faults)
        await house.leave()
        house.listen(mailbox(server))
        await house.until(lambda: len(house.healths) > 4)

        assert house.words == [b"letter 1", b"letter 2"]
        assert len(house.batches) == 1
        assert server.moved == {}
        await house.leave()


async def test_leftovers_that_may_still_not_be_moved_are_left_for_the_next_connection(house: House) -> None:
    no = b"TAG NO no\r\n"
    async with Scripted({"UID MOVE": no, "UID COPY": no}, {uid: letter(uid) for uid in range(1, 251)}) as server:
        house.listen(mailbox(server))
        await house.until(lambda: "not moved" in house.faults)
        await house.leave()
        asked = server.count("UID FETCH")
        house.listen(mailbox(server))
        seen = len(house.healths)
        await house.until(lambda: any(one.fault for one in house.healths[seen:]))

        assert len(house.kept) == 250
        assert server.count("UID FETCH") - asked < 10
        await house.leave()


async def test_a_folder_that_cannot_be_opened_and_a_fault_of_our_own_are_tried_again(house: House) -> None:
    answers = [b"TAG NO no such folder\r\n", b"* OK [UIDVALIDITY 7] ok\r\nTAG OK open\r\n"]
    async with Scripted({"SELECT": [*answers]}, {1: letter(1)}) as server:
        known, house.cursor_of = house.cursor_of, _broken
        house.listen(mailbox(server))
        await house.until(lambda: "fault of ours" in house.faults)
        await house.leave()
        house.cursor_of = known
        house.listen(mailbox(server))
        await house.well()

        assert house.faults == {"command refused", "fault of ours"}
        assert house.words == [b"letter 1"]
        await house.leave()


async def _broken(*_: str) -> None:
    raise KeyError("no such table")


async def test_a_junk_folder_that_cannot_be_opened_is_left_alone(house: House) -> None:
    listed = b'* LIST () "/" INBOX\r\n* LIST (\\Junk) "/" Odd\r\nTAG OK done\r\n'
    async with Scripted({"LIST": listed, "EXAMINE": b"TAG NO no\r\n"}, {1: letter(1)}) as server:
        house.listen(mailbox(server))
        await house.well()

        assert house.words == [b"letter 1"]
        await house.leave()


async def test_how_late_we_are_is_told_until_all_is_in(house: House) -> None:
    async with Scripted(mails={uid: letter(uid) for uid in (1, 2)}) as server:
        house.now = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
        house.listen(mailbox(server), replace(QUICK, batch=1))
        await house.well()

        assert [one.lag for one in house.healths] == [timedelta(hours=2), timedelta(hours=2), timedelta()]
        await house.leave()


async def test_pauses_grow_to_five_minutes_and_no_further(house: House) -> None:
    async with Scripted(greeting=b"* BYE later\r\n") as server:
        house.listen(mailbox(server))
        await house.until(lambda: len(house.pauses) > 11)

    assert house.pauses[:4] == [1.5, 2.5, 4.5, 8.5]
    assert house.pauses[-1] == 1 + (LONGEST_PAUSE - 1) / 2
    assert house.faults <= {"sent away", "unreachable"}


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        ([Folder("Spam", "/"), Folder("Odd", "/", frozenset({"\\junk"}))], "Odd"),
        ([Folder("INBOX", "."), Folder("INBOX.Junk E-mail", ".")], "INBOX.Junk E-mail"),
        ([Folder("Courrier indésirable", "")], "Courrier indésirable"),
        ([Folder("INBOX", "/"), Folder("Spam reports", "/")], ""),
    ],
)
def test_junk_is_known_by_its_role_before_its_name(folders: list[Folder], expected: str) -> None:
    assert junk_folder(folders) == expected


async def test_nothing_that_people_wrote_reaches_a_log(
    dovecot: Dovecot, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="aioimaplib.aioimaplib")

    async def words() -> None:
        raise ValueError("Words of letter 1.")

    dovecot.fill([letter(1)])
    house.before.append(words)
    house.listen(mailbox(dovecot))
    await house.well()
    await asyncio.to_thread(dovecot.kick)
    await house.well()

    assert [word for word in ("Words", "letter", PASSWORD, FEEDBACK) if word in caplog.text] == []
    assert FEEDBACK not in repr(mailbox(dovecot))
    assert "Words" not in repr(house.batches)
