"""A team on a real database, people who need somebody, and the loop that tells the team, turned by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from sayso.alerts.loop import AlertLoop
from sayso.alerts.setting import AlertSetting
from sayso.core.wakeup import Signals
from storage.accounts.members import Member
from storage.alerts import alert_log, choices, schedule
from storage.alerts.choices import AlertWishes
from storage.audit import audit_log
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.messages import outbox
from storage.tables import staff_alerts
from tests.review.conftest import House, filled

SETTING = AlertSetting(("email", "telegram"), "Europe/London", "https://example.org")


@dataclass
class Office:
    """Everything but the sending. It is Monday, 4 May 2026, 11:00 in London."""

    house: House
    signals: Signals = field(default_factory=Signals)
    standing: dict[str, str] = field(default_factory=dict)
    """What stands still, by its part."""

    def __post_init__(self) -> None:
        self.loop = AlertLoop(
            self.house.db, self.house.vault, self.house.clock, self.signals, SETTING, lambda: self.standing
        )

    def hires(self, name: str, role: str = "reviewer", **wishes: object) -> Member:
        """Somebody joins the team, and confirms an address of theirs."""
        member = self.house.hire(name, role)
        given = {"staff_id": member.id, "now": self.house.clock()}

        def job(tx):
            token = choices.ask_address(tx, self.house.vault, address=f"{name}@example.test", **given)
            assert choices.confirm(tx, self.house.vault, token=token, **given)
            choices.choose(tx, wishes=AlertWishes(**wishes), **given)

        self.house.db.write_now(job)
        return member

    def turns(self, by: Member, **days: Member) -> None:
        """Fill the rota: `d0=ada` gives Monday to Ada."""
        weekdays = {int(day[1:]): member.id for day, member in days.items()}
        self.acts(by, lambda act: schedule.change_turns(act, weekdays=weekdays))

    def acts(self, by: Member, work: Callable[[Act], object]) -> None:
        def job(tx):
            act = Act(tx, self.house.vault, by=by.id, what="changed the rota", now=self.house.clock())
            work(act)
            act.store()

        self.house.db.write_now(job)

    async def tells(self, **time: float) -> list[tuple[str, str]]:
        """Let time pass and turn the loop; return whom (by address) it told, and what."""
        self.house.clock.forward(**time)
        await self.loop.round()
        return self.posted()

    def posted(self) -> list[tuple[str, str]]:
        """Take what waits to go out, as delivery does, and let it arrive."""
        now = self.house.clock()

        def job(tx):
            found = []
            for row in tx.execute(outbox.due_by_email(now, 100)):
                found.append((outbox.address_of(tx, self.house.vault, row), outbox.message(tx, self.house.vault, row)))
                outbox.start(tx, outbox_ids=[row.id])
                outbox.sent(tx, outbox_id=row.id, provider_id="", now=now)
            return [(to, said.text) for to, said in found]

        return sorted(self.house.db.write_now(job))

    def audit(self) -> list[tuple[str, str]]:
        found = self.house.db.read_now(lambda tx: audit_log.entries(tx, limit=100))
        return [(one.what, one.reason) for one in reversed(found)]

    def opens(self, member: Member, conversation_id: str) -> None:
        deed = audit_log.AuditRecord(member.name, "read", f"conversation {conversation_id}")
        self.house.clock.forward(seconds=1)
        self.house.db.write_now(lambda tx: audit_log.record(tx, self.house.vault, deed, now=self.house.clock()))

    def occasions(self) -> list[str]:
        query = select(staff_alerts.c.occasion).order_by(staff_alerts.c.id)
        return self.house.db.read_now(lambda tx: list(tx.execute(query).scalars()))

    def lost(self) -> list[tuple[str, str, str]]:
        now = self.house.clock()
        found = self.house.db.read_now(lambda tx: alert_log.undelivered(tx, now=now))
        return [(one.name, one.way, one.state) for one in found]


@pytest.fixture
def office(db: Database, vault: Vault) -> Office:
    """On SQLite and on PostgreSQL in turn."""
    house = filled(db, vault)
    house.clock.at += timedelta()
    return Office(house)
