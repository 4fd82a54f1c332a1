"""How much of a campaign a run draws, and which part: `make test` a part of it; `make nightly` all, and ten times the examples."""

import os
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

Thing = TypeVar("Thing")

TIMES = float(os.environ.get("SAYSO_EXAMPLES", "0.4"))
IS_WHOLE = "SAYSO_WHOLE" in os.environ
"""Nothing is left out, as in `make nightly`."""
IS_GATE = os.environ.get("CI") == "true"
"""The gate draws the same part each time, so that what passes today passes tomorrow. Everybody else draws others."""
TURN = 0 if IS_GATE else date.today().toordinal()  # noqa: DTZ011 - any day will do
"""Which part of a campaign it is: another one each day."""


def examples(whole: int) -> int:
    """Return how many examples to draw where `whole` are a campaign."""
    return max(1, int(whole * TIMES))


def every(things: Sequence[Thing], step: int, beginning: int = 0) -> list[Thing]:
    """Return one of `step` things, others each day and for each `beginning`; all of them where nothing is left out."""
    return list(things) if IS_WHOLE else list(things[(TURN + beginning) % step :: step])
