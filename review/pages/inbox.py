"""The inbox: what is new, who waits, what to please read, whose it is; filters, search, and acts on many at once."""

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, READERS, StaffPage
from review.http.templates import address
from review.http.undo import act, back, just_done
from review.lists.list_query import FILTERS, VIEWS, asked_for, mark_of, place_of, wanted_of
from review.lists.search import ListQuery, ResultPage, listed
from review.text import labels
from storage.accounts import members
from storage.messages import inbox as arrivals
from storage.review import case_list, saved_views, themes

_FILTERS = (*FILTERS, "q")
_MOST_AT_ONCE = 5_000
"""A guess: one undo holds every change of a press, so it must not grow with all that there is."""


async def show(visit: StaffRequest) -> Response:
    """Show one page of the inbox."""
    role = visit.member.role
    index = await visit.desk.indexing.current(visit.desk.database, visit.vault)
    around = await visit.desk.around.current(visit.desk.database, visit.desk.now())
    asked = asked_for(visit, around, place_of(visit.query.one("after")), index)

    def look(tx: Connection) -> tuple[ResultPage, int, int, tuple[saved_views.SavedView, ...]]:
        mine = case_list.count_mine(tx, staff_id=visit.member.id)
        kept = saved_views.of_member(tx, visit.vault, staff_id=visit.member.id)
        found = listed(tx, visit.vault, asked)
        return found, _wordless(tx, asked, found, around.counts["all"]), mine, kept

    found, wordless, mine, kept = await visit.read(look)
    what = "searched the inbox" if visit.query.one("q") else "looked through the inbox"
    await visit.note(what, f"{len(found.rows)} conversations")
    filters = {name: visit.query.one(name) for name in _FILTERS}
    filters["view"] = next((one for one in VIEWS if one == filters["view"]), "")
    return visit.page(
        "inbox",
        200,
        filters=filters,
        is_filtered=any(value for name, value in filters.items() if name != "view"),
        older=address(**filters, after=mark_of(found.after)) if found.after else "",
        here=address(**{**filters, "view": filters["view"] or "all"}, after=visit.query.one("after")),
        can_act=role in RAW,
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
    """Change the state of, or give to somebody, all that were ticked or all that match."""
    form = visit.form
    values = await _change(visit)

    def work(tx: Connection) -> list[str]:
        if form.one("scope") != "all":
            return [one for one in form.many("one") if case_list.case(tx, conversation_id=one) is not None]
        if form.one("q"):
            raise HTTPException(400)
        wanted = wanted_of(visit, form, themes.in_use(tx))
        return list(case_list.ids(tx, wanted=wanted, limit=_MOST_AT_ONCE))

    chosen = await visit.read(work)
    now = visit.desk.now()
    what = f"changed {len(chosen)} conversations"
    act_id = await act(visit, what, lambda _, doing: case_list.put(doing, conversation_ids=chosen, now=now, **values))
    kept = {name: form.one(name) for name in _FILTERS}
    return visit.go(f"/inbox{address(**kept, did=act_id)}")


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


async def _change(visit: StaffRequest) -> dict[str, str | None]:
    """Return what shall become of the conversations. Raises: HTTPException (400), for what is not on the page."""
    what, _, value = visit.form.one("do").partition(":")
    if what == "state" and value in labels.STATES:
        return {"state": value}
    team = {member.id for member in await visit.read(members.members) if member.disabled_at is None}
    if what == "give" and (value in team or not value):
        return {"assigned_to": value or None}
    raise HTTPException(400)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/inbox", show, READERS),
    StaffPage("POST", "/inbox", act_on_many, RAW),
    StaffPage("GET", "/set-aside", set_aside, RAW),
    StaffPage("POST", "/set-aside/{number}/rescue", rescue, RAW),
)
