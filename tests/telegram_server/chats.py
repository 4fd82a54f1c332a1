"""Chats as both sides see them: who is in them, what was said, which keyboard is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from telegram_server.errors import ApiError, bad_request, forbidden


@dataclass
class Bubble:
    """One message on the screen. `buttons` are the labels under it, row by row; `inline` tells which kind they are."""

    message: dict[str, Any]
    is_from_bot: bool
    buttons: tuple[tuple[str, ...], ...] = ()
    inline: tuple[dict[str, Any], ...] = ()
    placeholder: str = ""
    marks: tuple[str, ...] = ()
    """The reactions that the person put under it."""

    @property
    def id(self) -> int:
        return self.message["message_id"]

    @property
    def text(self) -> str:
        return self.message.get("text", self.message.get("caption", ""))

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for row in self.buttons for label in row)


@dataclass
class Chat:
    """One chat of the bot. `standing` is what the bot is in it: stranger, member, kicked (blocked) or left."""

    id: int
    type: str
    title: str
    user: dict[str, Any] | None = None
    standing: str = "stranger"
    bubbles: list[Bubble] = field(default_factory=list)
    keyboard: tuple[tuple[str, ...], ...] = ()
    heard: Callable[[Bubble], None] = lambda _: None
    """Called with each message from the bot."""

    @property
    def face(self) -> dict[str, Any]:
        """The chat as it stands in a message."""
        named = {"first_name": self.title} if self.type == "private" else {"title": self.title}
        return {"id": self.id, "type": self.type, **named}

    def refuse_sending(self) -> None:
        """Raise what the real server answers when the bot may not write here."""
        errors: dict[str, ApiError] = {
            "stranger": bad_request("chat not found"),
            "kicked": forbidden(
                "bot was blocked by the user" if self.user else f"bot was kicked from the {self.type} chat"
            ),
            "left": forbidden(f"bot is not a member of the {self.type} chat"),
            "deactivated": forbidden("user is deactivated"),
        }
        if self.standing in errors:
            raise errors[self.standing]

    def shows(self, bubble: Bubble) -> None:
        self.bubbles.append(bubble)

    def bubble(self, message_id: int) -> Bubble | None:
        return next((bubble for bubble in reversed(self.bubbles) if bubble.id == message_id), None)
