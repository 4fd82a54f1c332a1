"""The store as commands use it: settings read, opened, and closed again."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from config.settings import Settings, load_settings
from feedback.conversation.response import Response
from feedback.errors import SaysoError
from feedback.flows.canonical_json import load_compiled
from report.counting.slices import ReportSlice
from report.parts.again import Link
from review.text.invited_counts import invited_to
from review.text.reply_parts import cuts
from review.text.report_inputs import heard
from sayso.commands.report_inputs import ReportInputs
from sayso.core.clock import now
from sayso.core.store import Store, open_store
from sayso.exports.dataset import Reread
from sayso.setup.stored import SETTABLE, with_stored
from storage.accounts.members import named
from storage.conversations import flow_versions
from storage.conversations.coded_rows import coded_responses
from storage.conversations.figure_filter import FigureFilter, invited_groups, invited_places, matching
from storage.conversations.misunderstandings import noted
from storage.conversations.response_rows import ResponseFilter, responses
from storage.crypto.vault import Vault
from storage.involvement import again
from storage.people import places
from storage.settings import values


def settings() -> Settings:
    """Return the settings of this process. Raises SettingsError with every fault."""
    return load_settings(os.environ)


def settings_in_use() -> Settings:
    """Return the settings with what is set in the browser, as `sayso serve` takes them up.

    Where nothing is stored yet, or it cannot be read or used, those of files and environment alone.
    """
    plain = settings()
    try:
        with open_store(plain) as opened:
            stored = opened.database.read_now(lambda tx: values.stored(tx, opened.vault, SETTABLE))
            return with_stored(plain, stored)
    except SaysoError:
        return plain


def published_folder() -> Path:
    """Return the folder of published reports, which may not be there."""
    return settings().data / "published"


@contextmanager
def store() -> Iterator[Store]:
    """Open the store that `sayso serve` made. Raises SaysoError with one clear line."""
    with open_store(settings()) as opened:
        yield opened


@contextmanager
def gathered(flow: str | None, *, with_words: bool, part: ReportSlice | None = None) -> Iterator[ReportInputs]:
    """Open what is stored of one flow (None: of all), or of a part of its replies, for a report or an export.

    Raises SaysoError for a group or place that nobody of the flow was invited from.
    """
    from sayso.core.flow_registry import registry_for

    shipped = registry_for(settings())
    with store() as opened, opened.database.reading() as tx:
        kept = {entry.version_id: load_compiled(entry.compiled, shipped.words) for entry in flow_versions.versions(tx)}
        newest = (found for name, _ in shipped.titles() if (found := shipped.named(name)))
        by_version = {**{one.version_id: one for one in newest}, **kept}
        invited = invited_to(tx, flow=flow) if flow else None
        wanted = ResponseFilter(flow=flow, words=True)
        stream: Iterable[Response] = (
            Reread(lambda: responses(tx, opened.vault, wanted)) if with_words else coded_responses(tx, flow=flow)
        )
        told = None if with_words else heard(tx, opened.vault, flow=flow)
        if part is not None and not part.is_whole and flow is not None:
            part, among = _among(tx, flow, part)
            whole = stream
            stream, invited = Reread(lambda: (one for one in whole if one.conversation in among)), None
        mine = {name: one for name, one in by_version.items() if one.name == flow}
        cutting = partial(cuts, tx, flow=flow or "", versions=mine, today=now().date())
        whose = _organisation(tx, opened.vault)
        linked = partial(_linked, tx, flow or "")
        yield ReportInputs(stream, by_version, invited, told, noted(tx, flow=flow), whose, part, cutting, linked)


def _linked(tx: Connection, flow: str) -> Iterator[Link]:
    for pair in again.answered_again(tx, flow=flow):
        yield pair.months, pair.before, pair.after


def _organisation(tx: Connection, vault: Vault) -> str:
    """Return the name of the organisation: as the environment has it, or as it was set in the browser."""
    return settings().organisation or values.one(tx, vault, "organisation")


def staff_id(tx: Connection, name: str) -> str:
    """Return the id of an open account. Raises SaysoError, where there is none of this name."""
    account = named(tx, name=name)
    if account is None or account.member.disabled_at is not None:
        raise SaysoError(f'There is no open account named "{name}". See: sayso staff list.')
    return account.member.id


def _among(tx: Connection, flow: str, part: ReportSlice) -> tuple[ReportSlice, frozenset[str]]:
    """Return a part of a flow with every spelling of its place, and the conversations that are in it."""
    groups = {name: group for group, name in invited_groups(tx, flow=flow)}
    tidied, named = places.tidied(tx), invited_places(tx, flow=flow)
    known = {*named, *tidied.names(named)}
    for asked, there, what in ((part.group, groups, "group"), (part.place, known, "place")):
        if asked and asked not in there:
            raise SaysoError(f"Nobody was invited to {flow} from a {what} named {asked}. There are: {_listed(there)}.")
    spellings = tidied.spellings(part.place, named) if part.place else ()
    wanted = FigureFilter(
        since=_midnight(part.since) if part.since else None,
        until=_midnight(part.until) + timedelta(days=1) if part.until else None,
        group=groups.get(part.group, ""),
        places=spellings,
    )
    return replace(part, spellings=spellings), matching(tx, flow=flow, wanted=wanted)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
