"""The service: settings become parts, the parts run side by side, and all stop in order."""

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from starlette.routing import BaseRoute, Mount, Route

from bot.client import PUBLIC_API
from config.settings import Settings
from feedback.errors import SaysoError
from review.identity.oidc_client import provider_name
from sayso.channels.telegram import Chat, hook_route, introduce_once, listen, open_chat
from sayso.channels.web import Service, Sign, WebDoor
from sayso.core import log
from sayso.core.clock import now
from sayso.core.conversation_service import Mover
from sayso.core.flow_files import refuse_changed_meanings
from sayso.core.flow_registry import Catalogue, catalogue_for
from sayso.core.health import Health
from sayso.core.intake import Intake
from sayso.core.message_readers import READERS
from sayso.core.rate_limit import Pace
from sayso.core.store import Store, make_folder, open_store
from sayso.core.wakeup import Bell
from sayso.loops.delivery import Delivery, Sender
from sayso.loops.scheduler import Upkeep
from sayso.loops.worker import Worker
from sayso.mail.wiring import PostOffice, open_post_office
from sayso.staff.mount import desk_for, staff_route
from storage.db.instance_lock import guard_for
from storage.people import erasure_log
from web.app import app, server

STOP_SECONDS = 4.0
"""What is under way may finish within this; correctness never rests on it: what was cut off is done again
from the inbox. Supervisors kill after 90 s (systemd's DefaultTimeoutStopSec), Docker after 10 s."""
_TELEGRAM_RATE = 30.0
_GARBAGE_AFTER = 20_000
"""New objects between two looks for garbage; a message makes some thousands, nearly none in circles."""


@dataclass(frozen=True)
class Parts:
    """Everything that runs."""

    worker: Worker
    delivery: Delivery
    upkeep: Upkeep
    intake: Intake
    door: WebDoor
    health: Health
    chat: Chat | None
    staff: Mount
    post: PostOffice | None = None


class AddressTaken(SaysoError):
    """The web pages cannot be served where the settings say."""


async def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """Run every configured channel until SIGTERM or SIGINT. `say` gets one line for whoever started the service.

    Raises SaysoError, before anything is served, when something has to be mended first.
    """
    log.set_up(settings.log)
    catalogue = catalogue_for(settings)
    make_folder(settings.data)
    guard = guard_for(settings.database_url.reveal(), settings.data)
    guard.hold()
    try:
        with open_store(settings, is_new_allowed=True) as store:
            if store.sheet:
                say(store.sheet)
            store.database.read_now(lambda tx: refuse_changed_meanings(tx, settings.flows, catalogue.words))
            store.database.write_now(lambda tx: catalogue.keep(tx, now()))
            async with open_chat(settings) as chat:
                parts = _parts(settings, store, catalogue, chat)
                async with open_post_office(settings, store.database, parts.worker.mover, parts.intake, now) as post:
                    await _run(settings, replace(parts, post=post), say)
    finally:
        guard.release()


def _parts(settings: Settings, store: Store, catalogue: Catalogue, chat: Chat | None) -> Parts:
    mover = Mover(store.vault, catalogue)
    worker = Worker(store.database, mover, READERS, now, chat.leave if chat else _nowhere)
    intake = Intake(store.database, store.vault, worker.wake, now)
    senders: dict[str, Sender] = {"telegram": chat.sender} if chat else {}
    rate = _TELEGRAM_RATE if settings.telegram_api_url.rstrip("/") == PUBLIC_API else None
    delivery = Delivery(store.database, mover, senders, now, Pace(rate, asyncio.get_running_loop().time))
    upkeep = Upkeep(store.database, mover, delivery.wake, now, erasure_log.beside(settings.key_file))
    worker.moved = delivery.wake
    delivery.settled = worker.wake
    sign = Sign(settings.organisation, settings.public_url, mail_address=settings.mail_address)
    door = WebDoor(Service(store.database, mover, intake, worker, now), sign)
    polled = ("telegram",) if chat else ()
    health = Health(store.database, settings.data, upkeep.alive_at, polled, now, has_mail=settings.imap is not None)
    staff = staff_route(desk_for(settings, store, catalogue, now, health.troubles))
    return Parts(worker, delivery, upkeep, intake, door, health, chat, staff)


async def _nowhere(_: str) -> None:
    """There is no group to leave without a bot."""


async def _run(settings: Settings, parts: Parts, say: Callable[[str], None]) -> None:
    routes: list[BaseRoute] = [Route("/healthz", parts.health.answer), parts.staff]
    if parts.chat and parts.chat.secret:
        routes.append(hook_route(parts.chat, parts.intake))
    listening = _listening(settings)
    pages = server(app(parts.door, routes), settings.host, settings.port)
    if parts.post:
        _join(parts, parts.post)
    jobs: list[Coroutine[Any, Any, None]] = [
        parts.worker.run(),
        parts.delivery.run(),
        parts.upkeep.run(),
        pages.serve(sockets=[listening]),
    ]
    if parts.post:
        jobs += parts.post.jobs(now)
    if parts.chat:
        jobs.append(listen(parts.chat, parts.intake, parts.upkeep, settings.public_url))
        jobs.append(introduce_once(parts.chat, parts.door, parts.door.words))
    _settle_memory()
    for line in greeting(settings):
        say(line)
    await _until_stopped(jobs, lambda: setattr(pages, "should_exit", True))


def _join(parts: Parts, post: PostOffice) -> None:
    """Let each part wake those that have to do with what it did."""
    post.mailroom.read = parts.worker.wake
    parts.worker.moved = parts.upkeep.moved = Bell(parts.delivery.wake, post.postman.wake)


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
    """Return one line for each channel: on or off, and where."""
    telegram = "on" if settings.telegram_token else "off (set SAYSO_TELEGRAM_TOKEN)"
    email = f"on ({settings.mail_address})" if settings.imap else "off (set SAYSO_IMAP_URL and SAYSO_SMTP_URL)"
    return (
        f"Web: {settings.public_url}",
        f"Telegram: {telegram}",
        f"Email: {email}",
        *([f"Staff may sign in with {provider_name(settings.oidc.issuer)}."] if settings.oidc else []),
        "Stop with Ctrl-C.",
    )


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
