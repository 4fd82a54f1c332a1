"""What a change to a flow does: to its wording, its structure or the meaning of its answers.

Wording may change under running conversations, structure only for new ones, meaning never: that takes a new id.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from feedback.errors import Fault
from feedback.flows.condition_parser import spell
from feedback.flows.model import Flow, Question
from feedback.flows.toml_source import Path, Source

Kind = Literal["wording", "structure", "meaning"]

_FLOW_WORDING = ("title", "start", "finish")
_FLOW_STRUCTURE = ("language", "expires", "reminders", "story")
_WORDING = ("ask", "short", "hint", "means", "retry", "base", "theme")
_STRUCTURE = (
    "otherwise",
    "only",
    "other",
    "max",
    "groups",
    "queues",
    "prefer_not",
    "private",
    "speaker",
    "signpost",
    "accept",
)
_MEANING = ("type", "range", "consent")


@dataclass(frozen=True)
class Change:
    """One difference. `where` is a question id, a choice as `QUESTION.CHOICE`, or a part of the flow.

    `key` is what changed of a question (`type`, `range` ...), where its meaning did.
    """

    kind: Kind
    where: str
    message: str
    key: str = ""


def compare(old: Flow, new: Flow) -> tuple[Change, ...]:
    """Return every difference between two versions of a flow, in the order of the new one. Empty when they are equal."""
    return (*_flow_changes(old, new), *_list_changes(old, new), *_question_changes(old, new))


def version_faults(source: Source, old: Flow, new: Flow) -> tuple[Fault, ...]:
    """Return why a new file may not take the place of an old version, if it may not. `source` is the new one."""
    changes = compare(old, new)
    faults = [_fault(source, new, change, "Choose a new id for the new meaning.") for change in _of_meaning(changes)]
    if new.version <= old.version and any(change.kind != "wording" for change in changes):
        message = f"More than words has changed, and the version is still {new.version}."
        suggestion = f"Write: version = {old.version + 1}."
        faults.append(Fault(source.file, source.line(("version",)), "version-not-raised", message, suggestion))
    return tuple(faults)


def meaning_faults(source: Source, kept: Collection[Flow], new: Flow) -> tuple[Fault, ...]:
    """Return each meaning that a file changes under a version that is kept already, at its line.

    `kept` is every version of this flow with which conversations were begun. A file that is one of them, as it stands,
    changes nothing. With a raised version the author says that it is meant, and the report names the change.
    """
    if any(one.version_id == new.version_id for one in kept):
        return ()
    raised = max((one.version for one in kept), default=0) + 1
    suggestion = f"Put back what was there. If you mean it, write: version = {raised}, best with a new id."
    changes = [change for one in kept if one.version == new.version for change in _of_meaning(compare(one, new))]
    return tuple(dict.fromkeys(_fault(source, new, change, suggestion) for change in changes))


def _of_meaning(changes: Sequence[Change]) -> Iterator[Change]:
    return (change for change in changes if change.kind == "meaning")


def _fault(source: Source, flow: Flow, change: Change, suggestion: str) -> Fault:
    message = f"{change.where}: {change.message}"
    return Fault(source.file, source.line(_path(flow, change)), "meaning-changed", message, suggestion)


def _path(flow: Flow, change: Change) -> Path:
    """Return where the file says what changed. Questions stand in it in their order."""
    question, _, choice = change.where.partition(".")
    if not choice and not change.key:
        return ("consent", "switches") if change.where == "consent" else (change.where,)
    place = [one.id for one in flow.questions].index(question)
    return ("question", place, "choices", choice) if choice else ("question", place, change.key)


def _flow_changes(old: Flow, new: Flow) -> Iterator[Change]:
    if old.name != new.name:
        yield Change("meaning", "flow", f'"{old.name}" has become "{new.name}".')
    if old.level != new.level:
        yield Change("meaning", "level", f"A reply spoke for one {old.level}, and now for one {new.level}.")
    if old.consent.switches != new.consent.switches:
        granted = [", ".join(flow.consent.switches) for flow in (old, new)]
        yield Change("meaning", "consent", f"A yes at the start granted {granted[0]}, and now grants {granted[1]}.")
    elif old.consent != new.consent:
        yield Change("wording", "consent", "The words have changed.")
    for name in (*_FLOW_WORDING, *_FLOW_STRUCTURE):
        if getattr(old, name) != getattr(new, name):
            yield Change("wording" if name in _FLOW_WORDING else "structure", name, "It has changed.")


def _list_changes(old: Flow, new: Flow) -> Iterator[Change]:
    before, after = [question.id for question in old.questions], [question.id for question in new.questions]
    yield from _gone_and_new(before, after, "question")


def _gone_and_new(before: Sequence[str], after: Sequence[str], what: str, of: str = "") -> Iterator[Change]:
    for name in before:
        if name not in after:
            yield Change("structure", of + name, f"The {what} is gone. Its id stays taken.")
    for name in after:
        if name not in before:
            yield Change("structure", of + name, f"The {what} is new.")
    if _kept(before, after) != _kept(after, before):
        yield Change("structure", of.removesuffix(".") or "questions", f"The order of the {what}s has changed.")


def _kept(some: Sequence[str], others: Sequence[str]) -> list[str]:
    return [name for name in some if name in others]


def _question_changes(old: Flow, new: Flow) -> Iterator[Change]:
    for after in new.questions:
        before = old.question(after.id)
        if before is not None and before != after:
            yield from _meaning(before, after)
            yield from _structure(before, after)
            yield from _wording(before, after)


def _meaning(before: Question, after: Question) -> Iterator[Change]:
    for name in _MEANING:
        if getattr(before, name) != getattr(after, name):
            message = f'"{name}" was {_told(getattr(before, name))} and is {_told(getattr(after, name))}.'
            yield Change("meaning", after.id, message, name)
    if _counts_otherwise(before, after):
        message = f'"unit" was {_told(before.unit)} and is {_told(after.unit)}.'
        yield Change("meaning", after.id, message, "unit")
    if before.ends and after.ends and before.ends == after.ends[::-1]:
        told = [f'"{ends[0]}" to "{ends[1]}"' for ends in (before.ends, after.ends)]
        message = f"The ends of the scale have changed places: they were {told[0]}, and are {told[1]}."
        yield Change("meaning", after.id, message, "ends")
    yield from _moved_labels(before, after)


def _counts_otherwise(before: Question, after: Question) -> bool:
    """Whether a number counts something else: hours and no minutes. Naming the unit, or mending its spelling, is none."""
    was, now = (question.unit.casefold().removesuffix("s") for question in (before, after))
    return was not in ("", now)


def _moved_labels(before: Question, after: Question) -> Iterator[Change]:
    """A label that stands at another id than before: those who picked the one would be counted under the other."""
    ids = {choice.label: choice.id for choice in before.choices}
    for choice in after.choices:
        earlier, was = ids.get(choice.label, choice.id), before.choice(choice.id)
        if earlier != choice.id and was is not None:
            message = f'It was "{was.label}" and is "{choice.label}", which was the choice "{earlier}".'
            yield Change("meaning", f"{after.id}.{choice.id}", message)


def _structure(before: Question, after: Question) -> Iterator[Change]:
    if before.when != after.when:
        told = [spell(question.when) if question.when is not None else "always" for question in (before, after)]
        yield Change("structure", after.id, f'It was asked when "{told[0]}", and is now when "{told[1]}".')
    for name in _STRUCTURE:
        if getattr(before, name) != getattr(after, name):
            yield Change("structure", after.id, f'"{name}" has changed.')
    old_ids, new_ids = [choice.id for choice in before.choices], [choice.id for choice in after.choices]
    yield from _gone_and_new(old_ids, new_ids, "choice", f"{after.id}.")


def _wording(before: Question, after: Question) -> Iterator[Change]:
    for name in _WORDING:
        if getattr(before, name) != getattr(after, name):
            yield Change("wording", after.id, f'"{name}" was {_told(getattr(before, name))}.')
    if before.unit != after.unit and not _counts_otherwise(before, after):
        yield Change("wording", after.id, f'"unit" was {_told(before.unit)}.')
    for name in ("also", "ends"):
        if getattr(before, name) != getattr(after, name):
            yield Change("wording", after.id, f'"{name}" has changed.')
    for choice in after.choices:
        earlier = before.choice(choice.id)
        if earlier is not None and earlier.label != choice.label:
            yield Change("wording", f"{after.id}.{choice.id}", f'It was "{earlier.label}".')


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return " to ".join(f"{end:g}" for end in value)
    return f'"{value}"' if value else "nothing"
