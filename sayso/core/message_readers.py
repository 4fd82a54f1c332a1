"""Stored raw messages of every channel, read into one shape."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import update_parser
from bot.update_ids import received_text
from feedback.conversation.messages import Inbound
from feedback.errors import UnreadableMessage
from web import answer_form


@dataclass(frozen=True)
class Heard:
    """What a raw message says: whose address it came from, and the inbound, or a group that the bot has to leave."""

    address: str
    inbound: Inbound | None = None
    leave: str = ""


Reader = Callable[[str, datetime], Heard]


def read_telegram(raw: str, received_at: datetime) -> Heard:
    """Read a stored update. Raises UnreadableMessage."""
    read = update_parser.read(raw, received_at)
    address = received_text(raw).sender
    return Heard(address, leave=read.chat) if isinstance(read, update_parser.Leave) else Heard(address, read)


def read_web(raw: str, received_at: datetime) -> Heard:
    """Read a stored form with the session that it came from. Raises UnreadableMessage."""
    try:
        session, form = json.loads(raw)
    except (ValueError, TypeError) as fault:
        raise UnreadableMessage("A stored form is not what the web page sends.") from fault
    return Heard(str(session), answer_form.to_inbound(str(form), received_at))


def web_raw(session: str, form: str) -> str:
    """Return a form as it is stored: beside the session, which is the address of this channel."""
    return json.dumps([session, form], ensure_ascii=False)


READERS: Mapping[str, Reader] = {"telegram": read_telegram, "web": read_web}
