"""How much of a campaign a run draws: `make test` a part of it, other examples each time; `make nightly` ten times it all."""

import os

TIMES = float(os.environ.get("SAYSO_EXAMPLES", "0.4"))


def examples(whole: int) -> int:
    """Return how many examples to draw where `whole` are a campaign."""
    return max(1, int(whole * TIMES))
