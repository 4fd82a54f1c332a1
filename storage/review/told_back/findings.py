"""Findings in plain words, and everybody who asked to hear: whom to tell, each once, and in which words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select, update

from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.review import case_list, outcomes, replies, themes
from storage.review.case_list import Case
from storage.review.outcomes import OutcomeEntry, chose_one_of, ever_asked, one_each, wants_news
from storage.tables import answers, codings, comments, conversations, findings, outbox, told

_MOST_AT_ONCE = 2000
"""As for outcomes: all are written to in one transaction, which others wait for."""
_MOST_OUTCOMES = 3
"""What one person is told was done. A guess: a message that is read to its end."""


@dataclass(frozen=True)
class FindingsText:
    """A message to everybody who asked to hear of a flow: its text in each language. `told` is how many were told."""

    id: str
    flow: str
    texts: Mapping[str, str]
    written_by: str
    written_at: datetime
    sent_at: datetime | None
    told: int = 0

    def in_language(self, language: str, own: str) -> tuple[str, str]:
        """Return the language in which somebody is told, and the text: theirs, else one near it, else the flow's `own`."""
        near = (language, language.partition("-")[0], own)
        code = next((one for one in near if self.texts.get(one)), "")
        return code, self.texts.get(code, "")


class ToBeTold(NamedTuple):
    """Somebody who will be told, in one conversation of theirs, with what was done about the very thing they said."""

    case: Case
    done: tuple[OutcomeEntry, ...]


def write(act: Act, *, flow: str, texts: Mapping[str, str], by: str, now: datetime) -> str:
    """Keep new findings and return their id. `by` is the name of who wrote them."""
    row = {"id": new_id(), "flow": flow, "texts": _json(texts), "written_by": by, "written_at": now, "sent_at": None}
    act.insert(findings, row)
    return str(row["id"])


def change(act: Act, *, findings_id: str, texts: Mapping[str, str]) -> bool:
    """Change the words. Returns False if there are no such findings."""
    return act.change(findings, {"id": findings_id}, {"texts": _json(texts)})


def of_flow(tx: Connection, *, flow: str) -> tuple[FindingsText, ...]:
    """Return the findings of a flow, the latest first."""
    query = select(findings).where(findings.c.flow == flow).order_by(findings.c.written_at.desc(), findings.c.id)
    counted = (
        select(told.c.findings_id, func.count())
        .join(outbox, outbox.c.id == told.c.outbox_id)
        .where(told.c.findings_id.is_not(None), told.c.taken_back_at.is_(None), outbox.c.state == "sent")
        .group_by(told.c.findings_id)
    )
    counts: dict[str, int] = {row[0]: row[1] for row in tx.execute(counted)}
    return tuple(
        FindingsText(
            one.id, one.flow, json.loads(one.texts), one.written_by, one.written_at, one.sent_at, counts.get(one.id, 0)
        )
        for one in rows_as(_Row, tx.execute(query))
    )


def audience(tx: Connection, *, of: FindingsText) -> tuple[ToBeTold, ...]:
    """Return who is still to be told: they asked, took part in this flow, can be reached, and were not told of these.

    Somebody in several conversations is told once, where they spoke last. Whoever said stop since is not among them.
    """
    asked = wants_news(tx)
    mine = select(conversations.c.id, conversations.c.person_id).where(
        conversations.c.flow == of.flow, conversations.c.person_id.in_(ever_asked())
    )
    latest = tx.execute(mine.order_by(conversations.c.heard_at.desc()))
    ids = [conversation for conversation, person in latest if person in asked][:_MOST_AT_ONCE]
    already = _were_told(tx, of.id)
    found = sorted(case_list.named(tx, conversation_ids=ids), key=lambda case: ids.index(case.conversation_id))
    reached = [case for case in found if case.person_id not in already and not replies.leave(tx, case=case).fault]
    spoke = _spoke_of(tx, [case.conversation_id for case in reached])
    return tuple(ToBeTold(case, spoke.get(case.conversation_id, ())) for case in one_each(reached))


def tell(
    tx: Connection, vault: Vault, *, of: FindingsText, to: Sequence[tuple[Case, str]], new: replies.NewReply
) -> tuple[int, ...]:
    """Write these words to each, once: whoever was told meanwhile is left out. Return the ids of the messages."""
    already = _were_told(tx, of.id)
    sent = tuple(
        replies.send(tx, vault, case=case, new=replies.NewReply(words, new.by, new.at, findings_id=of.id))
        for case, words in to
        if case.person_id not in already
    )
    tx.execute(update(findings).where(findings.c.id == of.id, findings.c.sent_at.is_(None)).values(sent_at=new.at))
    return sent


def take_back_all(tx: Connection, *, findings_id: str, by: str, now: datetime) -> int:
    """Take back every message about findings that has not gone out yet; return how many."""
    waiting = select(told.c.outbox_id).where(told.c.findings_id == findings_id, told.c.taken_back_at.is_(None))
    messages: Sequence[int] = tx.execute(waiting).scalars().all()
    return sum(replies.take_back(tx, outbox_id=message, by=by, now=now) for message in messages)


class _Row(NamedTuple):
    """Findings as they are stored; the texts are JSON."""

    id: str
    flow: str
    texts: str
    written_by: str
    written_at: datetime
    sent_at: datetime | None


def _json(texts: Mapping[str, str]) -> str:
    return json.dumps(dict(texts), ensure_ascii=False, sort_keys=True)


def _were_told(tx: Connection, findings_id: str) -> set[str]:
    """Return the people who were told of findings, or are about to be, in whichever conversation."""
    query = (
        select(conversations.c.person_id)
        .join(told, told.c.conversation_id == conversations.c.id)
        .where(told.c.findings_id == findings_id, told.c.taken_back_at.is_(None))
    )
    return set(tx.execute(query).scalars())


def _spoke_of(tx: Connection, ids: Sequence[str]) -> dict[str, tuple[OutcomeEntry, ...]]:
    """Return what was done about the very thing that was said in each of these conversations, the latest first."""
    found: dict[str, tuple[OutcomeEntry, ...]] = {}
    known = themes.in_use(tx)
    for entry in outcomes.entries(tx):
        parts = themes.with_parts(known, entry.draft.theme_id) if entry.draft.theme_id else ()
        for one in _about(tx, ids, parts, entry.draft.about):
            found[one] = (*found.get(one, ()), entry)[:_MOST_OUTCOMES]
    return found


def _about(tx: Connection, ids: Sequence[str], theme_ids: Sequence[str], codes: Sequence[str]) -> set[str]:
    """Return those of the conversations in which somebody wrote of a theme, or tapped an answer."""
    spoke: set[str] = set()
    if theme_ids:
        for table, column in ((answers, codings.c.answer_id), (comments, codings.c.comment_id)):
            wrote = select(table.c.conversation_id).join(codings, column == table.c.id)
            here = (table.c.conversation_id.in_(ids), table.c.is_current, codings.c.theme_id.in_(theme_ids))
            spoke |= set(tx.execute(wrote.where(*here)).scalars())
    if codes:
        spoke |= set(tx.execute(chose_one_of(codes).where(conversations.c.id.in_(ids))).scalars())
    return spoke
