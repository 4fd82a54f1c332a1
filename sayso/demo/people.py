"""The invented people of `sayso demo`: who says what, where, and how long ago. Nobody of them has ever lived."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import Any

from feedback.channels import EMAIL, TELEGRAM, WEB, Channel, ChannelName, channel_named

GROUPS = {"people": "spring panel", "trust_leads": "trust leads", "signatories": "signatories"}
"""The groups that are invited by email, by the flow that they are asked."""
WEEKS = 8
"""Enough points for a line over time to be seen."""
DAYS_APART = 7
"""A week, so that each falls into another one."""


@dataclass(frozen=True)
class DemoPerson:
    """One invented person. `words` answer the open questions in turn; `after` is written when all is done."""

    number: int
    flow: str
    channel: ChannelName
    days_ago: int
    words: tuple[str, ...]
    after: str = ""
    asks_for_a_person: bool = False

    @property
    def traits(self) -> Channel:
        """Return what their channel can do."""
        return channel_named(self.channel)

    @property
    def is_in_a_chat(self) -> bool:
        """Return whether they begin with a link in a chat, where no page lists the flows and no letter comes."""
        return not (self.traits.shows_at_once or self.traits.is_letter)

    @property
    def address(self) -> str:
        """Return where they are reached: numbers and names that belong to nobody."""
        return {
            TELEGRAM.name: str(7_000_000 + self.number),
            EMAIL.name: f"person{self.number}@example.org",
        }.get(self.channel, f"demo-session-{self.number}")


_PARTS: tuple[tuple[str, ChannelName, int], ...] = (  # the demo shows our own three channels, so it names them
    ("people", TELEGRAM.name, 7),
    ("people", WEB.name, 7),
    ("people", EMAIL.name, 4),
    ("open_door", WEB.name, 6),
    ("open_door", TELEGRAM.name, 6),
    ("trust_leads", EMAIL.name, 3),
    ("trust_leads", WEB.name, 3),
    ("signatories", EMAIL.name, 3),
    ("signatories", WEB.name, 2),
)
"""How many take part in which flow by which channel."""

_STORIES = (
    "They asked us what we think, and then they did it. The waiting room has plants now.",
    "Nobody wrote back to us. I still do not know what became of the meeting in March.",
    "Bea Example chaired it kindly, and let everybody finish. I would come again.",
    "My bus fare was not paid for weeks. I could not go to the next one.",
    "The papers came the night before. Forty pages of them, in small print.",
    "I felt like a person there, not like a case.",
    "It was online, and my sound did not work. Somebody rang me afterwards, which helped.",
    "We said that evenings are better. They moved it to the evening.",
    "There were nine staff and two of us. It is hard to speak up then, but the chair asked us twice.",
    "A break every hour would help me. My tablets make me tired.",
    "I liked that they said what they could not change, and why.",
    "They used long words. I stopped asking what they mean.",
)
_NEXT_TIME = (
    "Send the papers a week before.",
    "Tell us what came of it.",
    "Pay the fares on the day.",
    "Ask more people who have been on a ward.",
    "Use easy words, please.",
    "Have a quiet room.",
    "Say what the long words mean.",
)
_WORK = (
    "We wrote a charter together with the people who use the service.",
    "Two people with lived experience sit on the board now.",
    "It would help to have training for new staff.",
    "Managers change often, so we start again each year.",
)
_HARD = "It was a hard month. I want to die some days, but the group keeps me going."
_AFTER = "One more thing: thank you for asking."


_SPECIAL: Mapping[int, Mapping[str, Any]] = {
    3: {"words": ("Hill Clinic", _HARD)},
    14: {"after": _AFTER},
    19: {"words": (_HARD,)},
    20: {"asks_for_a_person": True},
    21: {"after": _AFTER},
}
"""What is different with some, by their number."""


def people() -> tuple[DemoPerson, ...]:
    """Return everybody, spread over the last eight weeks."""
    return tuple(replace(one, **_SPECIAL.get(one.number, {})) for one in _everybody())


def _everybody() -> Iterator[DemoPerson]:
    number = 0
    for flow, channel, count in _PARTS:
        for _ in range(count):
            yield DemoPerson(number, flow, channel, 1 + number % WEEKS * DAYS_APART, _words(flow, number))
            number += 1


def _words(flow: str, number: int) -> tuple[str, ...]:
    if flow == "open_door":
        return (_STORIES[number % len(_STORIES)],)
    if flow == "people":
        place = ("Harbour House", "Hill Clinic", "Mill Lane Centre")[number % 3]
        return (place, *islice(cycle(_NEXT_TIME), number, number + 2))
    return tuple(islice(cycle(_WORK), number, number + 2))


EARLY = DemoPerson(900, "people", TELEGRAM.name, 0, ("The ward round frightened me. Could somebody ring me?",))
"""Somebody who writes before they have said yes to anything."""
EARLY_TOO = DemoPerson(901, "people", TELEGRAM.name, 0, ("The chairs were hard.",))
"""Somebody else who does, and asks for nobody."""
