"""Whatever a channel shows has `Help now` and the way out in it: looked at in everything that a person can be told."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from bot import rendering
from config.load import load_flows, load_words
from feedback.channels import registered
from feedback.conversation.events import Said
from feedback.conversation.messages import Inbound, Outbound
from feedback.conversation.plain_text import draw_with_words
from feedback.conversation.step import begin, step
from mail.outgoing.layout import Envelope, blocks, plain
from mail.outgoing.text import item_of, letter_for
from tests.sayso.toy import TOY
from tests.web.memory import memory_service
from web.port import Page
from web.talk_page import talk_page

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
WORDS = load_words()
SAID = (
    *("/start", "hello", "tell me more", "help", "yes", "back", "skip", "skip", "I want to die", "go on", "1", "2"),
    *("pause", "1", "I would like to talk to somebody", "yes", "maybe", "skip", "skip", "skip", "skip", "yes"),
    *("change", "1", "yes", "delete", "no", "stop", "keep it", "hello again", "delete", "yes"),
)
"""What somebody says who sees every corner of a conversation."""


class Look(NamedTuple):
    """How a channel shows a message, as text, and the marks of help and of the way out: one of each must be in it."""

    draw: Callable[[Outbound], str]
    help: tuple[str, ...]
    way_out: tuple[str, ...]


def telegram(outbound: Outbound) -> str:
    parts = rendering.draw(outbound, WORDS)
    rows = parts[-1].get("reply_markup", {}).get("keyboard", [])
    buttons = [key["text"] for row in rows for key in row]
    return "\n".join([*(part["text"] for part in parts), *buttons])


def letter(outbound: Outbound) -> str:
    items = tuple(item for prompt in outbound.rest if (item := item_of(prompt, WORDS)))
    to = Envelope("us@example.org", "ada@example.org", "a" * 26, "<1@example.org>", NOON, "b", stop_url="https://s/x")
    return " ".join(plain(blocks(letter_for(outbound, WORDS, items=items), to, WORDS)).split())


def web_page(outbound: Outbound) -> str:
    stage = "deleted" if outbound.kind == "farewell" else "asking"
    return bytes(talk_page(memory_service(), Page((outbound,), stage, "ABCD-EFGH-JKMN")).body).decode()


ENDS = ("No", "Stop", "I want to stop", "Keep", "Delete", "Back", "Skip", "skip", "Go on", "Start", "/start", "delete")
CHANNELS: Mapping[str, Look] = {
    "telegram": Look(telegram, ("Help now", "999"), ENDS),
    "email": Look(letter, ("HELP", "999"), (WORDS.say("mail_stop"),)),
    "web": Look(web_page, ('href="/help-now"',), ('class="leave"',)),
    "terminal": Look(lambda outbound: draw_with_words(outbound, WORDS), ("[Help now]",), ENDS),
}


@pytest.fixture
def flow(empty_house):
    (tea,) = load_flows(empty_house.folder / "flows", WORDS)
    return tea


def everything_said(flow, channel: str) -> list[Outbound]:
    """Return every message of a long conversation in this channel, and what staff may write."""
    talk, now, told = begin(flow, conversation_id="c", code="ABCD-EFGH-JKMN", channel=channel, now=NOON), NOON, []
    for number, text in enumerate(SAID):
        now += timedelta(minutes=1)
        talk, events = step(flow, talk, Inbound(channel, "text", now, text=text, message=str(number)), now)
        told += [event.outbound for event in events if isinstance(event, Said)]
    return [*told, Outbound("Thank you. We have read what you wrote.")]


def test_every_registered_channel_is_looked_at():
    assert set(CHANNELS) == {channel.name for channel in registered()} - {TOY.name}


@pytest.mark.slow
@pytest.mark.parametrize("channel", CHANNELS)
def test_help_and_the_way_out_are_in_everything_that_is_shown(flow, channel):
    look, told = CHANNELS[channel], everything_said(flow, channel)

    assert len(told) >= len(SAID)
    lacking = [
        (outbound.prompt.about if outbound.prompt else outbound.kind, look.draw(outbound))
        for outbound in told
        if not (shows(look.draw(outbound), look.help) and has_way_out(look, outbound))
    ]
    assert lacking == []


def shows(drawn: str, marks: tuple[str, ...]) -> bool:
    return any(mark in drawn for mark in marks)


def has_way_out(look: Look, outbound: Outbound) -> bool:
    """Where nothing is open any more there is nothing to leave, and a message about help leaves the rest as it was."""
    is_over = outbound.kind in ("help", "farewell") or (
        outbound.prompt is not None and outbound.prompt.about == "closed"
    )
    return is_over or shows(look.draw(outbound), look.way_out)
