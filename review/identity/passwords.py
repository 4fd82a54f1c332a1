"""Passwords: Argon2id with 64 MiB, one at a time for each thread of the machine, and never on the event loop."""

import asyncio
import unicodedata
from collections.abc import Callable
from math import inf
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

Result = TypeVar("Result")

SHORTEST = 12
"""Characters. NIST SP 800-63B asks for 8 beside a second factor, and OWASP ASVS 5.0 advises 15; twelve are three short
words."""
LONGEST = 200
"""Characters. NIST SP 800-63B asks to take at least 64. There is an end, so that nobody makes us hash a book."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=64 * 1024, parallelism=1)
"""64 MiB and two passes take about 0.14 s: over three times the memory that OWASP asks for (19 MiB), and still quick on
a small server."""
_AT_ONCE = 2
"""Each takes 64 MiB for a tenth of a second; more would let strangers fill the memory."""
_NOBODYS = "$argon2id$v=19$m=65536,t=2,p=1$bm9ib2R5bm9ib2R5bg$LXWMoTyj2fSEzDlTIMqZDtHQsTvZ1u1yz5pAqTzyDWI"
"""The hash of nothing: a name that nobody has takes as long as one that somebody has."""

_MOST_WAITING = 20
"""At 0.14 s each and two at once, the last of them waits a second and a half."""


class TooMany(Exception):
    """More passwords wait to be looked at than can be in a moment."""


class _Queue:
    """Does a few things at once, and lets no more wait than can be done in a moment."""

    def __init__(self, at_once: int) -> None:
        self._turns = asyncio.Semaphore(at_once)
        self._waiting = 0

    async def do(self, work: Callable[[], Result], most_waiting: float = _MOST_WAITING) -> Result:
        """Return what the work returns, which is done in a thread. Raises TooMany, where more wait than `most_waiting`."""
        if self._waiting >= most_waiting:
            raise TooMany
        self._waiting += 1
        try:
            async with self._turns:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1


_strangers, _known = _Queue(_AT_ONCE), _Queue(1)
"""Whoever signed in with the same browser before has a queue apart, which strangers cannot fill."""


async def hashed(password: str) -> str:
    """Return the hash to be stored. Only who has a link or is signed in comes here, so nobody is turned away."""
    return await _known.do(lambda: _HASHER.hash(_one_way(password)), most_waiting=inf)


async def fits(password: str, stored: str | None, *, is_known: bool = False) -> bool:
    """Return whether a password is the one that was stored, in the same time for an account that is not there.

    `is_known`: it comes from a browser in which the account was signed in to before. Raises TooMany.
    """
    queue = _known if is_known else _strangers
    return await queue.do(lambda: _verify(password, stored or _NOBODYS))


def faults(name: str, password: str, again: str) -> tuple[str, ...]:
    """Return what is wrong with a new password, all at once; nothing where it may be used."""
    found = []
    if not SHORTEST <= len(password) <= LONGEST:
        found.append(f"Use {SHORTEST} characters or more. Three words that do not belong together are good.")
    elif name.casefold() in password.casefold() or len(set(password)) < 5:
        found.append("This is easy to guess. Leave out your name, and use more different letters.")
    if password != again:
        found.append("The two are not the same. Type the password twice.")
    return tuple(found)


def _one_way(password: str) -> str:
    """Return a password as it is hashed: keyboards write accents in two ways (RFC 8265 section 4.2)."""
    return unicodedata.normalize("NFC", password)


def _verify(password: str, stored: str) -> bool:
    try:
        return _HASHER.verify(stored, _one_way(password)[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
