"""What time alone brings about. Reminders, ends of conversations, gaps, erasures made final, old shells."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import Connection

from feedback.conversation.messages import InboundKind
from feedback.conversation.timeouts import is_quiet
from feedback.errors import SaysoError
from sayso.core import log
from sayso.core.conversation_service import ConversationService
from sayso.core.standing import ALONE, UPKEEP, Standing
from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import Forgetting
from storage.accounts import form_marks, kept_forms, sessions
from storage.conversations import store
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.db.errors import Fenced
from storage.involvement import asks, interviews, introductions, payments
from storage.messages import downtime, farewells, inbox, incoming_mail, outbox
from storage.messages.downtime import Downtime
from storage.people import erasure, erasure_log, suppression_log

LONGEST_PAUSE = timedelta(seconds=120)
"""A channel not listened to for longer than this is a gap: Telegram was seen to drop
taps that nobody had taken in for 150 s."""
HEARD_LATELY = timedelta(days=1)
"""Whoever wrote within this time before a gap is asked again; the others get their reminders."""
CLOCK = "clock"
"""What the newest time that was believed is kept under."""
_ROUND_SECONDS = 5.0
"""Nobody notices that a reminder comes five seconds late, and a round that finds nothing costs little."""
_BEAT_SECONDS = 20.0
"""A write for each poll would be more than needed; six beats fit into the shortest gap that counts."""
_TOGETHER = 200
"""Conversations told of their silence in one round, so that messages of people who write now do not wait behind
them."""
_FAREWELL_SHOWN = timedelta(hours=1)
"""How long a page may show the last words to somebody erased: long enough to read them, also on a phone put aside."""
_AFTER_FAULT = timedelta(hours=1)
"""When a conversation that could not be moved is tried again: a fault of ours is not mended in minutes."""


class Scheduler:
    """Runs small rounds for ever; each can be run alone, with the time given."""

    def __init__(
        self,
        database: Database,
        conversations: ConversationService,
        now: Callable[[], datetime],
        signals: Signals,
        forgetting: Forgetting,
        standing: Standing = ALONE,
    ) -> None:
        self._database = database
        self._upkeep = standing.fenced(database, UPKEEP)
        """For what one service does for all."""
        self._standing = standing
        self._conversations = conversations
        self._now = now
        self._signals = signals
        self._ledger_file, self._guard = forgetting
        # No count at all, so that after a start the ledger is compared once.
        self._erased = -1
        self._wishes: frozenset[suppression_log.Wish] = frozenset()
        self._wishes_at: tuple[int, datetime | None] | None = None
        self._has_gaps = True
        self._heard_first = asyncio.Event()
        """Set when a channel is first heard, for that may end a gap: nobody should wait for the next round."""
        self.alive_at: dict[str, datetime] = {}
        """When each channel was last heard to be alive, for the gap ledger and the health page."""
        self._beaten_at: dict[str, datetime] = {}

    async def run(self) -> None:
        """Keep going until cancelled."""
        while True:
            self._heard_first.clear()
            log.write_folded()
            try:
                await self.round()
            except SaysoError as fault:
                log.warn("scheduler waits", **log.place_of(fault))
            with suppress(TimeoutError):
                await asyncio.wait_for(self._heard_first.wait(), _ROUND_SECONDS)

    async def round(self) -> None:
        """Do everything that is due now. What only time makes due, and forgets for ever, waits for a clock to believe.

        Of several services one does that for all. Each notes what it hears, and keeps the files beside its own key file.
        """
        is_mine = self._standing.holds(UPKEEP)
        is_right = is_mine and await self._is_clock_right()
        if is_right:
            await self.hear_silence()
            await self.put_asks()
        await self.note_beats()
        # After the beats, which find the gaps.
        if is_mine:
            await self.ask_again()
        await self.make_erasures_final()
        await self.keep_wishes()
        if is_right:
            now = self._now()
            await self._upkeep.write(lambda tx: _clear_away(tx, self._conversations.vault, now))

    async def _is_clock_right(self) -> bool:
        if self._guard is None:
            return True
        now = self._now()
        last_seen = await self._database.read(lambda tx: downtime.alive_at(tx, channel=CLOCK))
        is_right = self._guard.is_right(now, last_seen)
        if is_right and (last_seen is None or abs(now - last_seen).total_seconds() >= _BEAT_SECONDS):
            await self._upkeep.write(lambda tx: downtime.beat(tx, channel=CLOCK, now=now, longest=timedelta.max))
        return is_right

    def alive(self, channel: str, now: datetime) -> None:
        """Note that a channel has just listened. Cheap: the database hears of it every 20 seconds, or after a gap."""
        if channel not in self.alive_at:
            self._heard_first.set()
        self.alive_at[channel] = now

    async def note_beats(self) -> None:
        """Write down which channels listen, and find the gaps that have ended."""
        # A copy: a channel may be heard for the first time while the database is waited for.
        for channel, at in tuple(self.alive_at.items()):
            before = self._beaten_at.get(channel)
            if before is not None and (at - before).total_seconds() < _BEAT_SECONDS:
                continue
            gap = await self._beat(channel, at)
            self._beaten_at[channel] = at
            if gap:
                log.warn("gap", channel=channel, seconds=int((gap.to_at - gap.from_at).total_seconds()))
                self._has_gaps = True

    async def _beat(self, channel: str, at: datetime) -> Downtime | None:
        return await self._database.write(lambda tx: downtime.beat(tx, channel=channel, now=at, longest=LONGEST_PAUSE))

    async def ask_again(self) -> None:
        """After a gap, ask the open question again, once, of everybody who was in the middle of a talk. Not at night.

        The ledger tells which gaps nobody was asked after, so that a night and a new start change nothing.
        """
        now = self._now()
        if not self._has_gaps or is_quiet(now, self._conversations.registry.words):
            return
        for gap in await self._database.read(lambda tx: downtime.unasked(tx, since=now - HEARD_LATELY)):
            await self._ask_after(gap)
        # Another service may hear of the next one.
        self._has_gaps = self._standing.number is not None

    async def _ask_after(self, gap: Downtime) -> None:
        times = {"heard_since": gap.from_at - HEARD_LATELY, "heard_before": gap.to_at}
        waiting = await self._database.read(lambda tx: store.open_on(tx, channel=gap.channel, **times))
        asked = await asyncio.gather(*(self._tell(conversation_id, "gap") for conversation_id in waiting))
        await self._upkeep.write(lambda tx: downtime.asked_again(tx, gap_id=gap.id, count=sum(asked)))

    async def hear_silence(self) -> None:
        """Let silence mean what it means: an answer is complete, a reminder is due, a conversation has been left."""
        now = self._now()
        due = await self._upkeep.write(lambda tx: store.due(tx, now=now, limit=_TOGETHER))
        await asyncio.gather(*(self._tell(conversation_id, "silence") for conversation_id in due))

    async def put_asks(self) -> None:
        """Put to people what staff ask of them, once nobody can take it back any more. Not at night."""
        now = self._now()
        if is_quiet(now, self._conversations.registry.words):
            return
        for ask_id in await self._database.read(lambda tx: asks.due(tx, now=now, limit=_TOGETHER)):
            await self._put(ask_id, now)

    async def _put(self, ask_id: str, now: datetime) -> None:
        try:
            await self._upkeep.write(lambda tx: self._conversations.put(tx, ask_id, now))
        except Fenced:
            raise
        except Exception as error:  # noqa: BLE001 - one that cannot be put must not stop the others
            log.warn("question of staff not put", **log.place_of(error))
            await self._upkeep.write(lambda tx: asks.put_off(tx, ask_id=ask_id, due_at=now + _AFTER_FAULT))
        else:
            self._signals.queued.set()

    async def _tell(self, conversation_id: str, kind: InboundKind) -> bool:
        now = self._now()
        try:
            await self._upkeep.write(lambda tx: self._conversations.tell(tx, conversation_id, kind, now))
        except Fenced:
            raise
        except Exception as error:  # noqa: BLE001 - one conversation that cannot be moved must not stop the others
            log.warn("conversation not moved", **log.place_of(error))
            # Otherwise it would be due again in the very next round.
            later = now + _AFTER_FAULT
            await self._upkeep.write(lambda tx: store.put_off(tx, conversation_id=conversation_id, due_at=later))
            return False
        self._signals.queued.set()
        return True

    async def make_erasures_final(self) -> None:
        """After an erasure: note it beside the key file, and fold the log so that no old page holds the words."""
        erased = await self._database.read(erasure.erased_people)
        if len(erased) == self._erased:
            return
        # The ledger first: without it, restoring a backup would bring the person back.
        await asyncio.to_thread(erasure_log.keep, self._ledger_file, erased)
        await asyncio.to_thread(self._database.checkpoint)
        self._erased = len(erased)

    async def keep_wishes(self) -> None:
        """After somebody said that they want no letters, or wants them again: note it beside the key file."""
        version = await self._database.read(suppression_log.version)
        if version == self._wishes_at:
            return
        held = await self._database.read(suppression_log.wishes)
        # What was there a moment ago and is not now was taken back. At a start nothing is known of before: an older
        # database that somebody put in the place of this one takes nothing back.
        taken_back = self._wishes - held
        await asyncio.to_thread(suppression_log.keep, suppression_log.beside(self._ledger_file), held, taken_back)
        self._wishes, self._wishes_at = held, version


def _clear_away(tx: Connection, vault: Vault, now: datetime) -> None:
    inbox.purge(tx, now=now)
    form_marks.purge(tx, now=now)
    kept_forms.purge(tx, now=now)
    sessions.purge(tx, now=now)
    outbox.forget_farewells(tx, before=now - _FAREWELL_SHOWN)
    farewells.forget(tx, before=now - _FAREWELL_SHOWN)
    erasure.expire_links(tx, vault, now=now)
    incoming_mail.wipe_old(tx, now=now)
    introductions.forget_old(tx, now=now)
    interviews.forget_old(tx, now=now)
    asks.forget_old(tx, now=now)
    payments.forget_old(tx, vault, now=now)
