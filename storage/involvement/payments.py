"""The log of payments: what people were offered and paid for being involved (NIHR payment guidance, version 1.4, 2023).

It stands apart from what people said. An offer names somebody by a return code or by a name, never both, so that it does
not tell which pseudonym is whose. Names are sealed with a key of the offer. Amounts are in pence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, Connection, delete, select, update

from feedback.errors import SaysoError
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.people.paid import WIPED, key_of
from storage.tables import payment_offers, vault_keys
from storage.tables.involvement import PaymentOfferRow

OfferState = Literal["offered", "paid", "declined"]
STATES: tuple[OfferState, ...] = ("offered", "paid", "declined")
ACTIVITIES = ("about an hour", "about two hours", "half a day", "a day", "a day with much preparation", "other")
"""The steps by which the NIHR names its rates. What is offered is free."""
WAYS = ("not known", "bank transfer", "voucher", "cash", "gift", "other")
KEPT = timedelta(days=7 * 365 + 2)
"""HMRC asks for records of six years from the end of the last financial year: so of seven at most."""
TAKEN_OFF_KEPT = timedelta(days=30)
"""A guess: by then nobody takes back any more that an offer was taken off."""
LONGEST_NAME = 120
"""Characters. A guess: longer than any name."""
LONGEST_WORDS = 300
"""Characters. A guess: a line or three."""
MOST = 1_000_000
"""Pence. A guess: ten thousand pounds is no payment for an activity, but a slip of the keyboard."""
SMALLEST_GROUP = 10
"""People behind a sum that others than administrators see, as in reports."""
_NAME, _WHAT_FOR = "payment_offer.name", "payment_offer.what_for"


class OfferFault(SaysoError):
    """An offer cannot be written down like this."""


@dataclass(frozen=True)
class Payee:
    """To whom: a person by their pseudonym, or a name; never both. Neither once they were forgotten."""

    person_id: str = ""
    name: str = ""


@dataclass(frozen=True)
class OfferTerms:
    """What was offered for what, and what came of it. Amounts in pence; `paid` without `expenses`."""

    activity: str
    offered: int
    offered_on: date
    what_for: str = ""
    state: OfferState = "offered"
    paid: int = 0
    expenses: int = 0
    way: str = "not known"
    settled_on: date | None = None
    is_advised: bool = False


@dataclass(frozen=True)
class PaymentOffer:
    """An offer as it stands. `mark` is the same for each offer to one person or name; empty once forgotten."""

    id: str
    terms: OfferTerms
    name: str
    mark: str
    is_by_code: bool


@dataclass(frozen=True)
class PaidSum:
    """A sum in pence, and how many people are behind it."""

    pence: int = 0
    people: int = 0

    @property
    def is_held(self) -> bool:
        """Whether too few people are behind it for others than administrators to see it."""
        return self.people < SMALLEST_GROUP


@dataclass(frozen=True)
class PaidQuarter:
    """A quarter of a year: how many were offered something and declined, what was paid, and expenses apart."""

    year: int
    number: int
    offers: int
    people: int
    declined: int
    paid: PaidSum
    expenses: PaidSum

    def is_over(self, today: date) -> bool:
        """Whether nothing more happens in it: a sum that is still growing tells what was added."""
        return (self.year, self.number) < _quarter(today)


def add(tx: Connection, vault: Vault, act: Act, *, payee: Payee, terms: OfferTerms, now: datetime) -> str:
    """Write an offer down and return its id. Raises OfferFault."""
    if bool(payee.person_id) == bool(payee.name):
        raise OfferFault("Give either a return code or a name, so that nobody can tell whose the code is.")
    if len(payee.name) > LONGEST_NAME:
        raise OfferFault(f"Use {LONGEST_NAME} letters at most for the name.")
    _judge(terms)
    offer_id = new_id()
    whom = {
        "person_id": payee.person_id or None,
        "name": vault.seal(tx, key_of(offer_id), _NAME, payee.name, offer_id) if payee.name else None,
        "payee": vault.stamp("payee", payee.person_id or " ".join(payee.name.casefold().split())),
    }
    made = {"id": offer_id, "by": act.by, "made_at": now, "taken_off_at": None}
    act.insert(payment_offers, made | whom | _values(tx, vault, offer_id, terms))
    return offer_id


def edit(tx: Connection, vault: Vault, act: Act, *, offer_id: str, terms: OfferTerms) -> None:
    """Change what stands of an offer, but not to whom it was. Raises OfferFault."""
    _judge(terms)
    found = one(tx, vault, offer_id=offer_id)
    if found is None:
        raise OfferFault("This offer is not in the log any more.")
    if terms != found.terms:
        act.change(payment_offers, {"id": offer_id}, _values(tx, vault, offer_id, terms))


def take_off(tx: Connection, act: Act, *, offer_id: str, now: datetime) -> None:
    """Take an offer off the log. It is deleted after thirty days. Raises OfferFault where there is none."""
    is_there = tx.execute(select(payment_offers.c.id).where(_on_log(offer_id))).first()
    if is_there is None:
        raise OfferFault("This offer is not in the log any more.")
    act.change(payment_offers, {"id": offer_id}, {"taken_off_at": now})


def forget_payee(tx: Connection, vault: Vault, *, offer_id: str) -> None:
    """Forget to whom an offer was, and what for, for good. What was offered and paid stays in the sums."""
    vault.forget(tx, key_of(offer_id))
    tx.execute(update(payment_offers).where(payment_offers.c.id == offer_id).values(WIPED))


def listed(tx: Connection, vault: Vault) -> tuple[PaymentOffer, ...]:
    """Return every offer in the log, the latest first. Opens names."""
    rows = _rows(tx)
    vault.fetch(tx, [key_of(row.id) for row in rows])
    return tuple(_offer(tx, vault, row) for row in rows)


def one(tx: Connection, vault: Vault, *, offer_id: str) -> PaymentOffer | None:
    """Return an offer, or None where it is not in the log (any more)."""
    rows = rows_as(PaymentOfferRow, tx.execute(select(payment_offers).where(_on_log(offer_id))))
    return next((_offer(tx, vault, row) for row in rows), None)


def of_person(tx: Connection, vault: Vault, *, person_id: str) -> tuple[OfferTerms, ...]:
    """Return what was offered to a person whose return code was given, also what was taken off the log lately."""
    mine = select(payment_offers).where(payment_offers.c.person_id == person_id)
    rows = rows_as(PaymentOfferRow, tx.execute(mine.order_by(payment_offers.c.offered_on, payment_offers.c.id)))
    return tuple(_terms(tx, vault, row) for row in rows)


def quarters(tx: Connection) -> tuple[PaidQuarter, ...]:
    """Return the sums of each quarter in which something was offered or settled, the latest first. Opens no name."""
    rows = _rows(tx)
    known = {_quarter(day) for row in rows for day in (row.offered_on, row.settled_on) if day is not None}
    return tuple(_paid_quarter(rows, at) for at in sorted(known, reverse=True))


def forget_old(tx: Connection, vault: Vault, *, now: datetime) -> int:
    """Forget to whom old offers were, and delete what was taken off long ago; return how many were forgotten."""
    column = payment_offers.c
    tx.execute(delete(payment_offers).where(column.taken_off_at < now - TAKEN_OFF_KEPT))
    # An offer that was taken back as it was made has left its key, too.
    kept = set(tx.execute(select(column.id)).scalars())
    start = key_of("")
    for owner in tx.execute(select(vault_keys.c.owner).where(vault_keys.c.owner.startswith(start))).scalars().all():
        if owner.removeprefix(start) not in kept:
            vault.forget(tx, owner)
    old = select(column.id).where(column.offered_on < (now - KEPT).date(), column.payee.is_not(None))
    found = tx.execute(old).scalars().all()
    for offer_id in found:
        forget_payee(tx, vault, offer_id=offer_id)
    return len(found)


def _judge(terms: OfferTerms) -> None:
    if terms.activity not in ACTIVITIES or terms.way not in WAYS or terms.state not in STATES:
        raise OfferFault("Choose one of the list.")
    if len(terms.what_for) > LONGEST_WORDS:
        raise OfferFault(f"Use {LONGEST_WORDS} letters at most to say what it is for.")
    if not all(0 <= pence <= MOST for pence in (terms.offered, terms.paid, terms.expenses)):
        raise OfferFault(f"Write amounts from 0 to {MOST // 100:,} pounds.")
    if terms.state != "paid" and terms.paid:
        raise OfferFault("Say that it is paid, or leave what was paid empty.")
    if (terms.state == "offered") != (terms.settled_on is None):
        raise OfferFault("Write the day on which it was paid or declined, and only then.")
    if terms.settled_on is not None and terms.settled_on < terms.offered_on:
        raise OfferFault("It cannot be paid or declined before it was offered.")


def _values(tx: Connection, vault: Vault, offer_id: str, terms: OfferTerms) -> dict[str, object]:
    sealed = vault.seal(tx, key_of(offer_id), _WHAT_FOR, terms.what_for, offer_id) if terms.what_for else None
    return vars(terms) | {"what_for": sealed}


def _on_log(offer_id: str) -> ColumnElement[bool]:
    return (payment_offers.c.id == offer_id) & payment_offers.c.taken_off_at.is_(None)


def _rows(tx: Connection) -> list[PaymentOfferRow]:
    order = (payment_offers.c.offered_on.desc(), payment_offers.c.made_at.desc(), payment_offers.c.id)
    query = select(payment_offers).where(payment_offers.c.taken_off_at.is_(None)).order_by(*order)
    return rows_as(PaymentOfferRow, tx.execute(query))


def _offer(tx: Connection, vault: Vault, row: PaymentOfferRow) -> PaymentOffer:
    name = vault.open(tx, key_of(row.id), _NAME, row.name, row.id) if row.name is not None else ""
    return PaymentOffer(row.id, _terms(tx, vault, row), name, (row.payee or "")[:6], row.person_id is not None)


def _terms(tx: Connection, vault: Vault, row: PaymentOfferRow) -> OfferTerms:
    what_for = vault.open(tx, key_of(row.id), _WHAT_FOR, row.what_for, row.id) if row.what_for is not None else ""
    state = next(state for state in STATES if state == row.state)
    return OfferTerms(
        row.activity, row.offered, row.offered_on, what_for, state, row.paid, row.expenses, row.way, row.settled_on,
        row.is_advised,
    )  # fmt: skip


def _quarter(day: date) -> tuple[int, int]:
    return (day.year, (day.month + 2) // 3)


def _paid_quarter(rows: Iterable[PaymentOfferRow], at: tuple[int, int]) -> PaidQuarter:
    rows = tuple(rows)
    offered = [row for row in rows if _quarter(row.offered_on) == at]
    # Expenses of what is not settled yet count from the day of the offer.
    settled = [row for row in rows if _quarter(row.settled_on or row.offered_on) == at]
    return PaidQuarter(
        *at,
        len(offered),
        _people(offered),
        sum(row.state == "declined" for row in settled),
        PaidSum(sum(row.paid for row in settled), _people(row for row in settled if row.paid)),
        PaidSum(sum(row.expenses for row in settled), _people(row for row in settled if row.expenses)),
    )


def _people(rows: Iterable[PaymentOfferRow]) -> int:
    """Return how many people these are. Those who were forgotten may all be one, so they count as nobody."""
    return len({row.payee for row in rows if row.payee})
