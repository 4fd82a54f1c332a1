"""Conversations, answers and messages as JSON text and back: what is saved is what is loaded.

Times are ISO 8601 with their zone. An unknown field is refused, so that an older program never drops what a newer
one wrote.
"""

import json
from dataclasses import is_dataclass
from datetime import datetime
from typing import Any

from feedback.conversation.messages import Outbound, Prompt, StaffAsk
from feedback.conversation.state import Conversation, Proposal
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import Choice
from feedback.types.question_type import Value

_TIMES = ("started_at", "heard_at", "remind_at", "helped_at", "closes_at")


def dump_conversation(conversation: Conversation) -> str:
    """Return a conversation as one line of JSON."""
    return _dump(vars(conversation))


def load_conversation(text: str) -> Conversation:
    """Return the conversation that `dump_conversation` wrote. Raises TypeError for fields that it does not know."""
    raw: dict[str, Any] = json.loads(text)
    for name in _TIMES:
        raw[name] = datetime.fromisoformat(raw[name]) if raw.get(name) else None
    raw["guess"], raw["lately"] = _value(raw.get("guess")), tuple(raw.get("lately", ()))
    proposals = raw.get("proposals", ())
    raw["proposals"] = tuple(Proposal(**{**saved, "value": _value(saved["value"])}) for saved in proposals)
    raw["asks"] = tuple(_ask(saved) for saved in raw.get("asks", ()))
    raw["answers"] = {question: _answer(saved) for question, saved in raw["answers"].items()}
    return Conversation(**raw)


def _ask(saved: dict[str, Any]) -> StaffAsk:
    choices = tuple((one, label) for one, label in saved.get("choices", ()))
    return StaffAsk(**{**saved, "choices": choices, "ends": tuple(saved.get("ends", ()))})


def dump_value(value: Value) -> str:
    """Return the coded part of an answer as JSON: a string, a list of strings, a number or null."""
    return _dump(value)


def load_value(text: str) -> Value:
    """Return what `dump_value` wrote; lists come back as tuples."""
    return _value(json.loads(text))


def dump_pieces(pieces: tuple[Piece, ...]) -> str:
    """Return the messages of an answer as JSON: a list of [message id, words]."""
    return _dump([[piece.message, piece.words] for piece in pieces])


def load_pieces(text: str) -> tuple[Piece, ...]:
    """Return what `dump_pieces` wrote."""
    return tuple(Piece(message, words) for message, words in json.loads(text))


def dump_outbound(outbound: Outbound) -> str:
    """Return a message to a person as one line of JSON."""
    return _dump(vars(outbound))


def load_outbound(text: str) -> Outbound:
    """Return what `dump_outbound` wrote."""
    raw: dict[str, Any] = json.loads(text)
    prompt, rest = raw.pop("prompt"), raw.pop("rest", ())
    return Outbound(**raw, prompt=_prompt(prompt) if prompt else None, rest=tuple(_prompt(one) for one in rest))


def _value(raw: Any) -> Value:
    return tuple(raw) if isinstance(raw, list) else raw


def _answer(raw: dict[str, Any]) -> Answer:
    return Answer(
        state=raw["state"],
        at=datetime.fromisoformat(raw["at"]),
        value=_value(raw["value"]),
        pieces=tuple(Piece(**piece) for piece in raw["pieces"]),
        revision=raw["revision"],
    )


def _prompt(raw: dict[str, Any]) -> Prompt:
    raw["choices"] = tuple(Choice(**choice) for choice in raw["choices"])
    for name in ("picked", "words", "ends", "range"):
        raw[name] = tuple(raw[name]) if raw[name] is not None else None
    return Prompt(**raw)


def _plain(value: object) -> object:
    """Return what JSON can hold. `vars`, not `asdict`, whose deep copies cost most of a step."""
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value):
        return vars(value)
    raise TypeError(f"A conversation holds no {type(value).__name__}.")


_dump = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain).encode
