"""Texts in the DNS (TXT records, RFC 1035): asked over TCP, which every resolver answers (RFC 7766) and which cuts nothing off."""

from collections.abc import Sequence

from dns.exception import DNSException
from dns.nameserver import Do53Nameserver
from dns.resolver import NXDOMAIN, NoAnswer, NoResolverConfiguration, Resolver

_SECONDS = 9.0
"""For all servers together. A guess: a resolver answers within one second, or not at all."""
Server = tuple[str, int]


class NoDns(Exception):
    """Nobody answers about names here: there is no resolver, or it does not reach any further."""


class NoSuchName(Exception):
    """The name does not exist, nor any below it (RFC 8020)."""


def texts(name: str, servers: Sequence[Server] | None = None) -> tuple[str, ...]:
    """Return the texts of a name; none where it has no such record. `servers` are those of this machine where not given.

    Raises NoSuchName, NoDns.
    """
    try:
        found = _resolver(servers).resolve(name, "TXT", tcp=True, lifetime=_SECONDS, search=False)
    except NXDOMAIN:
        raise NoSuchName from None
    except NoAnswer:
        return ()
    except (DNSException, OSError):
        raise NoDns from None
    return tuple(b"".join(record.strings).decode("utf-8", "replace") for record in found)


def _resolver(servers: Sequence[Server] | None) -> Resolver:
    """Return what asks these servers. Raises NoDns where this machine names none."""
    try:
        resolver = Resolver(configure=servers is None)
    except NoResolverConfiguration:
        raise NoDns from None
    if servers is not None:
        resolver.nameservers = [Do53Nameserver(host, port) for host, port in servers]
    return resolver
