"""Raw updates of the Bot API, as they were stored, to `Inbound`. Pure: nothing is asked of Telegram here."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, cast

from feedback.channels import TELEGRAM
from feedback.conversation.messages import Inbound, InboundKind
from feedback.errors import UnreadableMessage
from feedback.flows.words import COMMANDS, Command

MEDIA = (
    "voice", "video_note", "video", "audio", "animation", "photo", "document", "sticker", "venue", "location",
    "contact", "poll", "dice", "story", "game", "paid_media", "checklist",
)  # fmt: skip
"""What a person may send beside text; `animation` and `venue` come with another of these, so they stand before it."""

_GONE = frozenset({"kicked", "left"})
_COMMAND = re.compile(r"/([a-z_]+)(?:@\w+)?", re.IGNORECASE)
_START = re.compile(r"/start(?:@\w+)?(?:\s+([A-Za-z0-9_-]{1,64}))?", re.IGNORECASE)


@dataclass(frozen=True)
class LeaveChat:
    """Feedback is personal: the bot does not stay in this group or channel."""

    chat: str


def read(raw: str, received_at: datetime) -> Inbound | LeaveChat | None:
    """Return what a stored update says; None for what is not feedback (and for kinds that are not known yet).

    `received_at` is used for a tap, which carries no time of its own. Raises UnreadableMessage for what Telegram
    would not send; its text names the field, never what is in it.
    """
    update = _parsed(raw)
    if "callback_query" in update:
        return _tap(_of_type(update, "callback_query", dict), received_at)
    for kind, reader in _READERS.items():
        if kind in update:
            return reader(_of_type(update, kind, dict))
    return None


def _parsed(raw: str) -> dict[str, Any]:
    try:
        update = json.loads(raw)
    except (ValueError, RecursionError):
        raise UnreadableMessage("The update is not JSON.") from None
    if not isinstance(update, dict):
        raise UnreadableMessage("The update is not a JSON object.")
    return update


def _message(message: dict[str, Any], *, is_edit: bool) -> Inbound | LeaveChat | None:
    chat, is_private = _chat(message)
    if not is_private:
        return LeaveChat(chat)
    media = next((kind for kind in MEDIA if kind in message), "")
    text = _text(message, "text") or _text(message, "caption")
    if not text and not media:
        return None
    shape = Inbound(
        channel=TELEGRAM.name,
        kind=_kind(is_edit=is_edit, media=media),
        at=_time(message, "edit_date" if is_edit else "date"),
        text=text,
        message=str(_of_type(message, "message_id", int)),
        media=media,
        album=_text(message, "media_group_id"),
        is_forward="forward_origin" in message or "forward_date" in message,
        reply_to=_replied_to(message, chat),
    )
    return _command(shape) or shape


def _replied_to(message: dict[str, Any], chat: str) -> str:
    """Return the id of the message of this chat that a reply or a quote is to; nothing for one of another chat."""
    if isinstance(message.get("reply_to_message"), dict):
        return str(_of_type(message["reply_to_message"], "message_id", int))
    other = message.get("external_reply")
    if not isinstance(other, dict) or "chat" not in other or "message_id" not in other:
        return ""
    return str(_of_type(other, "message_id", int)) if _chat(other)[0] == chat else ""


def _reaction(change: dict[str, Any]) -> Inbound | LeaveChat | None:
    """A mark under a message. One that is taken away, or is a picture of somebody's own, says nothing that we can keep."""
    chat, is_private = _chat(change)
    if not is_private:
        return LeaveChat(chat)
    marks = [mark for mark in _of_type(change, "new_reaction", list) if isinstance(mark, dict)]
    emoji = next((text for mark in marks if (text := _text(mark, "emoji"))), "")
    about = str(_of_type(change, "message_id", int))
    at = _time(change, "date")
    return (
        Inbound("telegram", "reaction", at, text=emoji, message=f"reaction:{about}", reply_to=about) if emoji else None
    )


def _kind(*, is_edit: bool, media: str) -> InboundKind:
    if is_edit:
        return "edit"
    return "media" if media else "text"


def _command(said: Inbound) -> Inbound | None:
    """Return a command of the menu, if that is all that was said. Words after a command are words."""
    if said.kind != "text" or said.is_forward:
        return None
    text = said.text.strip()
    if start := _START.fullmatch(text):
        return Inbound(said.channel, "command", said.at, command="start", payload=start[1] or "", message=said.message)
    named = _COMMAND.fullmatch(text)
    name = named[1].lower() if named else ""
    if name not in COMMANDS:
        return None
    return Inbound(said.channel, "command", said.at, command=cast("Command", name), message=said.message)


def _tap(query: dict[str, Any], received_at: datetime) -> Inbound | LeaveChat | None:
    """A tap on a button under a message. We show none, but one from an older version must do no harm."""
    message = query.get("message")
    if isinstance(message, dict):
        chat, is_private = _chat(message)
        if not is_private:
            return LeaveChat(chat)
    text = _text(query, "data")
    return Inbound(TELEGRAM.name, "text", received_at, text=text) if text else None


def _standing(change: dict[str, Any]) -> Inbound | LeaveChat | None:
    """The bot was blocked, unblocked, or put into a group."""
    chat, is_private = _chat(change)
    is_gone = _of_type(_of_type(change, "new_chat_member", dict), "status", str) in _GONE
    if not is_private:
        return None if is_gone else LeaveChat(chat)
    return Inbound(TELEGRAM.name, "blocked" if is_gone else "unblocked", _time(change, "date"))


def _post(post: dict[str, Any]) -> LeaveChat:
    return LeaveChat(_chat(post)[0])


_READERS: Mapping[str, Callable[[dict[str, Any]], Inbound | LeaveChat | None]] = {
    "message": partial(_message, is_edit=False),
    "edited_message": partial(_message, is_edit=True),
    "message_reaction": _reaction,
    "my_chat_member": _standing,
    "channel_post": _post,
}


def _chat(content: dict[str, Any]) -> tuple[str, bool]:
    """Return the chat's id as text, and whether it is a talk with one person."""
    chat = _of_type(content, "chat", dict)
    return str(_of_type(chat, "id", int)), _of_type(chat, "type", str) == "private"


def _of_type(content: dict[str, Any], name: str, kind: type) -> Any:
    value = content.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise UnreadableMessage(f"The field {name} of the update is not what Telegram sends.")
    return value


def _text(content: dict[str, Any], name: str) -> str:
    """Return a text without NUL and halves of characters, which no database keeps; empty where there is none."""
    if name not in content:
        return ""
    text: str = _of_type(content, name, str)
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _time(content: dict[str, Any], name: str) -> datetime:
    seconds = _of_type(content, name, int)
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise UnreadableMessage(f"The field {name} of the update is no time.") from None
