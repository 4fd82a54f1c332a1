"""The service: settings become parts, the parts run side by side, and all stop in order."""

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from starlette.routing import BaseRoute, Route

from config.settings import Settings
from feedback.errors import SaysoError
from review.identity.oidc_client import provider_name
from sayso.alerts.loop import AlertLoop
from sayso.alerts.setting import AlertSetting, alert_ways
from sayso.channels.registry import Channels, greetings, open_channels
from sayso.channels.web import SiteDetails, WebChannel
from sayso.core import log
from sayso.core.clock import live_in, now
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_files import refuse_changed_meanings
from sayso.core.flow_registry import FlowRegistry, registry_for
from sayso.core.health import Health
from sayso.core.store import Store, make_folder, open_store
from sayso.core.wakeup import Signals
from sayso.loops.engine import Engine
from sayso.second_look.looking import SecondLook
from sayso.second_look.presence import absence
from sayso.second_look.process import LookingProcess
from sayso.staff.mount import desk_for, staff_route
from storage.db.instance_lock import guard_for
from storage.people import erasure_log
from web.app import app, server

STOP_SECONDS = 4.0
"""What is under way may finish within this; correctness never rests on it: what was cut off is done again
from the inbox. Supervisors kill after 90 s (systemd's DefaultTimeoutStopSec), Docker after 10 s."""
_GARBAGE_AFTER = 20_000
"""New objects between two looks for garbage; a message makes some thousands, nearly none in circles."""


class AddressTaken(SaysoError):
    """The web pages cannot be served where the settings say."""


async def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """Run every configured channel until SIGTERM or SIGINT. `say` gets one line for whoever started the service.

    Raises SaysoError, before anything is served, when something has to be mended first.
    """
    log.set_up(settings.log)
    registry = registry_for(settings)
    live_in(registry.words.zone)
    make_folder(settings.data)
    guard = guard_for(settings.database_url.reveal(), settings.data)
    guard.hold()
    try:
        with open_store(settings, is_new_allowed=True) as store:
            if store.sheet:
                say(store.sheet)
            store.database.read_now(lambda tx: refuse_changed_meanings(tx, settings.flows, registry.words))
            store.database.write_now(lambda tx: registry.keep(tx, now()))
            conversations, signals = ConversationService(store.vault, registry), Signals()
            async with open_channels(settings, store.database, conversations, now, signals) as channels:
                ledger_file = erasure_log.beside(settings.key_file)
                engine = Engine(store.database, conversations, channels.adapters, now, signals, ledger_file)
                routes = _routes(settings, store, registry, engine, channels.bot_link)
                await _run(settings, engine, WebChannel(engine, _sign(settings, channels)), routes, say)
    finally:
        guard.release()


def _sign(settings: Settings, channels: Channels) -> SiteDetails:
    return SiteDetails(settings.organisation, settings.public_url, settings.mail_address, channels.bot_link)


def _routes(
    settings: Settings, store: Store, registry: FlowRegistry, engine: Engine, bot_link: Callable[[], str]
) -> list[BaseRoute]:
    """Return what the web server answers beside the pages for people: health, the staff app, and webhooks."""
    channels = engine.channels
    polled = tuple(one.channel.name for one in channels if one.is_polled)
    checks = tuple(one.trouble for one in channels)
    health = Health(store.database, settings.data, engine.scheduler.alive_at, polled, now, checks)
    staff = staff_route(desk_for(settings, store, registry, now, health.troubles, bot_link))
    hooks = [route for one in channels for route in one.routes(engine.intake)]
    return [Route("/healthz", health.answer), staff, *hooks]


async def _run(
    settings: Settings, engine: Engine, web: WebChannel, routes: list[BaseRoute], say: Callable[[str], None]
) -> None:
    listening = _listening(settings)
    pages = server(app(web, routes), settings.host, settings.port)
    jobs = [
        *engine.jobs(),
        _alerts(settings, engine),
        *_second_look(settings, engine),
        pages.serve(sockets=[listening]),
    ]
    _settle_memory()
    for line in greeting(settings):
        say(line)
    await _until_stopped(jobs, lambda: setattr(pages, "should_exit", True))


def _alerts(settings: Settings, engine: Engine) -> Coroutine[Any, Any, None]:
    """Return the loop that tells staff that something waits."""
    vault, zone = engine.conversations.vault, engine.conversations.registry.words.zone
    setting = AlertSetting(alert_ways(settings), zone, settings.public_url)
    return AlertLoop(engine.database, vault, engine.now, engine.signals, setting).run()


def _second_look(settings: Settings, engine: Engine) -> list[Coroutine[Any, Any, None]]:
    """Return the second look as a job, where there is one."""
    if absence(settings):
        return []
    return [SecondLook(engine.database, engine.conversations.vault, engine.now, LookingProcess()).run()]


def _settle_memory() -> None:
    """What was made at the start stays: looking through it for garbage again and again only costs time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE_AFTER, 20, 20)


def _listening(settings: Settings) -> socket.socket:
    """Take the address of the web pages. Raises AddressTaken with one clear line."""
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise AddressTaken(
            f"Cannot serve at {settings.host}:{settings.port}: {error.strerror}. Set SAYSO_PORT to a free port."
        ) from None


def greeting(settings: Settings) -> tuple[str, ...]:
    """Return one line for each channel: on or off, and where; then what else there is to know."""
    oidc = [f"Staff may sign in with {provider_name(settings.oidc.issuer)}."] if settings.oidc else []
    return (*greetings(settings), *oidc, "Stop with Ctrl-C.")


async def _until_stopped(jobs: list[Coroutine[Any, Any, None]], close_pages: Callable[[], None]) -> None:
    """Run the jobs until a signal comes or one of them fails; then end all of them, in a few seconds."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    tasks = {asyncio.create_task(job) for job in jobs}
    watch = asyncio.create_task(stop.wait())
    endless = set(tasks)
    try:
        while not stop.is_set():
            done, _ = await asyncio.wait({watch, *endless}, return_when=asyncio.FIRST_COMPLETED)
            endless -= done
            for task in done - {watch}:
                task.result()
    finally:
        watch.cancel()
        close_pages()
        for task in tasks:
            task.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await asyncio.gather(*tasks, return_exceptions=True)
