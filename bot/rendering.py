"""How a message looks in Telegram: plain text with numbered choices, and a keyboard whose taps are texts."""

import re
from collections.abc import Iterable
from typing import Any

from feedback.conversation import plain_text
from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.words import Words
from feedback.types.registry import type_of

LONGEST_TEXT = 4096
"""Telegram's limit, counted here in UTF-16 units: the stricter of the two readings of its documentation."""
LONGEST_SUMMARY = 1000
"""A summary is easier to read in parts."""
LONGEST_PLACEHOLDER = 64
"""Characters that Telegram takes for it (core.telegram.org/bots/api#replykeyboardmarkup)."""
ROW_CHARACTERS, ROW_BUTTONS = 24, 3
"""What still fits beside each other on a narrow phone with large print."""
SCALE_BUTTONS, SCALE_ROW = 11, 6
"""From 0 to 10 is 11 buttons. Telegram takes eight in a row; six are still wide enough for a thumb. Six is a guess."""
_BREAKS = (re.compile(r"\n\n"), re.compile(r"\n"), re.compile(r"(?<=[.?]) "), re.compile(r" "))
"""Where a long text may be parted, the best places first."""


def draw(outbound: Outbound, words: Words) -> tuple[dict[str, Any], ...]:
    """Return the sendMessage parameters (without chat_id) of one message, in parts if it is long.

    The keyboard comes with the last part. That of a message that asks nothing holds `Help now` and the way out alone,
    so that no old answer can be tapped; one about help or a reminder leaves it as it is. Raises ValueError for an empty
    message.
    """
    prompt = outbound.prompt
    longest = LONGEST_SUMMARY if prompt and prompt.about == "check" else LONGEST_TEXT
    parts: list[dict[str, Any]] = [{"text": part} for part in split(plain_text.draw(outbound), longest)]
    if not parts:
        raise ValueError("A message without a word cannot be sent.")
    if prompt:
        parts[-1]["reply_markup"] = _keyboard(outbound, prompt, words)
    elif outbound.kind in ("talk", "farewell"):
        parts[-1]["reply_markup"] = _of_rows(_rows(plain_text.labels_beside(outbound, words)))
    return tuple(parts)


def split(text: str, longest: int) -> tuple[str, ...]:
    """Return the text in parts of at most `longest` UTF-16 units, parted between words where there are any."""
    parts = []
    while len(text) > (room := _fitting(text, longest)):
        at = _break(text[:room])
        parts.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return tuple(part for part in (*parts, text) if part)


def _fitting(text: str, longest: int) -> int:
    """Return how many characters from the start fit into so many UTF-16 units."""
    if len(text) * 2 <= longest:
        return len(text)
    units = 0
    for place, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > longest:
            return place
    return len(text)


def _break(text: str) -> int:
    """Return where to part a text that is full: after the last break of the best kind in its second half."""
    for kind in _BREAKS:
        places = [match.end() for match in kind.finditer(text) if match.end() > len(text) // 2]
        if places:
            return places[-1]
    return len(text)


def _keyboard(outbound: Outbound, prompt: Prompt, words: Words) -> dict[str, Any]:
    keyboard = _of_rows([*_answers(prompt), *_rows(plain_text.labels_beside(outbound, words))])
    if type_of(prompt).field == "box" and 0 < len(prompt.hint) <= LONGEST_PLACEHOLDER and "\n" not in prompt.hint:
        return keyboard | {"input_field_placeholder": prompt.hint}
    return keyboard


def _of_rows(rows: list[list[str]]) -> dict[str, Any]:
    keys = [[{"text": label} for label in row] for row in rows]
    return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": False}


def _answers(prompt: Prompt) -> list[list[str]]:
    """Return the rows of buttons for the answers; a long scale is typed."""
    if prompt.choices:
        return _rows(choice.label for choice in prompt.choices)
    if type_of(prompt).field != "points" or not prompt.range:
        return []
    low, high = map(int, prompt.range)
    labels = [str(number) for number in range(low, high + 1)]
    if len(labels) > SCALE_BUTTONS:
        return []
    width = len(labels) if len(labels) <= SCALE_ROW else (len(labels) + 1) // 2
    return [labels[start : start + width] for start in range(0, len(labels), width)]


def _rows(labels: Iterable[str]) -> list[list[str]]:
    """Return labels in rows that a narrow phone shows whole, in their order."""
    rows: list[list[str]] = []
    for label in labels:
        last = rows[-1] if rows else []
        if last and len(last) < ROW_BUTTONS and sum(map(len, (*last, label))) <= ROW_CHARACTERS:
            last.append(label)
        else:
            rows.append([label])
    return rows
