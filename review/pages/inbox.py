"""The inbox: what is new, who waits, what to please read, whose it is; filters, search, and acts on many at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import CODERS, RAW, READERS, StaffPage
from review.http.templates import address, many
from review.http.undo import Way, back, carry_out, just_done
from review.lists.list_query import FILTERS, VIEWS, asked_for, mark_of, place_of, wanted_of
from review.lists.list_snapshots import of_rows, rows_of_form
from review.lists.mass_coding import MOST_CODED, MassCoding, put_many_under
from review.lists.search import ListQuery, ResultPage, every_id, listed
from review.lists.totals import SearchTotal, total
from review.lists.visibility import given_to
from review.text import labels
from storage.accounts import members
from storage.accounts.members import Member
from storage.audit import undo
from storage.messages import inbox as arrivals
from storage.review import case_list, saved_views, themes
from storage.review.codings import NO_THEME, NO_THEME_NAME
from storage.review.search_index import WordIndex, query_of

_FILTERS = (*FILTERS, "q")
_MOST_AT_ONCE = 5_000
"""A guess: one undo holds every change of a press, so it must not grow with all that there is."""


async def _index(visit: StaffRequest) -> WordIndex | None:
    """Return the index where words are looked for. A list without words needs none, but words may come next."""
    database, indexing = visit.desk.database, visit.desk.indexing
    if visit.query.one("q"):
        return await indexing.current(database, visit.vault)
    indexing.begin(database, visit.vault)
    return None


async def show(visit: StaffRequest) -> Response:
    """Show one page of the inbox."""
    role, begun = visit.member.role, visit.desk.now()
    index = await _index(visit)
    around = await visit.desk.around.current(visit.desk.database, visit.desk.now())
    asked = asked_for(visit, around, place_of(visit.query.one("after")), index)

    def look(tx: Connection) -> tuple[ResultPage, SearchTotal | None, int, int, tuple[saved_views.SavedView, ...]]:
        mine = case_list.count_mine(tx, staff_id=visit.member.id)
        kept = saved_views.of_member(tx, visit.vault, staff_id=visit.member.id)
        found = listed(tx, visit.vault, asked)
        return (
            found,
            total(tx, visit.vault, asked, found),
            _wordless(tx, asked, found, around.counts["all"]),
            mine,
            kept,
        )

    found, in_all, wordless, mine, kept = await visit.read(look)
    what = "searched the inbox" if visit.query.one("q") else "looked through the inbox"
    await visit.note(what, f"{len(found.rows)} conversations")
    filters = {name: visit.query.one(name) for name in _FILTERS}
    filters["view"] = next((one for one in VIEWS if one == filters["view"]), "")
    return visit.page(
        "inbox",
        200,
        filters=filters,
        is_filtered=any(value for name, value in filters.items() if name not in ("view", "order")),
        older=address(**filters, after=mark_of(found.after)) if found.after else "",
        here=address(**{**filters, "view": filters["view"] or "all"}, after=visit.query.one("after")),
        can_act=role in RAW,
        can_code=role in CODERS,
        total=in_all,
        order=asked.wanted.order,
        seen=of_rows(row.case for row in found.rows).stamp(visit.vault),
        shown=begun.isoformat(),
        left=visit.query.one("left")[:6],
        no_theme=(NO_THEME, NO_THEME_NAME),
        done=await just_done(visit),
        wording=labels,
        titles=dict(visit.desk.titles),
        found=found,
        wordless=wordless,
        counts={**around.counts, "mine": mine},
        since=around.since,
        themes=around.themes,
        languages=around.languages,
        organisations=around.organisations if role in RAW else (),
        views=kept,
        team=around.team,
    )


def _wordless(tx: Connection, asked: ListQuery, found: ResultPage, counted: int) -> int:
    """Return how many replies are missing from the list of all, since they have no words; 0 before its end.

    Counting looks at each that matches. So does a list that ends on its first page; of any other, only a short one does.
    """
    is_all = asked.wanted.view == "all" and not asked.wanted.theme_ids and not asked.words
    is_end = found.after is None and (asked.after is None or counted <= case_list.COUNTED_MOST)
    return case_list.without_words(tx, wanted=asked.wanted) if is_all and is_end else 0


async def act_on_many(visit: StaffRequest) -> Response:
    """Change all that were ticked, or all that match: their state, whose they are, or the themes of their texts."""
    form = visit.form
    change = await _change(visit)
    kept = {name: form.one(name) for name in _FILTERS}
    chosen, now = await _chosen(visit, change), visit.desk.now()
    if change.theme_id:
        query, what = query_of(form.one("q")), "put texts under a theme"

        def code(tx: Connection, doing: undo.Act) -> None:
            put_many_under(tx, visit, doing, chosen, MassCoding(change.theme_id, query))

        return await carry_out(visit, what, code, Way("/inbox", kept=kept))
    to = change.to
    mine = await visit.read(lambda tx: given_to(tx, to, chosen)) if to else chosen
    what = f"changed {many(len(mine), 'conversation')}"
    left = len(chosen) - len(mine)
    way = Way("/inbox", kept={**kept, "left": str(left) if left else ""})
    return await carry_out(
        visit, what, lambda _, doing: case_list.put(doing, conversation_ids=mine, now=now, **change.values), way
    )


async def _chosen(visit: StaffRequest, change: "_MassChange") -> tuple[str, ...]:
    """Return the conversations that were ticked, or all that match the filters and the words that the form names."""
    form, desk = visit.form, visit.desk
    most = MOST_CODED if change.theme_id else _MOST_AT_ONCE
    if form.one("scope") != "all":
        return await visit.read(lambda tx: _kept(tx, form.many("one")))
    words = form.one("q")
    index = await desk.indexing.current(desk.database, visit.vault) if words else None

    def work(tx: Connection) -> tuple[str, ...]:
        wanted = wanted_of(visit, form, themes.in_use(tx))
        asked = ListQuery(wanted, visit.member.role, words, index=index)
        return every_id(tx, visit.vault, asked, most=most) if words else case_list.ids(tx, wanted=wanted, limit=most)

    return await visit.read(work)


def _kept(tx: Connection, named: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in named if case_list.case(tx, conversation_id=one) is not None)


async def set_aside(visit: StaffRequest) -> Response:
    """Show the messages that could not be handled."""
    return visit.page("set-aside", messages=await visit.read(arrivals.set_aside))


async def rescue(visit: StaffRequest) -> Response:
    """Put a message back in its place, to be tried again."""
    number = visit.path("number")
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        raise HTTPException(404)

    def job(tx: Connection) -> bool:
        is_back = arrivals.rescue(tx, inbox_id=int(number), by=visit.member.name, now=visit.desk.now())
        if is_back:
            visit.audit(tx, "put a message back", f"message {number}")
        return is_back

    if not await visit.write(job):
        raise HTTPException(404)
    return back("/set-aside")


@dataclass(frozen=True)
class _MassChange:
    """What shall become of many conversations: values of each, and to whom they go; or the theme of their texts."""

    values: Mapping[str, str | None]
    to: Member | None = None
    theme_id: str = ""


async def _change(visit: StaffRequest) -> _MassChange:
    """Return what is asked for. Raises: HTTPException, 400 for what is not on the page and 403 for other roles."""
    what, _, value = visit.form.one("do").partition(":")
    if what == "theme" and value in {NO_THEME, *(theme.id for theme in await visit.read(themes.in_use))}:
        return _MassChange({}, theme_id=value)
    if not visit.member.has_one_of(RAW):
        raise HTTPException(403)
    if what == "state" and value in labels.STATES:
        return _MassChange({"state": value})
    team = {member.id: member for member in await visit.read(members.members) if member.disabled_at is None}
    if what == "give" and (value in team or not value):
        return _MassChange({"assigned_to": value or None}, team.get(value))
    raise HTTPException(400)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/inbox", show, READERS),
    StaffPage("POST", "/inbox", act_on_many, CODERS, watch=rows_of_form, insist="Do it all the same"),
    StaffPage("GET", "/set-aside", set_aside, RAW),
    StaffPage("POST", "/set-aside/{number}/rescue", rescue, RAW),
)
