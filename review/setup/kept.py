"""What every page of set-up does: read what is stored, see that nobody changed it meanwhile, store it, begin again."""

import json
from collections.abc import Callable, Mapping

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.setup_port import SECRETS, ShownSetting
from storage.settings import files, values
from storage.settings.values import SettingChange

NAMES = (
    *("organisation", "public_url", "default_flow", "mail_address"),
    *("telegram_token", "telegram_api_url", "imap_url", "smtp_url"),
)
"""Every setting that the pages set."""


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


def seen(visit: StaffRequest, what: object) -> str:
    """Return a mark of what a page shows: a form carries it, and is not taken where it has changed since."""
    return visit.vault.stamp("seen", json.dumps(what, sort_keys=True, default=str))


def demand_unchanged(visit: StaffRequest, what: object) -> None:
    """Raise HTTPException (409) where what a page showed was changed meanwhile."""
    if visit.form.one("seen") != seen(visit, what):
        raise HTTPException(409)


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
