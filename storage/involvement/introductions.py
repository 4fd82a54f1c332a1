"""Introductions: two people are asked, each in their own channel, and meet only if both say yes.

Before both have said yes nothing of one is told to the other, not even that a no was said. Either can take it back: then
it is forgotten that they ever met.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sqlalchemy import Connection, select, update

from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.involvement import asks
from storage.involvement.asks import KeptAsk, NewAsk
from storage.people import introduced
from storage.review.requests import NotNow, Request
from storage.tables import introduction_sides as sides
from storage.tables import introductions, staff

State = Literal["asked", "introduced", "over"]
KEPT = timedelta(days=365)
"""After this an introduction is forgotten, whether they met or not."""
CARD, WAY = "introduction_side.card", "introduction_side.way"
BEFORE_CARD = "Somebody else also wants to meet people who take part. We would tell them this about you, and no more:"
_BOTH_YES = """You both said yes. This is what they tell about themselves:

{card}

You can reach them like this:

{way}

Meet first where other people are. You never have to. To take it back, write TAKE BACK here at any time."""
_NOT_NOW = (
    "The meeting that we asked you about does not come about. It says nothing about you. We told nobody about you."
)
_TAKEN_BACK = (
    "Somebody you were put in touch with takes it back. Please write to them no more, and delete how to reach them."
)


@dataclass(frozen=True)
class IntroductionSide:
    """One of the two. `card` is what may be told of them; empty once it is over."""

    person_id: str
    conversation_id: str
    card: str
    said: str


@dataclass(frozen=True)
class Introduction:
    """An introduction as staff see it."""

    id: str
    state: State
    by: str
    made_at: datetime
    introduced_at: datetime | None
    sides: tuple[IntroductionSide, ...]


def propose(
    tx: Connection, vault: Vault, act: Act, *, between: tuple[Request, Request], cards: tuple[str, str], now: datetime
) -> str:
    """Ask two people whether they want to meet, each with what would be told of them; return the id.

    Raises NotNow where one of them does not want it any more, both are one person, or the two were asked before.
    """
    if any(not request.is_wanted or not request.person_id for request in between):
        raise NotNow("One of them does not want to meet others any more.")
    people = (between[0].person_id, between[1].person_id)
    if people[0] == people[1] or _were_asked(tx, people):
        raise NotNow("These two are one person, or were asked about each other before.")
    introduction_id = new_id()
    act.insert(introductions, {"id": introduction_id, "state": "asked", "by": act.by, "made_at": now})
    for request, card in zip(between, cards, strict=True):
        _add_side(tx, vault, act, introduction_id, request, card)
        words = f"{BEFORE_CARD}\n\n{card}"
        asks.ask(tx, vault, act, new=NewAsk(request.person_id, "meeting", introduction_id, words, now))
    return introduction_id


def entries(tx: Connection, vault: Vault) -> tuple[Introduction, ...]:
    """Return all introductions, the latest first."""
    query = select(introductions, staff.c.name).join(staff, staff.c.id == introductions.c.by)
    rows = tx.execute(query.order_by(introductions.c.made_at.desc(), introductions.c.id)).all()
    return tuple(
        Introduction(row.id, row.state, row.name, row.made_at, row.introduced_at, _sides(tx, vault, row.id))
        for row in rows
    )


def answered(tx: Connection, vault: Vault, *, kept: KeptAsk, said: str, words: str, now: datetime) -> None:
    """Take in what one of the two answered. Once both have said yes and how to reach them, each is told of the other."""
    state = tx.execute(select(introductions.c.state).where(introductions.c.id == kept.subject_id)).scalar_one_or_none()
    if state != "asked":
        if said == "way":
            _tell(tx, vault, kept.person_id, "", _NOT_NOW, now)
    elif said == "no":
        _end(tx, vault, kept, now)
    elif said == "card":
        _set(tx, kept, card=vault.seal(tx, kept.person_id, CARD, words, kept.subject_id))
    elif said == "way":
        _set(tx, kept, way=vault.seal(tx, kept.person_id, WAY, words, kept.subject_id), said="yes")
        _introduce(tx, vault, kept.subject_id, now)


def take_back(tx: Connection, vault: Vault, *, person_id: str, now: datetime) -> None:
    """Forget all introductions of a person, and ask whoever was told how to reach them to use it no more."""
    query = (
        select(sides.c.person_id)
        .join(introductions, introductions.c.id == sides.c.introduction_id)
        .where(introductions.c.state == "introduced", sides.c.person_id != person_id)
        .where(sides.c.introduction_id.in_(select(sides.c.introduction_id).where(sides.c.person_id == person_id)))
    )
    others = tx.execute(query).scalars().all()
    introduced.forget_of(tx, person_id=person_id)
    for other in others:
        _tell(tx, vault, other, "", _TAKEN_BACK, now)


def of_person(tx: Connection, vault: Vault, *, person_id: str) -> tuple[dict[str, str], ...]:
    """Return what is kept of one person in introductions: what may be told of them, how they are reached, what they said."""
    mine = select(sides).where(sides.c.person_id == person_id).order_by(sides.c.introduction_id)
    return tuple(
        {
            "what_we_may_tell": _open(tx, vault, row, CARD, row.card),
            "how_to_reach_you": _open(tx, vault, row, WAY, row.way),
            "said": row.said,
        }
        for row in rows_as(_Side, tx.execute(mine))
    )


def forget_old(tx: Connection, *, now: datetime) -> int:
    """Forget introductions that were proposed more than a year ago; return how many."""
    old = select(introductions.c.id).where(introductions.c.made_at < now - KEPT)
    found = tx.execute(old).scalars().all()
    return introduced.forget(tx, introduction_ids=found) if found else 0


class _Side(NamedTuple):
    """A side as it is stored."""

    introduction_id: str
    person_id: str
    conversation_id: str
    card: bytes | None
    way: bytes | None
    said: str


def _were_asked(tx: Connection, people: tuple[str, str]) -> bool:
    mine, theirs = sides.alias("mine"), sides.alias("theirs")
    both = select(mine.c.introduction_id).join(theirs, theirs.c.introduction_id == mine.c.introduction_id)
    found = both.where(mine.c.person_id == people[0], theirs.c.person_id == people[1]).limit(1)
    return tx.execute(found).first() is not None


def _add_side(tx: Connection, vault: Vault, act: Act, introduction_id: str, request: Request, card: str) -> None:
    row = {
        "introduction_id": introduction_id,
        "person_id": request.person_id,
        "conversation_id": request.conversation_id,
        "card": vault.seal(tx, request.person_id, CARD, card, introduction_id),
        "said": "",
    }
    act.insert(sides, row)


def _introduce(tx: Connection, vault: Vault, introduction_id: str, now: datetime) -> None:
    both = _stored(tx, introduction_id)
    if any(side.said != "yes" for side in both):
        return
    for one, other in (both, both[::-1]):
        card, way = _open(tx, vault, other, CARD, other.card), _open(tx, vault, other, WAY, other.way)
        _tell(tx, vault, one.person_id, introduction_id, _BOTH_YES.format(card=card, way=way), now)
    _close(tx, introduction_id, "introduced", now)


def _end(tx: Connection, vault: Vault, kept: KeptAsk, now: datetime) -> None:
    """End an introduction with a no. The other is told only that nothing comes of it, and only if they were asked."""
    _set(tx, kept, said="no")
    for ask in asks.about(tx, vault, subject_id=kept.subject_id, kind="meeting"):
        if ask.person_id == kept.person_id:
            continue
        if ask.put_at is None:
            asks.cannot_be_put(tx, ask_id=ask.id, fault="It was over before.")
        elif ask.said == "way":
            _tell(tx, vault, ask.person_id, "", _NOT_NOW, now)
    _close(tx, kept.subject_id, "over", now)
    tx.execute(update(sides).where(sides.c.introduction_id == kept.subject_id).values(card=None, way=None))


def _close(tx: Connection, introduction_id: str, state: State, now: datetime) -> None:
    at = now if state == "introduced" else None
    mine = update(introductions).where(introductions.c.id == introduction_id)
    tx.execute(mine.values(state=state, introduced_at=at))


def _tell(tx: Connection, vault: Vault, person_id: str, subject_id: str, words: str, now: datetime) -> None:
    asks.tell(tx, vault, new=NewAsk(person_id, "told", subject_id, words, now))


def _set(tx: Connection, kept: KeptAsk, **values: object) -> None:
    mine = (sides.c.introduction_id == kept.subject_id, sides.c.person_id == kept.person_id)
    tx.execute(update(sides).where(*mine).values(values))


def _stored(tx: Connection, introduction_id: str) -> tuple[_Side, ...]:
    query = select(sides).where(sides.c.introduction_id == introduction_id).order_by(sides.c.person_id)
    return tuple(rows_as(_Side, tx.execute(query)))


def _sides(tx: Connection, vault: Vault, introduction_id: str) -> tuple[IntroductionSide, ...]:
    return tuple(
        IntroductionSide(row.person_id, row.conversation_id, _open(tx, vault, row, CARD, row.card), row.said)
        for row in _stored(tx, introduction_id)
    )


def _open(tx: Connection, vault: Vault, row: _Side, place: str, sealed: bytes | None) -> str:
    return "" if sealed is None else vault.open(tx, row.person_id, place, sealed, row.introduction_id)
