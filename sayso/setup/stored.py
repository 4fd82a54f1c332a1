"""What was set in the browser, put over the files and under the environment; and its files, laid out to be read.

The tables are what counts. The folder `written` in the data folder is made anew from them at each start, so that the
same checker and the same commands read these files as they read every other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from config.settings import Settings, Sources, load_settings
from sayso.core.store import Store
from storage.crypto.vault import Vault
from storage.settings import files, open_flows, values
from storage.settings.files import SettingFile
from storage.settings.open_flows import OpenWindow

CHANNELS = ("telegram_token", "telegram_api_url", "imap_url", "smtp_url", "mail_address")
"""Settings of channels: what a provider may refuse, so that sayso could not start with them."""
SETTABLE = ("organisation", "signed_by", "reach_us", "public_url", "default_flow", *CHANNELS)
"""Every setting that may be set in the browser."""
LAST_RESORT = 2
"""How much is left out at most: 0 nothing, 1 the channels, 2 everything that was set in the browser."""


@dataclass(frozen=True)
class TakenUp:
    """The settings as they count, and whether anything that was set in the browser is among them."""

    settings: Settings
    has_stored: bool = False
    windows: Mapping[str, OpenWindow] = field(default_factory=dict)


def take_up(settings: Settings, store: Store, *, left_out: int = 0) -> TakenUp:
    """Return the settings with what is stored, and lay out its files. Raises SettingsError for what cannot be used."""
    stored, written, windows = store.database.read_now(partial(what_is_stored, store.vault))
    if left_out:
        stored = {name: value for name, value in stored.items() if name not in CHANNELS}
    if left_out == LAST_RESORT:
        stored, written = {}, ()
    lay_out(settings.written, written)
    return TakenUp(with_stored(settings, stored), has_stored=bool(stored or written), windows=windows)


def what_is_stored(
    vault: Vault, tx: Connection
) -> tuple[Mapping[str, str], tuple[SettingFile, ...], Mapping[str, OpenWindow]]:
    """Return the settings, the published files, and when flows are open, as they are stored now."""
    stored = values.stored(tx, vault, SETTABLE)
    return stored, tuple(files.all_of(tx, state="published")), open_flows.windows(tx)


def with_stored(settings: Settings, stored: Mapping[str, str]) -> Settings:
    """Return settings with what is stored in its place. Raises SettingsError with every fault."""
    if not stored:
        return settings
    plain, fresh = _read(settings.sources, {}), _read(settings.sources, stored)
    names = (one.name for one in fields(Settings) if one.compare)
    changed = {name: getattr(fresh, name) for name in names if getattr(fresh, name) != getattr(plain, name)}
    return replace(settings, **changed)


def lay_out(folder: Path, written: Iterable[SettingFile]) -> None:
    """Write each file at its place in a folder, and remove what is there besides."""
    wanted = {folder / one.path: one.text for one in written}
    for path in folder.rglob("*.toml") if folder.is_dir() else ():
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f"{path.name}.part")
            part.write_text(text, "utf-8")
            part.replace(path)


def _read(sources: Sources, stored: Mapping[str, str]) -> Settings:
    return load_settings(sources.environ, sources.file, stored)
