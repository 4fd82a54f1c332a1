"""The flows in use, and every version that a conversation was ever begun with."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from config.load import load_flows, load_words
from config.settings import Settings
from feedback.errors import SaysoError
from feedback.flows.canonical_json import compile_flow, load_compiled
from feedback.flows.model import Flow
from feedback.flows.words import Words
from storage.conversations import flow_versions as flows
from storage.db.errors import StorageError
from storage.settings.open_flows import OpenWindow

OPEN_DOOR = "open_door"
"""The flow for whoever has something to say of their own."""
_ALWAYS: Mapping[str, OpenWindow] = MappingProxyType({})


class NoFlow(SaysoError):
    """The default flow is not among the flow files."""


class FlowRegistry:
    """Flows by name (the newest version, for new conversations) and by version (for those under way)."""

    def __init__(
        self, shipped: Iterable[Flow], words: Words, default: str, windows: Mapping[str, OpenWindow] = _ALWAYS
    ) -> None:
        """`windows` says from when to when anybody may begin a flow; one without a window is always open."""
        self.words = words
        self._windows = windows
        self._by_name = {flow.name: flow for flow in shipped}
        self._by_version = {flow.version_id: flow for flow in self._by_name.values()}
        self.default = self._by_name[default]

    def named(self, name: str) -> Flow | None:
        """Return the newest version of a flow, or None if there is no such flow."""
        return self._by_name.get(name)

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Return the name and title of each flow, the default one first."""
        others = [flow for flow in self._by_name.values() if flow is not self.default]
        return tuple((flow.name, flow.title) for flow in (self.default, *others))

    def is_open(self, flow: Flow, now: datetime) -> bool:
        """Return whether anybody may begin a flow without an invitation."""
        today = now.astimezone(ZoneInfo(self.words.zone)).date()
        return self._windows.get(flow.name, OpenWindow()).holds_on(today)

    def open_titles(self, now: datetime) -> tuple[tuple[str, str], ...]:
        """Return the name and title of each flow that is open to everybody, the default one first."""
        return tuple((name, title) for name, title in self.titles() if self.is_open(self._by_name[name], now))

    def default_at(self, now: datetime) -> Flow:
        """Return the flow for people who arrive without an invitation.

        Nobody is turned away: where no flow is open, they find the one for whatever they want to say.
        """
        is_open = [self.default.name, OPEN_DOOR, *(name for name, _ in self.open_titles(now))]
        first = next((name for name in is_open if name in self._by_name and self.is_open(self._by_name[name], now)), "")
        return self._by_name.get(first) or self._by_name.get(OPEN_DOOR) or self.default

    def keep(self, tx: Connection, now: datetime) -> None:
        """Store the newest versions for ever, before any conversation is begun with them."""
        for flow in self._by_name.values():
            flows.keep(tx, flow=flow, compiled=compile_flow(flow), now=now)

    def pinned(self, tx: Connection, version_id: str) -> Flow:
        """Return the version that a conversation was begun with, also when its file has changed or gone."""
        if version_id not in self._by_version:
            compiled = flows.compiled(tx, version_id=version_id)
            if compiled is None:
                raise StorageError("A conversation was begun with a flow version that is not stored.")
            self._by_version[version_id] = load_compiled(compiled, self.words)
        return self._by_version[version_id]


def registry_for(settings: Settings, windows: Mapping[str, OpenWindow] = _ALWAYS) -> FlowRegistry:
    """Return the flows of the settings. Raises FlowError with every fault, or NoFlow."""
    words = load_words(written=settings.written).signed_by(settings.signed_by, settings.reach_us)
    flows = load_flows(settings.flows, words, settings.written)
    if settings.default_flow not in {flow.name for flow in flows}:
        raise NoFlow(
            f"SAYSO_DEFAULT_FLOW is {settings.default_flow}, but {settings.flows} has no such flow. "
            f"It has: {', '.join(sorted(flow.name for flow in flows))}."
        )
    return FlowRegistry(flows, words, settings.default_flow, windows)
