"""The flow file that is made of a form: its words around the questions, its ids, and what the form holds beyond it.

A flow asks for consent, and every question of it can be skipped; the words for that are ours, to be gone over.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from feedback.types.numbers import number_of

_START = (
    "Hello. I am a computer program, not a person.\n\nI ask short questions. You can skip any question. "
    "You can stop at any time. Press Help now if you need to talk to someone.\n\n"
    "A person reads what you say, but not straight away."
)
_CONSENT = "If you say yes, we keep your answers safe. Is it OK to keep and use your answers?"
_NO = "That is fine. We have not kept anything."
_CHECK = "Here is what you told us. Is it right?"
_THANKS = "Thank you. A person will read this."
_TAG = re.compile(r"\(([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\)|^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$")
NAMES = "names that are no ids of a flow"
NOT_SAID = "conditions that a flow cannot say, so that everybody is asked"


@dataclass(frozen=True)
class Taken:
    """A flow file (TOML), the name of the flow, and what the form holds that a flow does not, all of it."""

    name: str
    text: str
    lost: tuple[str, ...]


@dataclass
class Losses:
    """What is not carried over: each kind of thing, and where the form holds it."""

    found: dict[str, list[str]] = field(default_factory=dict)

    def add(self, what: str, where: str) -> None:
        """Note something that is not carried over."""
        self.found.setdefault(what, []).append(where)

    def lines(self) -> tuple[str, ...]:
        """Return one line for each kind of thing, in the order of finding."""
        return tuple(f"{what}: {', '.join(dict.fromkeys(where))}" for what, where in self.found.items())


@dataclass(frozen=True)
class Head:
    """What stands in a flow file before its questions, as the form says it; empty where it says nothing."""

    name: str
    title: str
    version: str = ""
    language: str = ""
    """A tag (BCP 47), alone or in brackets behind the name of the language."""


def flow_text(head: Head, texts: Mapping[str, str], questions: Iterable[str]) -> str:
    """Return a flow file. `texts` are the words of the form for start, consent, consent_no and thanks, where it has them."""
    version = int(head.version) if head.version.isdecimal() else 0
    tag = _TAG.search(head.language)
    lines = [
        f'flow = "{head.name}"',
        f"version = {version or 1}",
        f'language = "{(tag[1] or tag[2]) if tag else "en"}"',
        f"title = {quoted(head.title or head.name)}",
        f"start = {quoted(texts.get('start', _START))}",
        "",
        "[consent]",
        f"ask = {quoted(texts.get('consent', _CONSENT))}",
        f"no = {quoted(texts.get('consent_no', _NO))}",
    ]
    end = ["", "[finish]", f"check = {quoted(_CHECK)}", f"thanks = {quoted(texts.get('thanks', _THANKS))}"]
    return "\n".join(lines) + "\n" + "".join(questions) + "\n".join(end) + "\n"


def question_text(keys: Mapping[str, object], choices: Mapping[str, str]) -> str:
    """Return one question of a flow file. `keys` hold texts, numbers, flags and lists of them; `choices` labels by id."""
    lines = [f"{name} = {_value(held)}" for name, held in keys.items()]
    return "\n".join(
        ["", "[[question]]", *lines, *(f"choices.{name} = {quoted(choices[name])}" for name in choices), ""]
    )


def _value(held: object) -> str:
    match held:
        case bool():
            return str(held).lower()
        case int() | float():
            return number_of(held)
        case list() | tuple():
            return f"[{', '.join(map(_value, held))}]"
        case _:
            return quoted(str(held))


def free_id(name: str, taken: Iterable[str], before: str) -> str:
    """Return an id of a flow that is like a name: small letters, digits and _, beginning with a letter, and free."""
    used = set(taken)
    plain = re.sub(r"[^a-z0-9_]+", "_", name.lower()).strip("_") or before
    start = plain if plain[0].isalpha() else f"{before}_{plain}"
    tries = (start if number == 0 else f"{start}_{number}" for number in range(len(used) + 1))
    return next(one for one in tries if one not in used)


def quoted(text: str) -> str:
    """Return a text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
