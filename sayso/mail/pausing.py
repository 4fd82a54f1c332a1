"""Pauses: a provider that takes no letters of ours is left alone, longer each time, and then asked with one letter.

So a limit or a blocklist costs nobody their letter. What is known is stored with what became of each letter: a program that
is killed goes on where it was, and several of them share one knowledge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from mail.classify.providers import provider_of
from mail.classify.reply_tokens import domain_of
from mail.model.parsed_mail import DeliveryFailure
from mail.outgoing.smtp_replies import Blame, LetterDeferred
from storage.crypto.vault import Vault
from storage.messages import letter_providers, outgoing_mail
from storage.messages.letter_providers import ALL, LetterProvider

_HOUR = 3600
"""Seconds. Letters are counted by the hour."""
_DAY = 24
"""Hours. Providers count the last 24 of them, not the day of a calendar."""
PAUSES: Mapping[str, tuple[timedelta, ...]] = {
    "provider": tuple(timedelta(minutes=minutes) for minutes in (5, 15, 30, 60, 120, 240)),
    "us": tuple(timedelta(minutes=minutes) for minutes in (15, 30, 60, 120, 240, 480)),
    "message": tuple(timedelta(minutes=minutes) for minutes in (30, 60, 120, 240, 480)),
    "address": tuple(timedelta(minutes=minutes) for minutes in (30, 60, 120, 240, 480)),
}
"""How long a provider is left alone after its first, second ... refusal, by whose fault it was; the last one goes on."""
BEFORE_PAUSE: Mapping[str, int] = {"us": 1, "provider": 1, "message": 2, "address": 4}
"""Refusals one after the other that begin a pause. Of one letter, or of some addresses, nothing follows for the others;
of several in a row something does, whatever they call it."""
TRIAL = timedelta(minutes=6)
"""So long after a pause one letter is waited for, longer than a line may take to answer (`mail.outgoing.smtp.Patience`)."""
LEARNED_FOR = timedelta(days=7)
"""A limit that was learned is tried again after a week: new senders are trusted with more as time goes by."""
_MOST_ROUNDS = 6
"""Times that a letter is sent which servers take, and then give back."""
_SEVERAL = 3
"""Providers that refuse us at once: then it is our name or our address that is listed, and all letters wait."""
_RESERVE = 10
"""One part in ten of a day's letters is kept for answers to people who write."""


@dataclass(frozen=True)
class Hold:
    """Until when a letter waits, and why, in words for staff; empty for a limit of our own choice."""

    until: datetime
    reason: str = ""


class Pauses:
    """What providers bear, looked up anew for each letter. `a_day` is the host's own limit for all letters; 0 for none."""

    def __init__(self, vault: Vault, a_day: int = 0) -> None:
        self._vault = vault
        self._a_day = a_day

    def hold(self, tx: Connection, address: str, now: datetime, *, is_limited: bool) -> Hold | None:
        """Return why a letter has to wait, if it has to. `is_limited`: a day's limit holds for it."""
        known = self._known(tx, address)
        held = [_paused(one, now) for one in known]
        held += [self._used_up(one, now) for one in known] if is_limited else []
        return max((one for one in held if one), key=lambda one: one.until, default=None)

    def leaves(self, tx: Connection, outbox_id: int, address: str, now: datetime) -> None:
        """Count a letter that leaves. The first one after a pause is a trial, and the others wait for its end."""
        known = [_counted(one, now) for one in self._known(tx, address)]
        over = [one.until is not None and one.until <= now for one in known]
        letter_providers.keep(
            tx,
            changed=[
                replace(one, trial=outbox_id, until=now + TRIAL) if is_over else one
                for one, is_over in zip(known, over, strict=True)
            ],
        )

    def answered(self, tx: Connection, outbox_id: int, address: str) -> None:
        """A letter was taken, or something was said of its address alone: whoever was tried with it works again."""
        known = self._known(tx, address)
        works = [one for one in known if one.strikes and (one.until is None or one.trial == outbox_id)]
        letter_providers.keep(tx, changed=[_cleared(one) for one in works])

    def not_sent(self, tx: Connection, address: str, now: datetime) -> None:
        """A letter that was counted has not left: it takes nothing of the day."""
        letter_providers.keep(tx, changed=[_counted(one, now, -1) for one in self._known(tx, address)])

    def refused(self, tx: Connection, outbox_id: int, address: str, later: LetterDeferred, now: datetime) -> None:
        """Note a refusal that is not for this letter alone, and begin or lengthen a pause."""
        everybody, provider = self._known(tx, address)
        if later.scope == "server":
            changed = [_struck(everybody, outbox_id, later, now), _ended(provider, outbox_id, now)]
        else:
            changed = [_ended(everybody, outbox_id, now), _struck(provider, outbox_id, later, now)]
        letter_providers.keep(tx, changed=changed)
        refusing = [one for one in letter_providers.paused(tx, now=now) if one.fault == "us" and one.who != ALL]
        if later.scope != "server" and len(refusing) >= _SEVERAL:
            letter_providers.keep(tx, changed=[_struck(changed[0], outbox_id, later, now)])

    def _used_up(self, known: LetterProvider, now: datetime) -> Hold | None:
        limits = [self._a_day if known.who == ALL else 0, _learned(known, now)]
        most = min((one for one in limits if one), default=0)
        is_used_up = most and _lately(known, now) >= most - most // _RESERVE
        return Hold(_day_ends(known, now)) if is_used_up else None

    def _known(self, tx: Connection, address: str) -> tuple[LetterProvider, ...]:
        """Return what is known of all letters, and of the provider of this address."""
        domain = domain_of(address).casefold()
        who = provider_of(domain) or f"domain {self._vault.lookup('provider', domain).hex()}"
        return letter_providers.of(tx, who=(ALL, who))


def _cleared(known: LetterProvider) -> LetterProvider:
    return replace(known, fault="", status="", strikes=0, since=None, until=None, trial=None)


def _struck(known: LetterProvider, outbox_id: int, later: LetterDeferred, now: datetime) -> LetterProvider:
    if later.is_daily and (sent := _lately(known, now)):
        known = replace(known, learned=sent, learned_at=now)
    if known.until is not None and known.until > now and known.trial != outbox_id:
        return known  # it left before the pause began, and tells nothing new
    strikes = known.strikes + 1
    known = replace(
        known, fault=later.fault, status=later.status, strikes=strikes, since=known.since or now, trial=None
    )
    late = strikes - BEFORE_PAUSE[later.fault or "provider"]
    return known if late < 0 else replace(known, until=now + _pause(known, later, late, now))


def _ended(known: LetterProvider, outbox_id: int, now: datetime) -> LetterProvider:
    """A trial that ended elsewhere says nothing of this one: the next letter is its trial."""
    return replace(known, trial=None, until=now) if known.trial == outbox_id else known


def _paused(known: LetterProvider, now: datetime) -> Hold | None:
    if known.until is None or known.until <= now:
        return None
    return Hold(known.until, f"{WHY[known.fault]} ({known.status}).")


def _learned(known: LetterProvider, now: datetime) -> int:
    is_fresh = known.learned_at is not None and now < known.learned_at + LEARNED_FOR
    return known.learned or 0 if is_fresh else 0


def _counted(known: LetterProvider, now: datetime, by: int = 1) -> LetterProvider:
    """Count a letter that leaves in this hour, or (`by` -1) that has not left. Hours over a day ago are forgotten."""
    hours, this = _hours(known, now), int(now.timestamp()) // _HOUR
    hours[this] = max(0, hours.get(this, 0) + by)
    return replace(known, hours=" ".join(f"{hour}:{count}" for hour, count in sorted(hours.items()) if count))


def _hours(known: LetterProvider, now: datetime) -> dict[int, int]:
    """Return how many letters left in each of the last 24 hours and in this one."""
    told = (one.split(":") for one in known.hours.split())
    first = int(now.timestamp()) // _HOUR - _DAY
    return {int(hour): int(count) for hour, count in told if int(hour) >= first}


def _lately(known: LetterProvider, now: datetime) -> int:
    return sum(_hours(known, now).values())


def _day_ends(known: LetterProvider, now: datetime) -> datetime:
    """Return when the first letters of the last 24 hours count no more."""
    oldest = min(_hours(known, now), default=int(now.timestamp()) // _HOUR - _DAY)
    return datetime.fromtimestamp((oldest + _DAY + 1) * _HOUR, now.tzinfo)


def came_back(tx: Connection, vault: Vault, outbox_id: int, failure: DeliveryFailure, now: datetime) -> None:
    """A letter that a server had taken came back for no fault of its address: pause, and send it once more after it.

    It is written anew for as long as it is of use, up to six times.
    """
    later = LetterDeferred(
        "It came back.",
        scope="server" if failure.reach == "all" else "domain",
        blame=Blame(failure.fault, failure.status, failure.is_daily),
    )
    Pauses(vault).refused(tx, outbox_id, failure.address, later, now)
    outgoing_mail.queue_own_again(tx, outbox_id=outbox_id, most=_MOST_ROUNDS, now=now)


WHY: Mapping[str, str] = {
    "": "The mail server takes no letters for now",
    "address": "This provider has refused several letters",
    "message": "This provider does not take this letter",
    "us": "Letters from us are refused",
    "provider": "This provider takes nothing for now",
}
"""Why letters wait, for staff."""


def _pause(known: LetterProvider, later: LetterDeferred, late: int, now: datetime) -> timedelta:
    """Return how long to wait: to the end of the day of a limit, or longer each time; never less than was asked for."""
    steps = PAUSES[later.fault or "provider"]
    wait = steps[min(late, len(steps) - 1)]
    if later.is_daily and late == 0 and _lately(known, now):
        wait = max(wait, _day_ends(known, now) - now)
    return max(wait, timedelta(seconds=later.wait_seconds or 0))


def why_waiting(known: LetterProvider) -> str:
    """Return in a sentence who takes no letters, why, and when it is asked again."""
    who = "All letters wait" if known.who == ALL else f"Letters to {known.name} wait"
    until = f" until {known.until:%d %b %H:%M} UTC" if known.until else ""
    return f"{who}{until}: {WHY[known.fault].lower()} ({known.status})."
