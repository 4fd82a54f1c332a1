"""What wakes the loops that wait for each other's work. It is made first, so that every part can be given it."""

import asyncio
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Signals:
    """Events that are set when there is something new to do; whoever waits for one clears it."""

    received: asyncio.Event = field(default_factory=asyncio.Event)
    """Stored messages can be taken: the worker waits for it."""
    queued: asyncio.Event = field(default_factory=asyncio.Event)
    """Messages may be due to go out: delivery waits for it."""
