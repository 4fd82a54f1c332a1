import pytest
from telegram_server.server import TelegramServer

from bot.client import open_bot
from bot.profile import introduce
from feedback.errors import TryLater
from feedback.flows.words import Words

WORDS = Words(labels={"help": "Help now", "start": "Begin", "prefer_not": "Prefer not to say"})


async def test_the_menu_and_the_texts_are_set_in_our_words(bot_api: TelegramServer) -> None:
    async with open_bot(bot_api.token, bot_api.url) as bot:
        await introduce(bot, WORDS, description="We listen.", about="Feedback")

    assert bot_api.settings == {
        "commands": [
            {"command": "start", "description": "Begin"},
            {"command": "help", "description": "Help now"},
        ],
        "description": "We listen.",
        "short_description": "Feedback",
    }


async def test_a_text_that_is_too_long_is_refused_before_anything_is_set(bot_api: TelegramServer) -> None:
    async with open_bot(bot_api.token, bot_api.url) as bot:
        with pytest.raises(ValueError, match="512 and 120"):
            await introduce(bot, WORDS, description="We listen.", about="a" * 121)

    assert bot_api.calls == []


async def test_a_menu_that_is_not_taken_can_be_tried_later(bot_api: TelegramServer) -> None:
    bot_api.faults.add(method="setMyDescription", code=500)
    async with open_bot(bot_api.token, bot_api.url) as bot:
        with pytest.raises(TryLater):
            await introduce(bot, WORDS, description="We listen.", about="Feedback")
