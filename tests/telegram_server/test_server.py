"""The rules of the Bot API that the product leans on, asked of our server with a client that is not the product's."""

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from telegram_server.person import Person
from telegram_server.server import TelegramServer
from telegram_server.updates import DAY


class Line:
    """A bare client. Values are sent as the real clients send them: texts as they are, all else as JSON."""

    def __init__(self, server: TelegramServer, session: aiohttp.ClientSession) -> None:
        self._server, self._session = server, session

    async def ask(self, method: str, **values: Any) -> dict[str, Any]:
        form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
        url = f"{self._server.url}/bot{self._server.token}/{method}"
        async with self._session.post(url, data=form) as response:
            return await response.json()

    async def refusal(self, method: str, **values: Any) -> tuple[int, str]:
        answer = await self.ask(method, **values)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]

    async def ids(self, offset: int = 0, **values: Any) -> list[int]:
        self._server.clock.advance(5)
        answer = await self.ask("getUpdates", offset=offset, **values)
        return [update["update_id"] for update in answer["result"]]


@pytest_asyncio.fixture
async def line(bot_api: TelegramServer) -> AsyncIterator[Line]:
    async with aiohttp.ClientSession() as session:
        yield Line(bot_api, session)


async def test_only_an_offset_deletes_and_it_deletes_all_before_it(ada: Person, line: Line) -> None:
    for number in range(4):
        await ada.says(f"text {number}")

    first, *rest = await line.ids()
    assert await line.ids() == [first, *rest]
    assert await line.ids(first + 2) == rest[1:]
    assert await line.ids(limit=1) == rest[1:2]
    assert await line.ids(-1) == rest[-1:]
    assert await line.ids() == rest[-1:]
    assert await line.ids(first + 1000) == rest[-1:]


async def test_an_offset_repeated_at_once_gets_one_update(ada: Person, line: Line) -> None:
    await ada.says("one")
    await ada.says("two")
    await line.ask("getUpdates")

    assert len((await line.ask("getUpdates"))["result"]) == 1


async def test_a_long_poll_ends_with_a_message_or_with_its_time(
    bot_api: TelegramServer, ada: Person, line: Line
) -> None:
    waiting = asyncio.create_task(line.ask("getUpdates", timeout=50))
    await bot_api.polls.opened.wait()
    await ada.says("hello")
    (update,) = (await waiting)["result"]

    waiting = asyncio.create_task(line.ask("getUpdates", offset=update["update_id"] + 1, timeout=50))
    await bot_api.polls.opened.wait()
    bot_api.clock.advance(51)
    assert (await waiting)["result"] == []


async def test_the_newer_poller_ends_the_older(bot_api: TelegramServer, ada: Person, line: Line) -> None:
    older = asyncio.create_task(line.refusal("getUpdates", timeout=50))
    await bot_api.polls.opened.wait()
    newer = asyncio.create_task(line.ask("getUpdates", offset=1, timeout=50))

    code, why = await older
    await ada.says("hello")

    assert (code, why.partition(";")[0]) == (409, "Conflict: terminated by other getUpdates request")
    assert len((await newer)["result"]) == 1


async def test_a_poller_that_goes_away_is_no_rival(bot_api: TelegramServer, line: Line) -> None:
    gone = asyncio.create_task(line.ask("getUpdates", timeout=50))
    await bot_api.polls.opened.wait()
    gone.cancel()
    await bot_api.polls.closed.wait()

    assert await line.ids() == []


async def test_texts_wait_a_day_and_taps_for_150_seconds(bot_api: TelegramServer, ada: Person, line: Line) -> None:
    await ada.starts()
    keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    await line.ask("sendMessage", chat_id=ada.id, text="Well?", reply_markup=keys)
    early, late = await ada.presses("Yes"), await ada.presses("Yes")
    assert (await line.ask("answerCallbackQuery", callback_query_id=early))["ok"]
    assert len(await line.ids()) == 3

    bot_api.clock.advance(150)
    assert len(await line.ids()) == 1
    code, why = await line.refusal("answerCallbackQuery", callback_query_id=late)
    assert (code, why[:29]) == (400, "Bad Request: query is too old")
    bot_api.clock.advance(DAY)
    assert await line.ids() == []


async def test_only_the_kinds_asked_for_are_kept(ada: Person, line: Line) -> None:
    await line.ids(allowed_updates=["message"])
    bubble = await ada.says("here")
    await ada.edits(bubble, "there")
    await ada.blocks()

    assert len(await line.ids()) == 1


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"text": "  "}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "a", "chat_id": 5}, "chat not found"),
        ({"text": "a", "parse_mode": "HTML2"}, "unsupported parse_mode"),
        ({"text": "<b>a", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "a", "reply_markup": {"keyboard": [[]]}}, "reply keyboard must have"),
        ({"text": "a", "reply_markup": {"keyboard": [[{"text": " "}]]}}, "keyboard button text must be non-empty"),
        ({"text": "a", "reply_markup": {"keyboard": [[{"text": str(n)} for n in range(9)]]}}, "REPLY_MARKUP_TOO_LONG"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 33}]]}},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "a", "reply_markup": {"keyboard": [[{"text": "a"}]], "input_field_placeholder": "a" * 65}},
            "input field placeholder is too long",
        ),
    ],
)
async def test_what_the_real_server_refuses_is_refused(
    ada: Person, line: Line, values: dict[str, Any], why: str
) -> None:
    await ada.starts()

    code, said = await line.refusal("sendMessage", **{"chat_id": ada.id, **values})

    assert code == 400
    assert said.startswith(f"Bad Request: {why}")
    assert ada.unheard == 0


async def test_a_person_who_has_not_written_or_has_blocked_the_bot_cannot_be_written_to(
    ada: Person, line: Line
) -> None:
    assert (await line.refusal("sendMessage", chat_id=ada.id, text="a"))[0] == 400
    await ada.starts()
    await ada.blocks()
    said = await line.refusal("sendMessage", chat_id=ada.id, text="a")
    assert said == (403, "Forbidden: bot was blocked by the user")
    await ada.unblocks()
    assert (await line.ask("sendMessage", chat_id=ada.id, text="a"))["ok"]


async def test_messages_can_be_edited_and_deleted_for_two_days(
    bot_api: TelegramServer, ada: Person, line: Line
) -> None:
    theirs = await ada.says("hello")
    sent = (await line.ask("sendMessage", chat_id=ada.id, text="Hi"))["result"]["message_id"]

    assert (await line.ask("editMessageText", chat_id=ada.id, message_id=sent, text="Hello"))["ok"]
    assert [bubble.text for bubble in ada.screen] == ["hello", "Hello"]
    said = await line.refusal("editMessageText", chat_id=ada.id, message_id=sent, text="Hello")
    assert said[1].startswith("Bad Request: message is not modified")
    said = await line.refusal("editMessageText", chat_id=ada.id, message_id=theirs.id, text="Hello")
    assert said[1] == "Bad Request: message can't be edited"
    assert (await line.ask("deleteMessages", chat_id=ada.id, message_ids=[theirs.id, 999]))["result"] is True
    bot_api.clock.advance(2 * DAY + 1)
    said = await line.refusal("deleteMessage", chat_id=ada.id, message_id=sent)
    assert said[1] == "Bad Request: message can't be deleted for everyone"


async def test_flood_rules_hold_when_they_are_on(bot_api: TelegramServer, ada: Person, line: Line) -> None:
    bot_api.flood.is_on = True
    await ada.starts()
    assert (await line.ask("sendMessage", chat_id=ada.id, text="a"))["ok"]

    answer = await line.ask("sendMessage", chat_id=ada.id, text="b")

    assert answer["parameters"] == {"retry_after": 1}
    bot_api.clock.advance(1)
    assert (await line.ask("sendMessage", chat_id=ada.id, text="b"))["ok"]


async def test_a_voice_note_can_be_fetched_for_an_hour(bot_api: TelegramServer, ada: Person, line: Line) -> None:
    voice = (await ada.sends_voice()).message["voice"]
    file = (await line.ask("getFile", file_id=voice["file_id"]))["result"]
    url = f"{bot_api.url}/file/bot{bot_api.token}/{file['file_path']}"
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            assert len(await response.read()) == voice["file_size"]
        bot_api.clock.advance(3601)
        async with session.get(url) as response:
            assert response.status == 404
    big = bot_api.keep_file(b"", size=21 * 1024 * 1024)
    assert await line.refusal("getFile", file_id=big.id) == (400, "Bad Request: file is too big")


async def test_a_picture_and_a_document_arrive(bot_api: TelegramServer, ada: Person) -> None:
    await ada.starts()
    async with aiohttp.ClientSession() as session:
        for method, part in (("sendPhoto", "photo"), ("sendDocument", "document")):
            form = aiohttp.FormData({"chat_id": str(ada.id), "caption": "A chart"})
            form.add_field(part, b"invented", filename="chart.png")
            async with session.post(f"{bot_api.url}/bot{bot_api.token}/{method}", data=form) as response:
                assert response.status == 200

    picture, document = ada.screen[1:]
    assert (picture.text, document.text) == ("A chart", "A chart")
    assert "photo" in picture.message
    assert "document" in document.message


async def test_the_rest_of_the_api_answers_as_it_should(bot_api: TelegramServer, ada: Person, line: Line) -> None:
    group = bot_api.group("A group")
    ada.adds_bot_to(group)

    assert (await line.ask("getMe"))["result"]["username"] == "sayso_test_bot"
    assert (await line.ask("getChat", chat_id=group.id))["result"]["title"] == "A group"
    assert (await line.ask("leaveChat", chat_id=group.id))["result"] is True
    assert (await line.refusal("sendMessage", chat_id=group.id, text="a"))[0] == 403
    await ada.starts()
    assert (await line.ask("sendChatAction", chat_id=ada.id, action="typing"))["result"] is True
    commands = [{"command": "help", "description": "Help now"}]
    await line.ask("setMyCommands", commands=commands, language_code="en")
    assert (await line.ask("getMyCommands", language_code="en"))["result"] == commands
    assert (await line.ask("getMyCommands"))["result"] == []
    assert (await line.refusal("setMyCommands", commands=[{"command": "Help", "description": "x"}]))[0] == 400
    assert (await line.refusal("setMyDescription", description="a" * 513))[0] == 400


async def test_a_webhook_shuts_out_polling_until_it_is_deleted(line: Line) -> None:
    await line.ask("setWebhook", url="http://127.0.0.1:9/hook", secret_token="secret_1")

    assert (await line.ask("getWebhookInfo"))["result"]["url"] == "http://127.0.0.1:9/hook"
    code, why = await line.refusal("getUpdates")
    assert (code, why[:49]) == (409, "Conflict: can't use getUpdates method while webho")
    await line.ask("deleteWebhook")
    assert await line.ids() == []
    assert (await line.refusal("setWebhook", url="http://127.0.0.1:9/hook", secret_token="no spaces"))[0] == 400


@pytest.mark.slow
async def test_a_webhook_that_fails_is_tried_again_with_doubling_pauses(
    bot_api: TelegramServer, ada: Person, line: Line
) -> None:
    await line.ask("setWebhook", url="http://127.0.0.1:9/hook")
    await ada.says("hello")
    began = bot_api.clock.now()
    moments = []
    while len(moments) < 9:
        await asyncio.sleep(0)
        if len(bot_api.webhook.tries) > len(moments):
            moments.append(bot_api.clock.now() - began)
        bot_api.clock.advance(0.01)

    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert [round(pause) for pause in pauses] == pytest.approx([1, 2, 4, 8, 16, 32, 60, 60], abs=1)
    assert (await line.ask("getWebhookInfo"))["result"]["last_error_message"] == "Connection failed"


async def test_a_wrong_token_and_an_unknown_method_are_told_apart(bot_api: TelegramServer, line: Line) -> None:
    assert await line.refusal("sendFeedback") == (404, "Not Found")
    bot_api.token = "4200:other"
    url = bot_api.url + "/bot4200:wrong/getMe"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert (await response.json())["description"] == "Unauthorized"


async def test_buttons_that_are_not_on_the_screen_cannot_be_tapped(ada: Person, line: Line) -> None:
    await ada.starts()
    await line.ask("sendMessage", chat_id=ada.id, text="Well?", reply_markup={"keyboard": [[{"text": "Yes"}]]})
    await ada.taps("Yes")
    with pytest.raises(AssertionError, match="no button 'No', only Yes"):
        await ada.taps("No")
    await line.ask("sendMessage", chat_id=ada.id, text="Thanks", reply_markup={"remove_keyboard": True})
    with pytest.raises(AssertionError, match="only none"):
        await ada.taps("Yes")


async def test_whoever_hears_nothing_says_what_was_on_the_screen(ada: Person) -> None:
    await ada.says("Is anybody there?")

    with pytest.raises(AssertionError, match="Ada: Is anybody there"):
        await ada.hears(patience=0.01)
