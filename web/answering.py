"""Taking an answer: what is wrong with it, what an old page may still say, and where the browser goes on."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from feedback.errors import TryLater
from feedback.flows.words import Command
from web.answer_form import Form, to_raw
from web.cookies import BODY_MOST, read_body, session_of
from web.own_words import as_other
from web.page_texts import label, say
from web.port import Page, WebService
from web.repeats import Repeats
from web.talk_page import FORM_ID, current_or_words, read, talk_page
from web.templates import page
from web.view_model import View, about_of, is_same_answer, prompt_of, said_before, view, what_is_missing
from web.way_back import address_of, pass_over, turn_to, wake


async def answer(service: WebService, request: Request) -> Response:
    """Take an answer and send the browser on to the next question; with a fault, show the same page again."""
    body = await read_body(request)
    form = read(body)
    current = await current_or_words(service, request, form)
    if isinstance(current, Response):
        return current
    problem = _problem(service, current, form, len(body))
    if problem:
        return talk_page(service, current, form, problem, 413 if len(body) > BODY_MOST else 422)
    return await _take(service, session_of(request, service), current, form, request.app.state.repeats)


async def _take(service: WebService, session: str, current: Page, form: Form, repeats: Repeats) -> Response:
    sent = form if FORM_ID.fullmatch(form.form_id) else replace(form, form_id=service.fresh_id())
    is_old = form.about not in ("", about_of(current)) and sent.form_id not in repeats
    try:
        if is_old and (form.choices or form.text.strip()):
            return await _take_old(service, session, current, sent, repeats)
        return await _store(service, session, current, sent, repeats)
    except TryLater:
        not_saved = say(service.words, "not_saved", next=label(service.words, "next"))
        return talk_page(service, current, form, not_saved, 503)


async def _take_old(service: WebService, session: str, current: Page, form: Form, repeats: Repeats) -> Response:
    """Take what was sent from an old page where it is new; never put it over another answer, or to another question."""
    turned = await turn_to(service, session, await wake(service, session, current), form.about)
    is_there = about_of(turned) == form.about
    before = said_before(turned) if is_there else ""
    if is_there and not before:
        return await _store(service, session, turned, form, repeats)
    is_same = is_there and is_same_answer(turned, form)
    if form.command and form.command != "prefer_not":
        return await _obey_old(service, session, turned, form, repeats, is_same=is_same)
    if is_same and not form.command:
        return RedirectResponse(address_of(await pass_over(service, session, turned), form.form_id), 303)
    if not is_there:
        return page("moved", service, 409, form=form, here=address_of(turned))
    button: Command = "prefer_not" if form.command else "next"
    problem = say(service.words, "answered_before", before=before, next=label(service.words, button))
    return talk_page(service, turned, form, problem, 409)


async def _obey_old(
    service: WebService, session: str, current: Page, form: Form, repeats: Repeats, *, is_same: bool
) -> Response:
    """Do what the button of an old page says, such as Stop; words beside it that are not kept are handed back."""
    pressed = replace(form, about=about_of(current), text="", choices=())
    done = await _store(service, session, current, pressed, repeats)
    return done if is_same else page("moved", service, 409, form=form, here=done.headers["location"])


async def _store(service: WebService, session: str, current: Page, form: Form, repeats: Repeats) -> Response:
    said = replace(form, text=_new_words(form, view(current, service.words)))
    repeats.add(form.form_id)
    try:
        await service.post(session, to_raw(as_other(said, prompt_of(current))), form.form_id)
    except TryLater:
        repeats.discard(form.form_id)
        raise
    return RedirectResponse(address_of(await _open_now(service, session), form.form_id), 303)


async def _open_now(service: WebService, session: str) -> Page | None:
    """Return what is open once an answer is stored; None where that cannot be read, which the next page will say."""
    try:
        return await service.talk(session)
    except TryLater:
        return None


def _problem(service: WebService, current: Page, form: Form, size: int) -> str:
    if size > BODY_MOST:
        return say(service.words, "too_long")
    shown = view(current, service.words)
    return what_is_missing(shown, service.words) if form.is_empty and form.about == shown.about else ""


def _new_words(form: Form, shown: View) -> str:
    """Return the words of a form; none where a button was pressed beside what the page had filled in itself.

    The steps of a scale go by the name of words, so one that is picked beside a button is no word either.
    """
    is_filled_in = shown.answer.name == "text" or form.text == shown.answer.words
    return "" if form.command and form.about == shown.about and is_filled_in else form.text
