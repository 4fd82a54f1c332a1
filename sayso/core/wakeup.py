"""Waking loops that wait for each other's work."""

import asyncio
from typing import Protocol


class Rings(Protocol):
    """What is set when there is something new to do: an event, or a bell for several."""

    def set(self) -> None:
        """Wake whoever waits."""
        ...


class Bell:
    """Wakes several loops at once."""

    def __init__(self, *events: asyncio.Event) -> None:
        self._events = events

    def set(self) -> None:
        """Wake all of them."""
        for event in self._events:
            event.set()
