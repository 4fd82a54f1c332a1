"""Artefacts: charters, local standards, strategies, training and papers that came of involvement, wherever they lie.

Only a link is kept, never a file. What staff do not choose for the public page stays with them.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from feedback.errors import SaysoError
from storage.audit.undo import Act
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.organisations import register
from storage.organisations.assessments import is_link
from storage.tables import artefacts
from storage.tables.organisations import ARTEFACT_KINDS, ArtefactRow

KINDS = ARTEFACT_KINDS
LONGEST_TITLE = 200
"""Characters. A guess: the longest titles of reports have about 150."""
LONGEST_WORDS = 500
"""Characters of a link, or of with whom it was made. A guess."""


class ArtefactFault(SaysoError):
    """An artefact cannot stand on the register like this."""


@dataclass(frozen=True)
class ArtefactDetails:
    """What staff write of an artefact. `organisation_id` is the one that made it; empty texts are not known."""

    kind: str
    title: str
    link: str = ""
    organisation_id: str = ""
    made_with: str = ""
    made_on: date | None = None
    review_on: date | None = None
    is_public: bool = False


@dataclass(frozen=True)
class Artefact:
    """An artefact with the name of the organisation that made it, as it counts now; empty if none is known."""

    id: str
    details: ArtefactDetails
    organisation: str

    def is_overdue(self, today: date) -> bool:
        """Whether the day has passed on which it was to be looked at again."""
        return self.details.review_on is not None and self.details.review_on < today


def add(tx: Connection, act: Act, *, details: ArtefactDetails) -> str:
    """Put an artefact on the register and return its id. Raises ArtefactFault."""
    _judge(tx, details)
    found = new_id()
    act.insert(artefacts, {"id": found} | _values(details))
    return found


def edit(tx: Connection, act: Act, *, artefact_id: str, details: ArtefactDetails) -> None:
    """Change what is known of an artefact. Raises ArtefactFault."""
    _judge(tx, details)
    if not act.change(artefacts, {"id": artefact_id}, _values(details)):
        raise ArtefactFault("This is not on the register any more.")


def remove(tx: Connection, act: Act, *, artefact_id: str) -> None:
    """Take an artefact off the register, and so off the public page."""
    del tx
    act.remove(artefacts, {"id": artefact_id})


def listed(tx: Connection) -> tuple[Artefact, ...]:
    """Return every artefact by kind and title."""
    ties, names = register.ties(tx), register.names(tx)
    query = select(artefacts).order_by(artefacts.c.kind, artefacts.c.title, artefacts.c.id)
    return tuple(
        Artefact(row.id, _details(row), names.get(ties.one(row.organisation_id or ""), ""))
        for row in rows_as(ArtefactRow, tx.execute(query))
    )


def one(tx: Connection, *, artefact_id: str) -> Artefact | None:
    """Return an artefact, or None if there is none."""
    return next((each for each in listed(tx) if each.id == artefact_id), None)


def overdue(tx: Connection, *, today: date) -> tuple[Artefact, ...]:
    """Return what was to be looked at again before this day, the longest ago first."""
    late = (each for each in listed(tx) if each.is_overdue(today))
    return tuple(sorted(late, key=lambda each: each.details.review_on or today))


def public(tx: Connection) -> tuple[ArtefactDetails, ...]:
    """Return the kind, title and link, and nothing else, of what staff chose for the public page."""
    shown = select(artefacts.c.kind, artefacts.c.title, artefacts.c.link).where(artefacts.c.is_public)
    rows = tx.execute(shown.order_by(artefacts.c.kind, artefacts.c.title, artefacts.c.id))
    return tuple(ArtefactDetails(row.kind, row.title, row.link) for row in rows)


def _judge(tx: Connection, details: ArtefactDetails) -> None:
    if not 0 < len(details.title) <= LONGEST_TITLE:
        raise ArtefactFault(f"Give it a title, of {LONGEST_TITLE} letters at most.")
    if len(details.made_with) > LONGEST_WORDS or len(details.link) > LONGEST_WORDS:
        raise ArtefactFault(f"Use {LONGEST_WORDS} letters at most.")
    if details.kind not in KINDS or (details.organisation_id and details.organisation_id not in register.names(tx)):
        raise ArtefactFault("Choose one of the list.")
    if details.link and not is_link(details.link):
        raise ArtefactFault("The link must begin with https:// and have no spaces.")
    if details.is_public and not details.link:
        raise ArtefactFault("To show it to the public, give its link.")


def _values(details: ArtefactDetails) -> dict[str, object]:
    return vars(details) | {"organisation_id": details.organisation_id or None}


def _details(row: ArtefactRow) -> ArtefactDetails:
    return ArtefactDetails(
        row.kind, row.title, row.link, row.organisation_id or "", row.made_with, row.made_on, row.review_on,
        row.is_public,
    )  # fmt: skip
