"""What every page of set-up does: read what is stored, see that nobody changed it meanwhile, store it, begin again."""

from collections.abc import Callable, Mapping
from functools import partial

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import Watch
from review.http.setup_port import SECRETS, ShownSetting
from storage.settings import files, values
from storage.settings.values import SettingChange

LABELS = {
    "organisation": "The name of the organisation",
    "public_url": "The web address",
    "default_flow": "The first questions",
    "mail_address": "The address of the mailbox",
    "telegram_token": "The Telegram bot",
    "telegram_api_url": "The server of the bot",
    "imap_url": "The server to read from",
    "smtp_url": "The server to send by",
}
"""Every setting that the pages set, as people call it."""
NAMES = tuple(LABELS)


async def stored(visit: StaffRequest) -> Mapping[str, str]:
    """Return the settings that were set here."""
    return await visit.read(lambda tx: values.stored(tx, visit.vault, NAMES))


async def shown(visit: StaffRequest) -> Mapping[str, ShownSetting]:
    """Return each setting as it counts, by its name; one that the service does not know of is not set."""
    found = {one.name: one for one in visit.desk.house.settings(await stored(visit))}
    return {name: found.get(name, ShownSetting(name)) for name in NAMES}


def change_of(visit: StaffRequest) -> SettingChange:
    """Return who changes something, and when."""
    return SettingChange(visit.member.name, visit.desk.now())


def settings_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the settings that were set here; of a secret, only that it was."""
    known = values.stored(tx, visit.vault, NAMES)
    told = {name: visit.vault.stamp("secret", value)[:6] if name in SECRETS else value for name, value in known.items()}
    return Snapshot(tuple((LABELS[name], told.get(name, "not set")) for name in NAMES), "settings")


async def stamp_of(visit: StaffRequest, watch: Watch) -> str:
    """Return what a form carries of what its author sees."""
    snapshot = await visit.read(partial(watch, visit=visit))
    return snapshot.stamp(visit.vault)


async def keep(visit: StaffRequest, new: Mapping[str, str], what: str) -> None:
    """Store settings; an empty one is forgotten. The service begins again with them. `what` goes into the audit."""

    def job(tx: Connection) -> None:
        for name, value in new.items():
            if not value:
                values.drop(tx, (name,))
            elif name in SECRETS:
                values.put_secret(tx, visit.vault, name, value, change_of(visit))
            else:
                values.put(tx, name, value, change_of(visit))
        visit.audit(tx, what, "settings")

    await visit.write(job)
    visit.desk.house.restart()


async def file_of(visit: StaffRequest, path: str) -> str:
    """Return a file that is published here; empty where there is none."""
    found = await visit.read(lambda tx: files.one(tx, path=path, state="published"))
    return found.text if found else ""


async def publish(visit: StaffRequest, path: str, text: str, what: str, also: Callable[[Connection], None]) -> None:
    """Publish a file, or take it away where its text is empty. The service begins again with it."""

    def job(tx: Connection) -> None:
        if text:
            files.put(tx, path=path, state="published", text=text, change=change_of(visit))
        else:
            files.drop(tx, path=path, state="published")
        also(tx)
        visit.audit(tx, what, path)

    await visit.write(job)
    visit.desk.house.restart()


def nothing_else(_: Connection) -> None:
    """Publish a file alone."""


def saved(visit: StaffRequest, path: str) -> Response:
    """Lead back to a page, which says that it was saved."""
    return visit.go(f"{path}?saved=yes")
