"""A channel in few lines, to show what one takes: its traits, a reader of what it stores, and a way to post a text."""

import json
from collections.abc import Callable
from datetime import datetime
from itertools import count

from feedback.channels import Channel, register
from feedback.conversation.messages import Inbound, Received
from feedback.errors import UnreadableMessage
from sayso.chat.routing import ChatReading, ChatRouter
from sayso.core.conversation_service import ConversationService
from sayso.core.ports import Adapter

TOY = register(Channel("toy", can_write_first=True))


class Toy:
    """Screens of people, by their address. They type lines, and see what is posted to them."""

    def __init__(self) -> None:
        self.screens: dict[str, list[str]] = {}
        self._numbers = count(1)

    def adapter(self, conversations: ConversationService, now: Callable[[], datetime]) -> Adapter:
        return Adapter(TOY, ChatRouter(conversations, read, now), post=self.post)

    async def post(self, address: str, text: str) -> str:
        screen = self.screens.setdefault(address, [])
        screen.append(text)
        return str(len(screen))

    def types(self, address: str, text: str) -> Received:
        return Received(TOY.name, f"line:{next(self._numbers)}", address, json.dumps([address, text]))


def read(raw: str, received_at: datetime) -> ChatReading:
    try:
        address, text = json.loads(raw)
    except ValueError as fault:
        raise UnreadableMessage("A stored line is not what the toy sends.") from fault
    return ChatReading(address, Inbound(TOY.name, "text", received_at, text=text))
