"""What is known of those who take our letters: pauses that they want, letters of the day, and limits that were learned."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.db.dialect import insert_into
from storage.tables import letter_providers

ALL = "all"
"""The row of all letters together: our own mail server, or our name."""


@dataclass(frozen=True)
class LetterProvider:
    """How one provider takes our letters. It is paused while `until` lies ahead; `trial` is the message that tests it."""

    who: str
    fault: str = ""
    status: str = ""
    strikes: int = 0
    since: datetime | None = None
    until: datetime | None = None
    trial: int | None = None
    hours: str = ""
    learned: int | None = None
    learned_at: datetime | None = None

    @property
    def name(self) -> str:
        """Return what staff may read: a domain of few people is a secret, and has no name here."""
        return "all letters" if self.who == ALL else self.who if " " not in self.who else "a smaller provider"


def of(tx: Connection, *, who: Sequence[str]) -> tuple[LetterProvider, ...]:
    """Return what is known of these providers, in their order; of a new one nothing."""
    rows = tx.execute(select(letter_providers).where(letter_providers.c.who.in_(who)))
    known = {row.who: LetterProvider(*row) for row in rows}
    return tuple(known.get(one) or LetterProvider(one) for one in who)


def paused(tx: Connection, *, now: datetime) -> tuple[LetterProvider, ...]:
    """Return who takes no letters now, the pause of all letters first."""
    late = select(letter_providers).where(letter_providers.c.until > now).order_by(letter_providers.c.since)
    found = [LetterProvider(*row) for row in tx.execute(late)]
    return tuple(sorted(found, key=lambda one: one.who != ALL))


def keep(tx: Connection, *, changed: Iterable[LetterProvider]) -> None:
    """Store what has changed."""
    for one in changed:
        values = asdict(one)
        put = insert_into(tx, letter_providers).values(values)
        tx.execute(put.on_conflict_do_update(index_elements=["who"], set_=values))
