"""What the public sees of a flow: what we heard, what we did. It sets no cookie, needs no script and tells of nobody.

A page may be kept for half a minute by whoever asked, and the service keeps what it read for less than that. So what is
withdrawn is gone within a minute.
"""

from calendar import month_name
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from xml.sax.saxutils import escape as _escaped
from xml.sax.saxutils import quoteattr

from markupsafe import Markup, escape
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from web.page_texts import TEXTS, say
from web.port import HeardOutcome, HeardPage, WebService
from web.templates import page

KEPT_SECONDS = 30
"""For how long whoever asked may keep a page."""
_FRESH = {"Cache-Control": f"public, max-age={KEPT_SECONDS}"}
_FEED = {
    **_FRESH,
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Other sites show the feed, so their pages may read it."""
_NAMES = dict(
    pair.split(" ", 1)
    for pair in (
        *("ar العربية", "bn বাংলা", "cy Cymraeg", "de Deutsch", "en English", "en-x-easy Easy Read", "es Español"),
        *("fa فارسی", "fr Français", "ga Gaeilge", "gd Gàidhlig", "gu ગુજરાતી", "hi हिन्दी", "it Italiano"),
        *("pa ਪੰਜਾਬੀ", "pl Polski", "pt Português", "ro Română", "so Soomaali", "ta தமிழ்", "tr Türkçe"),
        *("uk Українська", "ur اردو", "zh 中文"),
    )
)
"""Languages by their own names (CLDR 46)."""


async def show_all(service: WebService, _: Request) -> Response:
    """Show which flows have a page, and the charters and papers that came of it."""
    found, artefacts = await service.heard_flows(), await service.heard_artefacts()
    response = page("heard-all", service, found=found, artefacts=artefacts)
    response.headers.update(_FRESH)
    return response


async def show(service: WebService, request: Request) -> Response:
    """Show the page of one flow. Raises: HTTPException (404), where nothing of it is to be seen."""
    found = await _found(service, request, request.path_params.get("language", ""))
    response = page(
        "heard",
        service,
        shown=found,
        phrase=partial(_phrase, service, found),
        team=_team(service),
        names=_NAMES,
        is_rtl=_is_rtl(found.language),
        day=_day(found.changed_at),
        until=_until(found),
    )
    response.headers.update(_FRESH)
    return response


async def feed(service: WebService, request: Request) -> Response:
    """Return the words of staff and what was done as an Atom feed (RFC 4287), for other sites.

    Nobody's own words are in it: what another site has taken from it cannot be taken back.
    """
    found = await _found(service, request, "")
    return Response("".join(_atom(service, found)), media_type="application/atom+xml", headers=_FEED)


async def _found(service: WebService, request: Request, language: str) -> HeardPage:
    found = await service.heard(request.path_params["flow"], language)
    if found is None:
        raise HTTPException(404)
    return found


def _team(service: WebService) -> str:
    """Return who reads what people write: whoever signs for the host."""
    return service.words.signer or service.organisation or say(service.words, "heard_team")


def _until(found: HeardPage) -> str:
    """Return the last day of the figures; in a language whose months we do not know as ISO 8601 has it."""
    if found.until is None:
        return ""
    return _day(found.until) if found.language.startswith("en") else found.until.isoformat()


def _day(at: date) -> str:
    return f"{at.day} {month_name[at.month]} {at.year}"


def _is_rtl(language: str) -> bool:
    return language.partition("-")[0] in ("ar", "fa", "he", "ps", "ur")


def _phrase(service: WebService, found: HeardPage, key: str, **fill: object) -> Markup:
    """Return one of the fixed words of the page, its blanks filled; in another language than the page it says so."""
    written = found.phrases.get(key, "")
    text = written or service.words.texts.get(f"web.{key}") or TEXTS[key]
    for name, value in fill.items():
        text = text.replace(f"{{{name}}}", str(value))
    is_ours = bool(written) or found.language.partition("-")[0] == service.words.language
    return escape(text) if is_ours else Markup('<span lang="{}">{}</span>').format(service.words.language, text)


def _atom(service: WebService, found: HeardPage) -> Iterator[str]:
    here = f"{service.public_url}/heard/{found.flow}"
    newest = max((found.changed_at, *(one.at for one in found.outcomes)))
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(found.language)}>\n'
    yield f"<id>{_escaped(here)}</id>\n<title>{_escaped(found.title)}</title>\n<updated>{_stamp(newest)}</updated>\n"
    yield f"<author><name>{_escaped(_team(service))}</name></author>\n"
    yield f'<link rel="alternate" href={quoteattr(here)}/>\n<link rel="self" href={quoteattr(here + "/feed")}/>\n'
    if found.text:
        yield from _entry(f"{here}#heard", found.title, found.text, here, _stamp(found.changed_at))
    for one in found.outcomes:
        yield from _outcome(service, found, one, here)
    yield "</feed>\n"


def _outcome(service: WebService, found: HeardPage, one: HeardOutcome, here: str) -> Iterator[str]:
    kind = f"heard_{one.kind}"
    told = found.phrases.get(kind) or say(service.words, kind)
    yield from _entry(f"{here}#outcome-{one.id}", one.said, f"{told}: {one.done}", here, _stamp(one.at))


def _entry(name: str, title: str, text: str, link: str, at: str) -> Iterator[str]:
    yield f"<entry><id>{_escaped(name)}</id><title>{_escaped(title)}</title><updated>{at}</updated>"
    yield f"<link href={quoteattr(link)}/><content>{_escaped(text)}</content></entry>\n"


def _stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
