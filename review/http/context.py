"""What the staff app is given: the database with its vault, the time, the flows, and a few plain values."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from feedback.alerts.model import AlertWay
from feedback.errors import Fault
from feedback.flows.model import Flow
from review.flows.step_context import StepContextCache
from review.http.list_progress import RunningLists
from review.http.press import PressCache
from review.http.service_port import ServicePort
from review.http.setup_port import SetUpPort
from review.identity.oidc_client import OidcProvider
from review.text.index_cache import IndexCache
from review.text.model_cache import ModelCache
from review.text.self_assessments import StandardShelf
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
class ServiceSetup:
    """What set-up pages tell of the service.

    `files` reads and checks the files of questions as they are now; `changed` names what they mean otherwise than what
    is stored; `current` returns the flow of a name with which conversations begin; `troubles` names everything that is
    wrong with the service. `bot_link` returns the link to the bot, empty while it is not known. `zone` is the clock of
    the team.
    """

    has_mail: bool = False
    has_bot: bool = False
    bot_link: Callable[[], str] = str
    zone: str = "Europe/London"
    files: Callable[[], tuple[FlowFile, ...]] = tuple
    changed: Callable[[Connection], tuple[Fault, ...]] = _nothing_changed
    current: Callable[[str], Flow | None] = _no_flow
    troubles: Callable[[], Awaitable[tuple[str, ...]]] = _no_trouble
    standards: StandardShelf = field(default_factory=StandardShelf)

    @property
    def ways(self) -> tuple[AlertWay, ...]:
        """Return the ways in which staff can be told."""
        given: tuple[tuple[AlertWay, bool], ...] = (("email", self.has_mail), ("telegram", self.has_bot))
        return tuple(way for way, is_given in given if is_given)


@dataclass(frozen=True)
class StaffContext:
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
    signature: str = ""
    """Who signs what people get, and how to reach them, a line each; empty where the host named nobody."""
    learning: ModelCache = field(default_factory=ModelCache)
    indexing: IndexCache = field(default_factory=IndexCache)
    around: StepContextCache = field(default_factory=StepContextCache)
    presses: PressCache = field(default_factory=PressCache)
    lists: RunningLists = field(default_factory=RunningLists)
    set_up: ServiceSetup = field(default_factory=ServiceSetup)
    provider: OidcProvider | None = None
    service: ServicePort = field(default_factory=ServicePort)
    house: SetUpPort = field(default_factory=SetUpPort)

    @property
    def is_https(self) -> bool:
        """Whether people come by https alone; then the cookie does too."""
        return self.public_url.startswith("https://")
