"""Figures about the service for Prometheus: how it is, never what anybody said or who.

The only labels are the names of channels and of what can become of a message.
"""

import hmac
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from config.secret import Secret
from feedback.errors import SaysoError
from sayso.core.health import Health
from sayso.doctor.prometheus_text import CONTENT_TYPE, MetricFamily, exposition
from storage.messages import inbox, outbox
from storage.messages.inbox import Conservation

_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Metrics:
    """What is asked for figures. `token` is what Prometheus shows; `newest_backup` returns when the last one was made."""

    token: Secret
    health: Health
    newest_backup: Callable[[], datetime | None] = lambda: None

    async def answer(self, request: Request) -> Response:
        """Answer GET /metrics: 401 for whoever does not show the token (RFC 6750)."""
        shown = request.headers.get("authorization", "")
        if not hmac.compare_digest(shown.encode(), f"Bearer {self.token.reveal()}".encode()):
            return PlainTextResponse("", 401, {"WWW-Authenticate": "Bearer"})
        return Response(exposition([*await self._families()]), media_type=CONTENT_TYPE)

    async def _families(self) -> list[MetricFamily]:
        now = self.health.now()
        troubles = await self.health.troubles()
        found = [_one("sayso_troubles", "What is wrong now, as /healthz tells it.", len(troubles))]
        heard = {name: (now - at).total_seconds() for name, at in self.health.alive_at.items()}
        found.append(_many("sayso_channel_heard_age_seconds", "Since a channel was last heard.", "channel", heard))
        made_at = self.newest_backup()
        if made_at:
            age = (now - made_at).total_seconds()
            found.append(_one("sayso_backup_age_seconds", "Since the newest backup in the data folder was made.", age))
        with suppress(SaysoError):  # the count of troubles says it
            found.extend(await self.health.database.read(lambda tx: [*_stored(tx, now)]))
        return [*found, *_machine(self.health.data)]


def _stored(tx: Connection, now: datetime) -> Iterator[MetricFamily]:
    sums = inbox.conservation(tx)
    yield MetricFamily(
        "sayso_messages_total", "counter", "Messages received, by what became of them.", _closed(sums), "state"
    )
    yield _one("sayso_messages_received", "Messages received in all.", sums.received)
    yield _one("sayso_messages_pending", "Messages that wait to be taken.", sums.pending)
    yield _one("sayso_messages_quarantined", "Messages that could not be read and are set aside.", sums.quarantined)
    yield _one("sayso_messages_balanced", "1 where received and dealt with add up.", int(sums.is_balanced))
    for name, told, at in (
        ("sayso_inbox_oldest_seconds", "How long the oldest message waits to be taken.", inbox.oldest_open_at(tx)),
        ("sayso_outbox_oldest_seconds", "How long the oldest one due waits.", outbox.oldest_waiting_at(tx, now=now)),
    ):
        yield _one(name, told, (now - at).total_seconds() if at else 0)


def _closed(sums: Conservation) -> Mapping[str, float]:
    return {
        "applied": sums.applied,
        "without a yes": sums.without_yes,
        "duplicate": sums.duplicate,
        "not feedback": sums.not_feedback,
    }


def _machine(data: Path) -> Iterator[MetricFamily]:
    yield MetricFamily("sayso_info", "gauge", "The version that runs.", {version("sayso"): 1}, "version")
    yield _one("sayso_disk_free_bytes", "Free on the disk of the data folder.", shutil.disk_usage(data).free)
    resident = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE
    yield _one("process_resident_memory_bytes", "Memory of the process.", resident)
    yield _one("process_open_fds", "Files and connections that are open.", len(os.listdir("/proc/self/fd")))  # noqa: PTH208 - a count alone
    spent = time.process_time()
    yield MetricFamily("process_cpu_seconds_total", "counter", "Time of processors spent.", {"": spent})


def _one(name: str, told: str, value: float) -> MetricFamily:
    return MetricFamily(name, "gauge", told, {"": value})


def _many(name: str, told: str, label: str, values: Mapping[str, float]) -> MetricFamily:
    return MetricFamily(name, "gauge", told, values, label)
