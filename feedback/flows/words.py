"""The words that all flows share: what sayso says, what it always understands, and where help is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, get_args

Command = Literal[
    "start",
    "back",
    "skip",
    "next",
    "help",
    "pause",
    "stop",
    "change",
    "delete",
    "person",
    "privacy",
    "prefer_not",
    "no_reminders",
    "in_one_go",
    "take_back",
]
COMMANDS: tuple[Command, ...] = get_args(Command)

Tag = Literal[
    "self_harm_or_suicide",
    "abuse_or_neglect_adult",
    "child_at_risk",
    "harm_to_others",
    "allegation_about_staff",
    "detained_or_restraint_concern",
    "in_need_now",
]
TAGS: tuple[Tag, ...] = get_args(Tag)


@dataclass(frozen=True)
class Phrase:
    """One reviewable pattern of the safeguarding list: what staff see as its tag, and how it is found."""

    tag: Tag
    pattern: re.Pattern[str]
    openings: frozenset[str] = frozenset()
    """The words that it can begin with, so that most texts need no search for it; empty: search always."""


CHECKED_FOR = timedelta(days=90)
"""A number for help that was checked longer ago is looked up again: services close and numbers change."""


@dataclass(frozen=True)
class Signpost:
    """One source of help. `checked_on` is None until a person has confirmed it."""

    name: str
    contact: str
    audience: str
    nations: tuple[str, ...]
    """Among england, wales, scotland, northern ireland."""
    hours: str
    always_open: bool
    checked_on: date | None = None
    checked_by: str = ""
    show: bool = True
    """Whether Help now shows it; the others are for staff."""

    @property
    def is_unchecked(self) -> bool:
        """Whether nobody has put their name to it."""
        return self.checked_on is None or not self.checked_by

    def is_old(self, today: date) -> bool:
        """Whether it was checked too long ago."""
        return self.checked_on is not None and today - self.checked_on > CHECKED_FOR


def to_ring(posts: Iterable[Signpost], today: date) -> tuple[tuple[Signpost, ...], tuple[Signpost, ...]]:
    """Return the sources of help that somebody has to ring or look up: those never checked, and those checked too long ago.

    Only those count that people are shown; each source is in one of the two at most.
    """
    shown = [post for post in posts if post.show]
    unchecked = tuple(post for post in shown if post.is_unchecked)
    return unchecked, tuple(post for post in shown if post.is_old(today) and not post.is_unchecked)


BESIDE = " / "
"""Between a text in another language and the same in English."""


@dataclass(frozen=True)
class DistressWords:
    """What is said first to somebody who writes of distress in another language than the flow's.

    `danger` and `talk` hold the blanks `first` and `second` (numbers to call) and `name` (the language in English, for
    the operator). `menu` has what is offered then: the question `ask`, and a label for each choice (`more`, `person`,
    `pause`, `stop`, `go_on`); what it lacks is said in English. `checked_by` is empty until a native speaker has checked
    the words: until then the menu stands in both languages.
    """

    name: str
    heard: str
    danger: str
    talk: str
    checked_by: str = ""
    menu: Mapping[str, str] = field(default_factory=dict)

    def beside(self, key: str, english: str) -> str:
        """Return a text of the menu in this language, and the English one beside it while no native speaker checked it."""
        own = self.menu.get(key, "")
        both = own if self.checked_by else f"{own}{BESIDE}{english}"
        return both if own else english


@dataclass(frozen=True)
class Words:
    """Everything shared by the flows in one language. `version` (SHA-256, hex) goes with each consent."""

    language: str = "en"
    texts: Mapping[str, str] = field(default_factory=dict)
    commands: Mapping[str, Command] = field(default_factory=dict)
    """What a person may type, folded (see `feedback.folding.fold`), to the command it means."""
    labels: Mapping[Command, str] = field(default_factory=dict)
    """What a button for the command says."""
    yesno: Mapping[str, str] = field(default_factory=dict)
    """Other ways to say yes, no or not sure, folded, to the choice id (`yes`, `no`, `unsure`)."""
    phrases: tuple[Phrase, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    distress: Mapping[str, DistressWords] = field(default_factory=dict)
    """What is said first in other languages, by their code (ISO 639)."""
    quiet_from: int = 21
    quiet_until: int = 9
    """The hours (in `zone`) between which nobody is reminded of anything."""
    zone: str = "Europe/London"
    version: str = ""
    signature: str = ""
    """Who signs what people get, and how to reach them, a line each; empty where nobody does."""
    signer: str = ""
    """Their name alone."""

    def signed_by(self, name: str, reach: str) -> "Words":
        """Return the words with who signs them; `reach` may be empty. Without a name nobody signs."""
        lines = [self.say("signed", name=name), *([self.say("signed_reach", reach=reach)] if reach else [])]
        return replace(self, signature="\n".join(lines), signer=name) if name else self

    def say(self, key: str, **fill: str) -> str:
        """Return a text with its blanks filled. Raises KeyError for an unknown key: a fault of ours."""
        return self.texts[key].format(**fill)
