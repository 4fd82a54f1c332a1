"""Stories on the public page: published as they were agreed to, taken off at once, and the documents that hold them too."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, insert, select, update

from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.errors import KeyErased
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.review import requests
from storage.review.requests import Request
from storage.tables import case_studies, conversations, staff, story_copies
from storage.tables import requests as request_rows

WORDS = "case_study.words"
MOST_SHOWN = 100
"""Stories on the page: more than any organisation has shown, and few enough to read them all."""
BY_THE_PERSON = "the person"


@dataclass(frozen=True)
class CaseStudy:
    """A story that is on the page: its id, its words, and when it was published."""

    id: str
    words: str
    published_at: datetime

    @property
    def title(self) -> str:
        """Its first line."""
        return self.words.strip().split("\n", 1)[0]

    @property
    def rest(self) -> str:
        """What comes after the first line."""
        return self.words.strip().partition("\n")[2].strip()


@dataclass(frozen=True)
class StoryCopy:
    """A document that holds a story, as staff noted it."""

    id: str
    place: str
    by: str
    at: datetime
    taken_down_at: datetime | None


def publish(tx: Connection, vault: Vault, act: Act, *, request: Request, now: datetime) -> str:
    """Put a story on the page, in the words that were agreed to, and return its id.

    Raises NotNow where it was not approved, or is not wanted any more.
    """
    words = requests.draft_of(tx, vault, request=request)
    requests.move(act, request=request, to="published", now=now)
    take_off(tx, conversation_id=request.conversation_id, by=act.by, now=now)
    study_id = new_id()
    sealed = vault.seal(tx, request.person_id, WORDS, words, study_id)
    tx.execute(
        insert(case_studies),
        {
            "id": study_id,
            "conversation_id": request.conversation_id,
            "words": sealed,
            "by": act.by,
            "published_at": now,
        },
    )
    return study_id


def take_off(tx: Connection, *, conversation_id: str, by: str, now: datetime) -> int:
    """Take the story of a conversation off the page, words and all; return how many were there."""
    on_page = (case_studies.c.conversation_id == conversation_id, case_studies.c.taken_off_at.is_(None))
    gone = {"words": None, "taken_off_by": by, "taken_off_at": now}
    return tx.execute(update(case_studies).where(*on_page).values(gone)).rowcount


def on_page(tx: Connection, vault: Vault) -> tuple[CaseStudy, ...]:
    """Return the stories that stand on the public page, the latest first."""
    return _opened(tx, vault, _shown().order_by(case_studies.c.published_at.desc(), case_studies.c.id))


def one(tx: Connection, vault: Vault, *, study_id: str) -> CaseStudy | None:
    """Return one story that stands on the public page; None where there is none, or none any more."""
    found = _opened(tx, vault, _shown().where(case_studies.c.id == study_id))
    return found[0] if found else None


def of_conversation(tx: Connection, vault: Vault, *, conversation_id: str) -> tuple[CaseStudy, ...]:
    """Return the story of one conversation that stands on the public page: one, or none."""
    return _opened(tx, vault, _shown().where(case_studies.c.conversation_id == conversation_id))


def note_copy(act: Act, *, conversation_id: str, place: str, now: datetime) -> str:
    """Note a document that holds a story, and return the id of the note."""
    copy_id = new_id()
    row = {"id": copy_id, "conversation_id": conversation_id, "place": place, "by": act.by, "at": now}
    act.insert(story_copies, row)
    return copy_id


def copy_taken_down(act: Act, *, copy_id: str, now: datetime) -> bool:
    """Note that a story was taken out of a document. Returns False where there is no such note."""
    return act.change(story_copies, {"id": copy_id}, {"taken_down_by": act.by, "taken_down_at": now})


def copies(tx: Connection, *, conversation_id: str) -> tuple[StoryCopy, ...]:
    """Return the documents that hold a story, those that still do first."""
    query = (
        select(story_copies, staff.c.name)
        .join(staff, staff.c.id == story_copies.c.by)
        .where(story_copies.c.conversation_id == conversation_id)
        .order_by(story_copies.c.taken_down_at.is_not(None), story_copies.c.at, story_copies.c.id)
    )
    return tuple(StoryCopy(row.id, row.place, row.name, row.at, row.taken_down_at) for row in tx.execute(query))


def still_out_there(tx: Connection) -> int:
    """Return how many documents hold a story that was taken back, or of somebody who was erased."""
    is_agreed = requests.is_still_wanted() & (request_rows.c.state != "withdrawn")
    query = (
        select(func.count())
        .select_from(story_copies)
        .join(conversations, conversations.c.id == story_copies.c.conversation_id)
        .join(request_rows, request_rows.c.conversation_id == story_copies.c.conversation_id)
        .where(request_rows.c.queue == "case_study", story_copies.c.taken_down_at.is_(None), ~is_agreed)
    )
    return tx.execute(query).scalar_one()


class _Row(NamedTuple):
    """A story that stands on the page, with whose it is."""

    id: str
    words: bytes
    published_at: datetime
    person_id: str


def _shown() -> Select[*tuple[object, ...]]:
    return (
        select(case_studies.c.id, case_studies.c.words, case_studies.c.published_at, conversations.c.person_id)
        .join(conversations, conversations.c.id == case_studies.c.conversation_id)
        .join(request_rows, request_rows.c.conversation_id == case_studies.c.conversation_id)
        .where(case_studies.c.taken_off_at.is_(None), case_studies.c.words.is_not(None))
        # Whatever else is forgotten, what is not agreed to at this moment is not shown.
        .where(request_rows.c.queue == "case_study", request_rows.c.state == "published", requests.is_still_wanted())
        .limit(MOST_SHOWN)
    )


def _opened(tx: Connection, vault: Vault, query: Select[*tuple[object, ...]]) -> tuple[CaseStudy, ...]:
    found = []
    for row in rows_as(_Row, tx.execute(query)):
        try:
            found.append(CaseStudy(row.id, vault.open(tx, row.person_id, WORDS, row.words, row.id), row.published_at))
        except KeyErased:
            continue
    return tuple(found)
