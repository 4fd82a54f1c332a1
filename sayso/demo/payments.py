"""The log of payments of the demo: some offers to invented people, paid, declined and open."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from storage.accounts.members import Member
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.involvement import payments
from storage.involvement.payments import OfferTerms, Payee


def offer(tx: Connection, vault: Vault, *, member: Member, now: datetime) -> None:
    """Write down three offers."""
    act, today = Act(tx, vault, by=member.id, what="wrote down offers of payment", now=now), now.date()
    long_ago, lately = today - timedelta(days=120), today - timedelta(days=20)
    offered = {
        "Cal Invented": OfferTerms("about two hours", 50_00, today, "reading a leaflet", is_advised=True),
        "Dee Invented": OfferTerms("half a day", 75_00, lately, "a workshop", "declined", settled_on=today),
        "Eve Invented": OfferTerms(
            "a day", 150_00, long_ago, "an interview panel", "paid", 150_00, 12_40, "bank transfer", lately,
            is_advised=True,
        ),
    }  # fmt: skip
    for name, terms in offered.items():
        payments.add(tx, vault, act, payee=Payee(name=name), terms=terms, now=now)
    act.store()
