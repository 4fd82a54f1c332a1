"""Settings and their files, changed with a way back. Of a secret, the way back holds it sealed, as the table does."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Table, select

from storage.audit import undo
from storage.audit.undo import SETTINGS, Act, CannotUndo, PastAct, Row
from storage.crypto.vault import Vault
from storage.db.dialect import at_most
from storage.settings.files import FileState
from storage.settings.values import SettingChange, sealed
from storage.tables import setting_files, settings, staff, staff_acts

_MOST_SHOWN = 30
"""A guess: a whole day of setting up."""


@dataclass(frozen=True)
class SettingAct:
    """One change of settings that is being made, in a transaction, by somebody."""

    act: Act
    change: SettingChange
    tx: Connection
    vault: Vault

    def put(self, name: str, value: str) -> None:
        """Store a setting that is no secret; an empty one is forgotten."""
        if value:
            self._put(settings, {"name": name}, {"value": value, "sealed": None})
        else:
            self.act.remove(settings, {"name": name})

    def put_secret(self, name: str, value: str) -> None:
        """Seal and store a setting that is a secret; an empty one is forgotten."""
        if value:
            self._put(settings, {"name": name}, {"value": None, "sealed": sealed(self.tx, self.vault, name, value)})
        else:
            self.act.remove(settings, {"name": name})

    def put_file(self, path: str, state: FileState, text: str) -> None:
        """Write a file in the place of an older one; an empty one is taken away."""
        key = {"path": path, "state": state}
        if text:
            self._put(setting_files, key, {"text": text})
        else:
            self.act.remove(setting_files, key)

    def _put(self, table: Table, key: Row, values: Row) -> None:
        row = {**values, "changed_at": self.change.at, "changed_by": self.change.by}
        if not self.act.change(table, key, row):
            self.act.insert(table, {**key, **row})


def begin(tx: Connection, vault: Vault, *, staff_id: str, what: str, change: SettingChange) -> SettingAct:
    """Begin a change of settings. Its act is to be stored at the end, as every other."""
    return SettingAct(Act(tx, vault, by=staff_id, what=f"{SETTINGS}{what}", now=change.at), change, tx, vault)


def latest(tx: Connection) -> tuple[PastAct, ...]:
    """Return the latest changes of settings by anybody, the newest first."""
    wanted = (
        select(staff_acts, staff.c.name)
        .join(staff, staff.c.id == staff_acts.c.by)
        .where(staff_acts.c.what.startswith(SETTINGS, autoescape=True))
        .order_by(staff_acts.c.at.desc(), staff_acts.c.id)
        .limit(at_most(_MOST_SHOWN))
    )
    return tuple(
        PastAct(row.id, row.name, row.at, row.what.removeprefix(SETTINGS), None, row.undone_at is not None)
        for row in tx.execute(wanted)
    )


def take_back(tx: Connection, vault: Vault, *, act_id: str, by: str, now: datetime) -> PastAct:
    """Put settings back as they were before a change. Raises CannotUndo, having changed nothing that stays."""
    what = tx.execute(select(staff_acts.c.what).where(staff_acts.c.id == act_id)).scalar_one_or_none()
    if what is None or not what.startswith(SETTINGS):
        raise CannotUndo("There is no such change of settings.")
    done = undo.undo(tx, vault, act_id=act_id, by=by, now=now)
    return replace(done, what=done.what.removeprefix(SETTINGS))
