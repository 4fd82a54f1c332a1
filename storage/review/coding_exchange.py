"""Themes and codings on their way to other programs and back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.review import texts
from storage.review.codings import MEMO
from storage.review.texts import FreeText, columns_of
from storage.tables import answers, codings, conversations, themes

_TOGETHER = 400
"""Conversations read at once."""


@dataclass(frozen=True)
class KnownTheme:
    """A theme, one that was merged into another too. `definition` says what belongs under it."""

    id: str
    name: str
    definition: str
    parent_id: str | None
    merged_into: str | None = None


@dataclass(frozen=True)
class IncomingCoding:
    """A coding that comes in. The name of its text is `ref`; `start` and `stop` are 0 for the whole text."""

    id: str
    ref: str
    person_id: str
    theme_id: str
    start: int
    stop: int
    by: str
    at: datetime
    memo: str = ""


def every_theme(tx: Connection) -> tuple[KnownTheme, ...]:
    """Return all themes, by name."""
    columns = (themes.c.id, themes.c.name, themes.c.definition, themes.c.parent_id, themes.c.merged_into)
    return tuple(KnownTheme(*row) for row in tx.execute(select(*columns).order_by(themes.c.name)))


def coded_answers(tx: Connection) -> dict[str, tuple[str, str]]:
    """Return (conversation, question) of each answer that stands as it was coded, by the name of its text."""
    query = select(answers.c.id, answers.c.conversation_id, answers.c.question).where(
        answers.c.is_current, answers.c.id.in_(select(codings.c.answer_id))
    )
    return {f"a{row.id}": (row.conversation_id, row.question) for row in tx.execute(query)}


def current_texts(tx: Connection, vault: Vault) -> Iterator[FreeText]:
    """Yield every text as it stands, some conversations at a time."""
    query = select(conversations.c.id).where(conversations.c.state.is_not(None)).order_by(conversations.c.id)
    ids = tx.execute(query).scalars().all()
    for start in range(0, len(ids), _TOGETHER):
        for found in texts.of_conversations(tx, vault, ids=ids[start : start + _TOGETHER]).values():
            yield from found


def bring_themes(act: Act, found: Sequence[KnownTheme], *, now: datetime) -> None:
    """Add themes, each after the one that it is part of."""
    for theme in found:
        act.insert(themes, {**vars(theme), "created_at": now})


def bring_codings(tx: Connection, vault: Vault, act: Act, found: Iterable[IncomingCoding]) -> None:
    """Add codings under the ids that they come with."""
    for coding in found:
        memo = vault.seal(tx, coding.person_id, MEMO, coding.memo, coding.id) if coding.memo else None
        row = {
            "id": coding.id,
            "theme_id": coding.theme_id,
            **columns_of(coding.ref),
            "start": coding.start,
            "stop": coding.stop,
            "coded_by": coding.by,
            "coded_at": coding.at,
            "memo": memo,
        }
        act.insert(codings, row)
