"""What names an update and its sender, read from as little of it as can be: it must work for any JSON at all."""

import hashlib
import json
from typing import Any

from feedback.channels import TELEGRAM
from feedback.conversation.messages import Received

_MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post")


def received(update: object) -> Received:
    """Return one update, parsed from JSON but not looked into, as it goes into the inbox.

    The id rests on chat and message, since update ids start anew after a quiet week. An edit adds its date and a hash
    to the id of its message, so does a reaction, a tap has the id of its query; anything else goes by its update id, and what has not even
    that by its hash.
    """
    raw = json.dumps(update, separators=(",", ":"))
    content = update if isinstance(update, dict) else {}
    external_id = (
        _message_id(content)
        or _tap_id(content)
        or _reaction_id(content)
        or _update_id(content)
        or f"unreadable:{_hash(raw)}"
    )
    return Received(TELEGRAM.name, external_id, _sender(content), raw)


def received_text(raw: str) -> Received:
    """Return one update as the text that was sent; what is no JSON goes by its hash."""
    try:
        return received(json.loads(raw))
    except (ValueError, RecursionError):
        return Received(TELEGRAM.name, f"unreadable:{_hash(raw)}", "", raw)


def _message_id(update: dict[str, Any]) -> str:
    for kind in _MESSAGES:
        message = update.get(kind)
        chat, number = _chat_id(message), _whole(_field(message, "message_id"))
        if chat and number:
            return f"{kind}:{chat}:{number}" + _edit(message)
    return ""


def _edit(message: object) -> str:
    """Return what tells one edit of a message from the next: dates are whole seconds, so its content counts too."""
    edited = _whole(_field(message, "edit_date"))
    return f":{edited}:{_hash(json.dumps(message))[:16]}" if edited else ""


def _tap_id(update: dict[str, Any]) -> str:
    query = _field(update.get("callback_query"), "id")
    return f"callback_query:{query}" if isinstance(query, str | int) and str(query) else ""


def _reaction_id(update: dict[str, Any]) -> str:
    change = update.get("message_reaction")
    chat, number, date = _chat_id(change), _whole(_field(change, "message_id")), _whole(_field(change, "date"))
    if not (chat and number and date):
        return ""
    return f"message_reaction:{chat}:{number}:{date}:{_hash(json.dumps(change))[:16]}"


def _update_id(update: dict[str, Any]) -> str:
    number = _whole(update.get("update_id"))
    return f"update:{number}" if number else ""


def _hash(raw: str) -> str:
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


def _sender(update: dict[str, Any]) -> str:
    """Return the chat that the update belongs to, or nothing."""
    for content in update.values():
        chat = (
            _chat_id(content) or _chat_id(_field(content, "message")) or _whole(_field(_field(content, "from"), "id"))
        )
        if chat:
            return chat
    return ""


def _chat_id(content: object) -> str:
    return _whole(_field(_field(content, "chat"), "id"))


def _field(content: object, name: str) -> Any:
    return content.get(name) if isinstance(content, dict) else None


def _whole(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
