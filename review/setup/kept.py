"""What every page of set-up does: read what is stored, see that nobody changed it meanwhile, store it, begin again.

What is stored can be taken back (`review.setup.changes`). Secrets, too: with a fresh proof of who one is.
"""

from collections.abc import Callable, Mapping
from functools import partial

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import Watch
from review.http.setup_port import SECRETS, ShownSetting
from review.http.undo import Way
from storage.audit import setting_changes
from storage.audit.setting_changes import SettingAct
from storage.settings import files, values
from storage.settings.values import SettingChange

LABELS = {
    "organisation": "The name of the organisation",
    "signed_by": "Who signs messages",
    "reach_us": "How to reach them",
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


async def change(visit: StaffRequest, what: str, target: str, work: Callable[[SettingAct], None], way: Way) -> Response:
    """Change settings or files in one transaction, with a way back, and lead to the page that offers it."""

    def job(tx: Connection) -> str:
        told = what if target == "settings" else f"{what} ({target})"
        doing = setting_changes.begin(tx, visit.vault, staff_id=visit.member.id, what=told, change=change_of(visit))
        work(doing)
        visit.audit(tx, what, target)
        leads_to = way.to(doing.act.store())
        if visit.press is not None:
            visit.press.lead_to(tx, leads_to)
        return leads_to

    return RedirectResponse(await visit.write(job), 303)


async def keep(
    visit: StaffRequest, new: Mapping[str, str], what: str, page: str, *, is_tried: bool = False
) -> Response:
    """Store settings; an empty one is forgotten. The service begins again with them. `what` goes into the audit.

    `is_tried`: they were tried with the provider, and work, which the page after it says.
    """
    way = Way(page, kept={"saved": "yes", "tried": "yes" if is_tried else ""})
    answer = await change(visit, what, "settings", partial(_put_all, new), way)
    visit.desk.house.restart()
    return answer


def _put_all(new: Mapping[str, str], doing: SettingAct) -> None:
    for name, value in new.items():
        put = doing.put_secret if name in SECRETS else doing.put
        put(name, value)


async def file_of(visit: StaffRequest, path: str) -> str:
    """Return a file that is published here; empty where there is none."""
    found = await visit.read(lambda tx: files.one(tx, path=path, state="published"))
    return found.text if found else ""


async def publish(visit: StaffRequest, path: str, text: str, what: str, page: str) -> Response:
    """Publish a file, or take it away where its text is empty. The service begins again with it."""
    answer = await change(visit, what, path, lambda doing: doing.put_file(path, "published", text), saved(page))
    visit.desk.house.restart()
    return answer


def saved(page: str, place: str = "") -> Way:
    """Return the way to a page, which says that something was stored."""
    return Way(page, place, {"saved": "yes"})
