"""How the invented people of `sayso demo` answer: what each does next, and that as their channel would send it."""

from dataclasses import dataclass, replace
from itertools import count

from bot.update_ids import received
from feedback.conversation.messages import Inbound, Prompt, Received
from feedback.flows.model import Choice
from feedback.types.registry import type_of
from sayso.channels.web import web_raw
from sayso.core.conversation_service import FLOW_PREFIX
from sayso.demo.people import DemoPerson
from web.answer_form import Form, to_raw

_SKIPS_EACH = 17
"""Every seventeenth question is skipped. A prime, so that it is not the same question for everybody."""
_USUAL = (0, 0, 1, 0, 2, 0, 1, 3, 0, 1)
"""Which answer people pick, over and over: the first most often."""
_SHARES = "quote_words"
_KEEPS_EACH = 5
"""The question whether words may be shared, and how many people it takes until one thinks twice about it."""
_STANDS_ALONE = frozenset({"other", "none", "unsure"})


@dataclass(frozen=True)
class GuestAction:
    """One thing that somebody does: pick choices by their number from 0, write, or press a command."""

    choices: tuple[int, ...] = ()
    text: str = ""
    command: str = ""


class DemoGuest:
    """An invented person while they take part. `token` is that of their link, if they have one."""

    def __init__(self, person: DemoPerson, token: str) -> None:
        self.person = person
        self.token = token
        self._words = list(person.words)
        self._after = [GuestAction(text=person.after)] if person.after else []
        if person.asks_for_a_person:
            self._after.append(GuestAction(command="person"))
        self._tries: dict[str, int] = {}

    def says(self, prompt: Prompt, *, is_open: bool) -> GuestAction | None:
        """Return what they do next, or None once they have gone."""
        if is_open:
            return self._answer(prompt)
        return self._after.pop() if self._after else None

    def _answer(self, prompt: Prompt) -> GuestAction:
        tries = self._tries[prompt.about] = self._tries.get(prompt.about, 0) + 1
        if tries > 1:
            return GuestAction(command="next" if "next" in prompt.words else "skip")
        if type_of(prompt).field in ("box", "line"):
            return GuestAction(text=self._words.pop(0)) if self._words else GuestAction(command="skip")
        if prompt.about == _SHARES and self.person.number % _KEEPS_EACH:
            return GuestAction((0,))
        place = self.person.number * 3 + len(self._tries)
        if not prompt.is_question:
            return GuestAction((0,))
        return GuestAction(command="skip") if place % _SKIPS_EACH == 0 else GuestAction(_picked(prompt, place))


def _picked(prompt: Prompt, place: int) -> tuple[int, ...]:
    """Return which choices somebody picks. Those that need words of their own are left to others."""
    is_many = type_of(prompt).gives == "choices"
    left = _STANDS_ALONE if is_many else {"other"}
    fit = [number for number, choice in enumerate(prompt.choices) if choice.id not in left]
    usual = fit[_USUAL[place % len(_USUAL)] % len(fit)]
    return tuple(sorted({usual, fit[(place + 1) % len(fit)]})) if is_many else (usual,)


def message_of(guest: DemoGuest, said: GuestAction, prompt: Prompt | None, numbers: "count[int]") -> Received:
    """Return what the channel of a web page or a chat delivers."""
    number = next(numbers)
    if guest.person.traits.shows_at_once:
        return Received(
            guest.person.channel, f"demo-{number}", guest.person.address, _form(guest, said, prompt, number)
        )
    chat = {"id": int(guest.person.address), "type": "private"}
    text = _typed(said, prompt) if said.command != "start" else f"/start {guest.token}"
    message = {"message_id": number, "chat": chat, "date": 1_772_625_600, "text": text}
    return received({"update_id": number, "message": message})


def mail_of(guest: DemoGuest, said: GuestAction, prompt: Prompt | None, mail: Inbound) -> Inbound:
    """Return a mail with what somebody says in it: one answer a letter, as in a series."""
    if said.command == "start":
        return replace(mail, kind="command", command="start", payload=guest.token)
    return replace(mail, text=_typed(said, prompt), whole=True)


def _form(guest: DemoGuest, said: GuestAction, prompt: Prompt | None, number: int) -> str:
    about = prompt.about if prompt else ""
    payload = f"{FLOW_PREFIX}{guest.person.flow}" if said.command == "start" else ""
    choices = tuple(choice.id for choice in _choices(said, prompt))
    form = Form(about, f"demo-{number}", choices, said.text, said.command, payload)
    return web_raw(guest.person.address, to_raw(form))


def _typed(said: GuestAction, prompt: Prompt | None) -> str:
    return said.text or said.command or ", ".join(choice.label for choice in _choices(said, prompt))


def _choices(said: GuestAction, prompt: Prompt | None) -> tuple[Choice, ...]:
    return tuple(prompt.choices[number] for number in said.choices) if prompt else ()
