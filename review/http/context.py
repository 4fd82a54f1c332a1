"""What the staff app is given: the database with its vault, the time, the flows, and a few plain values."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from feedback.errors import Fault
from feedback.flows.model import Flow
from review.flows.step_context import Surroundings
from review.http.service_port import Service
from review.identity.oidc_client import Provider
from review.text.index_cache import Indexing
from review.text.model_cache import Learning
from storage.crypto.vault import Vault
from storage.db.engine import Database


@dataclass(frozen=True)
class FlowFile:
    """A file of questions as it is now: every fault and warning, and the flow where there is no fault."""

    name: str
    faults: tuple[Fault, ...] = ()
    flow: Flow | None = None


def _no_flow(_: str) -> Flow | None:
    """No flow is known by name; the version that was stored last stands for it."""
    return None


def _nothing_changed(_: Connection) -> tuple[Fault, ...]:
    """There are no files."""
    return ()


async def _no_trouble() -> tuple[str, ...]:
    """Nothing looks after the service."""
    return ()


@dataclass(frozen=True)
class SetUp:
    """What set-up pages tell of the service.

    `files` reads and checks the files of questions as they are now; `changed` names what they mean otherwise than what
    is stored; `current` returns the flow of a name with which conversations begin; `troubles` names everything that is
    wrong with the service.
    """

    has_mail: bool = False
    files: Callable[[], tuple[FlowFile, ...]] = tuple
    changed: Callable[[Connection], tuple[Fault, ...]] = _nothing_changed
    current: Callable[[str], Flow | None] = _no_flow
    troubles: Callable[[], Awaitable[tuple[str, ...]]] = _no_trouble


@dataclass(frozen=True)
class Desk:
    """Where staff work. `pinned` returns a flow version as it was asked; `titles` is (name, title) of each flow.

    `provider` is whom staff may sign in with in place of a password, if anybody.
    """

    database: Database
    vault: Vault
    now: Callable[[], datetime]
    pinned: Callable[[Connection, str], Flow]
    titles: tuple[tuple[str, str], ...] = ()
    organisation: str = ""
    public_url: str = "http://127.0.0.1:8000"
    learning: Learning = field(default_factory=Learning)
    indexing: Indexing = field(default_factory=Indexing)
    around: Surroundings = field(default_factory=Surroundings)
    set_up: SetUp = field(default_factory=SetUp)
    provider: Provider | None = None
    service: Service = field(default_factory=Service)

    @property
    def is_https(self) -> bool:
        """Whether people come by https alone; then the cookie does too."""
        return self.public_url.startswith("https://")
