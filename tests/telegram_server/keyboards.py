"""Reading reply_markup: which buttons a message brings, within the limits of the real server."""

from typing import Any

from telegram_server.chats import Bubble, Chat
from telegram_server.errors import bad_request
from telegram_server.parameters import Parameters

MOST_BUTTONS, MOST_IN_A_ROW, LONGEST_PLACEHOLDER, LONGEST_DATA = 100, 8, 64, 64


def dress(bubble: Bubble, chat: Chat, parameters: Parameters) -> None:
    """Put the keyboard of a sendMessage under its bubble, and on the chat's screen where it is a reply keyboard."""
    markup = parameters.parsed("reply_markup", "reply keyboard markup")
    if markup is None:
        return
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        _dress_inline(bubble, markup)
    elif "keyboard" in markup:
        bubble.buttons = _rows(markup["keyboard"])
        bubble.placeholder = markup.get("input_field_placeholder", "")
        if len(bubble.placeholder) > LONGEST_PLACEHOLDER:
            raise bad_request("input field placeholder is too long")
        chat.keyboard = bubble.buttons
    elif markup.get("remove_keyboard"):
        chat.keyboard = ()


def _dress_inline(bubble: Bubble, markup: dict[str, Any]) -> None:
    rows = markup["inline_keyboard"]
    bubble.buttons = _rows(rows)
    bubble.inline = tuple(button for row in rows for button in row)
    for button in bubble.inline:
        if not 1 <= len(button.get("callback_data", "x").encode()) <= LONGEST_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    bubble.message["reply_markup"] = {"inline_keyboard": rows}


def _rows(rows: list[list[Any]]) -> tuple[tuple[str, ...], ...]:
    if not rows or not all(rows):
        raise bad_request("reply keyboard must have at least one button in each row")
    result = tuple(
        tuple(button if isinstance(button, str) else button.get("text", "") for button in row) for row in rows
    )
    if not all(label.strip() for row in result for label in row):
        raise bad_request("keyboard button text must be non-empty")
    if sum(map(len, result)) > MOST_BUTTONS or max(map(len, result)) > MOST_IN_A_ROW:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return result
