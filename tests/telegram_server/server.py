"""Our own Bot API server on loopback, for tests and benches: one bot, any number of people, true semantics.

It follows the open source of Telegram's own server: an offset deletes what is before it, messages wait 24 hours and
taps 150 seconds, a second poller ends the first, and an error says what the real one says. It knows nothing of sayso.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web
from telegram_server import methods, parameters, polling
from telegram_server.chats import Bubble, Chat
from telegram_server.clock import Clock
from telegram_server.errors import ApiError, bad_request
from telegram_server.faults import Fault, Faults, Flood
from telegram_server.person import Person
from telegram_server.updates import DAY, Update, Updates
from telegram_server.webhooks import Webhook

INVENTED_TOKEN = "4200:invented-token-of-the-test-server"
FIRST_UPDATE = 731_204_518
FIRST_MESSAGE = 11
FIRST_PERSON = 900_001
LINK_LIFE = 3600


@dataclass(frozen=True)
class Call:
    """One request to the Bot API and what was answered (empty where the line was cut, and for getUpdates)."""

    method: str
    values: dict[str, str]
    files: tuple[str, ...]
    status: int
    answer: str


@dataclass
class File:
    """A file that people sent or the bot uploaded."""

    id: str
    content: bytes
    size: int
    offered_at: float | None = None


class TelegramServer:
    """`async with TelegramServer() as server:` then give `server.url` and `server.token` to a bot."""

    def __init__(self, *, token: str = INVENTED_TOKEN, port: int = 0, record: bool = True) -> None:
        self.token = token
        self.bot = {"id": 4200, "is_bot": True, "first_name": "sayso", "username": "sayso_test_bot"}
        self.clock = Clock()
        self.faults = Faults()
        self.flood = Flood()
        self.updates = Updates(FIRST_UPDATE)
        self.polls = polling.Polls(self)
        self.webhook = Webhook(self)
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.taps: dict[str, float] = {}
        self.settings: dict[str, Any] = {}
        self.calls: list[Call] = []
        self.delivered: list[str] = []
        self.sent = 0
        self._is_recording = record
        self._port = port
        self._next_message = FIRST_MESSAGE
        self._runner: web.ServerRunner | None = None

    async def __aenter__(self) -> Self:
        self._runner = web.ServerRunner(
            web.Server(self._handle, handler_cancellation=True, access_log=None), shutdown_timeout=0.1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=1024)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.webhook.close()
        self.polls.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def is_all_taken(self) -> bool:
        """Whether the bot has acknowledged everything that people sent."""
        return not self.updates.waiting(self.clock.now())

    def next_message_id(self) -> int:
        """Message ids of all private chats of one bot come from one row of numbers, as they do for an account."""
        self._next_message += 1
        return self._next_message

    def date(self) -> int:
        return int(self.clock.now())

    def push(self, kind: str, content: dict[str, Any], chat: int, life: float = DAY) -> None:
        """Queue an update for the bot and tell whoever waits for one."""
        lane = f"{chat}:{'tap' if kind == 'callback_query' else 'message'}"
        update = self.updates.put(kind, content, lane, self.clock.now() + life)
        if update is not None:
            self.polls.wake()
            self.webhook.wake()

    def push_raw(self, text: str) -> None:
        """Queue a text as an update, whatever it is; `{id}` in it becomes the id it should have."""
        text = text.replace("{id}", str(self.updates.next_id))
        self.updates.put_odd(text, "raw", self.clock.now() + DAY)
        self.polls.wake()
        self.webhook.wake()

    def person(self, name: str = "Ada", language: str = "en") -> Person:
        """Somebody new, who has not written to the bot yet."""
        return Person(self, FIRST_PERSON + len(self.chats), name, language)

    def group(self, title: str, kind: str = "group") -> Chat:
        """A group that the bot is not in yet."""
        group = Chat(-FIRST_PERSON - len(self.chats), kind, title)
        self.chats[group.id] = group
        return group

    def keep_file(self, content: bytes, size: int | None = None) -> File:
        """Keep a file that can be fetched; `size` pretends that it is bigger than it is."""
        file = File(f"file{len(self.files) + 1}", content, len(content) if size is None else size)
        self.files[file.id] = file
        return file

    def chat(self, values: parameters.Parameters) -> Chat:
        """The chat that a request names."""
        chat = self.chats.get(values.number("chat_id", 0))
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def speak(self, chat: Chat, content: dict[str, Any]) -> Bubble:
        """Make a message of the bot, without showing it yet."""
        message = {
            "message_id": self.next_message_id(),
            "from": self.bot,
            "chat": chat.face,
            "date": self.date(),
            **content,
        }
        return Bubble(message, is_from_bot=True)

    def deliver(self, chat: Chat, bubble: Bubble) -> dict[str, Any]:
        """Show a message of the bot in its chat."""
        self.sent += 1
        chat.shows(bubble)
        chat.heard(bubble)
        return bubble.message

    def record_updates(self, updates: Sequence[Update]) -> None:
        """Remember what was handed to the bot, for the referee."""
        if self._is_recording:
            self.delivered += [update.text for update in updates if not update.is_odd]

    def _record(self, name: str, values: parameters.Parameters, status: int = 0, answer: str = "") -> None:
        if self._is_recording:
            self.calls.append(Call(name, values.values, tuple(values.files), status, answer))

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        folder, _, name = request.path.rpartition("/")
        if request.path.startswith("/file/bot"):
            return self._download(request.path)
        if folder != f"/bot{self.token}":
            is_a_token = folder.startswith("/bot") and folder[4:].partition(":")[0].isdigit()
            return _refused(ApiError(401, "Unauthorized") if is_a_token else ApiError(404, "Not Found"))
        try:
            values = await parameters.read(request)
        except (ValueError, AttributeError):
            return _refused(bad_request("can't parse the request"))
        return await self._answer(request, name.lower(), values)

    async def _answer(self, request: web.BaseRequest, name: str, values: parameters.Parameters) -> web.StreamResponse:
        fault = self.faults.take(name, values.number("chat_id", 0) or None)
        if fault and fault.hang:
            await self.clock.sleep(fault.hang)
        if fault and fault.drop == "before":
            return self._cut(request, name, values)
        status, body = (fault.code, _failure(fault.error())) if fault and fault.code else await self._run(name, values)
        if fault and fault.drop == "after":
            return self._cut(request, name, values)
        self._record(name, values, status, "" if name == "getupdates" else body)
        return web.Response(
            text=fault.body if fault and fault.body else body, status=status, content_type="application/json"
        )

    async def _run(self, name: str, values: parameters.Parameters) -> tuple[int, str]:
        try:
            if name == "getupdates":
                updates = await self.polls.get(values)
                return 200, f'{{"ok":true,"result":[{",".join(update.text for update in updates)}]}}'
            method = methods.METHODS.get(name, methods.unknown)
            return 200, json.dumps({"ok": True, "result": method(self, values)})
        except ApiError as error:
            return error.code, _failure(error)

    def _cut(self, request: web.BaseRequest, name: str, values: parameters.Parameters) -> web.Response:
        self._record(name, values)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _download(self, path: str) -> web.Response:
        file = self.files.get(path.rpartition("/")[2])
        is_known = path.startswith(f"/file/bot{self.token}/") and file is not None and file.offered_at is not None
        if not is_known or self.clock.now() > file.offered_at + LINK_LIFE:
            return _refused(ApiError(404, "Not Found"))
        return web.Response(body=file.content, content_type="application/octet-stream")


def _failure(error: ApiError) -> str:
    answer: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        answer["parameters"] = error.parameters
    return json.dumps(answer)


def _refused(error: ApiError) -> web.Response:
    return web.Response(text=_failure(error), status=error.code, content_type="application/json")


__all__ = ["Call", "Fault", "TelegramServer"]
