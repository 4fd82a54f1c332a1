"""Texts in the DNS (TXT records, RFC 1035): asked over TCP, which every resolver answers (RFC 7766) and which cuts nothing off."""

import secrets
import socket
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

_RESOLVERS: Final = Path("/etc/resolv.conf")
_PORT: Final = 53
"""RFC 1035, 4.2."""
_MOST_SERVERS: Final = 3
"""As the C library asks (resolv.conf(5))."""
_SECONDS: Final = 3.0
"""For one server. A guess: resolvers answer within one, or not at all."""
_TXT: Final = 16
"""The type of a record (RFC 1035, 3.2.2)."""
_IN: Final = 1
"""The Internet (RFC 1035, 3.2.4)."""
_NO_SUCH_NAME: Final = 3
"""The code of an answer (RFC 1035, 4.1.1)."""
_POINTER: Final = 0xC0
"""The two bits that begin a pointer in place of a name (RFC 1035, 4.1.4)."""

Server = tuple[str, int]


class NoDns(Exception):
    """Nobody answers about names here: there is no resolver, or it does not reach any further."""


class NoSuchName(Exception):
    """The name does not exist, nor any below it (RFC 8020)."""


def resolvers(file: Path = _RESOLVERS) -> tuple[Server, ...]:
    """Return the servers that this machine asks, in their order."""
    try:
        lines = [line.split() for line in file.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return ()
    found = [words[1] for words in lines if len(words) > 1 and words[0] == "nameserver"]
    return tuple((host, _PORT) for host in found[:_MOST_SERVERS])


def texts(name: str, servers: Sequence[Server]) -> tuple[str, ...]:
    """Return the texts of a name; none where it has no such record. Raises NoSuchName, NoDns."""
    for server in servers:
        try:
            return _asked(name, server)
        except (OSError, struct.error, IndexError, UnicodeError, RuntimeError):
            continue  # the next one may answer
    raise NoDns


def _asked(name: str, server: Server) -> tuple[str, ...]:
    number = secrets.randbelow(1 << 16)
    labels = [label.encode("idna") for label in name.rstrip(".").split(".")]
    asked = b"".join(bytes([len(label)]) + label for label in labels) + b"\0" + struct.pack("!HH", _TXT, _IN)
    query = struct.pack("!HHHHHH", number, 0x0100, 1, 0, 0, 0) + asked
    with socket.create_connection(server, timeout=_SECONDS) as line:
        line.sendall(struct.pack("!H", len(query)) + query)
        (length,) = struct.unpack("!H", _exactly(line, 2))
        return tuple(_read(_exactly(line, length), number))


def _exactly(line: socket.socket, count: int) -> bytes:
    held = b""
    while len(held) < count:
        more = line.recv(count - len(held))
        if not more:
            raise OSError
        held += more
    return held


def _read(answer: bytes, number: int) -> Iterator[str]:
    named, flags, questions, answers = struct.unpack("!HHHH", answer[:8])
    if named != number:
        raise OSError
    if flags & 15 == _NO_SUCH_NAME:
        raise NoSuchName
    if flags & 15:
        raise OSError
    at = 12
    for _ in range(questions):
        at = _behind_name(answer, at) + 4
    for _ in range(answers):
        at = _behind_name(answer, at)
        kind, _class, _ttl, length = struct.unpack("!HHIH", answer[at : at + 10])
        at += 10
        if kind == _TXT:
            yield _joined(answer[at : at + length])
        at += length


def _behind_name(answer: bytes, at: int) -> int:
    while answer[at]:
        if answer[at] & _POINTER == _POINTER:
            return at + 2
        at += answer[at] + 1
    return at + 1


def _joined(pieces: bytes) -> str:
    """Return the pieces of a text as one: each holds at most 255 bytes, behind its length."""
    told, at = b"", 0
    while at < len(pieces):
        told += pieces[at + 1 : at + 1 + pieces[at]]
        at += pieces[at] + 1
    return told.decode("utf-8", "replace")
