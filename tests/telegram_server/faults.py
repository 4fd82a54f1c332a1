"""What goes wrong on demand, and the real limits on how fast a bot may send."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Literal

from telegram_server.errors import ApiError, too_many


@dataclass
class Fault:
    """One planned failure of the next `times` calls of `method` (any method if empty) to `chat` (any if None).

    Exactly one of these happens: an error answer (`code`), a line cut `before` or `after` the call took effect, an
    answer that is no JSON (`body`), or only a `hang` of so many seconds on the server's clock.
    """

    method: str = ""
    times: int = 1
    chat: int | None = None
    code: int = 0
    description: str = ""
    retry_after: int = 0
    migrate_to: int = 0
    drop: Literal["", "before", "after"] = ""
    body: str = ""
    hang: float = 0

    def error(self) -> ApiError:
        if self.code == 429:
            return too_many(self.retry_after)
        parameters = {"migrate_to_chat_id": self.migrate_to} if self.migrate_to else {}
        return ApiError(self.code, self.description or "Internal Server Error", **parameters)


@dataclass
class Faults:
    """The failures that are still to come, oldest first."""

    planned: list[Fault] = field(default_factory=list)

    def add(self, **fault: object) -> None:
        self.planned.append(Fault(**fault))  # type: ignore[arg-type]

    def clear(self) -> None:
        self.planned.clear()

    def take(self, method: str, chat: int | None) -> Fault | None:
        for fault in self.planned:
            if fault.method.lower() in {"", method} and fault.chat in {None, chat}:
                fault.times -= 1
                if fault.times <= 0:
                    self.planned.remove(fault)
                return fault
        return None


class Flood:
    """Telegram's limits: one message a second to a chat, 30 a second in all, 20 a minute to a group."""

    def __init__(self) -> None:
        self.is_on = False
        self._sent: dict[object, deque[float]] = defaultdict(deque)

    def check(self, chat: int, now: float) -> None:
        """Count one message, or raise 429 with the seconds to wait. A refused message is not counted."""
        if not self.is_on:
            return
        rules = [("all", 30, 1.0), (("chat", chat), 1, 1.0)]
        if chat < 0:
            rules.append((("group", chat), 20, 60.0))
        for key, most, seconds in rules:
            self._check(key, most, seconds, now)
        for key, _, _ in rules:
            self._sent[key].append(now)

    def _check(self, key: object, most: int, seconds: float, now: float) -> None:
        sent = self._sent[key]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        if len(sent) >= most:
            raise too_many(max(1, int(sent[0] + seconds - now + 0.999)))
