"""Help numbers: ticked as rung, edited, shown, hidden, added and removed."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.words import CHECKED_FOR, Signpost
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.templates import day
from review.pages.alerts import HelpSource
from review.setup.kept import file_of, publish
from review.setup.signpost_file import NATIONS, signpost_file
from storage.settings import files

PATH = "signposts.toml"
_HERE = "/settings/help-numbers"
_LONGEST = 120
"""Characters: Help now must stay short."""
_FIELDS = {"name": "a name", "contact": "how to reach them", "audience": "whom it is for", "hours": "when it is open"}


async def show(visit: StaffRequest) -> Response:
    """Show every number with the day on which somebody last rang it."""
    posts = await _posts(visit)
    today = visit.desk.now().date()
    sources = [HelpSource(one, (today - one.checked_on).days if one.checked_on else None) for one in posts]
    open_ones = {nation for one in posts if one.show and one.always_open for nation in one.nations}
    return visit.page(
        "set-help-numbers",
        sources=sources,
        seen=_mark(visit, posts),
        missing=[nation for nation in NATIONS if nation not in open_ones],
        days=CHECKED_FOR.days,
        is_own=bool(await file_of(visit, PATH)),
    )


async def note_rung(visit: StaffRequest) -> Response:
    """Write beside each number that was ticked who rang it, and when."""
    posts = await _posts(visit)
    ticked = {int(one) for one in visit.form.many("rung") if one.isdecimal()}
    today, name = visit.desk.now().date(), visit.member.name
    rung = [
        replace(post, checked_on=today, checked_by=name) if number in ticked else post
        for number, post in enumerate(posts)
    ]
    return await _store(visit, rung, "ticked help numbers as rung")


async def show_one(visit: StaffRequest) -> Response:
    """Show one number to edit, or an empty form for a new one. Raises: HTTPException (404), for no such number."""
    posts = await _posts(visit)
    return _form(visit, posts, _chosen(visit, posts))


async def save_one(visit: StaffRequest) -> Response:
    """Store one number, show or hide it, or remove it. What is changed has to be rung again."""
    posts = await _posts(visit)
    before = _chosen(visit, posts)
    number = _number(visit)
    if visit.form.one("do") == "remove" and number is not None:
        return await _store(visit, [*posts[:number], *posts[number + 1 :]], "removed a help number")
    post = _typed(visit, before)
    if problem := _problem(post):
        return _form(visit, posts, post, problem)
    others = posts if number is not None else [*posts, post]
    changed = [post if at == number else one for at, one in enumerate(others)]
    return await _store(visit, changed, "changed a help number")


async def take_file(visit: StaffRequest) -> Response:
    """Take up the file of the machine again, in the place of what was written here."""
    return await publish(visit, PATH, "", "took up the file of help numbers again", _HERE)


async def _store(visit: StaffRequest, posts: Sequence[Signpost], what: str) -> Response:
    text = signpost_file(posts)
    if visit.desk.house.judge_files({PATH: text}):
        raise HTTPException(400)
    return await publish(visit, PATH, text, what, _HERE)


async def _posts(visit: StaffRequest) -> list[Signpost]:
    return list(visit.desk.house.signposts(await file_of(visit, PATH)))


def numbers_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at all help numbers."""
    found = files.one(tx, path=PATH, state="published")
    return _of(visit.desk.house.signposts(found.text if found else ""))


def _of(posts: Sequence[Signpost]) -> Snapshot:
    return Snapshot(tuple((one.name, _told(one)) for one in posts), "help numbers")


def _told(post: Signpost) -> str:
    checked = f"checked on {day(post.checked_on)} by {post.checked_by}" if post.checked_on else "never checked"
    shown = "shown" if post.show else "hidden"
    return "; ".join((post.contact, post.audience, post.hours, ", ".join(post.nations), checked, shown))


def _mark(visit: StaffRequest, posts: Sequence[Signpost]) -> str:
    return _of(posts).stamp(visit.vault)


def _number(visit: StaffRequest) -> int | None:
    """Return which number the address names; None for a new one."""
    named = visit.path("number")
    return int(named) if named.isascii() and named.isdecimal() and len(named) < 4 else None


def _chosen(visit: StaffRequest, posts: Sequence[Signpost]) -> Signpost:
    number = _number(visit)
    if number is None and visit.path("number") == "new":
        return Signpost("", "", "", NATIONS, "", always_open=False)
    if number is None or number >= len(posts):
        raise HTTPException(404)
    return posts[number]


def _typed(visit: StaffRequest, before: Signpost) -> Signpost:
    form = visit.form
    post = replace(
        before,
        name=form.one("name")[: _LONGEST + 1],
        contact=form.one("contact")[: _LONGEST + 1],
        audience=form.one("audience")[: _LONGEST + 1],
        hours=form.one("hours")[: _LONGEST + 1],
        nations=tuple(one for one in NATIONS if one in form.many("nation")),
        always_open=form.one("always_open") == "yes",
        show=form.one("show") == "yes",
    )
    if form.one("rung") == "yes":
        return replace(post, checked_on=visit.desk.now().date(), checked_by=visit.member.name)
    is_same = (post.contact, post.hours, post.always_open) == (before.contact, before.hours, before.always_open)
    return post if is_same else replace(post, checked_on=None, checked_by="")


def _problem(post: Signpost) -> str:
    missing = [what for name, what in _FIELDS.items() if not getattr(post, name)]
    if missing:
        return f"Say {', '.join(missing)}."
    if any(len(getattr(post, name)) > _LONGEST for name in _FIELDS):
        return f"Write {_LONGEST} letters at most in each box."
    return "" if post.nations else "Tick one nation at least."


def _form(visit: StaffRequest, posts: Sequence[Signpost], post: Signpost, problem: str = "") -> Response:
    status, is_new = 400 if problem else 200, _number(visit) is None
    values = {"post": post, "nations": NATIONS, "is_new": is_new, "seen": _mark(visit, posts)}
    return visit.page("set-help-number", status, problem=problem, **values)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _HERE, show, ADMINS),
    StaffPage("POST", _HERE, note_rung, ADMINS, watch=numbers_watched),
    StaffPage("POST", f"{_HERE}/file", take_file, ADMINS, watch=numbers_watched),
    StaffPage("GET", f"{_HERE}/{{number}}", show_one, ADMINS),
    StaffPage("POST", f"{_HERE}/{{number}}", save_one, ADMINS, watch=numbers_watched),
)
