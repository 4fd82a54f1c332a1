"""Many people at once, each of whom answers the bot by a script, and how long the bot took over each reply."""

import asyncio
import math
import time
from dataclasses import dataclass, field

from telegram_server.chats import Bubble
from telegram_server.person import Person
from telegram_server.server import TelegramServer


@dataclass(frozen=True)
class Load:
    """Who says what. Each person says the lines of `script` in turn, the next one when the bot has replied.

    A reply is `replies` messages, the same for every line or one number for each. `at_once` people talk at the same time (0: all). `seconds` is the most it may take.
    """

    people: int = 50
    script: tuple[str, ...] | list[str] = ("/start", "Yes", "1", "It helped me", "Next")
    replies: int | list[int] = 1
    at_once: int = 0
    seconds: float = 120.0


@dataclass
class Figures:
    """What a load came to. Times are in seconds, from the moment a line was said to the last message of its reply."""

    said: int = 0
    replied: int = 0
    seconds: float = 0.0
    per_second: float = 0.0
    p50: float = 0.0
    p99: float = 0.0
    longest: float = 0.0
    unanswered: int = 0
    waits: list[float] = field(default_factory=list, repr=False)


async def run(server: TelegramServer, load: Load) -> Figures:
    """Let them all talk; whoever waits for longer than the load may take counts as unanswered."""
    figures = Figures()
    room = asyncio.Semaphore(load.at_once or load.people)
    people = [server.person(f"Person {number}") for number in range(load.people)]
    began = time.perf_counter()
    tasks = [asyncio.create_task(_talk(person, load, figures, room)) for person in people]
    _, late = await asyncio.wait(tasks, timeout=load.seconds)
    for task in late:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    figures.seconds = time.perf_counter() - began
    return _settled(figures, load)


async def _talk(person: Person, load: Load, figures: Figures, room: asyncio.Semaphore) -> None:
    """One person's talk. Callbacks, not queues: the driver must cost little beside what it measures."""
    heard = asyncio.Event()
    left = 0

    def hear(_: Bubble) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            heard.set()

    person.chat.heard = hear
    async with room:
        for line, replies in _lines(load):
            heard.clear()
            left = replies
            said_at = time.perf_counter()
            figures.said += 1
            await person.says(line)
            await heard.wait()
            figures.waits.append(time.perf_counter() - said_at)


def _lines(load: Load) -> list[tuple[str, int]]:
    replies = load.replies if isinstance(load.replies, list) else [load.replies] * len(load.script)
    return list(zip(load.script, replies, strict=True))


def _settled(figures: Figures, load: Load) -> Figures:
    waits = sorted(figures.waits)
    figures.replied = len(waits)
    figures.unanswered = load.people * len(load.script) - figures.replied
    figures.per_second = figures.replied / figures.seconds
    if waits:
        figures.p50, figures.p99, figures.longest = _nearest(waits, 0.5), _nearest(waits, 0.99), waits[-1]
    figures.waits = []
    return figures


def _nearest(ordered: list[float], share: float) -> float:
    """The nearest-rank percentile."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
