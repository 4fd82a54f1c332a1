"""The first page, Now: people who wait, what the team can mend, then what people said lately and what moves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response

from feedback.flows.model import Queue
from review.http.request import StaffRequest
from review.http.roles import ADMINS, RAW, READERS, TELLERS, StaffPage, meaning_of
from review.lists.now_list import NowList, now_list
from review.lists.search import ListedConversation, ListQuery, listed
from review.pages.alerts import faults
from review.text import labels
from storage.audit import audit_log
from storage.messages import inbox
from storage.messages.inbox import Conservation
from storage.organisations import artefacts
from storage.organisations.artefacts import Artefact
from storage.review import case_list, outcomes, requests
from storage.review.case_list import CaseFilter
from storage.review.outcomes import InformedShare, OutcomeEntry

_LATELY = 5
"""Conversations, and what is being decided: what fits below the list of what waits."""
_WEEK = timedelta(days=7)
"""Weekdays and weekends come in each, so that one can be held against the other."""

_TOLD = timedelta(minutes=30)
"""How long the first page tells of wrong tries: as long as somebody who has just signed in may take to look."""


@dataclass(frozen=True)
class HomeContent:
    """What the first page tells of. What a role may not see is empty for it."""

    now: NowList
    sums: Conservation
    share: InformedShare
    mine: int
    asked: dict[Queue, int]
    lately: tuple[ListedConversation, ...]
    weeks: tuple[int, int]
    """How many conversations were last heard in the last seven days, and in the seven before."""
    moving: tuple[OutcomeEntry, ...]
    overdue: tuple[Artefact, ...]
    """Charters and papers that were to be looked at again before today."""


async def show(visit: StaffRequest) -> Response:
    """Show where things stand, and write down that words were seen, where some are shown."""
    around = await visit.desk.around.current(visit.desk.database, visit.desk.now())
    found = await visit.read(lambda tx: _look(tx, visit))
    if found.lately:
        await visit.write(
            lambda tx: visit.audit(tx, "saw what people said lately", f"{len(found.lately)} conversations")
        )
    member = visit.member
    return visit.page(
        "home",
        found=found,
        counts={**around.counts, "mine": found.mine},
        since=around.since,
        faults=await faults(visit, found.sums, has_list=member.has_one_of(RAW))
        if member.has_one_of(ADMINS | TELLERS)
        else (),
        can_act=member.has_one_of(RAW),
        is_reader=member.has_one_of(READERS),
        titles=dict(visit.desk.titles),
        meaning=meaning_of(member),
        wording=labels,
        tried=await _tried(visit),
    )


async def _tried(visit: StaffRequest) -> tuple[datetime, ...]:
    """Return when somebody tried in vain to sign in as who asks, since they were last in; told for a while."""
    session = visit.session
    if session is None or visit.desk.now() - session.created_at > _TOLD:
        return ()
    by, before = session.member.name, session.created_at
    return await visit.read(lambda tx: audit_log.wrong_tries(tx, by=by, before=before))


async def news(visit: StaffRequest) -> Response:
    """Return how much waits for whoever asks, and when the latest of it came: what an open page looks at."""
    around = await visit.desk.around.current(visit.desk.database, visit.desk.now())
    waits = around.waits_for(visit.member.role)
    return JSONResponse({"waits": waits.count, "latest": waits.latest}, headers={"Cache-Control": "no-store"})


def _look(tx: Connection, visit: StaffRequest) -> HomeContent:
    role, now = visit.member.role, visit.desk.now()
    is_reader = role in READERS
    return HomeContent(
        now_list(tx, role=role, now=now),
        inbox.conservation(tx),
        outcomes.share_told(tx),
        case_list.count_mine(tx, staff_id=visit.member.id),
        requests.counts(tx) if role in RAW else {},
        listed(tx, visit.vault, ListQuery(CaseFilter("all"), role, "", None, _LATELY)).rows if is_reader else (),
        _weeks(tx, now) if is_reader else (0, 0),
        tuple(one for one in outcomes.entries(tx) if one.draft.kind == "deciding")[:_LATELY] if is_reader else (),
        artefacts.overdue(tx, today=now.date())[:_LATELY] if visit.member.has_one_of(TELLERS) else (),
    )


def _weeks(tx: Connection, now: datetime) -> tuple[int, int]:
    ends = (now, now - _WEEK)
    this, before = (case_list.count(tx, wanted=CaseFilter("all", since=end - _WEEK, until=end)) for end in ends)
    return this, before


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/", show),
    StaffPage("GET", "/now.json", news, RAW, is_use=False),
)
