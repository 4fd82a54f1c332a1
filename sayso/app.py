"""The service: settings become parts, the parts run side by side, and all stop in order."""

import asyncio
import gc
import random  # noqa: TID251 - spreads retries of several programs in time; nothing secret
import signal
import socket
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from browser.connections import allow_descriptors
from config.settings import Settings, SettingsError, load_settings
from feedback.errors import SaysoError
from review.http.context import StaffContext
from review.http.setup_port import SetUpPort
from review.identity.oidc_client import provider_name
from sayso.alerts.host_mail import HostWatch, host_letter
from sayso.alerts.loop import AlertLoop
from sayso.alerts.setting import AlertSetting, alert_ways
from sayso.channels.heard import translations_of
from sayso.channels.own_checks import StoredOwnChecks
from sayso.channels.registry import Channels, greetings, open_channels
from sayso.channels.web import SiteDetails, WebChannel
from sayso.core import log
from sayso.core.clock import elapsed, live_in, now
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_files import refuse_changed_meanings
from sayso.core.flow_registry import registry_for
from sayso.core.health import Health
from sayso.core.ports import BackgroundJob
from sayso.core.standing import UPKEEP, OneOfSeveral, standing_for
from sayso.core.store import Store, make_folder, open_store
from sayso.core.wakeup import Signals
from sayso.doctor.metrics import Metrics
from sayso.loops.clock_guard import ClockGuard, Forgetting
from sayso.loops.engine import Engine
from sayso.loops.news import News
from sayso.loops.supervisor import Supervisor
from sayso.mail.wiring import host_sender
from sayso.second_look.looking import SecondLook
from sayso.second_look.presence import absence
from sayso.second_look.process import LookingProcess
from sayso.setup.backups import keep_backing_up, newest_backup_at
from sayso.setup.first_link import first_lines
from sayso.setup.port import port_for
from sayso.setup.stored import LAST_RESORT, TakenUp, take_up, what_is_stored
from sayso.staff.mount import desk_for, shelf_for, staff_route
from storage.db.instance_lock import guard_for
from storage.people import erasure_log
from web.app import app, server
from web.organisations import own_check
from web.published import stories

STOP_SECONDS = 4.0
"""What is under way may finish within this; correctness never rests on it: what was cut off is done again
from the inbox. Supervisors kill after 90 s (systemd's DefaultTimeoutStopSec), Docker after 10 s."""
_IDLE_SECONDS = 6.0
"""No write of ours pauses for a second. One of a process that was stopped is undone, and others go on, within 15 s."""
_BACKUPS, _SECOND_LOOK = "backups", "second look"
"""Leases: each of these is done by one service for all."""
_FIXED = ("data", "key_file", "database_url", "host", "port", "flows")
"""Settings that only a new start takes up: what is open stays open."""
_GARBAGE_AFTER = 20_000
"""New objects between two looks for garbage; a message makes some thousands, nearly none in circles."""


class AddressTaken(SaysoError):
    """The web pages cannot be served where the settings say."""


async def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """Run every configured channel until SIGTERM or SIGINT. `say` gets one line for whoever started the service.

    What is set in the browser is taken up by beginning again, within the same process. Raises SaysoError, before
    anything is served, when something has to be mended first.
    """
    log.set_up(settings.log)
    allow_descriptors()
    live_in(registry_for(settings).words.zone)  # faults of files are told before anything is made
    make_folder(settings.data)
    guard = guard_for(settings.database_url.reveal(), settings.data, is_shared=True)
    guard.hold()
    service = _Service(settings, say)
    try:
        await service.run()
    finally:
        service.close()
        guard.release()


class _Service:
    """The service, which begins again whenever something was set in the browser.

    The address is taken once: whoever asks for a page while it begins again waits a moment, and is answered.
    """

    def __init__(self, settings: Settings, say: Callable[[str], None]) -> None:
        self._settings = settings
        self._say = say
        self._stop = asyncio.Event()
        self._again = asyncio.Event()
        self._listening: socket.socket | None = None
        self._left_out = 0
        self._trouble: tuple[str, ...] = ()

    async def run(self) -> None:
        """Run until a signal comes. What was set in the browser and does not work is left out, and told to staff."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._read_again)
        while not self._stop.is_set():
            self._again.clear()
            with open_store(self._settings, is_new_allowed=True, idle=_IDLE_SECONDS) as store:
                taken = await self._once(store)
            if taken and self._again.is_set():
                self._left_out, self._trouble = 0, ()

    def _read_again(self) -> None:
        """Read the settings file and the files of secrets anew, and begin again; what cannot be used changes nothing."""
        sources = self._settings.sources
        try:
            fresh = load_settings(sources.environ, sources.file)
        except SettingsError as faults:
            for line in str(faults).splitlines():
                self._say(line)
            return
        fixed = {name: getattr(self._settings, name) for name in _FIXED}
        self._settings = replace(fresh, **fixed)
        self._again.set()

    def close(self) -> None:
        """Give the address free."""
        if self._listening:
            self._listening.close()

    async def _once(self, store: Store) -> bool:
        """Serve until something ends it; return whether all that was set in the browser could be used."""
        has_stored = self._left_out < LAST_RESORT
        try:
            taken = take_up(self._settings, store, left_out=self._left_out)
            has_stored = taken.has_stored
            await self._serve(taken, store)
        except SaysoError as fault:
            if not has_stored or self._left_out == LAST_RESORT:
                raise
            self._left_out, self._trouble = self._left_out + 1, (f"Not all of the settings can be used: {fault}",)
            return False
        return True

    async def _serve(self, taken: TakenUp, store: Store) -> None:
        settings = taken.settings
        registry = registry_for(settings, taken.windows)
        store.database.read_now(lambda tx: refuse_changed_meanings(tx, settings, registry.words))
        store.database.write_now(lambda tx: registry.keep(tx, now()))
        conversations, signals = ConversationService(store.vault, registry), Signals()
        async with (
            standing_for(store.database) as standing,
            open_channels(settings, store.database, conversations, now, signals, standing) as channels,
        ):
            guard = ClockGuard(elapsed, [one.provider_now for one in channels.adapters])
            forgetting = Forgetting(erasure_log.beside(settings.key_file), guard)
            engine = Engine(store.database, conversations, channels.adapters, now, signals, forgetting, standing)
            supervisor = Supervisor(asyncio.get_running_loop().time, asyncio.sleep, random.random, self._say)
            house = port_for(settings, store, self._again.set, lambda: self._troubles(supervisor, guard))
            health = _health(settings, store, engine, house)
            desk = desk_for(settings, store, registry, now, health.troubles, channels.bot_link)
            routes = _routes(settings, engine, replace(desk, house=house), health)
            web = WebChannel(engine, _sign(settings, channels), translations_of(settings, registry))
            checks = StoredOwnChecks((store.database, store.vault), shelf_for(settings), registry.pinned, now)
            pages = app(web, [*routes, *stories.routes(web), *own_check.routes(web, checks)])
            jobs = [*engine.jobs(), *_besides(settings, store, engine, supervisor), *_host(settings, health)]
            if isinstance(standing, OneOfSeveral):
                standing.wanted = {UPKEEP, *(job.lease for job in jobs if job.lease)}
                jobs += _among_others(store, engine, standing, self._again.set)
            # Begun one by one where they run: an address that is taken ends the start before that.
            await self._run(settings, store, pages, (supervisor.keep(standing.kept(job)) for job in jobs))

    def _troubles(self, supervisor: Supervisor, guard: ClockGuard) -> tuple[str, ...]:
        return tuple(filter(None, (*self._trouble, *supervisor.troubles.values(), guard.trouble)))

    async def _run(
        self, settings: Settings, store: Store, application: Starlette, jobs: Iterable[Coroutine[None, None, None]]
    ) -> None:
        is_first = self._listening is None
        self._listening = self._listening or listen(settings)
        pages = server(application, settings.host, settings.port)
        if not is_first:
            gc.unfreeze()  # what was of the service before it began again
        _settle_memory()
        for line in (*greeting(settings), *first_lines(store, settings.public_url, now())) if is_first else ():
            self._say(line)
        serving = asyncio.create_task(pages.serve(sockets=[self._listening.dup()]))
        await _until_stopped(jobs, serving, lambda: setattr(pages, "should_exit", True), (self._stop, self._again))


def _sign(settings: Settings, channels: Channels) -> SiteDetails:
    return SiteDetails(settings.organisation, settings.public_url, settings.mail_address, channels.bot_link)


def _routes(settings: Settings, engine: Engine, desk: StaffContext, health: Health) -> list[BaseRoute]:
    """Return what the web server answers beside the pages for people: health, the staff app, and webhooks."""
    hooks = [route for one in engine.channels for route in one.routes(engine.intake)]
    own = [Route("/healthz", health.answer), *_metrics(settings, health)]
    return [*own, staff_route(desk), *hooks]


def _health(settings: Settings, store: Store, engine: Engine, house: SetUpPort) -> Health:
    """Return what knows whether all is well."""
    polled = tuple(one.channel.name for one in engine.channels if one.is_polled)
    checks = tuple(one.trouble for one in engine.channels)
    heard, is_mine = engine.scheduler.alive_at, engine.standing.holds
    return Health(store.database, settings.data, heard, polled, now, checks, house.troubles, is_mine)


def _metrics(settings: Settings, health: Health) -> list[Route]:
    """Return the page for Prometheus, where the host wants one."""
    if settings.metrics is None:
        return []
    newest = partial(newest_backup_at, settings)
    return [Route("/metrics", Metrics(settings.metrics, health, newest).answer)]


def _besides(settings: Settings, store: Store, engine: Engine, supervisor: Supervisor) -> list[BackgroundJob]:
    """Return what runs beside the engine: telling staff, backups, and the second look where there is one."""
    jobs = [
        BackgroundJob("Telling staff", _alerts(settings, engine, supervisor).run, UPKEEP),
        BackgroundJob("Making backups", partial(keep_backing_up, settings, store), _BACKUPS),
    ]
    if absence(settings):
        return jobs
    database = engine.standing.fenced(engine.database, _SECOND_LOOK)
    second_look = SecondLook(database, engine.conversations.vault, engine.now, LookingProcess())
    return [*jobs, BackgroundJob("The second look", second_look.run, _SECOND_LOOK)]


def _among_others(
    store: Store, engine: Engine, standing: OneOfSeveral, begin_again: Callable[[], None]
) -> list[BackgroundJob]:
    """Return what runs besides where there may be other services on the same database."""
    news = News(store.database, store.vault, partial(what_is_stored, store.vault), begin_again)
    return [
        BackgroundJob("Keeping in step with other services", standing.run),
        BackgroundJob("Hearing what other services did", news.run),
        BackgroundJob("Hearing of messages that other services took", engine.worker.hear_of_others),
    ]


def _host(settings: Settings, health: Health) -> list[BackgroundJob]:
    """Return what tells whoever looks after the machine, where there is a way."""
    send = host_sender(settings, now)
    if send is None:
        return []
    watch = HostWatch(health.troubles, send, partial(host_letter, settings), now)
    return [BackgroundJob("Mail to the host", watch.run)]


def _alerts(settings: Settings, engine: Engine, supervisor: Supervisor) -> AlertLoop:
    """Return the loop that tells staff that something waits."""
    vault, zone = engine.conversations.vault, engine.conversations.registry.words.zone
    setting = AlertSetting(alert_ways(settings), zone, settings.public_url)
    database = engine.standing.fenced(engine.database, UPKEEP)
    return AlertLoop(database, vault, engine.now, engine.signals, setting, lambda: supervisor.troubles)


def _settle_memory() -> None:
    """What was made at the start stays: looking through it for garbage again and again only costs time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE_AFTER, 20, 20)


def listen(settings: Settings) -> socket.socket:
    """Take the address of the web pages. Raises AddressTaken with one clear line."""
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        listening = socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise AddressTaken(
            f"Cannot serve at {settings.host}:{settings.port}: {error.strerror}. Set SAYSO_PORT to a free port."
        ) from None
    # A page goes out in two pieces, and without this the second waits 40 ms for word that the first has come (RFC 896,
    # RFC 1122 4.2.3.2). Each connection takes it over from here; asyncio sets it only on sockets that it made itself.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def greeting(settings: Settings) -> tuple[str, ...]:
    """Return one line for each channel: on or off, and where; then what else there is to know."""
    oidc = [f"Staff may sign in with {provider_name(settings.oidc.issuer)}."] if settings.oidc else []
    return (*greetings(settings), *oidc, "Stop with Ctrl-C.")


async def _until_stopped(
    jobs: Iterable[Coroutine[None, None, None]],
    serving: asyncio.Task[None],
    close_pages: Callable[[], None],
    ends: tuple[asyncio.Event, asyncio.Event],
) -> None:
    """Run the jobs beside the pages until the service is to stop or to begin again, or until the pages fail.

    Then end all of them, in a few seconds. Where it begins again, pages that are asked for are answered first.
    """
    stop, again = ends
    tasks = {serving, *(asyncio.create_task(job) for job in jobs)}
    watches = {asyncio.create_task(one.wait()) for one in ends}
    endless = set(tasks)
    try:
        while not (stop.is_set() or again.is_set()):
            done, _ = await asyncio.wait({*watches, *endless}, return_when=asyncio.FIRST_COMPLETED)
            endless -= done
            for task in done - watches:
                task.result()
    finally:
        for watch in watches:
            watch.cancel()
        close_pages()
        if not stop.is_set():
            await asyncio.wait({serving}, timeout=STOP_SECONDS)
        for task in tasks:
            task.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await asyncio.gather(*tasks, return_exceptions=True)
