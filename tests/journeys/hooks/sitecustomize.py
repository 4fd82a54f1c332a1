"""Read by Python before the service begins, where a journey asks for another time or for the loudest logging."""

import logging
import os
from datetime import timedelta

if "JOURNEY_CLOCK_SHIFT" in os.environ:
    from sayso.core import clock

    real = clock.now
    clock.now = lambda: real() + timedelta(seconds=float(os.environ.get("JOURNEY_CLOCK_SHIFT", "0")))


def log_loudly_if_asked() -> None:
    """Let every logger tell everything."""
    if os.environ.get("JOURNEY_LOUD"):
        logging.Logger.isEnabledFor = lambda *_: True
        logging.Logger.getEffectiveLevel = lambda _: logging.DEBUG


log_loudly_if_asked()
