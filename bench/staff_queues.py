"""What members of staff wait for beside lists: texts on which coders differ, alerts, and a long list of contacts."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

import pyotp
from sqlalchemy import Connection, insert, select

from bench.row import Row
from bench.staff_rows import AT, Town
from sayso.alerts.setting import AlertSetting
from sayso.alerts.telling import find_due, tell_due
from sayso.core.clock import now
from storage.accounts import members
from storage.alerts import choices
from storage.audit.undo import Act
from storage.db.ids import new_id
from storage.messages import mail_invitations
from storage.people import contacts
from storage.people.contacts import ContactEntry
from storage.review.work.queue import ready
from storage.tables import codings, conversations, flags, themes

CODED_TWICE, WAITING, LISTED = 4_000, 1_000, 50_000
TIMES = 20
_SETTING = AlertSetting(("email",), "Europe/London", "http://127.0.0.1")


def queues(filled: Town) -> Iterator[Row]:
    """Yield how long each takes, beside the smallest thing that is read or written in the same run."""
    staff = filled.store.database.write_now(lambda tx: _hire(tx, filled))
    filled.store.database.write_now(lambda tx: _code(tx, staff))
    filled.store.database.write_now(_flag)
    least = _median(lambda: filled.store.database.read_now(members.members))
    against = f"reading the team: {least * 1000:.1f} ms"
    differ = _median(lambda: filled.store.database.read_now(lambda tx: ready(tx, queue="differ")))
    yield _aim(f"work to find where coders differ, {CODED_TWICE:,} texts coded twice", differ, 0.030)
    yield Row("  times the least that is read", f"{differ / least:.0f}", against)
    yield from _alerts(filled, least)
    yield from _list(filled, staff[0])


def _alerts(filled: Town, least: float) -> Iterator[Row]:
    """A round of alerts before anybody was told, and when all were."""
    store = filled.store
    look = lambda: store.database.read_now(lambda tx: find_due(tx, store.vault, _SETTING, now()))  # noqa: E731 - said twice
    first = _median(look)
    store.database.write_now(lambda tx: tell_due(tx, store.vault, _SETTING, now()))
    for name, seconds in (("that are new", first), ("that were told of", _median(look))):
        yield _aim(f"work of a round of alerts, {WAITING:,} open cases {name}", seconds, 0.300)
        yield Row("  times the least that is read", f"{seconds / least:.0f}")


@dataclass
class _Answers:
    """Small writes, as answers of people are, one after another until it is told to stop."""

    filled: Town
    longest: float = 0.0
    is_over: bool = False

    def write(self) -> None:
        while not self.is_over:
            began = time.perf_counter()
            self.filled.store.database.write_now(lambda tx: members.recovery_codes_left(tx, staff_id=""))
            self.longest = max(self.longest, time.perf_counter() - began)
            time.sleep(0.02)


def _list(filled: Town, staff_id: str) -> Iterator[Row]:
    """A list of contacts that comes in part by part, while people answer."""
    entries = [
        ContactEntry(f"p{number}@example.test", f"Name {number}", f"Org {number % 50}") for number in range(LISTED)
    ]
    answers = _Answers(filled)
    thread = threading.Thread(target=answers.write)
    thread.start()
    began, worked = time.perf_counter(), time.process_time()
    try:
        for part in mail_invitations.parts(entries):
            filled.store.database.write_now(lambda tx: _bring_in(tx, filled, staff_id, part))  # noqa: B023 - done at once
    finally:
        answers.is_over = True
        thread.join()
    worked = time.process_time() - worked
    yield Row(f"list of {LISTED:,} contacts, work to store it", f"{worked:.1f} s", "aim under 15 s", worked < 15)
    yield Row("  until it is in", f"{time.perf_counter() - began:.0f} s")
    yield _aim("  the longest that an answer waits meanwhile", answers.longest, 0.5)


def _bring_in(tx: Connection, filled: Town, staff_id: str, part: Sequence[ContactEntry]) -> None:
    doing = Act(tx, filled.store.vault, by=staff_id, what="brought in a list", now=AT)
    contacts.bring_in(tx, filled.store.vault, group="Bench", entries=part, now=AT, doing=doing)
    doing.store()


def _hire(tx: Connection, filled: Town) -> list[str]:
    """Make five members of staff who see to people, each with an address that alerts go to."""
    vault, ids = filled.store.vault, []
    for number in range(5):
        members.add(tx, vault, name=f"Bea {number}", role="safeguarding", now=now())
        found = members.named(tx, name=f"Bea {number}")
        assert found is not None
        ids.append(found.member.id)
        secret, at = members.set_password(tx, vault, staff_id=ids[-1], hashed="none"), now()
        members.take_code(tx, vault, staff_id=ids[-1], code=pyotp.TOTP(secret).at(at), now=at)
        token = choices.ask_address(tx, vault, staff_id=ids[-1], address=f"bea{number}@example.test", now=at)
        choices.confirm(tx, vault, staff_id=ids[-1], token=token, now=at)
    return ids


def _code(tx: Connection, staff: Sequence[str]) -> None:
    """Let two of them put the same texts under themes; they differ in every third."""
    named = [{"id": new_id(), "name": f"Theme {n}", "definition": "", "created_at": AT} for n in range(6)]
    tx.execute(insert(themes), named)
    whole = {"answer_id": None, "start": 0, "stop": 0, "coded_at": AT}
    rows = [
        {"id": new_id(), "comment_id": text, "coded_by": who, "theme_id": _theme(named, text, place), **whole}
        for text in range(1, CODED_TWICE + 1)
        for place, who in enumerate(staff[:2])
    ]
    tx.execute(insert(codings), rows)


def _theme(named: Sequence[dict[str, object]], text: int, place: int) -> object:
    return named[(text + (place if text % 3 == 0 else 0)) % len(named)]["id"]


def _flag(tx: Connection) -> None:
    ids = tx.execute(select(conversations.c.id).limit(WAITING)).scalars().all()
    at = now() - timedelta(hours=30)
    rows = [{"conversation_id": one, "tag": "child_at_risk", "matched": None, "at": at, "state": "open"} for one in ids]
    tx.execute(insert(flags), rows)


def _median(work: Callable[[], object]) -> float:
    """Return the processor time of doing this: another one's turn on the core is not ours."""
    times = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)


def _aim(name: str, seconds: float, most: float) -> Row:
    return Row(name, f"{seconds * 1000:.0f} ms", f"aim under {most * 1000:.0f} ms", seconds < most)
