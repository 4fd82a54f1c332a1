"""You said, we did; or we could not, because; or we are still deciding: and who was told of it."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from sqlalchemy import Connection, Select, and_, false, func, or_, select, update

from storage.audit.undo import Act
from storage.conversations.consents import takes_part
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.errors import KeyErased
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.review import case_list, replies, themes
from storage.review.case_list import Case, CaseFilter
from storage.tables import answers, consents, conversations, outbox, outcomes, people, staff, told
from storage.tables import themes as theme_table

Kind = Literal["did", "could not", "deciding"]

_MOST_AT_ONCE = 2000
"""A guess: all are written to in one transaction, which others wait for."""


@dataclass(frozen=True)
class OutcomeDraft:
    """What staff write: what people said, and what came of it."""

    kind: Kind
    said: str
    done: str
    theme_id: str | None = None
    owner_id: str | None = None
    due_on: date | None = None
    about: tuple[str, ...] = ()
    """Answers that it is about as well, each FLOW.QUESTION.CHOICE: so whoever only tapped can be told."""


@dataclass(frozen=True)
class OutcomeEntry:
    """An entry as it stands. `told` is how many people were told of it."""

    id: str
    draft: OutcomeDraft
    theme: str
    owner: str
    created_at: datetime
    published_at: datetime | None
    told: int

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done by now, and nobody was told of it yet."""
        return self.draft.due_on is not None and self.draft.due_on < today and self.published_at is None


@dataclass(frozen=True)
class InformedShare:
    """How many people asked to be told what happened, and how many of them were."""

    asked: int
    told: int

    @property
    def percent(self) -> int | None:
        """The share in whole percent, halves up; None where nobody asked."""
        return (200 * self.told + self.asked) // (2 * self.asked) if self.asked else None


def add(act: Act, *, draft: OutcomeDraft, now: datetime) -> str:
    """Keep an entry and return its id."""
    outcome_id = new_id()
    act.insert(outcomes, {"id": outcome_id, "created_at": now, "published_at": None, **_columns(draft)})
    return outcome_id


def change(act: Act, *, outcome_id: str, draft: OutcomeDraft) -> bool:
    """Change an entry. Returns False if there is none."""
    return act.change(outcomes, {"id": outcome_id}, _columns(draft))


def _columns(draft: OutcomeDraft) -> dict[str, object]:
    return {**vars(draft), "about": json.dumps(list(draft.about))}


def entries(
    tx: Connection, *, outcome_id: str | None = None, skipped: int = 0, limit: int | None = None
) -> tuple[OutcomeEntry, ...]:
    """Return entries, the latest first: all, so many after those that are skipped, or one."""
    counted = select(told.c.outcome_id, func.count()).where(told.c.taken_back_at.is_(None)).group_by(told.c.outcome_id)
    counts = {row[0]: row[1] for row in tx.execute(counted)}
    query = (
        select(outcomes, theme_table.c.name.label("theme"), staff.c.name.label("owner"))
        .outerjoin(theme_table, theme_table.c.id == outcomes.c.theme_id)
        .outerjoin(staff, staff.c.id == outcomes.c.owner_id)
    )
    if outcome_id is not None:
        query = query.where(outcomes.c.id == outcome_id)
    query = query.order_by(outcomes.c.created_at.desc(), outcomes.c.id).offset(skipped).limit(limit)
    rows = rows_as(_Row, tx.execute(query))
    return tuple(_outcome(row, counts.get(row.id, 0)) for row in rows)


def overdue(tx: Connection, *, today: date) -> int:
    """Return how many entries should have been done by now, and nobody was told of them yet."""
    late = (outcomes.c.due_on < today, outcomes.c.published_at.is_(None))
    return tx.execute(select(func.count()).select_from(outcomes).where(*late)).scalar_one()


def audience(tx: Connection, *, outcome: OutcomeEntry) -> tuple[Case, ...]:
    """Return the conversations to tell: they spoke of it, asked to be told, can be reached, and were not told of it yet.

    Those spoke of it who wrote what stands under the theme, or tapped an answer that it is about.
    """
    asked = wants_news(tx)
    found = (*_wrote_of(tx, outcome.draft), *_tapped(tx, outcome.draft, asked))
    already = select(told.c.conversation_id).where(told.c.outcome_id == outcome.id, told.c.taken_back_at.is_(None))
    were_told = set(tx.execute(already).scalars())
    return tuple(
        case
        for case in {case.conversation_id: case for case in found}.values()
        if case.conversation_id not in were_told and case.person_id in asked and not replies.leave(tx, case=case).fault
    )


def _wrote_of(tx: Connection, draft: OutcomeDraft) -> tuple[Case, ...]:
    if draft.theme_id is None:
        return ()
    parts = themes.with_parts(themes.in_use(tx), draft.theme_id)
    return case_list.cases(tx, wanted=CaseFilter(theme_ids=parts), limit=_MOST_AT_ONCE)


def _tapped(tx: Connection, draft: OutcomeDraft, asked: Collection[str]) -> tuple[Case, ...]:
    """Return the conversations of those who asked, in which an answer stands that an outcome is about."""
    if not draft.about:
        return ()
    chose = chose_one_of(draft.about).where(conversations.c.person_id.in_(ever_asked()))
    found = case_list.named(tx, conversation_ids=list(tx.execute(chose.limit(_MOST_AT_ONCE)).scalars()))
    return tuple(case for case in found if case.person_id in asked)


def ever_asked() -> Select[str]:
    """Return the query of people who ever asked to be told; some have said stop since (`wants_news`)."""
    return select(consents.c.person_id).where(consents.c.switch == "contact_next", consents.c.granted)


def chose_one_of(codes: Collection[str]) -> Select[str]:
    """Return the query of conversations in which one of these answers stands now, each FLOW.QUESTION.CHOICE."""
    wanted = [code.split(".") for code in codes if code.count(".") == 2]
    chose = [
        and_(
            conversations.c.flow == flow,
            answers.c.question == question,
            # As JSON a choice stands in quotation marks, alone or in a list.
            answers.c.value.contains(f'"{choice}"', autoescape=True),
        )
        for flow, question, choice in wanted
    ]
    current = (answers.c.is_current, answers.c.state == "answered", takes_part())
    joined = select(conversations.c.id).join(answers, answers.c.conversation_id == conversations.c.id)
    return joined.where(*current, or_(*chose) if chose else false()).distinct()


def one_each(found: Sequence[Case]) -> tuple[Case, ...]:
    """Return the conversations in which people are written to: people in several conversations get one message."""
    first: dict[str, Case] = {}
    for case in found:
        first.setdefault(case.person_id, case)
    return tuple(first.values())


def tell(tx: Connection, vault: Vault, *, outcome: OutcomeEntry, new: replies.NewReply) -> tuple[int, ...]:
    """Write to everybody in the audience; return the ids of the messages."""
    cases = one_each(audience(tx, outcome=outcome))
    sent = tuple(replies.send(tx, vault, case=case, new=new) for case in cases)
    tx.execute(update(outcomes).where(outcomes.c.id == outcome.id).values(published_at=new.at))
    return sent


def take_back_all(tx: Connection, *, outcome_id: str, by: str, now: datetime) -> int:
    """Take back every message about an entry that has not gone out yet; return how many."""
    waiting = select(told.c.outbox_id).where(told.c.outcome_id == outcome_id, told.c.taken_back_at.is_(None))
    messages: Sequence[int] = tx.execute(waiting).scalars().all()
    return sum(replies.take_back(tx, outbox_id=message, by=by, now=now) for message in messages)


def last_letter(tx: Connection, vault: Vault, *, outcome_id: str) -> str:
    """Return what people were last told of an entry; empty where nobody was told, or whoever was is erased."""
    of_entry = (told.c.outcome_id == outcome_id, told.c.taken_back_at.is_(None), outbox.c.body.is_not(None))
    query = select(outbox.c.body, outbox.c.sealed_for, outbox.c.conversation_id).join(
        told, told.c.outbox_id == outbox.c.id
    )
    row = tx.execute(query.where(*of_entry).order_by(outbox.c.id.desc()).limit(1)).first()
    try:
        return replies.words_of(tx, vault, *row) if row else ""
    except KeyErased:
        return ""


def still_here(tx: Connection, *, outcome_id: str) -> int:
    """Return how many messages about an entry can still be taken back."""
    return replies.count_not_gone(tx, outcome_id=outcome_id)


def share_told(tx: Connection) -> InformedShare:
    """Return how many people asked to be told what happened, and how many were told of something that was done."""
    asked = wants_news(tx)
    return InformedShare(len(asked), len(asked & {row.person_id for row in _were_told.rows(tx, {})}))


def wants_news(tx: Connection) -> set[str]:
    """Return the people whose latest word on being told is yes, who were not erased and have not said stop since."""
    latest = {row.person_id: row for row in _on_news.rows(tx, {})}
    stopped = {row.person_id: row.ended for row in _stopped.rows(tx, {})} if latest else {}
    return {one for one, row in latest.items() if row.granted and not (one in stopped and stopped[one] > row.at)}


class _Row(NamedTuple):
    """An outcome with the names of its theme and its owner."""

    id: str
    kind: Kind
    said: str
    done: str
    theme_id: str | None
    theme: str | None
    owner_id: str | None
    owner: str | None
    due_on: date | None
    created_at: datetime
    published_at: datetime | None
    about: str


def _outcome(row: _Row, count: int) -> OutcomeEntry:
    draft = OutcomeDraft(
        row.kind, row.said, row.done, row.theme_id, row.owner_id, row.due_on, tuple(json.loads(row.about))
    )
    return OutcomeEntry(row.id, draft, row.theme or "", row.owner or "", row.created_at, row.published_at, count)


_were_told = PreparedStatement(
    select(conversations.c.person_id)
    .join(told, told.c.conversation_id == conversations.c.id)
    .where(told.c.outcome_id.is_not(None), told.c.taken_back_at.is_(None))
)
_on_news = PreparedStatement(
    select(consents.c.person_id, consents.c.granted, consents.c.at)
    .join(people, people.c.id == consents.c.person_id)
    .where(consents.c.switch == "contact_next", people.c.erased_at.is_(None))
    .order_by(consents.c.id)
)
_ended = conversations.alias("ended")
_stopped = PreparedStatement(
    select(conversations.c.person_id, func.max(conversations.c.heard_at).label("ended"))
    # An index names the few that were stopped; whose they are is looked up of these alone.
    .where(conversations.c.id.in_(select(_ended.c.id).where(_ended.c.stage == "stopped")))
    .group_by(conversations.c.person_id)
)
