"""`sayso mail import`: mails from files, taken in as if they had arrived."""

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from feedback.channels import EMAIL
from feedback.conversation.messages import Received
from sayso.commands.open_store import settings_in_use, store
from sayso.core.clock import now
from sayso.core.store import Store
from sayso.mail.envelope import RawMail, pack
from sayso.mail.mail_files import MailFile, pieces
from storage.messages import inbox
from storage.messages.inbox import RawMessage

_TOGETHER = 20
"""Mails of one commit. At 25 MB each, more would fill the memory of a small machine."""


def bring_in(path: Path) -> tuple[int, int, list[tuple[str, str]]]:
    """Store every mail of a file or folder. Returns how many are new, how many were known, and what could not be read.

    A mail is known by its bytes: the same file twice, or one that came through the mailbox, changes nothing.
    """
    if settings_in_use().imap is None:
        raise click.ClickException("Email is off, so nobody would read them. Set it up first: docs/mailbox.md.")
    found, faults = iter(pieces(path)), list[tuple[str, str]]()
    new = known = 0
    with store() as opened:
        while batch := list(islice(found, _TOGETHER)):
            faults += [(piece.name, piece.fault) for piece in batch if piece.fault]
            kept = _keep(opened, [piece for piece in batch if not piece.fault])
            new, known = new + sum(kept), known + len(kept) - sum(kept)
    return new, known, faults


def _keep(opened: Store, batch: list[MailFile]) -> list[bool]:
    at = now()
    raws = [RawMessage(one.channel, one.external_id, one.sender, one.raw, at) for one in _received(batch)]
    ids = opened.database.write_now(lambda tx: inbox.accept_many(tx, opened.vault, raws))
    return [one is not None for one in ids]


def _received(batch: list[MailFile]) -> Iterator[Received]:
    for piece in batch:
        name = f"import/{hashlib.sha256(piece.raw).hexdigest()}"
        yield Received(EMAIL.name, name, "", pack(RawMail(piece.raw)))
