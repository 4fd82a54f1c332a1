"""Sending letters: by a real Postfix, and by a server of our own that fails at a stage of our choice."""

import asyncio
import base64
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from mail_servers.dovecot import FEEDBACK, PASSWORD
from mail_servers.postfix import Postfix

from feedback.errors import SaysoError
from mail.outgoing.smtp import Patience, Relay, SmtpSender
from mail.outgoing.smtp_replies import LetterDeferred, LetterRefused, SmtpSignInRefused

HOST = "127.0.0.1"
RAW = b"Subject: Words\r\n\r\n.A line with a dot\r\nmore\r\n"
QUICK = Patience(connect=2.0, command=0.2, end=0.2, idle=60.0)
CUT, SILENT = "cut", "silent"
YES = {"EHLO": "250-here\r\n250 8BITMIME", "DATA": "354 go on", "QUIT": "221 bye", "AUTH": "235 welcome"}


@dataclass
class Server:
    """Says yes to everything, except where `says` names another answer (or CUT, or SILENT) for a command.

    The command `""` is the greeting, `.` the end of a letter. A list gives the answers one after the other.
    """

    says: dict[str, str | list[str]] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    letters: list[bytes] = field(default_factory=list)
    lines: int = 0
    port: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            self.news.clear()
            await self.news.wait()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines += 1
        try:
            await self._talk(reader, writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not await self._answer("", writer):
            return
        while line := (await reader.readline()).decode():
            self.heard.append(line.strip())
            self.news.set()
            verb = line.split()[0].upper() if line.strip() else "OTHER"
            if not await self._answer(verb, writer):
                return
            if verb == "DATA":
                self.letters.append(await reader.readuntil(b"\r\n.\r\n"))
                self.news.set()
                if not await self._answer(".", writer):
                    return

    async def _answer(self, verb: str, writer: asyncio.StreamWriter) -> bool:
        answer = self.says.get(verb, YES.get(verb, "220 hello" if not verb else "250 2.0.0 Ok: queued as 4XyZ"))
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if answer == CUT:
            return False
        if answer == SILENT:
            await asyncio.sleep(5)
            return False
        writer.write(f"{answer}\r\n".encode())
        await writer.drain()
        return not answer.startswith("421")


@asynccontextmanager
async def serving(**says: str | list[str]) -> AsyncIterator[Server]:
    server = Server({{"greeting": "", "end": "."}.get(verb, verb): answer for verb, answer in says.items()})
    listening = await asyncio.start_server(server.serve, HOST, 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


@asynccontextmanager
async def sending(relay: Relay, patience: Patience = QUICK, **more: object) -> AsyncIterator[Callable[[str], object]]:
    sender = SmtpSender(relay, patience=patience, **more)  # type: ignore[arg-type] # a token or a number of lines
    try:
        yield lambda to="ada@example.test": sender.send(sender="feedback@example.test", to=to, raw=RAW)
    finally:
        await sender.close()


async def outcome(server: Server, to: str = "ada@example.test") -> LetterDeferred | LetterRefused | str:
    async with sending(Relay(HOST, server.port)) as send:
        try:
            return await send(to)
        except (LetterDeferred, LetterRefused) as fault:
            return fault


async def test_a_letter_arrives_whole_and_its_dots_with_it():
    async with serving() as server:
        answer = await outcome(server)

    assert answer == "2.0.0 Ok: queued as 4XyZ"
    assert server.letters == [RAW.replace(b"\r\n.A", b"\r\n..A") + b".\r\n"]
    assert server.heard[1:] == ["MAIL FROM:<feedback@example.test>", "RCPT TO:<ada@example.test>", "DATA", "QUIT"]


@pytest.mark.parametrize("fault", [CUT, SILENT])
@pytest.mark.parametrize("stage", ["EHLO", "MAIL", "RCPT", "DATA"])
async def test_a_line_that_breaks_before_the_end_means_later_and_surely_not_sent(stage: str, fault: str):
    async with serving(**{stage: fault}) as server:
        later = await outcome(server)

    assert isinstance(later, LetterDeferred)
    assert (later.outcome_known, later.counts, later.scope) == (True, False, "server")
    assert "example.test" not in str(later)


@pytest.mark.parametrize("fault", [CUT, SILENT, "not an answer"])
async def test_a_line_that_breaks_after_the_end_leaves_the_outcome_unknown(fault: str):
    async with serving(end=fault) as server:
        later = await outcome(server)

    assert isinstance(later, LetterDeferred)
    assert not later.outcome_known


@pytest.mark.parametrize("greeting", [CUT, "554 no service", "421 too busy, try in 90 seconds"])
async def test_a_server_that_does_not_want_us_is_tried_later(greeting: str):
    async with serving(greeting=greeting) as server:
        later = await outcome(server)

    assert isinstance(later, LetterDeferred)
    assert later.wait_seconds == (90.0 if "90" in greeting else None)


@pytest.mark.parametrize(("stage", "is_known"), [("MAIL", True), ("end", False)])
async def test_an_answer_without_an_end_is_no_answer(stage: str, *, is_known: bool):
    async with serving(**{stage: "\r\n".join(["250-more and more"] * 20_000)}) as server:
        later = await outcome(server)

    assert isinstance(later, LetterDeferred)
    assert later.outcome_known is is_known


async def test_a_server_that_is_not_there_is_tried_later():
    async with serving() as server:
        pass

    later = await outcome(server)

    assert isinstance(later, LetterDeferred)
    assert str(later) == "The mail server could not be reached."


async def test_a_line_is_used_again_after_a_letter_that_was_sent_and_one_that_was_refused():
    async with (
        serving(RCPT=["250 ok", "550 5.1.1 unknown", "450 4.2.0 wait", "250 ok"]) as server,
        sending(Relay(HOST, server.port)) as send,
    ):
        await send()
        with pytest.raises(LetterRefused):
            await send()
        with pytest.raises(LetterDeferred):
            await send()
        await send()

    assert server.lines == 1
    assert len(server.letters) == 2
    assert server.heard.count("RSET") == 2


async def test_an_idle_line_that_died_is_replaced_without_a_fault():
    async with serving(MAIL=["250 ok", CUT, "250 ok"]) as server, sending(Relay(HOST, server.port)) as send:
        await send()
        await send()

    assert (server.lines, len(server.letters)) == (2, 2)


async def test_a_line_is_renewed_after_a_hundred_letters_and_left_when_idle():
    patience = Patience(connect=2.0, command=2.0, end=2.0, idle=0.05)
    async with serving() as server, sending(Relay(HOST, server.port), patience) as send:
        for _ in range(101):
            await send()
        await server.until(lambda: server.heard.count("QUIT") == 2)

    assert server.lines == 2


async def test_two_lines_send_two_letters_at_a_time():
    async with serving() as server, sending(Relay(HOST, server.port), lines=2) as send:
        await asyncio.gather(*(send() for _ in range(6)))

    assert (server.lines, len(server.letters)) == (2, 6)


async def test_a_send_that_is_cancelled_leaves_no_half_used_line():
    async with serving(end=[SILENT, "250 ok"]) as server, sending(Relay(HOST, server.port), Patience()) as send:
        half = asyncio.ensure_future(send())
        await server.until(lambda: bool(server.letters))
        half.cancel()
        with pytest.raises(asyncio.CancelledError):
            await half
        await send()

    assert server.lines == 2


async def test_encryption_that_is_needed_and_not_offered_stops_before_anything_is_said():
    async with serving() as server, sending(Relay(HOST, server.port, "needed", "ada", "word")) as send:
        with pytest.raises(LetterDeferred, match="offers no encryption"):
            await send()

    assert [line.split()[0] for line in server.heard] == ["EHLO"]


async def test_a_password_never_travels_without_encryption_to_another_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mail.outgoing.smtp.is_loopback", lambda _: False)
    async with serving() as server, sending(Relay(HOST, server.port, "when offered", "ada", "word")) as send:
        with pytest.raises(LetterDeferred, match="no password is sent"):
            await send()

    assert [line for line in server.heard if line.startswith("AUTH")] == []


class Tokens:
    """Hands out what it is given, one after the other."""

    def __init__(self, *tokens: str | SaysoError) -> None:
        self.left = list(tokens)
        self.forgotten: list[str] = []

    async def token(self) -> str:
        if isinstance(self.left[0], SaysoError):
            raise self.left[0]
        return self.left.pop(0)

    def forget(self, token: str) -> None:
        self.forgotten.append(token)


XOAUTH2 = "250-here\r\n250 AUTH XOAUTH2"


@pytest.mark.parametrize("first_answer", ["535 5.7.8 expired", "334 e30="])
async def test_an_access_token_that_is_refused_is_forgotten_and_replaced_once(first_answer: str):
    tokens = Tokens("first", "second")
    says = {"EHLO": XOAUTH2, "AUTH": [first_answer, "235 welcome"], "OTHER": "535 5.7.8 expired"}
    async with serving(**says) as server, sending(Relay(HOST, server.port, user="ada"), tokens=tokens) as send:
        await send()

    assert tokens.forgotten == ["first"]
    shown = [base64.b64decode(line.split()[2]) for line in server.heard if line.startswith("AUTH")]
    assert shown == [b"user=ada\x01auth=Bearer first\x01\x01", b"user=ada\x01auth=Bearer second\x01\x01"]


async def test_a_sign_in_that_stays_refused_is_told_as_such():
    tokens = Tokens("first", "second", "third")
    async with (
        serving(EHLO=XOAUTH2, AUTH="535 5.7.8 expired") as server,
        sending(Relay(HOST, server.port, user="ada"), tokens=tokens) as send,
    ):
        with pytest.raises(SmtpSignInRefused, match=r"535 5\.7\.8"):
            await send()

    assert (tokens.forgotten, tokens.left, server.letters) == (["first", "second"], ["third"], [])


async def test_a_letter_waits_when_no_access_token_can_be_had():
    async with (
        serving(EHLO=XOAUTH2) as server,
        sending(Relay(HOST, server.port, user="ada"), tokens=Tokens(SaysoError("No token for now."))) as send,
    ):
        with pytest.raises(LetterDeferred, match="No token for now") as later:
            await send()

    assert later.value.outcome_known


@pytest.mark.parametrize(("stage", "answer"), [("DATA", "554 5.7.1 no"), ("end", "554 5.7.1 no")])
async def test_a_letter_refused_for_what_it_holds_is_known_as_not_sent(stage: str, answer: str):
    async with serving(**{stage: answer}) as server:
        refused = await outcome(server)

    assert isinstance(refused, LetterDeferred)
    assert refused.outcome_known
    assert (refused.fault, refused.status) == ("us", "554 5.7.1")
    assert server.lines == 1


async def test_no_address_and_no_word_reaches_a_log_at_any_level(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    async with serving(end=["250 ok", CUT]) as server, sending(Relay(HOST, server.port)) as send:
        await send()
        with pytest.raises(LetterDeferred):
            await send()

    assert [word for word in ("example.test", "dot", "Words") if word in caplog.text] == []
    assert "word" not in repr(Relay(HOST, 25, password="word"))


@pytest.mark.parametrize("kind", ["smtps", "submission"])
async def test_a_real_server_takes_letters_with_tls_and_a_password(postfix: Postfix, kind: str):
    port, tls = (postfix.smtps_port, "always") if kind == "smtps" else (postfix.submission_port, "needed")
    relay = Relay("localhost", port, tls, FEEDBACK, PASSWORD, postfix.certificate)  # type: ignore[arg-type]

    async with sending(relay, Patience()) as send:
        answer = await send("ada@example.test")
        with pytest.raises(LetterRefused) as refused:
            await send("nobody@example.test")
        await send("bea@example.test")
    await asyncio.to_thread(postfix.settle)

    assert "queued as" in answer
    assert (refused.value.klass, refused.value.status) == ("gone", "550 5.1.1")
    assert [len(postfix.dovecot.read(user)) for user in ("ada@example.test", "bea@example.test")] == [1, 1]


async def test_a_real_server_that_offers_encryption_gets_it_and_a_strange_certificate_is_refused(postfix: Postfix):
    async with sending(Relay("localhost", postfix.smtp_port, ca=postfix.certificate), Patience()) as send:
        await send("ada@example.test")
    async with sending(Relay("localhost", postfix.smtp_port), Patience()) as send:
        with pytest.raises(LetterDeferred, match="certificate is not trusted"):
            await send("ada@example.test")
    await asyncio.to_thread(postfix.settle)

    [raw] = postfix.dovecot.read("ada@example.test")
    assert b"with ESMTPS" in raw


async def test_a_real_server_that_refuses_the_password_is_tried_later(postfix: Postfix):
    relay = Relay("localhost", postfix.smtps_port, "always", FEEDBACK, "not the one", postfix.certificate)

    async with sending(relay, Patience()) as send:
        with pytest.raises(SmtpSignInRefused, match="535"):
            await send("ada@example.test")
