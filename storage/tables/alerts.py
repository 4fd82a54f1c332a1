"""How staff are told that something waits: what each chose, whose day it is, and what each was told of."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of, together

ALERT_WAYS = ("email", "telegram")


class AlertChoiceRow(SQLModel, table=True):
    """How one member of staff wants to be told. One without a row is told at once, as soon as there is a way to."""

    __tablename__ = "alert_choice"
    __table_args__ = (together("quiet_from", "quiet_until"),)

    staff_id: str = classed(
        "operational", "whose choice it is", primary_key=True, foreign_key="staff.id", ondelete="CASCADE"
    )
    is_silent: bool = classed("operational", "they want to be told nothing", default=False)
    is_at_once: bool = classed("operational", "they want to know at once", default=True)
    digest_hour: int | None = classed("operational", "the hour of their daily list", default=None)
    quiet_from: int | None = classed("operational", "the hour from which they are not told", default=None)
    quiet_until: int | None = classed("operational", "the hour until which they are not told", default=None)
    chosen_at: datetime = classed("operational", "when this was last changed")
    address: bytes | None = classed("contact", "the address that they confirmed, sealed", default=None)
    pending: bytes | None = classed("contact", "an address that waits to be confirmed, sealed", default=None)
    confirm_hash: bytes | None = classed("secret", "keyed hash of the token that confirms it", default=None, index=True)
    confirm_until: datetime | None = classed("operational", "until when that works", default=None)
    chat: bytes | None = classed("contact", "their own chat in Telegram, sealed", default=None)
    code_hash: bytes | None = classed("secret", "keyed hash of the code that links a chat", default=None, index=True)
    code_until: datetime | None = classed("operational", "until when that works", default=None)


class RotaRow(SQLModel, table=True):
    """Whose day it is: for a weekday, or for one date."""

    __tablename__ = "rota"

    day: str = classed("operational", "0 for Monday to 6 for Sunday, or one date (2026-12-24)", primary_key=True)
    staff_id: str | None = classed(
        "operational",
        "whose day it is; empty: the team does not work on this date",
        default=None,
        foreign_key="staff.id",
    )


class WorkingWeekRow(SQLModel, table=True):
    """When the team works. There is one row, or none while nobody has changed it."""

    __tablename__ = "working_week"

    id: int = classed("operational", "1", primary_key=True)
    opens: int = classed("operational", "the hour at which the team begins")
    closes: int = classed("operational", "the hour at which it ends")
    weekdays: str = classed("operational", "the days on which it works, as digits: 0 for Monday")
    step_hours: int = classed("operational", "working hours after which what nobody opened goes to the next")


class StaffAlertRow(SQLModel, table=True):
    """That somebody was told of something, in one way, once. It is stored with the message that tells it."""

    __tablename__ = "staff_alert"
    __table_args__ = (one_of("way", ALERT_WAYS), UniqueConstraint("staff_id", "way", "occasion"))

    id: int | None = classed("operational", "order", default=None, primary_key=True)
    staff_id: str = classed("operational", "who was told", foreign_key="staff.id", ondelete="CASCADE")
    way: str = classed("operational", "email or telegram")
    occasion: str = classed(
        "operational", "what it was about: something that waits and the rung, or a digest", index=True
    )
    outbox_id: int = classed("operational", "the message", foreign_key="outbox.id", index=True)
    at: datetime = classed("operational", "when it was written", index=True)
