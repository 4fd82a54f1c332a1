"""Everything that can be checked from here, in plain words, with one fix for each fault."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, timedelta

from config.settings import Settings
from feedback.errors import SaysoError
from feedback.flows.words import Signpost, to_ring
from sayso.core.clock import now
from sayso.core.doctor_check import Check
from sayso.core.flow_registry import registry_for
from sayso.core.health import DISK_FLOOR
from sayso.core.store import Store, open_store
from sayso.doctor.alert_checks import alert_check
from sayso.doctor.backup_checks import backup_checks
from sayso.doctor.domain_checks import domain_checks
from sayso.doctor.flow_checks import meaning_check
from sayso.doctor.font_checks import font_check
from sayso.doctor.mail_checks import mail_checks
from sayso.second_look.presence import second_look_check
from sayso.staff.oidc import joined_checks, provider_checks
from storage.audit import audit_log
from storage.messages import downtime, inbox
from storage.messages.inbox import Conservation
from storage.review import triage

_NATIONS = ("england", "wales", "scotland", "northern ireland")
_SQLITE_FIXED = (3, 51, 3)
"""The first SQLite without the WAL-reset fault (decision 0003)."""


def examine(settings: Settings) -> tuple[Check, ...]:
    """Return every check, those that failed and those that did not. Nothing is changed."""
    return (
        *_flows(settings),
        *_stored(settings),
        *provider_checks(settings, now),
        *domain_checks(settings),
        second_look_check(settings),
        font_check(),
        _disk(settings),
    )


def _flows(settings: Settings) -> Iterator[Check]:
    try:
        registry = registry_for(settings)
    except SaysoError as fault:
        yield Check(
            "flows", is_well=False, found=str(fault), fix="Mend the files; `sayso flow check` names each fault."
        )
        return
    yield Check("flows", is_well=True, found=f"{len(registry.titles())} flows can be read.")
    yield from _signposts(registry.words.signposts, now().date())


def _signposts(posts: tuple[Signpost, ...], today: date) -> Iterator[Check]:
    fix = "Ring or look up each number, then tick it at /staff/settings/help-numbers, or in config/signposts.toml."
    unsure, old = ([post.name for post in found] for found in to_ring(posts, today))
    found = f"never checked: {', '.join(unsure)}." if unsure else "all were checked by a person."
    yield Check("signposts checked", is_well=not unsure, found=found, fix=fix)
    aged = f"checked over 90 days ago: {', '.join(old)}." if old else "none is older than 90 days."
    yield Check("signposts fresh", is_well=not old, found=aged, fix=fix)
    shown = [post for post in posts if post.show and post.always_open]
    missing = [nation for nation in _NATIONS if not any(nation in post.nations for post in shown)]
    yield Check(
        "help day and night",
        is_well=not missing,
        found=f"nothing open day and night in: {', '.join(missing)}." if missing else "in every nation.",
        fix="Add a signpost with always_open = true for each of these nations.",
    )


def _stored(settings: Settings) -> Iterator[Check]:
    try:
        with open_store(settings) as store:
            yield Check("database", is_well=True, found=f"{store.database.version()} can be read and written.")
            for check in _IN_STORE:
                yield check(store)
            yield from backup_checks(store, settings.key_file)
            yield meaning_check(settings, store)
            yield from mail_checks(settings, store)
            yield alert_check(settings, store)
            yield from joined_checks(settings, store)
    except SaysoError as fault:
        fix = "Mend this first; the checks of what is stored need it."
        yield Check("database", is_well=False, found=str(fault), fix=fix)
        return
    inside = settings.data.resolve() in settings.key_file.resolve().parents
    yield Check(
        "key file",
        is_well=not inside,
        found="it lies inside the data folder." if inside else "it is apart from the data, and only you can read it.",
        fix="Move it out of the data folder and set SAYSO_KEY_FILE, so that no backup holds both.",
    )


def _version(store: Store) -> Check:
    if not store.database.is_sqlite:
        return Check("database program", is_well=True, found=store.database.version())
    number = tuple(int(part) for part in store.database.version().split()[-1].split("."))
    return Check(
        "database program",
        is_well=number >= _SQLITE_FIXED,
        found=store.database.version(),
        fix="This SQLite can damage its log when two programs write at once. Install the sqlcipher3 of the lock file.",
    )


def _integrity(store: Store) -> Check:
    found = "ok"
    if store.database.is_sqlite:
        found = str(store.database.read_now(lambda tx: tx.exec_driver_sql("PRAGMA integrity_check").scalar()))
    return Check(
        "integrity",
        is_well=found == "ok",
        found="the database file is whole." if found == "ok" else "the database file is damaged.",
        fix="Stop sayso, keep the file, and restore the last backup: sayso restore FILE.",
    )


_TERMS = {"without_yes": "erased without a yes", "not_feedback": "not-feedback"}


def _conserved(store: Store) -> Check:
    sums: Conservation = store.database.read_now(inbox.conservation)
    parts = asdict(sums)
    line = " + ".join(f"{_TERMS.get(name, name)} {count}" for name, count in parts.items() if name != "received")
    return Check(
        "nothing lost",
        is_well=sums.is_balanced,
        found=f"received {sums.received} = {line}",
        fix="Something that came in has no end. Keep the database file as it is and report this line.",
    )


def _set_aside(store: Store) -> Check:
    count = store.database.read_now(inbox.conservation).quarantined
    return Check(
        "set aside",
        is_well=count == 0,
        found=f"{count} messages could not be read." if count else "every message could be read.",
        fix="They are kept. A newer sayso may read them; their reasons stand in the table quarantine.",
    )


def _calls(store: Store) -> Check:
    calls = store.database.read_now(triage.waiting)
    oldest = min((call.at for call in calls), default=now())
    return Check(
        "people waiting",
        is_well=now() - oldest < triage.LONGEST_WAIT,
        found=f"{len(calls)} wait for one of you, the oldest since {oldest:%d %b}." if calls else "nobody waits.",
        fix="Run `sayso waiting`, deal with each, and note it there with --done and --by.",
    )


def _silences(store: Store) -> Check:
    since = now() - timedelta(days=7)
    found = store.database.read_now(lambda tx: downtime.ledger(tx, since=since))
    told = "; ".join(f"{gap.channel} {gap.from_at:%d %b %H:%M} to {gap.to_at:%H:%M}" for gap in found)
    return Check("times not listened", is_well=True, found=told or "none in the last 7 days.")


def _untouched(store: Store) -> Check:
    verdict = store.database.read_now(lambda tx: audit_log.verify(tx, store.vault))
    if verdict.is_whole:
        found = f"{verdict.rows} lines, each bound to the one before."
    elif verdict.broken_at is not None:
        found = f"line {verdict.broken_at} was altered, or one before it was removed or moved."
    else:
        found = f"{verdict.missing} lines are missing at its end."
    return Check(
        "audit untouched",
        is_well=verdict.is_whole,
        found=found,
        fix="Somebody who can write to the database changed the record. Keep it as it is, and find out who could.",
    )


_IN_STORE: tuple[Callable[[Store], Check], ...] = (
    _version,
    _integrity,
    _conserved,
    _set_aside,
    _calls,
    _silences,
    _untouched,
)


def _disk(settings: Settings) -> Check:
    folder = settings.data.absolute()
    while not folder.is_dir():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Check(
        "disk",
        is_well=free >= DISK_FLOOR,
        found=f"{free // (1024 * 1024)} MB free.",
        fix="Make room: below 200 MB new messages may have to wait at their provider.",
    )
