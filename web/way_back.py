"""Turning to another question than the open one: where the browser's Back, Forward or an old page stands."""

from dataclasses import replace
from urllib.parse import urlencode

from feedback.conversation.messages import Outbound, Prompt
from feedback.conversation.prompts import is_proposal
from web.answer_form import Form, to_raw
from web.port import Page, WebService
from web.view_model import about_of, prompt_of

_OPEN = ("asking", "checking", "finished")
_RESTING = ("paused", "left early")
_ENDS = ("check", "closed")
_BESIDE = ("consent", "stop", "delete", "person", "pause", "after help", "answer or stop", "is that right", "story")
"""Steps of our own that are asked once, where they come up: nobody can turn back to them."""


def address_of(current: Page | None, kept: str = "") -> str:
    """Return the address of what is open, its own for each question, so that Back has somewhere to go.

    `kept` is the id of the form that was just stored: then the browser may forget its draft. Steps that nobody can turn
    back to are not named: an address may stand in the log of a proxy, which need not know that somebody was in distress.
    """
    about = about_of(current) if current else ""
    about = "" if _is_beside(about) else about
    query = {name: value for name, value in (("at", about), ("kept", kept)) if value}
    return f"/talk?{urlencode(query)}" if query else "/talk"


async def turn_to(service: WebService, session: str, current: Page, about: str) -> Page:
    """Open the question `about` and return the page then; the page as it is where nobody can turn to that.

    It only moves the place, as the words Change, Next and Back do: no answer is changed. Raises: TryLater.
    """
    is_question = not _is_own_step(about_of(current))
    if about in ("", about_of(current)) or _is_beside(about) or current.stage not in _OPEN:
        return current
    if about in _ENDS and not is_question:
        return current
    return await _turn(service, session, current, about)


async def wake(service: WebService, session: str, current: Page) -> Page:
    """Return the page of a conversation that rests, once it goes on; any other page as it is. Raises: TryLater."""
    return await _say(service, session, current, Form(command="start")) if current.stage in _RESTING else current


async def pass_over(service: WebService, session: str, current: Page) -> Page:
    """Return the page after an answered question that stays as it is. Raises: TryLater."""
    return await _say(service, session, current, Form(command="skip", about=about_of(current)))


async def _turn(service: WebService, session: str, current: Page, about: str) -> Page:
    listed = await _say(service, session, current, Form(command="change"))
    prompt = prompt_of(listed)
    if about == "change" or prompt is None or prompt.about != "change":
        return listed
    answered = {choice.id for choice in prompt.choices}
    if about in answered:
        form = Form(about="change", choices=(about,))
    else:
        form = Form(command="skip" if about_of(current) in answered else "start")
    return _quiet(await _say(service, session, listed, form))


def _quiet(current: Page) -> Page:
    """Return a page that only asks: nobody said anything that needs an answer."""
    prompt: Prompt | None = prompt_of(current)
    return replace(current, messages=(Outbound("", prompt),), is_retry=False) if prompt else current


def _is_own_step(about: str) -> bool:
    return _is_beside(about) or about in (*_ENDS, "change")


def _is_beside(about: str) -> bool:
    return about in _BESIDE or is_proposal(about)


async def _say(service: WebService, session: str, current: Page, form: Form) -> Page:
    form_id = service.fresh_id()
    await service.post(session, to_raw(replace(form, form_id=form_id)), form_id)
    return await service.talk(session) or current
