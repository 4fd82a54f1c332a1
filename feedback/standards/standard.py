"""A standard as a value: statements with ids, in versions, read from a TOML file.

standard = "4pi"
version = 2
title = "The five Ps"

[[statement]]
id = "equals"
part = "Principles"
text = "We treat the people we involve as equals."
people = "c3"
same_as = "equals"
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from feedback.errors import FlowError
from feedback.flows.field_readers import id_of, known_keys, text_of, whole_of
from feedback.flows.toml_source import Source, read_source

Standing = Literal["met", "partly", "not"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""How far a statement is true. Nothing at all stands for not looked at yet."""

_HEADER = ("standard", "version", "title", "note", "people_flow", "statement")
_KEYS = ("id", "part", "text", "people", "same_as")


@dataclass(frozen=True)
class StandardStatement:
    """One statement. `people` is the question that asks people who were involved about the same thing.

    `same_as` is the id of the statement of the version before that means the same; empty for a new meaning.
    """

    id: str
    part: str
    text: str
    people: str = ""
    same_as: str = ""


@dataclass(frozen=True)
class Standard:
    """One version of a standard. `people_flow` is the flow whose questions stand beside its statements."""

    name: str
    version: int
    title: str
    note: str
    people_flow: str
    statements: tuple[StandardStatement, ...]

    def statement(self, statement_id: str) -> StandardStatement | None:
        """Return the statement with this id, if there is one."""
        return next((one for one in self.statements if one.id == statement_id), None)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its parts, in order."""
        return tuple(dict.fromkeys(one.part for one in self.statements))


@dataclass(frozen=True)
class StatementChange:
    """What became of a statement between two versions: `same`, `reworded` (it means the same), `new` or `gone`."""

    kind: Literal["same", "reworded", "new", "gone"]
    before: str
    after: str


def read_standard(file: str, text: str) -> Standard:
    """Return the standard of a TOML text. Raises FlowError with every fault, each with its line."""
    source = read_source(file, text)
    raw = source.raw
    known_keys(source, (), raw, _HEADER)
    found = Standard(
        _name(source, raw),
        whole_of(source, ("version",), raw) or 1,
        text_of(source, ("title",), raw, needed=True),
        text_of(source, ("note",), raw),
        text_of(source, ("people_flow",), raw),
        tuple(_statements(source, raw.get("statement", []))),
    )
    if source.faults:
        raise FlowError(tuple(sorted(source.faults)))
    return found


def in_versions(standards: Iterable[Standard]) -> dict[str, tuple[Standard, ...]]:
    """Return the versions of each standard by its name, the oldest first."""
    found: dict[str, list[Standard]] = {}
    for one in sorted(standards, key=lambda each: (each.name, each.version)):
        found.setdefault(one.name, []).append(one)
    return {name: tuple(versions) for name, versions in found.items()}


def changes(old: Standard, new: Standard) -> tuple[StatementChange, ...]:
    """Return what became of each statement, in the order of the new version; what is gone stands last."""
    before = {one.id: one.text for one in old.statements}
    found = []
    for one in new.statements:
        said = before.get(one.same_as, "")
        kind: Literal["same", "reworded", "new"] = "new" if not said else "same" if said == one.text else "reworded"
        found.append(StatementChange(kind, said, one.text))
    kept = {one.same_as for one in new.statements}
    return (*found, *(StatementChange("gone", text, "") for name, text in before.items() if name not in kept))


def traced(statement: StandardStatement, now: Standard, back_to: int, versions: Sequence[Standard]) -> str:
    """Return the id that a statement had in an earlier version, step by step; empty where it does not mean the same.

    `versions` are those of one standard. Figures of versions are joined only along this.
    """
    by_version = {one.version: one for one in versions}
    here: StandardStatement | None = statement
    for version in sorted((one for one in by_version if back_to <= one < now.version), reverse=True):
        here = by_version[version].statement(here.same_as) if here is not None else None
    return here.id if here is not None and back_to in (*by_version, now.version) else ""


def consultation(new: Standard, old: Standard | None, language: str = "en") -> str:
    """Return a flow file (TOML) that asks what people think of the wording of a version.

    Each statement is asked about by itself: right, needs other words, or should go; then what is missing.
    """
    said = {one.after: one.before for one in changes(old, new) if one.kind == "reworded"} if old else {}
    asked = "\n".join(_question(number, one, said.get(one.text, "")) for number, one in enumerate(new.statements, 1))
    return _FLOW.format(
        name=new.name.replace("-", "_"), version=new.version, language=language, title=_quoted(new.title), asked=asked
    )


_FLOW = '''# What people think of the wording of a standard: made from its file.
flow = "wording_of_{name}_v{version}"
version = 1
language = "{language}"
title = {title}
start = """
Hello. I am a computer program, not a person.

We are writing a list of things that good involvement needs. We want to know if the words are right. \\
You can skip any question. You can stop at any time. Press Help now if you need to talk to someone.
"""

[consent]
ask = "If you say yes, we keep your answers safe. We do not share your name. Is it OK to keep and use your answers?"
more = "privacy"
no = "That is fine. We have not kept anything."

{asked}
[[question]]
id = "missing"
ask = "What is missing from the list?"
short = "What is missing"
type = "text"
theme = "wording"

[finish]
check = "Here is what you told us. Is it right?"
thanks = "Thank you. A person will read this."
'''


def _question(number: int, one: StandardStatement, before: str) -> str:
    hint = f"It said before: {before}" if before else ""
    lines = [
        "[[question]]",
        f'id = "s{number}_{one.id}"',
        f"ask = {_quoted(f'Are these words right? {one.text}')}",
        f"short = {_quoted(one.text[:60])}",
        *([f"hint = {_quoted(hint)}"] if hint else []),
        'type = "one"',
        'theme = "wording"',
        'choices.right = "They are right"',
        'choices.words = "Right, but other words"',
        'choices.out = "It should go"',
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Return a text as TOML holds it on one line."""
    plain = " ".join(text.split()).replace("\\", "\\\\")
    return '"' + plain.replace('"', '\\"') + '"'


def _name(source: Source, raw: Mapping[str, Any]) -> str:
    """Return the name of a standard, which may begin with a number, as 4pi does."""
    name = raw.get("standard")
    if not isinstance(name, str) or not name.isascii() or not name.replace("-", "").isalnum() or name != name.lower():
        message = "The name of a standard is missing, or has other signs than small letters, numbers and -."
        source.blame(("standard",), "id-form", message, 'Write: standard = "4pi".')
        return ""
    return name


def _statements(source: Source, raw: object) -> Iterable[StandardStatement]:
    items = raw if isinstance(raw, list) and all(isinstance(one, Mapping) for one in raw) else []
    if not items:
        source.blame(("statement",), "statement-missing", "There is no statement.", "Write [[statement]] and its keys.")
    seen: set[str] = set()
    for number, item in enumerate(items):
        at = ("statement", number)
        known_keys(source, at, item, _KEYS)
        name = id_of(source, (*at, "id"), item.get("id"))
        if name in seen:
            source.blame((*at, "id"), "id-repeated", f'"{name}" stands twice.', "Give each statement its own id.")
        seen.add(name)
        yield StandardStatement(
            name,
            text_of(source, (*at, "part"), item, needed=True),
            text_of(source, (*at, "text"), item, needed=True),
            text_of(source, (*at, "people"), item),
            text_of(source, (*at, "same_as"), item),
        )
