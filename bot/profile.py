"""What people see of the bot before they write to it: its descriptions, and the menu of commands."""

from collections.abc import Sequence

from telegram import Bot
from telegram.error import TelegramError

from bot.client import call
from feedback.errors import TryLater
from feedback.flows.words import Command, Words

LONGEST_DESCRIPTION, LONGEST_ABOUT = 512, 120
"""Characters that Telegram takes (core.telegram.org/bots/api#setmydescription, #setmyshortdescription)."""
IN_MENU: tuple[Command, ...] = (
    "start", "help", "back", "skip", "next", "pause", "stop", "change", "delete", "person", "privacy",
)  # fmt: skip


async def introduce(bot: Bot, words: Words, *, description: str, about: str) -> None:
    """Set the menu (in the words of the labels), the text of an empty chat and the text of the bot's page.

    Commands without a label stay out. Raises ValueError for a text over 512 and 120 characters, TryLater when
    Telegram does not take it now: a bot without a menu works all the same.
    """
    if len(description) > LONGEST_DESCRIPTION or len(about) > LONGEST_ABOUT:
        raise ValueError(f"The bot's texts are at most {LONGEST_DESCRIPTION} and {LONGEST_ABOUT} characters long.")
    try:
        await call(bot, "setMyCommands", {"commands": commands(words)})
        await call(bot, "setMyDescription", {"description": description})
        await call(bot, "setMyShortDescription", {"short_description": about})
    except TelegramError as error:
        raise TryLater(f"Telegram did not take the bot's menu ({type(error).__name__}).") from None


def commands(words: Words) -> Sequence[dict[str, str]]:
    """Return the entries of the menu, in the order in which they are shown."""
    return [{"command": name, "description": words.labels[name]} for name in IN_MENU if name in words.labels]
