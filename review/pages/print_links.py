"""Things to print: a poster that anybody may follow, and cards with one link each. A link is shown once, when made."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

import segno
from markupsafe import Markup
from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.model import Flow
from review.http.context import StaffContext
from review.http.request import StaffRequest
from review.http.roles import ADMINS, TELLERS, StaffPage
from review.pages.flows import newest
from storage.db.ids import in_blocks
from storage.messages import mail_invitations
from storage.messages.mail_invitations import PrintBatch
from storage.people import invitations
from storage.people.invitations import InvitationTerms

MOST_CARDS = 200
"""A guess at what is printed at once. Each card is a picture of its own on a page that a browser has to lay out."""
_DAYS = 90
"""A season, as for invitations: cards lie in a drawer before they are handed out."""
_LONGEST_LINE = 80
"""Characters that fit on one line of a poster or a card."""


@dataclass(frozen=True)
class PrintedLink:
    """A link as it is printed: as a picture for a camera, and in letters to be typed."""

    qr: Markup
    address: str


@dataclass(frozen=True)
class PosterText:
    """What a poster tells of a flow, in the words that the flow's own pages and letters use."""

    title: str
    language: str
    how: str
    once: str
    free: str
    reader: str
    kept: tuple[str, ...]
    danger: str


async def show(visit: StaffRequest) -> Response:
    """Show what can be printed, and what became of links that were."""
    return await _page(visit)


async def poster(visit: StaffRequest) -> Response:
    """Show the poster of a flow, with a line of one's own on it."""
    flow = await _flow(visit)
    line = visit.query.one("line")[:_LONGEST_LINE]
    card = await visit.read(lambda _: _card(f"{_root(visit.desk)}{_way_in(visit.desk, flow)}"))
    return visit.page("poster", flow=flow, told=_told(flow), line=line, card=card, longest=_LONGEST_LINE)


async def make_cards(visit: StaffRequest) -> Response:
    """Make links for nobody in particular and show them, this once, as cards to cut out."""
    flow, form = await _flow(visit), visit.form
    count, line = form.one("count"), form.one("line")
    if not (count.isascii() and count.isdecimal() and 1 <= int(count[:5]) <= MOST_CARDS):
        return await _page(visit, f"Say how many cards, from 1 to {MOST_CARDS}.")
    if len(line) > _LONGEST_LINE:
        return await _page(visit, f"Name the place in {_LONGEST_LINE} letters at most.")
    now = visit.desk.now()
    terms = InvitationTerms(flow.name, now, now + timedelta(days=_DAYS), place=line)

    def job(tx: Connection) -> list[str]:
        visit.audit(tx, "made links to print", f"flow {flow.name}", f"{count} links")
        made = invitations.print_links(tx, visit.vault, terms=terms, count=int(count))
        return [one.token for one in made]

    tokens, way_in = await visit.write(job, "/posters"), f"{_root(visit.desk)}/i/"
    cards = await visit.read(lambda _: [_card(f"{way_in}{token}", f"{way_in}{in_blocks(token)}") for token in tokens])
    return visit.page("cards", flow=flow, told=_told(flow), line=line, cards=cards, days=_DAYS, made_at=now)


async def take_back(visit: StaffRequest) -> Response:
    """Take back the links of one printing that nobody has used."""
    made_at = _moment(visit.form.one("at"))
    name = visit.path("name")

    def job(tx: Connection) -> int:
        count = mail_invitations.take_links_back(tx, flow=name, made_at=made_at)
        visit.audit(tx, f"took {count} links back", f"flow {name}")
        return count

    return visit.go(f"/posters?back={await visit.write(job, '/posters')}")


def _moment(text: str) -> datetime:
    """Return a moment of a form of ours. Raises: HTTPException (400)."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as fault:
        raise HTTPException(400) from fault


def _told(flow: Flow) -> PosterText:
    words = flow.words
    shown = next((post for post in words.signposts if post.show and post.always_open), None)
    return PosterText(
        title=flow.title,
        language=flow.language,
        how=words.say("poster_how"),
        once=words.say("poster_once"),
        free=words.say("mail_free"),
        reader=words.say("mail_who_reads"),
        kept=tuple(words.say("privacy").strip().splitlines()[:2]),
        danger=words.say("mail_danger", name=shown.name, contact=shown.contact) if shown else "",
    )


def _card(link: str, typed: str = "") -> PrintedLink:
    """Return a link for print; `typed` is the same as people type it."""
    picture = segno.make(link, error="m").svg_inline(border=4, dark="#000", light="#fff", omitsize=True)
    return PrintedLink(Markup(picture), (typed or link).partition("://")[2])  # noqa: S704 - drawn by segno, from a link of ours


def _is_near(desk: StaffContext) -> bool:
    """Return whether the address of the pages works on this machine alone, so that nothing printed would lead there."""
    return urlsplit(desk.public_url).hostname in ("127.0.0.1", "localhost", "::1")


def _root(desk: StaffContext) -> str:
    return desk.public_url.rstrip("/")


def _way_in(desk: StaffContext, flow: Flow) -> str:
    """Return where anybody may begin: the front page for the default flow, which is easiest to type."""
    return "" if desk.titles[:1] == ((flow.name, flow.title),) else f"/talk/{flow.name}"


async def _flow(visit: StaffRequest) -> Flow:
    """Return the newest version of the flow that the address names. Raises: HTTPException (404)."""
    found = await visit.read(partial(newest, visit=visit, name=visit.path("name")))
    if found is None or visit.path("name") not in dict(visit.desk.titles):
        raise HTTPException(404)
    return found


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    batches: tuple[PrintBatch, ...] = await visit.read(mail_invitations.batches)
    status, back = (400 if problem else 200), visit.query.one("back")
    return visit.page(
        "posters",
        status,
        batches=batches,
        problem=problem,
        taken_back=back,
        is_near=_is_near(visit.desk),
        titles=dict(visit.desk.titles),
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/posters", show, ADMINS | TELLERS),
    StaffPage("GET", "/posters/{name}", poster, ADMINS | TELLERS),
    StaffPage("POST", "/posters/{name}/cards", make_cards, ADMINS),
    StaffPage("POST", "/posters/{name}/take-back", take_back, ADMINS),
)
