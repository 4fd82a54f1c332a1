"""Read by Python before the service begins, where a journey asks for another time or for the loudest logging."""

import functools
import importlib
import inspect
import logging
import os
import signal
from datetime import timedelta

if "JOURNEY_CLOCK_SHIFT" in os.environ:
    from sayso.core import clock

    real = clock.now
    clock.now = lambda: real() + timedelta(seconds=float(os.environ.get("JOURNEY_CLOCK_SHIFT", "0")))
    if not os.environ.get("JOURNEY_CLOCK_DOUBTED"):
        # The journey moved it, and means it.
        importlib.import_module("sayso.loops.clock_guard").ClockGuard.is_right = lambda *_: True


def log_loudly_if_asked() -> None:
    """Let every logger tell everything."""
    if os.environ.get("JOURNEY_LOUD"):
        logging.Logger.isEnabledFor = lambda *_: True
        logging.Logger.getEffectiveLevel = lambda _: logging.DEBUG


log_loudly_if_asked()


def hurry_if_asked() -> None:
    """Let what comes round every few seconds, or is tried again after them, come at once, so that no test waits."""
    if os.environ.get("JOURNEY_HURRY"):
        telegram, ports = map(importlib.import_module, ("sayso.channels.telegram", "sayso.core.ports"))
        telegram._AFTER_REFUSAL = ports.RetryPauses(0.2, 0.2)
        alerts, scheduler = map(importlib.import_module, ("sayso.alerts.loop", "sayso.loops.scheduler"))
        alerts.ROUND_SECONDS = scheduler._ROUND_SECONDS = 0.2
        alerts._SHARE = 1.0


STEPS = (
    "sayso.alerts.loop:tell_due",
    "storage.messages.outbox:queue_alert",
    "storage.audit.audit_log:record",
    "sayso.alerts.loop:AlertLoop.round",
    "storage.messages.outgoing_mail:keep",
    "storage.messages.outgoing_mail:start",
    "mail.outgoing.smtp:SmtpSender.send",
    "mail.outgoing.smtp:_Line._stage",
    "storage.messages.outbox:sent",
    "storage.messages.outgoing_mail:settled",
)
"""What happens to an alert, from the round that finds it due to the note that it was sent."""


def die_if_asked() -> None:
    """Where a journey says so, let the service be killed before or after one of the steps of an alert."""
    left = [int(os.environ.get("JOURNEY_DIE_AT", "0"))]
    if not left[0]:
        return

    def count() -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    for step in STEPS:
        name, _, path = step.partition(":")
        *holders, last = path.split(".")
        holder = functools.reduce(getattr, holders, importlib.import_module(name))
        setattr(holder, last, counted(getattr(holder, last), count))


def counted(step, count):
    """Return a step that counts before it begins and after its end."""

    @functools.wraps(step)
    async def waits(*given, **named):
        count()
        try:
            return await step(*given, **named)
        finally:
            count()

    @functools.wraps(step)
    def works(*given, **named):
        count()
        try:
            return step(*given, **named)
        finally:
            count()

    return waits if inspect.iscoroutinefunction(step) else works


hurry_if_asked()
die_if_asked()
