import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram_server.person import Person
from telegram_server.server import TelegramServer

from bot.update_ids import received
from bot.update_parser import LeaveChat, read
from feedback.conversation.messages import Inbound
from feedback.errors import UnreadableMessage

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SAID_AT = datetime(2026, 3, 1, 9, tzinfo=UTC)


def message(**content: Any) -> dict[str, Any]:
    chat = {"id": 7, "type": "private"}
    return {"message_id": 31, "date": int(SAID_AT.timestamp()), "chat": chat, **content}


def said(kind: str = "message", **content: Any) -> Inbound | LeaveChat | None:
    return read(json.dumps({"update_id": 1, kind: message(**content)}), NOW)


def last(server: TelegramServer) -> Inbound | LeaveChat | None:
    return read(server.updates.waiting(server.clock.now())[-1].text, NOW)


def test_a_text_keeps_every_character_and_its_place() -> None:
    words = "I had to stop my tablets.\n" * 157 + "That is 4,096 in all"

    inbound = said(text=words)

    assert inbound == Inbound("telegram", "text", SAID_AT, text=words, message="31")


@pytest.mark.parametrize(
    ("text", "command", "payload"),
    [
        ("/start", "start", ""),
        ("/start abc_DEF-123", "start", "abc_DEF-123"),
        ("/Help", "help", ""),
        ("/back@sayso_test_bot", "back", ""),
        (" /prefer_not ", "prefer_not", ""),
    ],
)
def test_the_words_of_the_menu_are_commands(text: str, command: str, payload: str) -> None:
    assert said(text=text) == Inbound("telegram", "command", SAID_AT, command=command, payload=payload, message="31")


@pytest.mark.parametrize("text", ["/help me please", "/start by asking us", "/dance", "stop", "/"])
def test_words_beside_a_command_stay_words(text: str) -> None:
    assert said(text=text) == Inbound("telegram", "text", SAID_AT, text=text, message="31")


def test_characters_that_no_database_keeps_are_replaced() -> None:
    assert said(text="a\0b\ud800c\U0001f642").text == "ab�c\U0001f642"


async def test_all_that_a_person_can_send_is_told_apart(bot_api: TelegramServer, ada: Person) -> None:
    bubble = await ada.says("here")
    await ada.edits(bubble, "there")
    edit = last(bot_api)
    assert (edit.kind, edit.text, edit.message) == ("edit", "there", str(bubble.id))
    await ada.sends_voice("my words")
    assert (last(bot_api).kind, last(bot_api).media, last(bot_api).text) == ("media", "voice", "my words")
    await ada.sends_album(2, "two pictures")
    assert (last(bot_api).media, bool(last(bot_api).album), last(bot_api).text) == ("photo", True, "")
    await ada.sends_sticker()
    assert last(bot_api).media == "sticker"
    await ada.sends_document("a note")
    assert (last(bot_api).media, last(bot_api).text) == ("document", "a note")
    await ada.forwards("somebody else's words")
    assert (last(bot_api).kind, last(bot_api).is_forward) == ("text", True)
    await ada.sends(location={"latitude": 51.5, "longitude": -0.1}, venue={"title": "Hall"})
    assert last(bot_api).media == "venue"
    await ada.sends_location()
    assert (last(bot_api).media, last(bot_api).text) == ("location", "")
    await ada.replies(bubble, "no, there", quote="here")
    assert (last(bot_api).text, last(bot_api).reply_to) == ("no, there", str(bubble.id))
    await ada.blocks()
    assert last(bot_api).kind == "blocked"
    await ada.unblocks()
    assert last(bot_api).kind == "unblocked"


def reaction(*marks: dict[str, str], chat: str = "private") -> dict[str, Any]:
    return {"chat": {"id": 7, "type": chat}, "message_id": 31, "date": 1772355600, "new_reaction": list(marks)}


def test_a_reaction_is_its_mark_and_the_message_that_it_stands_under() -> None:
    thumb = {"type": "emoji", "emoji": "\N{THUMBS UP SIGN}"}
    heard = read(json.dumps({"update_id": 1, "message_reaction": reaction(thumb)}), NOW)

    assert (heard.kind, heard.text, heard.message, heard.reply_to) == ("reaction", thumb["emoji"], "reaction:31", "31")
    assert heard.at == datetime.fromtimestamp(1772355600, UTC)


@pytest.mark.parametrize(
    "marks", [(), ({"type": "custom_emoji", "custom_emoji_id": "5"},), ({"type": "paid"},), ("odd",)]
)
def test_a_mark_that_is_taken_away_or_has_no_name_says_nothing(marks) -> None:
    assert read(json.dumps({"update_id": 1, "message_reaction": reaction(*marks)}), NOW) is None


def test_a_reaction_in_a_group_means_that_we_leave_it() -> None:
    assert read(json.dumps({"message_reaction": reaction(chat="group")}), NOW) == LeaveChat("7")


def test_each_change_of_a_reaction_has_an_id_of_its_own() -> None:
    up, down = (
        {"update_id": 5, "message_reaction": reaction({"type": "emoji", "emoji": one})} for one in "\u2764\u26a1"
    )

    ids = [received(update).external_id for update in (up, down, up)]

    assert (ids[0] == ids[2], ids[0] == ids[1]) == (True, False)
    assert ids[0].startswith("message_reaction:7:31:1772355600:")
    assert received(up).sender == "7"


@pytest.mark.parametrize(
    ("chat", "replied"), [({"id": 7, "type": "private"}, "12"), ({"id": 8, "type": "channel"}, ""), (None, "")]
)
def test_a_quote_of_another_chat_is_no_reply_to_us(chat, replied) -> None:
    quoted = {"message_id": 12} | ({"chat": chat} if chat else {})

    assert said(text="This", external_reply=quoted).reply_to == replied


async def test_the_bot_leaves_groups_and_channels(bot_api: TelegramServer, ada: Person) -> None:
    group = bot_api.group("A group")
    ada.adds_bot_to(group)
    assert last(bot_api) == LeaveChat(str(group.id))
    await ada.says("/start", group)
    assert last(bot_api) == LeaveChat(str(group.id))
    assert said("channel_post", text="news", chat={"id": -5, "type": "channel"}) == LeaveChat("-5")


async def test_a_late_tap_on_a_button_is_read_as_its_text(bot_api: TelegramServer, ada: Person) -> None:
    query = {"id": "55", "from": ada.user, "chat_instance": "1", "data": "yes", "message": message(text="Well?")}
    raw = {"update_id": 1, "callback_query": query}

    assert read(json.dumps(raw), NOW) == Inbound("telegram", "text", NOW, text="yes")
    assert received(raw).external_id == "callback_query:55"
    assert received(raw).sender == "7"


@pytest.mark.parametrize(
    "content", [{"pinned_message": message(text="old")}, {"message_auto_delete_timer_changed": {}}, {"hologram": 1}]
)
def test_what_is_no_feedback_is_none(content: dict[str, Any]) -> None:
    assert said(**content) is None
    assert read('{"update_id": 1, "hologram": {}}', NOW) is None


@pytest.mark.parametrize(
    "raw",
    [
        "no json",
        "[]",
        "[" * 100_000,
        '{"message": 5}',
        '{"message": {}}',
        json.dumps({"message": message(text=["secret words"])}),
        json.dumps({"message": message(text="secret words", date="noon")}),
        json.dumps({"message": message(text="secret words", date=10**18)}),
        json.dumps({"message": message(text="secret words", message_id=True)}),
        json.dumps({"my_chat_member": {"chat": {"id": 7, "type": "private"}, "new_chat_member": None}}),
    ],
)
def test_what_telegram_would_not_send_is_refused_without_repeating_it(raw: str) -> None:
    with pytest.raises(UnreadableMessage) as caught:
        read(raw, NOW)

    assert "secret" not in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(message(text="", photo=1))), inner)
    ),
    max_leaves=12,
)
KINDS = st.sampled_from(
    ["message_reaction", "message", "edited_message", "callback_query", "my_chat_member", "channel_post", "hologram"]
)


@pytest.mark.slow
@given(st.dictionaries(KINDS, JSON | st.builds(lambda text: message(text=text), JSON)) | JSON)
def test_any_update_is_named_and_then_read_or_refused(update: Any) -> None:
    row = received(update)

    assert row.external_id
    assert row == received(json.loads(row.raw))
    try:
        inbound = read(row.raw, NOW)
    except UnreadableMessage:
        return
    assert inbound is None or isinstance(inbound, LeaveChat) or inbound.text.encode() is not None
