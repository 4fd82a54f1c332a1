"""Long lists that are being stored: how far each is, for the page of its group. Nothing of them is kept but numbers.

Where the service ends meanwhile, the rows that came in stay. Bringing the same list in again adds the others.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace

_PATIENCE = 2.0
"""Seconds that a page waits: most lists are in by then."""


@dataclass
class ListProgress:
    """How many rows of a list are in. `act_id` is by what it can be undone."""

    total: int
    done: int = 0
    act_id: str = ""
    is_over: bool = False
    is_broken: bool = False

    def note(self, rows: int, act_id: str) -> None:
        """Count rows that are stored."""
        self.done += rows
        self.act_id = act_id or self.act_id


class RunningLists:
    """One list at a time for each group."""

    def __init__(self) -> None:
        self._progress: dict[str, ListProgress] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def of(self, group_id: str) -> ListProgress | None:
        """Return how far the latest list of a group is now; None where none came in since the start of the service."""
        progress = self._progress.get(group_id)
        return replace(progress) if progress else None

    def is_running(self, group_id: str) -> bool:
        """Whether a list is coming into a group."""
        progress = self.of(group_id)
        return progress is not None and not progress.is_over

    async def run(self, group_id: str, progress: ListProgress, rest: Coroutine[None, None, None]) -> None:
        """Store the rest of a list, and return when it is in, or after a moment: then it goes on by itself."""
        self._progress[group_id] = progress
        task = asyncio.create_task(_watched(progress, rest))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        await asyncio.wait({task}, timeout=_PATIENCE)


async def _watched(progress: ListProgress, rest: Coroutine[None, None, None]) -> None:
    try:
        await rest
    except Exception:  # noqa: BLE001 - nobody waits for it: the page of the group says that it stopped
        progress.is_broken = True
    finally:
        progress.is_over = True
