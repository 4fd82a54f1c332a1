"""Intake: what arrives is committed with full sync before anybody is told that it arrived (invariant I1)."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from feedback.conversation.messages import Received
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.messages import inbox, mailbox_cursors
from storage.messages.inbox import RawMessage
from storage.messages.mailbox_cursors import StoredCursor


class Intake:
    """What channels are handed as `accept`."""

    def __init__(self, database: Database, vault: Vault, arrived: asyncio.Event, now: Callable[[], datetime]) -> None:
        self._database = database
        self._vault = vault
        self._arrived = arrived
        self._now = now

    async def accept(self, batch: Sequence[Received]) -> tuple[int | None, ...]:
        """Store a batch in its order and wake the worker; None for each message that is stored already.

        Raises StorageError when it could not be committed: then nothing of the batch was stored.
        """
        now = self._now()
        raws = [RawMessage(one.channel, one.external_id, one.sender, one.raw, now) for one in batch]
        ids = await self._database.write(lambda tx: inbox.accept_many(tx, self._vault, raws))
        self._arrived.set()
        return ids

    async def accept_mail(self, batch: Sequence[Received], account: str, folder: str, to: StoredCursor) -> None:
        """Store mails and how far their folder is taken in, in one commit with full sync. Raises StorageError."""
        now = self._now()
        raws = [RawMessage(one.channel, one.external_id, one.sender, one.raw, now) for one in batch]

        def store(tx: Connection) -> None:
            inbox.accept_many(tx, self._vault, raws)
            mailbox_cursors.move_on(tx, account=account, folder=folder, to=to)

        await self._database.write(store)

    async def keep(self, batch: Sequence[Received]) -> None:
        """Do as `accept`, for channels that only need to know that it is safe."""
        await self.accept(batch)
