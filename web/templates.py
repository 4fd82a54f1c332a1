"""Pages drawn from templates, and the files beside them."""

import hashlib
import re
from collections.abc import Mapping
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from browser.look import TOKENS
from web.cookies import SAFETY
from web.page_texts import say
from web.port import WebService

STATIC: Mapping[str, tuple[bytes, str]] = {
    name: (before + resources.files("web").joinpath("static", name).read_bytes(), kind)
    for name, before, kind in (
        ("style.css", TOKENS, "text/css"),
        ("draft.js", b"", "text/javascript"),
        ("icon.svg", b"", "image/svg+xml"),
    )
}
"""Each file by its name: its bytes and its media type."""

_STAMP = hashlib.sha256(b"".join(content for content, _ in STATIC.values())).hexdigest()[:12]
"""Changes with the files, so that a browser may keep them for ever."""

_PARAGRAPHS = re.compile(r"\n{2,}")
_PHONE = re.compile(r"(?<![\w+-])(?:999|111|112|116\s?\d{3}|0\d{2,4}(?:\s\d{2,4}){1,3}|0\d{9,10})(?![\w-]| \()")
_CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\b")
_TEXT_LINE = re.compile(r"(?<=\bto )\d{5}(?![\w-])")
"""A short number that takes messages: 'text WORD to 12345'."""


def page(template: str, service: WebService, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page. `values` are what its template names."""
    content = _TEMPLATES.get_template(f"{template}.html").render(
        service=service, words=service.words, stamp=_STAMP, **values
    )
    return HTMLResponse(content, status, headers=dict(SAFETY))


def notice(service: WebService, name: str, status: int) -> HTMLResponse:
    """Return a page that says one thing, with a way on. The texts are `NAME_title` and `NAME`."""
    return page(
        "notice", service, status, name=name, title=say(service.words, f"{name}_title"), text=say(service.words, name)
    )


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """Return a plain text as paragraphs of lines."""
    parts = _PARAGRAPHS.split(text.strip())
    return tuple(tuple(part.split("\n")) for part in parts if part.strip())


def with_code(line: str) -> Markup:
    """Return a line of plain text in which a return code stands out and is never broken in two."""
    return Markup(_CODE.sub(r'<b class="whole">\g<0></b>', str(escape(line))))  # noqa: S704 - escaped just above


def with_numbers(line: str) -> Markup:
    """Return a line of plain text in which each number to ring or to text is a link."""
    linked = _TEXT_LINE.sub(lambda found: _link("sms", found.group()), str(escape(line)))
    return Markup(_PHONE.sub(lambda found: _link("tel", found.group()), linked))  # noqa: S704 - escaped just above


def with_own_words(line: str) -> Markup:
    """Return a line of a summary, "NAME: WORDS", in which the words run the way of their own first letter."""
    name, colon, words = line.partition(": ")
    return Markup("{}{}<bdi>{}</bdi>").format(name, colon, words) if colon else escape(line)


def _link(scheme: str, number: str) -> str:
    return f'<a href="{scheme}:{"".join(number.split())}">{number}</a>'


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {one.__name__: one for one in (paragraphs, with_code, with_numbers, with_own_words)}
    environment.globals["say"] = say
    environment.tests["item"] = lambda line: line.startswith("- ")
    return environment


_TEMPLATES = _environment()
