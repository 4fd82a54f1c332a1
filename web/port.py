"""What the browser channel needs from the service: conversations, and a few plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from feedback.conversation.messages import Outbound
from feedback.flows.words import Words


@dataclass(frozen=True)
class Page:
    """What one person sees now: what we said since they last wrote, and the return code of their conversation.

    `stage` is the stage of the conversation. `is_retry` says that the last answer was not clear and that the messages
    say why; the page then shows them as an error. `code` is empty where there is nothing to come back to.
    """

    messages: tuple[Outbound, ...]
    stage: str
    code: str
    is_retry: bool = False


@dataclass(frozen=True)
class HeardAnswer:
    """How many of those who answered gave one answer; `share` is a percentage as it is printed."""

    label: str
    chose: int
    answered: int
    share: str


@dataclass(frozen=True)
class HeardQuestion:
    """One question with what people answered. `has_hidden`: answers of few people are not shown."""

    ask: str
    answers: tuple[HeardAnswer, ...]
    has_hidden: bool = False


@dataclass(frozen=True)
class HeardOutcome:
    """What people said and what came of it; `kind` is did, could_not or deciding."""

    id: str
    kind: str
    said: str
    done: str
    at: datetime


@dataclass(frozen=True)
class HeardArtefact:
    """A charter or paper that came of it, and where it lies; `kind` is charter, local_standard, strategy, training or paper."""

    kind: str
    title: str
    link: str


@dataclass(frozen=True)
class HeardPage:
    """What the public may see of a flow: only what staff chose, and what nobody has taken back since.

    `text` are the words of staff. `language` is that of this page, `languages` are all that there are, the flow's own
    first. `phrases` are the fixed words of the page in this language, as far as staff wrote them. `door` is where
    people can say more, empty where nothing is open.
    """

    flow: str
    language: str
    title: str
    text: str
    questions: tuple[HeardQuestion, ...]
    replies: int | None
    until: date | None
    quotes: tuple[str, ...]
    outcomes: tuple[HeardOutcome, ...]
    languages: tuple[str, ...]
    phrases: Mapping[str, str]
    door: str
    changed_at: datetime


class WebService(Protocol):
    """The service as the browser channel sees it.

    A `session` is an unguessable name that `fresh_id` made. The service knows it as the address of this channel.
    """

    @property
    def organisation(self) -> str:
        """Return whose page this is."""
        ...

    @property
    def public_url(self) -> str:
        """Return where people open the page; with https the cookie is sent over https alone."""
        ...

    @property
    def telegram_link(self) -> str:
        """Return the link to the bot, or nothing where there is none."""
        ...

    @property
    def mail_address(self) -> str:
        """Return the address to write to, or nothing where there is none."""
        ...

    @property
    def words(self) -> Words:
        """Return the words all flows share, in the language of the page."""
        ...

    def flows(self) -> tuple[tuple[str, str], ...]:
        """Return the name and title of each flow that anybody may begin, the default one first."""
        ...

    def fresh_id(self) -> str:
        """Return a new unguessable id: 256 bits as 43 characters of A-Z, a-z, 0-9, - and _."""
        ...

    async def talk(self, session: str) -> Page | None:
        """Return what the person with this session sees now, or None if they have no conversation.

        Raises: TryLater, when it cannot be read now.
        """
        ...

    async def note_shown(self, session: str) -> None:
        """Note that the next page of this session shows what staff wrote to the person; until then it shows none of it.

        Raises: TryLater, when it cannot be read now.
        """
        ...

    async def begin(self, session: str, flow: str | None, token: str | None, source: str = "") -> bool:
        """Begin or take up a conversation, the default flow where neither is given. False for an unknown one.

        `source` is where it is asked from, for the limit on wrong tokens alone.
        Raises: TryLater, when it could not be stored, or when this source has tried too many tokens.
        """
        ...

    async def post(self, session: str, raw: str, external_id: str) -> None:
        """Store what the person sent, then apply it or set it aside; a known `external_id` changes nothing.

        Raises: TryLater, when it could not be stored.
        """
        ...

    async def resume(self, session: str, code: str, source: str) -> bool:
        """Go on in this session with the conversation of a return code. False for an unknown code.

        `source` is the network address that asks, for the limit on guesses alone: it is neither stored nor logged.
        Raises: TryLater, when this source or everybody together has tried too often.
        """
        ...

    async def stop_letters(self, token: str) -> bool:
        """Send no more letters to whoever got the letter with this token. False for an unknown one.

        Raises: TryLater, when it could not be stored.
        """
        ...

    async def letters_again(self, token: str) -> bool:
        """Let letters go again to whoever got the letter with this token and stopped them. False for an unknown one.

        Raises: TryLater, when it could not be stored.
        """
        ...

    async def heard(self, flow: str, language: str) -> HeardPage | None:
        """Return the public page of a flow in a language (empty: its own); None where there is none to be seen.

        Raises: TryLater, when it cannot be read now.
        """
        ...

    async def heard_flows(self) -> tuple[tuple[str, str], ...]:
        """Return the name and title of each flow that has a public page. Raises: TryLater."""
        ...

    async def heard_artefacts(self) -> tuple[HeardArtefact, ...]:
        """Return the charters and papers that staff chose for the public. Raises: TryLater."""
        ...

    async def help_now(self) -> Outbound:
        """Return where help is, and count the use. It never raises: a lost count must not keep help away."""
        ...
