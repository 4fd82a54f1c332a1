"""Drafts of questions as they are stored: their text, the flow that they make, and whether they were rehearsed."""

import hashlib

from sqlalchemy import Connection

from feedback.flows.model import Flow
from review.http.request import StaffRequest
from storage.settings import files, values
from storage.settings.values import SettingChange


def path_of(name: str) -> str:
    """Return the place of a file of questions."""
    return f"flows/{name}.toml"


def draft_text(tx: Connection, name: str) -> str:
    """Return the text of a draft; empty where there is none."""
    found = files.one(tx, path=path_of(name), state="draft")
    return found.text if found else ""


async def flow_of_draft(visit: StaffRequest, name: str) -> Flow | None:
    """Return the flow of a draft, to be rehearsed; None where there is none, or where it has faults."""
    text = await visit.read(lambda tx: draft_text(tx, name))
    return visit.desk.house.check(f"{name}.toml", text).flow if text else None


async def note_rehearsed(visit: StaffRequest, name: str) -> None:
    """Note that a draft, as it is now, was rehearsed to its end."""

    def job(tx: Connection) -> None:
        change = SettingChange(visit.member.name, visit.desk.now())
        values.put(tx, _rehearsal_of(name), _digest(draft_text(tx, name)), change)

    await visit.write(job)


async def is_rehearsed(visit: StaffRequest, name: str, text: str) -> bool:
    """Return whether somebody rehearsed exactly this text to its end."""
    noted = await visit.read(lambda tx: values.one(tx, visit.vault, _rehearsal_of(name)))
    return bool(text) and noted == _digest(text)


def _rehearsal_of(name: str) -> str:
    return f"rehearsed {name}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
