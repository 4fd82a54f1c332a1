"""What other services on the same database did that this one must know: words erased, settings changed."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection

from feedback.errors import SaysoError
from sayso.core import log
from storage.crypto.vault import Vault
from storage.db import counters
from storage.db.engine import Database
from storage.people import erasure

_ROUND_SECONDS = 2.0
"""A guess: staff who changed a setting wait no longer, and a round reads a few rows."""


class _Known(NamedTuple):
    erased: int
    settings: object


class News:
    """Looks every two seconds. It asks the database, which knows also what was done by a command, or while we slept."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        settings: Callable[[Connection], object],
        begin_again: Callable[[], None],
    ) -> None:
        """`settings` reads what is set in the browser: other than before, `begin_again` takes it up."""
        self._database, self._vault = database, vault
        self._settings, self._begin_again = settings, begin_again
        self._known: _Known | None = None
        self._gone: frozenset[str] = frozenset()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.round()
            except SaysoError as fault:
                log.warn("news wait", **log.place_of(fault))
            await asyncio.sleep(_ROUND_SECONDS)

    async def round(self) -> None:
        """Look once."""
        fresh, before = await self._database.read(self._read), self._known
        if before is None or fresh.erased != before.erased:
            await self._forget(is_first=before is None)
        self._known = fresh
        if before is not None and fresh.settings != before.settings:
            self._begin_again()

    async def _forget(self, *, is_first: bool) -> None:
        """Let go of the keys of people who were erased, and of all that was made of anybody's words."""
        gone = frozenset(await self._database.read(erasure.erased_people))
        self._vault.let_go(gone - self._gone)
        self._gone = gone
        if not is_first:
            self._vault.tell_watchers()

    def _read(self, tx: Connection) -> _Known:
        return _Known(counters.total(tx, name=counters.ERASED), self._settings(tx))
