"""A list of conversations as an address names it: its filters, and the way back to it from what stands in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import get_args

from review.flows.step_context import StepContext
from review.http.request import FormFields, StaffRequest
from review.http.roles import RAW
from review.lists.search import ListQuery, Place
from storage.review import themes
from storage.review.case_list import CaseFilter, Order, View
from storage.review.search_index import WordIndex
from storage.review.themes import Theme

VIEWS: tuple[View, ...] = get_args(View)
FILTERS = ("view", "flow", "channel", "theme", "state", "language", "organisation", "since", "until", "order")
"""What a view keeps, beside the words to look for."""
LONGEST_SEARCH = 200
"""Characters. A guess: two lines. Each word more is looked up in every text."""
_FIELDS = (*FILTERS, "q", "after")


def came_from(visit: StaffRequest) -> Mapping[str, str]:
    """Return the fields of the list that somebody came from, as the address carries them on; none for no list.

    They are put into the address of the inbox alone, so nothing in them leads anywhere else.
    """
    return {name: value for name in _FIELDS if (value := visit.query.one(name))}


def asked_for(
    visit: StaffRequest, around: StepContext, after: Place | None, index: WordIndex | None, limit: int = 25
) -> ListQuery:
    """Return what is asked for by the address of a list, or of what stands in one."""
    wanted = wanted_of(visit, visit.query, around.themes)
    if wanted.view == "new":
        wanted = replace(wanted, among=around.new)
    return ListQuery(wanted, visit.member.role, words_asked(visit.query), after, limit, index)


def words_asked(fields: FormFields) -> str:
    """Return the words to look for, as far as they are looked for."""
    return fields.one("q")[:LONGEST_SEARCH]


def number_of(text: str) -> int:
    """Return the number of a row that an address begins at; 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def wanted_of(visit: StaffRequest, fields: FormFields, known: tuple[Theme, ...]) -> CaseFilter:
    """Return which conversations these fields name; what is not understood leaves nothing out."""
    theme = fields.one("theme")
    view: View = next((one for one in VIEWS if one == fields.one("view")), "all")
    zone = visit.desk.now().astimezone().tzinfo
    since, until = _day_range(_day(fields.one("since")), _day(fields.one("until")), zone)
    return CaseFilter(
        view,
        flow=fields.one("flow"),
        channel=fields.one("channel"),
        language=fields.one("language"),
        organisation=fields.one("organisation") if visit.member.has_one_of(RAW) else "",
        state=fields.one("state"),
        theme_ids=themes.with_parts(known, theme) if theme else (),
        since=since,
        until=until,
        staff_id=visit.member.id,
        order=_order(view, fields),
    )


def _order(view: View, fields: FormFields) -> Order:
    """Return the order of a list: where people wait, who has waited longest stands on top unless it is asked otherwise."""
    asked, waits = fields.one("order"), view in ("waiting", "flagged") and not fields.one("q")
    if waits:
        return "latest" if asked == "latest" else "waiting"
    return "oldest" if asked == "oldest" else "latest"


def place_of(text: str) -> Place | None:
    """Return the place in a list that a mark names; None for no mark, or one that is not ours."""
    moment, _, conversation = text.partition("~")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (at, conversation) if at.tzinfo is not None else None


def mark_of(place: Place | None) -> str:
    """Return a place as an address names it."""
    return f"{place[0].isoformat()}~{place[1]}" if place else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _day_range(since: date | None, until: date | None, zone: tzinfo | None) -> tuple[datetime | None, datetime | None]:
    """Return the moments at which these days begin and end."""
    begin = datetime.combine(since, time(), zone) if since else None
    end = datetime.combine(until + timedelta(days=1), time(), zone) if until else None
    return begin, end
