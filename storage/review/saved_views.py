"""Views of the inbox that staff keep: a name, and what to show. One may be there for the whole team."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select

from storage.audit.undo import Act
from storage.crypto.vault import TRANSIT, Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.ids import new_id
from storage.tables import saved_views, staff

_WORDS = "saved_view.words"


@dataclass(frozen=True)
class NewView:
    """A view to keep. Words to look for may hold a name, so they stay with whoever typed them."""

    name: str
    is_shared: bool
    filters: Mapping[str, str]
    words: str = ""


@dataclass(frozen=True)
class SavedView:
    """A view as it was kept. `filters` are names and values as the inbox takes them."""

    id: str
    owner_id: str
    owner: str
    name: str
    is_shared: bool
    filters: Mapping[str, str]
    words: str


def keep(tx: Connection, vault: Vault, act: Act, *, new: NewView, now: datetime) -> str:
    """Keep a view and return its id; one of the same name and owner gives way to it. A shared one keeps no words."""
    mine = (saved_views.c.owner_id == act.by, saved_views.c.name == new.name)
    known = tx.execute(select(saved_views.c.id).where(*mine)).scalar_one_or_none()
    view_id = known or new_id()
    words = "" if new.is_shared else new.words
    values = {
        "is_shared": new.is_shared,
        "filters": json.dumps(dict(new.filters), ensure_ascii=False, sort_keys=True),
        "words": vault.seal(tx, TRANSIT, _WORDS, words, view_id) if words else None,
    }
    if known is None:
        act.insert(saved_views, {"id": view_id, "owner_id": act.by, "name": new.name, "created_at": now, **values})
    else:
        act.change(saved_views, {"id": view_id}, values)
    return view_id


def remove(tx: Connection, act: Act, *, view_id: str) -> bool:
    """Take away a view of whoever does this. Returns False if there is none, or it is somebody else's."""
    owner = tx.execute(select(saved_views.c.owner_id).where(saved_views.c.id == view_id)).scalar_one_or_none()
    return owner == act.by and act.remove(saved_views, {"id": view_id})


def of_member(tx: Connection, vault: Vault, *, staff_id: str) -> tuple[SavedView, ...]:
    """Return the views of a member of staff, and those that others share, by name."""
    rows = _of_member.rows(tx, {"staff": staff_id})
    return tuple(
        SavedView(
            row.id,
            row.owner_id,
            row.owner,
            row.name,
            row.is_shared,
            json.loads(row.filters),
            vault.open(tx, TRANSIT, _WORDS, row.words, row.id) if row.words is not None else "",
        )
        for row in rows
    )


_of_member = PreparedStatement(
    select(saved_views, staff.c.name.label("owner"))
    .join(staff, staff.c.id == saved_views.c.owner_id)
    .where(or_(saved_views.c.owner_id == bindparam("staff"), saved_views.c.is_shared))
    .order_by(saved_views.c.name, saved_views.c.id)
)
