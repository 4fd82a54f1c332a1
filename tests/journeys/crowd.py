"""People who answer whatever stands on their screen, with words that no one else says, and what became of each word."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select
from telegram_server.person import Person

from storage.conversations.response_rows import ResponseFilter, responses
from storage.tables import inbox

QUESTIONS = 10
"""Odd ones ask for a number, even ones for words."""
PATIENCE = 120.0
"""Seconds in which whatever is waited for has come, also on a machine with ten times as much to do as it can."""
PAUSE = 0.02
"""Seconds between two looks: more of them take the time that the service needs."""
Found = TypeVar("Found")
_ASKED = re.compile(r"What of item (\d+)\?")


def flow(questions: int = QUESTIONS, *, version: int = 1, name: str = "items", ask: str = "What of item {}?") -> str:
    """Return a flow file with so many questions."""
    head = (
        f'flow = "{name}"\nversion = {version}\nlanguage = "en"\ntitle = "Items"\nlevel = "person"\n'
        'expires = "14 days"\nreminders = ["1 day"]\nstart = "Hello. I am a computer program, not a person."\n'
        '[consent]\nask = "Is it OK to keep your answers?"\nmore = "privacy"\nno = "That is fine."\n'
    )
    kinds = ('type = "text"', 'type = "number"\nrange = [0, 999999]')
    asked = "".join(
        f'[[question]]\nid = "q{number}"\nask = "{ask.format(number)}"\nshort = "Item {number}"\n'
        f'theme = "anything else"\n{kinds[number % 2]}\n'
        for number in range(1, questions + 1)
    )
    return f'{head}{asked}[finish]\ncheck = "Here is what you told us. Is it right?"\nthanks = "Thank you."\n'


async def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until something has come about; fail after so many seconds."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - another process brings it about
            await asyncio.sleep(PAUSE)


async def until_stored(service: Any, look: Callable[[Connection], Found], is_so: Callable[[Found], bool]) -> Found:
    """Look into the store of a service until what is seen is so; return it. The store is opened once: that is work."""
    with service.store() as store:
        found = store.database.read_now(look)
        async with asyncio.timeout(PATIENCE):
            while not is_so(found):
                await asyncio.sleep(PAUSE)
                found = store.database.read_now(look)
    return found


@dataclass
class Talker:
    """One person. `said` has the messages to each question, `comments` what was said after the end."""

    person: Person
    number: int
    bubbles: int = 1
    """Messages in which an answer in words is sent, quickly one after the other."""
    said: dict[int, list[str]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    sent: int = 0
    repeated: int = 0
    """Questions that came once more after they were answered: the price of a kill, and the only one allowed."""
    waits: list[tuple[float, float]] = field(default_factory=list)
    """When a message was sent, and the seconds until the bot's next one."""
    is_through: bool = False

    async def talks(self, until: asyncio.Event) -> None:
        """Hold the whole conversation; then go on writing, message by message, until told to stop."""
        await self._says("/start")
        while not self.is_through:
            await self._answers(await self._hears())
        while not until.is_set():
            self.comments.append(f"Person {self.number} adds remark {len(self.comments)} here")
            await self._says(self.comments[-1])
            await self._hears()

    async def _hears(self) -> str:
        start = asyncio.get_running_loop().time()
        heard = await self.person.hears(PATIENCE)
        self.waits.append((start, asyncio.get_running_loop().time() - start))
        return heard.text

    async def _says(self, text: str) -> None:
        self.sent += 1
        await self.person.says(text)

    async def _answers(self, text: str) -> None:
        if "OK to keep" in text:
            await self._once(0, "Yes")
        elif "Is it right?" in text:
            await self._once(-1, "Yes, that is right")
        elif "Your return code is" in text:
            self.is_through = True
        elif "Write more" in text:
            await self._once(-1 - max(self.said), "Next")
        elif asked := _ASKED.search(text):
            await self._tells(int(asked[1]))

    async def _once(self, step: int, text: str) -> None:
        if step in self.said:
            return
        self.said[step] = [text]
        await self._says(text)

    async def _tells(self, question: int) -> None:
        if question in self.said:
            self.repeated += 1
            return
        if question % 2:
            self.said[question] = [str(self.number * 1000 + question)]
        else:
            self.said[question] = [
                f"Person {self.number} tells of item {question} in part {part}" for part in range(self.bubbles)
            ]
        for text in self.said[question]:
            await self._says(text)


@dataclass(frozen=True)
class Kept:
    """What one person's conversation holds in the store."""

    answers: Mapping[str, tuple[str, int]]
    """The words (or the number) and the revision of each question."""
    revisions: Mapping[str, int]
    comments: Counter[str]


def expected(talker: Talker) -> Kept:
    """Return what must be stored of a person, each message once."""
    told = {f"q{question}": words for question, words in talker.said.items() if question > 0}
    return Kept(
        {question: ("\n".join(words), len(words)) for question, words in told.items()},
        {question: len(words) for question, words in told.items()},
        Counter(talker.comments),
    )


def kept(response: Any) -> Kept:
    """Return what is stored of one conversation, by storage's own reading with its history."""
    return Kept(
        {question: (answer.words, answer.revision) for question, answer in response.answers.items()},
        Counter(question for question, _ in response.history),
        Counter(comment.words for comment in response.comments),
    )


def states(tx: Connection) -> dict[str, int]:
    """Return how many messages are in each state."""
    return {row[0]: row[1] for row in tx.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state))}


async def assert_all_kept(service: Any, bot_api: Any, talkers: Sequence[Talker], aside: int = 0) -> None:
    """Show that every message is applied once, but for those set aside, and that the store says so itself."""
    became = await until_stored(service, states, lambda found: bot_api.is_all_taken and "open" not in found)
    with service.store() as store, store.database.reading() as tx:
        found = {
            _number(one): one for one in map(kept, responses(tx, store.vault, ResponseFilter(words=True, history=True)))
        }
    assert found == {talker.number: expected(talker) for talker in talkers}
    applied = {"applied": sum(talker.sent for talker in talkers)}
    assert became == applied | ({"quarantined": aside} if aside else {})
    nothing_lost = (await service.checks())["nothing lost"]
    assert nothing_lost["ok"], nothing_lost


def _number(found: Kept) -> int:
    """Return whose conversation it is: the first answer holds the number of the person."""
    return int(found.answers["q1"][0]) // 1000
