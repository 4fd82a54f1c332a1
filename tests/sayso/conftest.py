"""A house with a small flow, its commands run in this process, and people who talk to it."""

import asyncio
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.update_ids import received
from config.load import load_flows, load_words
from config.settings import load_settings
from sayso.channels.registry import switched_off
from sayso.cli import main
from sayso.core.clock import now
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.store import Store, open_store
from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import Forgetting
from sayso.loops.engine import Engine
from storage.crypto import key_file
from storage.crypto.key_file import Keys
from storage.people import erasure_log
from tests.tea import TEA

KEYS = Keys(bytes(range(32)), bytes(range(32, 64)))


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said on either side."""

    code: int
    out: str
    err: str


class House:
    """A folder with a key file beside its data, and one flow named tea. Commands run in it as its host would."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.folder, self.environ = folder, environ
        self.data, self.keys = folder / "data", folder / "keys"
        self._numbers = count(100)

    def run(self, *arguments: object, text: str = "") -> Ran:
        """Run `sayso ARGUMENTS` with this typed in."""
        with CliRunner().isolation(text, env=self.environ) as (out, err, _):
            try:
                main([str(argument) for argument in arguments])
                code: object = 0
            except SystemExit as end:
                code = end.code or 0
            sys.stdout.flush()
            sys.stderr.flush()
            said = out.getvalue(), err.getvalue()
        assert isinstance(code, int)
        return Ran(code, *(words.decode() for words in said))

    @contextmanager
    def store(self) -> Iterator[Store]:
        """What is stored, opened as every command opens it."""
        with open_store(load_settings(self.environ, self.folder / "sayso.toml")) as opened:
            yield opened

    def hears(self, *texts: str, person: int = 7) -> None:
        """Somebody writes these to the bot, one after the other, through the inbox and the worker."""
        chat = {"id": person, "type": "private"}
        with self.store() as opened:
            words = load_words()
            registry = FlowRegistry(load_flows(self.folder / "flows", words), words, "tea")
            opened.database.write_now(lambda tx: registry.keep(tx, now()))
            conversations = ConversationService(opened.vault, registry)
            channels = switched_off(conversations, now)
            engine = Engine(
                opened.database, conversations, channels, now, Signals(), Forgetting(erasure_log.beside(self.keys))
            )
            for text in texts:
                message = {"message_id": next(self._numbers), "chat": chat, "date": 1_772_625_600, "text": text}
                update = received({"update_id": next(self._numbers), "message": message})
                asyncio.run(engine.intake.keep([update]))
                asyncio.run(engine.worker.round())

    def finishes(self, *texts: str, person: int = 7) -> None:
        """Somebody has the whole conversation: consent, these two answers, and yes to the summary."""
        self.hears("/start", "yes", *texts, "Done", "yes", person=person)

    def moved(self, folder: Path, **environ: str) -> "House":
        """The same keys on another, empty machine."""
        folder.mkdir()
        shutil.copytree(self.folder / "flows", folder / "flows")
        other = House(folder, {**self.environ, **_settings(folder), **environ})
        shutil.copy2(self.keys, other.keys)
        other._numbers = self._numbers
        return other


def _settings(folder: Path) -> dict[str, str]:
    return {
        "SAYSO_DATA": str(folder / "data"),
        "SAYSO_KEY_FILE": str(folder / "keys"),
        "SAYSO_FLOWS": str(folder / "flows"),
        "SAYSO_DATABASE_URL": "",
    }


@pytest.fixture
def empty_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house in which nobody has run `sayso serve` yet."""
    folder = tmp_path / "house"
    (folder / "flows").mkdir(parents=True)
    (folder / "flows" / "tea.toml").write_text(TEA, "utf-8")
    monkeypatch.chdir(folder)
    for name in [name for name in os.environ if name.startswith("SAYSO_")]:
        monkeypatch.delenv(name)
    fixed = {"SAYSO_DEFAULT_FLOW": "tea", "SAYSO_ORGANISATION": "Example Trust"}
    return House(folder, fixed | _settings(folder))


@pytest.fixture
def house(empty_house: House, sqlite_template: Path) -> House:
    """A house as `sayso serve` leaves it, before anybody has written."""
    empty_house.data.mkdir(mode=0o700)
    shutil.copyfile(sqlite_template, empty_house.data / "sayso.db")
    _give_keys(empty_house)
    return empty_house


@pytest.fixture
def house_on_both(empty_house: House, database_url: str) -> House:
    """The same on each kind of database in turn."""
    empty_house.data.mkdir(mode=0o700)
    empty_house.environ["SAYSO_DATABASE_URL"] = database_url
    _give_keys(empty_house)
    return empty_house


def _give_keys(house: House) -> None:
    house.keys.touch(mode=0o600)
    key_file.replace(house.keys, KEYS)
