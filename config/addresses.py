"""Addresses of servers as people write them in one line, read into their parts."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from config.secret import NO_SECRET, Secret

Tls = Literal["always", "when offered", "needed", "none"]
_PORTS = {"imaps": 993, "imap": 143, "smtps": 465, "smtp": 587}


class AddressError(ValueError):
    """An address that cannot be used; the text says what to do and holds no part of it that may be secret."""


@dataclass(frozen=True)
class MailServer:
    """A mailbox to read (IMAP) or a server to send by (SMTP). `ca` is a file of the authorities to trust."""

    host: str
    port: int
    tls: Tls
    user: str = ""
    password: Secret = NO_SECRET
    folder: str = "INBOX"
    ca: Path | None = None


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def web_address(text: str) -> str:
    """Return an http or https address without its last slash."""
    parts = _split(text, ("http", "https"), "https://host or http://host:port")
    if parts.query or parts.fragment or parts.username:
        raise AddressError("Write it without a user, ? or #.")
    return text.rstrip("/")


def database_address(text: str) -> str:
    """Return the address of an SQLite file or a PostgreSQL database."""
    if text.startswith("sqlite:///") and len(text) > len("sqlite:///"):
        return text
    if text.startswith(("postgresql://", "postgresql+psycopg://")):
        _split(text, ("postgresql", "postgresql+psycopg"), "postgresql://user:password@host/name")
        return text
    raise AddressError("Write sqlite:///FILE or postgresql://user:password@host/name.")


def imap_address(text: str) -> MailServer:
    """Return a mailbox from `imaps://user:password@host:993/INBOX?ca=FILE`; `imap://` is for this machine only.

    The password may be left out where the mailbox signs in by OAuth2; an @ in the user is written %40.
    """
    parts = _split(text, ("imaps", "imap"), "imaps://user:password@host:993/INBOX")
    options = _options(parts, ("ca",))
    host = parts.hostname or ""
    if parts.scheme == "imap" and not is_loopback(host):
        raise AddressError("Without encryption, only a server on this machine may be read. Write imaps://.")
    if not parts.username:
        raise AddressError("Name the user and the password: imaps://user:password@host.")
    return MailServer(
        host=host,
        port=parts.port or _PORTS[parts.scheme],
        tls="always" if parts.scheme == "imaps" else "none",
        user=unquote(parts.username),
        password=Secret(unquote(parts.password or "")),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        ca=_ca(options),
    )


def smtp_address(text: str) -> MailServer:
    """Return a server from `smtps://` or `smtp://` (STARTTLS when offered; `?tls=start` demands it, `none` leaves it)."""
    parts = _split(text, ("smtps", "smtp"), "smtps://user:password@host:465")
    options = _options(parts, ("ca", "tls"))
    tls = _smtp_tls(parts.scheme, options.get("tls", ""))
    host, password = parts.hostname or "", unquote(parts.password or "")
    if tls == "none" and password and not is_loopback(host):
        raise AddressError("A password must not travel without encryption. Leave tls=none out.")
    return MailServer(
        host=host,
        port=parts.port or _PORTS[parts.scheme],
        tls=tls,
        user=unquote(parts.username or ""),
        password=Secret(password),
        ca=_ca(options),
    )


def _smtp_tls(scheme: str, wanted: str) -> Tls:
    if scheme == "smtps":
        if wanted:
            raise AddressError("smtps:// is encrypted already. Leave tls= out.")
        return "always"
    known: dict[str, Tls] = {"": "when offered", "start": "needed", "none": "none"}
    if wanted not in known:
        raise AddressError("Write tls=start or tls=none.")
    return known[wanted]


def _split(text: str, schemes: tuple[str, ...], example: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        has_port = parts.port is None or 0 < parts.port < 65536
    except ValueError:
        raise AddressError(f"Write {example}.") from None
    if parts.scheme not in schemes or not parts.hostname or not has_port:
        raise AddressError(f"Write {example}.")
    return parts


def _options(parts: SplitResult, known: tuple[str, ...]) -> dict[str, str]:
    found = parse_qs(parts.query, keep_blank_values=True)
    for name in found:
        if name not in known:
            raise AddressError(f"After the ? only {' and '.join(known)} may stand.")
    return {name: values[-1] for name, values in found.items()}


def _ca(options: dict[str, str]) -> Path | None:
    if "ca" not in options:
        return None
    path = Path(options["ca"])
    if not path.is_file():
        raise AddressError("The file named by ca= is not there.")
    return path
