import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from telegram import Bot
from telegram_server.person import Person
from telegram_server.server import TelegramServer

from bot.client import BotRefused, open_bot, username
from bot.sender import ChatMoved, TelegramSender
from feedback.conversation.messages import Outbound, Prompt
from feedback.errors import GiveUp, TryLater
from feedback.flows.model import Choice
from feedback.flows.words import Words

WORDS = Words(labels={"help": "Help now", "stop": "Stop"})
HELLO = Outbound("Hello.")


@pytest_asyncio.fixture
async def bot(bot_api: TelegramServer) -> AsyncIterator[Bot]:
    async with open_bot(bot_api.token, bot_api.url) as bot:
        yield bot


@pytest.fixture
def sender(bot: Bot) -> TelegramSender:
    return TelegramSender(bot)


async def test_a_person_sees_the_question_and_its_buttons(ada: Person, sender: TelegramSender) -> None:
    await ada.starts()
    prompt = Prompt("used", "Have you used it?", "yesno", (Choice("yes", "Yes"), Choice("no", "No")), words=("help",))

    number = await sender.send(str(ada.id), Outbound("Thank you.", prompt), WORDS)

    heard = await ada.hears()
    assert number == str(heard.id)
    assert heard.text == "Thank you.\n\nHave you used it?\n\n1. Yes\n2. No"
    assert ada.buttons == ("Yes", "No", "Help now")
    await ada.taps("Yes")


async def test_the_id_of_a_long_message_is_that_of_its_last_part(ada: Person, sender: TelegramSender) -> None:
    await ada.starts()

    number = await sender.send(str(ada.id), Outbound("word " * 1000), WORDS)

    assert [str(bubble.id) for bubble in ada.screen][-1] == number
    assert ada.unheard == 2


@pytest.mark.parametrize(
    ("fault", "wait", "known"),
    [
        ({"code": 429, "retry_after": 7}, 7.0, True),
        ({"code": 401, "description": "Unauthorized"}, None, True),
        ({"code": 500}, None, False),
        ({"drop": "before"}, None, False),
        ({"drop": "after"}, None, False),
        ({"body": "<html>"}, None, False),
    ],
)
async def test_a_failure_that_may_pass_says_whether_the_message_may_have_gone(
    bot_api: TelegramServer, ada: Person, sender: TelegramSender, fault: dict, wait: float | None, *, known: bool
) -> None:
    await ada.starts()
    bot_api.faults.add(method="sendMessage", **fault)

    with pytest.raises(TryLater) as caught:
        await sender.send(str(ada.id), HELLO, WORDS)

    assert (caught.value.wait_seconds, caught.value.outcome_known) == (wait, known)
    assert caught.value.__suppress_context__


async def test_a_server_that_is_away_has_not_taken_the_message() -> None:
    async with open_bot("4200:invented", "http://127.0.0.1:9") as bot:
        with pytest.raises(TryLater) as caught:
            await TelegramSender(bot).send("7", HELLO, WORDS)

    assert caught.value.outcome_known


async def test_a_server_that_does_not_answer_is_left_after_our_own_time(
    bot_api: TelegramServer, ada: Person, bot: Bot
) -> None:
    await ada.starts()
    bot_api.faults.add(method="sendMessage", hang=3600)

    with pytest.raises(TryLater) as caught:
        await TelegramSender(bot, seconds=0.05).send(str(ada.id), HELLO, WORDS)

    assert not caught.value.outcome_known


async def test_nobody_is_written_to_who_is_gone(bot_api: TelegramServer, ada: Person, sender: TelegramSender) -> None:
    with pytest.raises(GiveUp, match="does not know this chat"):
        await sender.send("12345", HELLO, WORDS)
    await ada.blocks()
    with pytest.raises(GiveUp, match="has blocked the bot"):
        await sender.send(str(ada.id), HELLO, WORDS)
    ada.chat.standing = "deactivated"
    with pytest.raises(GiveUp, match="has left Telegram"):
        await sender.send(str(ada.id), HELLO, WORDS)


async def test_a_chat_that_moved_tells_its_new_address(
    bot_api: TelegramServer, ada: Person, sender: TelegramSender
) -> None:
    why = "Bad Request: group chat was upgraded to a supergroup chat"
    bot_api.faults.add(method="sendMessage", code=400, description=why, migrate_to=-1007)

    with pytest.raises(ChatMoved) as caught:
        await sender.send(str(ada.id), HELLO, WORDS)

    assert caught.value.address == "-1007"


async def test_leaving_a_group_twice_is_no_failure(
    bot_api: TelegramServer, ada: Person, sender: TelegramSender
) -> None:
    group = bot_api.group("A group")
    ada.adds_bot_to(group)

    await sender.leave(str(group.id))
    await sender.leave(str(group.id))

    assert group.standing == "left"


async def test_messages_to_many_people_go_side_by_side(bot_api: TelegramServer, sender: TelegramSender) -> None:
    people = [bot_api.person() for _ in range(50)]
    await asyncio.gather(*(person.starts() for person in people))

    await asyncio.gather(*(sender.send(str(person.id), HELLO, WORDS) for person in people))

    assert [person.unheard for person in people] == [1] * 50


async def test_the_token_stays_out_of_the_log(
    bot_api: TelegramServer, ada: Person, sender: TelegramSender, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await ada.starts()
    await sender.send(str(ada.id), HELLO, WORDS)
    assert await username(bot) == "sayso_test_bot"
    bot_api.faults.add(code=401, description="Unauthorized")
    with pytest.raises(BotRefused):
        await username(bot)

    assert bot_api.token not in caplog.text
