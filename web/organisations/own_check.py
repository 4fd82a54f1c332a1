"""The pages behind a personal link to a self-assessment of an organisation: no account, no cookie, no script needed.

The link is the key: whoever has it may read, write and sign off. Its token is in no log, and no page sends it on.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from browser.safety import read_form
from web.port import WebService
from web.templates import notice, page

_FORM_MOST = 64 * 1024
"""Bytes: the longest evidence in any script, with room."""
STANDINGS = ("met", "partly", "not", "")


@dataclass(frozen=True)
class OwnCheckStatement:
    """One statement, and what stands under it. `people` is what people said of it, once it is signed off."""

    id: str
    part: str
    text: str
    people: str
    fields: Mapping[str, str]
    """standing, evidence, link, action, owner, due (2027-03-31), done (yes or nothing) and seen."""


@dataclass(frozen=True)
class OwnCheck:
    """A self-assessment as its page shows it."""

    organisation: str
    title: str
    note: str
    is_open: bool
    statements: tuple[OwnCheckStatement, ...]

    def statement(self, name: str) -> OwnCheckStatement | None:
        """Return the statement with this id, if there is one."""
        return next((one for one in self.statements if one.id == name), None)

    def after(self, name: str) -> str:
        """Return the id of the statement after another; empty after the last."""
        ids = [one.id for one in self.statements]
        return next(iter(ids[ids.index(name) + 1 :]), "")


class OwnChecks(Protocol):
    """What these pages need of the service. Every method raises TryLater when the database is busy."""

    async def of(self, token: str) -> OwnCheck | None:
        """Return what a link opens; None for one that is none."""
        ...

    async def put(self, token: str, statement: str, fields: Mapping[str, str]) -> str:
        """Write what stands under a statement. Returns what is wrong; empty where nothing is."""
        ...

    async def sign_off(self, token: str) -> None:
        """Sign it off."""
        ...

    async def as_file(self, token: str, *, is_short: bool) -> bytes:
        """Return it as a PDF: all of it, or one page."""
        ...


Endpoint = Callable[[WebService, OwnChecks, Request], Awaitable[Response]]


def routes(service: WebService, checks: OwnChecks) -> list[Route]:
    """Return the addresses of these pages."""
    table: Sequence[tuple[str, Endpoint, str]] = (
        ("/own-check/{token}", _show, "GET"),
        ("/own-check/{token}/sign-off", _sign_off, "POST"),
        ("/own-check/{token}/file/{length}", _file, "GET"),
        ("/own-check/{token}/{statement}", _show_statement, "GET"),
        ("/own-check/{token}/{statement}", _write, "POST"),
    )
    return [Route(path, partial(endpoint, service, checks), methods=[method]) for path, endpoint, method in table]


async def _show(service: WebService, checks: OwnChecks, request: Request) -> Response:
    found = await checks.of(request.path_params["token"])
    if found is None:
        return notice(service, "token", 404)
    return page("own-check", service, token=request.path_params["token"], found=found)


async def _show_statement(service: WebService, checks: OwnChecks, request: Request) -> Response:
    found = await checks.of(request.path_params["token"])
    statement = found.statement(request.path_params["statement"]) if found else None
    if found is None or statement is None:
        return notice(service, "token", 404)
    return _form(service, request, found, statement)


async def _write(service: WebService, checks: OwnChecks, request: Request) -> Response:
    token, name = request.path_params["token"], request.path_params["statement"]
    fields = _fields(await read_form(request, _FORM_MOST))
    found = await checks.of(token)
    statement = found.statement(name) if found else None
    if found is None or statement is None:
        return notice(service, "token", 404)
    if problem := await checks.put(token, name, fields):
        # Read anew: where somebody else wrote meanwhile, the page shows what stands there now.
        now_there = await checks.of(token) or found
        return _form(service, request, now_there, now_there.statement(name) or statement, fields, problem)
    return RedirectResponse(f"/own-check/{token}/{found.after(name)}".rstrip("/"), 303)


async def _sign_off(service: WebService, checks: OwnChecks, request: Request) -> Response:
    fields, token = _fields(await read_form(request, _FORM_MOST)), request.path_params["token"]
    if await checks.of(token) is None:
        return notice(service, "token", 404)
    if fields.get("sure") == "yes":
        await checks.sign_off(token)
    return RedirectResponse(f"/own-check/{token}", 303)


async def _file(service: WebService, checks: OwnChecks, request: Request) -> Response:
    token, length = request.path_params["token"], request.path_params["length"]
    if length not in ("whole", "board"):
        raise HTTPException(404)
    if await checks.of(token) is None:
        return notice(service, "token", 404)
    made = await checks.as_file(token, is_short=length == "board")
    return Response(made, media_type="application/pdf", headers={"Content-Disposition": "attachment"})


def _fields(body: bytes) -> dict[str, str]:
    """Return the fields of a form, each once."""
    found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return {name: values[0].strip() for name, values in found.items()}


def _form(
    service: WebService,
    request: Request,
    found: OwnCheck,
    statement: OwnCheckStatement,
    typed: Mapping[str, str] | None = None,
    problem: str = "",
) -> Response:
    kept = statement.fields if typed is None else {**dict.fromkeys(statement.fields, ""), **typed}
    shown = {"token": request.path_params["token"], "found": found, "statement": statement, "standings": STANDINGS}
    # After a clash the newest is what was seen: whoever sends it again has read it above the form.
    kept = {**kept, "seen": statement.fields["seen"]}
    return page("own-check-statement", service, 400 if problem else 200, fields=kept, problem=problem, **shown)
