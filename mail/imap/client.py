"""One connection to one IMAP server, behind an interface small enough for another client to stand there.

A thin adapter over aioimaplib. Every call has a time limit and either returns, raises CommandRefused, or raises
ConnectionLost, after which the connection is of no more use. Bodies are fetched with PEEK: nothing is marked as seen.
"""

import asyncio
import base64
import re
import socket
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from aioimaplib import aioimaplib

from mail.imap import responses
from mail.imap.errors import CommandRefused, ConnectionLost, ImapSignInRefused, NotSecure
from mail.imap.folder_names import encoded, quoted
from mail.imap.protocol import Protocol as Wire
from mail.imap.responses import Folder, MessageSummary, Pieces
from mail.loopback import is_loopback

PATIENCE = 30.0
"""Seconds without a single byte from a server that owes us an answer, after which the line counts as dead."""
LONGEST_CALL = 600.0
"""Seconds of one command in all. The largest mail that is fetched (25 MB) comes in that time over a line of 42 KB a
second."""
LEAST_PATIENCE = 10.0
"""Seconds for each address of a host that has many."""
GOODBYE = 2.0
"""Seconds: nothing hangs on the answer to LOGOUT, and a stop of the service waits for this."""
_CODE = re.compile(rb"\[([A-Z][A-Z0-9-]*)", re.IGNORECASE)
_CERTAIN = frozenset({"AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED", "CONTACTADMIN", "PRIVACYREQUIRED"})
_PASSING = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"})
_KEEPALIVE = (("TCP_KEEPIDLE", 20), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3))


@dataclass(frozen=True)
class ImapServer:
    """Where a mailbox is. `tls` is `always` (on connecting) or `none`, for this machine only. `ca` is whom to trust."""

    host: str
    port: int = 993
    tls: Literal["always", "none"] = "always"
    ca: Path | None = None


class ImapClient(Protocol):
    """What taking mail in needs from an IMAP client. One task uses it, one call at a time."""

    @property
    def has_idle(self) -> bool:
        """Whether the server tells of new mail by itself."""
        ...

    async def sign_in(self, user: str, *, password: str = "", token: str = "") -> None:
        """Sign in by password, or by an OAuth2 access token. Raises ImapSignInRefused."""
        ...

    async def folders(self) -> tuple[Folder, ...]:
        """Return every folder that can be opened."""
        ...

    async def create(self, folder: str) -> None:
        """Make a folder."""
        ...

    async def select(self, folder: str, *, is_read_only: bool = False) -> int:
        """Open a folder; return its UIDVALIDITY."""
        ...

    async def uids(self, first: int, last: int | None = None, *, is_undeleted: bool = False) -> list[int]:
        """Return the numbers that are there from `first` to `last` (or to the end), in order."""
        ...

    async def sizes(self, uids: Sequence[int]) -> dict[int, MessageSummary]:
        """Return sizes and dates of at most 100 messages; those that are gone are left out."""
        ...

    async def fetch(self, uids: Sequence[int], *, first_bytes: int | None = None) -> dict[int, bytes]:
        """Return whole messages, or only so many of their first bytes; those that are gone are left out."""
        ...

    async def move(self, uids: Sequence[int], folder: str) -> None:
        """Move messages into another folder, by MOVE or by COPY and the removal of exactly these."""
        ...

    async def idle(self, seconds: float) -> bool:
        """Wait so long for the server to speak of arrivals; return whether it did."""
        ...

    async def noop(self) -> None:
        """Ask whether the line lives."""
        ...

    async def close(self) -> None:
        """Say goodbye and hang up; raises nothing."""
        ...


async def connect(server: ImapServer, patience: float = PATIENCE) -> "AioImapClient":
    """Return a connection that was greeted. Raises ConnectionLost and NotSecure.

    A host with several addresses is tried at each in turn. asyncio's own way to do that at once ("happy eyeballs")
    forgets a socket when it is cancelled.
    """
    context = _tls(server)
    addresses = await _addresses(server, patience)
    seconds = min(patience, max(LEAST_PATIENCE, patience / len(addresses)))
    # The failure of the last one is the one that is told.
    for address in addresses[:-1]:
        with suppress(ConnectionLost):
            return AioImapClient(await _reach(server, address, context, seconds), patience)
    return AioImapClient(await _reach(server, addresses[-1], context, seconds), patience)


class AioImapClient:
    """An ImapClient over aioimaplib."""

    def __init__(self, wire: Wire, patience: float) -> None:
        self._wire = wire
        self._patience = patience
        self._capabilities: frozenset[str] = frozenset()

    @property
    def has_idle(self) -> bool:
        """Whether the server tells of new mail by itself."""
        return "IDLE" in self._capabilities

    async def sign_in(self, user: str, *, password: str = "", token: str = "") -> None:
        """Sign in. A refused XOAUTH2 is told as such. Raises ImapSignInRefused, or ConnectionLost for a passing trouble."""
        if self._wire.state != aioimaplib.AUTH:
            await self._ask_capabilities()
            try:
                await self._present(user, password, token)
            except CommandRefused as error:
                if error.code in _PASSING:
                    raise ConnectionLost("busy") from None
                raise ImapSignInRefused(is_certain=error.code in _CERTAIN) from None
            self._wire.state = aioimaplib.AUTH
        await self._ask_capabilities()

    async def folders(self) -> tuple[Folder, ...]:
        """Return every folder, with its role where the server tells roles."""
        asks_roles = {"SPECIAL-USE", "LIST-EXTENDED"} <= self._capabilities
        return responses.folders(
            await self._call("LIST", '""', '"*"', *(["RETURN (SPECIAL-USE)"] if asks_roles else []))
        )

    async def create(self, folder: str) -> None:
        """Make a folder, and show it to people who look only at folders that they subscribe to."""
        await self._call("CREATE", _name(folder))
        with suppress(CommandRefused):
            await self._call("SUBSCRIBE", _name(folder))

    async def select(self, folder: str, *, is_read_only: bool = False) -> int:
        """Open a folder; return its UIDVALIDITY, 0 where the server names none."""
        pieces = await self._call("EXAMINE" if is_read_only else "SELECT", _name(folder))
        self._wire.state = aioimaplib.SELECTED
        self._wire.has_news = False
        return responses.number_in(pieces, "UIDVALIDITY") or 0

    async def uids(self, first: int, last: int | None = None, *, is_undeleted: bool = False) -> list[int]:
        """Return numbers in order. `n:*` names the last message even when it is below n, so the answer is filtered."""
        self._wire.has_news = False  # before asking: what arrives meanwhile may be missing in the answer
        undeleted = ["UNDELETED"] if is_undeleted else []
        pieces = await self._call("SEARCH", "UID", f"{first}:{last or '*'}", *undeleted, prefix="UID")
        return sorted(uid for uid in responses.search_numbers(pieces) if first <= uid and (not last or uid <= last))

    async def sizes(self, uids: Sequence[int]) -> dict[int, MessageSummary]:
        """Return sizes and dates of at most 100 messages."""
        return responses.listed(await self._fetch(uids, "(UID RFC822.SIZE INTERNALDATE)"))

    async def fetch(self, uids: Sequence[int], *, first_bytes: int | None = None) -> dict[int, bytes]:
        """Return messages to the byte."""
        part = "" if first_bytes is None else f"<0.{first_bytes}>"
        return responses.bodies(await self._fetch(uids, f"(UID BODY.PEEK[]{part})"))

    async def move(self, uids: Sequence[int], folder: str) -> None:
        """Move messages. Without UIDPLUS the originals are only marked: to expunge would take other people's along."""
        if "MOVE" in self._capabilities:
            with suppress(CommandRefused):
                await self._call("MOVE", uid_set(uids), _name(folder), prefix="UID")
                return
        await self._call("COPY", uid_set(uids), _name(folder), prefix="UID")
        await self._call("STORE", uid_set(uids), "+FLAGS.SILENT", r"(\Deleted)", prefix="UID")
        if "UIDPLUS" in self._capabilities:
            await self._call("EXPUNGE", uid_set(uids), prefix="UID")

    async def idle(self, seconds: float) -> bool:
        """Wait for news. A server that refuses IDLE is not asked again. Raises ConnectionLost on BYE or a cut line."""
        if self._wire.has_news:
            return True
        command = aioimaplib.IdleCommand(self._wire.new_tag(), self._wire.idle_queue, loop=self._wire.loop)
        self._wire._idle_event.clear()  # noqa: SLF001 - set by the server's `+`
        idling = asyncio.ensure_future(self._wire.execute(command))
        try:
            async with self._limited():
                is_idle = await _first(self._wire._idle_event.wait(), idling)  # noqa: SLF001 - as above
            if not is_idle:
                self._capabilities -= {"IDLE"}
                return False
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._news(idling)
            self._wire.send("DONE")
            async with self._limited():
                await idling
        finally:
            idling.cancel()
            await asyncio.gather(idling, return_exceptions=True)
        return self._wire.has_news

    async def noop(self) -> None:
        """Ask whether the line lives."""
        await self._call("NOOP")

    async def close(self) -> None:
        """Say goodbye, unless a command is still open, and hang up without waiting for the answer."""
        self._wire.is_leaving = True
        if self._wire.failure is None and not self._wire.is_waiting:
            with suppress(ConnectionLost):
                self._wire.send(f"{self._wire.new_tag()} LOGOUT")
            # It closes only when LOGOUT has been written.
            self._wire.transport.close()
            with suppress(TimeoutError):
                async with asyncio.timeout(GOODBYE):
                    await self._wire.closed.wait()
        self._wire.fail("cut")
        await self._wire.closed.wait()

    async def _present(self, user: str, password: str, token: str) -> None:
        """Show who we are, by the way that fits: a token by XOAUTH2, a password by LOGIN, one with accents by PLAIN."""
        if token:
            await self._authenticate("XOAUTH2", f"user={user}\1auth=Bearer {token}\1\1")
        elif f"{user}{password}".isascii():
            await self._call("LOGIN", quoted(user), quoted(password))
        else:
            await self._authenticate("PLAIN", f"\0{user}\0{password}")

    async def _authenticate(self, way: str, said: str) -> None:
        """Go through SASL; the answer stands in the command itself where the server allows it (RFC 4959)."""
        answer = base64.b64encode(said.encode()).decode()
        is_at_once = "SASL-IR" in self._capabilities
        self._wire.prepare_answers([] if is_at_once else [answer])
        await self._call("AUTHENTICATE", way, *([answer] if is_at_once else []))

    async def _ask_capabilities(self) -> None:
        """Ask again: what stands inside an OK the library reads badly, and signing in changes it."""
        pieces = await self._call("CAPABILITY")
        words = [bytes(piece).decode("ascii", "replace").upper().split() for piece in pieces]
        self._capabilities = frozenset(word for line in words if line[:1] == ["CAPABILITY"] for word in line[1:])

    async def _fetch(self, uids: Sequence[int], what: str) -> Pieces:
        return await self._call("FETCH", uid_set(uids), what, prefix="UID") if uids else []

    async def _call(self, name: str, *arguments: str, prefix: str | None = None) -> Pieces:
        """Give one command and return what the server said to it, without the last line."""
        command = aioimaplib.Command(name, self._wire.new_tag(), *arguments, prefix=prefix, loop=self._wire.loop)
        if self._wire.failure is not None:
            raise self._wire.failure
        async with self._limited():
            answer: Any = await self._wire.execute(command)
        pieces: Pieces = answer.lines[:-1]
        if answer.result != "OK":
            code = _CODE.search(answer.lines[-1])
            raise CommandRefused(name, code[1].decode().upper() if code else "")
        return pieces

    @asynccontextmanager
    async def _limited(self) -> AsyncIterator[None]:
        """Bound what happens inside: by silence, and by its whole length. A line that is too slow is thrown away."""
        try:
            async with asyncio.timeout(LONGEST_CALL), asyncio.timeout(self._patience) as quiet:
                self._wire.heard = lambda: self._put_off(quiet)
                yield
        except TimeoutError:
            self._wire.fail("silent")
            raise ConnectionLost("silent") from None
        except aioimaplib.AioImapException:
            self._wire.fail("garbled")
            raise ConnectionLost("garbled") from None
        finally:
            self._wire.heard = None

    def _put_off(self, quiet: asyncio.Timeout) -> None:
        if not quiet.expired():
            quiet.reschedule(self._wire.loop.time() + self._patience)

    async def _news(self, idling: "asyncio.Future[Any]") -> None:
        """Return when the server has spoken of arrivals; `Still here` and the like are not news."""
        while not self._wire.has_news:
            await _first(self._wire.idle_queue.get(), idling)
            if idling.done():
                return


def uid_set(uids: Sequence[int]) -> str:
    """Return numbers as IMAP writes them, rows of neighbours as `first:last`."""
    rows: list[list[int]] = []
    for uid in sorted(uids):
        if rows and uid == rows[-1][1] + 1:
            rows[-1][1] = uid
        else:
            rows.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in rows)


async def _first(wanted: Any, idling: "asyncio.Future[Any]") -> bool:
    """Wait for something while IDLE goes on; return False when IDLE ended first. Raises what ended it."""
    waiting = asyncio.ensure_future(wanted)
    try:
        await asyncio.wait({waiting, idling}, return_when=asyncio.FIRST_COMPLETED)
        if waiting.done():
            return True
        await idling
        return False
    finally:
        waiting.cancel()


async def _addresses(server: ImapServer, patience: float) -> Sequence[str]:
    try:
        async with asyncio.timeout(patience):
            loop = asyncio.get_running_loop()
            found = await loop.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM)
    except OSError:
        raise ConnectionLost("unreachable") from None
    return [str(address[0]) for *_, address in found]


async def _reach(server: ImapServer, address: str, context: ssl.SSLContext | None, seconds: float) -> Wire:
    """Return a greeted connection to one address of a server. Raises ConnectionLost."""
    loop = asyncio.get_running_loop()
    wire, is_there = Wire(loop), False
    name = server.host if context else None
    try:
        async with asyncio.timeout(seconds):
            await loop.create_connection(lambda: wire, address, server.port, ssl=context, server_hostname=name)
            await wire.greeted.wait()
        is_there = True
    except ssl.SSLCertVerificationError:
        raise ConnectionLost("certificate") from None
    except TimeoutError:
        raise ConnectionLost("silent") from None
    except ssl.SSLError:  # it answered, but not in TLS: the wrong port
        raise ConnectionLost("garbled") from None
    except OSError:
        raise ConnectionLost("unreachable") from None
    finally:
        if not is_there:
            wire.fail("silent")
    if wire.failure is not None:
        await wire.closed.wait()
        raise wire.failure
    _keep_alive(wire.transport.get_extra_info("socket"))
    return wire


def _tls(server: ImapServer) -> ssl.SSLContext | None:
    if server.tls == "always":
        return ssl.create_default_context(cafile=server.ca)
    if not is_loopback(server.host):
        raise NotSecure
    return None


def _name(folder: str) -> str:
    return quoted(encoded(folder))


def _keep_alive(line: socket.socket) -> None:
    """Let the system notice within a minute that the other side is gone while we only listen."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, seconds in _KEEPALIVE:
        if hasattr(socket, name):
            line.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), seconds)
