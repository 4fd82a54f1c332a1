"""A file of questions as an editor holds it: read, changed in one place, and written again as the same kind of file.

Whatever the editor does not show (groups, queues, times) stays as it was. Comments of the file are not kept.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from feedback.exchange.flow_file import free_id, quoted
from feedback.flows.question_parser import RESERVED_IDS
from feedback.types.numbers import number_of

Table = Mapping[str, Any]

_PARTS = ("consent", "question", "finish")
_WORD = re.compile(r"\w+")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_HEAD = "# Written in the browser, under Questions.\n"
_FIRST_KEYS = ("flow", "version", "language", "title")
_START = (
    "Hello. I am a computer program, not a person.\n\nI ask short questions. You can skip any question. "
    "You can stop at any time. Press Help now if you need to talk to someone.\n\n"
    "A person reads what you say, but not straight away."
)


class Filled(dict[str, Any]):
    """A table that says nothing, instead of failing, for what is not in it: as a page shows it."""

    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True)
class FlowDocument:
    """The parts of a file of questions, as TOML has them."""

    head: Table
    consent: Table
    finish: Table
    questions: tuple[Table, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the questions, in order."""
        return tuple(str(one.get("id", "")) for one in self.questions)

    def with_question(self, number: int | None, question: Table) -> "FlowDocument":
        """Return it with a question in the place of another, or at the end where `number` is None."""
        if number is None:
            return replace(self, questions=(*self.questions, question))
        return replace(self, questions=(*self.questions[:number], question, *self.questions[number + 1 :]))

    def without_question(self, number: int) -> "FlowDocument":
        """Return it without a question."""
        return replace(self, questions=(*self.questions[:number], *self.questions[number + 1 :]))

    def moved(self, number: int, place: int) -> "FlowDocument":
        """Return it with a question at another place, counted from 0; beyond the ends is at the end."""
        others = list(self.without_question(number).questions)
        others.insert(max(0, place), self.questions[number])
        return replace(self, questions=tuple(others))

    def free_id(self, words: str) -> str:
        """Return an id for a new question that is like these words."""
        return free_id(id_like(words, 4), (*self.ids, *RESERVED_IDS), "q")


def id_like(words: str, most: int) -> str:
    """Return the first words of a text, as the beginning of an id."""
    return "_".join(_WORD.findall(words.replace("'", "").replace("’", ""))[:most])


def new_document(name: str, title: str) -> FlowDocument:
    """Return a file with one question in it."""
    head = {"flow": name, "version": 1, "language": "en", "title": title, "start": _START}
    consent = {
        "ask": "If you say yes, we keep your answers safe. Is it OK to keep and use your answers?",
        "no": "That is fine. We have not kept anything.",
    }
    finish = {"check": "Here is what you told us. Is it right?", "thanks": "Thank you. A person will read this."}
    first = {"id": "story", "ask": "What happened?", "short": "What happened", "type": "text"}
    return FlowDocument(head, consent, finish, (first,))


def read_document(text: str) -> FlowDocument:
    """Return the parts of a file. Raises ValueError for a file that is no TOML, or no file of questions."""
    raw = tomllib.loads(text)
    questions = raw.get("question", [])
    tables = [raw.get(name, {}) for name in ("consent", "finish")]
    if not isinstance(questions, list) or not all(isinstance(one, dict) for one in [*questions, *tables]):
        raise ValueError("This is no file of questions.")
    head = {key: value for key, value in raw.items() if key not in _PARTS}
    consent, finish = map(Filled, tables)
    return FlowDocument(Filled(head), consent, finish, tuple(map(Filled, questions)))


def document_text(document: FlowDocument) -> str:
    """Return the file."""
    head = {key: document.head[key] for key in (*_FIRST_KEYS, *document.head) if key in document.head}
    parts = ["\n".join(_lines(head)), part_text("[consent]", document.consent)]
    parts += [part_text("[[question]]", question) for question in document.questions]
    return _HEAD + "\n".join([*parts, part_text("[finish]", document.finish), ""])


def question_toml(question: Table) -> str:
    """Return one question as the file has it."""
    return "\n".join(_lines(question))


def part_text(name: str, table: Table) -> str:
    """Return one part of a file under its heading."""
    return "\n".join(["", name, *_lines(table)])


def _lines(table: Table, before: str = "") -> list[str]:
    """Return the lines of a table: its values first, then the tables in it under dotted names."""
    plain = [f"{before}{_key(key)} = {_value(held)}" for key, held in table.items() if not isinstance(held, Mapping)]
    inner = [
        line
        for key, held in table.items()
        if isinstance(held, Mapping)
        for line in _lines(held, f"{before}{_key(key)}.")
    ]
    return [*plain, *inner]


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else quoted(name)


def _value(held: object) -> str:
    match held:
        case bool():
            return str(held).lower()
        case int() | float():
            return number_of(held)
        case list() | tuple():
            return f"[{', '.join(map(_value, held))}]"
        case _:
            return _text(str(held))


def _text(text: str) -> str:
    """Return a text as TOML writes it: in several lines where it has several, so that it can be read."""
    if "\n" not in text or text.endswith('"') or _CONTROL.search(text):
        return quoted(text)
    plain = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""\n{plain}"""'
