"""The loop of the second look: what was stored and not yet read goes to a process of its own, and flags come back.

It looks at nobody who is in the middle of writing, takes the latest first, and waits between its rounds: no answer waits for it.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from sayso.core import log
from sayso.second_look.process import LookingProcess
from sayso.second_look.weights import LOOK
from storage.conversations import second_looks
from storage.conversations.second_looks import UnreadConversation
from storage.crypto.vault import Vault
from storage.db.engine import Database

LOOKED_BACK = timedelta(days=90)
"""What was last heard before this is not read: after an update, staff would be asked to read the words of years at once."""
_QUIET = timedelta(seconds=20)
"""So long nothing has come from somebody: most have then said what they had to say."""
_SWEPT = timedelta(days=1)
"""Once all was read, only what was heard this long before the last round is looked through: silence may end an answer late."""
_ROUND_SECONDS = 10.0
"""A guess: nobody waits for a second look, and a round that finds nothing reads the database."""
_AFTER_FAULT_SECONDS = 60.0
"""A process that cannot start takes seconds of work each time; what is amiss with a machine is not mended sooner."""
_TOGETHER = 20
"""Conversations opened in one round: what somebody writes now is read soon, and few words lie open in memory."""
_TRIES = 3
"""After as many failures a conversation is left as it is until the next start, so that it holds up no other."""


class SecondLook:
    """Reads in small rounds until cancelled; each can be run alone, with the time given."""

    def __init__(self, database: Database, vault: Vault, now: Callable[[], datetime], process: LookingProcess) -> None:
        self._database = database
        self._vault = vault
        self._now = now
        self._process = process
        self._swept_at: datetime | None = None
        self._tried: Counter[tuple[str, int]] = Counter()

    async def run(self) -> None:
        """Keep going until cancelled; then end the process."""
        async with self._process:
            while True:
                try:
                    done = await self.round()
                except Exception as fault:  # noqa: BLE001 - whatever goes wrong here, the service goes on
                    log.warn("second look waits", **log.place_of(fault))
                    await asyncio.sleep(_AFTER_FAULT_SECONDS)
                    continue
                if not done:
                    await asyncio.sleep(_ROUND_SECONDS)

    async def round(self) -> int:
        """Read some conversations, and return how many that were. Raises NotLooked, StorageError."""
        now = self._now()
        since = max(now - LOOKED_BACK, self._swept_at - _SWEPT) if self._swept_at else now - LOOKED_BACK
        limit = _TOGETHER + len(self._tried)
        found = await self._database.read(
            lambda tx: second_looks.unread(tx, self._vault, encoder=LOOK, since=since, before=now - _QUIET, limit=limit)
        )
        wanted = [one for one in found if self._tried[one.conversation_id, one.turn] < _TRIES]
        for one in wanted:
            await self._look(one)
        if len(found) < limit:
            self._swept_at = now
        return len(wanted)

    async def _look(self, found: UnreadConversation) -> None:
        """Read one conversation, and store what was found with the mark that it was read."""
        key = (found.conversation_id, found.turn)
        await self._process.start()
        self._tried[key] += 1  # not before: that it cannot start is the fault of no text
        missed = await self._process.missed(found.texts) if found.texts else ()
        del self._tried[key]
        flagged, now = [words for words in missed if words], self._now()
        await self._database.write(
            lambda tx: second_looks.looked(tx, self._vault, encoder=LOOK, found=found, flagged=flagged, now=now)
        )
