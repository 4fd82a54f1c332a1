"""Compiled flows: canonical JSON, the SHA-256 that names a version, and the way back.

What has its usual value is left out, so that a new field of ours never changes the name of an old version. Lists keep
their order (choices are numbered by it); keys are sorted; times are whole seconds; conditions are text.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, replace
from datetime import timedelta
from typing import Any

from feedback.errors import SaysoError
from feedback.flows.condition_parser import parse_condition, spell
from feedback.flows.model import Choice, ConsentAsk, Finish, Flow, Question
from feedback.flows.words import Words

_NEVER_COMPILED = frozenset({"version_id", "words"})


def compile_flow(flow: Flow) -> str:
    """Return a flow as canonical JSON, one line, without its shared words. Equal flows give equal text."""
    return json.dumps(_plain(flow), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def version_of(flow: Flow) -> str:
    """Return the SHA-256 (hex) of the compiled flow: the name of its version."""
    return _hash(compile_flow(flow))


def load_compiled(text: str, words: Words) -> Flow:
    """Return the flow that `compile_flow` wrote, with these shared words. Raises SaysoError for anything else."""
    try:
        flow = _flow(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SaysoError("This is not a compiled flow of this release of sayso.") from error
    return replace(flow, version_id=_hash(text), words=words)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> Any:
    match value:
        case Flow() | Question() | Choice() | ConsentAsk() | Finish():
            return {item.name: _field(item, value) for item in fields(value) if _is_told(item, value)}
        case tuple():
            return [_plain(item) for item in value]
        case timedelta():
            return int(value.total_seconds())
        case _:
            return value


def _is_told(item: Field[Any], value: object) -> bool:
    if item.name in _NEVER_COMPILED:
        return False
    return item.default is MISSING or getattr(value, item.name) != item.default


def _field(item: Field[Any], value: object) -> Any:
    held = getattr(value, item.name)
    return spell(held) if item.name == "when" else _plain(held)


def _made(shape: Callable[..., Any], raw: Mapping[str, Any], readers: Mapping[str, Callable[[Any], object]]) -> Any:
    return shape(**{name: readers.get(name, _same)(held) for name, held in raw.items()})


def _flow(raw: Mapping[str, Any]) -> Flow:
    readers: dict[str, Callable[[Any], object]] = {
        "consent": lambda held: _made(ConsentAsk, held, {"switches": tuple}),
        "questions": lambda held: tuple(map(_question, held)),
        "finish": lambda held: _made(Finish, held, {}),
        "expires": _time,
        "reminders": lambda held: tuple(map(_time, held)),
    }
    flow: Flow = _made(Flow, raw, readers)
    return flow


def _question(raw: Mapping[str, Any]) -> Question:
    readers: dict[str, Callable[[Any], object]] = {
        "choices": lambda held: tuple(_made(Choice, choice, {}) for choice in held),
        "range": tuple,
        "ends": tuple,
        "when": parse_condition,
        "groups": lambda held: tuple((name, tuple(ids)) for name, ids in held),
        "queues": lambda held: tuple((name, tuple(ids)) for name, ids in held),
        "accept": tuple,
        "also": lambda held: tuple((choice, tuple(names)) for choice, names in held),
    }
    question: Question = _made(Question, raw, readers)
    return question


def _time(seconds: int) -> timedelta:
    return timedelta(seconds=seconds)


def _same(held: object) -> object:
    return held
