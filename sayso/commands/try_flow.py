"""`sayso try FLOW`: the conversation in the terminal, with the real engine. Nothing is stored."""

from collections.abc import Callable, Iterator
from datetime import datetime

import click

from feedback.channels import TERMINAL
from feedback.conversation.events import Renewed, Said
from feedback.conversation.messages import Arrival, Inbound
from feedback.conversation.plain_text import draw_with_words
from feedback.conversation.state import Conversation
from feedback.conversation.step import begin, step
from feedback.flows.model import Flow
from sayso.commands.open_store import settings
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for

_CODE = "TRY0-TRY0-TRY0"
_OVER = ("finished", "deleted", "declined")


@click.command("try")
@click.argument("flow")
def command(flow: str) -> None:
    """Have the conversation of FLOW here, as a person would. Nothing is stored; Ctrl-D ends it."""
    registry = registry_for(settings())
    chosen = registry.named(flow)
    if chosen is None:
        names = ", ".join(name for name, _ in registry.titles())
        raise click.ClickException(f"There is no flow named {flow}. There are: {names}.")
    for said in play(chosen, _typed(), now):
        click.echo(said + "\n")


def _typed() -> Iterator[str]:
    while True:
        try:
            yield click.prompt(">", prompt_suffix=" ", default="", show_default=False)
        except click.Abort:
            click.echo()
            return


def play(flow: Flow, typed: Iterator[str], clock: Callable[[], datetime]) -> Iterator[str]:
    """Yield what is said, message by message, until the conversation is over or nothing more is typed."""
    talk, said = _begin(flow, clock(), "")
    yield said
    for text in typed:
        talk, said = _take(flow, talk, text, clock())
        yield said
        if talk.stage in _OVER:
            return


def _begin(flow: Flow, at: datetime, arrival: Arrival) -> tuple[Conversation, str]:
    talk = begin(flow, conversation_id="try", code=_CODE, channel=TERMINAL.name, now=at)
    return _hear(flow, talk, Inbound(TERMINAL.name, "command", at, command="start", arrival=arrival))


def _take(flow: Flow, talk: Conversation, text: str, at: datetime) -> tuple[Conversation, str]:
    return _hear(flow, talk, Inbound(TERMINAL.name, "text", at, text=text))


def _hear(flow: Flow, talk: Conversation, inbound: Inbound) -> tuple[Conversation, str]:
    after, events = step(flow, talk, inbound, inbound.at)
    renewed = next((event for event in events if isinstance(event, Renewed)), None)
    if renewed:
        return _begin(flow, inbound.at, "somebody else" if renewed.is_somebody_else else "more to tell")
    said = (event.outbound for event in events if isinstance(event, Said))
    return after, "\n\n".join(draw_with_words(outbound, flow.words) for outbound in said)
