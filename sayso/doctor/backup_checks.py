"""What a restore leaves to be looked at: whoever was erased stays so, and what it held back waits for staff."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sayso.core.clock import now
from sayso.core.doctor_check import Check
from sayso.core.store import Store
from sayso.setup.backups import DRILL, EVERY
from storage.messages import downtime, held_back
from storage.people import erasure, erasure_log
from storage.settings import values

_DRILL_AGE = timedelta(days=16)
"""Two weeks of practice missed, and two days for a machine that was off."""


def backup_checks(store: Store, key_file: Path) -> Iterator[Check]:
    """Yield what is known of erasures and of a restore."""
    yield _practised(store, now())
    yield _erased(store, erasure_log.read(erasure_log.beside(key_file)))
    held = held_back.total(store.database.read_now(held_back.held))
    yield Check(
        "held back",
        is_well=not held,
        found=f"{held} messages waited to be sent when the backup was made." if held else "nothing.",
        fix="Look at them with `sayso unsent`, then send them or let them go.",
    )


def _practised(store: Store, at: datetime) -> Check:
    every = store.database.read_now(lambda tx: values.one(tx, store.vault, EVERY))
    last = store.database.read_now(lambda tx: downtime.alive_at(tx, channel=DRILL))
    is_late = bool(every) and last is not None and at - last >= _DRILL_AGE
    told = (
        f"a backup came back whole on {last:%d %b %Y}."
        if last
        else "not by sayso itself; it does with backups by schedule."
    )
    return Check(
        "restore practised",
        is_well=not is_late,
        found=told,
        fix="sayso tries the newest backup each ten minutes until one comes back. `sayso restore FILE --try` says what is wrong with it.",
    )


def _erased(store: Store, ledger: tuple[str, ...]) -> Check:
    here = store.database.read_now(erasure.erased_people)
    readable = store.database.read_now(lambda tx: erasure.readable(tx, person_ids=(*ledger, *here)))
    unlisted = len(set(here) - set(ledger))
    found = f"{len({*ledger, *here})} people, of whom nothing can be read."
    if readable:
        found = f"{len(readable)} people who were erased can be read again."
    elif unlisted:
        found = f"{unlisted} people are missing in the list beside the key file."
    return Check(
        "erased for good",
        is_well=not readable and not unlisted,
        found=found,
        fix="Start `sayso serve` once: it erases them again, and writes the list anew.",
    )
