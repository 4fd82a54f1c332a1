"""One connection's stay in a mailbox: what is taken, in what portions, and where it goes afterwards."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mail.imap.client import ImapClient
from mail.imap.errors import CommandRefused, ImapSignInRefused
from mail.imap.responses import Folder, MessageSummary
from mail.imap.types import Accept, CursorOf, Fault, Fetched, FetchLimits, FolderCursor, MailboxAccount, NotStored

CHUNK = 100
"""Messages asked about in one command."""
HEAD_ONLY_AFTER, LEFT_ALONE_AFTER = 3, 6
"""Connections lost while fetching one message, after which only its beginning is asked for, and then nothing."""
JUNK = frozenset(
    {
        "junk", "junk e-mail", "junk email", "junk mail", "spam", "bulk mail", "unwanted", "spamverdacht", "junk-e-mail",
        "courrier indésirable", "correo no deseado", "posta indesiderata", "ongewenste e-mail", "wiadomości-śmieci", "sothach",
    }
)  # fmt: skip
Arrived = Callable[[datetime | None], Awaitable[None]]
_NOWHERE = FolderCursor("", "", 0, 0)
Key = tuple[str, int]
"""Folder and UID."""


@dataclass
class SuspectMessages:
    """Messages over which connections were lost: some servers hang up on a message that is damaged on their disk."""

    lost: Counter[Key] = field(default_factory=Counter)

    def blame(self, keys: Sequence[Key]) -> None:
        """Count a lost connection against those that were being fetched."""
        self.lost.update(keys)

    def clear(self, keys: Sequence[Key]) -> None:
        """Take the blame off those that came."""
        for key in keys:
            self.lost.pop(key, None)


@dataclass
class ImapSession:
    """What is known while one connection lasts. `arrived` is told the age of what was taken in."""

    account: MailboxAccount
    line: ImapClient
    accept: Accept
    cursor_of: CursorOf
    pace: FetchLimits
    suspects: SuspectMessages
    arrived: Arrived
    fetching: Sequence[Key] = ()
    fault: Fault = ""
    _stored: str = ""
    _junk: str = ""
    _is_in_junk: bool = False
    _looked_at: datetime | None = None
    _cursor: FolderCursor = _NOWHERE

    async def begin(self) -> None:
        """Sign in and learn which folders there are."""
        await self._sign_in()
        folders = await self.line.folders()
        self._junk = junk_folder(folders)
        self._stored = await self._storing_folder(folders)
        if not self._stored:
            self.fault = "not moved"

    async def look_round(self, now: Callable[[], datetime]) -> None:
        """Take in all that is new. Every few minutes: open the folder anew, see what was left in it, and read junk."""
        is_due = self._looked_at is None or now() - self._looked_at >= timedelta(seconds=self.pace.junk)
        if is_due:
            await self._open(self.account.mailbox)
            await self._take_leftovers()
        await self._take_new()
        if is_due and self._junk:
            await self._read_junk()
            await self._open(self.account.mailbox)
            await self._take_new()
        if is_due:
            self._looked_at = now()

    async def rest(self, sleep: Callable[[float], Awaitable[None]]) -> None:
        """Wait until there may be something new, and see that the line lives."""
        if self.line.has_idle and await self.line.idle(min(self.pace.idle, self.pace.junk)):
            return
        if not self.line.has_idle:
            await sleep(self.pace.poll)
        await self.line.noop()

    async def _sign_in(self) -> None:
        """Sign in; a token that is refused is replaced once."""
        tokens = self.account.tokens
        if tokens is None:
            await self.line.sign_in(self.account.user, password=self.account.password)
            return
        token = await tokens.token()
        try:
            await self.line.sign_in(self.account.user, token=token)
        except ImapSignInRefused:
            tokens.forget(token)
            await self.line.sign_in(self.account.user, token=await tokens.token())

    async def _storing_folder(self, folders: Sequence[Folder]) -> str:
        """Return the folder for what is committed, made if need be; nothing where the server allows none.

        Some servers keep every folder below the inbox, so that is tried too.
        """
        separator = next((folder.separator for folder in folders if folder.separator), "/")
        names = (self.account.stored, f"INBOX{separator}{self.account.stored}")
        for name in names:
            if any(folder.name == name for folder in folders):
                return name
        for name in names:
            with suppress(CommandRefused):
                await self.line.create(name)
                return name
        return ""

    async def _open(self, mailbox: str, *, is_junk: bool = False) -> None:
        uidvalidity = await self.line.select(mailbox, is_read_only=is_junk)
        known = await self.cursor_of(self.account.name, mailbox)
        if known is not None and known.uidvalidity == uidvalidity:
            self._cursor = known
        else:
            self._cursor = FolderCursor(self.account.name, mailbox, uidvalidity, 0)
        self._is_in_junk = is_junk

    async def _take_new(self) -> None:
        """Take in what stands behind the cursor, until a look finds nothing: arrivals meanwhile are told to nobody."""
        while uids := await self.line.uids(self._cursor.uid + 1):
            for some in _chunks(uids):
                await self._take(some)
                # What the server listed and then had not is gone. Should it come back, it is among the leftovers.
                self._cursor = self._at(some[-1])

    async def _take_leftovers(self) -> None:
        """Take in again what should have been moved and was not, as after a crash; it is known, so it is stored once."""
        if not self._stored or self._cursor.uid == 0:
            return
        for some in _chunks(await self.line.uids(1, self._cursor.uid, is_undeleted=True)):
            found = await self.line.sizes(some)
            # A large one is never moved, so it is no leftover.
            await self._take([uid for uid, one in found.items() if self._is_small(one)])
            if not self._stored:
                return

    async def _read_junk(self) -> None:
        """Read what was taken for junk. It is left as it is, and where it is."""
        try:
            await self._open(self._junk, is_junk=True)
            await self._take_new()
        except CommandRefused:
            self._junk = ""

    async def _take(self, uids: Sequence[int]) -> None:
        """Fetch, commit and move these, a portion at a time."""
        found = await self.line.sizes(uids)
        for portion in self._portions([found[uid] for uid in sorted(found)]):
            fetched = await self._fetch(portion)
            if not fetched:
                continue
            cursor = self._at(fetched[-1].uid)
            # Before the move: after a crash in between, the mail comes again and is known. Otherwise it would be lost.
            await self._commit(fetched, cursor)
            self._cursor = cursor
            if not self._is_in_junk:
                await self._move([one.uid for one in fetched if one.is_whole])
                await self.arrived(fetched[0].internal_at)

    def _portions(self, found: Sequence[MessageSummary]) -> Iterator[list[MessageSummary]]:
        """Return so many at a time that they fit into memory; one that is suspected goes alone."""
        portion: list[MessageSummary] = []
        size = 0
        for one in found:
            own_size = one.size if self._is_small(one) else self.pace.head
            is_full = len(portion) == self.pace.batch or size + own_size > self.pace.batch_bytes
            if portion and (is_full or self._losses(one) or self._losses(portion[0])):
                yield portion
                portion, size = [], 0
            portion.append(one)
            size += own_size
        if portion:
            yield portion

    async def _fetch(self, portion: Sequence[MessageSummary]) -> list[Fetched]:
        """Fetch a portion in one command. What does not come with it is asked for by itself."""
        raws = await self._ask([one.uid for one in portion if self._is_to_be_whole(one)])
        fetched = []
        for one in portion:
            raw, is_whole = raws.get(one.uid), True
            if raw is None:
                raw, is_whole = await self._alone(one, was_asked=len(portion) == 1)
            if raw is not None:
                fetched.append(Fetched(one.uid, one.size, one.internal_at, raw, is_whole, self._is_in_junk))
        return fetched

    async def _alone(self, one: MessageSummary, *, was_asked: bool) -> tuple[bytes | None, bool]:
        """Return a message by itself and whether it is whole; None when it is gone.

        One that is there but cannot be had comes as its beginning, or as nothing: it must not block the next.
        """
        if self._is_to_be_whole(one) and not was_asked:
            raws = await self._ask([one.uid])
            if one.uid in raws:
                return raws[one.uid], True
        if self._losses(one) < LEFT_ALONE_AFTER:
            raws = await self._ask([one.uid], first_bytes=self.pace.head)
            if one.uid in raws:
                return raws[one.uid], False
        is_there = one.uid in await self.line.sizes([one.uid])
        return (b"" if is_there else None), False

    async def _ask(self, uids: Sequence[int], first_bytes: int | None = None) -> dict[int, bytes]:
        """Fetch, and remember what we were at in case the connection is lost over it. Refused is the same as nothing."""
        if not uids:
            return {}
        self.fetching = [self._key(uid) for uid in uids]
        try:
            raws = await self.line.fetch(uids, first_bytes=first_bytes)
        except CommandRefused:
            raws = {}
        self.fetching = ()
        if first_bytes is None:
            self.suspects.clear([self._key(uid) for uid in raws])
        return raws

    async def _commit(self, fetched: Sequence[Fetched], cursor: FolderCursor) -> None:
        try:
            await self.accept(fetched, cursor)
        except Exception as error:
            raise NotStored("Mail could not be stored; it stays in the mailbox.") from error

    async def _move(self, uids: Sequence[int]) -> None:
        """Put what is committed out of the way. Where that is refused it stays, and nothing is lost but tidiness."""
        if not uids or not self._stored:
            return
        try:
            await self._move_or_make(uids)
        except CommandRefused:
            self._stored, self.fault = "", "not moved"

    async def _move_or_make(self, uids: Sequence[int]) -> None:
        try:
            await self.line.move(uids, self._stored)
        except CommandRefused as error:
            if error.code != "TRYCREATE":
                raise
            # The server would move it if the folder were there: somebody has removed it (RFC 9051 section 7.1).
            await self.line.create(self._stored)
            await self.line.move(uids, self._stored)

    def _at(self, uid: int) -> FolderCursor:
        cursor = self._cursor
        # Leftovers stand before the cursor, which never goes back.
        return FolderCursor(cursor.account, cursor.mailbox, cursor.uidvalidity, max(cursor.uid, uid))

    def _key(self, uid: int) -> Key:
        return self._cursor.mailbox, uid

    def _losses(self, one: MessageSummary) -> int:
        return self.suspects.lost[self._key(one.uid)]

    def _is_to_be_whole(self, one: MessageSummary) -> bool:
        return self._is_small(one) and self._losses(one) < HEAD_ONLY_AFTER

    def _is_small(self, one: MessageSummary) -> bool:
        return one.size <= self.pace.largest


def junk_folder(folders: Sequence[Folder]) -> str:
    """Return the folder that the server marks as junk, else one with a usual name, else nothing."""
    for folder in folders:
        if "\\junk" in folder.roles:
            return folder.name
    for folder in folders:
        name = folder.name.rsplit(folder.separator, 1)[-1] if folder.separator else folder.name
        if name.casefold() in JUNK:
            return folder.name
    return ""


def _chunks(uids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (uids[at : at + CHUNK] for at in range(0, len(uids), CHUNK))
