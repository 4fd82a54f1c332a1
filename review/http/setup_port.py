"""What the service does for the pages of set-up, because settings, files and providers lie where pages cannot reach."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from feedback.errors import Fault
from feedback.flows.model import Flow
from feedback.flows.words import Signpost, Words
from storage.tables.privacy import Privacy

Origin = Literal["environment", "browser", "file", "default"]
"""Where a value comes from. Each stands over those after it."""


@dataclass(frozen=True)
class ShownSetting:
    """A setting as it counts now. `value` is empty for a secret; `is_set` says whether there is one."""

    name: str
    value: str = ""
    origin: Origin = "default"
    is_set: bool = False


@dataclass(frozen=True)
class TrialLine:
    """One thing that a test of a mailbox or a bot found."""

    text: str
    is_well: bool = True


@dataclass(frozen=True)
class CheckedFile:
    """A file of questions as the checker reads it."""

    faults: tuple[Fault, ...] = ()
    flow: Flow | None = None


@dataclass(frozen=True)
class TakenForm:
    """A form of another program as a file of questions, and what could not be carried over."""

    name: str
    text: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class BackupFile:
    """A backup that lies in the data folder: its name, when it was made, its size in bytes, and whether it is the keys."""

    name: str
    made_at: datetime
    size: int
    is_keys: bool = False


@dataclass(frozen=True)
class RetentionRule:
    """How long one kind of data is kept: its privacy class, what it is, how long, what ends that, and where it is enforced."""

    privacy: Privacy
    what: str
    how_long: str
    ends: str
    place: str


def _no_settings(_: Mapping[str, str]) -> tuple[ShownSetting, ...]:
    return ()


def _no_faults(_: Mapping[str, str]) -> tuple[str, ...]:
    return ()


async def _untried(_: Mapping[str, str]) -> tuple[TrialLine, ...]:
    return ()


def _unchecked(_: str, __: str) -> CheckedFile:
    return CheckedFile()


def _unjudged(_: Mapping[str, str]) -> tuple[Fault, ...]:
    return ()


def _no_posts(_: str) -> tuple[Signpost, ...]:
    return ()


def _no_words() -> Words | None:
    return None


def _untaken(_: str, __: bytes) -> TakenForm:
    return TakenForm("", "")


def _no_backups() -> tuple[BackupFile, ...]:
    return ()


def _no_backup(_: str) -> bytes:
    return b""


def _nothing() -> None:
    """There is no service to begin again."""


@dataclass(frozen=True)
class SetUpPort:
    """What pages of set-up may ask of the service. `troubles` are what of the settings does not work now.

    `settings` and `faults` take what is stored, or is to be: every settable setting as it would count, and what would
    be wrong. `restart` takes up what was stored, in a moment. `try_mail` and `try_telegram` try what is to be stored
    with the provider. `files` are the files of questions in use, by name; `shipped` the words without those of the
    house. `signposts` reads a file of help numbers, or those that count where the text is empty. `check` reads a file
    of questions by its name and text; `judge_files` all files, with these at their places. `take_form` reads
    a form of another program. `back_up` writes a backup and returns its name; both take long, so they are called in a
    thread. `read_backup` returns one of `backups`, or nothing for any other name. `retention` is how long things are kept.
    """

    troubles: Callable[[], tuple[str, ...]] = tuple
    sheet: Callable[[], str] = str
    settings: Callable[[Mapping[str, str]], tuple[ShownSetting, ...]] = _no_settings
    faults: Callable[[Mapping[str, str]], tuple[str, ...]] = _no_faults
    restart: Callable[[], None] = _nothing
    try_mail: Callable[[Mapping[str, str]], Awaitable[tuple[TrialLine, ...]]] = _untried
    try_telegram: Callable[[Mapping[str, str]], Awaitable[tuple[TrialLine, ...]]] = _untried
    files: Callable[[], Mapping[str, str]] = dict
    shipped: Callable[[], Words | None] = _no_words
    signposts: Callable[[str], tuple[Signpost, ...]] = _no_posts
    check: Callable[[str, str], CheckedFile] = _unchecked
    judge_files: Callable[[Mapping[str, str]], tuple[Fault, ...]] = _unjudged
    take_form: Callable[[str, bytes], TakenForm] = _untaken
    back_up: Callable[[], str] = str
    backups: Callable[[], tuple[BackupFile, ...]] = _no_backups
    read_backup: Callable[[str], bytes] = _no_backup
    retention: tuple[RetentionRule, ...] = ()


SECRETS = frozenset({"telegram_token", "imap_url", "smtp_url"})
"""Settings that are sealed where they are stored."""
