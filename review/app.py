"""The staff app: the table of every page, and the application that is mounted at /staff."""

from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from browser.safety import SafeHeaders
from feedback.errors import SaysoError
from review.http import undo
from review.http.context import StaffContext
from review.http.middleware import SAFETY, GuardedPage
from review.http.request import BASE, StaffRequest
from review.http.roles import StaffPage
from review.http.templates import STATIC, drawn
from review.pages import (
    account,
    agreement,
    alert_choices,
    answer_templates,
    artefacts,
    care,
    checked_again,
    coding,
    contact_lists,
    conversation,
    erasure,
    exact_figures,
    exports,
    figure_parts,
    figures,
    flows,
    home,
    inbox,
    interviews,
    introductions,
    invitations,
    kept_form,
    mail_source,
    not_reached,
    oidc_sign_in,
    organisations,
    outcomes,
    payments,
    people,
    places,
    print_links,
    public_page,
    redaction,
    reply,
    report_download,
    report_sample,
    report_words,
    requests,
    rota,
    same_people,
    saved_views,
    self_assessments,
    sign_in,
    simulator,
    team,
    together,
    told,
    work,
)
from review.pages import status as set_up
from review.questions import editor, publishing, question, shelf, translations
from review.setup import backups, changes, channels, first, help_numbers, openings, organisation, overview, words

_NOTICES: dict[int, tuple[str, str]] = {
    400: ("That form was not right", "Go back and try again."),
    403: ("You cannot see this page", "Your role does not include it, or the page had been open for too long."),
    404: ("There is no such page", "It may have moved, or what was on it was deleted."),
    408: ("That took too long", "Go back and send it again."),
    409: ("Somebody else was quicker", "This has changed since you opened it. Look at it as it is now."),
    413: ("That was too long", "Go back and write less."),
    429: ("Please wait a little", "There were many wrong tries from here. Wait a minute, then try again."),
    503: ("Please try again", "The database is busy. What you wrote was not kept. Go back and send it again."),
}
_BROKEN = ("Something went wrong", "What you did last may not have been kept. Go back and look.")


async def _static(visit: StaffRequest) -> Response:
    name = visit.path("name")
    if name not in STATIC:
        raise HTTPException(404)
    content, kind = STATIC[name]
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/static/{name}", _static, stage="out"),
    *sign_in.PAGES,
    *oidc_sign_in.PAGES,
    *first.PAGES,
    *overview.PAGES,
    *organisation.PAGES,
    *channels.PAGES,
    *help_numbers.PAGES,
    *openings.PAGES,
    *words.PAGES,
    *backups.PAGES,
    *changes.PAGES,
    *translations.PAGES,
    *home.PAGES,
    *inbox.PAGES,
    *care.PAGES,
    *saved_views.PAGES,
    *conversation.PAGES,
    *mail_source.PAGES,
    *redaction.PAGES,
    *work.PAGES,
    *together.PAGES,
    *told.PAGES,
    *checked_again.PAGES,
    *coding.PAGES,
    *agreement.PAGES,
    *reply.PAGES,
    *answer_templates.PAGES,
    *interviews.PAGES,
    *introductions.PAGES,
    *requests.PAGES,
    *outcomes.PAGES,
    *figures.PAGES,
    *figure_parts.PAGES,
    *exact_figures.PAGES,
    *report_download.PAGES,
    *public_page.PAGES,
    *report_sample.PAGES,
    *report_words.PAGES,
    *exports.PAGES,
    *erasure.PAGES,
    *team.PAGES,
    *set_up.PAGES,
    *people.PAGES,
    *places.PAGES,
    *organisations.PAGES,
    *artefacts.PAGES,
    *payments.PAGES,
    *self_assessments.PAGES,
    *contact_lists.PAGES,
    *invitations.PAGES,
    *not_reached.PAGES,
    *print_links.PAGES,
    *flows.PAGES,
    *same_people.PAGES,
    *simulator.PAGES,
    *shelf.PAGES,
    *editor.PAGES,
    *question.PAGES,
    *publishing.PAGES,
    *undo.PAGES,
    *kept_form.PAGES,
    *account.PAGES,
    *alert_choices.PAGES,
    *rota.PAGES,
)
"""Every address of the app, with who may come. A test walks it with every role."""
_SHOWN = frozenset(page.path for page in PAGES if page.method == "GET")


def app(desk: StaffContext) -> Starlette:
    """Return the application. A fault of ours shows a page that tells nothing and is then raised to the server.

    What it keeps in memory of people's words goes the moment that words are erased.
    """
    for drop in (desk.indexing.drop, desk.learning.drop):
        desk.vault.watch(drop)
    return Starlette(
        routes=[Route(page.path, GuardedPage(desk, page, _SHOWN).answer, methods=[page.method]) for page in PAGES],
        middleware=[Middleware(SafeHeaders, headers=SAFETY)],
        exception_handlers={
            HTTPException: partial(_refused, desk),
            SaysoError: partial(_busy, desk),
            ClientDisconnect: _gone,
            Exception: partial(_broken, desk),
        },
    )


def _notice(desk: StaffContext, status: int, texts: tuple[str, str]) -> HTMLResponse:
    return HTMLResponse(drawn("notice.html", desk=desk, base=BASE, session=None, title=texts[0], text=texts[1]), status)


async def _refused(desk: StaffContext, _: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    response = _notice(desk, status, _NOTICES.get(404 if status == 405 else status, _BROKEN))
    if isinstance(fault, HTTPException):
        response.headers.update(fault.headers or {})
    return response


async def _busy(desk: StaffContext, _: Request, __: Exception) -> Response:
    return _notice(desk, 503, _NOTICES[503])


async def _gone(_: Request, __: Exception) -> Response:
    return PlainTextResponse("", 400)


async def _broken(desk: StaffContext, _: Request, __: Exception) -> Response:
    return _notice(desk, 500, _BROKEN)
