"""Settings by their names: those that are no secret as they are, secrets sealed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.tables import setting_files, settings

OWNER = "settings"
"""Whose key seals the secrets among them."""
_PLACE = "setting.sealed"


@dataclass(frozen=True)
class SettingChange:
    """Who changes settings, and when."""

    by: str
    at: datetime


def stored(tx: Connection, vault: Vault, names: Iterable[str]) -> Mapping[str, str]:
    """Return the values of these settings, of those that are stored."""
    rows = tx.execute(select(settings).where(settings.c.name.in_(list(names))))
    return {row.name: _opened(tx, vault, row.name, row.value, row.sealed) for row in rows}


def one(tx: Connection, vault: Vault, name: str) -> str:
    """Return the value of a setting; empty where it is not stored."""
    return stored(tx, vault, (name,)).get(name, "")


def put(tx: Connection, name: str, value: str, change: SettingChange) -> None:
    """Store a setting that is no secret."""
    _put(tx, {"name": name, "value": value, "sealed": None}, change)


def put_secret(tx: Connection, vault: Vault, name: str, value: str, change: SettingChange) -> None:
    """Seal and store a setting that is a secret."""
    _put(tx, {"name": name, "value": None, "sealed": sealed(tx, vault, name, value)}, change)


def sealed(tx: Connection, vault: Vault, name: str, value: str) -> bytes:
    """Return the value of a setting as it is stored where it is a secret."""
    return vault.seal(tx, OWNER, _PLACE, value, name)


def drop(tx: Connection, names: Iterable[str]) -> None:
    """Forget settings; what files or defaults say counts again."""
    tx.execute(delete(settings).where(settings.c.name.in_(list(names))))


def changed_at(tx: Connection) -> datetime | None:
    """Return when a setting or a published file was last changed; None where there is none."""
    is_published = setting_files.c.state == "published"
    found = (
        tx.execute(select(func.max(settings.c.changed_at))).scalar(),
        tx.execute(select(func.max(setting_files.c.changed_at)).where(is_published)).scalar(),
    )
    return max(filter(None, found), default=None)


def _put(tx: Connection, values: Mapping[str, object], change: SettingChange) -> None:
    row = {**values, "changed_at": change.at, "changed_by": change.by}
    again = {name: value for name, value in row.items() if name != "name"}
    tx.execute(insert_into(tx, settings).values(row).on_conflict_do_update(index_elements=["name"], set_=again))


def _opened(tx: Connection, vault: Vault, name: str, value: str | None, sealed: bytes | None) -> str:
    return vault.open(tx, OWNER, _PLACE, sealed, name) if sealed is not None else value or ""
