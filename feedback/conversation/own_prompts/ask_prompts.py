"""How a question of staff is put: its choices, the own words that some of them ask for, and what can be taken back."""

from collections.abc import Mapping

from feedback.conversation.events import AGREEMENTS
from feedback.conversation.messages import AskKind, Prompt, StaffAsk
from feedback.flows.model import Choice
from feedback.flows.words import Command, Words
from feedback.folding import fold

_ABOUT = "asked:"
"""What the name of a step begins with in which staff ask something; the id of the ask follows."""
KEYS: Mapping[AskKind, str] = {
    "case study": "ask_story",
    "meeting": "ask_meeting",
    "again": "ask_again",
    "interview": "ask_interview",
}
"""What the names of the words of each kind begin with."""
_CHOICES: Mapping[AskKind, tuple[str, ...]] = {
    "case study": ("yes", "change", "no"),
    "meeting": ("yes", "own", "no"),
    "again": ("yes", "no"),
    "interview": ("other", "no"),
}
_BESIDE: tuple[Command, ...] = ("help", "person", "stop")


def asked_about(ask: StaffAsk) -> str:
    """Return what the prompt of an ask is about: its name, which holds its id."""
    return f"{_ABOUT}{ask.id}"


def asked_prompt(words: Words, ask: StaffAsk) -> Prompt:
    """Return the question of an ask; what it is about was said before it."""
    key = KEYS[ask.kind]
    offered = (Choice(choice, label) for choice, label in ask.choices)
    choices = (*offered, *(Choice(choice, words.say(f"{key}_{choice}")) for choice in _CHOICES[ask.kind]))
    return Prompt(asked_about(ask), words.say(key), "one", choices=choices, words=_BESIDE, is_question=False)


def is_tapped_again(words: Words, seen: str, text: str) -> bool:
    """Return whether a label of an ask came for one that was answered before: a tap made twice says nothing."""
    labels = (words.say(f"{KEYS[kind]}_{choice}") for kind, choices in _CHOICES.items() for choice in choices)
    return seen.startswith(_ABOUT) and fold(text) in {fold(label) for label in labels}


def awaited_prompt(words: Words, awaited: str) -> Prompt:
    """Return what asks for own words: what to change, what may be told, when it suits them, or how they can be reached."""
    return Prompt("asked words", words.say(f"ask_for_{awaited}"), "text", words=_BESIDE, is_question=False)


def take_back_prompt(words: Words) -> Prompt:
    """Return the question what is to be taken back."""
    choices = tuple(Choice(one, words.say(f"take_back_{one}")) for one in (*AGREEMENTS, "nothing"))
    return Prompt("take back", words.say("take_back_ask"), "one", choices=choices, words=_BESIDE, is_question=False)
