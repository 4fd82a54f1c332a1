"""The staff app as a part of the service: what it is given, and where it is mounted."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection
from starlette.routing import Mount

from config.load import flow_paths, load_words
from config.settings import Settings
from config.standards_files import STANDARDS, load_standards
from feedback.errors import Fault, FlowError
from feedback.flows.linter import Checked
from feedback.standards.standard import in_versions
from review.app import app
from review.http.context import FlowFile, ServiceSetup, StaffContext
from review.http.request import BASE
from review.text.self_assessments import StandardShelf
from sayso.core.flow_files import changed_meanings, check_path
from sayso.core.flow_registry import FlowRegistry
from sayso.core.store import Store
from sayso.staff.oidc import provider_for
from sayso.staff.service import service_for


async def _unwatched() -> tuple[str, ...]:
    return ()


def desk_for(
    settings: Settings,
    store: Store,
    registry: FlowRegistry,
    now: Callable[[], datetime],
    troubles: Callable[[], Awaitable[tuple[str, ...]]] = _unwatched,
    bot_link: Callable[[], str] = str,
) -> StaffContext:
    """Return what the staff app works with; `troubles` names what is wrong with the service. Raises PartMissing.

    `bot_link` returns the link to the bot, empty while it is not known.
    """
    return StaffContext(
        store.database,
        store.vault,
        now,
        registry.pinned,
        registry.titles(),
        settings.organisation,
        settings.public_url,
        registry.words.signature,
        set_up=ServiceSetup(
            has_mail=settings.imap is not None,
            has_bot=settings.telegram_token is not None,
            bot_link=bot_link,
            zone=registry.words.zone,
            files=partial(flow_files, settings),
            changed=partial(_changed, settings),
            current=registry.named,
            troubles=troubles,
            standards=shelf_for(settings),
        ),
        provider=provider_for(settings, now),
        service=service_for(settings, store, registry, now),
    )


def shelf_for(settings: Settings) -> StandardShelf:
    """Return the standards that come with sayso and those of the folder `standards` of the data. Raises FlowError."""
    return StandardShelf(in_versions(load_standards(STANDARDS, settings.data / "standards")))


def flow_files(settings: Settings) -> tuple[FlowFile, ...]:
    """Return every file of questions as it is now, checked. Faults name it without the folders that it lies in."""
    try:
        words = load_words(written=settings.written)
    except FlowError as error:
        return (_named("words", Checked(error.faults)),)
    paths = flow_paths(settings.flows, settings.written)
    return tuple(_named(path.name, check_path(path, words, paths)) for path in paths)


def _changed(settings: Settings, tx: Connection) -> tuple[Fault, ...]:
    """Return what the files mean otherwise than what is stored. Where the words cannot be read, `flow_files` tells it."""
    try:
        words = load_words(written=settings.written)
    except FlowError:
        return ()
    return tuple(map(_without_folder, changed_meanings(tx, settings, words)))


def _without_folder(fault: Fault) -> Fault:
    return replace(fault, file=Path(fault.file).name)


def _named(name: str, checked: Checked) -> FlowFile:
    return FlowFile(name, tuple(map(_without_folder, checked.faults)), checked.flow)


def staff_route(desk: StaffContext) -> Mount:
    """Return the staff app under its address."""
    return Mount(BASE, app(desk))
