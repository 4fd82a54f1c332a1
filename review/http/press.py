"""One press of the button of a form that writes: its mark, what its author had seen, and where its effect leads.

A press takes hold in the first transaction that writes for it (`StaffRequest.write`): there its mark is stored, and
what stands in the database is compared with what its author had seen. Whatever does not hold undoes all of it.
"""

import asyncio
import json
import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection
from starlette.responses import Response

from storage.accounts import form_marks
from storage.accounts.form_marks import FormMark, PastPress
from storage.crypto.vault import Vault
from storage.db.write_queue import after_commit

_MARK = re.compile(r"[a-z2-7]{26}")
_DIGITS = 12
"""Of each keyed hash that a form carries: 48 bits, so that of a million changes none is likely to go unseen."""
_REMEMBERED = timedelta(minutes=10)
"""A guess: longer than anybody waits before pressing again. Later presses are led to a page all the same."""
_MOST_PAGES = 200
"""A guess: what five people press in ten minutes."""
_MOST_BYTES = 8_000_000
"""Pages that are shown once, such as those with links to print, are up to a megabyte long."""


@dataclass(frozen=True)
class Snapshot:
    """What the author of a form had before them, or what stands there now: each part as (what it is, its words).

    `target` names it in the audit. Parts hold nothing that the author may not see. `unshown` tells states apart that
    look alike. `is_of_many`: the form names some rows of a list, and carries what its author saw of every row.
    """

    parts: tuple[tuple[str, str], ...] = ()
    target: str = ""
    unshown: tuple[str, ...] = ()
    is_of_many: bool = False

    def stamp(self, vault: Vault) -> str:
        """Return what a form carries of it: a short keyed hash of each part."""
        return ".".join((*_stamps(vault, self.parts), *_stamps(vault, self.unshown)))

    def is_seen(self, vault: Vault, seen: str) -> bool:
        """Whether this is what somebody saw; of a list, whether each row that their form names is."""
        stamp = self.stamp(vault)
        return set(stamp.split(".")) <= {"", *seen.split(".")} if self.is_of_many else stamp == seen

    def unseen(self, vault: Vault, seen: str) -> tuple[tuple[str, str], ...]:
        """Return the parts that are new or changed to whoever has seen this; all, where some only went away."""
        known = set(seen.split("."))
        stamped = zip(self.parts, _stamps(vault, self.parts), strict=True)
        return tuple(part for part, stamp in stamped if stamp not in known) or self.parts


class AlreadyDone(Exception):
    """A press of this form has had its effect."""

    def __init__(self, past: PastPress) -> None:
        super().__init__()
        self.past = past


class ChangedSince(Exception):
    """What a form is about has changed since its author saw it."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self.snapshot = snapshot


@dataclass
class Press:
    """One press. `look` returns what stands there now, where that matters; `place` is where it leads by itself."""

    vault: Vault
    form: FormMark
    place: str
    seen: str
    now: datetime
    look: Callable[[Connection], Snapshot] | None = None
    is_done: bool = field(default=False, init=False)

    def take_hold(self, tx: Connection, leads_to: str = "") -> None:
        """Store the mark, and make sure that nothing changed. Raises: AlreadyDone, ChangedSince."""
        if self.is_done:
            return
        past = form_marks.claim(tx, self.vault, form=self.form, led_to=leads_to or self.place, now=self.now)
        if past is not None:
            raise AlreadyDone(past)
        snapshot = self.look(tx) if self.look else None
        if snapshot is not None and not snapshot.is_seen(self.vault, self.seen):
            raise ChangedSince(snapshot)
        after_commit(tx, self._note_done)

    def lead_to(self, tx: Connection, address: str) -> None:
        """Note where the effect leads, in its own transaction."""
        form_marks.leads_to(tx, self.vault, form=self.form, led_to=address)

    def look_before(self, tx: Connection) -> tuple[PastPress | None, Snapshot | None]:
        """Return the press of this form that has had its effect, if one has, and what changed since its author saw it.

        `take_hold` asks both again. Here it is asked so that a change is told of before the form is found to be wrong.
        """
        past = form_marks.first(tx, self.vault, form=self.form)
        snapshot = self.look(tx) if self.look and self.seen and past is None else None
        is_changed = snapshot is not None and snapshot.parts and not snapshot.is_seen(self.vault, self.seen)
        return past, snapshot if is_changed else None

    def _note_done(self) -> None:
        self.is_done = True


class PressCache:
    """What presses led to in the last minutes: also pages that are shown once, which are stored nowhere.

    Two presses of one form never run at once.
    """

    def __init__(self) -> None:
        self._locks: dict[FormMark, tuple[asyncio.Lock, int]] = {}
        self._pages: OrderedDict[FormMark, tuple[datetime, Response]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, form: FormMark) -> AsyncIterator[None]:
        """Wait until no other press of this form runs."""
        lock, waiting = self._locks.get(form, (asyncio.Lock(), 0))
        self._locks[form] = lock, waiting + 1
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks.pop(form)
            if waiting > 1:
                self._locks[form] = lock, waiting - 1

    def keep(self, form: FormMark, page: Response, now: datetime) -> None:
        """Remember what a press led to."""
        self._pages[form] = now, page
        while len(self._pages) > _MOST_PAGES or self._bytes() > _MOST_BYTES:
            self._pages.popitem(last=False)

    def page_of(self, form: FormMark, now: datetime) -> Response | None:
        """Return what a press of this form led to, if that was a moment ago."""
        at, page = self._pages.get(form, (now, None))
        return page if now - at < _REMEMBERED else None

    def _bytes(self) -> int:
        return sum(len(page.body) for _, page in self._pages.values())


def is_mark(text: str) -> bool:
    """Return whether this can be the mark of a form of ours."""
    return _MARK.fullmatch(text) is not None


def content_of(vault: Vault, path: str, fields: object) -> str:
    """Return a keyed hash of what a form says, and of where it goes."""
    return vault.stamp("form", json.dumps((path, fields), sort_keys=True))


def _stamps(vault: Vault, parts: Sequence[object]) -> list[str]:
    return [vault.stamp("seen", json.dumps(part))[:_DIGITS] for part in parts]
