"""What `sayso mail read` does: mails out of files, each read in a process with limits, told in their order."""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Iterable
from typing import NamedTuple

from mail.model.parsed_mail import ParsedMail, unreadable
from mail.reader.pool import ReaderPool, Unreadable
from sayso.mail.mail_files import MailFile

_WORKERS = min(2, os.cpu_count() or 1)
_AHEAD = 2 * _WORKERS
"""Mails that are handed over before the first of them is told: no process waits, and few are held in memory."""


class MailDescription(NamedTuple):
    """One mail as understood, or what was wrong with it: the code of a piece that is no mail, or of a reading."""

    piece: MailFile
    understood: ParsedMail
    fault: str


async def told(pieces: Iterable[MailFile]) -> AsyncIterator[MailDescription]:
    """Yield each mail in its order. One that is beyond the limits is told as unreadable. Raises NoReaders."""
    async with ReaderPool(_WORKERS) as readers, asyncio.TaskGroup() as group:
        under_way: deque[asyncio.Task[MailDescription]] = deque()
        for piece in pieces:
            under_way.append(group.create_task(_told(readers, piece)))
            if len(under_way) > _AHEAD:
                yield await under_way.popleft()
        while under_way:
            yield await under_way.popleft()


async def _told(readers: ReaderPool, piece: MailFile) -> MailDescription:
    if piece.fault:
        return MailDescription(piece, unreadable(piece.fault), piece.fault)
    try:
        return MailDescription(piece, await readers.understand(piece.raw), "")
    except Unreadable as beyond:
        return MailDescription(piece, unreadable(beyond.reason), beyond.reason)
