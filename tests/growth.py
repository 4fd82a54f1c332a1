"""How time grows with size, for what is made to hurt: a slow or busy machine is slow with both sizes, and fails neither."""

import time
from collections.abc import Callable

PATIENCE = 2.5
"""Times as long as a straight line allows. A square takes as many times as long as the sizes differ: eight, or more."""
ROUNDS = 6
"""The quickest of so many rounds counts, because what else a machine does only ever makes a reading longer."""
NOTHING = 0.2
"""Seconds: what takes no longer than this needs no closer look."""


def grows_in_line(small: Callable[[], object], large: Callable[[], object], *, times: float) -> bool:
    """Whether `large`, which is `times` as much work as `small`, takes about that many times as long."""
    short = long = float("inf")
    for _ in range(ROUNDS):
        long = min(long, _seconds(large))
        if long <= NOTHING:
            return True
        short = min(short, _seconds(small))
        if long <= PATIENCE * times * short:
            return True
    return False


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
