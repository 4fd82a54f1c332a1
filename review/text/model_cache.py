"""The team's own model of themes, kept in memory alone and learned anew when enough has been coded since."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from feedback.errors import optional
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.review import codings, texts

if TYPE_CHECKING:
    from review.text.theme_model import Example, ThemeModel

_FEWEST_NEW = 5
"""A guess: fewer new texts hardly change a suggestion, and each learning reads and opens all coded texts again."""
_SHARE_NEW = 0.05
"""The same once there are many: of 1,000 coded texts, 50."""


@dataclass
class ModelCache:
    """Holds the latest model. Learning takes a moment in a thread; meanwhile the model before is used."""

    model: "ThemeModel | None" = None
    learned_from: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    drops: int = 0

    async def current(self, database: Database, vault: Vault) -> "ThemeModel | None":
        """Return a model of what was coded until about now, or None where too little was. Raises PartMissing."""
        count = await database.read(codings.count)
        if abs(count - self.learned_from) < max(_FEWEST_NEW, _SHARE_NEW * self.learned_from):
            return self.model
        if self.turn.locked() and self.model is not None:
            return self.model
        async with self.turn:
            if count != self.learned_from:
                drops = self.drops
                model = await asyncio.to_thread(_learned, await database.read(lambda tx: _examples(tx, vault)))
                if drops == self.drops:
                    self.model, self.learned_from = model, count
        return self.model

    def drop(self) -> None:
        """Forget what was learned, in any thread, once words were erased; the next one is learned without them."""
        self.drops += 1
        self.model, self.learned_from = None, 0


def _examples(tx: Connection, vault: Vault) -> "list[Example]":
    """Return what the latest texts were put under. In a thread: it brings numpy, which nobody else waits for."""
    with optional("Suggesting themes", "suggestions"):
        from review.text.theme_model import MOST_TEXTS, Example  # noqa: PLC0415 - as said

    given = codings.latest_themes(tx, limit=MOST_TEXTS)
    words = texts.words_of(tx, vault, refs=list(given))
    return [Example(words[ref], frozenset(themes)) for ref, themes in given.items() if ref in words]


def _learned(examples: "list[Example]") -> "ThemeModel | None":
    from review.text import theme_model  # noqa: PLC0415 - as above

    return theme_model.learn(examples)
