"""Mail to whoever looks after the machine: when something is wrong for ten minutes, and when all is well again.

It goes past the database, which may be what is wrong. It is noted after it was sent, so a kill means one mail too many.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from config.settings import Settings
from feedback.errors import SaysoError
from sayso.core import log

_LASTS = timedelta(minutes=10)
"""What passes by itself has passed by then."""
_AGAIN = timedelta(hours=6)
"""How long a trouble that was told is not told again."""
_ROUND_SECONDS = 60.0
"""What lasts ten minutes need not be seen within seconds."""


class HostWatch:
    """Knows what is wrong and since when, and what was told. `letter` makes a mail of a subject and lines."""

    def __init__(
        self,
        troubles: Callable[[], Awaitable[tuple[str, ...]]],
        send: Callable[[bytes], Awaitable[None]],
        letter: Callable[[str, Sequence[str], datetime], bytes],
        now: Callable[[], datetime],
    ) -> None:
        self._troubles, self._send, self._letter, self._now = troubles, send, letter, now
        self._since: dict[str, datetime] = {}
        self._told: dict[str, datetime] = {}

    async def run(self) -> None:
        """Keep going until cancelled."""
        while True:
            try:
                await self.round()
            except SaysoError as fault:
                log.warn("host not told", **log.place_of(fault))
            await asyncio.sleep(_ROUND_SECONDS)

    async def round(self) -> None:
        """Look once, and send one mail where there is something to say. Raises SaysoError, where it cannot be sent."""
        now, found = self._now(), await self._troubles()
        self._since = {_kind(one): self._since.get(_kind(one), now) for one in found}
        lasting = [one for one in found if now - self._since[_kind(one)] >= _LASTS]
        new = [
            one
            for one in lasting
            if now - self._told.get(_kind(one), datetime.min.replace(tzinfo=now.tzinfo)) >= _AGAIN
        ]
        if new:
            await self._send(self._letter("something is wrong", lasting, now))
            self._told |= {_kind(one): now for one in lasting}
        elif self._told and not found:
            await self._send(self._letter("all is well again", ["Nothing is wrong any more."], now))
            self._told = {}


def _kind(trouble: str) -> str:
    """Return a trouble without its figures, which change while it lasts."""
    return "".join(sign for sign in trouble if not sign.isdigit())


def host_letter(settings: Settings, subject: str, lines: Sequence[str], now: datetime) -> bytes:
    """Return a mail as it is sent. It holds no word of anybody's."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = settings.mail_address, settings.host_mail
    mail["Subject"] = f"sayso: {subject}"
    mail["Date"], mail["Message-ID"] = format_datetime(now), make_msgid(domain=settings.mail_address.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    where = f"This is sayso at {settings.public_url}. `sayso doctor` says more, with a way to mend each fault."
    mail.set_content("\n\n".join([*lines, where]) + "\n")
    return mail.as_bytes()
