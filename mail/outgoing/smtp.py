"""Sending letters by one SMTP server, one recipient each, and what became of each: sent, later, refused, not known.

The stages are driven one by one, because it matters how far a letter came when a line breaks: before its end was
sent, nobody has it; after it, nobody can tell.
"""

import asyncio
import ssl
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from aiosmtplib import SMTP, SMTPDataError, SMTPException, SMTPResponseException, SMTPServerDisconnected
from aiosmtplib.protocol import SMTPProtocol

from feedback.errors import SaysoError
from mail.loopback import is_loopback
from mail.model.access_tokens import AccessTokens
from mail.outgoing.smtp_replies import LetterDeferred, LetterRefused, SmtpSignInRefused, Stage, judge

MOST_ON_A_LINE = 100
"""Letters sent on one connection before it is renewed."""
_ANSWER_KEPT = 200
"""Characters. The id that the server gave to the letter stands in it, to be asked about; a long answer may repeat
addresses."""
_REFUSALS = range(400, 600)
"""Other codes are no answer at all: the library gives -1 for a line that it cannot read."""
_LETTER_STAGES = ("recipient", "text", "end")
"""Where a refusal is about one letter, and the line may be used for the next."""

_Result = TypeVar("_Result")

Tls = Literal["always", "when offered", "needed", "none"]


@dataclass(frozen=True)
class Relay:
    """The server that letters leave by. `name` is what we call ourselves to it; `ca` a file of authorities to trust."""

    host: str
    port: int
    tls: Tls = "when offered"
    user: str = ""
    password: str = field(default="", repr=False)
    ca: Path | None = None
    name: str = "localhost"


@dataclass(frozen=True)
class Patience:
    """Seconds that each stage may take, whatever the library waits for; and how long an idle line is kept."""

    connect: float = 30.0
    command: float = 60.0
    end: float = 300.0
    idle: float = 30.0


class SmtpSender:
    """Sends letters over at most `lines` connections, each used again. Order and pace are the caller's."""

    def __init__(
        self, relay: Relay, tokens: AccessTokens | None = None, *, patience: Patience | None = None, lines: int = 1
    ) -> None:
        self._patience = patience or Patience()
        self._lines = [_Line(relay, tokens, self._patience) for _ in range(lines)]
        self._free = list(self._lines)
        self._turn = asyncio.Semaphore(lines)
        self._closing: asyncio.TimerHandle | None = None
        self._leaving: list[asyncio.Task[None]] = []

    async def send(self, *, sender: str, to: str, raw: bytes) -> str:
        """Send one letter from an envelope sender to one address; return the server's answer, which may name its id.

        Raises LetterRefused, or LetterDeferred (with `outcome_known` False when the line broke after the end of the
        letter was sent).
        """
        async with self._turn:
            line = self._free.pop()
            try:
                return await line.send(sender, to, raw)
            finally:
                self._free.append(line)
                self._close_when_idle()

    async def close(self) -> None:
        """Say goodbye on every connection."""
        if self._closing:
            self._closing.cancel()
        await asyncio.gather(*(line.leave() for line in self._lines))

    def _close_when_idle(self) -> None:
        if self._closing:
            self._closing.cancel()
        self._closing = asyncio.get_running_loop().call_later(self._patience.idle, self._leave)

    def _leave(self) -> None:
        """Nobody has sent for a while: say goodbye on the lines that nobody uses."""
        self._leaving = [asyncio.get_running_loop().create_task(line.leave()) for line in self._free]


async def try_relay(relay: Relay, seconds: float) -> None:
    """Connect and sign in, and say goodbye: no letter is sent. Raises LetterDeferred, as a letter would be put off."""
    line = _Line(relay, None, Patience(seconds, seconds, seconds, seconds))
    await line.try_open()


class _Line:
    """One connection: opened when needed, used for up to 100 letters, dropped at the first sign of trouble."""

    def __init__(self, relay: Relay, tokens: AccessTokens | None, patience: Patience) -> None:
        self._relay = relay
        self._tokens = tokens
        self._patience = patience
        self._smtp: SMTP | None = None
        self._tls: ssl.SSLContext | None = None
        self._sent = 0
        self._in_use = asyncio.Lock()

    async def send(self, sender: str, to: str, raw: bytes) -> str:
        async with self._in_use:
            smtp = await self._name_sender(sender)
            try:
                await self._stage("recipient", self._patience.command, smtp.rcpt(to))
                protocol = await self._stage("text", self._patience.command, _write(smtp, raw))
                answer = await self._stage("end", self._patience.end, _answer(protocol))
            except (LetterDeferred, LetterRefused):
                await self._begin_anew()
                raise
            self._sent += 1
            if self._sent >= MOST_ON_A_LINE:
                await self._leave()
            return answer

    async def leave(self) -> None:
        async with self._in_use:
            await self._leave()

    async def try_open(self) -> None:
        async with self._in_use:
            await self._open()
            await self._leave()

    async def _name_sender(self, sender: str) -> SMTP:
        """Return a connection that has taken the sender. One that was idle may be dead: then a new one is tried."""
        smtp = self._smtp
        if smtp and smtp.is_connected:
            with suppress(LetterDeferred):
                await self._stage("sender", self._patience.command, smtp.mail(sender))
                return smtp
        smtp = await self._open()
        await self._stage("sender", self._patience.command, smtp.mail(sender))
        return smtp

    async def _open(self) -> SMTP:
        """Return a new connection. An access token that is refused is replaced once."""
        try:
            return await self._connect()
        except SmtpSignInRefused:
            if self._tokens is None:
                raise
        return await self._connect()

    async def _connect(self) -> SMTP:
        relay = self._relay
        self._tls = self._tls or await asyncio.to_thread(_context, relay.ca)
        self._sent = 0
        self._smtp = smtp = SMTP(
            hostname=relay.host,
            port=relay.port,
            local_hostname=relay.name,
            use_tls=relay.tls == "always",
            start_tls=False,
            tls_context=self._tls,
            timeout=None,
        )
        await self._stage("connect", self._patience.connect, smtp.connect())
        await self._stage("connect", self._patience.command, smtp.ehlo())
        if relay.tls == "needed" or (relay.tls == "when offered" and smtp.supports_extension("starttls")):
            await self._stage("encrypt", self._patience.connect, smtp.starttls())
        if relay.user:
            await self._sign_in(smtp)
        return smtp

    async def _sign_in(self, smtp: SMTP) -> None:
        relay, seconds = self._relay, self._patience.command
        if smtp.get_transport_info("sslcontext") is None and not is_loopback(relay.host):
            self._drop()
            raise LetterDeferred("The mail server offers no encryption: without it no password is sent.")
        if self._tokens is None:
            await self._stage("sign in", seconds, smtp.login(relay.user, relay.password))
            return
        token = await self._ask_token(self._tokens)
        try:
            await self._stage("sign in", seconds, smtp.auth_xoauth2(relay.user, token))
        except SmtpSignInRefused:
            self._tokens.forget(token)
            raise

    async def _ask_token(self, tokens: AccessTokens) -> str:
        try:
            return await self._stage("sign in", self._patience.command, tokens.token())
        except LetterDeferred:
            raise
        except SaysoError as fault:
            raise LetterDeferred(str(fault)) from None

    async def _stage(self, stage: Stage, seconds: float, call: Awaitable[_Result]) -> _Result:
        """Return what a call returns. Raises what its failure means at this stage; a line in doubt is dropped."""
        try:
            async with asyncio.timeout(seconds):
                return await call
        except SMTPResponseException as error:
            if stage not in _LETTER_STAGES or error.code not in _REFUSALS:
                self._drop()
            raise _judged(stage, error) from None
        except (SMTPException, OSError) as error:
            self._drop()
            raise _broken(stage, error) from None
        except BaseException:
            self._drop()
            raise

    async def _begin_anew(self) -> None:
        """Make a line that is still open ready for the next letter."""
        if self._smtp:
            with suppress(LetterDeferred):
                await self._stage("sender", self._patience.command, self._smtp.rset())

    async def _leave(self) -> None:
        if self._smtp and self._smtp.is_connected:
            with suppress(LetterDeferred):
                await self._stage("sender", self._patience.command, self._smtp.quit())
        self._drop()

    def _drop(self) -> None:
        if self._smtp:
            self._smtp.close()
        self._smtp = None


async def _write(smtp: SMTP, raw: bytes) -> SMTPProtocol:
    """Ask to send the letter, and send it with its end. The library would hide how far it came when a line breaks."""
    response = await smtp.execute_command(b"DATA")
    if response.code != 354:
        raise SMTPDataError(response.code, response.message)
    if smtp.protocol is None:
        raise SMTPServerDisconnected("The line broke before the letter was sent.")
    smtp.protocol.write(raw.replace(b"\r\n.", b"\r\n..") + b".\r\n")
    return smtp.protocol


async def _answer(protocol: SMTPProtocol) -> str:
    response = await protocol.read_response()
    if response.code != 250:
        raise SMTPDataError(response.code, response.message)
    return " ".join(response.message.split())[:_ANSWER_KEPT]


def _judged(stage: Stage, error: SMTPResponseException) -> SaysoError:
    return judge(stage, error.code, error.message) if error.code in _REFUSALS else _broken(stage, error)


def _broken(stage: Stage, error: Exception) -> SaysoError:
    """Return what a line that broke, or stayed silent, means. What the library says may hold an address."""
    if isinstance(error.__cause__ or error, ssl.SSLError):
        return LetterDeferred("The mail server's certificate is not trusted, or the encryption failed.")
    if stage in ("connect", "encrypt", "sign in"):
        return LetterDeferred(_NOT_OPENED[stage])
    return LetterDeferred("The line to the mail server broke.", outcome_known=stage != "end")


_NOT_OPENED = {
    "connect": "The mail server could not be reached.",
    "encrypt": "The mail server offers no encryption.",
    "sign in": "The mail server has no way to sign in that we know, or did not answer.",
}


def _context(ca: Path | None) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=ca)
