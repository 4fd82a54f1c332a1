"""What the pages of set-up are given by the service (`review.http.setup_port`)."""

from collections.abc import Callable, Mapping
from functools import cache, partial

from config.load import load_words
from config.setting_table import SETTINGS
from config.settings import Settings, SettingsError, load_settings, origin
from review.http.setup_port import SECRETS, SetUpPort, ShownSetting
from sayso.core.clock import now
from sayso.core.store import Store
from sayso.setup.backups import back_up, backups, read_backup
from sayso.setup.form_file import take_form_file
from sayso.setup.retention import RETENTION
from sayso.setup.stored import SETTABLE
from sayso.setup.trying import try_mail, try_telegram
from sayso.setup.written import check_flow, flow_texts, help_numbers, judge_files, shipped_words
from storage.crypto import key_file


def port_for(
    settings: Settings, store: Store, restart: Callable[[], None], troubles: Callable[[], tuple[str, ...]] = tuple
) -> SetUpPort:
    """Return what pages of set-up may ask. `troubles` returns what of the settings does not work now."""
    return SetUpPort(
        troubles=troubles,
        sheet=lambda: key_file.sheet(store.keys, settings.key_file),
        settings=partial(shown, settings),
        faults=partial(faults, settings),
        restart=restart,
        try_mail=partial(try_mail, settings),
        try_telegram=partial(try_telegram, settings),
        files=partial(flow_texts, settings),
        shipped=shipped_words,
        signposts=partial(help_numbers, settings),
        check=partial(check_flow, cache(partial(load_words, written=settings.written))),
        judge_files=partial(judge_files, settings),
        take_form=take_form_file,
        back_up=lambda: back_up(settings, store, now()),
        backups=partial(backups, settings),
        read_backup=partial(read_backup, settings),
        retention=RETENTION,
    )


def shown(settings: Settings, stored: Mapping[str, str]) -> tuple[ShownSetting, ...]:
    """Return every settable setting as it would count with what is stored."""
    return tuple(_shown(settings, name, stored) for name in SETTABLE)


def faults(settings: Settings, stored: Mapping[str, str]) -> tuple[str, ...]:
    """Return what would be wrong with what is to be stored, in words for a page."""
    try:
        load_settings(settings.sources.environ, settings.sources.file, stored)
    except SettingsError as error:
        return tuple(fault.message for fault in error.faults)
    return ()


def _shown(settings: Settings, name: str, stored: Mapping[str, str]) -> ShownSetting:
    where = origin(settings.sources, name, stored)
    if name in SECRETS:
        return ShownSetting(name, "", where, is_set=where != "default")
    value = stored.get(name, "") if where == "browser" else _counting(settings, name)
    return ShownSetting(name, value, where, is_set=where != "default")


def _counting(settings: Settings, name: str) -> str:
    """Return the value of a setting that is no secret, without what is stored."""
    try:
        plain = load_settings(settings.sources.environ, settings.sources.file)
    except SettingsError:
        return SETTINGS[f"SAYSO_{name.upper()}"].default
    return str(getattr(plain, name) or "")
