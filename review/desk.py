"""What the staff app is given: the database with its vault, the time, the flows, and a few plain values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from feedback.errors import Fault
from feedback.flow import Flow
from review.indexing import Indexing
from review.learning import Learning
from review.provider import Provider
from review.service import Service
from storage.engine import Database
from storage.vault import Vault


@dataclass(frozen=True)
class FlowFile:
    """A file of questions as it is now: every fault and warning, and the flow where there is no fault."""

    name: str
    faults: tuple[Fault, ...] = ()
    flow: Flow | None = None


@dataclass(frozen=True)
class SetUp:
    """What set-up pages tell of the service. `files` reads and checks the files of questions as they are now."""

    has_mail: bool = False
    files: Callable[[], tuple[FlowFile, ...]] = tuple


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
    set_up: SetUp = field(default_factory=SetUp)
    provider: Provider | None = None
    service: Service = field(default_factory=Service)

    @property
    def is_https(self) -> bool:
        """Whether people come by https alone; then the cookie does too."""
        return self.public_url.startswith("https://")
