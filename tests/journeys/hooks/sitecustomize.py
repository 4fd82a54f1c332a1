"""Read by Python before the service begins, where a journey asks for another time or for the loudest logging."""

import logging
import os
from datetime import timedelta

if shift := os.environ.get("JOURNEY_CLOCK_SHIFT"):
    from sayso.core import clock

    real = clock.now
    clock.now = lambda: real() + timedelta(seconds=float(shift))

if os.environ.get("JOURNEY_LOUD"):
    logging.Logger.isEnabledFor = lambda *_: True
    logging.Logger.getEffectiveLevel = lambda _: logging.DEBUG
