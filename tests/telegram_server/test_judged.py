"""The referee bites: what another library would not accept is a fault."""

import json

import pytest
from telegram_server.judged import Referee


def call(method: str, answer: object = None, **values: str) -> dict:
    return {"method": method, "values": values, "files": [], "answer": json.dumps(answer) if answer else ""}


CHAT = {"id": 7, "type": "private"}
SENT = {"ok": True, "result": {"message_id": 1, "date": 1_790_000_000, "chat": CHAT, "text": "a"}}


def test_what_is_right_is_no_fault(referee: Referee) -> None:
    keys = json.dumps({"keyboard": [[{"text": "Yes"}]], "resize_keyboard": True})

    assert referee.judge(call("sendmessage", SENT, chat_id="7", text="a", reply_markup=keys)) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (call("sendfeedback"), "sendfeedback: there is no such method"),
        (call("sendmessage", chat_id="7"), "sendmessage: text: Field required"),
        (
            call("sendmessage", chat_id="7", text="a", replymarkup="{}"),
            "sendmessage: replymarkup: there is no such field",
        ),
        (
            call("sendmessage", chat_id="7", text="a", reply_markup='{"keyboard": [[{"txt": "a", "text": "a"}]]}'),
            "sendmessage: reply_markup.keyboard.txt: there is no such field",
        ),
        (call("sendmessage", chat_id="7", text="a", reply_markup="{"), "sendmessage: reply_markup is not JSON: '{'"),
        (
            call("sendmessage", {"ok": True, "result": SENT["result"] | {"txt": "a"}}, chat_id="7", text="a"),
            "sendmessage answer: result.txt: there is no such field",
        ),
        (
            {"update": {"update_id": 1, "message": {"message_id": 1, "chat": CHAT}}},
            "update: message.date: Field required",
        ),
    ],
)
def test_what_is_wrong_or_misspelt_is_a_fault(referee: Referee, line: dict, fault: str) -> None:
    assert fault in referee.judge(line)
