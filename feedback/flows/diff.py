"""What a change to a flow does: to its wording, its structure or the meaning of its answers.

Wording may change under running conversations, structure only for new ones, meaning never: that takes a new id.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from feedback.errors import Fault
from feedback.flows.condition_parser import spell
from feedback.flows.model import Flow, Question

Kind = Literal["wording", "structure", "meaning"]

_FLOW_WORDING = ("title", "start", "finish")
_FLOW_STRUCTURE = ("expires", "reminders")
_WORDING = ("ask", "short", "hint", "means", "also", "retry", "base", "theme")
_STRUCTURE = ("otherwise", "only", "other", "max", "groups", "queues", "prefer_not", "private", "signpost", "accept")
_MEANING = ("type", "range", "consent")


@dataclass(frozen=True)
class Change:
    """One difference. `where` is a question id, a choice as `QUESTION.CHOICE`, or a part of the flow."""

    kind: Kind
    where: str
    message: str


def compare(old: Flow, new: Flow) -> tuple[Change, ...]:
    """Return every difference between two versions of a flow, in the order of the new one. Empty when they are equal."""
    return (*_flow_changes(old, new), *_list_changes(old, new), *_question_changes(old, new))


def version_faults(file: str, old: Flow, new: Flow) -> tuple[Fault, ...]:
    """Return why the new file may not take the place of the old one, if it may not."""
    changes = compare(old, new)
    faults = [
        Fault(file, 1, "meaning-changed", f"{change.where}: {change.message}", "Choose a new id for the new meaning.")
        for change in changes
        if change.kind == "meaning"
    ]
    if new.version <= old.version and any(change.kind != "wording" for change in changes):
        message = f"More than words has changed, and the version is still {new.version}."
        faults.append(Fault(file, 1, "version-not-raised", message, f"Write: version = {old.version + 1}."))
    return tuple(faults)


def _flow_changes(old: Flow, new: Flow) -> Iterator[Change]:
    if old.name != new.name:
        yield Change("meaning", "flow", f'"{old.name}" has become "{new.name}".')
    if old.level != new.level:
        yield Change("meaning", "level", f"A reply spoke for one {old.level}, and now for one {new.level}.")
    if old.consent.switches != new.consent.switches:
        yield Change("meaning", "consent", "A yes at the start now grants something else.")
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
            yield Change("meaning", after.id, message)
    if before.ends and after.ends and before.ends == after.ends[::-1]:
        yield Change("meaning", after.id, "The ends of the scale have changed places.")
    labels = {choice.label: choice.id for choice in before.choices}
    for choice in after.choices:
        earlier = labels.get(choice.label, choice.id)
        if earlier != choice.id and before.choice(choice.id) is not None:
            message = f'"{choice.label}" was the choice "{earlier}".'
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
    if before.ends != after.ends:
        yield Change("wording", after.id, '"ends" has changed.')
    for choice in after.choices:
        earlier = before.choice(choice.id)
        if earlier is not None and earlier.label != choice.label:
            yield Change("wording", f"{after.id}.{choice.id}", f'It was "{earlier.label}".')


def _told(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) and value else "nothing" if value in (None, "") else str(value)
