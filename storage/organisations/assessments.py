"""Self-assessments: begun by staff, filled in by several people over weeks, signed off, kept for next year or deleted.

Words are sealed with a key of the self-assessment. When it is deleted the key goes first.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from feedback.errors import SaysoError
from storage.crypto.vault import Vault
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.organisations.register import ties
from storage.tables import self_assessment_entries, self_assessment_links, self_assessments
from storage.tables.organisations import SelfAssessmentEntryRow, SelfAssessmentLinkRow, SelfAssessmentRow

WORDS = "self_assessment_entry.words"
LINK_WORKS = timedelta(days=90)
"""A guess: several people fill it in over weeks, and a link that lies about opens nothing for long."""
LONGEST_WORDS = 4_000
"""Characters of evidence: two pages."""
LONGEST_LINE = 300
"""Characters of an action, an owner or a link."""
_STANDINGS = ("", "met", "partly", "not")


class AssessmentFault(SaysoError):
    """A self-assessment does not allow what was asked for."""


class WrittenSince(AssessmentFault):
    """Somebody else has written here since the form was opened."""


@dataclass(frozen=True)
class AssessmentEntry:
    """What stands under one statement. `revision` is how often it was written; 0 for never."""

    standing: str = ""
    evidence: str = ""
    link: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None
    is_done: bool = False
    revision: int = 0


@dataclass(frozen=True)
class SelfAssessment:
    """One self-assessment, without what stands under its statements."""

    id: str
    organisation_id: str
    standard: str
    version: int
    begun_at: datetime
    signed_off_at: datetime | None = None
    signed_off_by: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    """By statement: what people who were involved said, as it was when this was signed off."""


@dataclass(frozen=True)
class AssessmentLink:
    """A personal link that works now. `token` stands in its address."""

    id: str
    role: str
    token: str
    expires_at: datetime


def begin(tx: Connection, *, organisation_id: str, standard: str, version: int, now: datetime) -> str:
    """Begin a self-assessment and return its id. Raises AssessmentFault where one is open."""
    mine = of_organisation(tx, organisation_id=organisation_id)
    if any(one.standard == standard and one.signed_off_at is None for one in mine):
        raise AssessmentFault("There is one that is not signed off yet. Finish it first, or delete it.")
    row = {"organisation_id": organisation_id, "standard": standard, "version": version, "begun_at": now}
    begun = new_id()
    tx.execute(insert(self_assessments), row | {"id": begun, "signed_off_by": "", "beside": ""})
    return begun


def of_organisation(tx: Connection, *, organisation_id: str) -> tuple[SelfAssessment, ...]:
    """Return the self-assessments of an organisation, and of the names that count as it, the newest first."""
    known = ties(tx)
    root = known.one(organisation_id)
    rows = rows_as(SelfAssessmentRow, tx.execute(select(self_assessments).order_by(self_assessments.c.begun_at.desc())))
    return tuple(_assessment(row) for row in rows if known.one(row.organisation_id) == root)


def one(tx: Connection, *, assessment_id: str) -> SelfAssessment | None:
    """Return a self-assessment, or None if there is none."""
    rows = rows_as(SelfAssessmentRow, tx.execute(select(self_assessments).where(_mine(assessment_id))))
    return next(map(_assessment, rows), None)


def still_open(tx: Connection) -> tuple[SelfAssessment, ...]:
    """Return every self-assessment that is not signed off, the last one begun first."""
    query = select(self_assessments).where(self_assessments.c.signed_off_at.is_(None))
    rows = rows_as(SelfAssessmentRow, tx.execute(query.order_by(self_assessments.c.begun_at.desc())))
    return tuple(map(_assessment, rows))


def signed_off(tx: Connection) -> tuple[SelfAssessment, ...]:
    """Return every self-assessment that was signed off, the last one first."""
    done = self_assessments.c.signed_off_at
    rows = rows_as(
        SelfAssessmentRow, tx.execute(select(self_assessments).where(done.is_not(None)).order_by(done.desc()))
    )
    return tuple(map(_assessment, rows))


def before(tx: Connection, *, found: SelfAssessment) -> SelfAssessment | None:
    """Return the one of the same standard that was signed off last before another was begun."""
    mine = of_organisation(tx, organisation_id=found.organisation_id)
    done = (one for one in mine if one.standard == found.standard and one.signed_off_at and one.id != found.id)
    return next((one for one in done if one.begun_at < found.begun_at), None)


def entries(tx: Connection, vault: Vault, *, assessment_id: str) -> dict[str, AssessmentEntry]:
    """Return what stands under each statement, by its id. Unseals the words."""
    mine = self_assessment_entries.c.assessment_id == assessment_id
    rows = rows_as(SelfAssessmentEntryRow, tx.execute(select(self_assessment_entries).where(mine)))
    return {row.statement: _entry(tx, vault, row) for row in rows}


def put(
    tx: Connection, vault: Vault, *, assessment_id: str, statement: str, entry: AssessmentEntry, now: datetime
) -> None:
    """Write what an organisation says of a statement. `entry.revision` is the one that its author saw.

    Raises WrittenSince where somebody wrote it meanwhile, AssessmentFault for what cannot be written.
    """
    found = one(tx, assessment_id=assessment_id)
    if found is None or found.signed_off_at is not None:
        raise AssessmentFault("This is signed off. It cannot be changed any more.")
    _judge(entry)
    key = {"assessment_id": assessment_id, "statement": statement}
    theirs = tuple(self_assessment_entries.c[name] == value for name, value in key.items())
    written = tx.execute(select(self_assessment_entries.c.revision).where(*theirs)).scalar_one_or_none() or 0
    if written != entry.revision:
        raise WrittenSince("Somebody else wrote here since you opened it. Look at it as it is now.")
    words = json.dumps([entry.evidence, entry.link, entry.action, entry.owner], ensure_ascii=False)
    values = {
        "standing": entry.standing,
        "words": vault.seal(tx, assessment_id, WORDS, words, f"{assessment_id} {statement}"),
        "due": entry.due,
        "is_done": entry.is_done,
        "revision": written + 1,
        "at": now,
    }
    if written:
        tx.execute(update(self_assessment_entries).where(*theirs).values(values))
    else:
        tx.execute(insert(self_assessment_entries), key | values)


def make_link(tx: Connection, vault: Vault, *, assessment_id: str, role: str, now: datetime) -> AssessmentLink:
    """Make a personal link for somebody of the organisation; `role` is what they are, never a name."""
    if not 0 < len(role) <= LONGEST_LINE:
        raise AssessmentFault("Say which role the link is for, such as: chair.")
    link_id = new_id()
    made = AssessmentLink(link_id, role, vault.token_of(link_id), now + LINK_WORKS)
    row = {"id": link_id, "assessment_id": assessment_id, "token_hash": vault.hash_token(made.token), "role": role}
    tx.execute(insert(self_assessment_links), row | {"created_at": now, "expires_at": made.expires_at})
    return made


def links(tx: Connection, vault: Vault, *, assessment_id: str, now: datetime) -> tuple[AssessmentLink, ...]:
    """Return the links that work now, the oldest first."""
    mine = (self_assessment_links.c.assessment_id == assessment_id, self_assessment_links.c.expires_at > now)
    query = select(self_assessment_links).where(*mine).order_by(self_assessment_links.c.created_at)
    rows = rows_as(SelfAssessmentLinkRow, tx.execute(query))
    return tuple(AssessmentLink(row.id, row.role, vault.token_of(row.id), row.expires_at) for row in rows)


def close_link(tx: Connection, *, assessment_id: str, link_id: str) -> None:
    """Let a link open nothing any more."""
    mine = (self_assessment_links.c.assessment_id == assessment_id, self_assessment_links.c.id == link_id)
    tx.execute(delete(self_assessment_links).where(*mine))


def by_token(tx: Connection, vault: Vault, *, token: str, now: datetime) -> tuple[SelfAssessment, str] | None:
    """Return the self-assessment that a link opens, and the role that it was made for; None for a link that is none."""
    theirs = (self_assessment_links.c.token_hash == vault.hash_token(token), self_assessment_links.c.expires_at > now)
    row = next(iter(rows_as(SelfAssessmentLinkRow, tx.execute(select(self_assessment_links).where(*theirs)))), None)
    found = one(tx, assessment_id=row.assessment_id) if row is not None else None
    return (found, row.role) if row is not None and found is not None else None


def sign_off(tx: Connection, *, assessment_id: str, by: str, beside: Mapping[str, str], now: datetime) -> bool:
    """Sign a self-assessment off: nothing changes after. Returns False where it was signed off before."""
    still_open = (_mine(assessment_id), self_assessments.c.signed_off_at.is_(None))
    values = {"signed_off_at": now, "signed_off_by": by, "beside": json.dumps(dict(beside), ensure_ascii=False)}
    return bool(tx.execute(update(self_assessments).where(*still_open).values(values)).rowcount)


def remove(tx: Connection, vault: Vault, *, assessment_id: str) -> None:
    """Delete a self-assessment with its key, its words and its links."""
    vault.forget(tx, assessment_id)
    for table in (self_assessment_entries, self_assessment_links):
        tx.execute(delete(table).where(table.c.assessment_id == assessment_id))
    tx.execute(delete(self_assessments).where(_mine(assessment_id)))


def is_link(text: str) -> bool:
    """Return whether a text is the address of a page on the web."""
    return re.fullmatch(r"https?://[^\s\"'<>\\]+", text) is not None


def _judge(entry: AssessmentEntry) -> None:
    lines = (entry.link, entry.action, entry.owner)
    if len(entry.evidence) > LONGEST_WORDS or any(len(one) > LONGEST_LINE for one in lines):
        raise AssessmentFault(f"Use {LONGEST_WORDS:,} letters at most, and {LONGEST_LINE} for an action or a link.")
    if entry.standing not in _STANDINGS:
        raise AssessmentFault("Choose one of the list.")
    if entry.link and not is_link(entry.link):
        raise AssessmentFault("The link must begin with https:// and have no spaces.")


def _mine(assessment_id: str) -> ColumnElement[bool]:
    return self_assessments.c.id == assessment_id


def _assessment(row: SelfAssessmentRow) -> SelfAssessment:
    return SelfAssessment(
        row.id,
        row.organisation_id,
        row.standard,
        row.version,
        row.begun_at,
        row.signed_off_at,
        row.signed_off_by,
        json.loads(row.beside) if row.beside else {},
    )


def _entry(tx: Connection, vault: Vault, row: SelfAssessmentEntryRow) -> AssessmentEntry:
    sealed = vault.open(tx, row.assessment_id, WORDS, row.words, f"{row.assessment_id} {row.statement}")
    evidence, link, action, owner = json.loads(sealed)
    return AssessmentEntry(row.standing, evidence, link, action, owner, row.due, row.is_done, row.revision)
