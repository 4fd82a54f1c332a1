"""What each channel can do. Nothing asks for a channel by its name: it asks for what it needs to know."""

from dataclasses import dataclass

from feedback.errors import SaysoError

ChannelName = str


class UnknownChannel(SaysoError):
    """No channel of this name is registered."""


@dataclass(frozen=True)
class Channel:
    """A way to talk with people. `name` is a plain word; it stands in the database beside each message."""

    name: str
    can_write_first: bool = False
    """We can reach the person when they are not there, so that a reminder can be promised."""
    shows_at_once: bool = False
    """The person sees what we say where they are: there is nothing to deliver, and nothing to take back."""
    keeps_order: bool = False
    """Its message ids are numbers that grow, so that they show what stood on the screen when the person wrote."""
    keeps_a_copy: bool = False
    """Our words stay on the person's own screen, out of our reach, after everything is erased."""
    is_letter: bool = False
    """It is read at leisure: everything open is asked in one message, with longer waits and one reminder."""
    ignores_case: bool = False
    """Its addresses mean the same in capitals and in small letters."""


_channels: dict[str, Channel] = {}


def register(channel: Channel) -> Channel:
    """Make a channel known and return it. Raises ValueError for a name that is not a plain word, or taken."""
    if not channel.name.isidentifier() or _channels.get(channel.name, channel) != channel:
        raise ValueError("A channel needs a plain name of its own.")
    _channels[channel.name] = channel
    return channel


def channel_named(name: ChannelName) -> Channel:
    """Return a channel. Raises UnknownChannel."""
    if name not in _channels:
        raise UnknownChannel("This channel is not registered.")
    return _channels[name]


def registered() -> tuple[Channel, ...]:
    """Return every channel, in the order of registration."""
    return tuple(_channels.values())


TELEGRAM = register(Channel("telegram", can_write_first=True, keeps_order=True, keeps_a_copy=True))
EMAIL = register(Channel("email", can_write_first=True, is_letter=True, ignores_case=True))
WEB = register(Channel("web", shows_at_once=True))
TERMINAL = register(Channel("terminal", shows_at_once=True))
