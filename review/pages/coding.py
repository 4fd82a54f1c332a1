"""Putting a text, or part of it, under a theme; and the codebook itself."""

from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import CODERS, RAW, READERS, StaffPage
from review.http.undo import Way, carry_out, case_of, just_done
from review.lists.list_query import came_from
from review.lists.snapshots import of_theme, theme_of_form, words_of_form
from review.lists.visibility import part, seen_by
from review.pages.conversation import page
from review.pages.redaction import text_of
from review.text.tokens import chosen
from storage.audit import undo
from storage.review import case_list, codings, texts, themes
from storage.review.codings import NO_THEME, WHOLE
from storage.review.themes import Theme, ThemeFault, Wording
from storage.tables import codings as coding_rows

LONGEST_MEMO = 500
"""Characters: a few sentences beside a theme."""


async def code(visit: StaffRequest) -> Response:
    """Put a text, or what was picked of it, under a theme, which is made where it is new."""
    text, form = await text_of(visit), visit.form
    seen = seen_by(visit.member.role, text)
    if not seen.is_open:
        raise HTTPException(404)
    try:
        spans = chosen(seen.words, form.many("part"), (form.one("from"), form.one("to"))) or (WHOLE,)
    except ValueError as fault:
        raise HTTPException(400) from fault
    is_suggested = bool(form.one("suggested"))
    now, theme_id = visit.desk.now(), form.one("suggested") or form.one("theme")
    name = "" if is_suggested else form.one("new")
    known = {NO_THEME, *(theme.id for theme in await visit.read(themes.in_use))}
    if not name and theme_id not in known:
        problem = "Choose a theme, or write the name of a new one."
        return await page(visit, await case_of(visit, text.conversation_id), problem, text.ref)

    def work(tx: Connection, doing: undo.Act) -> None:
        chosen_theme = _theme(tx, doing, visit, name) if name else theme_id
        for span in spans:
            new = codings.NewCoding(span, now, form.at_most("memo", LONGEST_MEMO))
            codings.put_beside(tx, visit.vault, doing, text=text, theme_id=chosen_theme, coding=new)
        case_list.move_on(tx, doing, conversation_id=text.conversation_id, to="coded", now=now)

    what = "put a text under a theme that was suggested" if is_suggested else "put a text under a theme"
    way = Way(f"/conversations/{text.conversation_id}", text.ref, came_from(visit))
    return await carry_out(visit, what, work, way, text.conversation_id)


async def uncode(visit: StaffRequest) -> Response:
    """Take a text out from under a theme. Raises: HTTPException (403), for what somebody else put there."""
    coding_id = visit.path("id")
    found = await visit.read(lambda tx: codings.with_id(tx, visit.vault, coding_id=coding_id))
    if found is None:
        raise HTTPException(404)
    if found.by != visit.member.id and not visit.member.has_one_of(RAW):
        raise HTTPException(403)

    def work(_: Connection, doing: undo.Act) -> None:
        doing.remove(coding_rows, {"id": coding_id})

    way = Way(f"/conversations/{found.conversation_id}", found.ref, came_from(visit))
    return await carry_out(visit, "took a theme away", work, way, found.conversation_id)


async def codebook(visit: StaffRequest) -> Response:
    """Show every theme."""
    return await _codebook(visit)


async def add(visit: StaffRequest) -> Response:
    """Make a theme."""
    wording, now = _wording(visit), visit.desk.now()
    try:
        work = partial(themes.add, wording=wording, now=now)
        return await carry_out(visit, "made a theme", work, Way("/themes"))
    except ThemeFault as fault:
        return await _codebook(visit, str(fault))


async def show(visit: StaffRequest) -> Response:
    """Show one theme and what stands under it, as far as one may see it."""
    return await _theme_page(visit)


async def change(visit: StaffRequest) -> Response:
    """Give a theme another wording or place."""
    theme, wording = await _known(visit), _wording(visit)
    try:
        work = partial(themes.change, theme_id=theme.id, wording=wording)
        return await carry_out(visit, "changed a theme", work, Way(f"/themes/{theme.id}"))
    except ThemeFault as fault:
        return await _theme_page(visit, str(fault))


async def merge(visit: StaffRequest) -> Response:
    """Let another theme take this one's place."""
    theme, into = await _known(visit), visit.form.one("into")
    try:
        work = partial(themes.merge, theme_id=theme.id, into=into)
        return await carry_out(visit, "merged a theme", work, Way(f"/themes/{into}"))
    except ThemeFault as fault:
        return await _theme_page(visit, str(fault))


async def split(visit: StaffRequest) -> Response:
    """Put what was ticked under a new theme beside this one."""
    theme, ticked, now = await _known(visit), visit.form.many("one"), visit.desk.now()
    wording = Wording(visit.form.one("name"), parent_id=theme.parent_id)

    def work(tx: Connection, doing: undo.Act) -> None:
        to = themes.add(tx, doing, wording=wording, now=now)
        themes.move(tx, doing, coding_ids=ticked, to=to)

    try:
        return await carry_out(visit, "split a theme", work, Way(f"/themes/{theme.id}"))
    except ThemeFault as fault:
        return await _theme_page(visit, str(fault))


def _theme(tx: Connection, doing: undo.Act, visit: StaffRequest, name: str) -> str:
    """Return the theme of this name, making it if it is new."""
    known = next((theme.id for theme in themes.in_use(tx) if theme.name.casefold() == name.casefold()), None)
    return known or themes.add(tx, doing, wording=Wording(name), now=visit.desk.now())


def _wording(visit: StaffRequest) -> Wording:
    return Wording(visit.form.one("name"), visit.form.one("definition"), visit.form.one("parent") or None)


async def _codebook(visit: StaffRequest, problem: str = "") -> Response:
    known = await visit.read(lambda tx: themes.in_use(tx, is_counted=True))
    done = await just_done(visit)
    can_code = visit.member.has_one_of(CODERS)
    return visit.page("themes", 400 if problem else 200, themes=known, problem=problem, done=done, can_code=can_code)


async def _known(visit: StaffRequest) -> Theme:
    found = {theme.id: theme for theme in await visit.read(themes.in_use)}
    if visit.path("id") not in found:
        raise HTTPException(404)
    return found[visit.path("id")]


async def _theme_page(visit: StaffRequest, problem: str = "") -> Response:
    theme, role = await _known(visit), visit.member.role

    def look(tx: Connection) -> tuple[list[tuple[codings.Coding, str]], tuple[Theme, ...]]:
        given = codings.of_theme(tx, visit.vault, theme_ids=[theme.id], limit=100)
        rows = []
        for one in given:
            text = texts.with_ref(tx, visit.vault, ref=one.ref)
            rows.append((one, part(seen_by(role, text), one.span) if text else ""))
        return rows, themes.in_use(tx)

    rows, known = await visit.read(look)
    inside = themes.with_parts(known, theme.id)
    await visit.note("read what stands under a theme", f"theme {theme.id}")
    return visit.page(
        "theme",
        400 if problem else 200,
        theme=theme,
        seen=of_theme(theme, known).stamp(visit.vault),
        rows=rows,
        others=[other for other in known if other.id not in inside],
        problem=problem,
        can_code=role in CODERS,
        done=await just_done(visit),
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("POST", "/texts/{ref}/code", code, CODERS, watch=words_of_form),
    StaffPage("POST", "/codings/{id}/remove", uncode, CODERS),
    StaffPage("GET", "/themes", codebook, READERS),
    StaffPage("POST", "/themes", add, CODERS),
    StaffPage("GET", "/themes/{id}", show, READERS),
    StaffPage("POST", "/themes/{id}", change, CODERS, watch=theme_of_form, insist="Keep mine in its place"),
    StaffPage("POST", "/themes/{id}/merge", merge, CODERS, watch=theme_of_form),
    StaffPage("POST", "/themes/{id}/split", split, CODERS, watch=theme_of_form),
)
