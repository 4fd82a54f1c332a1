"""People who talk with the bot, and groups that it is put into."""

import asyncio
from typing import TYPE_CHECKING, Any

from telegram_server.chats import Bubble, Chat
from telegram_server.updates import CALLBACK_LIFE

if TYPE_CHECKING:
    from telegram_server.server import TelegramServer

PATIENCE = 10.0
"""Seconds of real time that a person waits for the bot before the test fails."""


class Person:
    """Somebody with the app open. Each act takes effect at once; `hears` waits for the bot's next message."""

    def __init__(self, server: "TelegramServer", person_id: int, name: str, language: str) -> None:
        self._server = server
        self.id = person_id
        self.user = {"id": person_id, "is_bot": False, "first_name": name, "language_code": language}
        self.chat = Chat(person_id, "private", name, self.user, heard=self._hear)
        self._unheard: asyncio.Queue[Bubble] = asyncio.Queue()
        server.chats[person_id] = self.chat

    @property
    def screen(self) -> list[Bubble]:
        """All messages that can be seen, the bot's and the person's, oldest first."""
        return self.chat.bubbles

    @property
    def buttons(self) -> tuple[str, ...]:
        """The labels of the reply keyboard on the screen now."""
        return tuple(label for row in self.chat.keyboard for label in row)

    @property
    def unheard(self) -> int:
        """How many messages of the bot `hears` has not returned yet."""
        return self._unheard.qsize()

    async def hears(self, patience: float = PATIENCE) -> Bubble:
        """Return the next message of the bot; fail with what is on the screen if none comes."""
        try:
            async with asyncio.timeout(patience):
                return await self._unheard.get()
        except TimeoutError:
            shown = "\n".join(f"{'bot' if b.is_from_bot else self.chat.title}: {b.text}" for b in self.screen)
            raise AssertionError(f"{self.chat.title} heard nothing for {patience} s. On the screen:\n{shown}") from None

    async def starts(self, payload: str = "") -> Bubble:
        return await self.says(f"/start {payload}".strip())

    async def says(self, text: str, chat: "Chat | None" = None) -> Bubble:
        entities = {}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            entities = {"entities": [{"offset": 0, "length": length, "type": "bot_command"}]}
        return await self.sends(chat, text=text, **entities)

    async def taps(self, label: str) -> Bubble:
        """Press a button of the reply keyboard: the app sends its label as a text."""
        assert label in self.buttons, f"There is no button {label!r}, only {', '.join(self.buttons) or 'none'}."
        return await self.says(label)

    async def presses(self, label: str) -> str:
        """Press a button under a message; return the id of the callback query."""
        bubble = next(b for b in reversed(self.screen) if any(key["text"] == label for key in b.inline))
        data = next(key["callback_data"] for key in bubble.inline if key["text"] == label)
        query = f"{self.id}{self._server.next_message_id():012d}"
        self._server.taps[query] = self._server.clock.now()
        content = {
            "id": query,
            "from": self.user,
            "chat_instance": f"8{self.id}",
            "message": bubble.message,
            "data": data,
        }
        self._server.push("callback_query", content, self.id, CALLBACK_LIFE)
        return query

    async def edits(self, bubble: Bubble, text: str) -> None:
        bubble.message = {**bubble.message, "text": text, "edit_date": self._server.date()}
        self._server.push("edited_message", bubble.message, self.id)

    async def reacts(self, bubble: Bubble, *emoji: str) -> None:
        """Put marks under a message, in the place of those before; none takes them away."""
        before, bubble.marks = bubble.marks, emoji
        content = {"chat": self.chat.face, "message_id": bubble.id, "user": self.user, "date": self._server.date()}
        marks = {"old_reaction": _marks(before), "new_reaction": _marks(emoji)}
        self._server.push("message_reaction", {**content, **marks}, self.id)

    async def replies(self, bubble: Bubble, text: str, quote: str = "") -> Bubble:
        """Answer one message of the chat, with a part of it quoted if given."""
        quoted = {"quote": {"text": quote, "position": bubble.text.index(quote), "is_manual": True}} if quote else {}
        return await self.sends(text=text, reply_to_message=bubble.message, **quoted)

    async def sends_location(self) -> Bubble:
        return await self.sends(location={"latitude": 51.5, "longitude": -0.1})

    async def sends_voice(self, caption: str = "") -> Bubble:
        file = self._file(b"OggS-invented", mime_type="audio/ogg")
        return await self.sends(voice={**file, "duration": 3}, **_captioned(caption))

    async def sends_photo(self, caption: str = "", album: str = "") -> Bubble:
        sizes = [{**self._file(b"jpeg-invented"), "width": width, "height": width} for width in (90, 320)]
        grouped = {"media_group_id": album} if album else {}
        return await self.sends(photo=sizes, **grouped, **_captioned(caption))

    async def sends_album(self, pictures: int, caption: str = "") -> list[Bubble]:
        """Several pictures at once; the first has the caption."""
        album = f"{self.id}{self._server.next_message_id()}"
        captions = [caption] + [""] * (pictures - 1)
        return [await self.sends_photo(words, album) for words in captions]

    async def sends_sticker(self) -> Bubble:
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "🙂"}
        return await self.sends(sticker={**self._file(b"webp-invented"), **shape})

    async def sends_document(self, caption: str = "") -> Bubble:
        file = self._file(b"invented", file_name="notes.txt", mime_type="text/plain")
        return await self.sends(document=file, **_captioned(caption))

    async def forwards(self, text: str) -> Bubble:
        origin = {"type": "hidden_user", "sender_user_name": "Cal", "date": self._server.date() - 60}
        return await self.sends(text=text, forward_origin=origin)

    async def sends(self, chat: "Chat | None" = None, **content: Any) -> Bubble:
        """Send a message with any content. Writing in a private chat opens it for the bot."""
        chat = chat or self.chat
        if chat is self.chat and chat.standing == "stranger":
            chat.standing = "member"
        message = {"message_id": self._server.next_message_id(), "from": self.user, "chat": chat.face}
        bubble = Bubble({**message, "date": self._server.date(), **content}, is_from_bot=False)
        chat.shows(bubble)
        self._server.push("message", bubble.message, chat.id)
        return bubble

    async def blocks(self) -> None:
        self._moves("kicked")

    async def unblocks(self) -> None:
        self._moves("member")

    def adds_bot_to(self, group: Chat) -> None:
        """Put the bot into a group."""
        group.standing = "member"
        self._push_standing(group, "left", "member")

    def _moves(self, standing: str) -> None:
        before, self.chat.standing = self.chat.standing, standing
        self._push_standing(self.chat, before, standing)

    def _push_standing(self, chat: Chat, before: str, after: str) -> None:
        old, new = _membership(self._server.bot, before), _membership(self._server.bot, after)
        content = {"chat": chat.face, "from": self.user, "date": self._server.date()}
        self._server.push("my_chat_member", {**content, "old_chat_member": old, "new_chat_member": new}, chat.id)

    def _hear(self, bubble: Bubble) -> None:
        self._unheard.put_nowait(bubble)

    def _file(self, content: bytes, **named: str) -> dict[str, Any]:
        file = self._server.keep_file(content)
        return {"file_id": file.id, "file_unique_id": f"u{file.id}", "file_size": file.size, **named}


def _marks(emoji: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"type": "emoji", "emoji": one} for one in emoji]


def _captioned(caption: str) -> dict[str, str]:
    return {"caption": caption} if caption else {}


def _membership(bot: dict[str, Any], standing: str) -> dict[str, Any]:
    status = "member" if standing == "stranger" else standing
    return {"user": bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}
