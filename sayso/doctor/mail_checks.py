"""What the doctor looks at where email is on: is the mailbox read, and what became of letters."""

from collections.abc import Iterator
from datetime import timedelta

from config.settings import Settings
from sayso.core.clock import now
from sayso.core.doctor_check import Check
from sayso.core.store import Store
from sayso.mail.pausing import why_waiting
from sayso.mail.wiring import MAILBOX_AGE
from storage.messages import incoming_mail, letter_providers, mailbox_cursors, outgoing_mail, suppression_list
from storage.messages.mailbox_cursors import FolderStatus

_FIXES = {
    "sign-in refused": "The mail server refuses the password or the token. Mend SAYSO_IMAP_URL, then start sayso again.",
    "no token": "Look at the settings SAYSO_MAIL_OAUTH..., as docs/mailbox.md tells, then start sayso again.",
    "not moved": "Mail is safe. Let the account move mail to the folder Stored, or make that folder by hand.",
}
_PAUSE_FIXES = {
    "us": "Nothing is lost: letters go on by themselves. Where it is no limit of a day, see what your mail provider says about"
    " your account, and whether a blocklist names your server.",
    "message": "Nothing is lost. Look at your letter, its links and its length: a filter there does not like it.",
}
_PAUSE_FIXES |= dict.fromkeys(("", "address", "provider"), "Nothing is lost: letters go on by themselves.")
LETTER_AGE = timedelta(hours=1)
_LATE_FIX = "Look at SAYSO_SMTP_URL: host, port, password, and ?ca= for a certificate of your own. Letters wait three days for it."
_FIX = "See that sayso serve runs and that the mail server can be reached. It goes on trying by itself."


def mail_checks(settings: Settings, store: Store) -> Iterator[Check]:
    """Yield the checks of email; none where it is off."""
    if settings.imap is None:
        return
    standings = store.database.read_now(mailbox_cursors.standings)
    if not standings:
        yield Check("mailbox", is_well=False, found="it has never been read.", fix=_FIX)
    for standing in standings:
        yield _read(standing)
    yield _came(store)
    yield _went(store)
    for paused in store.database.read_now(lambda tx: letter_providers.paused(tx, now=now())):
        yield Check(
            f"letters to {paused.name}", is_well=False, found=why_waiting(paused), fix=_PAUSE_FIXES[paused.fault]
        )


def _read(standing: FolderStatus) -> Check:
    is_old = standing.listened_at is None or now() - standing.listened_at > MAILBOX_AGE
    since = f"{standing.listened_at:%d %b %H:%M}" if standing.listened_at else "never"
    found = f"last read {since}." if not standing.fault else f"{standing.fault}; last read {since}."
    is_well = not is_old and standing.fault in ("", "not moved")
    return Check(f"mailbox {standing.folder}", is_well=is_well, found=found, fix=_FIXES.get(standing.fault, _FIX))


def _came(store: Store) -> Check:
    kinds = store.database.read_now(incoming_mail.count)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    return Check("mails taken in", is_well=True, found=told or "none yet.")


def _went(store: Store) -> Check:
    """Letters that a mail server puts off are a fault. Unknown ends and stopped addresses are told; staff judge them."""
    late, why = store.database.read_now(lambda tx: outgoing_mail.held_up(tx, since=now() - LETTER_AGE))
    states = store.database.read_now(outgoing_mail.counted)
    stopped = store.database.read_now(suppression_list.count)
    told = [f"{state} {count}" for state, count in sorted(states.items())]
    told += [f"no more to {count} addresses ({why})" for why, count in sorted(stopped.items())]
    told += [f"{late} held up: {why}"] if late else []
    return Check("letters", is_well=not late, found=", ".join(told) or "none yet.", fix=_LATE_FIX)
